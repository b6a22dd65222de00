"""Scores: counts of what was marked and what was found in; precision, recall and F1 out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MEASURES = ("mentions", "figures", "bounds", "subjects", "metrics", "new names")


@dataclass(frozen=True, slots=True)
class Count:
    """Of one measure: how many are marked, how many of these were met, how many were found, how many of these are right."""

    gold: int = 0
    met: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(
            self.gold + other.gold, self.met + other.met, self.found + other.found, self.right + other.right
        )

    @property
    def precision(self) -> float:
        """Of what was found the share that is right; nan where nothing was found."""
        return self.right / self.found if self.found else math.nan

    @property
    def recall(self) -> float:
        """Of what is marked the share that was met; nan where nothing is marked."""
        return self.met / self.gold if self.gold else math.nan

    @property
    def f1(self) -> float:
        """The harmonic mean of both, of which one without a value counts as 0; nan where neither has one."""
        if not self.gold and not self.found:
            return math.nan
        precision, recall = (0.0 if math.isnan(one) else one for one in (self.precision, self.recall))
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


Scores = Mapping[str, Count]
"""Every measure's count.

mentions: linked names, each occurrence. figures: amounts with kind, unit and edges; a duration that nobody marked is
not counted as wrong, since elapsed times are a matter of taste. bounds: of the figures met, those whose bound is the
marked one; recall and precision are the same share. subjects: gold are the figures met whose subject is marked, found
those of which we name one; one that we name where none is marked is wrong. metrics: likewise, of figures met that are
not marked `other`; our own `other` names nothing. new names: gold are the names that no catalogue has, met those that
were proposed and not linked too; found are all proposals, right those that touch such a name.
"""


def summed(scores: Iterable[Scores]) -> Scores:
    """The counts of all together."""
    whole: dict[str, Count] = dict.fromkeys(MEASURES, Count())
    for one in scores:
        for measure in MEASURES:
            whole[measure] += one[measure]
    return whole


def in_short(scores: Scores) -> Mapping[str, float]:
    """The five numbers that stand for the whole, by the names under which score.py prints them too."""
    return {
        "mention_f1": scores["mentions"].f1,
        "figure_f1": scores["figures"].f1,
        "subject": scores["subjects"].recall,
        "metric": scores["metrics"].recall,
        "new": scores["new names"].recall,
    }
