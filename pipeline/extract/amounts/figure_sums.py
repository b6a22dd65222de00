"""Sums by their figures: a number before the word figures in, the money of so many digits out (English).

`a nine-figure sum` is of the order of hundreds of millions; `six to eight figures` runs from 100,000 to 100 million.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_FIGURES = re.compile(
    r"(?:-| )figures?\b(?! (?:that|to|in|on|show|from|for|about|which|below|above|of|out|are|were|suggest|given|released)\b)",
    re.IGNORECASE,
)
_FIGURE_OF = re.compile(
    r"-figure (?:[a-z-]+ ){0,2}(?:sums?|deals?|offers?|salar(?:y|ies)|pay|packages?|cheques?|checks?|fees?|contracts?|bonus(?:es)?|prices?|amounts?|investments?|rounds?|settlements?|fines?|exits?|valuations?|stakes?|orders?|budgets?|payouts?|grants?|incomes?|loss(?:es)?|profits?|revenues?)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?P<least>four|five|six|seven|eight|nine|\d) (?:to|or) \Z", re.IGNORECASE)
_DIGITS = {"four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_LEAST, _MOST = 4, 12
_TEN = Decimal(10)


class FigureSum(NamedTuple):
    """Money from low to high at [start, end); ranged where both ends are told."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    ranged: bool


def figure_sum(text: str, start: int, end: int, value: Decimal) -> FigureSum | None:
    """The sum that `figures` behind the number [start, end) make of it; None where none stands there."""
    if not _LEAST <= value <= _MOST or value != value.to_integral_value():
        return None
    behind = _FIGURES.match(text, end)
    if not behind or (text[end] == "-" and not _FIGURE_OF.match(text, end)):
        return None
    most = int(value)
    if first := _FIRST.search(text, max(0, start - 12), start):
        least = _DIGITS.get(first["least"].lower()) or int(first["least"])
        if least < most:
            return FigureSum(first.start(), behind.end(), _TEN ** (least - 1), _TEN**most, True)
    return FigureSum(start, behind.end(), 2 * _TEN ** (most - 1), 9 * _TEN ** (most - 1), False)
