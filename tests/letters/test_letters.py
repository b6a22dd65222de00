"""Dead letters: listed until somebody decides, shown with their bytes, sent again as they came."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from pipeline.records import headers
from pipeline.topics import open_topics
from pipeline.topics.base import Message
from pipeline.topics.envelope import pack
from tests.conftest import Fill, Run
from tests.samples import make_document, make_extraction, make_mention

LARGE = "OpenAIは5億ドルを調達した。" * 200


@pytest.fixture
def address(environ: dict[str, str]) -> str:
    return f"embedded:{environ['KIKIMIMI_DATA']}/topics.db"


def listed(kikimimi: Run) -> list[str]:
    """The ids that wait."""
    lines = kikimimi("dead-letters", "list").stdout.splitlines()
    return [
        line.split()[0] for line in lines if " collect " in line or " extract " in line or " load " in line
    ]


def test_nothing_waits_at_first(kikimimi: Run) -> None:
    done = kikimimi("dead-letters", "list")
    assert (done.returncode, done.stdout) == (0, "No dead letters wait.\n")


def test_a_document_that_was_too_large_is_taken_after_the_setting_was_raised(
    kikimimi: Run, fill: Fill, tmp_path: Path
) -> None:
    (tmp_path / "large.txt").write_text(LARGE, encoding="utf-8")
    kikimimi("collect", "large.txt", KIKIMIMI_MAX_DOCUMENT="100")
    (letter,) = listed(kikimimi)
    shown = kikimimi("dead-letters", "show", letter).stdout
    assert "more than 100; raise KIKIMIMI_MAX_DOCUMENT" in shown
    assert "OpenAIは5億ドル" in shown

    again = kikimimi("dead-letters", "replay", letter, KIKIMIMI_MAX_DOCUMENT="100")
    assert again.returncode == 1
    assert "raise KIKIMIMI_MAX_DOCUMENT" in again.stderr
    assert listed(kikimimi) == [letter], "as bad as before: it waits on"

    assert kikimimi("dead-letters", "replay", letter).stdout == "1 sent again\n"
    assert listed(kikimimi) == []
    fill("large.txt")
    with duckdb.connect(str(tmp_path / "data" / "tracker.duckdb"), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchall() == [(1,)]
        assert connection.execute("SELECT action, length(target) FROM edits").fetchall() == [
            ("replay-letter", 32)
        ]
        assert connection.execute("SELECT count(*) FROM dead_letters").fetchall() == [(1,)]


def test_a_document_that_was_stuck_is_extracted_when_it_is_sent_again(
    kikimimi: Run, fill: Fill, tmp_path: Path
) -> None:
    (tmp_path / "long.txt").write_text(LARGE * 20, encoding="utf-8")
    (tmp_path / "short.txt").write_text("OpenAIは5億ドルを調達した。", encoding="utf-8")
    kikimimi("collect", "long.txt")
    kikimimi("work", "extract", "--until-empty", KIKIMIMI_STUCK_AFTER="0.001")
    fill("short.txt")
    (letter,) = listed(kikimimi)
    assert "held the extractor up for 0.001 seconds" in kikimimi("dead-letters", "show", letter).stdout
    assert kikimimi("dead-letters", "replay", "--all").stdout == "1 sent again\n"
    fill("short.txt")
    with duckdb.connect(str(tmp_path / "data" / "tracker.duckdb"), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchall() == [(2,)]
        assert connection.execute("SELECT count(*) FROM mentions WHERE entity = 'openai'").fetchall() == [
            (4001,)
        ]


def test_a_message_that_breaks_its_schema_keeps_its_bytes_and_waits_on(kikimimi: Run, address: str) -> None:
    topics = open_topics(address)
    topics.append("documents", [Message("k", b'{"half a', headers("documents"))])
    topics.close()
    kikimimi("work", "extract", "--until-empty")
    (letter,) = listed(kikimimi)
    assert kikimimi("dead-letters", "show", letter, "--raw").stdout == '{"half a'
    done = kikimimi("dead-letters", "replay", letter)
    assert done.returncode == 1
    assert "breaks its schema" in done.stderr
    assert done.stdout == "0 sent again, 1 wait on\n"
    assert listed(kikimimi) == [letter]


def test_an_extraction_of_another_version_is_loaded_when_it_is_sent_again(
    kikimimi: Run, address: str, tmp_path: Path
) -> None:
    extraction = pack("extractions", "k", make_extraction(make_document(), make_mention("Stargate", 0)))
    topics = open_topics(address)
    topics.append(
        "extractions", [Message("k", extraction.value, {"schema": "extractions", "version": "999"})]
    )
    topics.close()
    kikimimi("work", "load", "--until-empty")
    (letter,) = listed(kikimimi)
    assert "version 999" in kikimimi("dead-letters", "show", letter).stdout
    assert kikimimi("dead-letters", "replay", letter).returncode == 0  # its body fits the version of today
    kikimimi("work", "load", "--until-empty")
    with duckdb.connect(str(tmp_path / "data" / "tracker.duckdb"), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchall() == [(1,)]


def test_a_letter_that_is_dropped_is_not_listed_and_stays_in_the_topic(
    kikimimi: Run, tmp_path: Path, address: str
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"")
    kikimimi("collect", "a.txt", "b.txt")
    first, second = listed(kikimimi)
    assert kikimimi("dead-letters", "drop", first).stdout == "1 dropped\n"
    assert listed(kikimimi) == [second]
    assert kikimimi("dead-letters", "drop", "--all").stdout == "1 dropped\n"
    assert listed(kikimimi) == []
    topics = open_topics(address)
    assert sum(topics.ends("dead-letters").values()) == 2
    topics.close()


def test_bytes_are_shown_harmlessly_and_written_as_they_were(
    kikimimi: Run, tmp_path: Path, environ: dict[str, str]
) -> None:
    data = bytes(range(256)) * 40
    (tmp_path / "binary.txt").write_bytes(data)
    kikimimi("collect", "binary.txt")
    (letter,) = listed(kikimimi)
    shown = kikimimi("dead-letters", "show", letter).stdout
    assert not {"\x00", "\x1b"} & set(shown), "control characters move a terminal's cursor"
    assert "10,240 bytes in all" in shown
    raw = [sys.executable, "-m", "pipeline", "dead-letters", "show", letter, "--raw"]
    assert subprocess.run(raw, env=environ, cwd=tmp_path, capture_output=True, check=True).stdout == data


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("show", "0000"),
            "no dead letters have an id that begins with 0000; see kikimimi dead-letters list",
        ),
        (("show", "ab"), "is too short for an id"),
        (("drop", "0000"), "no dead letters have an id"),
    ],
)
def test_an_id_that_is_not_there_is_named(kikimimi: Run, words: tuple[str, ...], said: str) -> None:
    done = kikimimi("dead-letters", *words)
    assert done.returncode == 1
    assert said in done.stderr
