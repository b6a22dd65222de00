"""The gate: an extraction in, Rejected with the first thing that breaks its contract out.

Its schema has been checked when it was decoded. Here is what a schema cannot see: whether names and figures stand in the
text where they say, and whether a figure's unit, bounds and period agree with one another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from math import isfinite

from pipeline.errors import Rejected
from pipeline.records import Extraction, Figure, Kind, Mention

UNITS: Mapping[Kind, frozenset[str] | None] = {
    "money": None,
    "percent": frozenset("%"),
    "power": frozenset("W"),
    "energy": frozenset(("Wh",)),
    "data": frozenset("B"),
    "length": frozenset("m"),
    "area": frozenset(("m2",)),
    "mass": frozenset("g"),
    "temperature": frozenset(("Cel",)),
    "duration": frozenset(("s", "day", "week", "month", "year")),
    "age": frozenset(("year",)),
    "count": None,
    "multiple": frozenset("x"),
}
"""The units of each kind; None: no list holds them. Money has CURRENCY's form, a count is of anything that has a name."""
CURRENCY = "[A-Z]{3}"
"""The form of ISO 4217."""
LONGEST_QUOTE = 60
"""Characters of a text that an error quotes."""

_CURRENCY = re.compile(CURRENCY)


def check_extraction(extraction: Extraction) -> None:
    """Raises Rejected where a mention or figure is not what it says; the loader runs it for every document."""
    text = extraction.document.text
    seen = set()
    for mention in extraction.mentions:
        if wrong := _place(text, mention):
            raise _rejected(extraction, "mention", mention, wrong)
        named = (mention.start, mention.end, mention.entity)
        if named in seen:
            raise _rejected(extraction, "mention", mention, f"{mention.entity} is named there twice")
        seen.add(named)
    for figure in extraction.figures:
        if wrong := _place(text, figure) or _unit(figure) or _bounds(figure) or _period(figure):
            raise _rejected(extraction, "figure", figure, wrong)


def _place(text: str, one: Mention | Figure) -> str:
    """A sentence begins no later than what stands in it. It may end sooner: a line break ends it, and parts amounts."""
    start, end = one.start, one.end
    if not 0 <= start < end <= len(text):
        return f"it is not inside the text, which has {len(text):,} characters"
    if text[start:end] != one.surface:
        return f"the text has {_quoted(text[start:end])} there"
    if not (0 <= one.sentence_start <= start < one.sentence_end <= len(text)):
        return f"it does not begin inside its sentence, {one.sentence_start} to {one.sentence_end}"
    return ""


def _unit(figure: Figure) -> str:
    kind, unit = figure.kind, figure.unit
    units = UNITS[kind]
    if units is not None:
        fits = unit in units
    elif kind == "money":
        fits = _CURRENCY.fullmatch(unit) is not None
    else:
        fits = not (unit == "" or unit.isspace())
    return "" if fits else f"{_quoted(unit)} is no unit of {kind}"


def _bounds(figure: Figure) -> str:
    value, low, high = figure.value, figure.low, figure.high
    match figure.bound:
        case "exact" | "approx":
            fits = value is not None and low == high == value
        case "min":
            fits = value is None and low is not None and high is None
        case "max":
            fits = value is None and low is None and high is not None
        case "range" | "vague":
            fits = value is None and low is not None and high is not None and low <= high
    if not fits or (low is not None and not isfinite(low)) or (high is not None and not isfinite(high)):
        return f"its bound is {figure.bound}, but value is {value}, low {low}, high {high}"
    return ""


def _period(figure: Figure) -> str:
    first, last = figure.period_start, figure.period_end
    if first is None and last is None:
        return ""
    try:
        days = [date.fromisoformat(day) for day in (first, last) if day is not None]
    except ValueError:
        return f"its period is from {first} to {last}, which are not both dates as 2025-02-03"
    return "" if days == sorted(days) else f"its period ends on {last}, before it begins on {first}"


def _rejected(extraction: Extraction, what: str, one: Mention | Figure, wrong: str) -> Rejected:
    problem = f"{what} {_quoted(one.surface)} at {one.start} to {one.end} of document {extraction.document.doc_id}: {wrong}"
    return Rejected(problem, f"report it, with the dead letter: extractor {extraction.extractor} said so")


def _quoted(text: str) -> str:
    return repr(text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…")
