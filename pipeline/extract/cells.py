"""Cells: documents in, their extractions out, several at once: as many cells as there are cores, of which the first starts now.

The others start once a few documents are read, so that a round with a handful of them pays for one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from queue import Empty, SimpleQueue
from threading import Lock

from pipeline.extract.cell import Build, Cell
from pipeline.topics.base import Message

FEW = 16
"""Documents after which another cell starts where every cell is at work."""


class Cells:
    """The same as one Cell, for several threads."""

    def __init__(self, build: Build, limit: float, most: int | None = None) -> None:
        """limit: seconds that one document may take. most: cells at work at the same time; the cores if None."""
        self.most = most or len(os.sched_getaffinity(0))
        self._make: Callable[[], Cell] = lambda: Cell(build, limit)
        self._lock, self._free = Lock(), SimpleQueue[Cell]()
        self._read = 0
        self._all = [self._make()]
        self._free.put(self._all[0])

    @property
    def pids(self) -> list[int]:
        """The processes that hold the extractors now."""
        return [cell.pid for cell in self._all]

    def extract(self, value: bytes, headers: Mapping[str, str]) -> Message:
        """The message for extractions. Raises Rejected as Cell.extract does."""
        cell = self._take()
        try:
            return cell.extract(value, headers)
        finally:
            self._read += 1
            self._free.put(cell)

    def close(self) -> None:
        for cell in self._all:
            cell.close()

    def _take(self) -> Cell:
        try:
            return self._free.get_nowait()
        except Empty:
            self._one_more_if_needed()
            return self._free.get()

    def _one_more_if_needed(self) -> None:
        with self._lock:
            if self._read >= FEW * len(self._all) and len(self._all) < self.most:
                self._all.append(self._make())
                self._free.put(self._all[-1])
