"""Opening the warehouse: the path of a DuckDB file or a DuckLake in, a connection out, or an error that says what to do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import Misconfigured, Transient
from pipeline.settings import Settings
from pipeline.warehouse.lake import is_lake, open_lake
from pipeline.warehouse.migrate import migrate
from pipeline.warehouse.transaction import again

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


LEAN = "64MB"
"""The memory_limit of a loader that nobody asks: with one thread its memory stays flat, however much it has loaded."""


def open_for_writing(path: Path, memory: str = "256MB", *, threads: int | None = None) -> DuckDBPyConnection:
    """The one connection that writes, with tables and views up to date.

    memory: DuckDB's memory_limit; without one it takes four fifths of the machine's memory, little by little.
    threads: as many as the machine has cores if none; each holds buffers of its own.
    Raises Transient when another process holds the file, Misconfigured when it is no DuckDB file or a newer one, or
    memory is no size.
    """
    if is_lake(path):
        connection = open_lake(str(path), read_only=False)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = _connect(path, read_only=False)
    try:
        limit_memory(connection, memory)
        again(lambda: migrate(connection, path))
        if threads:
            connection.execute(f"SET GLOBAL threads = {threads}")
    except BaseException:
        connection.close()
        raise
    return connection


def open_for_reading(path: Path) -> DuckDBPyConnection:
    """A connection that cannot write. Raises Misconfigured when there is no file yet, else as open_for_writing."""
    if is_lake(path):
        return open_lake(str(path), read_only=True)
    if not path.exists():
        raise Misconfigured(f"{path} is not there yet", "fill it first: kikimimi run")
    return _connect(path, read_only=True)


def open_if_free(settings: Settings) -> DuckDBPyConnection | None:
    """As open_for_writing, or None where somebody else holds the tables, here or on the machine of KIKIMIMI_TRACKER."""
    if settings.tracker:
        return None
    try:
        return open_for_writing(settings.warehouse, settings.warehouse_memory)
    except Transient:
        return None


def check_here(settings: Settings) -> None:
    """Raises Misconfigured where the tables are on another machine: for what needs the file itself."""
    if settings.tracker:
        problem = f"the DuckDB file is that of the tracker on {settings.tracker} (KIKIMIMI_TRACKER)"
        raise Misconfigured(problem, "do this on its machine, where that is not set")


def limit_memory(connection: DuckDBPyConnection, memory: str) -> None:
    """Sets DuckDB's memory_limit. Raises Misconfigured when it is no size."""
    import duckdb

    try:
        connection.execute("SET memory_limit = '{}'".format(memory.replace("'", "''")))
    except duckdb.Error as error:
        remedy = "write a size such as 512MB or 4GB"
        raise Misconfigured(f"KIKIMIMI_WAREHOUSE_MEMORY={memory} is no size", remedy) from error


def _connect(path: Path, *, read_only: bool) -> DuckDBPyConnection:
    import duckdb

    try:
        connection = duckdb.connect(str(path), read_only=read_only)
    except duckdb.IOException as error:
        if "lock" in str(error).lower():
            holder = re.search(r"PID (\d+)", str(error))
            who = f"process {holder[1]}" if holder else "another process"
            raise Transient(
                f"{path} is held by {who}", "one process writes: wait for it or stop it"
            ) from error
        remedy = "name another with KIKIMIMI_WAREHOUSE, or move it away to begin anew"
        raise Misconfigured(
            f"{path} cannot be opened as a DuckDB file: {first_line(error)}", remedy
        ) from error
    connection.execute("SET GLOBAL TimeZone = 'UTC'")  # cursors and SQL clients have settings of their own
    return connection


def first_line(error: Exception) -> str:
    """What DuckDB says, without the lines of explanation behind it."""
    return str(error).partition("\n")[0]
