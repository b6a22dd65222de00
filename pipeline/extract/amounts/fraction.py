"""A fraction, as the grammar finds it: its place, value and unit; and a share out as the percentage that writers make of it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from pipeline.extract.amounts.measures import Unit

_TENTH, _CENT = Decimal("0.1"), Decimal("0.01")


class Fraction(NamedTuple):
    """An amount at [start, end) with the unit that its words imply. most: of a vague one, which is anything from value to it."""

    start: int
    end: int
    value: Decimal
    unit: Unit
    about: bool = False
    most: Decimal | None = None


def percent(share: Decimal) -> Decimal:
    """A third is 33.3, a sixteenth 6.25, one in three hundred 0.33."""
    percent = (share * 100).quantize(_CENT)
    return percent if percent < 1 or percent == share * 100 else (share * 100).quantize(_TENTH)
