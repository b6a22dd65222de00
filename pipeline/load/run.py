"""The loader: what the topics carry in; one DuckDB transaction a batch with rows, alerts and offsets out.

It starts from the offsets that DuckDB holds, not from those that the topics hold, so a batch is loaded exactly once
wherever the process was killed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from datetime import UTC, datetime
from time import monotonic
from typing import TYPE_CHECKING

from pipeline.load.appearances import rename
from pipeline.load.batch import Batch, sort_batch
from pipeline.load.change_rows import write_changes
from pipeline.load.document_rows import extraction_tables
from pipeline.load.held import follow_held, follow_loaded, read_marks
from pipeline.load.merges import apply_entity_edits, merged, read_merges
from pipeline.load.offsets import Logs, begin_offsets, logs_of, read_offsets, write_offsets
from pipeline.load.revisions import add_revisions, read_histories, rewrite_counts
from pipeline.load.rows import alert_table, edit_table, fetch_table, letter_table, utc
from pipeline.load.stories.run import follow_stories
from pipeline.load.stories.telling import news
from pipeline.load.verdicts import decide_rows, write_verdicts
from pipeline.load.write import (
    Fire,
    held_documents,
    newest,
    write_extractions,
    write_new,
    write_revisions,
)
from pipeline.records import ENTITY_ACTIONS, ROW_ACTIONS, Edit, EditAction
from pipeline.topics.base import LARGEST_BATCH, Stored, Tail, Topics
from pipeline.warehouse.ample import ample_memory
from pipeline.warehouse.transaction import again, transaction

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

GROUP = "load"
TOPICS = ("extractions", "fetches", "verdicts", "edits", "dead-letters")
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
    loaded = 0

    def work() -> None:
        nonlocal loaded
        begin_offsets(connection, logs, [one for name in TOPICS for one in topics.ends(name)])
        held = read_offsets(connection, logs)
        topics.commit(GROUP, held)  # a kill may have come between DuckDB and the group, which `status` reads
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

    again(work, stop)
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
    write_batch(connection, logs, batch, fire)
    topics.commit(GROUP, batch.positions)  # for `status` only: DuckDB's own offsets are the ones that count


def write_batch(connection: DuckDBPyConnection, logs: Logs, batch: Batch, fire: Fire) -> None:
    """The one transaction: rows, alerts and offsets, or nothing of them."""
    with _memory(connection, batch), transaction(connection):
        _write(connection, batch, fire)
        write_offsets(connection, logs, batch.positions)


def _memory(connection: DuckDBPyConnection, batch: Batch) -> AbstractContextManager[None]:
    """A merge counts anew every document that names the entity, a verdict those that it doubts: that takes more memory
    than the documents of a batch."""
    wants = batch.verdicts or _edits(batch, ENTITY_ACTIONS + ROW_ACTIONS)
    return ample_memory(connection) if wants else nullcontext()


def _edits(batch: Batch, actions: Sequence[EditAction]) -> list[Edit]:
    return [edit for edit in batch.edits.values() if edit.action in actions]


def _write(connection: DuckDBPyConnection, batch: Batch, fire: Fire) -> None:
    now = datetime.now(UTC)
    _write_documents(connection, batch, fire, now)
    write_new(connection, "fetches", "fetch_id", fetch_table(list(batch.fetches.values())))
    write_new(connection, "dead_letters", "letter_id", letter_table(list(batch.letters.values())))
    write_new(connection, "edits", "edit_id", edit_table(list(batch.edits.values())))
    _write_verdicts(connection, batch)
    if _edits(batch, ENTITY_ACTIONS):
        apply_entity_edits(connection)


def _write_verdicts(connection: DuckDBPyConnection, batch: Batch) -> None:
    decided = _edits(batch, ROW_ACTIONS)
    if not (batch.verdicts or decided):
        return
    before = read_marks(connection)
    # decisions first: a row that was confirmed meanwhile stays, whatever the verdict says
    decide_rows(connection, decided)
    write_verdicts(connection, batch.verdicts.values())
    follow_held(connection, before)


def _write_documents(connection: DuckDBPyConnection, batch: Batch, fire: Fire, now: datetime) -> None:
    held = held_documents(connection, batch.extractions.keys())
    current = newest(batch.extractions.values(), held)
    histories = read_histories(connection, list(held))
    changed = add_revisions(histories, batch.revisions)
    write_revisions(connection, {one: histories[one] for one in changed}, changed & held.keys())
    replacing = {one.document.doc_id for one in current}
    write_changes(connection, current, batch.former, held)
    write_extractions(
        connection,
        extraction_tables(current, histories, now),
        {doc_id: there for doc_id, there in held.items() if doc_id in replacing},
    )
    rewrite_counts(connection, {one: histories[one] for one in changed - replacing})
    just_loaded = f"loaded_at = TIMESTAMP '{utc(now)}'"
    merges = read_merges(connection)
    if merges and current:
        rename(connection, just_loaded)
    follow_loaded(connection, replacing, just_loaded)
    follow_stories(connection, current, replacing & held.keys())
    alerts = {alert.alert_id: alert for one in current for alert in fire(merged(one, merges))}
    write_new(connection, "alerts", "alert_id", alert_table(news(connection, alerts.values()), now))
