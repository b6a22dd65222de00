"""Bearings: who may own a figure, and the numbers that bear on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.extract.claims.bearings import NAMES
from pipeline.extract.claims.claim import claims_of
from pipeline.extract.claims.roles import Role
from pipeline.extract.sentences import split_sentences
from tests.extract.claims.claimed import claimed

if TYPE_CHECKING:
    from pipeline.extract.claims.lineup import Rows

ACME, BOLT = "[[Acme|?acme organization]]", "[[Bolt|?bolt organization]]"
FIVE, SIX = "{{$5bn|money 5e9 USD exact|-|-}}", "{{$6bn|money 6e9 USD exact|-|-}}"


def asked(marked: str) -> list[dict[str, dict[str, float]]]:
    """Of each figure, the numbers of each entity by their names; the first that was named is said to own it."""
    told = claimed(marked)
    found: list[dict[str, dict[str, float]]] = []

    def judge(_: int, roles: list[Role], rows: Rows) -> int:
        found.append(
            {role.entity: dict(zip(NAMES, row, strict=True)) for role, row in zip(roles, rows, strict=True)}
        )
        return 0

    claims_of(told.text, "en", told.amounts, told.names, split_sentences(told.text), judge)
    return found


def test_whoever_is_named_before_or_in_the_sentence_may_own_it() -> None:
    (first,) = asked(f"{ACME} grows. In May it lost {FIVE} to {BOLT}. [[Cell|?cell organization]] did not.")
    assert set(first) == {"acme", "bolt"}


def test_distances_are_in_characters_sentences_and_names() -> None:
    (first,) = asked(f"{ACME} sleeps. {BOLT} of Rome earned {FIVE}.")
    assert first["bolt"]["near_away"] == len(" of Rome earned ")
    assert (first["bolt"]["sentences_away"], first["acme"]["sentences_away"]) == (0, 1)
    assert (first["acme"]["alike_between"], first["bolt"]["alike_between"]) == (1, 0)
    assert first["acme"]["near_away"] == 9999


def test_who_had_the_last_figure_is_known() -> None:
    _, second = asked(f"{ACME} earned {FIVE}. {BOLT} lost {SIX}.")
    assert (second["acme"]["had_last"], second["bolt"]["had_last"]) == (True, False)
    assert second["acme"]["figures_between"] == 1


def test_a_figure_that_form_tells_is_not_asked_about() -> None:
    assert asked(f"{ACME} and {BOLT} raised {FIVE} and {SIX} respectively.") == []


@pytest.mark.parametrize("away", [2000, 4000])
def test_only_the_opening_is_remembered_from_far_back(away: int) -> None:
    (first,) = asked(
        f"{ACME} opens. {ACME} sells. {ACME} hires. A guest was {BOLT}. "
        + "It rains a lot here today, friends. " * (away // 36)
        + f"Now {FIVE} is lost."
    )
    assert ("bolt" in first) == (away < 2500)
    assert "acme" in first
