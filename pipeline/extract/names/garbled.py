"""Garbled: where names stand that were written as they were heard in, how many of them stand near one another out.

A transcript is garbled all along, while a long text of many hands has a slip here and there; so slips count that stand near.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Final

NEAR: Final = 6_000
"""Characters: of what is shorter all slips count."""

Slipped = tuple[int, str]
"""Where an entity's name stands, and the entity."""


def most_together(slipped: Collection[Slipped]) -> int:
    """The most entities whose slips stand within NEAR characters."""
    ordered = sorted(slipped)
    within: Counter[str] = Counter()
    most = first = 0
    for place, entity in ordered:
        within[entity] += 1
        while place - ordered[first][0] > NEAR:
            gone = ordered[first][1]
            within[gone] -= 1
            if not within[gone]:
                del within[gone]
            first += 1
        most = max(most, len(within))
    return most


def others_near(place: int, entity: str, slipped: Collection[Slipped]) -> int:
    """How many other entities have slips within NEAR characters of the place."""
    return len({other for there, other in slipped if other != entity and abs(there - place) <= NEAR})
