"""Exporting: a snapshot in; a folder of Parquet by table and day, the snapshot itself and a manifest out.

    DIR/mentions/day=2025-02-03/data.parquet   DIR/entities/all.parquet   DIR/tracker.duckdb   DIR/manifest.json

All of it is of one moment, the snapshot's. A table goes through memory window by window: DuckDB's own PARTITION_BY
keeps a buffer for every day and column, and a table of three years did not fit the memory that a warehouse is given.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import Transient
from pipeline.keep.days import Table, tables_of
from pipeline.warehouse import open_for_reading
from pipeline.warehouse.copying import flush
from pipeline.warehouse.open import first_line, limit_memory
from pipeline.warehouse.transaction import memory_permitting

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

DATABASE, MANIFEST = "tracker.duckdb", "manifest.json"
FORMAT = 1
"""Of the manifest; raised when a key changes its meaning."""
WINDOW = 31
"""Days that are gathered in one reading of a table."""
_UNKNOWN = "__HIVE_DEFAULT_PARTITION__"
"""Hive's word for a day that is null; DuckDB and Arrow read it so."""
_PARQUET = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE_BYTES '16MB'"


def write_export(
    folder: Path,
    version: str,
    memory: str,
    since: date | None = None,
    begin: Callable[[int], Callable[[int], None]] = lambda _: lambda _: None,
) -> dict[str, Any]:
    """Writes the tables of folder/tracker.duckdb beside it, the manifest last, and returns that.

    since: the first day that is written; rows of an unknown day and tables without days are written all the same.
    begin: told how many tables there are; what it returns is told of each.
    """
    with closing(open_for_reading(folder / DATABASE)) as connection, _room_permitting(folder):
        limit_memory(connection, memory)
        connection.execute("SET preserve_insertion_order = false")
        tables = tables_of(connection)
        advance = begin(len(tables))
        written = {}
        for table in tables:
            rows, days = _write(connection, table, folder / table.name, since)
            columns = [{"name": name, "type": column.type} for name, column in table.columns.items()]
            written[table.name] = {
                "rows": rows,
                "by_day": table.rows is not None,
                "days": days,
                "columns": columns,
            }
            advance(1)
        offsets = connection.sql("FROM offsets ORDER BY ALL")
        manifest = {
            "format": FORMAT,
            "created_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "version": version,
            "since": since.isoformat() if since else None,
            "database": DATABASE,
            "tables": written,
            "offsets": [dict(zip(offsets.columns, row, strict=True)) for row in offsets.fetchall()],
        }
    text = json.dumps(manifest, indent=1, ensure_ascii=False)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")
    flush(str(file) for file in folder.rglob("*") if file.is_file())
    return manifest


@contextmanager
def _room_permitting(folder: Path) -> Iterator[None]:
    import duckdb

    try:
        with memory_permitting():
            yield
    except duckdb.IOException as error:
        raise Transient(f"{folder} cannot be written: {first_line(error)}", "make room there") from error


def _write(connection: DuckDBPyConnection, table: Table, folder: Path, since: date | None) -> tuple[int, int]:
    """The rows and the days that were written."""
    if table.rows is None:
        return _copy(connection, f"FROM {table.name}", folder / "all.parquet"), 0
    rows = 0
    days = _days(connection, table.rows, since)
    for window in (days[start : start + WINDOW] for start in range(0, len(days), WINDOW)):
        chosen = f"SELECT * FROM ({table.rows}) WHERE {_within(window)}"
        connection.execute(f"CREATE OR REPLACE TEMP TABLE one_window AS {chosen}")
        for day in window:
            query = f"SELECT * EXCLUDE _at FROM one_window WHERE {_within([day])}"
            rows += _copy(connection, query, folder / f"day={day or _UNKNOWN}" / "data.parquet")
    connection.execute("DROP TABLE IF EXISTS one_window")
    return rows, len(days)


def _days(connection: DuckDBPyConnection, rows: str, since: date | None) -> list[date | None]:
    query = (
        f"SELECT DISTINCT CAST(_at AS DATE) AS day FROM ({rows}) WHERE _at >= ? OR _at IS NULL ORDER BY day"
    )
    return [day for (day,) in connection.execute(query, [since or date.min]).fetchall()]


def _copy(connection: DuckDBPyConnection, query: str, file: Path) -> int:
    file.parent.mkdir(parents=True, exist_ok=True)
    quoted = str(file).replace("'", "''")
    row = connection.execute(f"COPY ({query}) TO '{quoted}' ({_PARQUET})").fetchone()
    return int(row[0]) if row else 0


def _within(days: Sequence[date | None]) -> str:
    """A condition on the time itself, not on its day: DuckDB knows the least and greatest of each part of a table."""
    known = [day for day in days if day]
    if not known:
        return "_at IS NULL"
    span = f"_at >= DATE '{known[0]}' AND _at < DATE '{known[-1]}' + 1"
    return span if None not in days else f"({span} OR _at IS NULL)"
