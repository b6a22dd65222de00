"""Transactions: what DuckDB has no memory for is undone and tried again later; cursors keep UTC."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from pipeline.errors import Transient
from pipeline.warehouse import open_for_writing, transaction

HEAVY = "CREATE TEMP TABLE heavy AS SELECT md5(i::VARCHAR) AS a, md5((i + 1)::VARCHAR) AS b FROM range(2000000) r(i)"


def test_want_of_memory_is_transient_and_leaves_nothing(tmp_path: Path) -> None:
    with open_for_writing(tmp_path / "t.duckdb", "32MB") as connection:
        connection.execute("SET max_temp_directory_size = '0KB'")
        insert = "INSERT INTO edits (edit_id, action, target, who, edited_at) VALUES ('e', 'a', 't', 'w', now()::TIMESTAMP)"
        with pytest.raises(Transient, match="KIKIMIMI_WAREHOUSE_MEMORY"), transaction(connection):  # noqa: PT012
            connection.execute(insert)
            connection.execute(HEAVY)
        assert connection.execute("SELECT count(*) FROM edits").fetchall() == [(0,)]
        with transaction(connection):
            connection.execute(insert)
        assert connection.execute("SELECT count(*) FROM edits").fetchall() == [(1,)]


def test_other_errors_stay_what_they_are(tmp_path: Path) -> None:
    with open_for_writing(tmp_path / "t.duckdb") as connection:
        with pytest.raises(duckdb.CatalogException), transaction(connection):
            connection.execute("FROM nowhere")
        connection.execute("BEGIN")  # the other one has ended


def test_cursors_tell_the_time_in_utc_wherever_the_machine_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    with open_for_writing(tmp_path / "t.duckdb") as connection, connection.cursor() as cursor:
        assert cursor.execute("SELECT current_setting('TimeZone')").fetchall() == [("UTC",)]
