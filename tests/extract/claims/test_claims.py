"""Claims: whose each figure of a passage is and what it measures; the passages (claims/*.txt) were written for these rules, and
teach the trees that judge (benchmarks/teaching.py): so nearly all must be right.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.claims.claim import claims_of, near
from pipeline.extract.named import Named
from pipeline.extract.sentences import split_sentences
from tests.extract.claims.claimed import claimed

TEXTS = {
    file.stem: file.read_text(encoding="utf-8").strip().split("\n\n")
    for file in sorted(Path(__file__).parent.glob("*.txt"))
}
PASSAGES = [
    pytest.param(lang, passage, id=f"{lang}-{number}")
    for lang, passages in TEXTS.items()
    for number, passage in enumerate(passages, 1)
]


RIGHT = {"en": 0.95, "fr": 0.97, "ja": 0.97}
"""The share of the passages' owners that the trees have learnt."""


@pytest.mark.parametrize(("lang", "passage"), PASSAGES)
def test_each_figure_of_a_passage_has_its_meaning(lang: str, passage: str) -> None:
    told = claimed(passage)
    assert [metric for _, metric in told.told(lang)] == [metric for _, metric in told.expected]


@pytest.mark.parametrize("lang", RIGHT)
def test_the_figures_of_the_passages_have_their_owners(lang: str) -> None:
    passages = [claimed(passage) for passage in TEXTS[lang]]
    pairs = [
        (found, owner)
        for told in passages
        for (found, _), (owner, _) in zip(told.told(lang), told.expected, strict=True)
        if owner
    ]
    assert sum(found == owner for found, owner in pairs) >= RIGHT[lang] * len(pairs)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ja", "[[ソフトバンク|softbank organization]]は{{100億ドル|money 1e10 USD exact|softbank|investment}}（{{約1.5兆円|money 1.5e12 JPY approx|softbank|investment}}）を出資した。"),
        ("en", "[[Loomstead|?loomstead organization]] raised {{C$1.1 billion|money 1.1e9 CAD exact|loomstead|funding}} ({{about $800 million|money 8e8 USD approx|loomstead|funding}})."),
        ("fr", "[[Orphéa|?orphea organization]] lève {{20 millions d'euros|money 2e7 EUR exact|orphea|funding}} ({{environ 22 millions de dollars|money 2.2e7 USD approx|orphea|funding}})."),
    ],
)  # fmt: skip
def test_an_amount_in_another_currency_is_the_same_claim(lang: str, text: str) -> None:
    told = claimed(text)
    assert told.told(lang) == told.expected


def test_an_amount_said_again_keeps_its_owner_and_meaning() -> None:
    told = claimed(
        "アメリカの{{5,000億ドル|money 5e11 USD exact|stargate|investment}}の計画「[[Stargate|stargate project openai]]」には"
        "[[OpenAI|openai organization]]も加わる。"
        + "天気はよかった。" * 5
        + "{{5,000億ドル|money 5e11 USD exact|stargate|investment}}でも足りない。"
    )
    assert told.told("ja") == told.expected


def test_some_billions_are_not_the_same_as_other_billions() -> None:
    told = claimed(
        "[[Microsoft|microsoft organization]] invested {{billions of dollars|money 2e9..9e9 USD vague|microsoft|investment}}. "
        "[[Oracle|oracle organization]] lost {{billions of dollars|money 2e9..9e9 USD vague|oracle|loss}}."
    )
    assert told.told("en") == told.expected


def test_a_text_without_names_has_no_owners() -> None:
    told = claimed(
        "Entry costs {{£7.50|money 7.5 GBP exact|-|price}} and {{2,300 people|count 2300 person exact|-|-}} came."
    )
    found = claims_of(told.text, "en", told.amounts, told.names, split_sentences(told.text))
    assert [claim.subject for claim in found] == [None, None]
    assert found[0].metric == "price"


def test_near_takes_what_begins_within_reach() -> None:
    names = [Named(start, start + 5, "x", "organization", None, True) for start in (0, 500, 1000, 1500)]
    assert [name.start for name in near(names, 900, 1050)] == [500, 1000]


@given(
    st.lists(
        st.sampled_from(("[[OpenAI|openai organization]]", "{{$5|money 5 USD exact|-|-}}", "同社は", "its ", "elle ", ", which ", "の", "、", ".", "\n", "（", "respectively", "%")),
        max_size=30,
    ),
    st.sampled_from(("ja", "en", "fr")),
)  # fmt: skip
def test_any_text_has_one_claim_for_each_amount_by_an_entity_that_it_names(
    pieces: list[str], lang: str
) -> None:
    told = claimed("".join(pieces))
    found = claims_of(told.text, lang, told.amounts, told.names, split_sentences(told.text))
    assert len(found) == len(told.amounts)
    assert {claim.subject for claim in found} <= {None, "openai"}
