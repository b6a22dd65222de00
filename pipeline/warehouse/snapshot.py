"""Snapshots: the connection that holds the DuckDB file in, a copy of the whole file as of one moment out.

The moment is the loader's turn: while it is held no transaction is open and no checkpoint runs, so the file and its log
(.wal) belong together as they lie there, committed to the last row, and readers need not be waited for. Only the copying
itself is done then. Flushing the copy, and taking its log into it so that it is one file that opens anywhere, comes
after the turn was given back. No checkpoint beforehand: it would have the loader wait longer, and save nothing.

A process of its own copies (copying.py), because of a trap of POSIX locks: DuckDB's lock on its file is lost as soon as
the process that holds it opens and closes that file once more, and then a second process could write it too. So nothing
in a process that holds the file may open it, not even to read a byte.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from datetime import UTC, datetime
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import Misconfigured, Transient
from pipeline.warehouse.copying import flush
from pipeline.warehouse.open import first_line, limit_memory

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FORGOTTEN = 3600.0
"""Seconds after which a snapshot that nobody took away is removed: who asked for it was killed."""
_COPIER = [sys.executable, "-I", "-S", str(Path(__file__).with_name("copying.py"))]


def snapshot(
    connection: DuckDBPyConnection,
    turn: AbstractContextManager[object],
    folder: Path,
    memory: str = "256MB",
) -> Path:
    """Makes tracker-TIME.duckdb in the folder, whole and on the disk, and returns where. Loading may go on meanwhile.

    turn: what every transaction that writes is done under. Raises Transient when the folder has no room.
    """
    path = file_of(connection)
    folder.mkdir(parents=True, exist_ok=True)
    _clear(folder)
    _check_room(path, folder)
    target = folder.resolve() / f"tracker-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}.duckdb"
    part = target.with_name(f".{target.name}")
    try:
        with _copier(path) as copier:
            with turn:
                copier.copy({file: part.with_name(part.name + tail) for tail, file in files_of(path).items()})
            copier.finish()
        take_in_log(part, memory)
        flush([str(part)])
        return part.rename(target)
    finally:
        for file in files_of(part).values():
            file.unlink(missing_ok=True)


def file_of(connection: DuckDBPyConnection) -> Path:
    """The file that the connection holds. Raises Misconfigured where it holds none, such as on a DuckLake."""
    with connection.cursor() as cursor:
        query = (
            "SELECT path FROM duckdb_databases() WHERE database_name = current_database() AND type = 'duckdb'"
        )
        row = cursor.execute(query).fetchone()
    if not row or not row[0]:
        raise no_file()
    return Path(row[0]).resolve()


def no_file() -> Misconfigured:
    """The error of a warehouse that cannot be copied as a file."""
    return Misconfigured(
        "the warehouse is no DuckDB file, and only such a one is kept here",
        "keep a DuckLake by the tools of its catalogue's database and of its Parquet files",
    )


def files_of(path: Path) -> dict[str, Path]:
    """A DuckDB file and the logs that lie beside it, by what is added to its name."""
    found = (path, *path.parent.glob(f"{escape(path.name)}.wal*"))
    return {file.name.removeprefix(path.name): file for file in found if file.exists()}


def take_in_log(path: Path, memory: str) -> None:
    """Opens a copy, so that its log becomes part of the file. Raises Transient when it does not open."""
    import duckdb

    try:
        with closing(duckdb.connect(str(path))) as copy:
            limit_memory(copy, memory)
            copy.execute("CHECKPOINT")
    except duckdb.Error as error:
        raise Transient(
            f"the copy {path} does not open: {first_line(error)}", "try again, or restore a backup"
        ) from error


class _Copier:
    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def copy(self, pairs: Mapping[Path, Path]) -> None:
        """Returns when the copies can be read, before they are on the disk."""
        assert self._process.stdin  # noqa: S101 — a pipe, see _copier
        line = json.dumps({str(old): str(new) for old, new in pairs.items()})
        with suppress(BrokenPipeError):  # it has ended, and says why
            print(line, file=self._process.stdin, flush=True)
        self.expect("copied")

    def finish(self) -> None:
        """Returns when they are."""
        said = self._process.communicate()[1]
        if self._process.returncode:
            raise Transient(f"the DuckDB file was not copied: {said.strip()}", "make room, and try again")

    def expect(self, word: str) -> None:
        assert self._process.stdout  # noqa: S101 — a pipe, see _copier
        if self._process.stdout.readline().strip() != word:
            self.finish()
            raise Transient("the process that copies the DuckDB file has ended", "try again")


@contextmanager
def _copier(path: Path) -> Iterator[_Copier]:
    """A process that is ready to copy: it has started and read the file before anybody waits for it."""
    pipe = subprocess.PIPE
    with subprocess.Popen([*_COPIER, str(path)], stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:  # noqa: S603
        try:
            copier = _Copier(process)
            copier.expect("ready")
            yield copier
        finally:
            process.kill()


def _check_room(path: Path, folder: Path) -> None:
    needed, free = (
        sum(file.stat().st_size for file in files_of(path).values()),
        shutil.disk_usage(folder).free,
    )
    if needed > free:
        problem = f"a copy of {path} takes {needed / 1e6:,.0f} MB, and {folder} has {free / 1e6:,.0f} MB left"
        raise Transient(problem, "make room there")


def _clear(folder: Path) -> None:
    for pattern in ("tracker-*.duckdb*", ".tracker-*.duckdb*"):
        for file in folder.glob(pattern):
            if time.time() - file.stat().st_mtime > FORGOTTEN:
                file.unlink(missing_ok=True)
