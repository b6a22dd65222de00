"""The grammar of amounts in tables: how money, measures, spans of time, ages, counts and bounds are written, and what is none.

The tables are amounts/*.txt. A row is `text → kind low..high unit bound`, several joined by " + "; an open end is left empty.
none-*.txt are texts without any amount.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.amounts.find import find_amounts
from pipeline.extract.tokens import has_japanese, tokenize

TABLES = Path(__file__).parent
LANGUAGES = ("ja", "en", "fr")


def _lines(name: str) -> list[str]:
    return (TABLES / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def read(text: str, lang: str) -> str:
    """The amounts of a text as a row writes them."""
    tokens = tokenize(text) if has_japanese(text) else []
    return " + ".join(
        f"{one.kind} {_span(one.low, one.high)} {one.unit} {one.bound}"
        for one in find_amounts(text, lang, tokens)
    )


def _span(low: Decimal | None, high: Decimal | None) -> str:
    written = ["" if one is None else f"{one.normalize():f}" for one in (low, high)]
    return written[0] if low == high else "..".join(written)


def _row(expected: str) -> str:
    """A row with its numbers written out."""
    parts = []
    for amount in expected.split(" + "):
        kind, value, unit, bound = amount.split()
        low, dots, high = value.partition("..")
        ends = [Decimal(one) if one else None for one in ((low, high) if dots else (low, low))]
        parts.append(f"{kind} {_span(*ends)} {unit} {bound}")
    return " + ".join(parts)


@pytest.mark.parametrize(("lang", "row"), [(lang, row) for lang in LANGUAGES for row in _lines(lang)])
def test_an_amount_is_read_as_it_is_written(lang: str, row: str) -> None:
    text, expected = row.split(" → ")
    assert read(text, lang) == _row(expected)


@pytest.mark.parametrize(
    ("lang", "text"), [(lang, row) for lang in LANGUAGES for row in _lines(f"none-{lang}")]
)
def test_what_is_no_amount_is_left_alone(lang: str, text: str) -> None:
    assert read(text, lang) == ""


_SOUP = {
    "en": "a an one two nineteen twenty half quarter quarters third of and point hundred thousand million billions dozen several couple"
    " dollars cents percent years old times twice GPUs users $ - 5 1/2 2,000 more than up to between from",
    "fr": "un une deux quatre vingt quatre-vingt cent mille millions milliard et demi demie virgule tiers quart de d' des plusieurs"
    " dizaine centaines euros centimes pour ans fois plus moins € 5 2,5 2 000 environ entre à ou",
    "ja": "一 二 十 百 千 万 億 数 何 点 割 分 厘 まん おく せん ご さん 約 〜 から 以上 円 銭 ドル セント % 人 の ユーザー 倍 年 5 2,000",
}


@settings(deadline=None)
@given(st.data())
def test_any_row_of_number_words_is_read_without_an_error(data: st.DataObject) -> None:
    lang = data.draw(st.sampled_from(sorted(_SOUP)))
    words = data.draw(st.lists(st.sampled_from(_SOUP[lang].split()), max_size=12))
    text = ("" if lang == "ja" else " ").join(words)
    tokens = tokenize(text) if has_japanese(text) else []
    last = 0
    for one in find_amounts(text, lang, tokens):
        assert last <= one.start < one.end <= len(text)
        assert one.low is not None or one.high is not None
        assert one.low is None or one.high is None or one.low <= one.high
        last = one.end
