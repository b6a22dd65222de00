"""Offsets in DuckDB: how far each log is loaded, read and written inside the loader's transaction.

An offset counts in one log only. Another set of topics, or a topic that was made anew, has another identity and is
loaded from its start: documents that came before are known by their ids, and nothing is skipped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pipeline.topics.base import Partition, Positions, Topics
from pipeline.warehouse.transaction import laying, lent

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Logs = Mapping[str, str]
"""By topic: the identity of its log (base.Topics.identity)."""


def logs_of(topics: Topics, names: Sequence[str]) -> Logs:
    return {name: topics.identity(name) for name in names}


def begin_offsets(connection: DuckDBPyConnection, logs: Logs, partitions: Sequence[Partition]) -> None:
    """Sets those that DuckDB does not know to zero, so that two loaders that begin at once meet in the same rows."""
    known = read_offsets(connection, logs)
    unknown = [one for one in partitions if one not in known]
    if unknown:
        with laying(connection):
            write_offsets(connection, logs, dict.fromkeys(unknown, 0))


def read_offsets(connection: DuckDBPyConnection, logs: Logs) -> dict[Partition, int]:
    """The next offset to load, by partition, of these logs."""
    rows = connection.execute('SELECT topic, "partition", position, log FROM offsets').fetchall()
    return {Partition(topic, number): place for topic, number, place, log in rows if logs.get(topic) == log}


def write_offsets(connection: DuckDBPyConnection, logs: Logs, positions: Positions) -> None:
    """Moves the offsets; the caller holds the transaction."""
    if not positions:
        return
    moved: dict[str, Sequence[Any]] = {
        "topic": [one.topic for one in positions],
        "partition": [one.number for one in positions],
        "log": [logs[one.topic] for one in positions],
        "position": list(positions.values()),
    }
    with lent(connection, **moved):
        connection.execute(
            'DELETE FROM offsets WHERE (topic, "partition", log) IN (SELECT topic, "partition", log FROM lent)'
        )
        connection.execute("INSERT INTO offsets BY NAME SELECT * FROM lent")
