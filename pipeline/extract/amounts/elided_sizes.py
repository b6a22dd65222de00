"""Size: a bare number and the amount that it goes on from in, the unit out with what the number is to be multiplied by.

`three hundred million in March, four in July`: a number without a scale word takes over that of the amount before it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.elided_cues import DIGITS, HUNDREDS
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.numeral_values import ONE, parse_digits

_MEASURED = ("mass", "length", "area")
"""Kinds whose units are no powers of ten of one another."""
MOST_TIMES, MOST_GAPPED = 1000, 50
"""How many times the amount before, or its share, a number may be to take over its unit; fewer where only its place tells."""
_BILLION, _HUNDRED, _MOST_BILLIONS = 10**9, 100, 10_000
_SCALES = (
    (re.compile(r"exaflops?\b", re.IGNORECASE), Decimal("1e18")),
    (re.compile(r"petaflops?\b", re.IGNORECASE), Decimal("1e15")),
    (re.compile(r"teraflops?\b", re.IGNORECASE), Decimal("1e12")),
    (re.compile(r"trillions?\b|兆|\dT\b|tn\b", re.IGNORECASE), Decimal("1e12")),
    (re.compile(r"billions?\b|milliards?\b|\bM[dr]s?|bn\b|\dB\b|giga|GW", re.IGNORECASE), Decimal("1e9")),
    (re.compile(r"millions?\b|\dM\b|\bM[€$£]|mn\b|\dm\b|m[ée]ga|MW"), Decimal("1e6")),
    (re.compile(r"kilo", re.IGNORECASE), Decimal(1000)),
)
_FACTORS = (
    *(Decimal(10) ** power for power in (-3, -2, 0, 3, 6, 9, 12, 15, 18, 21)),
    Decimal(60),
    Decimal(3600),
)


def sized(text: str, one: Measured, last: Amount, lang: str, *, most: int = MOST_TIMES) -> Unit | None:
    """The unit of the last amount, if a number of this size can be one of the same."""
    value = last.low if last.low is not None else last.high
    if not value or value < 0:
        return None
    whole = one.number.scale >= 1000 or one.number.letters
    if whole and not one.number.letters and last.kind not in ("money", "count"):
        return None  # 185 milliards after terawatt-hours
    said = text[last.start : last.end]
    factor = ONE if whole else _factor(said, value, lang, last.kind, few=one.number.words and one.high < 10)
    trillions = lang == "fr" and factor == _BILLION and last.kind == "money" and value / factor >= _HUNDRED
    if (
        factor >= 10**6
        and one.high >= 1000 > value / factor
        and last.kind in ("money", "count")
        and not (trillions and one.high < _MOST_BILLIONS)
    ):
        factor = ONE  # but 900 milliards, contre 1 200
    if last.kind == "percent" and (one.high > 100 or one.number.scale != ONE):
        return None
    if one.number.letters and last.kind not in ("count", "money"):
        return None
    times = one.high * factor / value
    if not ONE / most <= times <= most:
        return None
    return Unit(last.kind, last.unit, factor)


def _factor(said: str, value: Decimal, lang: str, kind: str, *, few: bool) -> Decimal:
    """What a number of the same words would be multiplied by: `50 MW` by a million, `deux milliards` by a billion."""
    if digits := DIGITS.search(said):
        number = parse_digits(digits[0], lang)
        factor = value / number if number else ONE
        return factor if factor in _FACTORS or kind in _MEASURED else ONE
    named = next((size for pattern, size in _SCALES if pattern.search(said)), None)
    if named is None:  # elided itself
        return next((size for _, size in _SCALES if size >= 10**6 and size <= value), ONE)
    hundreds = few and HUNDREDS.search(said)  # three hundred million, going on four
    return named * 100 if hundreds else named


def taken_over(one: Measured, unit: Unit) -> Measured:
    """The number in base units of what it takes over."""
    return replace(one, low=one.low * unit.factor, high=one.high * unit.factor)
