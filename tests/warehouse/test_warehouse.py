"""The warehouse: its file is brought up to date, is explained, and says who holds it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from pipeline.errors import Misconfigured, Transient
from pipeline.settings import SCHEMAS
from pipeline.warehouse import open_for_reading, open_for_writing, transaction
from pipeline.warehouse.migrate import migrate


def test_every_table_view_and_column_is_explained(tmp_path: Path) -> None:
    connection = open_for_writing(tmp_path / "t.duckdb")
    silent = connection.execute(
        """SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL
        UNION ALL SELECT table_name, '' FROM duckdb_tables() WHERE NOT internal AND comment IS NULL
        UNION ALL SELECT view_name, '' FROM duckdb_views() WHERE NOT internal AND comment IS NULL"""
    ).fetchall()
    assert silent == []


def test_opening_twice_applies_nothing_twice(tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    open_for_writing(path).close()
    connection = open_for_writing(path)
    records = connection.execute(
        "SELECT number, count(*) FROM migrations GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    files = sorted((SCHEMAS / "tables").glob("*.sql"))
    assert records == [(0, 1), *((int(file.name[:3]), 1) for file in files)]


def test_a_database_of_an_older_program_is_brought_up_to_date(tmp_path: Path) -> None:
    older = tmp_path / "schemas"
    for name in ("001_first.sql", "002_edits.sql"):
        (older / "tables").mkdir(parents=True, exist_ok=True)
        shutil.copy(SCHEMAS / "tables" / name, older / "tables" / name)
    connection = duckdb.connect()
    migrate(connection, tmp_path, older)
    connection.execute(
        """INSERT INTO documents VALUES ('d', 'r', 's', 'article', 'https://example.org', 'T', NULL, 'en', NULL,
            '2025-02-03 04:00:00', 'Stargate is worth $5. ', '{}');
        INSERT INTO mentions VALUES ('d', 'stargate', 'Stargate', 'project', 'Stargate', 0, 8, 0, 22, 'alias', 1, 'alias');
        INSERT INTO figures VALUES ('d', '$5', 18, 20, 0, 22, 'money', 5, 5, 5, 'USD', 'exact', 'stargate', 'cost', NULL,
            NULL, 'asserted', NULL);
        INSERT INTO extractor_runs VALUES ('d', '0.1', 1, 1);
        INSERT INTO edits VALUES ('e', 'drop-letter', 'l', 'yuki', '2025-02-03');"""
    )
    migrate(connection, tmp_path)
    assert connection.execute(
        "SELECT said_at::VARCHAR, first_seen::VARCHAR, revisions, mentions, figures, names FROM documents"
    ).fetchall() == [("2025-02-03 04:00:00", "2025-02-03 04:00:00", 1, 1, 1, ["Stargate"])]
    assert connection.execute("SELECT entity, mentions, documents FROM watchlist").fetchall() == [
        ("stargate", 1, 1)
    ]
    assert connection.execute("SELECT sentence, usd, title, revisions FROM claims").fetchall() == [
        ("Stargate is worth $5.", 5, "T", 1)
    ]
    marks = "SELECT count(DISTINCT loaded_at) FROM (SELECT loaded_at FROM {} UNION ALL SELECT loaded_at FROM documents)"
    for table in ("mentions", "figures", "extractor_runs", "appearances"):
        assert connection.execute(marks.format(table)).fetchall() == [(1,)], (
            "else they are not found to be replaced"
        )
    assert connection.execute("SELECT action, becomes FROM edits").fetchall() == [("drop-letter", None)]


def test_a_broken_migration_leaves_nothing_behind(tmp_path: Path) -> None:
    schemas = tmp_path / "schemas"
    shutil.copytree(SCHEMAS, schemas)
    (schemas / "tables" / "999_broken.sql").write_text(
        "CREATE TABLE half (x INT); CREATE TABEL other (x INT);"
    )
    connection = duckdb.connect()
    with pytest.raises(duckdb.Error):
        migrate(connection, tmp_path, schemas)
    tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    assert "documents" in tables
    assert "half" not in tables


def test_a_newer_database_is_refused_with_the_remedy(tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    with open_for_writing(path) as connection:
        connection.execute("INSERT INTO migrations VALUES (999, '999_later.sql', '')")
    with pytest.raises(Misconfigured, match=r"999_later\.sql.*use a newer kikimimi"):
        open_for_writing(path)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    path.write_bytes(b"not a database" * 1000)
    with pytest.raises(Misconfigured, match=r"t\.duckdb cannot be opened.*KIKIMIMI_WAREHOUSE"):
        open_for_writing(path)


@pytest.mark.parametrize("memory", ["much", "256 of them", "1'GB"])
def test_a_memory_that_is_no_size_is_named(tmp_path: Path, memory: str) -> None:
    with pytest.raises(
        Misconfigured, match=f"KIKIMIMI_WAREHOUSE_MEMORY={memory} is no size; write a size such as"
    ):
        open_for_writing(tmp_path / "t.duckdb", memory)
    open_for_writing(tmp_path / "t.duckdb", "100MB").close()


def test_a_reader_is_told_to_fill_a_missing_file_first(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="kikimimi run"):
        open_for_reading(tmp_path / "none.duckdb")


def test_a_held_file_names_its_holder(tmp_path: Path) -> None:
    path = tmp_path / "t.duckdb"
    code = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(Transient, match=f"held by process {holder.pid}"):
            open_for_writing(path)


def test_a_failed_transaction_leaves_nothing(tmp_path: Path) -> None:
    connection = open_for_writing(tmp_path / "t.duckdb")

    def break_down() -> None:
        with transaction(connection):
            connection.execute("INSERT INTO offsets VALUES ('t', 0, 1, 'log')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_down()
    assert connection.execute("SELECT count(*) FROM offsets").fetchall() == [(0,)]
