"""Numbers in words, what English and French share: groups of words in, their sums, orders of magnitude and decimals out."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

Parsed = tuple[Decimal, Decimal, Decimal]
"""low, high (the same but for an order of magnitude), scale."""
PARTS = {"half": 2, "third": 3, "quarter": 4, "demi": 2, "tiers": 3, "quart": 4}
NO_FRACTION = (
    r"(?![- ](?:thirds?|half|halves|quarters?|fifths?|tenths?|tiers|quarts?|cinquièmes?|dixièmes?)\b)"
)
"""No part of a whole behind a number: two thirds."""
WORD = re.compile(r"[^\W\d_]+")


class Spelled(NamedTuple):
    """A number in words at [start, end): its low and high (2 to 9 times an order of magnitude), scale, and whether it says about."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    scale: Decimal
    about: bool


def any_of(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def spoken_decimal(words: list[str], point: str, units: dict[str, int], scales: dict[str, int]) -> Parsed:
    """two point five billion, trois virgule vingt-cinq milliards: digits one by one, or one number, behind the point."""
    at = words.index(point)
    scale = scales.get(words[-1].removesuffix("s"), 1)
    behind = [units.get(word, 0) for word in words[at + 1 :] if word.removesuffix("s") not in scales]
    tens = len(behind) == 2 and behind[0] >= 20 and behind[0] % 10 == 0
    digits = str(sum(behind)) if tens else "".join(map(str, behind))
    return exact(Decimal(f"{whole_before(words[:at], units)}.{digits}") * scale, scale)


def whole_before(words: list[str], units: dict[str, int]) -> int:
    """The number before a spoken point, below a thousand: quatre-vingt-dix-sept, cent neuf."""
    total = 0
    for word in words:
        single = word.removesuffix("s")
        if single == "cent":
            total = max(total, 1) * 100
        elif single == "vingt" and total % 100 == 4:
            total += 76
        else:
            total += units.get(word, 0)
    return total


def summed(
    words: list[str], values: list[int | None], scales: dict[str, int], fraction: Decimal
) -> Parsed | None:
    """Digits before a scale multiply it, scales from the largest down add up; a fraction is one of the last scale."""
    total, section, current, last, above = Decimal(0), Decimal(0), None, 1, 10**18
    for word, value in zip(words, values, strict=True):
        if value is not None:
            if current is not None and (value >= 20 or current % 10 or current < value):
                return None  # quinze vingt
            current = value if current is None else current + value
        elif word in scales:
            last = scales[word]
            if last == 100:
                section += (Decimal(1) if current is None else current) * 100
            else:
                if total and last > above:  # mille deux cents milliards
                    total = (total + section + (current or 0)) * last
                else:
                    total += ((section + (current or 0)) or 1) * last
                above = last
                section = Decimal(0)
            current = None
        else:
            return None
    return exact(
        total + section + (current or 0) + fraction * (last if last > 100 or current is None else 1), last
    )


def order_of(sizes: list[int]) -> Parsed | None:
    if not sizes:
        return None
    size = Decimal(1)
    for one in sizes:
        size *= one
    return 2 * size, 9 * size, size


def exact(value: Decimal, scale: int) -> Parsed:
    return value, value, Decimal(scale)
