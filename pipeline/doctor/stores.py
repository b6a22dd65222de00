"""Stores: where everything is written in; whether the data folder, its disk, the warehouse and the topics can be used out."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from pipeline.doctor.condition import PATIENCE, Condition, needed, within
from pipeline.errors import Misconfigured, Transient
from pipeline.settings import Settings
from pipeline.topics import open_topics
from pipeline.warehouse import open_for_reading
from pipeline.warehouse.lake import hidden, is_lake

LEAST_FREE = 500_000_000
"""Bytes: what a checkpoint of a month's news and the topics beside it take, with room to spare."""
_DOCUMENTS = (
    "SELECT coalesce(sum(estimated_size), 0)::BIGINT FROM duckdb_tables() WHERE table_name = 'documents'"
)
EMBEDDED = "embedded:"


def data_condition(folder: Path) -> Condition:
    def look() -> str:
        check_writable(folder, "KIKIMIMI_DATA")
        return f"{folder}, writable" if folder.exists() else f"{folder}, made when it is first needed"

    return needed("data folder", look)


def disk_condition(folder: Path) -> Condition:
    """Of the disk on which this folder is, or will be."""

    def look() -> str:
        usage = shutil.disk_usage(_standing(folder.absolute()))
        if usage.free < LEAST_FREE:
            problem = f"{size(usage.free)} free of {size(usage.total)}"
            raise Misconfigured(problem, "free some, or set KIKIMIMI_DATA to a folder on another disk")
        return f"{size(usage.free)} free of {size(usage.total)}"

    return needed("disk space", look)


def warehouse_condition(settings: Settings, ask_tracker: Callable[[], None]) -> Condition:
    """ask_tracker: raises Transient where the tracker of KIKIMIMI_TRACKER does not answer."""
    path = settings.warehouse

    def at_tracker() -> str:
        ask_tracker()
        return f"that of the tracker on {settings.tracker}, which answers"

    def here() -> str:
        try:
            documents = within(PATIENCE, lambda: _documents(path), hidden(str(path)))
        except Transient as error:
            if is_lake(path) or not path.exists() or "is held by" not in error.problem:
                raise
            return f"{error.problem}: the tracker, or a command at work ({size(path.stat().st_size)})"
        if is_lake(path):
            return f"{hidden(str(path))}: {documents:,} documents"
        if not os.access(path, os.W_OK):
            raise Misconfigured(f"{path} cannot be written", "make it writable, or set KIKIMIMI_WAREHOUSE")
        check_writable(path.parent, "KIKIMIMI_WAREHOUSE")  # where DuckDB keeps its log
        return f"{path}: {size(path.stat().st_size)}, {documents:,} documents, free to open"

    def not_yet() -> str:
        check_writable(path.parent, "KIKIMIMI_WAREHOUSE")
        return f"{path} is not there yet"

    if settings.tracker:
        return needed("warehouse", at_tracker)
    if is_lake(path) or path.exists():
        return needed("warehouse", here)
    return _not_yet(needed("warehouse", not_yet))


def topics_condition(settings: Settings) -> Condition:
    """The topics are looked at, never made."""
    file = Path(settings.topics.removeprefix(EMBEDDED))
    is_file = settings.topics.startswith(EMBEDDED)

    def look() -> str:
        names = within(PATIENCE, lambda: _topics(settings), settings.topics)
        kind = f", {size(file.stat().st_size)}" if is_file else " answers"
        return f"{settings.topics}{kind}: {len(names)} topic{'' if len(names) == 1 else 's'}"

    def not_yet() -> str:
        check_writable(file.parent, "KIKIMIMI_TOPICS")
        return f"{file} is not there yet"

    if is_file and file.name and not file.exists():
        return _not_yet(needed("topics", not_yet))
    return needed("topics", look)


def check_writable(folder: Path, setting: str) -> None:
    """Tries the folder, or the one that it would be made in. Raises Misconfigured where nothing can be written there."""
    whole = folder.absolute()
    there = _standing(whole)
    if not there.is_dir():
        made = "" if there == whole else f", so {folder} cannot be made"
        raise Misconfigured(f"{there} is no folder{made}", f"set {setting} to another")
    try:
        with tempfile.TemporaryFile(dir=there):
            pass
    except OSError as error:
        problem = f"{there} cannot be written: {error.strerror or error}"
        raise Misconfigured(problem, f"make it writable, or set {setting} to another") from error


def size(count: int) -> str:
    """Bytes as people say them."""
    amount, unit = float(count), "B"
    for larger in ("kB", "MB", "GB", "TB"):
        if amount < 1000:
            break
        amount, unit = amount / 1000, larger
    return f"{amount:.0f} {unit}" if unit == "B" or amount >= 100 else f"{amount:.1f} {unit}"


def _standing(path: Path) -> Path:
    """The absolute path itself, or the nearest above it that is there."""
    return next(one for one in (path, *path.parents) if one.exists())


def _not_yet(condition: Condition) -> Condition:
    if condition.state == "broken":
        return condition
    return Condition(condition.name, "absent", condition.said, "kikimimi run makes and fills it")


def _documents(path: Path) -> int:
    with closing(open_for_reading(path)) as connection:
        (documents,) = connection.execute(_DOCUMENTS).fetchone() or (0,)
        return int(documents)


def _topics(settings: Settings) -> list[str]:
    with closing(open_topics(settings.topics, settings.kafka, settings.kafka_partitions)) as topics:
        return topics.list()
