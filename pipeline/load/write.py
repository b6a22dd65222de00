"""Writing: Arrow tables of a batch in, rows in DuckDB out; the caller holds the transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pipeline.load.appearances import count_appearances
from pipeline.load.document_rows import revision_table
from pipeline.load.revisions import History
from pipeline.records import Alert, Extraction
from pipeline.warehouse.transaction import lent

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection

Fire = Callable[[Extraction], Iterable[Alert]]
"""The alert rules: which alerts an extraction sets off."""


@dataclass(frozen=True, slots=True)
class Held:
    """What DuckDB holds of a document. loaded_at: the mark of all its rows, by which they are found."""

    collected_at: datetime
    loaded_at: datetime
    revision: str


def held_documents(connection: DuckDBPyConnection, doc_ids: Collection[str]) -> dict[str, Held]:
    """Those of the documents that DuckDB holds, by their ids."""
    if not doc_ids:
        return {}
    query = "SELECT doc_id, collected_at, loaded_at, revision FROM documents WHERE doc_id IN (SELECT doc_id FROM lent)"
    with lent(connection, doc_id=list(doc_ids)):
        rows = connection.execute(query).fetchall()
    return {
        doc_id: Held(collected_at.replace(tzinfo=UTC), loaded_at, revision)
        for doc_id, collected_at, loaded_at, revision in rows
    }


def newest(extractions: Iterable[Extraction], held: Mapping[str, Held]) -> list[Extraction]:
    """Those that are not older than what DuckDB holds of their document.

    An older revision may come late: from a worker that was held up, or as a dead letter that was replayed.
    """
    return [
        one
        for one in extractions
        if one.document.doc_id not in held
        or held[one.document.doc_id].collected_at <= one.document.collected_at
    ]


def write_extractions(
    connection: DuckDBPyConnection, tables: Mapping[str, pa.Table], replaced: Mapping[str, Held]
) -> None:
    """Puts the rows of documents in place of those that are there of the replaced ones."""
    for table in (*tables, "appearances"):
        delete_rows(connection, table, replaced)
    if not tables["documents"].num_rows:
        return
    for table in tables.keys() - {"documents", "mentions"}:
        insert_rows(connection, table, tables[table])
    connection.register("new_documents", tables["documents"])
    connection.execute("INSERT INTO documents BY NAME SELECT * FROM new_documents")
    if tables["mentions"].num_rows:
        connection.register("new_mentions", tables["mentions"])
        connection.execute("INSERT INTO mentions BY NAME SELECT * FROM new_mentions")
        count_appearances(connection, "new_mentions", "new_documents")
        connection.unregister("new_mentions")
    connection.unregister("new_documents")


def delete_rows(connection: DuckDBPyConnection, table: str, replaced: Mapping[str, Held]) -> None:
    """Deletes the rows of these documents. loaded_at keeps DuckDB from reading the whole table for them."""
    if not replaced:  # new documents have nothing to delete
        return
    marks = ", ".join(sorted({f"TIMESTAMP '{one.loaded_at}'" for one in replaced.values()}))
    with lent(connection, doc_id=list(replaced)):
        connection.execute(
            f"DELETE FROM {table} WHERE loaded_at IN ({marks}) AND doc_id IN (SELECT doc_id FROM lent)"
        )


def write_revisions(
    connection: DuckDBPyConnection, histories: Mapping[str, History], known: Collection[str]
) -> None:
    """Puts the rows of these documents' texts in place of those that are there of the known ones."""
    if known:
        with lent(connection, doc_id=list(known)):
            connection.execute("DELETE FROM revisions WHERE doc_id IN (SELECT doc_id FROM lent)")
    insert_rows(connection, "revisions", revision_table(histories))


def write_new(connection: DuckDBPyConnection, table: str, key: str, rows: pa.Table) -> None:
    """Inserts the rows whose key the table does not hold yet."""
    known = f"SELECT {key} FROM {table} WHERE {key} IN (SELECT {key} FROM incoming)"
    insert_rows(connection, table, rows, f"WHERE {key} NOT IN ({known})")


def insert_rows(connection: DuckDBPyConnection, table: str, rows: pa.Table, condition: str = "") -> None:
    """Inserts the rows. condition: on them."""
    if not rows.num_rows:
        return
    connection.register("incoming", rows)
    connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming {condition}")
    connection.unregister("incoming")
