"""Behind entries: what rounds make of feeds that hold summaries and of the pages that servers show for their links."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from time import monotonic, sleep

import pytest

from pipeline.collect import behind as behind_module
from pipeline.collect import run as run_module
from pipeline.collect.run import Report, collect
from pipeline.collect.sources import Source
from pipeline.records import Document
from pipeline.topics import open_topics
from tests.collect.conftest import Rounds, Site
from tests.collect.test_full_text import ARTICLES, COOKIES, ERRORS, OTHERS, PROMPTS, SUMMARIES, TITLES
from tests.conftest import ROOT

LANGUAGES = ("en", "fr", "ja")
ENCODINGS = {"en": "utf-8", "fr": "windows-1252", "ja": "shift_jis"}


def item(link: str, lang: str = "en", text: str | None = None, title: str = "") -> str:
    said = SUMMARIES[lang] if text is None else text
    return f"<item><title>{title or TITLES[lang]}</title><link>{link}</link><description>{said}</description></item>"


def feed(*items: str) -> str:
    return f"<rss version='2.0'><channel>{''.join(items)}</channel></rss>"


def article(lang: str = "en", *paragraphs: str, title: str = "", head: str = "") -> str:
    body = "".join(f"<p>{one}</p>" for one in paragraphs or ARTICLES[lang])
    title = title or TITLES[lang]
    return f"<html lang='{lang}'><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>"


def source(site: Site, *items: str, **changed: str) -> Source:
    return replace(Source("wire", site.put("/feed", feed(*items)), "feed"), **changed)  # type: ignore[arg-type]


def pages(site: Site) -> list[str]:
    return [path for path, _ in site.asked if path not in ("/robots.txt", "/feed")]


def whole(document: Document, lang: str = "en") -> bool:
    return all(one in document.text for one in ARTICLES[lang])


def in_time(rounds: Rounds) -> None:
    """Lets the time pass that pages are left alone for."""
    with sqlite3.connect(rounds.settings.data / "collect.db", isolation_level=None) as state:
        state.execute("UPDATE pages SET at = '2000-01-01' WHERE at IS NOT NULL")


def open_waits(rounds: Rounds) -> list[int]:
    """Tries of those that wait."""
    with sqlite3.connect(rounds.settings.data / "collect.db") as state:
        return [tries for (tries,) in state.execute("SELECT tries FROM pages WHERE at IS NOT NULL")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_summary_comes_with_the_text_of_its_page_once(rounds: Rounds, site: Site, lang: str) -> None:
    declared = f"<meta charset='{ENCODINGS[lang]}'><meta name='author' content='Jane Roe'>"
    shown = article(lang, head=declared).replace("\N{NARROW NO-BREAK SPACE}", " ")
    link = site.put("/1?utm_source=rss", shown.encode(ENCODINGS[lang]), Content_Type="text/html")
    wire = source(site, item(link, lang))
    report = rounds.collect_sources([wire])
    assert (report.new, report.changed, report.failures, report.notes) == (1, 0, [], [])
    (made,) = rounds.documents()
    assert whole(made, lang)
    assert (made.title, made.author, made.lang, made.kind) == (TITLES[lang], "Jane Roe", lang, "article")
    assert made.url == site.address + "/1"
    assert made.meta["text_from"] == "page"
    again = rounds.collect_sources([wire])
    assert (again.new, again.changed, again.unchanged) == (0, 0, 1), "the feed goes on to hold the summary"
    assert pages(site) == ["/1?utm_source=rss"]


def test_a_redirect_is_followed_and_the_document_stays_that_of_its_link(rounds: Rounds, site: Site) -> None:
    there = site.put("/there", article(head="<link rel='canonical' href='/story'>"))
    rounds.collect_sources([source(site, item(site.put("/here", "", 302, Location=there)))])
    (made,) = rounds.documents()
    assert (made.url, made.meta["page"]) == (site.address + "/here", site.address + "/story")
    assert whole(made)


def test_who_has_the_whole_text_or_says_never_is_asked_for_no_page(rounds: Rounds, site: Site) -> None:
    link, other = site.put("/1", article()), site.put("/2", article())
    full = " ".join(ARTICLES["en"] * 4)
    rounds.collect_sources([source(site, item(link, text=full), item(other), full_text="never")])
    rounds.collect_sources([source(site, item(link, text=full))])
    assert pages(site) == []
    rounds.collect_sources([source(site, item(link, text=full), item(other))])
    assert pages(site) == ["/2"], "it has become auto, and the page of the summary was never asked for"
    report = rounds.collect_sources([source(site, item(link, text=full), full_text="always")])
    assert (pages(site), report.unchanged) == (["/2", "/1"], 1), "the page is asked for, and no better"


BAD: dict[str, tuple[bytes | str, str]] = {
    "wall": (article("en", COOKIES["en"]), "shows a wall of cookies"),
    "teaser": (article("en", *ARTICLES["en"][:2], PROMPTS["en"]), "shows no more than a teaser"),
    "paywall": (
        article("en", *ARTICLES["en"][:2], head='<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'),
        "shows no more than a teaser",
    ),
    "error": (article("en", ERRORS["en"][1], title=ERRORS["en"][0]), "shows an error"),
    "other": (article("en", OTHERS["en"] * 3, title="The Wire"), "is about something else"),
    "scripts": ("<html><body><script>show()</script></body></html>", "shows no text"),
    "binary": (bytes(range(256)) * 20, "is not text"),
    "feed": (feed(item("https://a.example/2")), "is no page of a text"),
    "empty": (b"", "is empty"),
    "large": (b"<p>" + b"OpenAI " * 20_000, "has more than 100,000 bytes"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_an_entry_keeps_its_summary_where_the_page_is_none_of_it(
    rounds: Rounds, site: Site, kind: str
) -> None:
    body, said = BAD[kind]
    report = rounds.collect_sources([source(site, item(site.put("/1", body)))])
    (made,) = rounds.documents()
    assert (made.text, made.kind) == (f"{TITLES['en']}\n\n{SUMMARIES['en']}", "feed-item")
    (line,) = report.notes
    assert line.startswith("wire: 1 of 1 pages behind its entries could not be read, the summaries stand: ")
    assert said in line
    assert (report.failures, rounds.letters(), report.fetches[0].outcome) == ([], [], "new")


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429, 500, 503])
def test_and_where_its_server_does_not_give_it(rounds: Rounds, site: Site, status: int) -> None:
    report = rounds.collect_sources([source(site, item(site.put("/1", article(), status)))])
    assert len(rounds.documents()) == 1
    assert f"{site.address}/1 answers {status}" in report.notes[0]


def test_and_where_robots_txt_forbids_it(rounds: Rounds, site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /news/")
    wire = source(site, item(site.put("/news/1", article())))
    report = rounds.collect_sources([wire])
    assert (len(rounds.documents()), pages(site)) == (1, [])
    assert "/news/1 is not for programs, says the robots.txt of its host" in report.notes[0]
    in_time(rounds)
    assert rounds.collect_sources([replace(wire, robots="ignore")]).changed == 1


def test_and_where_it_leads_into_a_private_network(rounds: Rounds, site: Site) -> None:
    inside = site.put("/inside", article()).replace("127.0.0.1", "localhost")
    links = [inside, site.put("/1", "", 302, Location=inside)]
    wire = source(site, *(item(link, title=f"News {link[-6:]}") for link in links), private="host")
    report = collect(rounds.topics, rounds.settings, [wire], which="named", pause=0)
    assert (len(rounds.documents()), pages(site)) == (2, ["/1"])
    assert "leads to " in report.notes[0]
    assert "which is no address of the public internet (and 1 more)" in report.notes[0]


def test_a_silent_page_holds_nothing_up_beyond_the_round(
    rounds: Rounds, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_module, "ROUND", 1.0)
    quick = site.put("/quick", article("fr"))
    wire = source(site, item(site.address + "/silent"), item(quick, "fr"))
    report = rounds.collect_sources([wire])
    assert (report.new, report.failures, report.notes) == (2, [], [])
    silent, other = rounds.documents()
    assert silent.text.endswith(SUMMARIES["en"])
    assert whole(other, "fr")
    assert open_waits(rounds) == [0], "it had no time, which is no failure"


def test_a_busy_processor_holds_nothing_up_either(
    rounds: Rounds, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(behind_module, "SPARE", -run_module.ROUND)
    wire = source(site, item(site.put("/1", article())))
    report = rounds.collect_sources([wire])
    assert (report.new, report.notes, open_waits(rounds)) == (1, [], [0])
    monkeypatch.undo()
    assert rounds.collect_sources([wire]).changed == 1


def test_a_later_better_page_is_a_revision_once(rounds: Rounds, site: Site) -> None:
    wire = source(site, item(site.put("/1", "", 404)))
    site.put("/feed", feed(item(site.address + "/1")), ETag='"1"')
    rounds.collect_sources([wire])
    site.put("/feed", "", 304)
    assert rounds.collect_sources([wire]).notes == [], "not so soon"
    in_time(rounds)
    assert "answers 404" in rounds.collect_sources([wire]).notes[0]
    site.put("/1", article())
    in_time(rounds)
    report = rounds.collect_sources([wire])
    assert (report.changed, report.notes, report.fetches[0].outcome, report.fetches[0].status) == (
        1,
        [],
        "new",
        304,
    )
    before, after = rounds.documents()
    assert before.doc_id == after.doc_id
    assert after.collected_at > before.collected_at
    assert whole(after)
    in_time(rounds)
    assert rounds.collect_sources([wire]).changed == 0
    site.put("/feed", feed(item(site.address + "/1")))
    assert rounds.collect_sources([wire]).unchanged == 1
    assert len(pages(site)) == 3


def test_a_page_that_fails_for_a_day_is_given_up(rounds: Rounds, site: Site) -> None:
    wire = source(site, item(site.address + "/1"))
    told = []
    for _ in range(6):
        told.append(len(rounds.collect_sources([wire]).notes))
        in_time(rounds)
    assert (told, len(pages(site)), open_waits(rounds)) == ([1, 1, 1, 0, 0, 0], 3, [])
    site.put("/feed", feed(item(site.put("/1", article()), text="The group doubles its stake in OpenAI.")))
    assert rounds.collect_sources([wire]).changed == 1, "a changed entry is another chance"
    assert whole(rounds.documents()[-1])


def test_what_is_left_over_comes_in_the_next_rounds(rounds: Rounds, site: Site) -> None:
    links = [
        site.put(f"/{number}", article("en", *ARTICLES["en"], f"Number {number}.")) for number in range(70)
    ]
    wire = source(site)
    site.put("/feed", feed(*(item(link) for link in links)), ETag='"1"')
    first = rounds.collect_sources([wire])
    assert (first.new, len(pages(site))) == (70, 30)
    site.put("/feed", "", 304)
    second, third, fourth = (rounds.collect_sources([wire]) for _ in range(3))
    assert (second.changed, third.changed, fourth.changed) == (30, 10, 0)
    assert sorted(pages(site)) == sorted(f"/{number}" for number in range(70)), "each once"
    newest = {one.doc_id: one for one in rounds.documents()}
    assert len(newest) == 70
    assert all(whole(one) for one in newest.values())


def test_a_host_that_is_busy_is_left_alone_with_all_its_pages(rounds: Rounds, site: Site) -> None:
    links = [site.put(f"/{number}", "", 429, Retry_After="7200") for number in range(5)]
    wire = source(site, *(item(link, title=f"News {link}") for link in links))
    rounds.collect_sources([wire])
    asked = len(pages(site))
    assert asked <= 2, "those that were under way"
    rounds.collect_sources([wire])
    assert (len(pages(site)), len(rounds.documents()), len(open_waits(rounds))) == (asked, 5, 5)


def test_pages_keep_the_pace_of_their_host_and_what_has_no_turn_comes_next(
    rounds: Rounds, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    links = [site.put(f"/{number}", article("en", *ARTICLES["en"], f"{number}")) for number in range(4)]
    wires = [
        Source(f"wire{n}", site.put("/feed" + "2" * n, feed(*map(item, links[n::2]))), "feed", private="yes")
        for n in range(2)
    ]
    monkeypatch.setattr(run_module, "ROUND", 1.0)
    report = collect(rounds.topics, rounds.settings, wires, which="named", pause=0.4)
    asked = [path for path in pages(site) if path != "/feed2"]
    assert len(asked) <= 1, "two feeds, and one page within a second"
    assert (report.new, report.failures, report.notes) == (4, [], [])
    monkeypatch.undo()
    assert rounds.collect_sources(wires).changed == 4 - len(asked)
    assert sorted(path for path in pages(site) if path != "/feed2") == ["/0", "/1", "/2", "/3"]


def test_a_source_that_fails_is_asked_for_no_pages(rounds: Rounds, site: Site) -> None:
    wire = source(site, item(site.address + "/1"))
    rounds.collect_sources([wire])
    in_time(rounds)
    site.put("/feed", "", 500)
    rounds.collect_sources([wire])
    assert pages(site) == ["/1"]


def test_an_entry_that_changes_takes_its_page_along(rounds: Rounds, site: Site) -> None:
    wire = source(site, item(site.put("/1", article())))
    rounds.collect_sources([wire])
    site.put("/1", article("en", *ARTICLES["en"], "Correction: the sum is $40 billion."))
    site.put("/feed", feed(item(site.address + "/1", text="The group puts $40 billion into OpenAI.")))
    assert rounds.collect_sources([wire]).changed == 1
    assert "Correction" in rounds.documents()[-1].text
    assert rounds.collect_sources([wire]).unchanged == 1


def test_what_the_feed_says_otherwise_by_now_waits_no_more(rounds: Rounds, site: Site) -> None:
    wire = source(site, item(site.address + "/1"))
    rounds.collect_sources([wire])
    full = " ".join(ARTICLES["en"] * 4)
    site.put("/feed", feed(item(site.address + "/1", text=full)))
    assert rounds.collect_sources([wire]).changed == 1
    site.put("/1", article())
    in_time(rounds)
    assert rounds.collect_sources([wire]).unchanged == 1
    assert pages(site) == ["/1"]


@pytest.mark.parametrize("lost", ["gone", "pages"])
def test_a_lost_state_brings_no_summary_back(rounds: Rounds, site: Site, lost: str) -> None:
    links = [site.put("/1", article()), site.put("/2", article("fr"))]
    wire = source(site, item(links[0]), item(links[1], "fr"))
    rounds.collect_sources([wire])
    state = rounds.settings.data / "collect.db"
    if lost == "gone":
        state.unlink()
        site.put("/1", "", 404)
    else:
        with sqlite3.connect(state, isolation_level=None) as connection:
            connection.execute("DELETE FROM pages")
    report = rounds.collect_sources([wire])
    assert (report.new, report.changed, report.unchanged) == (0, 0, 2)
    assert len(rounds.documents()) == 2


def test_a_kill_between_feed_and_page_loses_nothing_and_doubles_nothing(rounds: Rounds, site: Site) -> None:
    wire = source(site, item(site.address + "/silent"))
    site.put("/feed", feed(item(site.address + "/silent")), ETag='"1"')
    settings = {"KIKIMIMI_DATA": str(rounds.settings.data), "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-m", "pipeline", "collect", wire.location],
        env=os.environ | settings,
        cwd=rounds.settings.data.parent,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    end = monotonic() + 60
    while "/silent" not in pages(site):
        assert monotonic() < end
        assert process.poll() is None
        sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    site.waits.set()
    site.put("/silent", article())
    assert rounds.documents() == []
    assert rounds.collect(wire.location).new == 1
    assert rounds.collect(wire.location).unchanged == 1
    (made,) = rounds.documents()
    assert whole(made)


@pytest.mark.parametrize("killed_at", ["append", "note"])
@pytest.mark.parametrize("round_", ["first", "later"])
def test_a_kill_around_the_append_does_neither(
    rounds: Rounds, site: Site, monkeypatch: pytest.MonkeyPatch, killed_at: str, round_: str
) -> None:
    class Killed(BaseException):
        pass

    def die(topic: str, messages: object) -> None:
        if killed_at == "note":
            append(topic, messages)  # type: ignore[arg-type]
        raise Killed

    wire = source(site, item(site.address + "/1"))
    if round_ == "later":
        rounds.collect_sources([wire])
        in_time(rounds)
    site.put("/1", article())
    append = rounds.topics.append
    monkeypatch.setattr(rounds.topics, "append", die)
    with pytest.raises(Killed):
        rounds.collect_sources([wire])
    monkeypatch.undo()
    rounds.collect_sources([wire])
    in_time(rounds)
    assert rounds.collect_sources([wire]).unchanged == 1
    assert [whole(one) for one in rounds.documents()] == ([True] if round_ == "first" else [False, True])


def test_what_a_backfill_brings_takes_its_pages_in_rounds_to_come(rounds: Rounds, site: Site) -> None:
    old = site.put("/old", article("fr"))
    dated = item(old, "fr").replace("<item>", "<item><pubDate>Mon, 03 Feb 2025 09:30:00 GMT</pubDate>")
    wire = source(site, dated, item(site.put("/1", article())))
    report: Report = rounds.backfill(wire, until=datetime(2025, 3, 1, tzinfo=UTC))
    assert (report.new, report.outside, pages(site)) == (1, 1, [])
    site.put("/feed", feed(item(site.put("/new", article()))))
    rounds.collect_sources([wire])
    assert sorted(pages(site)) == ["/new", "/old"]
    newest = {one.url: one for one in rounds.documents()}
    assert whole(newest[old], "fr")
    assert rounds.backfill(replace(wire, location=site.put("/past", feed(dated)))).unchanged == 1


def test_the_archive_gives_pages_with_their_entries_again(
    rounds: Rounds, site: Site, tmp_path_factory: pytest.TempPathFactory
) -> None:
    object.__setattr__(rounds.settings, "max_document", 1_000_000)
    links = [site.put("/1?utm_source=rss", article()), site.put("/2", "", 404), site.put("/3", article("fr"))]
    filled = [
        item(f"{site.address}/none{number}", text=" ".join(ARTICLES["en"] * 4)) for number in range(120)
    ]
    wire = source(site, item(links[0]), item(links[1], "ja"), *filled, item(links[2], "fr"))
    rounds.collect_sources([wire])
    site.put("/2", article("ja"))
    in_time(rounds)
    assert rounds.collect_sources([wire]).changed == 1
    settings = replace(rounds.settings, data=tmp_path_factory.mktemp("other"))
    with closing(open_topics(f"embedded:{settings.data}/topics.db")) as topics:
        other = Rounds(settings, topics)
        report = other.backfill(warcs=sorted((rounds.settings.data / "archive").glob("*")))
        assert (report.failures, report.dead_letters) == ([], 0)
        there, here = (
            {(one.doc_id, one.revision): one for one in side.documents()} for side in (other, rounds)
        )
    assert len(here) == 124
    assert there == here
