"""Sameness: something marked and something found in, whether they are the same out (the rules of tests/gold/score.py)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Protocol

from pipeline.evaluate.gold import GoldFigure
from pipeline.records import Figure

_NOTHING = re.compile(r"[\W_]+")
SHORTEST_FAMILY, SHORTEST_ENDING = 3, 4
"""Letters that the name of a family must have (gpt of gpt-4), and a name without its maker (h800 of nvidia-h800)."""
LEAST_OF_VAGUE, MOST_OF_VAGUE = 0.45, 1.2
"""What an edge of a vague amount may be, as a share of the marked low and high: billions are 2 to 9, or 1 to 10."""


class Span(Protocol):
    """Somewhere in a text, [start, end)."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Spans:
    """Spans of one text, to be asked which of them touch another; by their place in the list."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._order = sorted(range(len(spans)), key=lambda one: spans[one].start)
        self._starts = [spans[one].start for one in self._order]
        self._longest = max((span.end - span.start for span in spans), default=0)

    def touching(self, span: Span) -> list[int]:
        """Places of the spans that share at least a character with this one, in the order of the list."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end)
        near = ((place, self._spans[place]) for place in self._order[first:last])
        return sorted(place for place, one in near if min(one.end, span.end) > max(one.start, span.start))


def same_entity(marked: str, *names: str | None) -> bool:
    """Whether one of the names (id, usual name) is the marked entity, or its family: gemini for gemini-2-0-pro."""
    whole = _letters(marked)
    return any(
        name == whole
        or (len(name) >= SHORTEST_FAMILY and whole.startswith(name))
        or (len(name) >= SHORTEST_ENDING and whole.endswith(name))
        for name in map(_letters, names)
        if name
    )


def same_amount(marked: GoldFigure, found: Figure) -> bool:
    """Whether kind, unit and edges agree; of `min` and `max` the edge that is said, of `vague` the order of magnitude."""
    if marked.kind != found.kind or not _same_unit(marked, found.unit):
        return False
    low, high = _edges(found)
    if marked.bound == "vague":
        least, most = (marked.low or 0) * LEAST_OF_VAGUE, (marked.high or float("inf")) * MOST_OF_VAGUE
        return any(least <= edge <= most for edge in (low, high, found.value) if edge)
    if marked.bound in ("min", "max"):
        edge = marked.low if marked.bound == "min" else marked.high
        return _any_close(edge, (low, high, found.value))
    return _close(marked.low, low) and _close(marked.high, high)


def _letters(name: str | None) -> str:
    return _NOTHING.sub("", (name or "").lower())


def _same_unit(marked: GoldFigure, unit: str) -> bool:
    if marked.kind != "count":
        return marked.unit == unit or (_letters(marked.unit) == _letters(unit))
    ours, theirs = (
        _letters(marked.unit),
        _letters(unit),
    )  # a thing counted has more than one name: GPU, AI GPU
    return ours in theirs or theirs in ours or ours.rstrip("s") == theirs.rstrip("s")


def _edges(found: Figure) -> tuple[float | None, float | None]:
    if found.low is not None or found.high is not None:
        return found.low, found.high
    return (
        None if found.bound == "max" else found.value,
        None if found.bound == "min" else found.value,
    )


def _any_close(edge: float | None, found: Iterable[float | None]) -> bool:
    return any(_close(edge, one) for one in found if one is not None)


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 1e-6 * max(1.0, abs(one), abs(other))
