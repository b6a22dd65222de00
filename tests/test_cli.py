"""The command line: help with an example for every verb, exit codes, and one line for what goes wrong."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Begin, Fill, Run, cold

VERBS = [(), ("run",), ("collect",), ("work",), ("work", "extract"), ("work", "load"), ("extract",), ("evaluate",),
         ("sql",), ("schema",), ("status",), ("broker",), ("serve",), ("dead-letters",), ("dead-letters", "list"), ("dead-letters", "show"),
         ("dead-letters", "replay"), ("dead-letters", "drop"), ("export",), ("backup",), ("restore",), ("maintain",), ("replay",),
         ("entities",), ("entities", "list"), ("entities", "merge"), ("entities", "split"), ("entities", "promote"), ("rates",),
         ("quarantine",), ("quarantine", "list"), ("quarantine", "release"), ("quarantine", "confirm"), ("validate",), ("digest",), ("doctor",),
         ("sources",), ("sources", "list"), ("sources", "check"), ("sources", "add"), ("sources", "remove"), ("sources", "import-opml"), ("sources", "export-opml")]  # fmt: skip


@pytest.fixture
def begin() -> Begin:
    """Cold, as a person begins it."""
    return cold


@pytest.mark.parametrize("words", VERBS, ids=" ".join)
def test_every_help_shows_an_example(kikimimi: Run, words: tuple[str, ...]) -> None:
    done = kikimimi(*words, "--help")
    assert done.returncode == 0
    assert "Example: " in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("dance",), "No such command"),
        (("run", "--loud"), "No such option"),
        (("run", "--once", "--watch"), "opposites"),
        (("sql",), "no query was given"),
        (("evaluate", "nowhere"), "no folder of gold documents"),
        (("dead-letters", "drop"), "no letters are named; give their ids, or --all"),
        (("quarantine", "release"), "no rows are named; give their ids, or --expectation NAME"),
        (("quarantine", "confirm", "3f2a", "--expectation", "x"), "rows are named by their ids or by"),
        (("quarantine", "list", "--status", "shut"), "--status"),
        (("status", "--seconds", "-1"), "--seconds"),
    ],
)
def test_a_wrong_call_ends_with_2(kikimimi: Run, words: tuple[str, ...], said: str) -> None:
    done = kikimimi(*words)
    assert done.returncode == 2
    assert said in done.stderr


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("sources.yaml", "sources: [", "sources.yaml"),
        ("rules.yaml", "rules:\n  - id: [", "rules.yaml"),
        ("rules.yaml", "rules:\n  - {id: x, title: X, entity: stargatte}", "stargate"),
        ("catalogue/people.yaml", "type: person\nentities:\n  - id: Bad Id\n", "people.yaml:3"),
        ("catalogue/people.yaml", "type: person\nentities: [", "people.yaml"),
    ],
)
def test_a_broken_seed_file_is_one_line_that_names_it(
    kikimimi: Run, tmp_path: Path, name: str, text: str, said: str
) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "seeds" / name).write_text(text)
    done = kikimimi("run", KIKIMIMI_SEEDS=str(tmp_path / "seeds"))
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("kikimimi: ")
    assert said in line


def test_bad_files_are_a_line_and_a_dead_letter_each_and_the_rest_goes_on(
    kikimimi: Run, tmp_path: Path
) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "good.txt").write_text("OpenAIは5億ドルを調達した。", encoding="utf-8")
    (texts / "empty.txt").write_bytes(b"")
    (texts / "huge.txt").write_bytes(b"a lot of text. " * (20_000_000 // 15))
    (texts / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (texts / "invalid.txt").write_bytes("壊れた".encode() + b"\xff\xfe\xfa" + "文".encode())
    (texts / "feed.xml").write_text("<rss><channel><item>no end")
    done = kikimimi("run", str(texts), str(tmp_path / "missing.txt"))
    assert done.returncode == 1, "a named path failed"
    assert done.stderr == ""
    for name in ("empty.txt", "huge.txt", "binary.txt", "invalid.txt", "feed.xml", "missing.txt"):
        assert sum(name in line for line in done.stdout.splitlines()) == 1, name
    shown = kikimimi(
        "sql",
        "SELECT count(*) AS n, list(regexp_extract(origin, '[^/]+$') ORDER BY origin) FROM dead_letters",
    )
    for name in ("binary.txt", "empty.txt", "feed.xml", "huge.txt", "invalid.txt"):
        assert name in shown.stdout
    assert "1 " in kikimimi("sql", "SELECT count(*) FROM documents").stdout
    assert "No new documents" in kikimimi("collect", str(texts)).stdout
    kikimimi("work", "load", "--until-empty")
    assert "5" in kikimimi("sql", "SELECT count(*) FROM dead_letters").stdout


def test_sql_cannot_write_and_says_what_is_wrong(kikimimi: Run, fill: Fill, tmp_path: Path) -> None:
    assert kikimimi("sql", "SELECT 1").returncode == 2, "no tracker yet"
    (tmp_path / "a.txt").write_text("OpenAIは5億ドルを調達した。", encoding="utf-8")
    fill(str(tmp_path / "a.txt"))
    for query in ("DELETE FROM documents", "SELECT * FROM nothing", "SELEC"):
        done = kikimimi("sql", query)
        assert done.returncode == 1
        assert done.stderr.startswith("kikimimi: the query failed")
    assert "OpenAI" in kikimimi("sql", "SELECT text FROM documents").stdout


def test_the_text_tool_answers_every_line_in_order(kikimimi: Run) -> None:
    lines = [
        {"id": "a", "text": "OpenAIは約110億ドルを調達した。", "lang": "ja"},
        {"id": 2, "text": "Nvidia sold 100,000 GPUs."},
        {"id": "c", "lang": "fr"},
        {"id": "d", "text": ""},
    ]
    stdin = b"\n".join([*(json.dumps(line).encode() for line in lines[:2]), b"not json", b"", *(
        json.dumps(line).encode() for line in lines[2:])])  # fmt: skip
    done = kikimimi("extract", stdin=stdin)
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", 2, None, "c", "d"]
    assert [("error" in answer) for answer in answers] == [False, False, True, True, False]
    figure = answers[0]["figures"][0]
    assert (figure["value"], figure["unit"], figure["bound"], figure["subject"]) == (
        1.1e10,
        "USD",
        "approx",
        "openai",
    )
    assert answers[0]["mentions"][0]["entity"] == "openai"
    assert answers[1]["lang"] == "en"


def test_the_text_tool_shows_a_text_to_a_person(kikimimi: Run) -> None:
    done = kikimimi("extract", "--text", "OpenAIは約110億ドルを調達した。")
    assert "≈ 11 bn USD" in done.stdout
    assert "openai" in done.stdout
