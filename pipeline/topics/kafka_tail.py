"""All partitions of some topics on Kafka, read from given places on: what the loader reads with. See base.Tail."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kafka import TopicPartition
from kafka.errors import KafkaError

from pipeline.topics.base import Partition, Positions, Stored
from pipeline.topics.kafka import take
from pipeline.topics.kafka_connection import GOODBYE, Connection

if TYPE_CHECKING:
    from pipeline.topics.kafka import KafkaTopics

LOOK = 30.0
"""Seconds between two looks for partitions that were added."""


class KafkaTail:
    """See base.Tail."""

    def __init__(
        self, topics: KafkaTopics, connection: Connection, names: Sequence[str], positions: Positions
    ) -> None:
        self._topics, self._connection, self._names = topics, connection, names
        self._positions = dict(positions)
        self._consumer = connection.consumer()
        self._look()

    def poll(self, limit: int, wait: float) -> list[Stored]:
        if time.monotonic() > self._looked + LOOK:
            self._look()
        with self._connection.errors():
            batch = take(self._consumer, limit, wait)
        if not batch:
            self._connection.notice_outage()
        for stored in batch:
            self._positions[stored.partition] = stored.offset + 1
        return batch

    def behind(self) -> int:
        left = 0
        for name in self._names:
            starts = self._topics.starts(name)
            for one, end in self._topics.ends(name).items():
                left += max(0, end - max(starts.get(one, 0), self._positions.get(one, 0)))
        return left

    def close(self) -> None:
        with contextlib.suppress(KafkaError):
            self._consumer.close(timeout_ms=int(GOODBYE * 1000))

    def _look(self) -> None:
        """Takes up the partitions that are not read yet; from the log's start, or where the caller stands in them."""
        self._looked = time.monotonic()
        ends = {one: end for name in self._names for one, end in self._topics.ends(name).items()}
        reading = {Partition(*one) for one in self._consumer.assignment()}
        if ends.keys() <= reading:
            return
        self._positions = {one: min(self._positions.get(one, 0), end) for one, end in ends.items()}
        with self._connection.errors():
            self._consumer.assign([TopicPartition(*one) for one in ends])
            for one, place in self._positions.items():
                self._consumer.seek(TopicPartition(*one), place)
