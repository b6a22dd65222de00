"""The outbox: alerts that nobody was told of yet in, deliveries out.

An alert is marked as delivered after it was sent: killed in between, it is sent once more under the same alert_id.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from pipeline.warehouse.transaction import lent, transaction

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Notice:
    """An alert with what a person needs to read it."""

    alert_id: str
    title: str
    name: str
    document: str
    source: str
    mentions: int
    sentence: str
    fired_at: datetime


_PENDING = """
SELECT a.alert_id, a.title, coalesce(e.name, a.entity), d.title, d.source, a.mentions, a.sentence, a.fired_at
FROM alerts a JOIN documents d USING (doc_id) LEFT JOIN entities e ON e.entity = a.entity
WHERE a.alert_id NOT IN (SELECT alert_id FROM deliveries WHERE channel = ?)
ORDER BY coalesce(d.published_at, d.collected_at), a.alert_id
"""


def deliver(connection: DuckDBPyConnection, channel: str, send: Callable[[Notice], None]) -> int:
    """Sends each alert that this channel has not had, oldest first; returns how many."""
    notices = [Notice(*row) for row in connection.execute(_PENDING, [channel]).fetchall()]
    for notice in notices:
        send(notice)
    if notices:
        with transaction(connection), lent(connection, alert_id=[notice.alert_id for notice in notices]):
            query = "INSERT INTO deliveries SELECT alert_id, ?, now()::TIMESTAMP FROM lent"
            connection.execute(query, [channel])
    return len(notices)
