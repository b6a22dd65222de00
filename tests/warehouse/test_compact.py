"""Compacting: the new file is the old one, smaller."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.errors import Misconfigured, Transient
from pipeline.warehouse import open_for_writing
from pipeline.warehouse.compact import compact, contents_of

CATALOGUE = (
    """SELECT table_name, column_name, column_index, data_type, is_nullable, column_default, comment
    FROM duckdb_columns() WHERE NOT internal ORDER BY ALL""",
    "SELECT table_name, comment, sql FROM duckdb_tables() ORDER BY ALL",
    "SELECT view_name, comment, sql FROM duckdb_views() WHERE NOT internal ORDER BY ALL",
    "SELECT * FROM migrations ORDER BY ALL",
)


def catalogue(path: Path) -> list[Sequence[Any]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        return [connection.execute(query).fetchall() for query in CATALOGUE]


def fill(path: Path) -> None:
    """Half of its rows are deleted again."""
    with closing(open_for_writing(path)) as connection:
        connection.execute(
            "INSERT INTO offsets SELECT md5(range::VARCHAR), range, range, 'log' FROM range(300_000)"
        )
        connection.execute("CHECKPOINT")
        connection.execute("DELETE FROM offsets WHERE position >= 100_000")


def test_tables_views_and_what_is_said_of_them_survive(tmp_path: Path) -> None:
    old, new = tmp_path / "old.duckdb", tmp_path / "new.duckdb"
    fill(old)
    held = compact(old, new)
    assert held.rows["offsets"] == 100_000
    assert held == contents_of(new) == contents_of(old)
    assert catalogue(new) == catalogue(old)
    assert len(catalogue(new)[0]) > 100
    assert new.stat().st_size < old.stat().st_size * 0.7
    with closing(open_for_writing(new)) as connection:  # it is up to date, and its views answer
        assert connection.execute("FROM watchlist").fetchall() == []
        with pytest.raises(duckdb.ConstraintException):
            connection.execute("INSERT INTO offsets VALUES (NULL, 0, 0, 'log')")


def test_a_file_takes_its_own_place(tmp_path: Path) -> None:
    path = tmp_path / "tracker.duckdb"
    fill(path)
    before, size = contents_of(path), path.stat().st_size
    compact(path, path)
    assert contents_of(path) == before
    assert path.stat().st_size < size
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_copy_that_differs_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pipeline.warehouse.compact as room

    fill(tmp_path / "old.duckdb")
    honest = room._contents
    monkeypatch.setattr(
        room, "_contents", lambda connection, name, path: (name, honest(connection, name, path))
    )
    with pytest.raises(Transient, match=r"the copy of .*old\.duckdb does not hold what it holds"):
        compact(tmp_path / "old.duckdb", tmp_path / "new.duckdb")
    assert [file.name for file in tmp_path.iterdir()] == ["old.duckdb"]


def test_a_log_beside_the_target_is_not_taken_for_its_own(tmp_path: Path) -> None:
    fill(tmp_path / "old.duckdb")
    (tmp_path / "new.duckdb.wal").write_bytes(b"of another file")
    with pytest.raises(Transient, match=r"new\.duckdb has a log beside it"):
        compact(tmp_path / "old.duckdb", tmp_path / "new.duckdb")
    assert not (tmp_path / "new.duckdb").exists()


def test_files_that_are_none_of_ours_are_named(tmp_path: Path) -> None:
    other = tmp_path / "other.duckdb"
    duckdb.connect(str(other)).close()
    with pytest.raises(Misconfigured, match=r"other\.duckdb is no warehouse of Kikimimi"):
        compact(other, tmp_path / "new.duckdb")
    other.write_bytes(b"no database" * 1000)
    with pytest.raises(Misconfigured, match=r"other\.duckdb cannot be opened"):
        contents_of(other)
