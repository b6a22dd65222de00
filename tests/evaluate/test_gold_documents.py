"""Gold documents: what their markup says, and one line that names file and line for markup that is broken."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import Misconfigured
from pipeline.evaluate.gold import GoldFigure, GoldMention, find_documents, read_gold
from pipeline.evaluate.run import choose

HEADER = "id: x\nlang: en\npublished: 2025-02-03\nkind: article\n"
FIGURE = "{{$5 million|money|5000000|USD|exact|subject=acme|metric=price}}"


def write(folder: Path, text: str, name: str = "x.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_markup_becomes_text_and_spans(tmp_path: Path) -> None:
    body = f"[[アクメ|acme]]と[[Zed|?zed-labs]]:\n{FIGURE} {{{{2〜3倍|multiple|2..3|x|range}}}} {{{{10人以上|count|10..|person|min}}}}"
    gold = read_gold(write(tmp_path, f"{HEADER}half: test\n\n{body}"))
    assert (gold.id, gold.lang, gold.half, gold.published) == ("x", "en", "test", date(2025, 2, 3))
    assert gold.text == "アクメとZed:\n$5 million 2〜3倍 10人以上"
    assert [(one.id, one.new) for one in gold.mentions] == [("acme", False), ("zed-labs", True)]
    assert [(one.low, one.high, one.bound, one.subject, one.metric) for one in gold.figures] == [
        (5e6, 5e6, "exact", "acme", "price"),
        (2, 3, "range", None, None),
        (10, None, "min", None, None),
    ]
    spans: list[GoldMention | GoldFigure] = [*gold.mentions, *gold.figures]
    for one in spans:
        assert gold.text[one.start : one.end] == one.surface


def test_a_document_without_a_half_is_for_tuning(tmp_path: Path) -> None:
    assert read_gold(write(tmp_path, f"{HEADER}\ntext")).half == "tune"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{HEADER}\nfine\n[[Acme|acme] is", "x.txt:7: markup that is not whole"),
        (f"{HEADER}\nfine\n\nAcme|acme]] is", "x.txt:8: markup that is not whole"),
        (f"{HEADER}\n[[two\nlines|two]]\n{{{{5|count", "x.txt:8: markup that is not whole"),
        (f"{HEADER}\n[[Acme]] is", "x.txt:6: markup that is not whole"),
        (f"{HEADER}\n{FIGURE}\n{{{{5|count|5}}}}", "x.txt:7: {{5|count|5}} lacks some of kind, value"),
        (f"{HEADER}\n{{{{5|sum|5|x|exact}}}}", "x.txt:6: 'sum' in {{5|sum|5|x|exact}} is no kind"),
        (f"{HEADER}\n{{{{5|count|5|x|about}}}}", "'about' in {{5|count|5|x|about}} is no bound; use exact,"),
        (f"{HEADER}\n{{{{5|count|five|x|exact}}}}", "'five' in {{5|count|five|x|exact}} is no number"),
        (f"{HEADER}\n{{{{5|count|5|x|exact|metric=prize}}}}", "'prize' in"),
        (f"{HEADER}\n{{{{5|count|5|x|exact|of=acme}}}}", "'of=acme' in"),
        ("id: x\nlang: en\nkind article\n\ntext", "x.txt:3: 'kind article' is no `key: value`"),
        ("id: x\nlang: en\nhalf: both\n\ntext", "x.txt:3: half is 'both', not tune or test"),
        ("id: x\nlang: English\n\ntext", "x.txt:2: lang is 'English'"),
        ("id: x\nlang: en\npublished: yesterday\n\ntext", "x.txt:3: published is 'yesterday', not a day"),
        ("id: x\nkind: article\n\ntext", "x.txt:1: the header has no lang; add a line"),
        ("id: x\nlang: en\ntext", "x.txt:1: no empty line ends the header"),
        ("", "x.txt:1: no empty line ends the header"),
    ],
)
def test_broken_markup_is_one_line_with_file_and_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(Misconfigured) as error:
        read_gold(write(tmp_path, text))
    assert said in str(error.value)
    assert error.value.remedy


def test_a_file_that_is_no_text_says_so(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Misconfigured, match=r"x\.txt cannot be read: .*; make it a readable UTF-8 file"):
        read_gold(tmp_path / "x.txt")


def test_folders_and_documents_can_be_named_together(tmp_path: Path) -> None:
    one, two = (write(tmp_path, f"{HEADER}\ntext", name) for name in ("a.txt", "b.txt"))
    write(tmp_path, "no gold", "GUIDE.md")
    assert find_documents([two, tmp_path]) == [two, one]


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="no folder of gold documents"):
        find_documents([tmp_path])


def test_half_and_language_choose(tmp_path: Path) -> None:
    write(tmp_path, f"{HEADER}\ntext", "a.txt")
    write(tmp_path, f"{HEADER}half: test\n\ntext".replace("lang: en", "lang: ja"), "b.txt")
    assert [one.lang for one in choose([tmp_path], "test", None)] == ["ja"]
    assert [one.half for one in choose([tmp_path], None, "en")] == ["tune"]
    with pytest.raises(
        Misconfigured, match=r"no gold document is of the half test in fr; there are en \(tune\)"
    ):
        choose([tmp_path], "test", "fr")
