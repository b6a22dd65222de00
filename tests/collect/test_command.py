"""The command `kikimimi collect` as people call it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.collect.conftest import Site
from tests.collect.test_paged import link, rss
from tests.collect.warcs import Answer, page, write_warc
from tests.conftest import Run


def test_an_archive_is_collected_once(kikimimi: Run, tmp_path: Path) -> None:
    text = "OpenAI said on Tuesday that it had raised five billion dollars to build data centres."
    write_warc(tmp_path / "a.warc.gz", Answer("https://openai.com/news/1", page(text)))
    done = kikimimi("collect", "--from-warc", "a.warc.gz")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 new documents, 0 unchanged." in done.stdout
    again = kikimimi("collect", "--from-warc", "a.warc.gz")
    assert "No new documents; 1 known ones are unchanged." in again.stdout
    kikimimi("work", "extract", "--until-empty")
    kikimimi("work", "load", "--until-empty")
    shown = kikimimi("sql", "SELECT source, said_at FROM documents").stdout
    assert "openai " in shown, "the source of sources.yaml on that host"
    assert "2024-05-01" in shown
    assert kikimimi("collect", "--from-warc", "a.warc.gz", "--since", "2024-06-01").stdout.endswith(
        "No new documents; 0 known ones are unchanged, 1 outside the period.\n"
    )


def test_a_feed_is_read_back_to_a_day(kikimimi: Run, site: Site) -> None:
    first = site.put("/feed", rss([9, 8], link("next", "/2")))
    site.put("/2", rss([7]))
    done = kikimimi("collect", first, "--since", "2025-01-07", "--until", "2025-01-08")
    assert done.returncode == 0
    assert "2 new documents, 0 unchanged, 1 outside the period." in done.stdout


def test_one_source_of_the_file_can_be_collected(kikimimi: Run) -> None:
    done = kikimimi("collect", "--source", "sample-en")
    assert done.returncode == 0
    assert "new documents" in done.stdout
    assert "techcrunch" not in done.stdout


def test_a_file_that_is_no_archive_ends_with_1(kikimimi: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("OpenAI")
    done = kikimimi("collect", "--from-warc", "notes.txt")
    assert done.returncode == 1
    assert "archive: notes.txt is no WARC file; name a .warc or .warc.gz" in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--since", "soon"), "--since 'soon' is no date"),
        (("--since", "2025-02-03", "--until", "2025-02-01"), "is after --until"),
        (("--source", "nobody"), "no source has the id nobody; known are transcripts, "),
        (("--from-warc", "a.warc.gz", "b.warc.gz"), "b.warc.gz is an archive; write --from-warc before each"),
    ],
)
def test_a_wrong_call_is_one_line(kikimimi: Run, words: tuple[str, ...], said: str) -> None:
    done = kikimimi("collect", *words)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert said in line
