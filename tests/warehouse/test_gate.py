"""The gate: what may run passes, whatever else a client can think of is refused with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import duckdb
import pytest

from pipeline.errors import Rejected
from pipeline.warehouse.answer import lock_down
from pipeline.warehouse.gate import CATALOGUE, FUNCTIONS, TABLE_FUNCTIONS, check
from tests.serving import TABLES
from tests.warehouse.statements import ANSWERED, REFUSED

HARMLESS = frozenset(
    {
        *("random", "uuid", "uuidv4", "uuidv7", "gen_random_uuid", "error", "txid_current", "in_search_path"),
        *(
            "now",
            "today",
            "get_current_time",
            "get_current_timestamp",
            "transaction_timestamp",
            "current_date",
        ),
        *(
            "current_database",
            "current_schema",
            "current_schemas",
            "current_connection_id",
            "current_query_id",
        ),
        *("current_transaction_id",),
    }
)
"""Functions that DuckDB says are not the same each time, and that change nothing and tell nothing."""


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with closing(duckdb.connect()) as connection:
        connection.execute(TABLES)
        lock_down(connection)  # IMPORT reads its files while it is parsed
        yield connection


@pytest.mark.parametrize("query", [query for queries in REFUSED.values() for query in queries])
def test_what_does_more_than_read_the_tables_is_refused(
    connection: duckdb.DuckDBPyConnection, query: str
) -> None:
    with pytest.raises((Rejected, duckdb.ParserException, duckdb.PermissionException)):
        check(connection, query)


@pytest.mark.parametrize("query", ANSWERED)
def test_questions_pass(connection: duckdb.DuckDBPyConnection, query: str) -> None:
    assert check(connection, query).text == query


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("DELETE FROM documents", "DELETE is refused: SQL here only reads; write SELECT"),
        ("SELECT 1; SELECT 2", "2 statements were sent; send one at a time"),
        ("FROM read_csv('x')", "the table function read_csv is refused"),
        ("SELECT current_setting('threads')", "the function current_setting is refused"),
        ("FROM 'a/b.csv'", "a/b.csv is refused: files and addresses are not read"),
        ("FROM pg_settings", "pg_settings is refused: it tells of the server"),
        ("FROM other.main.t", "other.main.t is refused: it is not the tracker's"),
        ("PIVOT documents ON title", "name the values: PIVOT … ON column IN (…)"),
        ("PRAGMA version", "write a SELECT"),
        ("", "0 statements were sent"),
    ],
)
def test_the_reason_is_said(connection: duckdb.DuckDBPyConnection, query: str, said: str) -> None:
    with pytest.raises(Rejected) as caught:
        check(connection, query)
    assert said in str(caught.value)


def test_every_function_of_this_duckdb_that_has_effects_was_decided_on(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    rows = connection.execute(
        """SELECT DISTINCT function_name FROM duckdb_functions()
        WHERE function_type IN ('scalar', 'aggregate', 'macro') AND (has_side_effects OR stability <> 'CONSISTENT')"""
    ).fetchall()
    assert {name for (name,) in rows} <= FUNCTIONS | HARMLESS


def test_what_may_be_read_exists(connection: duckdb.DuckDBPyConnection) -> None:
    functions = connection.execute(
        "SELECT function_name FROM duckdb_functions() WHERE function_type LIKE 'table%'"
    )
    assert {name for (name,) in functions.fetchall()} >= TABLE_FUNCTIONS
    views = connection.execute("SELECT view_name FROM duckdb_views() WHERE internal")
    assert {name for (name,) in views.fetchall()} >= CATALOGUE
