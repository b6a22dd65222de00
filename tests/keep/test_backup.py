"""Backup and restore: what came after the backup comes again from the topics, and no alert is lost or told anew."""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.errors import Misconfigured
from pipeline.keep.backup import keep_newest, place, write_backup
from pipeline.keep.restore import restore
from pipeline.warehouse import open_for_writing
from tests import warm
from tests.conftest import Fill, Run
from tests.recovery.generator import write_documents
from tests.serve.conftest import Place, naming

CLOCK = {
    "documents": "EXCLUDE (collected_at, first_seen, said_at, loaded_at)",
    "mentions": "EXCLUDE loaded_at",
    "figures": "EXCLUDE (first_seen, said_at, loaded_at)",
    "alerts": "EXCLUDE fired_at",
    "deliveries": "EXCLUDE delivered_at",
    "offsets": "EXCLUDE log",
}
"""By table: all columns but the clock's."""


def rows(warehouse: Path) -> dict[str, list[tuple[Any, ...]]]:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return {
            table: connection.execute(
                f"SELECT * {columns} FROM {table} {'WHERE topic = ' + repr('extractions') if table == 'offsets' else ''} ORDER BY ALL"
            ).fetchall()
            for table, columns in CLOCK.items()
        }


def make(path: Path, count: int = 0) -> Path:
    with closing(open_for_writing(path)) as connection:
        connection.execute("INSERT INTO offsets SELECT 't', range, 7, 'log' FROM range(?)", [count])
    return path


def test_a_restored_warehouse_becomes_what_an_undisturbed_one_is(
    kikimimi: Run, fill: Fill, tmp_path: Path
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    write_documents(first, 20, seed=1)
    write_documents(second, 20, seed=2)
    warehouse = tmp_path / "data" / "tracker.duckdb"
    fill(str(first))
    before = rows(warehouse)
    done = kikimimi("backup")
    assert done.returncode == 0, done.stderr
    (backup,) = (tmp_path / "data" / "backups").iterdir()
    assert re.fullmatch(r"tracker-\d{8}T\d{6}Z\.duckdb", backup.name)
    assert re.match(rf"{re.escape(str(backup))}: 20 documents, [\d.]+ MB\n", done.stdout)
    fill(str(second))
    undisturbed = rows(warehouse)
    assert len(undisturbed["documents"]) == 40
    assert len(undisturbed["alerts"]) > len(before["alerts"]) > 0
    done = kikimimi("restore", str(backup), "--yes")
    assert done.returncode == 0, done.stderr
    assert rows(warehouse) == before
    (kept,) = warehouse.parent.glob("tracker.duckdb.before-restore-*")
    assert str(kept) in done.stdout
    assert rows(kept) == undisturbed
    assert "No new documents" in fill(str(second)), "the collector knows them"
    assert rows(warehouse) == undisturbed
    told_of = [row[:2] for row in undisturbed["deliveries"]]
    assert len(told_of) == len(set(told_of)) == 2 * len(undisturbed["alerts"]), "by channel, once for each id"


def test_a_log_of_the_old_file_is_not_read_into_the_new_one(tmp_path: Path) -> None:
    backup, warehouse = make(tmp_path / "b.duckdb", 3), tmp_path / "tracker.duckdb"
    code = """if True:
        import os, sys
        from pathlib import Path
        from pipeline.warehouse import open_for_writing
        connection = open_for_writing(Path(sys.argv[1]))
        connection.execute("CHECKPOINT")
        connection.execute("INSERT INTO offsets VALUES ('killed', 0, 0, 'log')")
        os._exit(9)"""
    subprocess.run([sys.executable, "-c", code, str(warehouse)], check=False)
    assert warehouse.with_name("tracker.duckdb.wal").exists()
    held, former = restore(backup, warehouse, "256MB")
    assert held.rows["offsets"] == 3
    assert former is not None
    assert not warehouse.with_name("tracker.duckdb.wal").exists()
    for path, expected in ((warehouse, [("t",)]), (former, [("killed",)])):
        with duckdb.connect(str(path), read_only=True) as connection:
            assert connection.execute("SELECT DISTINCT topic FROM offsets").fetchall() == expected


def test_a_broken_warehouse_and_none_at_all_can_be_restored(tmp_path: Path) -> None:
    backup, warehouse = make(tmp_path / "b.duckdb", 3), tmp_path / "data" / "tracker.duckdb"
    assert restore(backup, warehouse, "256MB")[1] is None
    warehouse.write_bytes(b"broken" * 1000)
    held, former = restore(backup, warehouse, "256MB")
    assert held.rows["offsets"] == 3
    assert former is not None
    assert former.read_bytes() == b"broken" * 1000
    assert {file.name for file in warehouse.parent.iterdir()} == {warehouse.name, former.name}


def test_a_tracker_is_backed_up_and_keeps_its_file(tmp_path: Path) -> None:
    tracker = Place(tmp_path / "data")

    def call(*words: str, **changed: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pipeline", *words]
        return warm.run(command, env=tracker.environ | changed, text=True)

    with tracker.serving():
        tracker.feed(naming("a", "b"))
        tracker.wait_for_rows("documents", 2)
        backup = tmp_path / "b.duckdb"
        assert call("backup", "--to", str(backup)).returncode == 0
        assert len(rows(backup)["documents"]) == 2
        done = call("restore", str(backup), "--yes")
        assert (
            done.returncode,
            "tracker.duckdb is held by another process; stop what runs" in done.stderr,
        ) == (1, True)
        done = call("backup", "--to", str(tmp_path), KIKIMIMI_HTTP_PORT="9")
        assert (done.returncode, "is held by process" in done.stderr) == (1, True)
        other = make(tmp_path / "other.duckdb")
        with closing(open_for_writing(other)):  # held by us, and the tracker at that port is another file's
            done = call("backup", "--to", str(tmp_path), KIKIMIMI_WAREHOUSE=str(other))
        assert (done.returncode, f"{other} is held by process" in done.stderr) == (1, True)
        tracker.feed(naming("c"))
        tracker.wait_for_rows("documents", 3)
    assert not list(tracker.data.glob("*.before-restore-*"))


def test_a_tracker_wants_its_token(tmp_path: Path) -> None:
    tracker = Place(tmp_path / "data", {"KIKIMIMI_HTTP_TOKEN": "sesame"})
    with tracker.serving():
        for token, code, said in (("sesame", 0, ""), ("wrong", 2, "set KIKIMIMI_HTTP_TOKEN to its own")):
            done = subprocess.run(
                [sys.executable, "-m", "pipeline", "backup", "--to", str(tmp_path / f"{token}.duckdb")],
                env=tracker.environ | {"KIKIMIMI_HTTP_TOKEN": token}, capture_output=True, text=True, check=False,
            )  # fmt: skip
            assert (done.returncode, said in done.stderr) == (code, True), done.stderr


def test_what_cannot_be_restored_is_named_and_nothing_changes(tmp_path: Path) -> None:
    warehouse = make(tmp_path / "tracker.duckdb", 1)
    newer, other, broken = (tmp_path / name for name in ("newer.duckdb", "other.duckdb", "broken.duckdb"))
    with duckdb.connect(str(make(newer))) as connection:
        connection.execute("INSERT INTO migrations VALUES (999, '999_later.sql', '')")
    duckdb.connect(str(other)).close()
    broken.write_bytes(b"broken" * 1000)
    for file, said in (
        (newer, r"newer\.duckdb has had 999_later\.sql.*use a newer kikimimi"),
        (other, r"other\.duckdb is no warehouse of Kikimimi"),
        (broken, r"broken\.duckdb cannot be opened"),
        (tmp_path / "none", "none is no file"),
        (warehouse, "the warehouse itself"),
    ):
        before = warehouse.read_bytes()
        with pytest.raises(Misconfigured, match=said):
            restore(file, warehouse, "256MB")
        assert warehouse.read_bytes() == before
    assert {file.name for file in tmp_path.iterdir()} == {
        "tracker.duckdb",
        "newer.duckdb",
        "other.duckdb",
        "broken.duckdb",
    }


def test_restore_asks_a_person(kikimimi: Run, tmp_path: Path) -> None:
    backup, warehouse = make(tmp_path / "b.duckdb", 3), make(tmp_path / "data" / "tracker.duckdb")
    done = kikimimi("restore", str(backup))
    assert (done.returncode, "say so: --yes" in done.stderr) == (2, True)
    code = """if True:
        import os, pty, sys
        pid, terminal = pty.fork()
        if not pid:
            os.execv(sys.executable, [sys.executable, "-m", "pipeline", "restore", sys.argv[1]])
        os.write(terminal, b"n\\n")
        try:
            while said := os.read(terminal, 1000): sys.stdout.buffer.write(said)
        except OSError: pass
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))"""
    environ = {"KIKIMIMI_DATA": str(tmp_path / "data"), "PATH": "/usr/bin:/bin"}
    asked = subprocess.run(
        [sys.executable, "-c", code, str(backup)], env=environ, capture_output=True, check=False
    )
    assert (asked.returncode, b"Aborted" in asked.stdout) == (1, True), asked
    assert f"Replace {warehouse} with {backup}?".encode() in asked.stdout
    assert len(rows(warehouse)["offsets"]) == 0
    assert not list(warehouse.parent.glob("*.before-restore-*"))


def test_only_the_newest_backups_of_ours_are_kept(tmp_path: Path) -> None:
    names = [f"tracker-2025010{day}T000000Z.duckdb" for day in range(1, 5)]
    others = ["tracker.duckdb", "tracker-2024.duckdb", "notes.txt"]
    for name in (*names, *others):
        (tmp_path / name).write_text("")
    assert keep_newest(tmp_path, 5) == []
    assert [file.name for file in keep_newest(tmp_path, 2)] == names[:2]
    assert {file.name for file in tmp_path.iterdir()} == {*names[2:], *others}


def test_where_a_backup_goes(tmp_path: Path) -> None:
    assert place(tmp_path / "a" / "b", None).parent == tmp_path / "a" / "b"
    assert place(tmp_path / "a" / "one.duckdb", None) == tmp_path / "a" / "one.duckdb"
    assert not (tmp_path / "a" / "one.duckdb").exists()
    (tmp_path / "a" / "one.duckdb").write_text("mine")
    with pytest.raises(Misconfigured, match=r"one\.duckdb is there already"):
        place(tmp_path / "a" / "one.duckdb", None)
    with pytest.raises(Misconfigured, match="--keep counts the backups of a folder"):
        place(tmp_path / "a" / "two.duckdb", 3)
    with pytest.raises(Misconfigured, match="cannot be made"):
        place(tmp_path / "a" / "one.duckdb" / "below", None)


def test_the_snapshot_goes_whatever_becomes_of_the_backup(tmp_path: Path) -> None:
    snapshot = tmp_path / "s.duckdb"
    duckdb.connect(str(snapshot)).close()
    with pytest.raises(Misconfigured, match="no warehouse"):
        write_backup(snapshot, tmp_path / "b.duckdb", "256MB")
    assert list(tmp_path.iterdir()) == []
