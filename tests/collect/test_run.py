"""Rounds of collecting: what comes in comes in once, and what cannot be read is a line and a letter, never a stop."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from pipeline.collect import run as run_module
from pipeline.collect.sources import Source, read_sources
from pipeline.errors import Misconfigured
from pipeline.topics import open_topics
from tests.collect.conftest import Rounds, Site
from tests.conftest import ROOT

GOOD = "OpenAIは5億ドルを調達した。"

BAD_FILES = {
    "binary.txt": (bytes(range(256)) * 40, "is not text"),
    "nul.txt": (b"half a text \0 and more", "is not text: it holds control characters"),
    "invalid.txt": (
        "壊れた".encode() + b"\xff\xfe\xfa" + "文".encode(),
        "is not text: byte 0xff at 9 is not UTF-8",
    ),
    "empty.txt": (b"", "is empty"),
    "blank.md": (b" \n\t\n", "is empty"),
    "large.txt": (
        b"a lot of text. " * 10_000,
        "has 150,000 bytes, more than 100,000; raise KIKIMIMI_MAX_DOCUMENT",
    ),
    "feed.xml": (b"<rss><channel><item>no end", "is a broken feed"),
    "notes.xml": (b"<notes><note>no feed</note></notes>", "is no feed"),
    "scripts.html": (b"<html><body><script>show()</script></body></html>", "shows no text"),
    "head.md": (b"---\ntitle: one\ntitel: two\n---\ntext", "head.md:3: unknown key titel; known are title"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_one_line_and_a_dead_letter_with_its_bytes(
    rounds: Rounds, texts: Path, name: str
) -> None:
    data, said = BAD_FILES[name]
    (texts / name).write_bytes(data)
    (texts / "zz-good.txt").write_text(GOOD)
    report = rounds.collect(texts)
    (line,) = report.failures
    assert line.startswith("texts: ")
    assert said in line
    assert "; " in line, "no remedy"
    (letter,) = rounds.letters()
    assert (letter.payload, letter.size, letter.stage) == (data, len(data), "collect")
    assert letter.origin == str(texts / name)
    assert said in letter.error
    assert [document.text for document in rounds.documents()] == [GOOD], "the rest goes on"

    again = rounds.collect(texts)
    assert again.failures == [line], "it is still bad, and said again"
    assert (again.dead_letters, len(rounds.letters())) == (0, 1), "but kept once"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("missing.txt", "does not exist; correct the path"),
        ("x" * 300, "cannot be read: File name too long"),
        ("pipe", "is neither a file nor a folder"),
        ("hollow", "holds no texts, pages or feeds"),
    ],
)
def test_a_path_that_cannot_be_read_is_a_failed_fetch(
    rounds: Rounds, texts: Path, path: str, said: str
) -> None:
    os.mkfifo(texts / "pipe")
    (texts / "hollow").mkdir()
    (texts / "good.txt").write_text(GOOD)
    report = rounds.collect(texts / path, texts / "good.txt")
    (line,) = report.failures
    assert said in line
    assert [fetch.outcome for fetch in report.fetches] == ["failed", "new"]
    assert report.fetches[0].error == line
    assert rounds.letters() == []


def test_a_file_whose_name_is_no_utf8_is_read_and_named(rounds: Rounds, texts: Path) -> None:
    (texts / os.fsdecode(b"good\xff.txt")).write_text(GOOD)
    (texts / os.fsdecode(b"bad\xff.txt")).write_bytes(b"\0")
    report = rounds.collect(texts, texts / os.fsdecode(b"none\xff.txt"))
    assert report.new == 1
    assert [line.count("\ufffd.txt") for line in report.failures] == [1, 1]
    assert rounds.letters()[0].origin.endswith("bad\ufffd.txt")


def test_a_letter_of_a_huge_file_keeps_its_beginning_and_says_so(
    rounds: Rounds, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("files", "letters"):
        monkeypatch.setattr(f"pipeline.collect.{module}.LARGEST_KEPT", 120_000)
    (texts / "huge.txt").write_bytes(b"x" * 150_000)
    (line,) = rounds.collect(texts).failures
    assert "has 150,000 bytes, more than 100,000 (the dead letter keeps the first 120,000)" in line
    (letter,) = rounds.letters()
    assert (len(letter.payload), letter.size) == (120_000, 150_000)


def test_whatever_a_parser_trips_over_is_a_dead_letter(
    rounds: Rounds, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trips(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    (texts / "page.html").write_text("<html><body><p>OpenAI</p></body></html>")
    (texts / "text.txt").write_text(GOOD)
    monkeypatch.setattr("pipeline.collect.forms.read_page", trips)
    report = rounds.collect(texts)
    (line,) = report.failures
    assert "page.html cannot be read: RecursionError: too deep; report it" in line
    assert (report.new, report.dead_letters) == (1, 1)


def test_a_second_round_appends_nothing_and_a_changed_text_one(rounds: Rounds, texts: Path) -> None:
    for number in range(250):  # more than two batches
        (texts / f"{number:03}.txt").write_text(f"{GOOD}{number}", encoding="utf-8")
    first = rounds.collect(texts)
    assert (first.new, first.changed, first.unchanged, first.failures) == (250, 0, 0, [])
    second = rounds.collect(texts)
    assert (second.new, second.changed, second.unchanged) == (0, 0, 250)
    assert [fetch.outcome for fetch in rounds.fetches()] == ["new", "unchanged"]
    (texts / "007.txt").write_text(f"{GOOD}変わった。", encoding="utf-8")
    third = rounds.collect(texts)
    assert (third.new, third.changed, third.unchanged) == (0, 1, 249)
    before, after = [one for one in rounds.documents() if one.text.endswith(("。7", "変わった。"))]
    assert before.doc_id == after.doc_id
    assert before.revision != after.revision


def test_progress_tells_of_every_document(rounds: Rounds, texts: Path) -> None:
    for number in range(120):
        (texts / f"{number}.txt").write_text(f"{number} GPUs")
    told: list[int] = []
    sources = [Source("texts", str(texts), "folder")]
    run_module.collect(rounds.topics, rounds.settings, sources, told.append)
    assert told == [100, 20]


@pytest.mark.parametrize("lost", ["gone", "rewound", "half"])
def test_a_kill_between_append_and_state_repeats_nothing(rounds: Rounds, texts: Path, lost: str) -> None:
    """The state is a picture of the topics: as old as it may be, it is brought up to date from them."""
    state = rounds.settings.data / "collect.db"
    (texts / "bad.txt").write_bytes(b"\0\1\2")
    (texts / "a.txt").write_text(GOOD)
    rounds.collect(texts)
    old = state.read_bytes()
    (texts / "b.txt").write_text("Mistral AI raised 600 million euros.")
    rounds.collect(texts)
    if lost == "gone":
        state.unlink()
    elif lost == "rewound":
        state.write_bytes(old)
    else:  # the ids of the last append were not noted, as if killed before COMMIT
        with sqlite3.connect(state, isolation_level=None) as connection:
            connection.execute("UPDATE positions SET position = 0")
            connection.execute("DELETE FROM documents")
    again = rounds.collect(texts)
    assert (again.new, again.changed, again.unchanged, again.dead_letters) == (0, 0, 2, 0)
    assert (len(rounds.documents()), len(rounds.letters())) == (2, 1)


def test_a_kill_while_appending_repeats_nothing(
    rounds: Rounds, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def append_and_die(topic: str, messages: object) -> None:
        append(topic, messages)  # type: ignore[arg-type]
        raise Killed

    (texts / "a.txt").write_text(GOOD)
    append = rounds.topics.append
    monkeypatch.setattr(rounds.topics, "append", append_and_die)
    with pytest.raises(Killed):
        rounds.collect(texts)
    monkeypatch.undo()
    assert rounds.collect(texts).unchanged == 1
    assert len(rounds.documents()) == 1


def test_new_topics_are_filled_although_the_state_is_old(rounds: Rounds, texts: Path) -> None:
    (texts / "a.txt").write_text(GOOD)
    rounds.collect(texts)
    rounds.topics.close()
    for path in rounds.settings.data.glob("topics.db*"):
        path.unlink()
    rounds.topics = open_topics(rounds.settings.topics)
    assert rounds.collect(texts).new == 1


def test_two_rounds_at_once_append_everything_once(rounds: Rounds, texts: Path) -> None:
    for number in range(150):
        (texts / f"{number}.txt").write_text(f"{number} GPUs")
    threads = [threading.Thread(target=rounds.collect, args=(texts,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(rounds.documents()) == 150
    assert len({document.doc_id for document in rounds.documents()}) == 150


def test_a_state_that_is_no_state_names_the_remedy(rounds: Rounds, texts: Path) -> None:
    (texts / "a.txt").write_text(GOOD)
    rounds.settings.data.mkdir(exist_ok=True)
    (rounds.settings.data / "collect.db").write_bytes(b"something else" * 1000)
    with pytest.raises(Misconfigured, match=r"collect\.db is no state of collecting.*delete it"):
        rounds.collect(texts)


def test_a_file_is_one_document_however_it_is_named(
    rounds: Rounds, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (texts / "a.txt").write_text(GOOD)
    rounds.collect(texts)
    monkeypatch.chdir(texts)
    assert rounds.collect("a.txt").unchanged == 1
    monkeypatch.chdir(texts.parent)
    assert rounds.collect("texts/../texts/a.txt").unchanged == 1
    texts.rename(texts.parent / "moved")
    assert rounds.collect("moved").unchanged == 1, "the same text elsewhere is the same document"
    Path("moved/a.txt").write_text(f"{GOOD}訂正。", encoding="utf-8")
    Path("moved/b").mkdir()
    Path("moved/b/a.txt").write_text("another of the same name")
    report = rounds.collect("moved")
    assert (report.new, report.changed) == (2, 0)


def test_two_sources_of_one_address_do_not_take_turns_in_changing_it(rounds: Rounds, texts: Path) -> None:
    item = "<rss version='2.0'><channel><item><title>{}</title><link>https://a.example/1</link></item></channel></rss>"
    (texts / "a.xml").write_text(item.format("OpenAI raises money"))
    (texts / "b.xml").write_text(item.format("OpenAI raises money, says the other"))
    sources = [Source("one", str(texts / "a.xml"), "feed"), Source("two", str(texts / "b.xml"), "feed")]
    first, second = rounds.collect_sources(sources), rounds.collect_sources(sources)
    assert (first.new, first.changed) == (1, 1)
    assert (second.new, second.changed, second.unchanged) == (0, 0, 2)


def test_the_seeds_give_documents_in_three_languages(rounds: Rounds) -> None:
    sources = [source for source in read_sources(ROOT / "seeds" / "sources.yaml") if not source.remote]
    report = rounds.collect_sources(sources)
    assert report.failures == []
    documents = rounds.documents()
    assert {document.lang for document in documents} == {"ja", "en", "fr"}
    assert all(document.published_at for document in documents)
    assert [document.kind for document in documents].count("transcript") == 1
    assert rounds.collect_sources(sources).new == 0


def test_everything_local_is_collected_while_the_web_is_away(
    rounds: Rounds, texts: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_module, "ROUND", 1.0)
    (texts / "a.txt").write_text(GOOD)
    feed = site.put(
        "/feed.xml", "<rss version='2.0'><channel><item><title>Mistral</title></item></channel></rss>"
    )
    report = rounds.collect(site.address + "/silent", "http://127.0.0.1:9/feed.xml", texts, feed)
    assert [fetch.outcome for fetch in report.fetches] == ["failed", "failed", "new", "new"]
    silent, refused = report.failures
    assert "/silent did not answer in time; check the address" in silent
    assert "http://127.0.0.1:9/feed.xml cannot be reached" in refused
    assert [fetch.status for fetch in report.fetches] == [None, None, None, 200]
