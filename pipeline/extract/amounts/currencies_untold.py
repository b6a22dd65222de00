"""Currencies untold: money that names none in, what those who are named near it count in out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.extract.amounts import carried_cues as cues
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.currencies_french import DOLLARS, currency_of_clause
from pipeline.extract.amounts.currencies_told import Currencies

_USUAL = {"en": "USD", "fr": "EUR", "ja": "JPY"}
_REACH, _CLAUSE = 240, 80
"""Characters before and behind that are looked at, and behind those of a clause."""


def told_currency(
    text: str, start: int, lang: str, amounts: Sequence[Amount], currencies: Currencies
) -> str | None:
    """The currency of the last money told, but in French that of those whom another sentence names; None if there is none."""
    told = next((amount for amount in reversed(amounts) if amount.kind == "money"), None)
    if told is None or lang != "fr":
        return told.unit if told else None
    named = {unit for _, unit in currencies.said}
    clear = {"USD", "EUR"} <= named or (told.unit not in ("USD", "EUR") and "USD" in named)
    return currency_of_clause(text, start, told.end, told.unit, currencies.homes) if clear else told.unit


def likely_currency(text: str, start: int, lang: str, currencies: Currencies) -> str:
    """The currency of money that names none: what the text names next, or what those who are named near count in."""
    if said := cues.SAID_BEHIND.search(text, start, start + _CLAUSE):
        return "EUR" if said[0].startswith("euro") else "USD"
    line = text.find("\n", start, start + _REACH)
    reach = line if line >= 0 else start + _REACH
    named = next((unit for place, unit in currencies.said if start <= place <= reach), None)
    if named:
        return named
    people = DOLLARS if lang == "fr" else cues.DOLLAR_PEOPLE
    first, end = max(0, start - _REACH), start + _CLAUSE
    if people.search(text, first, end) or any(
        first <= at < end and unit == "USD" for at, unit in currencies.homes
    ):
        return "USD"
    return next((unit for _, unit in currencies.said), _USUAL[lang])


def said_before(low: Decimal, high: Decimal, amounts: Sequence[Amount]) -> str | None:
    """The currency of the same sum that was told before; round sums are told of more than one."""
    same = (said.unit for said in amounts if said.kind == "money" and said.low == low == high == said.high)
    return next(same, None) if len(low.normalize().as_tuple().digits) > 1 else None
