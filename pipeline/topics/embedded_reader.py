"""A member of a group on the embedded topics: claims partitions, polls them, and marks them done with its results.

A claim keeps two members from doing the same work; it is not what makes results exactly-once. That is `done`: it checks
that the group still stands where it stood at the poll, appends the results and moves the group, in one transaction.
"""

from __future__ import annotations

import os
import sqlite3
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from pipeline.topics.base import LARGEST_BATCH, Message, Partition, Stored

if TYPE_CHECKING:
    from pipeline.topics.embedded import EmbeddedTopics

CLAIM = 60.0
"""Seconds that a claim holds without another poll; a claim whose process has died is void at once."""
GLANCE = 0.02
"""Seconds between two looks at an empty topic."""


class EmbeddedReader:
    """See base.Reader."""

    def __init__(self, topics: EmbeddedTopics, topic: str, group: str) -> None:
        self._topics, self._topic, self._group = topics, topic, group
        self._owner = uuid.uuid4().hex
        self._polled: dict[Partition, tuple[int, int]] = {}  # where the group stood, where the poll ended

    def poll(self, limit: int, wait: float) -> list[Stored]:
        return awaited(lambda: self._take(limit), wait)

    def done(self, results: Mapping[str, Sequence[Message]]) -> bool:
        from pipeline.topics.embedded import insert, set_positions

        polled, self._polled = self._polled, {}
        with self._topics.writing() as connection:
            stands = self._stands(connection)
            if any(stands.get(one.number, 0) != begin for one, (begin, _) in polled.items()):
                self._release(connection)
                return False
            for topic, messages in results.items():
                if messages:
                    insert(connection, topic, messages)
            set_positions(connection, self._group, {one: end for one, (_, end) in polled.items()})
            self._release(connection)
        return True

    def close(self) -> None:
        self._polled = {}
        with self._topics.writing() as connection:
            self._release(connection)

    def _take(self, limit: int) -> list[Stored]:
        """Claims what is free and waits to be read, and reads it."""
        from pipeline.topics.embedded import rows_from

        if not self._anything_waits():  # without this look, idle members would keep writers waiting
            return []
        found: list[tuple[int, Stored]] = []
        room = LARGEST_BATCH
        with self._topics.writing() as connection:
            for partition, position in self._free(connection):
                if len(found) >= limit or room <= 0:  # the other partitions are for the other members
                    break
                rows = rows_from(connection, partition, position, limit - len(found), room)
                room -= sum(len(stored.message.value) for _, stored in rows)
                found += rows
                self._claim(connection, partition)
        batch = [stored for _, stored in sorted(found, key=lambda row: row[0])]
        self._polled = {}
        for stored in batch:
            begin, _ = self._polled.get(stored.partition, (stored.offset, 0))
            self._polled[stored.partition] = (begin, stored.offset + 1)
        return batch

    def _anything_waits(self) -> bool:
        ends = self._topics.ends(self._topic)
        stands = self._topics.committed(self._group, self._topic)
        return any(end > stands.get(partition, 0) for partition, end in ends.items())

    def _stands(self, connection: sqlite3.Connection) -> dict[int, int]:
        query = "SELECT number, position FROM positions WHERE consumer = ? AND topic = ?"
        return dict(connection.execute(query, (self._group, self._topic)).fetchall())

    def _free(self, connection: sqlite3.Connection) -> list[tuple[Partition, int]]:
        """Partitions that no other live member holds, those with most to read first, and where the group stands."""
        query = "SELECT number, owner, pid, until FROM claims WHERE consumer = ? AND topic = ?"
        held = {
            number
            for number, owner, pid, until in connection.execute(query, (self._group, self._topic))
            if owner != self._owner and until > time.time() and _is_alive(pid)
        }
        stands = self._stands(connection)
        query = "SELECT number, next FROM partitions WHERE topic = ? ORDER BY number"
        waiting = [
            (end - stands.get(number, 0), number)
            for number, end in connection.execute(query, (self._topic,)).fetchall()
            if number not in held and end > stands.get(number, 0)
        ]
        waiting.sort(key=lambda one: (-one[0], one[1]))
        return [(Partition(self._topic, number), stands.get(number, 0)) for _, number in waiting]

    def _claim(self, connection: sqlite3.Connection, partition: Partition) -> None:
        values = (self._group, *partition, self._owner, os.getpid(), time.time() + CLAIM)
        connection.execute("INSERT OR REPLACE INTO claims VALUES (?, ?, ?, ?, ?, ?)", values)

    def _release(self, connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM claims WHERE owner = ?", (self._owner,))


def awaited(take: Callable[[], list[Stored]], wait: float) -> list[Stored]:
    """What can be taken within `wait` seconds; SQLite tells nobody that something came, so it looks again and again."""
    deadline = time.monotonic() + wait
    while not (batch := take()):
        left = deadline - time.monotonic()
        if left <= 0:
            break
        time.sleep(min(GLANCE, left))
    return batch


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # alive, and somebody else's
        return True
    return True
