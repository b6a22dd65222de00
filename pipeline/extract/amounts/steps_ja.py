"""Steps: an amount of which 台 says that it lies on that step in, its two edges out (900億ドル台, 2割台, 10%台後半).

Of a number that ends in noughts the step is as wide as they are (20..29); of another it goes up to the next (13..14).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from pipeline.records import Bound, Kind

_STEP = re.compile(r"台(?:の?(?P<part>前半|半ば|なかば|後半))?(?![湾数風地場詞車頭帳所])")
_KINDS: frozenset[Kind] = frozenset(("money", "percent", "temperature"))
_MOST_DIGITS = 3
"""More digits than this name one amount (3567円台)."""


class Step(NamedTuple):
    """The edges in base units, where the words end, and what kind of bound they are."""

    low: Decimal
    high: Decimal
    end: int
    bound: Bound


def step_behind(text: str, end: int, value: Decimal, scale: Decimal, kind: Kind) -> Step | None:
    """The step that 台 behind an amount of `value` says; scale: what its number's last scale word multiplies by."""
    match = _STEP.match(text, end) if kind in _KINDS and value > 0 else None
    digits = value.normalize().as_tuple()
    if not match or not isinstance(digits.exponent, int) or len(digits.digits) > _MOST_DIGITS:
        return None
    one = Decimal(10) ** digits.exponent
    round_one = one > scale
    high = value + (one * 9 / 10 if round_one else one)
    middle = value + one / 2
    part = match["part"]
    if part in ("半ば", "なかば"):
        return Step(middle, middle, match.end(), "approx")
    if part == "前半":
        return Step(value, value + one * 4 / 10 if round_one else middle, match.end(), "range")
    return Step(middle if part else value, high, match.end(), "range")
