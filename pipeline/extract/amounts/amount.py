"""An amount, as the grammar finds it: kind, bounds and unit at a place of the text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pipeline.records import Bound, Kind


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount at [start, end): exact Decimals in base units, an open end is None.

    onward: it took over the unit of an amount before it, of which it is one more.
    """

    start: int
    end: int
    kind: Kind
    low: Decimal | None
    high: Decimal | None
    unit: str
    bound: Bound
    onward: bool = False
