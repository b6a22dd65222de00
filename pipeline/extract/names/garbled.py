"""Garbled: where names stand that were written as they were heard in, the stretches of the text where many stand together out.

A transcript is garbled all along, while a long text of many hands has a slip here and there; so slips count that stand near.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

NEAR: Final = 6_000
"""Characters: of what is shorter all slips count."""

Slipped = tuple[int, str]
"""Where an entity's name stands, and the entity."""
Stretch = tuple[int, int]
"""[start, end) of a text."""


def stretches(slipped: Collection[Slipped], least: int, length: int) -> list[Stretch]:
    """Where a text of this length is garbled: at least so many entities have slips within NEAR characters, and NEAR around these."""
    ordered = sorted(slipped)
    within: Counter[str] = Counter()
    found: list[Stretch] = []
    first = 0
    for place, entity in ordered:
        within[entity] += 1
        while place - ordered[first][0] > NEAR:
            gone = ordered[first][1]
            within[gone] -= 1
            if not within[gone]:
                del within[gone]
            first += 1
        if len(within) >= least:
            start, end = max(0, ordered[first][0] - NEAR), min(length, place + NEAR)
            if found and start <= found[-1][1]:
                start = found.pop()[0]
            found.append((start, end))
    return found


def is_in(place: int, ranges: Collection[Stretch]) -> bool:
    """Whether the place stands in one of them."""
    return any(start <= place < end for start, end in ranges)


def free_in(free: Sequence[bool], ranges: Collection[Stretch]) -> list[bool]:
    """What is free, but nothing outside these stretches."""
    inside = [False] * len(free)
    for start, end in ranges:
        inside[start:end] = free[start:end]
    return inside


def others_near(place: int, entity: str, slipped: Collection[Slipped]) -> int:
    """How many other entities have slips within NEAR characters of the place."""
    return len({other for there, other in slipped if other != entity and abs(there - place) <= NEAR})
