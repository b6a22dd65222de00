"""The nearest cue: a figure's place and the cue words of its kind in, the metric whose word is nearest, and how far that is, out.

Near is counted in characters, in borders of clauses, and in other figures of the same kind that stand between, since those
have a cue of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.extract.claims.clauses import Clauses
from pipeline.extract.claims.metric_cues import Patterns
from pipeline.records import Kind, Metric

FAR = 1000.0
"""The cost of a cue that there is not."""
_CROSSING, _CROSSING_OTHER = 44.0, 6.0
"""Characters that a cue counts as farther away for each other figure between, of the figure's kind or of another."""
_BORDER = 9.0
"""And for each border of clauses between."""
_MOTION = 8.0
"""Growth words say less than the thing that grows: 消費電力を4割減らす is of power."""
_OF_THINGS: dict[Metric, float] = {"price": -10.0, "power-use": -10.0}
_NEXT = 30.0
"""Behind a figure, `, profit was` and 、純利益が begin what is said of the next one."""
VAGUE = 55.0
_BESIDE_ANOTHER = 24.0
"""A cue that touches another figure of the same kind (`at a valuation of $9bn`, 売上高10億円) is said of that one."""
_TOUCHING = 5
_AHEAD_IN_JAPANESE = re.compile(r"(?:高|額|金|数)?(?:は|が|も|[:：])")
_AHEAD = re.compile(
    r"\s(?:is|was|were|has|had|came|rose|fell|jumped|reached|hit|stood|dropped|grew|passed|topped|of\s[\d$€£]|a atteint|atteint)\b"
    r"|\s(?:[a-zà-ÿ]+\s){0,2}?(?:est|a|s['’]élève|s['’]établit|ressort|recul\w*|progress\w+|bondi\w*|grimp\w+|tomb\w+|pass\w+|dépass\w+|avoisin\w+|culmin\w+|plafonn\w+|représent\w+|de (?:près de |plus de |quelque )?\d+)\b"
)


_CONVERTED = re.compile(r"\s?[(（](?:日本円で|約|およそ|soit|environ|about|around|or|roughly|\s)*")
"""Between an amount and the same in another currency."""


@dataclass(frozen=True, slots=True)
class Place:
    """A figure in its sentence: [start, end), kind and unit; [floor, ceiling) may bear on it.

    `most`: its upper bound in base units. `limit`: whether that is said as a limit (up to, 最大). `others`: the figures there.
    """

    start: int
    end: int
    kind: Kind
    unit: str
    floor: int
    ceiling: int
    most: float
    limit: bool
    others: Sequence[tuple[int, int, Kind]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text that is read for metrics: its language, its clauses, and the cues found so far by sentence."""

    text: str
    lang: str
    clauses: Clauses
    found: dict[tuple[int, int, int], list[tuple[int, int, Metric]]] = field(default_factory=dict)

    def cues(self, patterns: Patterns, floor: int, ceiling: int) -> list[tuple[int, int, Metric]]:
        """Start, end and metric of each cue in [floor, ceiling); figures of one sentence share them."""
        key = (id(patterns), floor, ceiling)
        if key not in self.found:
            self.found[key] = [
                (*match.span(), metric)
                for metric, pattern in patterns
                for match in pattern.finditer(self.text, floor, ceiling)
            ]
        return self.found[key]


def within(reach: float, found: tuple[Metric, float], default: Metric) -> tuple[Metric, float]:
    return found if found[1] <= reach else (default, FAR)


def nearest(reading: Reading, at: Place, cues: Patterns, but: Metric | None = None) -> tuple[Metric, float]:
    """The metric of the cheapest cue in [floor, ceiling), with its cost."""
    best: tuple[Metric, float] = ("other", FAR)
    for low, high, metric in reading.cues(cues, at.floor, at.ceiling):
        if metric == but:
            continue
        cost = _away(reading, at, low, high)
        cost += _MOTION if metric == "growth" else _OF_THINGS.get(metric, 0.0) if at.kind == "percent" else 0
        if cost < best[1]:
            best = (metric, cost)
    return best


def costs_of(reading: Reading, at: Place, cues: Patterns) -> dict[tuple[Metric, bool], float]:
    """The cost of the cheapest cue of each metric before the figure (True) and behind it (False), where there is one."""
    costs: dict[tuple[Metric, bool], float] = {}
    for low, high, metric in reading.cues(cues, at.floor, at.ceiling):
        cost = _away(reading, at, low, high)
        key = (metric, low < at.end)
        if cost < costs.get(key, FAR):
            costs[key] = cost
    return costs


def _away(reading: Reading, at: Place, low: int, high: int) -> float:
    """How far the cue at [low, high) is."""
    if high <= at.start:
        cost = _cost(reading, at, high, at.start)
    elif low >= at.end:
        cost = _cost(reading, at, at.end, low)
        ahead = _AHEAD_IN_JAPANESE if reading.lang == "ja" else _AHEAD
        cost += _NEXT if ahead.match(reading.text, high) else 0
    else:
        cost = 0.0
    return cost + (_BESIDE_ANOTHER if _touches_another(at, low, high) else 0)


def _touches_another(at: Place, low: int, high: int) -> bool:
    """Whether the cue at [low, high) stands right before another figure of this kind, and this one does not stand there."""
    if at.start - high <= _TOUCHING and low - at.end <= _TOUCHING:
        return False
    return any(kind == at.kind and 0 <= start - high <= _TOUCHING for start, _, kind in at.others)


def _cost(reading: Reading, at: Place, first: int, second: int) -> float:
    """How far a cue is of which `first` to `second` parts the figure. Japanese says it behind rather than before."""
    before = second == at.start
    slope = (1.2 if before else 1.0) if reading.lang == "ja" else (1.0 if before else 1.3)
    cost = slope * (second - first) + _BORDER * reading.clauses.between(first, second)
    for start, end, kind in at.others:
        if first == at.end and kind == at.kind and _CONVERTED.fullmatch(reading.text, at.end, start):
            continue  # 15億ドル(約2,300億円)を支払う
        if first <= start and end <= second:
            cost += _CROSSING if kind == at.kind else _CROSSING_OTHER
    return cost
