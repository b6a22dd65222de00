"""A transaction: all that is done inside is kept together, or none of it. And values that a statement reads as a table."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pipeline.errors import Transient

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


FIRST, LONGEST = 0.02, 1.0
"""Seconds between two tries after a conflict: the first time, and at most."""


@contextmanager
def memory_permitting() -> Iterator[None]:
    """DuckDB's want of memory is Transient: what took it, such as an analyst's query, gives it back."""
    import duckdb

    try:
        yield
    except duckdb.OutOfMemoryException as error:
        line = str(error).partition("\n")[0]
        remedy = "wait for the queries that hold it, or raise KIKIMIMI_WAREHOUSE_MEMORY"
        raise Transient(f"DuckDB has no memory left: {line}", remedy) from error


class Conflict(Transient):
    """Another process has written the same rows meanwhile: nothing of ours was kept, and it is to be done anew."""


@contextmanager
def transaction(connection: DuckDBPyConnection) -> Iterator[None]:
    """Commits at the end, rolls back on any error and lets it through. Raises Conflict where DuckLake takes no commit."""
    import duckdb

    with memory_permitting():
        connection.execute("BEGIN")
        try:
            yield
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        try:
            connection.execute("COMMIT")
        except duckdb.TransactionException as error:  # which has rolled it back
            said = str(error).splitlines()[-1]
            raise Conflict(f"another process has written meanwhile: {said}", "try again") from error


@contextmanager
def laying(connection: DuckDBPyConnection) -> Iterator[None]:
    """A transaction that lays tables anew. Two processes that do so at once meet in a row that is always there, since
    they do not in tables that are empty: one of them gets a Conflict."""
    with transaction(connection):
        connection.execute("UPDATE migrations SET name = name WHERE number = 1")
        yield


def again(work: Callable[[], None], stop: Callable[[], bool] = lambda: False) -> None:
    """Does the work, and anew after each Conflict, until it goes through or is told to stop."""
    pause = FIRST
    while True:
        try:
            return work()
        except Conflict:
            if stop():
                return None
            time.sleep(pause * random.uniform(0.5, 1.5))  # noqa: S311 — so that they do not meet again
            pause = min(2 * pause, LONGEST)


@contextmanager
def lent(connection: DuckDBPyConnection, **columns: Sequence[Any]) -> Iterator[None]:
    """The columns as a table named `lent`; a list given as a parameter costs DuckDB a look for pandas an element."""
    import pyarrow as pa

    connection.register("lent", pa.table(dict(columns)))
    try:
        yield
    finally:
        connection.unregister("lent")
