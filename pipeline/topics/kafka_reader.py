"""A member of a Kafka consumer group: polls, and marks done by appending its results and committing after them.

Between the two a kill repeats the batch and never loses it; a repeated extraction is the same rows.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kafka import TopicPartition
from kafka.errors import (
    CommitFailedError,
    IllegalGenerationError,
    KafkaError,
    RebalanceInProgressError,
    UnknownMemberIdError,
)
from kafka.structs import MemberState, OffsetAndMetadata

from pipeline.topics.base import Message, Stored
from pipeline.topics.kafka import take
from pipeline.topics.kafka_connection import GOODBYE, PATIENCE, Connection

if TYPE_CHECKING:
    from pipeline.topics.kafka import KafkaTopics

STRANDED = 15.0
"""Seconds that a join may take: a member that was killed is waited for no longer than SESSION."""
_LOST = (CommitFailedError, IllegalGenerationError, RebalanceInProgressError, UnknownMemberIdError)
"""What a commit says when the group has moved on without this member."""


class KafkaReader:
    """See base.Reader."""

    def __init__(self, topics: KafkaTopics, connection: Connection, topic: str, group: str) -> None:
        self._topics, self._connection = topics, connection
        self._topic, self._group = topic, group
        self._polled: dict[TopicPartition, tuple[int, int]] = {}  # first offset, and the one after the last
        self._join()

    def poll(self, limit: int, wait: float) -> list[Stored]:
        with self._connection.errors():
            self._rewind()
            batch = take(self._consumer, limit, wait)
        if self._is_stranded(batch):
            self.close()
            self._join()
            return []
        if not batch:
            self._connection.notice_outage()
        for stored in batch:
            one = TopicPartition(*stored.partition)
            begin, _ = self._polled.get(one, (stored.offset, 0))
            self._polled[one] = (begin, stored.offset + 1)
        return batch

    def done(self, results: Mapping[str, Sequence[Message]]) -> bool:
        if not self._polled.keys() <= self._consumer.assignment():
            self._rewind()
            return False
        for topic, messages in results.items():
            self._topics.append(topic, messages)
        places = {one: OffsetAndMetadata(end, "") for one, (_, end) in self._polled.items()}
        with self._connection.errors():
            try:
                self._consumer.commit(places, timeout_ms=int(PATIENCE * 1000))
            except _LOST:
                self._rewind()
                return False
        self._polled = {}
        return True

    def close(self) -> None:
        with contextlib.suppress(KafkaError):
            self._consumer.close(autocommit=False, timeout_ms=int(GOODBYE * 1000))

    def _join(self) -> None:
        self._polled = {}
        self._consumer = self._connection.member(self._topic, self._group)
        self._settled = time.monotonic()

    def _is_stranded(self, batch: Sequence[Stored]) -> bool:
        """Whether the member must join anew: kafka-python 3.0 forgets a join that ends between two polls.

        It then goes on with the partitions that it had before, can commit none, and leaves those that it was given
        unread. A member that is in the middle of a join gets no messages; a join that takes so long is begun again.
        """
        if self._consumer.group_metadata().state is not MemberState.REBALANCING:
            self._settled = time.monotonic()
            return False
        return bool(batch) or time.monotonic() > self._settled + STRANDED

    def _rewind(self) -> None:
        """Goes back to before what was polled and is not done, where it is still ours."""
        polled, self._polled = self._polled, {}
        for one in polled.keys() & self._consumer.assignment():
            self._consumer.seek(one, polled[one][0])
