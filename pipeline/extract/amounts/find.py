"""Figures: a text in, its amounts out, each with kind, unit and bounds in base units.

    numbers → a unit before or behind each → main + sub units and ranges joined → the words that bound it

A number without a unit or a thing counted is no figure; that alone leaves out dates, ordinals, versions and list numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.bounds import bounded
from pipeline.extract.amounts.carried import carried
from pipeline.extract.amounts.currencies_local import localized
from pipeline.extract.amounts.currencies_told import Currencies, Placed
from pipeline.extract.amounts.elided_sizes import taken_over
from pipeline.extract.amounts.fraction import Fraction
from pipeline.extract.amounts.fractions import find_fractions
from pipeline.extract.amounts.joined import joined
from pipeline.extract.amounts.measured import Measured, measure
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.named_again import named_again
from pipeline.extract.amounts.no_amounts import is_no_amount
from pipeline.extract.amounts.none_french import is_none_in_french
from pipeline.extract.amounts.nouns_meant import meant
from pipeline.extract.amounts.numerals import Number, find_numbers
from pipeline.extract.amounts.shared_units import from_first
from pipeline.extract.amounts.signs_french import unsigned
from pipeline.extract.amounts.steps_ja import step_behind
from pipeline.extract.amounts.tables import find_headers, is_header, tabled
from pipeline.extract.tokens import Token
from pipeline.records import Bound

_NARROW = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)} | {
    ord(wide): ord(narrow)
    for wide, narrow in zip("\u00a0\u2007\u2009\u202f\u3000〜～–—−‐‑’￥￡￠", "     ~~-----'¥£¢", strict=True)
}

__all__ = ["Amount", "find_amounts"]

LARGEST = Decimal("1e300")
"""From here on a float may be infinite."""
_PRICE_NEXT = re.compile(r"円(?![一-鿿])|ドル|ユーロ|ウォン")
"""Behind Chinese numerals that are told as a price, whatever the words around them run into: 月三千円."""
_OVER = re.compile(r"over\b", re.IGNORECASE)
_WITHIN = ("within", "Within")
"""Before a span, which is told with its length and no limit of it."""
_AS_MUCH = ("as much as", "As much as")
"""Before so many things, which can be only what is compared: of things one says as many as."""


def find_amounts(text: str, lang: str, tokens: Sequence[Token] = (), homes: Placed = ()) -> list[Amount]:
    """The amounts of a text of this language, in order, none overlapping another.

    `tokens` (Japanese only) tell numerals from words: 千葉, 一方, 十分. `homes`: the currencies of organizations, where these are named.
    """
    narrow = text.translate(_NARROW)  # one code point for one: offsets stay
    numbers = find_numbers(narrow, lang)
    if tokens:
        starts = [token.start for token in tokens]
        numbers = [
            number
            for number in numbers
            if not number.kanji
            or number.vague
            or number.about
            or _is_numeral(number, tokens, starts)
            or (number.end - number.start > 1 and _PRICE_NEXT.match(narrow, number.end))
        ]
    measured = joined(narrow, _measured(narrow, numbers, list(find_fractions(narrow, lang)), lang), lang)
    headers = find_headers(narrow)
    named = [(one.start, one.unit.unit) for one in measured if one.unit and one.unit.kind == "money"]
    currencies = Currencies(named, homes)
    amounts: list[Amount] = []
    bare: Measured | None = None
    for one in measured:
        if is_header(one.start, one.end, headers):
            continue
        first, bare = bare, None
        unit = (
            one.unit
            or tabled(narrow, one.start, one.end, headers)
            or carried(narrow, one, amounts, lang, currencies)
        )
        if unit is None:
            bare = one
        if unit and one.unit is None and first and (began := from_first(narrow, first, one, unit, lang)):
            amounts.append(
                replace(_amount(narrow, began, unit, amounts[-1].end if amounts else 0), onward=True)
            )
        none = unit and lang == "fr" and is_none_in_french(narrow, one.start, unit, one.low * unit.factor)
        if unit and not none and not is_no_amount(narrow, one, unit, amounts[-1] if amounts else None):
            said = one if one.unit else taken_over(one, unit)
            unit = named_again(narrow, said, unit, amounts)
            amount = _amount(narrow, said, unit, amounts[-1].end if amounts else 0)
            amount = unsigned(amount) if lang == "fr" else amount
            if amount.kind == "count" and lang != "ja":
                thing = meant(narrow, amount, one.low, lang)
                amount = amount if thing == amount.unit else replace(amount, unit=thing)
            if _is_finite(amount):
                amounts.append(amount if one.unit else replace(amount, onward=True))
    return localized(narrow, amounts)


def _measured(text: str, numbers: Sequence[Number], fractions: list[Fraction], lang: str) -> list[Measured]:
    """Numbers with their units and the fractions between them, in order."""
    measured: list[Measured] = []
    for number in numbers:
        while fractions and fractions[0].end <= number.start:
            fraction = fractions.pop(0)
            if not measured or fraction.start >= measured[-1].end:
                measured.append(_whole(fraction))
        if fractions and fractions[0].start < number.end:
            continue
        taken = measured[-1].end if measured else 0
        if number.start >= taken:
            one = measure(text, number, taken, lang)
            if measured and one.start <= measured[-1].start:
                measured.pop()  # six to eight figures
            measured.append(one)
    taken = measured[-1].end if measured else 0
    return [*measured, *(_whole(one) for one in fractions if one.start >= taken)]


def _whole(fraction: Fraction) -> Measured:
    low, high = fraction.value, fraction.most or fraction.value
    number = Number(fraction.start, fraction.end, low, high, about=fraction.about, vague=low != high)
    return Measured(fraction.start, fraction.end, number, fraction.unit, low, high)


def _is_finite(amount: Amount) -> bool:
    """Whether it is a number as JSON has them; four hundred digits are none."""
    return all(one is None or abs(one) < LARGEST for one in (amount.low, amount.high))


def _is_numeral(number: Number, tokens: Sequence[Token], starts: Sequence[int]) -> bool:
    """Whether the words at this place are numerals and not a word that holds one."""
    token = tokens[max(0, bisect_right(starts, number.start) - 1)]
    if token.start == number.start and token.pos[:2] == ("名詞", "数詞"):
        return True
    return number.scale >= 10000 and number.end - number.start > 2  # 四十万 is a name too


def _amount(text: str, one: Measured, unit: Unit, taken: int) -> Amount:
    shade, start, end = bounded(text, one.start, one.end)
    start = max(start, taken)
    if unit.kind == "duration" and shade != "exact" and _OVER.match(text, start):
        shade, start = "exact", one.start  # over four years: from the first to the last
    if shade == "max" and unit.kind == "count" and text.startswith(_AS_MUCH, start):
        shade, start = "exact", one.start  # as much power as 300,000 homes
    if shade == "max" and unit.kind == "duration" and text.startswith(_WITHIN, start):
        shade = "exact"  # a span with its length, told exactly
    if one.ranged or one.number.ranged:
        return Amount(
            max(one.start, taken), end, unit.kind, _plain(one.low), _plain(one.high), unit.unit, "range"
        )
    if step := step_behind(text, one.end, one.low, one.number.scale, unit.kind):
        return Amount(start, step.end, unit.kind, _plain(step.low), _plain(step.high), unit.unit, step.bound)
    low: Decimal | None = _plain(min(one.low, one.high))
    high: Decimal | None = _plain(max(one.low, one.high))
    bound: Bound = "vague" if one.number.vague else shade
    if one.number.about and bound == "exact":
        bound = "approx"
    if bound == "min":
        high = None
    elif bound == "max":
        low = None
    return Amount(start, end, unit.kind, low, high, unit.unit, bound)


def _plain(value: Decimal) -> Decimal:
    return value.normalize()
