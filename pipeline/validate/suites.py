"""Suites: schemas/expectations/*.yaml in, expectations out, with the sets of values that records.py and limits name filled in.

A file is a suite: its name is the table it looks at. An expectation is one of Great Expectations' own (`type` and
`kwargs`) or `sql`, a query that returns what is not as expected: with `holds: true` the rows of the table themselves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pipeline import records
from pipeline.errors import Misconfigured
from pipeline.records import Relation, Severity
from pipeline.yaml_lines import Lined, read_yaml

KEYS: Mapping[str, tuple[str, ...]] = {
    "documents": ("doc_id",),
    "mentions": ("doc_id", "char_start", "char_end"),
    "figures": ("doc_id", "char_start", "char_end"),
    "entities": ("entity",),
    "alerts": ("alert_id",),
    "fetches": ("fetch_id",),
}
"""By table, the columns that name a row of it."""
SQL = "unexpected_rows_expectation"
_WORDS = ("name", "severity", "says", "holds", "type", "kwargs", "sql")
_NUMBERS = ("min_value", "max_value")
_NAME = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Expectation:
    """says: what is wrong when it fails. holds: what it returns are rows, which quarantine holds back.

    type and kwargs are Great Expectations' own.
    """

    name: str
    severity: Severity
    says: str
    holds: bool
    type: str
    kwargs: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Suite:
    """What is expected of one table."""

    table: Relation
    expectations: Sequence[Expectation]


def read_suites(folder: Path, named: Sequence[str], fill: Mapping[str, str]) -> list[Suite]:
    """The suites of the folder, in the order of a document's way; those of these names if there are any.

    fill: texts for `{name}` in queries. Raises Misconfigured, naming file and line, for anything that does not fit.
    """
    there = [table for table in KEYS if (folder / f"{table}.yaml").exists()]
    unknown = [name for name in named if name not in there]
    if unknown or not there:
        problem = f"there is no suite {unknown[0]}" if unknown else f"{folder} holds no suites"
        raise Misconfigured(problem, f"known are {', '.join(there or KEYS)}")
    suites = [_suite(folder / f"{table}.yaml", fill) for table in there if not named or table in named]
    _check_names(suites)
    return suites


def _suite(path: Path, fill: Mapping[str, str]) -> Suite:
    entries = read_yaml(path.read_text(encoding="utf-8"), str(path), Misconfigured)
    if not isinstance(entries, list) or not all(isinstance(entry, Lined) for entry in entries):
        raise Misconfigured(f"{path}:1: no list of expectations", "write each as `- name: …`")
    table: Any = path.stem
    return Suite(table, [_expectation(path, entry, fill) for entry in entries])


def _expectation(path: Path, entry: Lined, fill: Mapping[str, str]) -> Expectation:
    def wrong(problem: str, remedy: str) -> Misconfigured:
        return Misconfigured(f"{path}:{entry.line}: {problem}", remedy)

    for word in entry:
        if word not in _WORDS:
            raise wrong(f"an expectation has no {word}", f"it has {', '.join(_WORDS)}")
    name, severity, says = (str(entry.get(word, "")) for word in ("name", "severity", "says"))
    if not _NAME.fullmatch(name):
        raise wrong(f"{name or 'an expectation'} is no name", "write small letters, digits and hyphens")
    if severity not in get_args(Severity) or not says:
        raise wrong(
            f"{name} has no severity or does not say what is wrong",
            "write severity: error or warning, and says:",
        )
    if ("sql" in entry) == ("type" in entry):
        raise wrong(f"{name} has neither sql nor type, or both", "give it one of them")
    if "sql" in entry:
        kind, kwargs = SQL, {"unexpected_rows_query": _query(entry["sql"], fill)}
    else:
        kind = entry["type"]
        try:
            kwargs = _kwargs(entry.get("kwargs", {}))
        except (AttributeError, ValueError) as error:
            raise wrong(f"{name}: {error}", "name a set of pipeline/records.py, or write a number") from error
    return Expectation(name, severity, says, entry.get("holds") == "true", kind, kwargs)  # type: ignore[arg-type]


def _query(sql: str, fill: Mapping[str, str]) -> str:
    for name, text in fill.items():
        sql = sql.replace(f"{{{name}}}", text)
    return sql.strip()


def _kwargs(written: Mapping[str, Any]) -> dict[str, Any]:
    """YAML's texts as what Great Expectations takes. A set by its name in records.py is that set."""
    kwargs: dict[str, Any] = {}
    for name, value in written.items():
        if name == "value_set" and isinstance(value, str):
            kwargs[name] = list(get_args(getattr(records, value)))
        elif name in _NUMBERS:
            kwargs[name] = float(value)
        else:
            kwargs[name] = value == "true" if value in ("true", "false") else value
    return kwargs


def _check_names(suites: Sequence[Suite]) -> None:
    seen: set[str] = set()
    for suite in suites:
        for one in suite.expectations:
            if one.name in seen:
                raise Misconfigured(f"the expectation {one.name} stands twice", "give each its own name")
            seen.add(one.name)
