"""Backing up: a snapshot in; one compact file that was opened and compared out, and the oldest ones before it gone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pipeline.errors import Misconfigured
from pipeline.keep.holder import take_snapshot
from pipeline.settings import Settings
from pipeline.warehouse.compact import Contents, compact

BACKUPS = "backups"
"""The folder in KIKIMIMI_DATA where backups go that are given no other place."""
_NAME = re.compile(r"tracker-\d{8}T\d{6}Z\.duckdb")


@dataclass(frozen=True, slots=True)
class Made:
    """A backup, what it holds, and the older ones that were removed for it."""

    target: Path
    held: Contents
    former: Sequence[Path]


def back_up(settings: Settings, to: Path | None, keep: int | None) -> Made:
    """A backup at `to` (see place), KIKIMIMI_DATA/backups if none. keep: how many of a folder stay; None: all."""
    target = place(to or settings.data / BACKUPS, keep)
    held = write_backup(take_snapshot(settings), target, settings.warehouse_memory)
    return Made(target, held, keep_newest(target.parent, keep) if keep else ())


def place(to: Path, keep: int | None) -> Path:
    """The file that a backup is to be: `to` where that is named *.duckdb, else one named by the time in the folder `to`.

    Raises Misconfigured for a file that is there, or when some are to be kept of a place that is no folder.
    """
    folder = to.parent if to.suffix == ".duckdb" and not to.is_dir() else to
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Misconfigured(f"{folder} cannot be made: {error.strerror}", "name another place") from error
    if folder == to:
        return to / f"tracker-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.duckdb"
    if to.exists():
        raise Misconfigured(f"{to} is there already", "name another file, or a folder")
    if keep is not None:
        raise Misconfigured(f"--keep counts the backups of a folder, and {to} is a file", "name its folder")
    return to


def write_backup(snapshot: Path, target: Path, memory: str) -> Contents:
    """Writes the target, compares it with the snapshot, and removes that."""
    try:
        return compact(snapshot, target, memory)
    finally:
        snapshot.unlink(missing_ok=True)


def keep_newest(folder: Path, count: int) -> list[Path]:
    """Removes all backups but the newest ones of the folder; returns the removed ones."""
    backups = sorted(file for file in folder.iterdir() if _NAME.fullmatch(file.name))
    former = backups[: max(0, len(backups) - count)]
    for file in former:
        file.unlink()
    return former
