"""Backfills: what archives and pages of the past hold of a period comes in once, and never over a newer text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec import structs

from pipeline.collect.again import recollect
from pipeline.collect.backfill import wanted_sources
from pipeline.collect.due import due
from pipeline.collect.sources import Source
from pipeline.errors import Misconfigured
from tests.collect.conftest import Rounds, Site
from tests.collect.test_paged import day, link, rss
from tests.collect.warcs import Answer, page, write_warc

LONG = "The lab said on Tuesday that it had raised {} billion dollars to build data centres in Texas."


def archive(tmp_path: Path, *answers: Answer, name: str = "a.warc.gz") -> Path:
    return write_warc(tmp_path / name, *answers)


def test_an_archive_gives_its_texts_pages_and_feeds_as_of_their_capture(
    rounds: Rounds, tmp_path: Path
) -> None:
    japanese = "<html lang='ja'><head><meta charset='Shift_JIS'></head><body><p>{}</p></body></html>"
    path = archive(
        tmp_path,
        Answer("https://a.example/1?utm_source=x", page(LONG.format(5)), "2024-05-01T00:00:00Z"),
        Answer(
            "https://b.example/2",
            japanese.format("生成AIに5億ドルを投じた。" * 9).encode("cp932"),
            content_type="text/html",
        ),
        Answer(
            "https://b.example/feed", rss([3, 2]), "2025-01-04T00:00:00Z", content_type="application/rss+xml"
        ),
        Answer("https://b.example/notes.txt", "OpenAI raised money.", content_type="text/plain"),
    )
    report = rounds.backfill(warcs=[path])
    assert (report.new, report.failures) == (5, [])
    first, second, *entries, text = rounds.documents()
    assert (first.url, first.source) == ("https://a.example/1", "a-example")
    assert first.collected_at == datetime(2024, 5, 1, tzinfo=UTC)
    assert "生成AIに5億ドルを投じた。" in second.text
    assert [one.published_at for one in entries] == [
        day(3) + timedelta(hours=12),
        day(2) + timedelta(hours=12),
    ]
    assert (text.kind, text.url) == ("transcript", "https://b.example/notes.txt")
    (fetch,) = rounds.fetches()
    assert (fetch.source, fetch.location, fetch.outcome, fetch.documents) == ("archive", str(path), "new", 5)


def test_what_a_crawl_brings_along_is_no_document_and_no_dead_letter(rounds: Rounds, tmp_path: Path) -> None:
    path = archive(
        tmp_path,
        Answer("https://a.example/logo.png", b"\x89PNG\r\n\x1a\n\0", content_type="image/png"),
        Answer("https://a.example/x.svg", "<svg/>", content_type="image/svg+xml"),
        Answer("https://a.example/x.css", "p {}", content_type="text/css"),
        Answer("https://a.example/x.json", "{}", content_type="application/json"),
        Answer("https://a.example/sitemap.xml", "<urlset/>", content_type="application/xml"),
        Answer("https://a.example/robots.txt", "User-agent: *", content_type="text/plain"),
        Answer("https://a.example/1", page(LONG.format(5))),
    )
    report = rounds.backfill(warcs=[path])
    assert (report.new, report.dead_letters, report.failures) == (1, 0, [])


def test_an_answer_belongs_to_the_source_with_its_address_or_host(rounds: Rounds, tmp_path: Path) -> None:
    path = archive(
        tmp_path,
        Answer("https://www.a.example/feed/", rss([3]), content_type="text/xml"),
        Answer("https://a.example/page", page(LONG.format(5))),
        Answer("https://a.example/ja/feed", rss([4]), content_type="text/xml"),
        Answer("https://b.example/page", page(LONG.format(6))),
    )
    known = [
        Source("english", "https://www.a.example/feed", "feed", lang="en", name="A"),
        Source("japanese", "https://a.example/ja/feed", "feed", lang="ja"),
        Source("texts", "texts", "folder"),
    ]
    assert rounds.backfill(warcs=[path], known=known).failures == []
    documents = rounds.documents()
    assert [one.source for one in documents] == ["english", "english", "japanese", "b-example"]
    assert documents[2].lang == "ja"
    assert documents[1].meta["publisher"] == "A"


def test_an_answer_that_cannot_be_handled_is_a_dead_letter_of_its_capture(
    rounds: Rounds, tmp_path: Path
) -> None:
    path = archive(
        tmp_path,
        Answer("https://a.example/1", "<html><body><script>x</script></body></html>", "2024-05-01T00:00:00Z"),
        Answer("https://a.example/2", page("x" * 200_000)),
        Answer("https://a.example/3", page(LONG.format(5))),
    )
    for again in (0, 1):
        report = rounds.backfill(warcs=[path])
        assert (report.dead_letters, report.new) == ((2, 1), (0, 0))[again]
        empty, large = report.failures
        assert empty.startswith("archive: https://a.example/1 shows no text")
        assert "https://a.example/2 has more than 100,000 bytes" in large
    assert [one.origin for one in rounds.letters()] == ["https://a.example/1", "https://a.example/2"]
    assert rounds.letters()[0].at == datetime(2024, 5, 1, tzinfo=UTC)


def test_a_broken_archive_and_one_that_is_none_are_named_and_the_rest_is_read(
    rounds: Rounds, tmp_path: Path
) -> None:
    whole = archive(tmp_path, *(Answer(f"https://a.example/{n}", page(LONG.format(n))) for n in range(1, 4)))
    cut = tmp_path / "cut.warc.gz"
    cut.write_bytes(whole.read_bytes()[:-200])
    (tmp_path / "notes.txt").write_text("OpenAI raised money.")
    other = archive(tmp_path, Answer("https://a.example/9", page(LONG.format(9))), name="b.warc.gz")
    report = rounds.backfill(warcs=[cut, tmp_path / "notes.txt", tmp_path / "none.warc", other])
    assert report.new == 3
    broken, none, missing = report.failures
    assert f"archive: {cut} is broken" in broken
    assert f"{tmp_path / 'notes.txt'} is no WARC file; name a .warc or .warc.gz" in none
    assert "none.warc does not exist; correct the path" in missing
    assert [fetch.outcome for fetch in rounds.fetches()] == ["new", "failed", "failed", "new"]
    assert rounds.backfill(warcs=[whole]).new == 1, "what the broken file had lost"


def test_an_older_capture_does_not_replace_a_newer_text(rounds: Rounds, site: Site, tmp_path: Path) -> None:
    address = site.put("/story", page(LONG.format(7)), Content_Type="text/html")
    source = Source("live", address, "file")
    rounds.collect_sources([source])
    (live,) = rounds.documents()
    older = Answer(address, page(LONG.format(5)), "2024-05-01T00:00:00Z")
    newer = Answer(
        address, page(LONG.format(9)), f"{live.collected_at + timedelta(days=1):%Y-%m-%dT%H:%M:%SZ}"
    )
    report = rounds.backfill(warcs=[archive(tmp_path, older)], known=[source])
    assert (report.new, report.changed, report.unchanged) == (0, 0, 1)
    elsewhere = rounds.backfill(warcs=[archive(tmp_path, older)])
    assert (elsewhere.changed, elsewhere.unchanged) == (0, 1), "nor from another source"
    assert rounds.backfill(warcs=[archive(tmp_path, newer)], known=[source]).changed == 1
    live, last = rounds.documents()
    assert (LONG.format(7) in live.text, LONG.format(9) in last.text) == (True, True)
    assert rounds.collect_sources([source]).changed == 1, "what stands there now is the newest again"


def test_captures_of_one_page_are_its_revisions_and_come_once(rounds: Rounds, tmp_path: Path) -> None:
    answers = [
        Answer("https://a.example/1", page(LONG.format(number)), f"2024-05-0{number}T00:00:00Z")
        for number in (1, 2, 3)
    ]
    path = archive(tmp_path, answers[0], answers[1], answers[1], answers[2])
    report = rounds.backfill(warcs=[path])
    assert (report.new, report.changed, report.unchanged) == (1, 2, 1)
    assert [one.collected_at.day for one in rounds.documents()] == [1, 2, 3]
    again = rounds.backfill(warcs=[path, archive(tmp_path, answers[0], name="b.warc.gz")])
    assert (again.new, again.changed, again.unchanged) == (0, 0, 5)


def test_only_documents_of_the_period_come(rounds: Rounds, tmp_path: Path) -> None:
    """By the time they were published; where they do not say, by the time they were captured."""
    path = archive(
        tmp_path,
        Answer(
            "https://a.example/feed", rss([1, 2, 3, 4, 5]), "2025-02-01T00:00:00Z", content_type="text/xml"
        ),
        Answer("https://a.example/a", page(LONG.format(1)), "2025-01-01T23:59:59Z"),
        Answer("https://a.example/b", page(LONG.format(2)), "2025-01-02T00:00:00Z"),
        Answer("https://a.example/c", page(LONG.format(3)), "2025-01-04T00:00:00Z"),
        Answer("https://a.example/d", page(LONG.format(4)), "2024-01-01T00:00:00Z"),
    )
    report = rounds.backfill(warcs=[path], since=day(2), until=day(4))
    assert (report.new, report.outside) == (3, 6)
    urls = {one.url for one in rounds.documents()}
    assert urls == {"https://a.example/2", "https://a.example/3", "https://a.example/b"}
    wider = rounds.backfill(warcs=[path], since=day(1))
    assert (wider.new, wider.unchanged) == (5, 3)


def test_a_feed_and_its_pages_come_once_and_count_as_no_visit(rounds: Rounds, site: Site) -> None:
    source = Source("news", site.put("/feed", rss([9, 8], link("next", "/2"))), "feed")
    site.put("/2", rss([7, 6], link("next", "/3")))
    site.put("/3", rss([5]))
    report = rounds.backfill(source, since=day(6), until=day(9))
    assert (report.new, report.outside, report.failures) == (3, 2, [])
    assert [str(one.url)[-1] for one in rounds.documents()] == ["8", "7", "6"]
    assert all(datetime.now(UTC) - one.collected_at < timedelta(hours=1) for one in rounds.documents())
    again = rounds.backfill(source, since=day(6), until=day(9))
    assert (again.new, again.changed, again.unchanged) == (0, 0, 3)
    assert [fetch.outcome for fetch in rounds.fetches()] == ["new", "unchanged"]
    assert [fetch.status for fetch in rounds.fetches()] == [200, 200]
    assert due(rounds.settings, rounds.topics, [source], datetime.now(UTC)) == [source]


def test_an_entry_that_differs_between_pages_settles(rounds: Rounds, site: Site) -> None:
    source = Source("news", site.put("/feed", rss(["9: corrected"], link("next", "/2"))), "feed")
    site.put("/2", rss(["9: wrong", "8"]))
    assert rounds.backfill(source).new == 2
    again = rounds.backfill(source)
    assert (again.changed, again.unchanged) == (0, 2)


def test_local_sources_are_read_with_the_period_applied(rounds: Rounds, texts: Path) -> None:
    for name, published in (("old", "2024-12-31"), ("new", "2025-01-02")):
        (texts / f"{name}.md").write_text(f"---\npublished: {published}\n---\n{name} text")
    (texts / "undated.txt").write_text("collected now")
    source = Source("texts", str(texts), "folder")
    report = rounds.backfill(source, since=day(1), until=day(3))
    assert (report.new, report.outside) == (1, 2)
    assert rounds.backfill(source).new == 2


def test_one_that_fails_stops_nothing(rounds: Rounds, site: Site, tmp_path: Path) -> None:
    gone = Source("gone", site.address + "/gone", "feed")
    news = Source("news", site.put("/feed", rss([9])), "feed")
    report = rounds.backfill(gone, news, warcs=[tmp_path / "none.warc"])
    assert report.new == 1
    assert [line.partition(":")[0] for line in report.failures] == ["archive", "gone"]
    assert [(fetch.source, fetch.outcome) for fetch in report.fetches] == [
        ("archive", "failed"),
        ("gone", "failed"),
        ("news", "new"),
    ]


@pytest.mark.parametrize("deadly", [1, 2, 3])
def test_a_backfill_that_is_killed_and_run_again_loses_and_doubles_nothing(
    rounds: Rounds, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deadly: int
) -> None:
    class Killed(BaseException):
        pass

    appends = 0

    def append_and_die(topic: str, messages: object) -> None:
        nonlocal appends
        append(topic, messages)  # type: ignore[arg-type]
        appends += topic == "documents"
        if appends == deadly:
            raise Killed

    monkeypatch.setattr("pipeline.collect.run.BATCH", 2)
    path = archive(
        tmp_path,
        *(
            Answer(f"https://b.example/{n}", page(LONG.format(n)), f"2024-05-0{n}T00:00:00Z")
            for n in (1, 2, 3)
        ),
        Answer("https://b.example/1", page(LONG.format(11)), "2024-05-04T00:00:00Z"),
    )
    source = Source("news", site.put("/feed", rss([9, 8], link("next", "/2"))), "feed")
    site.put("/2", rss([7, 6]))
    append = rounds.topics.append
    with monkeypatch.context() as patched:
        patched.setattr(rounds.topics, "append", append_and_die)
        with pytest.raises(Killed):
            rounds.backfill(source, warcs=[path])
    rounds.backfill(source, warcs=[path])
    documents = rounds.documents()
    assert len(documents) == len({(one.doc_id, one.revision) for one in documents}) == 8
    assert LONG.format(11) in [one for one in documents if one.url == "https://b.example/1"][-1].text


def test_what_retention_would_remove_at_once_is_left_out_and_said(rounds: Rounds, tmp_path: Path) -> None:
    rounds.settings = replace(rounds.settings, keep_rows=30)
    fresh = datetime.now(UTC) - timedelta(days=29)
    path = archive(
        tmp_path,
        Answer("https://a.example/1", page(LONG.format(1)), "2024-05-01T00:00:00Z"),
        Answer("https://a.example/2", page(LONG.format(2)), f"{fresh:%Y-%m-%dT%H:%M:%SZ}"),
    )
    report = rounds.backfill(warcs=[path])
    assert report.new == 1
    (failure,) = report.failures
    assert f"{path} holds 1 documents captured more than 30 days ago; raise KIKIMIMI_KEEP_ROWS" in failure


def test_a_dead_letter_that_is_read_again_does_not_replace_a_newer_text(
    rounds: Rounds, site: Site, tmp_path: Path
) -> None:
    address = site.put("/story", page(LONG.format(7)), Content_Type="text/html")
    source = Source("live", address, "file")
    rounds.collect_sources([source])
    long = page(LONG.format(5) + " word" * 30_000)
    rounds.backfill(warcs=[archive(tmp_path, Answer(address, long, "2024-05-01T00:00:00Z"))], known=[source])
    (letter,) = rounds.letters()
    roomy = replace(rounds.settings, max_document=1_000_000)
    recollect(rounds.topics, roomy, [source], letter)
    assert len(rounds.documents()) == 1
    later = structs.replace(letter, at=datetime.now(UTC) + timedelta(minutes=1))
    recollect(rounds.topics, roomy, [source], later)
    assert len(rounds.documents()) == 2


def test_what_is_wanted_is_named_by_words_and_ids(tmp_path: Path) -> None:
    path = tmp_path / "sources.yaml"
    path.write_text("sources:\n  - {id: a, location: x}\n  - {id: b, location: y}\n")

    def ids(*given: object) -> list[str]:
        words, named, warcs = given
        return [one.id for one in wanted_sources(path, words, named, warcs)]  # type: ignore[arg-type]

    assert ids([], [], []) == ["a", "b"]
    assert ids([], [], [Path("x.warc")]) == [], "an archive alone"
    assert ids([], ["b"], [Path("x.warc")]) == ["b"]
    assert ids(["https://c.example/feed"], ["a"], []) == ["a", "c-example-feed"]
    with pytest.raises(Misconfigured, match="no source has the id c"):
        ids([], ["c"], [])
    with pytest.raises(Misconfigured, match=r"b\.warc\.gz is an archive; write --from-warc before each"):
        ids(["b.warc.gz"], [], [Path("a.warc.gz")])
