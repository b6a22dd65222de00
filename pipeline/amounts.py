"""Amounts as people read them: a figure's bounds and unit in, a short text out."""

from __future__ import annotations

_SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
_SI = ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k"))
_SI_UNITS = frozenset(("W", "Wh", "B"))
_TIGHT = frozenset(("%", "x"))


def amount(low: float | None, high: float | None, unit: str, bound: str) -> str:
    """As in `25 – 40 bn USD`, `≥ 1 GW`, `≈ 11 bn USD`, `about 2 – 9 bn USD` for an order of magnitude."""
    if low is not None and high is not None and low != high:
        return f"{'~ ' if bound == 'vague' else ''}{_range(low, high, unit)}"
    sign = {"min": "≥ ", "max": "≤ ", "approx": "≈ "}.get(bound, "")
    value = low if low is not None else high
    return "?" if value is None else sign + _with_unit(*_scaled(value, unit))


def _range(low: float, high: float, unit: str) -> str:
    first, first_suffix = _scaled(low, unit)
    last, last_suffix = _scaled(high, unit)
    if first_suffix == last_suffix:
        return f"{first} – {_with_unit(last, last_suffix)}"
    return f"{_with_unit(first, first_suffix)} – {_with_unit(last, last_suffix)}"


def _scaled(value: float, unit: str) -> tuple[str, str]:
    if unit in _SI_UNITS:
        for size, prefix in _SI:
            if abs(value) >= size:
                return f"{value / size:,.4g}", prefix + unit
        return f"{value:,.4g}", unit
    for size, word in _SCALES:
        if abs(value) >= size:
            return f"{value / size:,.4g}", f"{word} {unit}"
    return f"{value:,.10g}", unit


def _with_unit(number: str, unit: str) -> str:
    return number + unit if unit in _TIGHT else f"{number} {unit}".rstrip()
