"""The outbox: alerts that a channel was not told of yet in, deliveries out.

An alert is marked as delivered after it was sent: killed in between, it is sent once more under the same alert_id.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pipeline.errors import Rejected
from pipeline.records import Alert
from pipeline.topics.base import Message
from pipeline.topics.envelope import pack
from pipeline.warehouse.transaction import lent, transaction

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TOPIC = "alerts"
PAGE = 500
"""Alerts appended at once."""
EVER = datetime(1970, 1, 1)  # noqa: DTZ001 — DuckDB's TIMESTAMP has no zone; all of ours are UTC


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


_UNTOLD = """a.fired_at >= $since AND a.alert_id NOT IN
    (SELECT alert_id FROM deliveries WHERE channel = $channel AND delivered_at >= $since - INTERVAL 1 DAY)"""
"""The day is room for a clock that was set back between the two."""
_NOTICES = f"""
SELECT a.alert_id, a.title, coalesce(e.name, a.entity), d.title, d.source, a.mentions, a.sentence, a.fired_at
FROM alerts a JOIN documents d USING (doc_id) LEFT JOIN entities e ON e.entity = a.entity
WHERE {_UNTOLD} ORDER BY coalesce(d.published_at, d.collected_at), a.alert_id
"""
_ALERTS = f"""
SELECT a.alert_id, a.rule, a.entity, a.doc_id, a.title, a.sentence, a.mentions, a.fired_at
FROM alerts a WHERE {_UNTOLD} ORDER BY a.fired_at, a.alert_id LIMIT {PAGE}
"""


class Outbox:
    """What each channel was not told of yet.

    The first look is at every alert there is (a million take 70 ms), later ones only at what has fired since.
    """

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self._connection = connection
        self._since: dict[str, datetime] = {}

    def tell(self, channel: str, send: Callable[[Notice], None]) -> int:
        """Sends each alert that this channel has not had, oldest document first; returns how many."""
        newest = self._newest(channel)
        notices = [Notice(*row) for row in self._untold(channel, _NOTICES)]
        for notice in notices:
            send(notice)
        self._told(channel, [notice.alert_id for notice in notices], newest)
        return len(notices)

    def publish(self, channel: str, append: Callable[[str, Sequence[Message]], None]) -> int:
        """Appends each alert that this channel has not had to the topic `alerts`, page by page; returns how many."""
        count = 0
        newest = self._newest(channel)
        while rows := self._untold(channel, _ALERTS):
            append(TOPIC, [message for row in rows for message in _packed(row)])
            self._told(channel, [row[0] for row in rows], rows[-1][-1])
            count += len(rows)
        self._since[channel] = newest
        return count

    def _newest(self, channel: str) -> datetime:
        """When the newest alert fired; nothing before it is looked at again once all of it is told."""
        since = self._since.get(channel, EVER)
        query = "SELECT coalesce(max(fired_at), $since) FROM alerts WHERE fired_at >= $since"
        row = self._connection.execute(query, {"since": since}).fetchone()
        return row[0] if row else since

    def _untold(self, channel: str, query: str) -> list[tuple[Any, ...]]:
        since = self._since.get(channel, EVER)
        return self._connection.execute(query, {"since": since, "channel": channel}).fetchall()

    def _told(self, channel: str, alert_ids: Sequence[str], newest: datetime) -> None:
        if alert_ids:
            with transaction(self._connection), lent(self._connection, alert_id=alert_ids):
                query = "INSERT INTO deliveries SELECT alert_id, ?, now()::TIMESTAMP FROM lent"
                self._connection.execute(query, [channel])
        self._since[channel] = newest


def _packed(row: Sequence[Any]) -> list[Message]:
    alert_id, rule, entity, doc_id, title, sentence, mentions, _ = row
    alert = Alert(
        alert_id=alert_id, rule=rule, entity=entity, doc_id=doc_id, title=title, sentence=sentence, mentions=mentions
    )  # fmt: skip
    try:
        return [pack(TOPIC, alert.alert_id, alert)]
    except Rejected:  # by a rule whose id is no slug: it stays in the table, and what comes behind goes on
        return []
