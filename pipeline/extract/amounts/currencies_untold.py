"""Currencies untold: money that names none in, what those who are named near it count in out."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.amounts import carried_cues as cues

_USUAL = {"en": "USD", "fr": "EUR", "ja": "JPY"}
_REACH, _CLAUSE = 240, 80
"""Characters before and behind that are looked at, and behind those of a clause."""


def likely_currency(text: str, start: int, lang: str, currencies: Sequence[tuple[int, str]]) -> str:
    """The currency of money that names none: what the text names next, or what those who are named near count in."""
    if said := cues.SAID_BEHIND.search(text, start, start + _CLAUSE):
        return "EUR" if said[0].startswith("euro") else "USD"
    line = text.find("\n", start, start + _REACH)
    reach = line if line >= 0 else start + _REACH
    named = next((unit for place, unit in currencies if start <= place <= reach), None)
    if named:
        return named
    if cues.DOLLAR_PEOPLE.search(text, max(0, start - _REACH), start + _CLAUSE):
        return "USD"
    return next((unit for _, unit in currencies), _USUAL[lang])
