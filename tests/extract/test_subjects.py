"""Subjects and metrics: whose figure it is and what it measures, through the whole extractor with the project's catalogue."""

from __future__ import annotations

from functools import cache

import pytest

from pipeline.extract.catalogue import load_catalogue
from pipeline.extract.extractor import Extractor
from tests.conftest import ROOT


@cache
def extractor() -> Extractor:
    return Extractor(load_catalogue(ROOT / "seeds" / "catalogue"))


def told(text: str, lang: str) -> list[tuple[str | None, str | None]]:
    return [(figure.subject, figure.metric) for figure in extractor().read(text, lang).figures]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("ja", "OpenAIは66億ドルを調達した。", [("openai", "funding")]),
        ("ja", "OpenAIの評価額は1570億ドルだ。", [("openai", "valuation")]),
        ("ja", "マイクロソフトがOpenAIに100億ドルを出資した。", [("microsoft", "investment")]),
        ("ja", "グーグルはデータセンターに750億ドルを設備投資に充てる。", [("google", "capex")]),
        ("ja", "アンソロピックは新モデルを出した。同社の売上高は10億ドルだ。", [("anthropic", "revenue")]),
        ("ja", "ソフトバンクグループ、米社に400億ドルを追加出資", [("softbank", "investment")]),
        ("ja", "ChatGPTの利用者は3億人だ。", [("chatgpt", "users")]),
        ("ja", "Llama 3.1は4050億パラメータを持つ。", [("llama-3-1", "parameters")]),
        ("ja", "xAIはGPUを10万台購入した。", [("xai", "hardware")]),
        ("ja", "メタとグーグルは競う。インテルは従業員1万5000人を削減する。", [("intel", "employees")]),
        ("en", "OpenAI raised $6.6 billion at a $157 billion valuation.", [("openai", "funding"), ("openai", "valuation")]),
        ("en", "Backed by Microsoft, OpenAI lost $5 billion last year.", [("openai", "loss")]),
        ("en", "Microsoft invested $13 billion in OpenAI.", [("microsoft", "investment")]),
        ("en", "Oracle, which is building sites for OpenAI, has $11 billion in cash.", [("oracle", "cash")]),
        ("en", "The ChatGPT maker is valued at $300 billion.", [("openai", "valuation")]),
        ("en", "Anthropic grew. It has 300,000 business customers.", [("anthropic", "users")]),
        ("en", "The $500 billion Stargate project starts in Texas.", [("stargate", "investment")]),
        ("en", "Nvidia shares fell 17%.", [("nvidia", "growth")]),
        ("en", "ChatGPT Plus costs $20 a month.", [("chatgpt", "price")]),
        ("en", "Meta will spend $65 billion on data centers.", [("meta", "capex")]),
        ("fr", "Mistral AI lève 600 millions d'euros.", [("mistral-ai", "funding")]),
        ("fr", "Mistral AI a été fondée par Arthur Mensch. L'entreprise est valorisée 6 milliards d'euros.",
         [("mistral-ai", "valuation")]),
        ("fr", "La levée est menée par ASML, qui apporte 1,3 milliard d'euros.", [("asml", "investment")]),
        ("fr", "Nvidia a réalisé un chiffre d'affaires de 35 milliards de dollars.", [("nvidia", "revenue")]),
    ],
)  # fmt: skip
def test_a_figure_has_its_owner_and_its_meaning(
    lang: str, text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert told(text, lang) == expected


def test_an_amount_said_again_keeps_its_owner_and_meaning() -> None:
    text = (
        "アメリカの5,000億ドルの計画「Stargate」にはOpenAIも加わる。"
        + "天気はよかった。" * 5
        + "5,000億ドルでも足りない。"
    )
    assert told(text, "ja") == [("stargate", "investment")] * 2


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("OpenAI raised $6.6 billion.", "asserted"),
        ("OpenAI plans to raise $40 billion.", "planned"),
        ("OpenAI reportedly raised $40 billion.", "reported"),
        ("OpenAI denied that it raised $40 billion.", "denied"),
    ],
)
def test_a_figure_is_said_planned_reported_or_denied(text: str, modality: str) -> None:
    (figure,) = extractor().read(text, "en").figures
    assert figure.modality == modality


def test_every_span_reads_back_and_lies_in_its_sentence() -> None:
    text = "見出し\n\nOpenAIは約66億ドルを調達した。ＯｐｅｎＡＩの🚀評価額は1570億ドルだ。"
    found = extractor().read(text, "ja")
    spans = [
        (one.sentence_start, one.start, one.end, one.sentence_end, one.surface) for one in found.mentions
    ]
    spans += [
        (one.sentence_start, one.start, one.end, one.sentence_end, one.surface) for one in found.figures
    ]
    for sentence_start, start, end, sentence_end, surface in spans:
        assert text[start:end] == surface
        assert sentence_start <= start < end <= sentence_end
    assert [(one.low, one.value) for one in found.figures] == [(6.6e9, 6.6e9), (1.57e11, 1.57e11)]
