"""Answers: a query and the tracker's connection in, the finished answer as a table of another database out.

The tracker's DuckDB runs the query in a transaction that only reads, under a deadline; its rows go as they come into a
database in memory, where they wait for whoever asked, however slowly he reads. That database knows nothing else.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import Rejected
from pipeline.settings import MEGABYTE
from pipeline.warehouse.deadline import memory_of_process, within
from pipeline.warehouse.gate import check

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = "64MB"
"""Memory of the database of answers, beside the tracker's own; what is more goes to its folder."""
LARGEST = "4GB"
"""Room on the disk for answers that wait, and for what one query sorts or groups."""
UNCOUNTED = 512 * MEGABYTE
"""What the process may grow by for queries, beyond DuckDB's memory_limit."""
PIECE = 20_480
"""Rows that go from one database to the other at a time: ten of DuckDB's vectors."""


def lock_down(connection: DuckDBPyConnection) -> None:
    """From now on the whole instance reads and writes no file but its own, loads nothing, and keeps its settings."""
    connection.execute(f"""
        SET GLOBAL max_temp_directory_size = '{LARGEST}';
        SET GLOBAL arrow_lossless_conversion = true;
        SET GLOBAL autoinstall_known_extensions = false;
        SET GLOBAL autoload_known_extensions = false;
        SET GLOBAL enable_external_access = false;
        SET GLOBAL allowed_configs = ['memory_limit', 'max_memory'];
        SET GLOBAL lock_configuration = true;
    """)


def open_answers(folder: Path) -> DuckDBPyConnection:
    """A database in memory for answers; what finds no room there goes into the folder, which its closing removes."""
    import duckdb

    connection = duckdb.connect(
        config={"memory_limit": MEMORY, "temp_directory": str(folder), "max_temp_directory_size": LARGEST}
    )
    connection.execute("SET GLOBAL TimeZone = 'UTC'; SET GLOBAL arrow_lossless_conversion = true")
    return connection


def answer(
    tracker: DuckDBPyConnection,
    answers: DuckDBPyConnection,
    query: str,
    table: str,
    seconds: float,
    *,
    idle: int | None = None,
    ending: threading.Event | None = None,
    rows: int | None = None,
) -> None:
    """Runs the query and makes the table of its answer; both connections are the caller's own meanwhile.

    idle: bytes that the process has in memory when nothing is asked; as of now if None. ending: ends the query.
    rows: at most so many. Raises Rejected, with all that is wrong in one line.
    """
    import duckdb

    try:
        passed = check(tracker, query)
        most = (memory_of_process() if idle is None else idle) + _memory_limit(tracker) + UNCOUNTED
        with within(seconds, most, ending or threading.Event(), tracker, answers):
            tracker.execute("BEGIN TRANSACTION READ ONLY")
            try:
                if passed.recursive:  # streamed, its rows pile up in memory that DuckDB does not count
                    tracker.execute(f"CREATE TEMP TABLE finished AS FROM (\n{passed.text}\n)")
                    tracker.execute("FROM finished")
                else:
                    tracker.execute(passed.text)
                _keep(
                    answers,
                    tracker,
                    f"CREATE TABLE {table} AS FROM answer" + (f" LIMIT {rows}" if rows else ""),
                )
            finally:
                tracker.execute("ROLLBACK")
    except duckdb.Error as error:
        raise Rejected(readable(str(error))) from error


def _memory_limit(tracker: DuckDBPyConnection) -> int:
    row = tracker.execute("SELECT parse_formatted_bytes(current_setting('memory_limit'))").fetchone()
    return int(row[0]) if row else 0


def _keep(answers: DuckDBPyConnection, tracker: DuckDBPyConnection, statement: str) -> None:
    reader = tracker.to_arrow_reader(PIECE)
    answers.register(
        "answer", reader.__arrow_c_stream__()
    )  # as it is: pyarrow's own way wants each name only once
    try:
        answers.execute(statement)
    finally:
        answers.unregister("answer")


def readable(message: str) -> str:
    """DuckDB's message in one line, without what it says of the way that the rows have come."""
    said, _, where = message.partition("\n\nLINE ")
    for way in ("Invalid Input Error: arrow_scan: get_next failed(): IOError: ", "Invalid Input Error: "):
        said = said.removeprefix(way)
    said = said.partition("\n\nPossible solutions:")[0]
    if "Out of Memory" in said:
        said += "; ask for less at once: fewer columns, a WHERE, a LIMIT"
    line = where.partition("\n")[0]
    return " ".join((f"{said} (line {line})" if line else said).split())
