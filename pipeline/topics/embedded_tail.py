"""All partitions of some topics in the SQLite file, read from given places on. See base.Tail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.topics.base import Positions, Stored
from pipeline.topics.embedded_reader import awaited

if TYPE_CHECKING:
    from pipeline.topics.embedded import EmbeddedTopics


class EmbeddedTail:
    """See base.Tail."""

    def __init__(self, topics: EmbeddedTopics, names: Sequence[str], positions: Positions) -> None:
        self._topics, self._names = topics, names
        ends = {one: end for name in names for one, end in topics.ends(name).items()}
        self._positions = {one: min(place, ends.get(one, 0)) for one, place in positions.items()}

    def poll(self, limit: int, wait: float) -> list[Stored]:
        batch = awaited(lambda: self._take(limit), wait)
        self._positions |= {stored.partition: stored.offset + 1 for stored in batch}
        return batch

    def behind(self) -> int:
        ends = {one: end for name in self._names for one, end in self._topics.ends(name).items()}
        return sum(end - self._positions.get(one, 0) for one, end in ends.items())

    def close(self) -> None:
        """Holds nothing of its own."""

    def _take(self, limit: int) -> list[Stored]:
        """From the first topic that holds something new, in their order."""
        for name in self._names:
            if batch := self._topics.read(name, self._positions, limit):
                return batch
        return []
