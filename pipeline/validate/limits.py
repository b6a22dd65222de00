"""Limits of what a claim can be: limits.yaml in, limits out; and the query that finds claims beyond them.

A limit holds for a kind, and where it says so only for a metric, a type of subject, one entity or one unit. Of those that
fit a claim the most specific counts alone: entity before metric before type before unit.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import astuple, dataclass
from difflib import get_close_matches
from itertools import product
from pathlib import Path
from typing import Any, get_args

from pipeline.errors import Misconfigured
from pipeline.records import EntityType, Kind, Metric
from pipeline.yaml_lines import Lined, read_list

_KEYS = ("kind", "metric", "type", "entity", "unit", "least", "most", "reason")
_UNITS: dict[str, tuple[str, ...]] = {
    "money": ("USD",), "percent": ("%",), "power": ("W",), "energy": ("Wh",), "data": ("B",), "length": ("m",), "area": ("m2",),
    "mass": ("g",), "temperature": ("Cel",), "age": ("year",), "multiple": ("x",), "duration": ("s", "day", "week", "month", "year"),
}  # fmt: skip
"""What the amounts of a kind are in; counts have a unit for each thing that is counted."""

IN_WORDS = """lambda x: CASE WHEN abs(x) >= 1e15 THEN printf('%.4g quadrillion', x / 1e15)
        WHEN abs(x) >= 1e12 THEN printf('%.4g trillion', x / 1e12) WHEN abs(x) >= 1e9 THEN printf('%.4g billion', x / 1e9)
        WHEN abs(x) >= 1e6 THEN printf('%.4g million', x / 1e6) ELSE printf('%.6g', x) END"""
"""An amount as people say it, in SQL."""
IN_UNIT = r"""CASE unit WHEN '%' THEN ' %' WHEN 'x' THEN ' times' WHEN 'Cel' THEN ' °C' WHEN 's' THEN ' seconds' WHEN 'person' THEN ' people'
        ELSE ' ' || CASE WHEN kind IN ('count', 'age', 'duration') THEN regexp_replace(unit || 's', '([^aeo])ys$', '\1ies') ELSE unit END END"""
WHAT_OF_WHOM = (
    "coalesce(nullif(metric, 'other'), kind) || coalesce(' of ' || coalesce(subject_name, subject), '')"
)

PLAUSIBLE = f"""
WITH said AS (  /* a denial says itself that it is not so; money without a rate has no low and no high */
    SELECT c.doc_id, c.char_start, c.char_end, c.surface, c.subject, c.subject_name, c.metric, c.kind, e.type,
           CASE WHEN c.kind = 'money' THEN 'USD' ELSE c.unit END AS unit,
           CASE WHEN c.kind = 'money' THEN c.usd_low ELSE c.low END AS low,
           CASE WHEN c.kind = 'money' THEN c.usd_high ELSE c.high END AS high
    FROM claims_all c LEFT JOIN entities e ON e.entity = c.subject
    WHERE c.modality <> 'denied'
),
asked AS (SELECT DISTINCT subject, metric, kind, type, unit FROM said),
ruled AS (
    SELECT asked.*, limits.least, limits.most, limits.reason
    FROM asked JOIN {{limits}}
      ON limits.kind = asked.kind AND coalesce(limits.metric = asked.metric, limits.metric IS NULL)
     AND coalesce(limits.type = asked.type, limits.type IS NULL) AND coalesce(limits.entity = asked.subject, limits.entity IS NULL)
     AND coalesce(limits.unit = asked.unit, limits.unit IS NULL)
    QUALIFY row_number() OVER (PARTITION BY asked.subject, asked.metric, asked.kind, asked.type, asked.unit ORDER BY limits.entity IS NULL,
                                            limits.metric IS NULL, limits.type IS NULL, limits.unit IS NULL) = 1
),
beyond AS (
    SELECT said.*, least, most, reason,
           list_transform([low, high, CASE WHEN low > most THEN most ELSE least END], {IN_WORDS}) AS words, {IN_UNIT} AS of_unit
    FROM said JOIN ruled USING (kind, unit)
    WHERE said.subject IS NOT DISTINCT FROM ruled.subject AND said.metric IS NOT DISTINCT FROM ruled.metric
      AND (low > most OR high < least)
)
SELECT doc_id, char_start, char_end,
       coalesce(surface, '') || ': ' || {WHAT_OF_WHOM} || ', '
       || CASE WHEN low = high THEN words[1] WHEN high IS NULL THEN 'at least ' || words[1]
               WHEN low IS NULL THEN 'at most ' || words[2] ELSE words[1] || ' to ' || words[2] END || of_unit
       || CASE WHEN low > most THEN ', is more than ' ELSE ', is less than ' END || words[3] || of_unit || '. ' || reason AS what
FROM beyond
"""
"""Claims whose closest reading lies beyond their limit; `{{limits}}` is what limits_sql writes."""


@dataclass(frozen=True, slots=True)
class Limit:
    """The least and the most that an amount can be; None for what it holds regardless of, and for no bound."""

    kind: str
    metric: str | None
    type: str | None
    entity: str | None
    unit: str | None
    least: float | None
    most: float | None
    reason: str


def load_limits(path: Path, known: Collection[str] | None = None) -> tuple[Limit, ...]:
    """The limits of a limits.yaml; `known` are the catalogue's ids, where entities are to be checked.

    Raises Misconfigured, naming file and line, for anything that does not fit.
    """
    places: dict[tuple[str | None, ...], int] = {}
    limits: list[Limit] = []
    for entry in read_list(path, "limits"):
        for limit in _limits(path, entry, known):
            holds_for = astuple(limit)[:5]
            if holds_for in places:
                problem = f"{path}:{entry.line}: line {places[holds_for]} has a limit for the same already"
                raise Misconfigured(problem, "keep one of them")
            places[holds_for] = entry.line
            limits.append(limit)
    return tuple(limits)


def limits_sql(limits: Sequence[Limit]) -> str:
    """The limits as a table that a query of DuckDB can join under the name `limits`."""
    rows = limits or [Limit("", None, None, None, None, None, None, "")]  # VALUES must hold a row
    listed = ",\n    ".join(
        f"({_word(row.kind)}, {_word(row.metric)}, {_word(row.type)}, {_word(row.entity)}, {_word(row.unit)}, "
        f"{_number(row.least)}, {_number(row.most)}, {_word(row.reason)})"
        for row in rows
    )
    return f"(VALUES\n    {listed}) AS limits({', '.join(_KEYS)})"


def _word(value: str | None) -> str:
    return "CAST(NULL AS VARCHAR)" if value is None else "'" + value.replace("'", "''") + "'"


def _number(value: float | None) -> str:
    return f"CAST({'NULL' if value is None else value} AS DOUBLE)"


def _limits(path: Path, entry: Any, known: Collection[str] | None) -> Iterator[Limit]:
    """The limits of one entry: one for each metric, type, entity and unit that it lists."""
    if not isinstance(entry, Lined):
        raise Misconfigured(
            f"{path}: {entry!r} is no limit", "write `- kind: …` with least, most and a reason"
        )

    def wrong(key: str, problem: str, remedy: str = "mend it there") -> Misconfigured:
        return Misconfigured(f"{path}:{entry.lines.get(key, entry.line)}: {problem}", remedy)

    def words(key: str, allowed: Collection[str] | None) -> list[str]:
        value = entry.get(key, [])
        listed = value if isinstance(value, list) else [value]
        for word in listed:
            if not isinstance(word, str) or not word or (allowed is not None and word not in allowed):
                raise wrong(key, f"{word!r} is no {key} that is known", _remedy(key, str(word), allowed))
        return listed

    def amount(key: str) -> float | None:
        try:
            value = float(entry[key]) if key in entry else None
        except (TypeError, ValueError):
            value = math.nan
        if value is not None and not math.isfinite(value):
            raise wrong(key, f"{key} is {entry[key]!r}, which is no number", "write it like 5e12 or -273.15")
        return value

    for key in entry:
        if key not in _KEYS:
            raise wrong(key, f"{key} is not a word of a limit (known: {', '.join(_KEYS)})")
    kinds = words("kind", get_args(Kind))
    if len(kinds) != 1:
        raise wrong("kind", "the limit is not of one kind", f"write kind: one of {', '.join(get_args(Kind))}")
    units = words("unit", _UNITS.get(kinds[0])) or [*_UNITS.get(kinds[0], ())]
    if kinds[0] == "duration" and "unit" not in entry:
        raise wrong("kind", "a limit of durations has no unit", f"write unit: one of {', '.join(units)}")
    if "type" in entry and "entity" in entry:
        raise wrong("type", "the limit has an entity, which has a type of its own", "take one of them out")
    least, most = amount("least"), amount("most")
    if least is None and most is None:
        raise wrong("kind", "the limit has neither least nor most", "write one of them, or both")
    if least is not None and most is not None and least > most:
        raise wrong("least", f"least is more than most: {entry['least']} > {entry['most']}")
    reason = entry.get("reason")
    if not isinstance(reason, str) or not reason.strip():
        raise wrong(
            "reason", "the limit has no reason", "say what is known, for those who read it beside a row"
        )
    metrics, types = words("metric", get_args(Metric)), words("type", get_args(EntityType))
    lists: tuple[list[str], ...] = (metrics, types, words("entity", known), units)
    for metric, subject_type, entity, unit in product(*(listed or (None,) for listed in lists)):
        yield Limit(kinds[0], metric, subject_type, entity, unit, least, most, " ".join(reason.split()))


def _remedy(key: str, word: str, allowed: Collection[str] | None) -> str:
    near = get_close_matches(word, [*(allowed or ())], n=3)
    if near:
        return f"did you mean {' or '.join(near)}?"
    return "add it to seeds/catalogue/" if key == "entity" else f"known: {', '.join(allowed or ())}"
