"""The lookout: looks at the topics every few seconds, so that whoever asks is answered from its last look.

It has topics of its own and a thread of its own: a Kafka that is away keeps a look waiting for half a minute, and
neither the loader nor a scrape may wait for that.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from time import monotonic

from pipeline.errors import KikimimiError
from pipeline.topics.base import Partition, Topics

EVERY = 1.0
"""Seconds between two looks."""
STALE = 10.0
"""Seconds without a look after which the topics count as away."""


@dataclass(frozen=True, slots=True)
class Lag:
    """How many messages of one topic a group has still to read, by partition."""

    group: str
    topic: str
    partitions: Mapping[int, int]

    @property
    def messages(self) -> int:
        return sum(self.partitions.values())


class Lookout:
    """The last look. reads: by group, the topics that it reads; begun: whether the loader has set its group right."""

    def __init__(
        self, open_own: Callable[[], Topics], reads: Mapping[str, Sequence[str]], begun: Callable[[], bool]
    ) -> None:
        self._open, self._reads, self._begun = open_own, reads, begun
        self._loader = next(iter(reads))
        self._goal: Mapping[Partition, int] | None = None
        self._looked: float | None = None
        self._trouble = "nobody has looked yet"
        self.lags: Sequence[Lag] = ()
        self.caught_up = False

    @property
    def trouble(self) -> str | None:
        """Why the topics count as away."""
        if self._trouble:
            return self._trouble
        if self._looked is not None and monotonic() - self._looked > STALE:
            return f"they have not answered for {monotonic() - self._looked:.0f} s"
        return None

    @property
    def waiting(self) -> int:
        """Messages that the loader has still to load."""
        return sum(lag.messages for lag in self.lags if lag.group == self._loader)

    def run(self, stop: threading.Event) -> None:
        """Looks until told to stop; first when the loader has begun, if it does so at once."""
        first = monotonic() + EVERY
        while not self._begun() and monotonic() < first and not stop.wait(0.02):
            pass
        while not stop.is_set():
            try:
                with closing(self._open()) as topics:
                    while True:
                        self.look(topics)
                        if stop.wait(EVERY):
                            return
            except KikimimiError as error:
                self._trouble = str(error)
            stop.wait(EVERY)

    def look(self, topics: Topics) -> None:
        """Once. The loader has caught up when all that stood there at its start is loaded."""
        begun = self._begun()
        lags, stands, ends = [], {}, {}
        for group, names in self._reads.items():
            for name in names:
                reached = topics.committed(group, name)  # before the ends, so that no lag is below zero
                there = topics.ends(name)
                left = {one.number: max(0, end - reached.get(one, 0)) for one, end in there.items()}
                lags.append(Lag(group, name, left))
                if group == self._loader:
                    stands.update(reached)
                    ends.update(there)
        self.lags, self._looked, self._trouble = lags, monotonic(), ""
        if begun and not self.caught_up:
            goal = self._goal = self._goal or ends
            self.caught_up = not self.waiting or all(stands.get(one, 0) >= end for one, end in goal.items())
