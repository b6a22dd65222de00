"""`kikimimi evaluate`: tables and a last line for programs, JSON, what was wrong, and one line for a wrong call."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Run

TUNE = """id: en-a
lang: en
published: 2025-02-03

[[OpenAI|openai]] raised {{$5 billion|money|5000000000|USD|exact|subject=openai|metric=funding}}, and Nvidia did not.
"""
TEST = """id: ja-a
lang: ja
half: test

[[エヌビディア|nvidia]]の売上は{{3億ドル|money|300000000|USD|exact|subject=nvidia|metric=revenue}}だった。
"""


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "en-a.txt").write_text(TUNE, encoding="utf-8")
    (folder / "ja-a.txt").write_text(TEST, encoding="utf-8")
    return folder


def test_scores_are_tables_by_half_and_a_last_line_for_programs(kikimimi: Run, documents: Path) -> None:
    done = kikimimi("evaluate", str(documents), COLUMNS="80")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    heads = [line for line in lines if "document" in line]
    assert heads == [
        "half tune, 1 document: 1 name, 1 figure",
        "half test, 1 document: 1 name, 1 figure",
        "both halves, 2 documents: 2 names, 2 figures",
    ]
    assert [line.split()[0] for line in lines if re.match(r" (\w+ )?\w+ +[\d–]", line)] == [
        "mentions", "figures", "bounds", "subjects", "metrics", "new",
    ] * 3  # fmt: skip
    assert "50.0  100 66.7" in done.stdout, "one name of two in English is marked"
    assert re.fullmatch(r"mention_f1=0\.800 figure_f1=1\.000 subject=[\d.]+ metric=[\d.]+ new=nan", lines[-1])
    assert max(map(len, lines)) <= 110, "only sentences are longer than a terminal"


def test_errors_are_told_by_document(kikimimi: Run, documents: Path) -> None:
    done = kikimimi("evaluate", str(documents), "--errors", "--half", "tune")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert "ja-a" not in lines
    (wrong,) = [line for line in lines[lines.index("en-a") :] if line.startswith("  wrong name")]
    assert "Nvidia at 30: expected none, got nvidia (alias NVIDIA)" in wrong
    assert "1 thing missed or wrong" in lines


def test_json_has_every_count(kikimimi: Run, documents: Path) -> None:
    done = kikimimi("evaluate", str(documents), "--json", "--errors", "--lang", "en")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert {(row["half"], row["lang"]) for row in answer["scores"]} == {
        ("tune", "en"), ("tune", "all"), ("all", "en"), ("all", "all"),
    }  # fmt: skip
    assert answer["scores"][0]["mentions"] == {
        "precision": 0.5, "recall": 1, "f1": 0.666667, "gold": 1, "met": 1, "found": 2, "right": 1,
    }  # fmt: skip
    assert answer["new"] is None
    assert [(one["document"], one["what"], one["surface"], one["got"]) for one in answer["errors"]] == [
        ("en-a", "wrong name", "Nvidia", "nvidia")
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--lang", "fr"), "no gold document is in fr; there are en (tune), ja (test)"),
        (("--half", "both"), "'both' is not one of"),
    ],
)
def test_what_is_not_there_is_told(kikimimi: Run, documents: Path, words: tuple[str, ...], said: str) -> None:
    done = kikimimi("evaluate", str(documents), *words)
    assert done.returncode == 2
    assert said in done.stderr


def test_broken_markup_is_one_line(kikimimi: Run, documents: Path) -> None:
    (documents / "en-b.txt").write_text("id: b\nlang: en\n\n[[Acme|acme] is", encoding="utf-8")
    done = kikimimi("evaluate", str(documents))
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"kikimimi: {documents / 'en-b.txt'}:4: markup that is not whole")
    assert done.stdout == ""
