"""Restoring: a backup in, the warehouse replaced by it; what was there stays beside it.

The loader goes on from the offsets that the backup holds: what came after them is loaded once more from the topics,
under the same ids, as long as the topics have kept it.
"""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from pipeline.errors import Misconfigured, Transient
from pipeline.warehouse import open_for_writing
from pipeline.warehouse.compact import Contents, contents_of
from pipeline.warehouse.copying import flush
from pipeline.warehouse.snapshot import files_of


def restore(backup: Path, warehouse: Path, memory: str) -> tuple[Contents, Path | None]:
    """Puts a copy of the backup in place of the warehouse; returns what it holds and where the one before is.

    Raises Transient when somebody holds the warehouse, Misconfigured when the backup is none that this program reads.
    """
    if not backup.is_file():
        raise Misconfigured(f"{backup} is no file", "name a backup: they are in KIKIMIMI_DATA/backups")
    if warehouse.exists() and backup.samefile(warehouse):
        raise Misconfigured(f"{backup} is the warehouse itself", "name a backup")
    with _held(warehouse):  # before the work, and again after it: nobody is kept waiting for the copying
        pass
    contents_of(backup, memory)
    warehouse.parent.mkdir(parents=True, exist_ok=True)
    part = warehouse.with_name(f".{warehouse.name}.restoring")
    try:
        _remove(part)
        for tail, file in files_of(backup).items():
            shutil.copyfile(file, part.with_name(part.name + tail))
        _bring_up_to_date(part, backup, memory)
        held = contents_of(part, memory)
        flush([str(part)])
        with _held(warehouse):
            former = _set_aside(warehouse)
            part.replace(warehouse)
    except OSError as error:
        problem = f"{warehouse} cannot be restored: {error.strerror}"
        raise Transient(problem, "make room beside it, then again") from error
    finally:
        _remove(part)
    return held, former


def _bring_up_to_date(part: Path, backup: Path, memory: str) -> None:
    try:
        open_for_writing(part, memory).close()
    except Misconfigured as error:  # it is too new
        raise Misconfigured(error.problem.replace(str(part), str(backup)), error.remedy) from error


def _set_aside(warehouse: Path) -> Path | None:
    """Keeps the files under another name. At no moment is there a file with another's log; killed, the old one stays."""
    former = warehouse.with_name(f"{warehouse.name}.before-restore-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}")
    for tail, file in sorted(files_of(warehouse).items()):
        kept = former.with_name(former.name + tail)
        if tail:
            file.rename(kept)
            continue
        try:
            kept.hardlink_to(file)  # so that there is a warehouse at every moment
        except OSError:  # a file system without links
            file.rename(kept)
    return former if former.exists() else None


@contextmanager
def _held(warehouse: Path) -> Iterator[None]:
    """Holds the file by DuckDB's own kind of lock, also a file that is too broken for DuckDB to open."""
    if not warehouse.exists():
        yield
        return
    with warehouse.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            remedy = "stop what runs (kikimimi serve, run --watch or work load), then restore"
            raise Transient(f"{warehouse} is held by another process", remedy) from error
        yield


def _remove(part: Path) -> None:
    for file in files_of(part).values():
        file.unlink(missing_ok=True)
