"""Garbled: slips count that stand near one another."""

from __future__ import annotations

from pipeline.extract.names.garbled import NEAR, free_in, is_in, others_near, stretches

FAR = 2 * NEAR


def test_only_different_entities_that_stand_together_make_a_text_garbled() -> None:
    assert stretches([], 2, FAR) == []
    assert stretches([(5, "acme"), (9, "acme")], 2, FAR) == []
    assert stretches([(0, "acme"), (FAR, "bolt"), (2 * FAR, "cell")], 2, 3 * FAR) == []


def test_a_short_text_is_garbled_all_along() -> None:
    assert stretches([(5, "acme"), (9, "acme"), (7, "bolt")], 2, NEAR) == [(0, NEAR)]


def test_a_long_text_is_garbled_around_its_slips() -> None:
    slipped = [(2 * FAR, "acme"), (2 * FAR + 4, "bolt"), (2 * FAR + 8, "bolt"), (9 * FAR, "cell")]
    (stretch,) = stretches(slipped, 2, 10 * FAR)
    assert stretch == (2 * FAR - NEAR, 2 * FAR + 8 + NEAR)
    assert is_in(2 * FAR, [stretch])
    assert not is_in(9 * FAR, [stretch])


def test_nothing_is_free_outside() -> None:
    assert free_in([True, False, True, True], [(1, 3)]) == [False, False, True, False]


def test_others_are_other_entities_within_reach() -> None:
    slipped = [(0, "acme"), (NEAR, "bolt"), (FAR + 1, "cell")]
    assert others_near(0, "acme", slipped) == 1
    assert others_near(NEAR, "acme", slipped) == 1
    assert others_near(NEAR + 1, "dune", slipped) == 2
