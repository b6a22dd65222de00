"""An amount as a peer tells it in; what it may be in our kinds and units out, as generously as is fair."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

Figure = dict[str, Any]
"""start, end, kind, low, high, value, unit, bound, as tests/gold/score.py reads them; bare: a number without a unit."""

_CURRENCIES = {
    "dollar": "USD", "euro": "EUR", "yen": "JPY", "pound": "GBP", "livre": "GBP", "yuan": "CNY", "renminbi": "CNY",
    "won": "KRW", "franc": "CHF", "rupee": "INR", "roupie": "INR",
}  # fmt: skip
"""Words in the names of currencies; a dollar of no country is the American one, as in the gold."""
_PREFIXES = {
    "": 1, "nano": 1e-9, "micro": 1e-6, "milli": 1e-3, "centi": 1e-2, "deci": 1e-1, "deca": 1e1, "hecto": 1e2, "kilo": 1e3,
    "mega": 1e6, "giga": 1e9, "tera": 1e12, "peta": 1e15, "exa": 1e18,
}  # fmt: skip
_BASES = {
    "meter": ("length", "m"), "metre": ("length", "m"), "gram": ("mass", "g"), "gramme": ("mass", "g"),
    "byte": ("data", "B"), "octet": ("data", "B"), "watt": ("power", "W"), "watt hour": ("energy", "Wh"),
}  # fmt: skip
_OTHERS: Mapping[str, tuple[str, str, float]] = {
    "mile": ("length", "m", 1609.344), "foot": ("length", "m", 0.3048), "pied": ("length", "m", 0.3048),
    "inch": ("length", "m", 0.0254), "pouce": ("length", "m", 0.0254), "yard": ("length", "m", 0.9144),
    "pound": ("mass", "g", 453.59237), "pound-mass": ("mass", "g", 453.59237), "livre": ("mass", "g", 453.59237),
    "ounce": ("mass", "g", 28.349523125), "ton": ("mass", "g", 1e6), "tonne": ("mass", "g", 1e6),
    "metric ton": ("mass", "g", 1e6), "tonne metrique": ("mass", "g", 1e6),
    "square meter": ("area", "m2", 1), "square metre": ("area", "m2", 1), "metre carre": ("area", "m2", 1),
    "square kilometer": ("area", "m2", 1e6), "square kilometre": ("area", "m2", 1e6), "kilometre carre": ("area", "m2", 1e6),
    "square foot": ("area", "m2", 0.09290304), "pied carre": ("area", "m2", 0.09290304), "acre": ("area", "m2", 4046.8564224),
    "hectare": ("area", "m2", 1e4), "square mile": ("area", "m2", 2589988.110336),
    "c": ("temperature", "Cel", 1), "degree": ("temperature", "Cel", 1), "degre": ("temperature", "Cel", 1),
    "degree celsius": ("temperature", "Cel", 1),
    "percentage": ("percent", "%", 1), "percent": ("percent", "%", 1), "basis point": ("percent", "%", 0.01),
    "second": ("duration", "s", 1), "minute": ("duration", "s", 60), "hour": ("duration", "s", 3600),
}  # fmt: skip
_TIMES = {
    "year": "year", "an": "year", "month": "month", "mois": "month", "week": "week", "semaine": "week", "day": "day",
    "jour": "day", "decade": "decade",
}  # fmt: skip
_SIGNS = re.compile(r"[^0-9.eE+-]")


def readings(told: Mapping[str, Any]) -> list[Figure]:
    """All that the amount may be; any of them counts as found. Nothing where it has no value, or a unit that we have not."""
    low, high = (_number(told.get(name, told.get("value"))) for name in ("low", "high"))
    if low is None or high is None:
        return []
    return [
        {
            "start": told["start"],
            "end": told["end"],
            "kind": kind,
            "low": low * factor,
            "high": high * factor,
            "value": low * factor if low == high else None,
            "unit": unit,
            "bound": "exact" if low == high else "range",
            "bare": kind == "count",
        }
        for kind, unit, factor in _kinds(told)
    ]


def _kinds(told: Mapping[str, Any]) -> list[tuple[str, str, float]]:
    """Kind, unit and the factor to our unit."""
    unit = _plain(told.get("unit") or "")
    if told["type"] == "percentage":
        return [("percent", "%", 1)]
    if told["type"] == "currency":
        code = told.get("code") or next((code for word, code in _CURRENCIES.items() if word in unit), None)
        return [("money", code, 1)] if code else []
    if unit in _TIMES:  # nobody tells an age from a time
        return [("age", _TIMES[unit], 1), ("duration", _TIMES[unit], 1)]
    if unit in _OTHERS:
        return [_OTHERS[unit]]
    for prefix, factor in _PREFIXES.items():
        if unit.startswith(prefix) and unit.removeprefix(prefix) in _BASES:
            return [(*_BASES[unit.removeprefix(prefix)], factor)]
    return [("count", "", 1)] if told["type"] == "number" or unit in ("dimensionless", "count") else []


def _plain(unit: str) -> str:
    """In small letters, without accents, one of it."""
    small = unicodedata.normalize("NFD", unit.lower())
    plain = "".join(sign for sign in small if not unicodedata.combining(sign))
    return plain if plain == "mois" else plain.removesuffix("s")


def _number(value: object) -> float | None:
    """French ones come with a comma, shares with their sign."""
    if value is None:
        return None
    try:
        return float(_SIGNS.sub("", str(value).replace(",", ".")))
    except ValueError:
        return None
