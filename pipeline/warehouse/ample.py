"""Memory for the one who writes: the tracker's connection in, a stretch of work that no analyst's query starves out.

DuckDB has one memory_limit for all connections of a process, and a transaction that meets it while it commits or rolls
back leaves a database that must be opened anew: a checkpoint that fails is fatal, a rollback that fails leaves rows that
nobody can change. So while something is written, the limit is far away. When it comes back and does not hold what queries
hold by then, these queries are ended (deadline.py looks at `pressed`).
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic, sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FAR = "1TB"
PATIENCE = 5.0
"""Seconds to wait for queries to give back what they hold; what cannot be interrupted may take longer."""
pressed = threading.Event()
"""Set while queries hold more than the limit of this process, which has one tracker."""


class WritersTurn:
    """One writer at a time, each with ample memory: entered for every transaction, and again and again.

    connection: the process's own, kept open while this is used; memory: its memory_limit, such as "256MB".
    """

    def __init__(self, connection: DuckDBPyConnection, memory: str) -> None:
        self._connection, self._memory = connection, memory
        self._lock = threading.Lock()
        self._ample = ExitStack()

    def __enter__(self) -> None:
        self._lock.acquire()
        try:
            self._ample.enter_context(ample_memory(self._connection, self._memory))
        except BaseException:
            self._lock.release()
            raise

    def __exit__(self, *_: object) -> None:
        try:
            self._ample.close()
        finally:
            self._lock.release()


@contextmanager
def ample_memory(connection: DuckDBPyConnection, memory: str | None = None) -> Iterator[None]:
    """Lifts the limit while inside; memory: what it is else, such as "256MB", or as found. One of these at a time."""
    with connection.cursor() as cursor:
        memory = memory or _limit(cursor)
        cursor.execute(f"SET GLOBAL memory_limit = '{FAR}'")
        try:
            yield
        finally:
            _back(cursor, memory)


def _limit(cursor: DuckDBPyConnection) -> str:
    [(found,)] = cursor.execute("SELECT current_setting('memory_limit')").fetchall()
    return str(found)


def _back(cursor: DuckDBPyConnection, memory: str) -> None:
    import duckdb

    until = monotonic() + PATIENCE
    while True:
        try:
            cursor.execute("SET GLOBAL memory_limit = '{}'".format(memory.replace("'", "''")))
        except duckdb.OutOfMemoryException:
            pressed.set()
            if monotonic() > until:
                return  # the next one tries again; until then no query begins
            sleep(0.05)
        else:
            pressed.clear()
            return
