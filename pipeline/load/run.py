"""The loader: extractions, fetches and dead letters in; one DuckDB transaction a batch with rows, alerts and offsets out.

It starts from the offsets that DuckDB holds, not from those that the topics hold, so a batch is loaded exactly once
wherever the process was killed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pipeline.errors import Rejected
from pipeline.load.rows import alert_table, extraction_tables, fetch_table, letter_table
from pipeline.records import Alert, DeadLetter, Extraction, Fetch, Record, decode
from pipeline.topics.base import Message, Partition, Stored, Topics
from pipeline.topics.poison import dead_letter
from pipeline.warehouse.transaction import transaction

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection

GROUP = "load"
TOPICS = ("extractions", "fetches", "dead-letters")
BATCH = 500
"""Messages a transaction: DuckDB likes them large, and a kill repeats at most this many."""

Fire = Callable[[Extraction], Iterable[Alert]]
"""The alert rules: which alerts an extraction sets off."""


@dataclass
class Batch:
    """Messages of one transaction, read and sorted by what they are."""

    extractions: dict[str, Extraction] = field(default_factory=dict)
    fetches: dict[str, Fetch] = field(default_factory=dict)
    letters: dict[str, DeadLetter] = field(default_factory=dict)
    broken: list[Message] = field(default_factory=list)
    positions: dict[Partition, int] = field(default_factory=dict)


def load(
    topics: Topics,
    connection: DuckDBPyConnection,
    fire: Fire,
    on_progress: Callable[[int], None] = lambda _: None,
) -> int:
    """Loads all that the topics hold and DuckDB does not; returns how many messages that were."""
    loaded = 0
    for topic in TOPICS:
        _tell_group(topics, connection, topic)
        while stored := topics.read(topic, read_offsets(connection, topic), BATCH):
            load_batch(topics, connection, stored, fire)
            loaded += len(stored)
            on_progress(len(stored))
    return loaded


def load_batch(topics: Topics, connection: DuckDBPyConnection, stored: Sequence[Stored], fire: Fire) -> None:
    """One batch: broken messages to dead-letters, the rest with its offsets in one transaction."""
    batch = _sorted(stored)
    if batch.broken:  # before the offsets move: killed in between, a letter is repeated under its own id
        topics.append("dead-letters", batch.broken)
    with transaction(connection):
        _write_extractions(connection, list(batch.extractions.values()), fire)
        _write_new(connection, "fetches", "fetch_id", fetch_table(list(batch.fetches.values())))
        _write_new(connection, "dead_letters", "letter_id", letter_table(list(batch.letters.values())))
        _write_offsets(connection, batch.positions)
    topics.commit(GROUP, batch.positions)  # for `status` only: DuckDB's own offsets are the ones that count


def read_offsets(connection: DuckDBPyConnection, topic: str) -> dict[Partition, int]:
    """The next offset to load, by partition of the topic."""
    rows = connection.execute('SELECT "partition", position FROM offsets WHERE topic = ?', [topic]).fetchall()
    return {Partition(topic, number): position for number, position in rows}


def _tell_group(topics: Topics, connection: DuckDBPyConnection, topic: str) -> None:
    """Sets the group to what DuckDB holds, should a kill have come between the two; `status` reads the group."""
    held = read_offsets(connection, topic)
    if held.items() - topics.committed(GROUP, topic).items():
        topics.commit(GROUP, held)


def _sorted(stored: Sequence[Stored]) -> Batch:
    batch = Batch()
    for one in stored:
        batch.positions[one.partition] = one.offset + 1
        try:
            record = decode(one.partition.topic, one.message.value, one.message.headers)
        except Rejected as error:
            batch.broken.append(dead_letter(one, "load", str(error)))
            continue
        _put(batch, record)
    return batch


def _put(batch: Batch, record: Record) -> None:
    match record:
        case Extraction():
            batch.extractions[record.document.doc_id] = record  # the latest of a document wins
        case Fetch():
            batch.fetches[record.fetch_id] = record
        case DeadLetter():
            batch.letters[record.letter_id] = record


def _write_extractions(connection: DuckDBPyConnection, extractions: Sequence[Extraction], fire: Fire) -> None:
    if not extractions:
        return
    doc_ids = [extraction.document.doc_id for extraction in extractions]
    known = connection.execute(
        "SELECT doc_id FROM documents WHERE doc_id IN (SELECT unnest(?))", [doc_ids]
    ).fetchall()
    for table, rows in extraction_tables(extractions).items():
        if known:  # new documents have nothing to delete, and a DELETE costs a scan of the table
            connection.execute(
                f"DELETE FROM {table} WHERE doc_id IN (SELECT unnest(?))", [[row[0] for row in known]]
            )
        _insert(connection, table, rows)
    alerts = {alert.alert_id: alert for extraction in extractions for alert in fire(extraction)}
    _write_new(connection, "alerts", "alert_id", alert_table(list(alerts.values()), datetime.now(UTC)))


def _write_new(connection: DuckDBPyConnection, table: str, key: str, rows: pa.Table) -> None:
    """Inserts the rows whose key the table does not hold yet."""
    if rows.num_rows:
        _insert(connection, table, rows, f"WHERE {key} NOT IN (SELECT {key} FROM {table})")


def _insert(connection: DuckDBPyConnection, table: str, rows: pa.Table, condition: str = "") -> None:
    connection.register("incoming", rows)
    connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming {condition}")
    connection.unregister("incoming")


def _write_offsets(connection: DuckDBPyConnection, positions: dict[Partition, int]) -> None:
    for (topic, number), position in positions.items():
        connection.execute('DELETE FROM offsets WHERE topic = ? AND "partition" = ?', [topic, number])
        connection.execute("INSERT INTO offsets VALUES (?, ?, ?)", [topic, number, position])
