"""Snapshots: a copy of the whole file while it is written, and the file stays its holder's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest

import pipeline.warehouse.snapshot as room
from pipeline.errors import Misconfigured, Transient
from pipeline.warehouse import open_for_writing
from pipeline.warehouse.snapshot import FORGOTTEN, snapshot
from pipeline.warehouse.transaction import transaction


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with closing(open_for_writing(tmp_path / "tracker.duckdb")) as opened:
        yield opened


def put(connection: duckdb.DuckDBPyConnection, count: int) -> None:
    connection.execute("INSERT INTO offsets SELECT 't', range, 0, 'log' FROM range(?)", [count])


def count(path: Path) -> int:
    with duckdb.connect(str(path), read_only=True) as copy:
        row = copy.execute("SELECT count(*) FROM offsets").fetchone()
    assert row
    return int(row[0])


def test_what_is_committed_is_in_it_whoever_reads_meanwhile(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    put(connection, 1000)
    connection.execute("CHECKPOINT")
    reader = connection.cursor()
    reader.execute("BEGIN")
    assert reader.execute("SELECT count(*) FROM offsets").fetchone() == (1000,)
    put(connection, 10)  # which stands in the log only
    path = snapshot(connection, nullcontext(), tmp_path / "snapshots")
    put(connection, 5)
    assert [file.name for file in path.parent.iterdir()] == [path.name], "one file, with no log beside it"
    assert count(path) == 1010
    assert reader.execute("SELECT count(*) FROM offsets").fetchone() == (1000,)


def test_it_waits_for_the_transaction_in_hand(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    turn, made = threading.Lock(), []
    thread = threading.Thread(target=lambda: made.append(snapshot(connection, turn, tmp_path / "snapshots")))
    with turn, transaction(connection.cursor()):
        thread.start()
        time.sleep(0.3)
        assert not made
        assert list((tmp_path / "snapshots").iterdir()) == [], "not a byte is copied yet"
    thread.join()
    assert count(made[0]) == 0


def test_the_turn_is_given_back_before_the_copy_is_opened(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn, free = threading.Lock(), []
    monkeypatch.setattr(room, "take_in_log", lambda *_: free.append(not turn.locked()))
    snapshot(connection, turn, tmp_path / "snapshots")
    assert free == [True]


def test_nobody_else_can_open_the_file_after_it(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    snapshot(connection, nullcontext(), tmp_path / "snapshots")
    code = "import duckdb, sys; duckdb.connect(sys.argv[1])"
    path = str(tmp_path / "tracker.duckdb")
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=False)
    assert "Conflicting lock" in done.stderr


def test_a_full_disk_is_said_before_anybody_waits(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage(NamedTuple):
        free: int

    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(1000))
    with pytest.raises(
        Transient, match=r"tracker\.duckdb takes \d+ MB, and .*snapshots has 0 MB left; make room"
    ):
        snapshot(connection, threading.Lock(), tmp_path / "snapshots")
    assert list((tmp_path / "snapshots").iterdir()) == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("", "has ended"),
        (
            "print('ready'); import sys; sys.exit('No space left on device')",
            "No space left on device; make room",
        ),
        ("print('ready'); print('copied'); import sys; sys.exit('Input/output error')", "Input/output error"),
    ],
)
def test_a_copy_that_fails_leaves_nothing_and_gives_the_turn_back(
    connection: duckdb.DuckDBPyConnection,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: str,
    said: str,
) -> None:
    monkeypatch.setattr(room, "_COPIER", [sys.executable, "-c", code])
    turn = threading.Lock()
    with pytest.raises(Transient, match=said):
        snapshot(connection, turn, tmp_path / "snapshots")
    assert not turn.locked()
    assert list((tmp_path / "snapshots").iterdir()) == []


def test_what_nobody_took_away_goes_after_an_hour(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    old, new = (snapshot(connection, nullcontext(), tmp_path / "snapshots") for _ in range(2))
    other = tmp_path / "snapshots" / "mine.duckdb"
    shutil.copy(new, other)
    for file in (old, other):
        os.utime(file, (time.time() - FORGOTTEN - 1,) * 2)
    latest = snapshot(connection, nullcontext(), tmp_path / "snapshots")
    assert set((tmp_path / "snapshots").iterdir()) == {new, latest, other}


def test_a_warehouse_in_memory_has_no_file(tmp_path: Path) -> None:
    with closing(duckdb.connect()) as connection, pytest.raises(Misconfigured, match="no DuckDB file"):
        snapshot(connection, nullcontext(), tmp_path)
