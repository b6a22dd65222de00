"""Empty warehouses for tests: opened once a worker as the product opens them, which takes seconds; then copied for each test."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

from duckdb import DuckDBPyConnection

from pipeline.warehouse import open_for_writing
from pipeline.warehouse.transaction import transaction

Anew = Callable[[], DuckDBPyConnection]
"""An empty lake; the one before it is gone, and so is what was open on it."""

SOMETHING = {
    "VARCHAR": "'x'",
    "JSON": "'{}'",
    "BLOB": "'x'",
    "BOOLEAN": "true",
    "INTEGER": "1",
    "BIGINT": "1",
    "DOUBLE": "1",
    "DATE": "'2025-01-01'",
    "TIMESTAMP": "'2025-01-01'",
}
"""A value of each type of column."""


@contextmanager
def lake_in_sqlite(folder: Path) -> Iterator[Anew]:
    numbers = count()

    def copy() -> str:
        file = folder / f"{next(numbers)}.sqlite"
        shutil.copy(folder / "empty.sqlite", file)
        return f"sqlite:{file}"

    with _lake(f"sqlite:{folder / 'empty.sqlite'}", folder / "files", copy) as anew:
        yield anew


@contextmanager
def lake_in_postgres(server: str, folder: Path) -> Iterator[Anew]:
    def sql(*statements: str) -> None:
        words = [word for one in statements for word in ("-c", one)]
        subprocess.run(["psql", f"{server} dbname=postgres", "-q", *words], check=True, capture_output=True)

    def copy() -> str:
        sql("DROP DATABASE IF EXISTS lake", "CREATE DATABASE lake TEMPLATE empty")
        return f"postgres:{server} dbname=lake"

    sql("CREATE DATABASE empty")
    with _lake(f"postgres:{server} dbname=empty", folder / "files", copy) as anew:
        yield anew


@contextmanager
def _lake(catalogue: str, files: Path, copy: Callable[[], str]) -> Iterator[Anew]:
    """copy: makes a catalogue like the one given. All keep their files in one folder, under names that come only once."""
    with closing(open_for_writing(Path(f"ducklake:{catalogue} DATA_PATH={files}"), threads=1)) as connection:
        _empty_again(connection)

        def anew() -> DuckDBPyConnection:
            connection.execute("USE memory; DETACH tracker")
            connection.execute(f"ATTACH 'ducklake:{copy()}' AS tracker (DATA_PATH '{files}'); USE tracker")
            return connection

        yield anew


def _empty_again(lake: DuckDBPyConnection) -> None:
    """Each table has held a row. Of one that never has, DuckLake 1.0 asks its catalogue about every column in every query."""
    columns = lake.execute("""
        SELECT table_name, rtrim(data_type, '[]'), data_type LIKE '%[]' FROM duckdb_columns()
        WHERE database_name = 'tracker' AND table_name <> 'migrations'
            AND table_name IN (SELECT table_name FROM duckdb_tables()) ORDER BY table_name, column_index
    """).fetchall()
    rows: dict[str, list[str]] = {}
    for table, kind, is_list in columns:
        rows.setdefault(table, []).append(f"[{SOMETHING[kind]}]" if is_list else SOMETHING[kind])
    with transaction(lake):
        for table, values in rows.items():
            lake.execute(f"INSERT INTO {table} VALUES ({', '.join(values)})")
    with transaction(lake):
        for table in rows:
            lake.execute(f"DELETE FROM {table}")
