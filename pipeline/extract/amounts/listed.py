"""Lists: measured numbers of a text in, the same out with the unit of a list's last given to those before it."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.numeral_values import ONE

AND = re.compile(r" (?:et|and|ou|or) ")
_COMMA = re.compile(r", ")
BELOW_SCALE = 1000
"""From 2 to 3 million: what is smaller takes over the scale of the second."""


def listed(text: str, found: list[Measured]) -> list[Measured]:
    """3, 8 et 14 milliards de paramètres: the numbers of a list have the unit and scale of its last."""
    shared = found[:]
    for index in range(len(found) - 3, -1, -1):
        one, other, third = shared[index : index + 3]
        if one.unit or not third.unit or one.number.scale != ONE or not one.low < BELOW_SCALE:
            continue
        listed = other.unit is None and AND.fullmatch(text, other.end, third.start)
        if not _COMMA.fullmatch(text, one.end, other.start) or not (listed or other.unit == third.unit):
            continue
        if other.unit is not None and index + 1 not in _filled(found, shared):
            continue
        if one.number.low < third.number.high / third.number.scale and (
            third.number.scale != ONE or one.number.words == third.number.words
        ):
            for at in (index, index + 1):
                if shared[at].unit is None:
                    low = shared[at].number.low * third.number.scale * third.unit.factor
                    shared[at] = replace(shared[at], unit=third.unit, low=low, high=low)
    return shared


def _filled(found: list[Measured], shared: list[Measured]) -> set[int]:
    """The places of those that have taken over a unit."""
    return {at for at, (was, now) in enumerate(zip(found, shared, strict=True)) if was is not now}
