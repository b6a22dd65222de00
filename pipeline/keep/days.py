"""Days: a table of the warehouse in, the SQL that says on which day each of its rows belongs out, by its columns.

When it was said, where the table knows; else a time of its own (fired_at, fetched_at …); else when its document was
said. A table with none of these, such as the catalogue's, has no days.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_NOT_ITS_OWN = frozenset(("loaded_at", "first_seen"))
"""When a row was written or its document first seen: not when what it says happened."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the catalogue of DuckDB has it."""

    type: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its columns. rows: where it has days, a query that gives its rows and `_at`, a time of each one's day."""

    name: str
    columns: Mapping[str, Column]
    rows: str | None


def tables_of(connection: DuckDBPyConnection) -> list[Table]:
    """All tables of the database that is open, sorted by name."""
    found: dict[str, dict[str, Column]] = {}
    query = """SELECT table_name, column_name, data_type, is_nullable FROM duckdb_columns()
        WHERE database_name = current_database() AND schema_name = 'main' AND NOT internal
          AND table_name IN (SELECT table_name FROM duckdb_tables() WHERE NOT temporary)
        ORDER BY table_name, column_index"""
    for table, column, kind, optional in connection.execute(query).fetchall():
        found.setdefault(table, {})[column] = Column(kind, optional)
    said = _said(found.get("documents", {}))
    return [Table(name, columns, _rows(name, columns, said)) for name, columns in found.items()]


def _rows(name: str, columns: Mapping[str, Column], said: str) -> str | None:
    if "day" in columns:  # its own, such as an exchange rate's
        return None
    if name == "documents":
        return f"SELECT d.*, {said} AS _at FROM documents d"
    if own := _own(columns):
        return f"SELECT t.*, t.{own} AS _at FROM {name} t"
    if "doc_id" in columns:
        documents = f"(SELECT d.doc_id, {said} AS _at FROM documents d)"
        return f"SELECT t.*, d._at FROM {name} t LEFT JOIN {documents} d USING (doc_id)"
    return None


def _said(columns: Mapping[str, Column]) -> str:
    return "d.said_at" if "said_at" in columns else "coalesce(d.published_at, d.collected_at)"


def _own(columns: Mapping[str, Column]) -> str | None:
    if "said_at" in columns:
        return "said_at"
    times = (
        name
        for name, column in columns.items()
        if column.type.startswith("TIMESTAMP") and not column.optional and name not in _NOT_ITS_OWN
    )
    return next(times, None)
