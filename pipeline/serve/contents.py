"""What the warehouse holds, looked up once a second at the most, however many ask."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from pipeline.warehouse.transaction import memory_permitting

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FRESH = 1.0
"""Seconds that an answer is given again."""
_TABLES = "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main' AND NOT temporary AND table_name <> 'migrations'"
_LETTERS = "SELECT count(*) FROM dead_letters WHERE letter_id NOT IN (SELECT target FROM edits)"


@dataclass(frozen=True, slots=True)
class Held:
    """Rows by table; alerts by channel that it was not told of; dead letters that wait for a decision."""

    rows: Mapping[str, int]
    untold: Mapping[str, int]
    letters: int
    newest: datetime | None
    file_bytes: int
    wal_bytes: int


class Contents:
    """Asks on cursors of its own, which the loader's transaction does not hold up. Safe for several threads."""

    def __init__(self, connection: DuckDBPyConnection, path: Path, channels: Sequence[str]) -> None:
        self._connection = connection.cursor()
        self._channels = channels
        self._lock = threading.Lock()
        self._last: tuple[float, Held] | None = None
        self.path = path

    def look(self) -> Held:
        """Raises Transient when DuckDB has no memory left for the question."""
        with self._lock:
            if self._last is None or monotonic() - self._last[0] > FRESH:
                with memory_permitting(), self._connection.cursor() as cursor:
                    self._last = (monotonic(), self._held(cursor))
            return self._last[1]

    def close(self) -> None:
        self._connection.close()

    def _held(self, cursor: DuckDBPyConnection) -> Held:
        """Ten million rows are counted in eight milliseconds, so the lines are counted and no ids compared."""
        names = [name for (name,) in cursor.execute(_TABLES).fetchall()]
        counts = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM {name}" for name in names)
        rows: dict[str, int] = dict(cursor.execute(counts).fetchall())
        told = dict(cursor.execute("SELECT channel, count(*) FROM deliveries GROUP BY channel").fetchall())
        row = cursor.execute(f"SELECT max(collected_at), ({_LETTERS}) FROM documents").fetchone()
        newest, letters = row or (None, 0)
        return Held(
            rows=dict(sorted(rows.items())),
            untold={name: max(0, rows["alerts"] - told.get(name, 0)) for name in self._channels},
            letters=letters,
            newest=newest.replace(tzinfo=UTC) if newest else None,
            file_bytes=_size(self.path),
            wal_bytes=_size(self.path.with_name(f"{self.path.name}.wal")),
        )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:  # a checkpoint has just emptied the log
        return 0
