"""The archive: whatever the web gave us stands in the day's WARC file, and gives the very documents again."""

from __future__ import annotations

import gzip
import json
import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.collect.gzip_tail import whole_end
from pipeline.collect.sources import Source
from pipeline.records import Document
from pipeline.settings import read_settings
from pipeline.topics import open_topics
from tests.collect.conftest import Rounds, Site
from tests.collect.test_behind import article, in_time, item, whole
from tests.collect.test_behind import feed as wire

RSS = """<rss version="2.0"><channel><title>News</title><language>en</language>{}</channel></rss>"""
ITEM = "<item><title>{0}</title><link>https://a.example/{0}</link><description>{1}</description></item>"
VTT = "WEBVTT\n\n00:00.000 --> 00:02.000\nStargate costs $500 billion.\n"
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "J",
    "items": [{"id": "1", "title": "Un", "content_text": "Mistral lève 600 millions d'euros."}],
}


def feed(**entries: str) -> str:
    return RSS.format("".join(ITEM.format(*one) for one in entries.items()))


def source(ident: str, location: str, **more: Any) -> Source:
    return Source(ident, location, **({"kind": "file"} | more))


def archives(rounds: Rounds) -> list[Path]:
    return sorted((rounds.settings.data / "archive").glob("*"))


def records(path: Path) -> list[tuple[str, Any]]:
    """Type and headers of each record, read by warcio alone."""
    from warcio.archiveiterator import ArchiveIterator

    with path.open("rb") as file:
        found = []
        for one in ArchiveIterator(file, check_digests="raise"):
            one.content_stream().read()
            found.append((one.rec_type, one.rec_headers))
        return found


def elsewhere(rounds: Rounds, place: Path) -> Rounds:
    """The same program with an empty data folder and no sources.yaml that knows these sources."""
    settings = read_settings({"KIKIMIMI_DATA": str(place), "KIKIMIMI_MAX_DOCUMENT": "100000"})
    return Rounds(settings, open_topics(settings.topics))


def rebuilt(rounds: Rounds, place: Path, *warcs: Path) -> list[Document]:
    other = elsewhere(rounds, place)
    report = other.backfill(warcs=warcs or archives(rounds))
    assert report.failures == []
    found = other.documents()
    other.topics.close()
    return found


def everything(site: Site) -> list[Source]:
    """A source of each form."""
    page = "<html><head><title>記事</title></head><body><article><p>生成AIの投資は5億ドル。</p></article></body></html>"
    site.put("/moved.xml", b"", 301, Location="/feed.xml")
    site.put("/feed.xml", feed(one="NVIDIA", two="OpenAI"), ETag='"1"')
    return [
        source("feed", site.address + "/moved.xml", kind="feed", lang="fr", tags=("labs", "en"), name="The Feed"),
        source("sjis", site.put("/sjis", page.encode("cp932"), Content_Type="text/html"), document="article"),
        source("json", site.put("/f.json", json.dumps(JSON_FEED), Content_Type="application/feed+json"), kind="feed"),
        source("captions", site.put("/v.vtt", VTT, Content_Type="text/vtt"), document="transcript", lang="en"),
        source("text", site.put("/t?b=1&a=2", "DeepSeek has 2,000 GPUs.", Content_Type="text/plain")),
        source("packed", site.put("/z", gzip.compress(b"Qwen has 7 billion parameters."), Content_Encoding="gzip",
                                  Content_Type="text/plain")),
        source("partial", site.put("/203", "Claude 4 costs $15.", 203, Content_Type="text/plain")),
    ]  # fmt: skip


def test_an_empty_folder_is_filled_with_the_very_documents(
    rounds: Rounds, site: Site, tmp_path: Path
) -> None:
    report = rounds.collect_sources(everything(site))
    assert (report.new, report.failures) == (8, [])
    (path,) = archives(rounds)
    assert rebuilt(rounds, tmp_path / "other", path) == rounds.documents(), "to the last field"
    assert {one.source for one in rounds.documents()} == {
        "feed", "sjis", "json", "captions", "text", "packed", "partial",
    }  # fmt: skip


def test_another_program_reads_the_file_and_its_checksums(rounds: Rounds, site: Site) -> None:
    rounds.collect_sources(everything(site))
    (path,) = archives(rounds)
    kinds = [kind for kind, _ in records(path)]
    assert kinds == ["warcinfo"] + ["metadata", "request", "response"] * 7
    answers = [headers for kind, headers in records(path) if kind == "response"]
    assert len({one.get_header("WARC-Record-ID") for one in answers}) == 7
    assert all(one.get_header("WARC-Payload-Digest") for one in answers)
    # each record can be unpacked by itself
    starts = [part for part in path.read_bytes().split(b"\x1f\x8b\x08") if part]
    assert len(starts) >= len(kinds)


def test_what_brought_nothing_is_not_kept(rounds: Rounds, site: Site) -> None:
    site.put("/feed.xml", feed(one="NVIDIA"))
    site.put("/empty.xml", feed())
    sources = [source(name, f"{site.address}/{name}.xml", kind="feed") for name in ("feed", "empty", "none")]
    rounds.collect_sources(sources)
    (path,) = archives(rounds)
    size = path.stat().st_size
    rounds.collect_sources(sources)
    assert path.stat().st_size == size, "unchanged"
    site.put("/feed.xml", feed(two="OpenAI", one="NVIDIA"))
    rounds.collect_sources(sources)
    assert [kind for kind, _ in records(path)].count("response") == 2


def test_a_changed_text_comes_as_the_revision_that_it_was(rounds: Rounds, site: Site, tmp_path: Path) -> None:
    one = source("feed", site.address + "/feed.xml", kind="feed")
    for text in ("It raised $5 million.", "It raised $6 million.", "It raised $5 million."):
        site.put("/feed.xml", feed(one=text, two="always the same"))
        rounds.collect_sources([one])
    assert len(rounds.documents()) == 4
    assert rebuilt(rounds, tmp_path / "other") == rounds.documents()


def test_what_is_there_already_comes_as_unchanged(rounds: Rounds, site: Site) -> None:
    rounds.collect_sources(everything(site))
    report = rounds.backfill(warcs=archives(rounds))
    assert (report.new, report.changed, report.unchanged, report.failures) == (0, 0, 8, [])
    assert len(records(archives(rounds)[0])) == 22, "what comes from an archive is not archived"


def test_the_past_of_a_feed_is_kept_page_by_page(rounds: Rounds, site: Site, tmp_path: Path) -> None:
    link = '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="prev-archive" href="/2.xml"/>'
    site.put("/1.xml", feed(one="NVIDIA").replace("</title><language>", f"</title>{link}<language>"))
    site.put("/2.xml", feed(two="OpenAI"))
    rounds.backfill(source("feed", site.address + "/1.xml"))
    assert len(rounds.documents()) == 2
    assert rebuilt(rounds, tmp_path / "other") == rounds.documents()


def test_the_pages_behind_entries_give_their_texts_again(rounds: Rounds, site: Site, tmp_path: Path) -> None:
    one = Source("wire", site.address + "/feed", "feed")
    links = [site.put(f"/{number}", article(), Content_Type="text/html") for number in range(2)]
    site.put("/feed", wire(*(item(link) for link in links)))
    rounds.collect_sources([one])
    assert all(whole(document) for document in rounds.documents())
    (path,) = archives(rounds)
    answers = [headers.get_header("WARC-Target-URI") for kind, headers in records(path) if kind == "response"]
    assert sorted(answers) == sorted(links), "the feed itself has brought nothing that stands"
    late = site.put("/late", "", 503)
    site.put("/feed", wire(*(item(link) for link in (late, *links))))
    rounds.collect_sources([one])
    site.put("/late", article(), Content_Type="text/html")
    in_time(rounds)
    rounds.collect_sources([one])
    assert [whole(document) for document in rounds.documents()] == [True, True, False, True]
    found = rebuilt(rounds, tmp_path / "other")  # pages stand there as they came, documents as in their feed
    assert sorted(found, key=repr) == sorted(rounds.documents(), key=repr)


def test_a_long_feed_is_kept_once_with_all_that_is_new(rounds: Rounds, site: Site, tmp_path: Path) -> None:
    one = source("feed", site.address + "/feed.xml", kind="feed")
    entries = {f"e{number}": "A text." for number in range(250)}
    site.put("/feed.xml", feed(**entries))
    rounds.collect_sources([one])
    site.put("/feed.xml", feed(**entries, last="The only news."))
    rounds.collect_sources([one])
    (path,) = archives(rounds)
    assert [kind for kind, _ in records(path)].count("response") == 2
    assert rebuilt(rounds, tmp_path / "other") == rounds.documents()


def test_passwords_and_cookies_are_not_kept(rounds: Rounds, site: Site) -> None:
    address = site.put(
        "/feed.xml", feed(one="NVIDIA"), Set_Cookie="session=s3cret", Link="<http://u:s3cret@a.example>"
    )
    rounds.collect_sources([source("feed", address.replace("//", "//user:s3cret@"), kind="feed")])
    assert "Authorization" in site.asked[-1][1]
    (path,) = archives(rounds)
    unpacked = gzip.decompress(path.read_bytes())
    assert b"User-Agent: kikimimi/" in unpacked
    for secret in (b"s3cret", b"dXNlcjpzM2NyZXQ=", b"user:", b"Authorization"):
        assert secret not in unpacked


def test_a_kill_between_archive_and_topic_loses_neither(
    rounds: Rounds, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = source("feed", site.put("/feed.xml", feed(one="NVIDIA", two="OpenAI")), kind="feed")

    def die(topic: str, messages: object) -> None:
        raise KeyboardInterrupt(topic)

    with monkeypatch.context() as patched:
        patched.setattr(rounds.topics, "append", die)
        with pytest.raises(KeyboardInterrupt):
            rounds.collect_sources([one])
    assert rounds.documents() == []
    rounds.collect_sources([one])
    (path,) = archives(rounds)
    assert [kind for kind, _ in records(path)].count("response") == 2
    found = rebuilt(rounds, tmp_path / "other")
    assert [(one.doc_id, one.revision) for one in found] == [
        (one.doc_id, one.revision) for one in rounds.documents()
    ]


def cut(path: Path, size: int) -> None:
    with path.open("r+b") as file:
        file.truncate(size)


def test_a_record_that_a_kill_has_cut_off_is_gone_with_the_next_one(
    rounds: Rounds, site: Site, tmp_path: Path
) -> None:
    one = source("feed", site.address + "/feed.xml", kind="feed")
    site.put("/feed.xml", feed(one="NVIDIA"))
    rounds.collect_sources([one])
    (path,) = archives(rounds)
    first = path.read_bytes()
    site.put("/feed.xml", feed(one="NVIDIA", two="OpenAI"))
    rounds.collect_sources([one])
    whole = path.read_bytes()
    for size in (*range(len(first), len(first) + 30), *range(len(first) + 30, len(whole), 97)):
        path.write_bytes(whole[:size])
        end = whole_end(path, size)
        assert len(first) <= end <= size
        gzip.decompress(whole[:end])  # whole records only
    assert whole_end(path, 0) == 0
    path.write_bytes(whole[: len(whole) - 40])
    site.put("/feed.xml", feed(three="Mistral"))
    rounds.collect_sources([one])
    assert records(path)
    found = rebuilt(rounds, tmp_path / "mended")
    assert [document.title for document in found] == ["one", "three"], "all but the one that was cut off"


def test_a_reader_passes_over_what_is_cut_off_and_says_so(rounds: Rounds, site: Site, tmp_path: Path) -> None:
    rounds.collect_sources(everything(site))
    (path,) = archives(rounds)
    cut(path, path.stat().st_size - 20)
    other = elsewhere(rounds, tmp_path / "other")
    report = other.backfill(warcs=[path])
    (line,) = report.failures
    assert "is broken, its end was not read: it ends in the middle of a record" in line
    *_, last = rounds.documents()
    assert other.documents() == [one for one in rounds.documents() if one.source != last.source]
    other.topics.close()


@pytest.mark.parametrize("rubbish", [b"\0" * 4096, b"\x1f\x8b\x08 no record", b"WARC/1.0\r\n", b"\x1f"])
def test_rubbish_at_the_end_is_cut_off(rounds: Rounds, site: Site, tmp_path: Path, rubbish: bytes) -> None:
    site.put("/1", "OpenAI has 500 million users.")
    site.put("/2", "NVIDIA is worth $3 trillion.")
    rounds.collect_sources([source("one", site.address + "/1")])
    (path,) = archives(rounds)
    with path.open("ab") as file:
        file.write(rubbish)
    rounds.collect_sources([source("two", site.address + "/2")])
    assert rebuilt(rounds, tmp_path / "other") == rounds.documents()


def test_a_large_file_that_is_no_archive_is_left_alone(rounds: Rounds, site: Site) -> None:
    site.put("/1", "OpenAI has 500 million users.")
    rounds.collect_sources([source("one", site.address + "/1")])
    (path,) = archives(rounds)
    path.write_bytes(b"somebody's film " * 10_000)
    site.put("/2", "NVIDIA is worth $3 trillion.")
    report = rounds.collect_sources([source("two", site.address + "/2")])
    assert report.new == 1
    (line,) = report.failures
    assert "does not hold 1 answers: it is no archive of ours, move it away" in line
    assert path.stat().st_size == 160_000


def test_a_full_disk_is_one_line_and_no_document_is_lost(rounds: Rounds, site: Site) -> None:
    sources = everything(site)
    rounds.collect_sources(sources[:1])
    (path,) = archives(rounds)
    whole = path.read_bytes()
    path.unlink()
    path.symlink_to("/dev/full")  # where every write finds no space
    report = rounds.collect_sources(sources[1:])
    assert (report.new, len(rounds.documents())) == (6, 8)
    (line,) = report.failures
    assert line.startswith(
        f"archive: {path} does not hold 6 answers: No space left on device; free the disk, or "
    )
    path.unlink()
    path.write_bytes(whole)
    site.put("/more", "Anthropic is worth $61.5 billion.")
    assert rounds.collect_sources([source("more", site.address + "/more")]).failures == []


def test_it_can_be_turned_off(rounds: Rounds, site: Site) -> None:
    rounds.settings = replace(rounds.settings, archive=False)
    rounds.collect_sources(everything(site))
    assert len(rounds.documents()) == 8
    assert archives(rounds) == []


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from pipeline.collect.archiving import Archive
from pipeline.collect.found import Original
from pipeline.collect.sources import Source
from pipeline.collect.visit import Read
from pipeline.collect.web.terms import Reply
from tests.samples import make_document

folder, name = Path(sys.argv[1]), sys.argv[2]
archive = Archive(folder)
for number in range(40):
    reply = Reply(f"http://a.example/{name}/{number}", 200, name.encode() * 5000, True, 0.1)
    original = Original(Source(name, reply.url, "file"), reply.url, reply.body, 1, reply=reply)
    archive.keep([Read(original, reply, datetime(2025, 2, 3, tzinfo=UTC), [make_document()])], lambda _: True)
assert not archive.problems()
"""


def test_two_processes_do_not_write_into_each_other(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path / "a"), name]) for name in ("one", "two")
    ]
    assert [one.wait(60) for one in writers] == [0, 0]
    answers = [headers.get_header("WARC-Target-URI") for kind, headers in records(tmp_path / "a" / "2025-02-03.warc.gz") if kind == "response"]  # fmt: skip
    assert sorted(answers) == sorted(f"http://a.example/{name}/{number}" for name in ("one", "two") for number in range(40))  # fmt: skip


ROUND = """
import sys
from dataclasses import replace
from pathlib import Path
from pipeline.collect.run import collect
from pipeline.collect.sources import Source
from pipeline.settings import read_settings
from pipeline.topics import open_topics

settings = read_settings({"KIKIMIMI_DATA": sys.argv[1], "KIKIMIMI_MAX_DOCUMENT": "100000"})
sources = [Source(f"s{n}", f"{sys.argv[2]}/{n}.xml", "feed", private="yes") for n in range(30)]
print("go", flush=True)
collect(open_topics(settings.topics), settings, sources, which="named", pause=0)
"""


@pytest.mark.slow
def test_kills_of_collectors_leave_an_answer_for_every_document(
    rounds: Rounds, site: Site, tmp_path: Path
) -> None:
    for number in range(30):
        entries = {f"{number}-{entry}": f"OpenAI raised ${entry} million." * 20 for entry in range(10)}
        site.put(f"/{number}.xml", feed(**entries))
    command, moments = (
        [sys.executable, "-c", ROUND, str(rounds.settings.data), site.address],
        random.Random(3),
    )
    done = 0
    for _ in range(8):
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(moments.uniform(0.2, 1.2))
            process.kill()
        done = len(rounds.documents())
    assert subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0
    assert len(rounds.documents()) == 300 >= done
    found = rebuilt(rounds, tmp_path / "other")
    assert {(one.doc_id, one.revision, one.source) for one in found} == {
        (one.doc_id, one.revision, one.source) for one in rounds.documents()
    }
    assert len(found) == 300
