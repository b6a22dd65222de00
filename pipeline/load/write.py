"""Writing: Arrow tables of a batch in, rows in DuckDB out; the caller holds the transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pipeline.records import Alert, Extraction
from pipeline.warehouse.transaction import lent

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection

Fire = Callable[[Extraction], Iterable[Alert]]
"""The alert rules: which alerts an extraction sets off."""


def newest(
    connection: DuckDBPyConnection, extractions: Sequence[Extraction]
) -> tuple[list[Extraction], list[str]]:
    """Those that are not older than what DuckDB holds of their document, and the ids of those it holds.

    An older revision may come late: from a worker that was held up, or as a dead letter that was replayed.
    """
    if not extractions:
        return [], []
    with lent(connection, doc_id=[extraction.document.doc_id for extraction in extractions]):
        query = "SELECT doc_id, collected_at FROM documents WHERE doc_id IN (SELECT doc_id FROM lent)"
        held: dict[str, datetime] = dict(connection.execute(query).fetchall())
    current = [
        one
        for one in extractions
        if one.document.doc_id not in held
        or held[one.document.doc_id].replace(tzinfo=UTC) <= one.document.collected_at
    ]
    return current, [one.document.doc_id for one in current if one.document.doc_id in held]


def write_extractions(
    connection: DuckDBPyConnection, tables: Mapping[str, pa.Table], known: Collection[str]
) -> None:
    """Puts the rows of documents in place of those that are there of the known ones."""
    for table, rows in tables.items():
        if known:  # new documents have nothing to delete, and a DELETE costs a scan of the table
            with lent(connection, doc_id=list(known)):
                connection.execute(f"DELETE FROM {table} WHERE doc_id IN (SELECT doc_id FROM lent)")
        _insert(connection, table, rows)


def write_new(connection: DuckDBPyConnection, table: str, key: str, rows: pa.Table) -> None:
    """Inserts the rows whose key the table does not hold yet."""
    _insert(connection, table, rows, f"WHERE {key} NOT IN (SELECT {key} FROM {table})")


def _insert(connection: DuckDBPyConnection, table: str, rows: pa.Table, condition: str = "") -> None:
    if not rows.num_rows:
        return
    connection.register("incoming", rows)
    connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming {condition}")
    connection.unregister("incoming")
