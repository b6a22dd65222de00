"""Memory for the one who writes: far away while it does, back afterwards, and queries that hold it are ended."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing

import duckdb
import pytest

from pipeline.errors import Rejected
from pipeline.warehouse import ample
from pipeline.warehouse.deadline import within

LIMIT = "SELECT parse_formatted_bytes(current_setting('memory_limit'))"


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with closing(duckdb.connect(config={"memory_limit": "64MB", "temp_directory": ""})) as connection:
        yield connection
        ample.pressed.clear()


def test_the_limit_is_far_while_something_is_written_and_back_then(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    with ample.ample_memory(connection, "64MB"):
        assert connection.execute(LIMIT).fetchall()[0][0] > 10**11
    assert connection.execute(LIMIT).fetchall()[0][0] < 10**8
    assert not ample.pressed.is_set()


def test_queries_that_hold_more_than_the_limit_are_ended(
    connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ample, "PATIENCE", 0.2)
    with ample.ample_memory(connection, "64MB"):  # nothing of it can be spilled
        connection.execute("CREATE TABLE big AS SELECT md5(i::VARCHAR) AS s FROM range(5000000) t(i)")
    with (
        pytest.raises(Rejected, match="more memory than there is"),
        within(9, 1e12, threading.Event(), connection),
    ):
        connection.execute("SELECT count(*) FROM range(100000000) a, range(100000000) b").fetchall()
    with ample.ample_memory(connection, "64MB"):
        connection.execute("DROP TABLE big")
    with within(9, 1e12, threading.Event(), connection):
        assert connection.execute("SELECT count(*) FROM range(300000000)").fetchall() == [(300_000_000,)]
