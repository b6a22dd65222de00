"""The loader: extractions, fetches, edits and dead letters in; one DuckDB transaction a batch with rows, alerts, offsets out.

It starts from the offsets that DuckDB holds, not from those that the topics hold, so a batch is loaded exactly once
wherever the process was killed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from datetime import UTC, datetime
from time import monotonic
from typing import TYPE_CHECKING

from pipeline.load.batch import Batch, sort_batch
from pipeline.load.offsets import Logs, logs_of, read_offsets, write_offsets
from pipeline.load.rows import alert_table, edit_table, extraction_tables, fetch_table, letter_table
from pipeline.load.write import Fire, newest, write_extractions, write_new
from pipeline.topics.base import LARGEST_BATCH, Stored, Tail, Topics
from pipeline.warehouse.transaction import transaction

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

GROUP = "load"
TOPICS = ("extractions", "fetches", "edits", "dead-letters")
BATCH = 500
"""Messages a transaction: DuckDB likes them large, and a kill repeats at most this many."""
WAIT = 0.5
"""Seconds to wait for a message before asking whether to stop."""
GATHER = 0.1
"""Seconds to wait for more behind the first message: a transaction of 8 documents costs seven times more for each of
them than one of 500, and people wait for an alert longer than this."""


def load(
    topics: Topics,
    connection: DuckDBPyConnection,
    fire: Fire,
    *,
    until_empty: bool = True,
    stop: Callable[[], bool] = lambda: False,
    on_progress: Callable[[int], None] = lambda _: None,
    turn: AbstractContextManager[object] | None = None,
) -> int:
    """Loads until told to stop, or until all that the topics hold is in DuckDB; returns how many messages that were.

    turn: entered for each batch; who else holds it, such as a copy of the file, has the loader wait.
    """
    turn = turn or nullcontext()
    logs = logs_of(topics, TOPICS)
    held = read_offsets(connection, logs)
    topics.commit(GROUP, held)  # a kill may have come between DuckDB and the group, which `status` reads
    loaded = 0
    with closing(topics.tail(TOPICS, held)) as tail:
        while not stop():
            stored = _gathered(tail, *((0.05, 0.0) if until_empty else (WAIT, GATHER)))
            if stored:
                with turn:
                    load_batch(topics, connection, logs, stored, fire)
                loaded += len(stored)
                on_progress(len(stored))
            elif until_empty and not tail.behind():
                break
    return loaded


def _gathered(tail: Tail, wait: float, gather: float) -> list[Stored]:
    """A batch: what comes within `wait` seconds, and within `gather` seconds behind its first messages."""
    stored = tail.poll(BATCH, wait)
    deadline = monotonic() + gather
    size = sum(len(one.message.value) for one in stored)
    while stored and len(stored) < BATCH and size < LARGEST_BATCH and (left := deadline - monotonic()) > 0:
        more = tail.poll(BATCH - len(stored), left)
        size += sum(len(one.message.value) for one in more)
        stored += more
    return stored


def load_batch(
    topics: Topics, connection: DuckDBPyConnection, logs: Logs, stored: Sequence[Stored], fire: Fire
) -> None:
    """One batch: broken messages to dead-letters, the rest with its offsets in one transaction."""
    batch = sort_batch(stored)
    if batch.broken:  # before the offsets move: killed in between, a letter is repeated under its own id
        topics.append("dead-letters", batch.broken)
    with transaction(connection):
        _write(connection, batch, fire)
        write_offsets(connection, logs, batch.positions)
    topics.commit(GROUP, batch.positions)  # for `status` only: DuckDB's own offsets are the ones that count


def _write(connection: DuckDBPyConnection, batch: Batch, fire: Fire) -> None:
    extractions, known = newest(connection, list(batch.extractions.values()))
    write_extractions(connection, extraction_tables(extractions), known)
    alerts = {alert.alert_id: alert for extraction in extractions for alert in fire(extraction)}
    write_new(connection, "alerts", "alert_id", alert_table(list(alerts.values()), datetime.now(UTC)))
    write_new(connection, "fetches", "fetch_id", fetch_table(list(batch.fetches.values())))
    write_new(connection, "edits", "edit_id", edit_table(list(batch.edits.values())))
    write_new(connection, "dead_letters", "letter_id", letter_table(list(batch.letters.values())))
