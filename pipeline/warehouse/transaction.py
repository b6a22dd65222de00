"""A transaction: all that is done inside is kept together, or none of it. And values that a statement reads as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@contextmanager
def transaction(connection: DuckDBPyConnection) -> Iterator[None]:
    """Commits at the end, rolls back on any error and lets it through."""
    connection.execute("BEGIN")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def lent(connection: DuckDBPyConnection, **columns: Sequence[Any]) -> Iterator[None]:
    """The columns as a table named `lent`; a list given as a parameter costs DuckDB a look for pandas an element."""
    import pyarrow as pa

    connection.register("lent", pa.table(dict(columns)))
    try:
        yield
    finally:
        connection.unregister("lent")
