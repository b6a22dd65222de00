"""The way from Great Expectations to DuckDB: a function that asks in, an SQLAlchemy engine's parts out.

Great Expectations speaks SQLAlchemy, and the warehouse is asked through warehouse/asking.py, whoever holds it: so this is
a connection that has nothing but that function. Of SQLAlchemy's dialects PostgreSQL's is the one that DuckDB follows. An
answer is complete before it is read, because Great Expectations reads after it has given its connection back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import types
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.base import PGDialect
from sqlalchemy.engine import Connection

from pipeline.warehouse.asking import Ask

NAME = "kikimimi"
"""Of the dialect, as a connection string names it."""
_TYPES: dict[str, Callable[[], types.TypeEngine[Any]]] = {
    "VARCHAR": types.String,
    "INTEGER": types.Integer,
    "BIGINT": types.BigInteger,
    "DOUBLE": types.Float,
    "BOOLEAN": types.Boolean,
    "DATE": types.Date,
    "TIMESTAMP": types.DateTime,
}
_PARAMETER = re.compile(r"\$(\d+)")


class Cursor:
    """A cursor of PEP 249 over an answer."""

    arraysize = 1
    rowcount = -1

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._rows: list[tuple[Any, ...]] = []
        self.description: list[tuple[Any, ...]] | None = None

    def execute(self, statement: str, parameters: Sequence[object] = ()) -> None:
        answer = self._ask(inlined(statement, parameters))
        self.description, self._rows = answer.description, answer.fetchall()

    def fetchone(self) -> tuple[Any, ...] | None:
        return self._rows.pop(0) if self._rows else None

    def fetchmany(self, size: int = arraysize) -> list[tuple[Any, ...]]:
        rows, self._rows = self._rows[:size], self._rows[size:]
        return rows

    def fetchall(self) -> list[tuple[Any, ...]]:
        rows, self._rows = self._rows, []
        return rows

    def close(self) -> None:
        """Nothing is held."""


class AskingConnection:
    """A connection of PEP 249 that only asks: there is nothing to commit."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def cursor(self) -> Cursor:
        return Cursor(self._ask)

    def commit(self) -> None:
        """Nothing was changed."""

    def rollback(self) -> None:
        """Nothing was changed."""

    def close(self) -> None:
        """Nothing is held."""


class AskingDialect(PGDialect):
    """PostgreSQL's SQL, without its catalogue tables."""

    driver = NAME
    supports_statement_cache = False

    def __init__(self, **options: Any) -> None:
        super().__init__(**options | {"paramstyle": "numeric_dollar"})  # type: ignore[no-untyped-call]

    @classmethod
    def import_dbapi(cls) -> Any:
        import duckdb  # for its errors

        return duckdb

    def initialize(self, connection: Connection) -> None:
        del connection
        self.default_schema_name = "main"
        self.server_version_info = (16,)

    def has_table(self, connection: Connection, table_name: str, *_: object, **__: object) -> bool:
        query = "SELECT 1 FROM information_schema.tables WHERE table_name = $1"
        return connection.exec_driver_sql(query, (table_name,)).first() is not None

    def get_columns(self, connection: Connection, table_name: str, *_: object, **__: object) -> list[Any]:
        found = connection.exec_driver_sql(
            "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position",
            (table_name,),
        )
        return [
            {"name": name, "type": _TYPES.get(kind, types.String)(), "nullable": True, "default": None}
            for name, kind in found
        ]

    def get_pk_constraint(self, *_: object, **__: object) -> Any:
        return {"constrained_columns": [], "name": None}


def inlined(statement: str, parameters: Sequence[object]) -> str:
    """The statement with its parameters written out, as a statement for the tracker has none."""
    if not parameters:
        return statement
    return _PARAMETER.sub(lambda found: literal(parameters[int(found[1]) - 1]), statement)


def literal(value: object) -> str:
    """The value as DuckDB reads it."""
    if value is None:
        return "NULL"
    if isinstance(value, bool | int | float):
        return repr(value)
    return "'{}'".format(str(value).replace("'", "''"))


registry.register(NAME, __name__, AskingDialect.__name__)
