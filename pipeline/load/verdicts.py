"""Verdicts: what validations found and what people decided on it in; verdicts, findings and quarantine out.

Quarantine follows the newest verdict of each suite: what it suspects comes in, what it suspects no more goes. Rows that a
person has decided on stay, since a validation does not tell of them again. Their edits are kept, and the last word counts
whenever its row comes or comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from pipeline.load.rows import finding_table, suspect_table, verdict_table
from pipeline.load.write import write_new
from pipeline.records import ROW_ACTIONS, Edit, Verdict
from pipeline.warehouse.transaction import lent

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_DECISIONS = f"""(
    SELECT target, max(edited_at) AS decided_at, arg_max(who, (edited_at, edit_id)) AS who,
           CASE arg_max(action, (edited_at, edit_id)) WHEN 'release-row' THEN 'released' ELSE 'confirmed' END AS status
    FROM edits WHERE action IN {ROW_ACTIONS} GROUP BY target
)"""
_STRIKE_PARTS = """
UPDATE verdicts SET missing = list_filter(missing, lambda part: NOT list_contains(come.parts, part))
FROM (SELECT verdict_id, list(part) AS parts FROM lent GROUP BY verdict_id) come
WHERE come.verdict_id = verdicts.verdict_id AND list_has_any(missing, come.parts)
"""
_SEE_AGAIN = """
UPDATE quarantine SET what = s.what, verdict_id = s.verdict_id, validated_at = s.validated_at FROM suspects s
WHERE s.suspect_id = quarantine.suspect_id AND s.suite = quarantine.suite
"""
_SEE_FIRST = f"""
INSERT INTO quarantine BY NAME
SELECT s.*, s.validated_at AS found_at, coalesce(d.status, 'open') AS status, d.who, d.decided_at
FROM suspects s LEFT JOIN {_DECISIONS} d ON d.target = s.suspect_id
WHERE s.suspect_id NOT IN (SELECT suspect_id FROM quarantine WHERE suite IN (SELECT suite FROM suspects))
"""


def decide_rows(connection: DuckDBPyConnection, edits: Iterable[Edit]) -> None:
    """Gives the rows that these edits name the last word of all; the edits are in their table already."""
    with lent(connection, target=[one.target for one in edits]):
        connection.execute(
            f"""UPDATE quarantine SET status = d.status, who = d.who, decided_at = d.decided_at FROM {_DECISIONS} d
            WHERE d.target = quarantine.suspect_id AND d.target IN (SELECT target FROM lent)"""
        )


def write_verdicts(connection: DuckDBPyConnection, messages: Iterable[Verdict]) -> None:
    """The rows of these verdicts, one after the other, as if each had come alone; parts of one may come apart."""
    ordered = sorted(messages, key=_age)
    verdicts = [list(parts) for _, parts in groupby(ordered, _age)]
    if not verdicts:
        return
    newest = _newest(connection)
    heads = [parts[0] for parts in verdicts]
    write_new(connection, "verdicts", "verdict_id", verdict_table(heads))
    write_new(connection, "findings", "verdict_id", finding_table(heads))
    complete = _strike_parts(connection, ordered)
    for parts in verdicts:
        head = parts[0]
        if _age(head) < newest.get(head.suite, _age(head)):
            continue  # it comes late: quarantine knows better
        _put_suspects(connection, parts)
        if head.verdict_id in complete:
            connection.execute(
                "DELETE FROM quarantine WHERE suite = ? AND verdict_id <> ? AND status = 'open'",
                [head.suite, head.verdict_id],
            )


def _age(verdict: Verdict) -> tuple[datetime, str]:
    """Orders the verdicts of a suite."""
    return verdict.at.astimezone(UTC).replace(tzinfo=None), verdict.verdict_id


def _newest(connection: DuckDBPyConnection) -> dict[str, tuple[datetime, str]]:
    """By suite: the newest verdict that is known."""
    rows = connection.execute(
        """SELECT suite, max(validated_at), arg_max(verdict_id, (validated_at, verdict_id)) FROM verdicts GROUP BY suite"""
    ).fetchall()
    return {suite: (at, verdict_id) for suite, at, verdict_id in rows}


def _strike_parts(connection: DuckDBPyConnection, messages: Sequence[Verdict]) -> set[str]:
    """Notes that these parts have come; returns the verdicts of which all have."""
    ids = [one.verdict_id for one in messages]
    query = "SELECT verdict_id FROM verdicts WHERE verdict_id IN (SELECT verdict_id FROM lent) AND len(missing) = 0"
    with lent(connection, verdict_id=ids, part=[one.part for one in messages]):
        connection.execute(_STRIKE_PARTS)
        return {one for (one,) in connection.execute(query).fetchall()}


def _put_suspects(connection: DuckDBPyConnection, parts: Sequence[Verdict]) -> None:
    suspects = suspect_table(parts)
    if not suspects.num_rows:
        return
    connection.register("suspects", suspects)
    connection.execute(_SEE_AGAIN)
    connection.execute(_SEE_FIRST)
    connection.unregister("suspects")
