"""A deadline: connections that work on one question in, interrupted when it takes too long or too much, or the server ends.

DuckDB bounds the memory that it counts, and does not count all: a list(…) of many rows took twenty times its limit. So
the memory of the process is looked at, too.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from pipeline.errors import KikimimiError, Rejected, Transient
from pipeline.warehouse.ample import pressed

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LOOK = 0.05
"""Seconds between two looks; also between two interrupts: one that comes between two steps is lost."""
_PAGE = os.sysconf("SC_PAGE_SIZE")


@contextmanager
def within(
    seconds: float, most: float, ending: threading.Event, *connections: DuckDBPyConnection
) -> Iterator[None]:
    """Interrupts the connections after so many seconds, or when the process has more than `most` bytes in memory.

    Raises Rejected then, or Transient when `ending` was set.
    """
    done = threading.Event()
    reached: list[KikimimiError] = []
    until = monotonic() + seconds

    def watch() -> None:
        while not reached and not done.wait(max(0.0, min(LOOK, until - monotonic()))):
            if ending.is_set():
                reached.append(Transient("the tracker stops", "ask again when it is back"))
            elif monotonic() >= until:
                problem = f"it took longer than the {seconds:g} s that KIKIMIMI_SQL_SECONDS gives a statement"
                reached.append(Rejected(problem, "ask for less at once"))
            elif pressed.is_set() or memory_of_process() > most:
                problem = (
                    "this statement, and those that ran beside it, took more memory than there is for them"
                )
                reached.append(Rejected(problem, "ask for less at once: fewer columns, a WHERE, a LIMIT"))
        while not done.is_set():
            for connection in connections:
                connection.interrupt()
            done.wait(LOOK)

    watcher = threading.Thread(target=watch, name="deadline", daemon=True)
    watcher.start()
    try:
        yield
    except Exception as error:  # interrupted, it is an error of another name in each place
        if not reached:
            raise
        raise reached[0] from error
    finally:
        done.set()
        watcher.join()  # so that no interrupt comes to the next question


def memory_of_process() -> int:
    """Bytes that this process has in memory, 0 where that is not told (no Linux)."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    except OSError:
        return 0
