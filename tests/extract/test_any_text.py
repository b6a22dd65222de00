"""Any text: whatever comes in, the extractor answers, its places lead to what it says stands there, and long texts take no age."""

from __future__ import annotations

import time
from functools import cache
from itertools import cycle

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from pipeline.contract import check_extraction
from pipeline.extract.extractor import Extractor
from tests.conftest import ROOT
from tests.samples import make_document

FEW, MANY = 200_000, 800_000
"""Bytes of a text, and of one four times as long."""
PIECES = (
    "OpenAI", "メタ", "ﾒﾀ", "ＯｐｅｎＡＩ", "孫", "マスク氏", "Claude", "DepSIC", "Novalys", "同社", "the company", "le groupe", "スタートアップ", "社", "は", "の",
    "5", "1兆2,000億", "５千", "五百", "数十", "1,5", "10 000", "half a", "deux", "twenty", "billion", "milliards", "万", "億", "%", "割", "ドル", "$", "€", "USD",
    "人", "MW", "年", "2025", "第4四半期", "〜", "から", "約", "more than", "plus de", "以上", "between", "and", "entre", "et", "d'ici", "by 2029", "今後4年間で",
    "。", "．", ".", "、", ",", "\n", " ", "\u3000", "\u00a0", "\x00", "\ufeff", "「", "」", "(", ")", "“", "http://x.y/?a=1", "a@b.c", "😀", "👩‍👩‍👧", "é", "e\u0301",
    "ｶﾞ", "㌦", "㍿", "½", "²", "عربي", "\u202e", "עברית", "한국어", "Ünïcödé", "ß", "İ", "ﬁ", "𝟗", "٣", "①", "Ⅳ", "によると", "said", "selon", "調達した",
)  # fmt: skip
PATTERNS = (
    "1", "1,", "1.", "1 ", "億", "千", "数", "5億", "1兆2,000億円、", "$", "$5 ", "USD", "one ", "hundred ", "deux cents ", "から", "〜", "between ", "and ", "3-",
    "OpenAI", "OpenAI ", "オープンAI、", "メタ", "孫", "A", "Aa", "Aa ", "Aa-", "ァ", "ア・", "ー", "々", "a", "a ", "é", "(", ")", "「", "」", "\"", "“", "'", "’",
    ".", "。", "!", "\n", "\n\n", " ", "\u3000", "\x00", "😀", "http://", "a@", "@a.", "-", "—", "年", "2025年", "Q1 ", "by 2029 ", "said ", "同社は", "said, \"", "La ",
    "Mr. ", "ｶﾞ", "ﾞ", "e\u0301", "\u0301", "ا", "가", "第", "x", "0x", "%", "％", "の", "5人の", "は", "é'", "d'", "l'", "X, a start-up, ",
)  # fmt: skip


@cache
def extractor() -> Extractor:
    return Extractor(ROOT / "seeds" / "catalogue")


def check(text: str, lang: str | None) -> None:
    """The loader's own check, which rejects what does not stand where it says."""
    check_extraction(extractor().extract(replace(make_document(text=text), lang=lang)))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200), st.sampled_from([None, "ja", "en", "fr", "de"]))
def test_any_characters_are_read(text: str, lang: str | None) -> None:
    check(text, lang)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(PIECES), max_size=40),
    st.sampled_from(["", " "]),
    st.sampled_from(["ja", "en", "fr"]),
)
def test_any_mixture_of_what_the_rules_know_is_read(pieces: list[str], joint: str, lang: str) -> None:
    check(joint.join(pieces), lang)


@pytest.mark.parametrize(("pattern", "lang"), list(zip(PATTERNS, cycle(("ja", "en", "fr")))), ids=ascii)
def test_nothing_that_comes_again_and_again_holds_the_extractor_up(pattern: str, lang: str) -> None:
    """What grows with the square of the length would take minutes here, and the test's time-out ends it."""
    check(pattern * (20_000 // len(pattern)), lang)


@pytest.mark.timeout(300)  # 13 s of a core, which may be shared
def test_a_text_without_a_full_stop_is_read_and_a_longer_one_in_proportion() -> None:
    sentence = "オープンAIは5,000億ドルを投じ、新興企業のノクスは従業員を300人に増やすと発表し、"
    seconds = []
    extractor()
    for size in (FEW, MANY):
        told = size // len(sentence.encode())
        began = time.process_time()
        found = extractor().read(sentence * told, "ja")
        seconds.append(time.process_time() - began)
        assert sum(mention.entity == "openai" for mention in found.mentions) == told
        assert sum(figure.unit == "USD" for figure in found.figures) == told
    assert seconds[1] < 7 * seconds[0], "four times as much to read takes four times as long, and no sixteen"


def test_a_lone_surrogate_is_read_over() -> None:
    text = "\ud800 OpenAI raised $5 billion. \udfff"
    found = extractor().read(text, "en")
    assert [text[one.start : one.end] for one in found.figures] == ["$5 billion"]
