"""Rows held back: the table `quarantine` in; which rows those are, and what people decide on them as edits, out.

Nothing is rewritten here: the loader lets the table follow the edits, and the last word on a row counts.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import takewhile
from typing import TYPE_CHECKING, Literal

from pipeline.errors import Rejected
from pipeline.records import Edit
from pipeline.topics.base import Topics
from pipeline.topics.envelope import pack

if TYPE_CHECKING:
    from duckdb import DuckDBPyRelation

PAGE = 500
"""Edits appended at once."""
SHORTEST_ID = 4

Ask = Callable[[str], "DuckDBPyRelation"]
Decision = Literal["release-row", "confirm-row"]
BECOMES: dict[Decision, str] = {"release-row": "released", "confirm-row": "confirmed"}
"""The status of a row by what was decided on it."""

_ROWS = """
SELECT q.suspect_id, q.status, q.expectation,
    coalesce(nullif(concat_ws(', ', coalesce(d.source, f.source), nullif(d.title, '')), ''), q.key),
    q.what, q.found_at, q.who, q.decided_at
FROM quarantine q
LEFT JOIN alerts a ON q.relation = 'alerts' AND a.alert_id = q.key
LEFT JOIN documents d ON d.doc_id = coalesce(a.doc_id, q.key)
LEFT JOIN fetches f ON q.relation = 'fetches' AND f.fetch_id = q.key
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of quarantine. where: source and title of its document, the source of a fetch, else its key. Times are UTC."""

    suspect_id: str
    status: str
    expectation: str
    where: str
    what: str
    found_at: datetime
    who: str | None
    decided_at: datetime | None


def read_rows(ask: Ask, status: str = "", expectation: str = "", document: str = "") -> list[Row]:
    """The newest first. status, expectation: "" for all. document: the beginning of a doc_id."""
    wanted = ["true"]
    if status:
        wanted.append(f"q.status = {_quoted(status)}")
    if expectation:
        wanted.append(f"q.expectation = {_quoted(expectation)}")
    if document:
        wanted.append(f"starts_with(coalesce(a.doc_id, q.key), {_quoted(document.lower())})")
        wanted.append("q.relation NOT IN ('entities', 'fetches')")
    order = "ORDER BY q.found_at DESC, q.key, q.char_start, q.suspect_id"
    return [Row(*row) for row in ask(f"{_ROWS} WHERE {' AND '.join(wanted)} {order}").fetchall()]


def find(ask: Ask, beginnings: Iterable[str]) -> list[Row]:
    """The rows whose ids begin so. Raises Rejected, before anything is decided, where none or several do."""
    rows = {row.suspect_id: row for row in read_rows(ask)}
    ids = sorted(rows)
    found = (_the_one(ids, beginning.lower()) for beginning in beginnings)
    return [rows[suspect_id] for suspect_id in dict.fromkeys(found)]


def failing(ask: Ask, expectation: str) -> list[Row]:
    """The open rows of this expectation. Raises Rejected where no row has ever failed it: most likely a slip of the pen."""
    rows = read_rows(ask, expectation=expectation)
    if not rows:
        remedy = "see kikimimi quarantine list --status all"
        raise Rejected(f"no row in quarantine fails {expectation}", remedy)
    return [row for row in rows if row.status == "open"]


def decide(
    topics: Topics, rows: Sequence[Row], decision: Decision, who: str
) -> tuple[Sequence[Row], Sequence[Row]]:
    """Appends an edit for each row that is not decided so already; returns those that had one, and the others."""
    settled = [row for row in rows if row.status == BECOMES[decision]]
    decided = [row for row in rows if row.status != BECOMES[decision]]
    for start in range(0, len(decided), PAGE):
        edits = _edits(decided[start : start + PAGE], decision, who)
        topics.append("edits", [pack("edits", edit.target, edit) for edit in edits])
    return decided, settled


def _edits(rows: Iterable[Row], decision: Decision, who: str) -> Iterator[Edit]:
    for row in rows:
        now = datetime.now(UTC)
        edit_id = hashlib.sha256(f"{row.suspect_id} {decision} {now.isoformat()}".encode()).hexdigest()[:32]
        yield Edit(edit_id=edit_id, action=decision, target=row.suspect_id, who=who, at=now)


def _the_one(ids: Sequence[str], beginning: str) -> str:
    """The only one of the sorted ids that begins so."""
    if len(beginning) < SHORTEST_ID:
        raise Rejected(
            f"{beginning!r} is too short for an id", f"give {SHORTEST_ID} characters or more of it"
        )
    after = (ids[at] for at in range(bisect_left(ids, beginning), len(ids)))
    found = list(takewhile(lambda one: one.startswith(beginning), after))
    if not found:
        remedy = "see kikimimi quarantine list --status all"
        raise Rejected(f"no row in quarantine has an id that begins with {beginning}", remedy)
    if len(found) > 1:
        remedy = f"give more of it, as in {' or '.join(found[:2])}"
        raise Rejected(f"{len(found)} rows in quarantine have an id that begins with {beginning}", remedy)
    return found[0]


def _quoted(text: str) -> str:
    return "'{}'".format(text.replace("'", "''"))
