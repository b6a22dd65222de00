"""Maintenance: the warehouse in; what is too old gone, the file checkpointed and, where it is largely empty, made smaller.

DuckDB's VACUUM gives nothing back: a CHECKPOINT frees the blocks of what was deleted, and the file keeps its size until
it is written anew. That takes a moment in which nobody else has it, so a tracker says how much it would be and goes on.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import Misconfigured, Transient
from pipeline.keep.archives import remove_archives
from pipeline.keep.holder import ask_tracker
from pipeline.keep.retention import Removed, retain
from pipeline.settings import Settings
from pipeline.warehouse import open_for_writing
from pipeline.warehouse.compact import compact
from pipeline.warehouse.snapshot import file_of, files_of
from pipeline.warehouse.transaction import memory_permitting

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

WORTH_IT = 1 / 3
"""The part of a file that is unused from which on it is written anew."""
ATTEMPTS, PAUSE = 25, 0.2
"""How often a checkpoint is tried beside queries, and seconds between."""


@dataclass
class Report:
    """What went, by which settings (archives: files of answers of the web), and bytes: of the file with its log before and after, and unused inside it after.

    checkpointed: whether what is unused can be used again already.
    """

    texts: int
    documents: int
    untold: int
    fetches: int
    archives: int
    keep_text: float
    keep_rows: float
    keep_archive: float
    before: int
    after: int
    free: int
    checkpointed: bool

    @property
    def worth_it(self) -> bool:
        """Whether writing the file anew would make it much smaller."""
        return self.free > self.after * WORTH_IT

    def as_numbers(self) -> Mapping[str, bool | int | float]:
        """As the tracker answers it."""
        numbers: dict[str, bool | int | float] = asdict(self)
        return numbers


def maintained(settings: Settings) -> tuple[Report, bool]:
    """Does it, or has the tracker do it that holds the file; the report, and whether the file was ours alone."""
    if settings.tracker:
        return Report(**ask_tracker(settings, "maintain")), False
    if not settings.warehouse.exists():
        raise Misconfigured(f"{settings.warehouse} is not there yet", "fill it first: kikimimi run")
    try:
        return maintain(settings), True
    except Transient as held:
        return Report(**ask_tracker(settings, "maintain", held)), False


def maintain(settings: Settings) -> Report:
    """Does it here, with the file to itself. Raises Transient when another process holds it."""
    with closing(open_for_writing(settings.warehouse, settings.warehouse_memory)) as connection:
        report = maintain_beside(connection, nullcontext(), settings)
    if report.worth_it and _shrink(settings.warehouse, settings.warehouse_memory):
        report.after, report.free = _size(settings.warehouse), 0
    return report


def maintain_beside(
    connection: DuckDBPyConnection, turn: AbstractContextManager[object], settings: Settings
) -> Report:
    """Does it beside a loader, whose turn is taken for a moment at a time; the file keeps its size."""
    path = file_of(connection)
    before = _size(path)
    removed: Removed = retain(connection, turn, settings.keep_text, settings.keep_rows)
    checkpointed = _checkpoint(connection, turn)
    return Report(
        **asdict(removed),
        archives=remove_archives(settings.archives, settings.keep_archive),
        keep_text=settings.keep_text,
        keep_rows=settings.keep_rows,
        keep_archive=settings.keep_archive,
        before=before,
        after=_size(path),
        free=_free(connection),
        checkpointed=checkpointed,
    )


def _checkpoint(connection: DuckDBPyConnection, turn: AbstractContextManager[object]) -> bool:
    """False when a query is under way to its end that began before rows went: DuckDB keeps these for it."""
    import duckdb

    for _ in range(ATTEMPTS):
        with turn, memory_permitting():
            try:
                connection.execute("CHECKPOINT")
            except duckdb.TransactionException:
                pass
            else:
                return True
        time.sleep(PAUSE)
    return False


def _free(connection: DuckDBPyConnection) -> int:
    """Free blocks, and what is hollow in the others: a block is free only when the last of its rows has gone.

    How hollow they are is told by the documents, with whom the rows of other tables go.
    """
    row = connection.execute(
        """SELECT s.block_size * s.free_blocks, s.block_size * s.used_blocks, t.estimated_size, (SELECT count(*) FROM documents)
        FROM pragma_database_size() s JOIN duckdb_tables() t USING (database_name)
        WHERE t.table_name = 'documents' AND t.database_name = current_database()"""
    ).fetchone()
    free, used, stored, there = row or (0, 0, 0, 0)
    return int(free + used * (1 - there / stored)) if stored else int(free)


def _shrink(path: Path, memory: str) -> bool:
    """Puts a compact copy in place of the file; False when somebody has opened it for writing again already."""
    try:
        compact(path, path, memory)
    except Transient:
        return False
    return True


def _size(path: Path) -> int:
    return sum(file.stat().st_size for file in files_of(path).values())
