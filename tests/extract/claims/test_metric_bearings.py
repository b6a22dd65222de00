"""Metric bearings: what is seen of a figure before anybody judges what it measures."""

from __future__ import annotations

import pytest

from pipeline.extract.claims.claim import claims_of
from pipeline.extract.claims.measured import case_of
from pipeline.extract.claims.metric_bearings import FAMILIES, add_before, ballot_of, bearings_of
from pipeline.extract.claims.metric_words import Marks
from pipeline.extract.sentences import split_sentences
from tests.extract.claims.claimed import claimed

TWO = "[[Acme|?acme organization]] raised {{$5m|money 5e6 USD exact|-|-}} and employs {{30 people|count 30 person exact|-|-}} in Rome."


def seen(marked: str, lang: str = "en") -> dict[int, Marks]:
    """The marks of each figure, those before it being what the rules say."""
    told = claimed(marked)
    found: dict[int, Marks] = {}

    def measure(*of) -> list:  # type: ignore[no-untyped-def, type-arg]
        case = case_of(*of)
        found.update(bearings_of(case, range(len(case.amounts))))
        for index, marks in found.items():
            add_before(case, index, case.told[:index], marks)
        return list(case.told)

    claims_of(told.text, lang, told.amounts, told.names, split_sentences(told.text), measure=measure)
    return found


def test_every_mark_is_of_a_family_or_of_a_word() -> None:
    texts = [
        ("en", TWO),
        ("ja", "[[アクメ|?acme organization]]は{{5億円|money 5e8 JPY exact|-|-}}を調達した。"),
    ]
    for lang, text in texts:
        for marks in seen(text, lang).values():
            for mark in marks:
                assert mark[0] in "<>^" or mark.partition(":")[0] in FAMILIES, mark


def test_a_cue_is_marked_by_its_metric_side_and_nearness() -> None:
    money = seen(TWO)[0]
    assert money["before:funding"] > 1
    assert "behind:funding" not in money
    assert "nearest:funding" in money


def test_how_much_it_is_is_told_in_powers_of_ten() -> None:
    money = seen(TWO)[0]
    assert "most:6" in money
    assert "most:7" not in money


def test_what_is_named_and_measured_before_is_marked() -> None:
    money, people = seen(TWO)[0], seen(TWO)[1]
    assert "named:organization" in money
    assert "last:-" in money
    assert "last:here money funding" in people


def test_what_the_next_figure_measures_is_marked() -> None:
    money, people = seen(TWO)[0], seen(TWO)[1]
    assert "next:here count employees" in money
    assert not [mark for mark in people if mark.startswith("next")]


def test_the_same_amount_elsewhere_tells() -> None:
    again = "It raised {{$5m|money 5e6 USD exact|-|-}}. Of the {{$5m|money 5e6 USD exact|-|-}} half is gone."
    assert "again:funding" in seen(again)[1]
    assert "again:funding" not in seen(TWO)[0]


def test_power_is_not_voted_on() -> None:
    assert seen("It draws {{5 MW|power 5e6 W exact|-|-}}.") == {}


@pytest.mark.parametrize(
    ("unit", "ballot"), [("person", "count"), ("company", "count"), ("GPU", "thing"), ("token", "token")]
)
def test_counts_are_voted_on_by_what_is_counted(unit: str, ballot: str) -> None:
    (amount,) = claimed(f"{{{{X|count 5 {unit} exact|-|-}}}}").amounts
    assert ballot_of(amount) == ballot
