"""Retention: what is older than the settings keep in, gone out; a few documents a transaction, so that loading goes on.

keep_text: documents.text becomes null, and so do the changed sentences of documents that were revised so long ago. Mentions, figures with their sentences and alerts stay, and replay passes such
documents over. keep_rows: the document goes with all rows of every table that names it, alerts and their deliveries
too; and fetches. What quarantine says of such rows goes as well. Dead letters, edits, verdicts and the catalogue stay.

A document's age is that of its newest revision: since collected_at, not since it was published, or what a new source
brings of its archive would be gone at once.

Nothing is lost or doubled by it:
- Offsets do not move, so the loader repeats nothing; rows and what was deleted are of one transaction.
- Found again unchanged, the collector knows it and passes it over: it remembers documents without the warehouse.
- Changed after it had lost its text, it is loaded over its row: text, mentions and figures of the new revision, once,
  and an alert that it had is known and not told again. Changed after it had gone, it is a new document, and may fire.
- The topics are read from their start, as on another Kafka, or an old dead letter is replayed: the same message makes
  the same rows in place of those that are there. What was removed comes back until the next `maintain`, and tells nobody:
  a document that is older than keep_rows sets off no alert (`young`), since nobody remembers any more that it did.
- An older revision that comes late finds the newer one by its collected_at, which stays when the text goes.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from pipeline.records import Relation
from pipeline.warehouse.transaction import lent, transaction

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CHUNK = 1000
"""Documents a transaction: the loader waits 0.03 s for it where 100,000 have 35 mentions each, 0.16 s at most."""
_STALE_KEYS = (
    """DELETE FROM story_keys WHERE (print, day) NOT IN (SELECT (print, said_at::DATE) FROM story_prints)"""
)
"""What leads to documents that have gone, or were revised: never what a story may still be found by, however old it is."""
_OLD = "collected_at < ? ORDER BY collected_at LIMIT ?"


@dataclass
class Removed:
    """What went: texts of documents that stay, whole documents, alerts of these that nobody was told of, fetches."""

    texts: int = 0
    documents: int = 0
    untold: int = 0
    fetches: int = 0


def young(collected_at: datetime, keep_rows: float, now: datetime | None = None) -> bool:
    """Whether a document may set off alerts: one past keep_rows may have done so before its rows went."""
    return not keep_rows or collected_at >= (now or datetime.now(UTC)) - timedelta(days=keep_rows)


def retain(
    connection: DuckDBPyConnection,
    turn: AbstractContextManager[object],
    keep_text: float,
    keep_rows: float,
    now: datetime | None = None,
) -> Removed:
    """Removes it, under the loader's turn for a moment at a time. 0 days: for ever."""
    now = (now or datetime.now(UTC)).astimezone(UTC).replace(tzinfo=None)
    removed = Removed()
    if keep_rows:
        before = now - timedelta(days=keep_rows)
        for _ in _turns(turn, lambda: _remove_documents(connection, before, removed)):
            pass
        with turn, transaction(connection):
            _forget(connection, ("fetches",), "SELECT fetch_id FROM fetches WHERE fetched_at < ?", before)
            removed.fetches = _count(connection, "DELETE FROM fetches WHERE fetched_at < ?", before)
    if keep_text:
        before = now - timedelta(days=keep_text)
        for count in _turns(turn, lambda: _remove_texts(connection, before)):
            removed.texts += count
    with turn, transaction(connection):
        connection.execute(_STALE_KEYS)
    return removed


def _turns(turn: AbstractContextManager[object], step: Callable[[], int]) -> Iterator[int]:
    """Steps until one has nothing left, with a pause after each: a lock alone would not let the loader in between."""
    while True:
        with turn:
            began = time.monotonic()
            count = step()
            passed = time.monotonic() - began
        yield count
        if count < CHUNK:
            return
        time.sleep(passed)


def _remove_documents(connection: DuckDBPyConnection, before: datetime, removed: Removed) -> int:
    with transaction(connection):
        query = f"SELECT doc_id FROM documents WHERE {_OLD}"
        doc_ids = [doc_id for (doc_id,) in connection.execute(query, [before, CHUNK]).fetchall()]
        if doc_ids:
            with lent(connection, doc_id=doc_ids):
                removed.untold += _remove_rows(connection)
            removed.documents += len(doc_ids)
    return len(doc_ids)


def _remove_rows(connection: DuckDBPyConnection) -> int:
    """All rows of the lent documents; returns how many of their alerts nobody was told of."""
    alerts = "SELECT alert_id FROM alerts WHERE doc_id IN (SELECT doc_id FROM lent)"
    untold = _count(
        connection, f"SELECT count(*) FROM ({alerts}) WHERE alert_id NOT IN (SELECT alert_id FROM deliveries)"
    )
    connection.execute(f"DELETE FROM deliveries WHERE alert_id IN ({alerts})")
    _forget(connection, ("alerts",), alerts)
    _forget(connection, ("documents", "mentions", "figures"), "SELECT doc_id FROM lent")
    query = """SELECT table_name FROM duckdb_columns() WHERE column_name = 'doc_id' AND schema_name = 'main' AND NOT internal
        AND database_name = current_database() AND table_name IN (SELECT table_name FROM duckdb_tables() WHERE NOT temporary)"""
    for (table,) in connection.execute(query).fetchall():
        connection.execute(f"DELETE FROM {table} WHERE doc_id IN (SELECT doc_id FROM lent)")
    return untold


def _forget(
    connection: DuckDBPyConnection, relations: Sequence[Relation], keys: str, *values: object
) -> None:
    """Removes rows of these relations from quarantine. keys: a query."""
    held = ", ".join(f"'{one}'" for one in relations)
    connection.execute(f"DELETE FROM quarantine WHERE relation IN ({held}) AND key IN ({keys})", list(values))


def _remove_texts(connection: DuckDBPyConnection, before: datetime) -> int:
    with transaction(connection):
        _forget_sentences(connection, before)
        query = f"""UPDATE documents SET text = NULL WHERE doc_id IN
            (SELECT doc_id FROM documents WHERE text IS NOT NULL AND {_OLD})"""
        return _count(connection, query, before, CHUNK)


def _forget_sentences(connection: DuckDBPyConnection, before: datetime) -> None:
    """Those of texts that were replaced so long ago; of figures they stay, as in the table of figures."""
    connection.execute(
        "UPDATE revised_documents SET sentences = NULL WHERE sentences IS NOT NULL AND replaced_at < ?",
        [before],
    )


def _count(connection: DuckDBPyConnection, query: str, *values: object) -> int:
    row = connection.execute(query, list(values)).fetchone()
    return int(row[0]) if row else 0
