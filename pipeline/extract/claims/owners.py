"""Owners: a figure of which no form of speech tells whose it is in, the role that owns it out: the one that the trees vote for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from pipeline.extract.claims.bearings import NAMES, bearings_of
from pipeline.extract.claims.forest import Forest, read_forest
from pipeline.extract.claims.lineup import Lineup
from pipeline.extract.claims.roles import Cast, Role
from pipeline.extract.claims.standing import listed

if TYPE_CHECKING:
    from pipeline.extract.claims.lineup import Rows, Whole

GROWN = Path(__file__).with_name("owners.json")
"""What benchmarks/teaching.py grew from the tuning half of tests/gold."""

_LIST = 160
"""Characters that the list of names before an owner may take."""
_AT_ONCE = 64
"""Figures whose owners are looked for together."""
Judge = Callable[[int, list[Role], "Rows"], int]
"""A figure's index, who may own it and what bears on each (bearings.py) in; the place of the owner in that list out."""


def candidates_of(lineup: Lineup) -> Iterator[tuple[Whole, Whole, Rows]]:
    """Of each figure in order who may own it: the numbers of roles and of entities, and what bears on each."""
    for low in range(0, len(lineup.owned), _AT_ONCE):
        found = bearings_of(lineup, np.arange(low, min(low + _AT_ONCE, len(lineup.owned))))
        for first, end in zip(found.first[:-1].tolist(), found.first[1:].tolist(), strict=True):
            yield found.owner[first:end], found.entity[first:end], found.rows[first:end]


def by_forest(_: int, __: list[Role], rows: Rows) -> int:
    """The one with the most votes; of equals the first that was named. Raises ValueError for trees of other numbers."""
    return int(forest().votes(rows).argmax())


def forest() -> Forest:
    """The grown trees. Raises ValueError where they were grown on other numbers than those of bearings.py."""
    grown = read_forest(GROWN)
    if grown.names != NAMES:
        raise ValueError(f"{GROWN.name} was grown on other numbers: run python -m benchmarks.teaching")
    return grown


def first_of_list(text: str, cast: Cast, owner: Role, floor: int) -> Role:
    """Of `A and B will invest`, A. `floor`: where the sentence begins."""
    for before in reversed(cast.within(max(floor, owner.start - _LIST), owner.start)):
        if before.standing != owner.standing or before.type != owner.type:
            break
        if not (before.told and owner.told and listed(text, before.end, owner.start)):
            break
        owner = before
    return owner
