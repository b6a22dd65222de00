"""Measured: rules tell what is certain, votes decide the rest."""

from __future__ import annotations

import numpy as np

from pipeline.extract.claims.claim import claims_of
from pipeline.extract.claims.measured import case_of, elected
from pipeline.extract.claims.metric_votes import Ballot
from pipeline.extract.sentences import split_sentences
from pipeline.records import Metric
from tests.extract.claims.claimed import claimed

ALWAYS_CASH = Ballot(("cash", "cost"), np.array([1, 0], np.float32), {}, np.zeros((0, 2), np.float32))


def told(marked: str, lang: str = "en", *, votes: bool = True) -> list[Metric]:
    """The metrics where every vote on money is for cash, or where there is no ballot."""
    text = claimed(marked)
    found: list[Metric] = []

    def measure(*of) -> list[Metric]:  # type: ignore[no-untyped-def]
        found.extend(elected(case_of(*of), {"money": ALWAYS_CASH} if votes else {}))
        return found

    claims_of(text.text, lang, text.amounts, text.names, split_sentences(text.text), measure=measure)
    return found


def test_votes_decide_of_money_and_rules_of_what_has_no_ballot() -> None:
    text = "Acme raised {{$5m|money 5e6 USD exact|-|-}} and draws {{5 MW|power 5e6 W exact|-|-}}."
    assert told(text) == ["cash", "power-use"]
    assert told(text, votes=False) == ["funding", "power-use"]


def test_what_stands_right_beside_a_figure_is_not_voted_on() -> None:
    assert told("The firm bled {{$5m|money 5e6 USD exact|-|-}}.") == ["loss"]


def test_a_conversion_measures_what_it_converts() -> None:
    text = "The firm bled {{$5m|money 5e6 USD exact|-|-}} ({{€4.6m|money 4.6e6 EUR exact|-|-}})."
    assert told(text) == ["loss", "loss"]
