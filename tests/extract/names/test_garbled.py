"""Garbled: slips count that stand near one another."""

from __future__ import annotations

from pipeline.extract.names.garbled import NEAR, most_together, others_near

FAR = 2 * NEAR


def test_entities_are_counted_once_and_only_near_ones_together() -> None:
    assert most_together([]) == 0
    assert most_together([(5, "acme"), (9, "acme"), (7, "bolt")]) == 2
    assert most_together([(0, "acme"), (FAR, "bolt"), (2 * FAR, "cell")]) == 1
    assert most_together([(FAR, "bolt"), (0, "acme"), (FAR + 3, "cell"), (FAR + NEAR, "bolt")]) == 2


def test_others_are_other_entities_within_reach() -> None:
    slipped = [(0, "acme"), (NEAR, "bolt"), (FAR + 1, "cell")]
    assert others_near(0, "acme", slipped) == 1
    assert others_near(NEAR, "acme", slipped) == 1
    assert others_near(NEAR + 1, "dune", slipped) == 2
