"""Ways from the topic into DuckDB: by this process alone, by others and watched to the end, by others and unwatched."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from time import monotonic

from pipeline.replay.choice import Choice
from pipeline.replay.stored import Ask, count_outdated
from pipeline.replay.waiting import Stage, count_waiting, wait_until_through, waiting_ids
from pipeline.topics.base import Topics, lag

PORTION = 2000
"""Documents that are extracted before they are loaded: who is killed has at most so many in hand."""
ROOM = 1000
"""Documents that wait at most: new ones, of which somebody wants to be told within seconds, stand behind them."""
GLANCE = 0.2
"""Seconds between two looks at the topics."""
LOOK = 2.0
"""Seconds between two looks at the tables."""
QUIET = 30.0
"""Seconds without any progress after which it says what may be missing."""

Tell = Callable[[str], None]


class Alone:
    """Nobody else works: `drain` extracts and loads until nothing is left on the topics."""

    def __init__(self, topics: Topics, stages: Sequence[Stage], drain: Callable[[], None]) -> None:
        self._topics, self._extract, self._drain = topics, stages[0], drain

    def begin(self) -> Collection[str]:
        self._drain()
        return ()

    def appended(self, count: int) -> None:  # noqa: ARG002 — the topic says how many wait, those of others too
        if lag(self._topics, self._extract.group, self._extract.topic) >= PORTION:
            self._drain()

    def settle(self) -> None:
        self._drain()


class Watched:
    """Others extract and load; this waits for them, and says when they are of another version, or none."""

    def __init__(
        self,
        topics: Topics,
        stages: Sequence[Stage],
        stop: threading.Event,
        tell: Tell,
        advance: Callable[[int], None],
        missed: Callable[[int], int],
    ) -> None:
        """advance: takes how many more are done. missed: how many of so many that have passed all stages are not done."""
        self._topics, self._stages, self._stop, self._tell = topics, stages, stop, tell
        self._advance, self._missed = advance, missed
        self._appended = self._shown = 0
        self._moved = self._looked = monotonic()
        self._waiting, self._told_quiet, self._told_missed = 0, False, False

    def begin(self) -> Collection[str]:
        wait_until_through(self._topics, self._stages, self._pause)
        return ()

    def appended(self, count: int) -> None:
        self._appended += count
        extract = self._stages[0]
        while lag(self._topics, extract.group, extract.topic) >= ROOM:
            if self._pause():
                return

    def settle(self) -> None:
        wait_until_through(self._topics, self._stages, self._pause)
        self._show(self._appended)

    def _pause(self) -> bool:
        waiting, now = count_waiting(self._topics, self._stages), monotonic()
        passed = max(0, self._appended - waiting)
        if waiting != self._waiting:
            self._moved, self._waiting = now, waiting
        elif now - self._moved > QUIET and not self._told_quiet:
            self._told_quiet = True
            self._tell(f"{waiting} messages wait and none is taken; start a worker: kikimimi work extract")
        if now - self._looked > LOOK and not self._told_missed:
            self._looked = now
            if missed := self._missed(passed):  # asked after the topics: what moves on meanwhile counts twice
                self._told_missed = True
                self._tell(
                    f"{missed} documents came back from an extractor of another version, or as dead letters; "
                    "begin the workers of the old version anew"
                )
        self._show(passed)
        return self._stop.wait(GLANCE)

    def _show(self, passed: int) -> None:
        if passed > self._shown:
            self._advance(passed - self._shown)
            self._shown = passed


class Unwatched:
    """Appends beside what waits already, and leaves the rest to others."""

    def __init__(self, topics: Topics, stages: Sequence[Stage], version: str) -> None:
        self._topics, self._stages, self._version = topics, stages, version

    def begin(self) -> Collection[str]:
        extract, load = self._stages
        return waiting_ids(self._topics, extract, load, self._version)

    def appended(self, count: int) -> None:
        """There is always room."""

    def settle(self) -> None:
        """Nobody waits."""


def missed_of(ask: Ask, choice: Choice, outdated: int) -> Callable[[int], int]:
    """Watched's `missed`: of `outdated` documents at first, how many have passed and are outdated still."""
    if choice.everything:  # what has passed may never have been outdated
        return lambda _: 0
    return lambda passed: max(0, passed - (outdated - count_outdated(ask, choice)))
