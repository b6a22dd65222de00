"""Verdicts: what came of a suite in, the messages of its verdict out, with a suspect for each row that is to be held back.

What a person has decided on is told no more: a released row is right, and a confirmed one is held back already.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec

from pipeline.records import Finding, Suspect, Verdict, suspect_id
from pipeline.validate.evaluate import Evaluated, Outcome
from pipeline.validate.suites import KEYS
from pipeline.warehouse.asking import Ask

HELD_AT_MOST = 10_000
"""Rows of one expectation that are held back; where more fail, it is not the rows that are wrong."""
EXAMPLES = 3
"""Of what is wrong, in a sentence."""
LONGEST = 500
"""Characters of what one row says."""
OF_A_MESSAGE = 500
"""Suspects."""
_TWICE = re.compile("_+1$")
"""What a column's name ends with that is in the answer twice, once as the key."""


def read_decided(ask: Ask) -> set[str]:
    """The suspect_ids that a person has decided on."""
    return {one for (one,) in ask("SELECT suspect_id FROM quarantine WHERE status <> 'open'").fetchall()}


def judge(
    evaluated: Evaluated, ask: Ask, decided: Collection[str], who: str, at: datetime, seconds: float
) -> list[Verdict]:
    """The verdict, in as many messages as its suspects need. Marks what decided rows alone fail as a success."""
    findings, suspects = [], []
    for outcome in evaluated.outcomes:
        if not outcome.unexpected:
            continue
        told, held = _looked_at(outcome, evaluated.suite.table, ask, decided)
        if told is None:
            outcome.result.success = True
            continue
        findings.append(told)
        suspects += held
    findings.sort(key=lambda one: one.severity)
    verdict = Verdict(
        verdict_id=hashlib.sha256(f"{evaluated.suite.table}\n{who}\n{at.isoformat()}".encode()).hexdigest()[
            :32
        ],
        suite=evaluated.suite.table,
        who=who,
        at=at,
        seconds=seconds,
        success=all(one.severity == "warning" for one in findings),
        evaluated=len(evaluated.outcomes),
        rows=evaluated.rows,
        failed=findings,
    )
    return list(_parts(verdict, suspects))


def _looked_at(
    outcome: Outcome, table: str, ask: Ask, decided: Collection[str]
) -> tuple[Finding | None, list[Suspect]]:
    expectation = outcome.expectation
    unexpected, held = outcome.unexpected, []
    if expectation.holds:
        rows = _rows(ask, outcome.query, HELD_AT_MOST + len(decided))
        every = list(dict.fromkeys(_suspect(expectation.name, table, row) for row in rows))
        undecided = [one for one in every if suspect_id(one) not in decided]
        if not undecided:
            return None, []
        unexpected -= len(every) - len(undecided)
        whats = [one.what for one in undecided[:EXAMPLES]]
        held = [one for one in undecided[:HELD_AT_MOST] if one.key]  # a row without a key cannot be named
    else:
        whats = [_what(row) for row in _rows(ask, outcome.query, EXAMPLES)] if outcome.query else []
    sentence = expectation.says + (f": {'; '.join(whats)}" if any(whats) else "")
    return Finding(
        expectation=expectation.name,
        severity=expectation.severity,
        sentence=sentence,
        unexpected=max(1, unexpected),
    ), held


def _rows(ask: Ask, query: str, most: int) -> list[dict[str, Any]]:
    answer = ask(query, most)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.fetchall()]


def _suspect(expectation: str, table: str, row: dict[str, Any]) -> Suspect:
    key, *span = (row[name] for name in KEYS[table])
    start, end = span or (None, None)
    return Suspect(
        expectation=expectation,
        relation=table,  # type: ignore[arg-type]  # a suite is named after one
        key=key or "",
        start=start,
        end=end,
        what=_what(row),
    )


def _what(row: dict[str, Any]) -> str:
    """What the query says, else the column that it returns last."""
    if "what" in row:
        return str(row["what"])[:LONGEST]
    name, value = list(row.items())[-1]
    return f"{_TWICE.sub('', name)} is {'missing' if value is None else value}"[:LONGEST]


def _parts(verdict: Verdict, suspects: Sequence[Suspect]) -> Iterator[Verdict]:
    pages = [suspects[first : first + OF_A_MESSAGE] for first in range(0, len(suspects), OF_A_MESSAGE)] or [
        []
    ]
    for part, page in enumerate(pages, 1):
        yield msgspec.structs.replace(verdict, suspects=list(page), part=part, parts=len(pages))
