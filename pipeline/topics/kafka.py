"""Topics on Apache Kafka: the backend of servers, at KIKIMIMI_TOPICS=kafka:host:9092[,host:9092].

Appending is at least once: a batch that failed half way is appended again by the caller, and what reads it knows each
document by its identity. Kafka's transactions would make batches atomic, but their markers take up offsets, and the
loader, which keeps its own offsets, needs neither.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, TypeVar

from kafka import KafkaAdminClient, KafkaConsumer, KafkaProducer, OffsetSpec, TopicPartition
from kafka.errors import KafkaError, NoError, TopicAlreadyExistsError, UnknownTopicOrPartitionError, for_code
from kafka.structs import OffsetAndMetadata

from pipeline.errors import KikimimiError, Transient
from pipeline.topics.base import LARGEST_BATCH, Message, Partition, Positions, Reader, Stored, Tail
from pipeline.topics.kafka_connection import PATIENCE, Connection
from pipeline.topics.kafka_settings import topic_settings

STEP = 16
"""Messages unpacked at once."""

T = TypeVar("T")


class KafkaTopics:
    """The topics of a cluster; see base.Topics. One object may serve several threads, not forked processes."""

    def __init__(self, servers: str, options: Mapping[str, str], partitions: int) -> None:
        self._connection = Connection(servers, options)
        self._new_partitions = partitions
        self._lock = threading.RLock()
        self._made: set[str] = set()  # topics that are known to be there
        self._consumers: dict[str, KafkaConsumer] = {}
        self._lent: list[Tail | Reader] = []

    def append(self, topic: str, messages: Sequence[Message]) -> None:
        if not messages:
            return
        self.create(topic)
        with self._clients():
            sent = [self._producer.send(topic, **_to_kafka(message)) for message in messages]
            self._connection.flush(self._producer)
            for one in sent:
                one.get(timeout=PATIENCE)

    def read(self, topic: str, positions: Positions, limit: int) -> list[Stored]:
        """As base.Topics.read. Raises Transient when what is there does not come."""
        found: list[Stored] = []
        ends = self.ends(topic)
        waiting = {one: end for one, end in ends.items() if positions.get(one, 0) < end}
        if not waiting:
            return []
        with self._clients():
            consumer = self._placed(topic, {one: positions.get(one, 0) for one in ends})
            deadline = time.monotonic() + PATIENCE
            while not found and any(
                consumer.position(TopicPartition(*one)) < waiting[one] for one in waiting
            ):
                found = take(consumer, limit, 0.5)
                if time.monotonic() > deadline:
                    raise Transient(f"{topic}: nothing came in {PATIENCE:g} seconds", "look at the broker")
        return found

    def tail(self, topics: Sequence[str], positions: Positions) -> Tail:
        from pipeline.topics.kafka_tail import KafkaTail

        for topic in topics:
            self.create(topic)
        tail = KafkaTail(self, self._connection, topics, positions)
        self._lent.append(tail)
        return tail

    def reader(self, topic: str, group: str) -> Reader:
        from pipeline.topics.kafka_reader import KafkaReader

        self.create(topic)
        reader = KafkaReader(self, self._connection, topic, group)
        self._lent.append(reader)
        return reader

    def commit(self, group: str, positions: Positions) -> None:
        if positions:
            offsets = {TopicPartition(*one): OffsetAndMetadata(place, "") for one, place in positions.items()}
            self._ask(lambda admin: _checked(admin.alter_group_offsets(group, offsets)))

    def committed(self, group: str, topic: str) -> dict[Partition, int]:
        starts = self.starts(topic)
        if not starts:
            return {}
        partitions = [TopicPartition(*one) for one in starts]
        held = self._ask(lambda admin: admin.list_group_offsets({group: partitions}))[group]
        stands = {Partition(*one): place.offset for one, place in held.items()}
        return {one: max(start, stands.get(one, start)) for one, start in starts.items()}

    def starts(self, topic: str) -> dict[Partition, int]:
        """The oldest offset that each partition still holds."""
        return self._edges(topic, OffsetSpec.EARLIEST)

    def ends(self, topic: str) -> dict[Partition, int]:
        return self._edges(topic, OffsetSpec.LATEST)

    def identity(self, topic: str) -> str:
        self.create(topic)
        described = self._describe(topic)
        return f"kafka:{described['topic_id']}"

    def list(self) -> list[str]:
        names: list[str] = self._ask(lambda admin: admin.list_topics())
        return sorted(name for name in names if not name.startswith("__"))

    def groups(self, topic: str) -> Sequence[str]:
        names = [group["group_id"] for group in self._ask(lambda admin: admin.list_groups())]
        if not names:
            return []
        offsets = self._ask(lambda admin: admin.list_group_offsets(dict.fromkeys(names)))
        return sorted(name for name, stands in offsets.items() if any(one.topic == topic for one in stands))

    def create(self, topic: str) -> None:
        """Makes the topic where it is not there (kafka_settings.py)."""
        if topic in self._made:
            return
        if not self._describe(topic):
            wanted = {topic: topic_settings(topic, self._new_partitions)}
            with contextlib.suppress(_AlreadyThere):  # made by another process, just now
                self._ask(lambda admin: _made(admin, wanted))
        self._made.add(topic)

    def close(self) -> None:
        with self._lock:
            for lent in self._lent:
                lent.close()
            self._discard(patience=PATIENCE)

    @cached_property
    def _producer(self) -> KafkaProducer:
        return self._connection.producer()

    @cached_property
    def _admin(self) -> KafkaAdminClient:
        return self._connection.admin()

    def _ask(self, question: Callable[[KafkaAdminClient], T]) -> T:
        with self._clients():
            return self._connection.patiently(lambda: question(self._admin))

    def _describe(self, topic: str) -> dict[str, Any]:
        """What the cluster knows of a topic that is there and has leaders; {} for one that is not there."""
        (described,) = self._ask(lambda admin: _known(admin.describe_topics([topic])))
        return described

    def _edges(self, topic: str, edge: OffsetSpec) -> dict[Partition, int]:
        numbers = [one["partition_index"] for one in self._describe(topic).get("partitions", ())]
        if not numbers:
            return {}
        wanted = {TopicPartition(topic, number): edge for number in sorted(numbers)}
        found = self._ask(lambda admin: admin.list_partition_offsets(wanted))
        return {Partition(*one): found[one].offset for one in wanted}

    def _placed(self, topic: str, places: Positions) -> KafkaConsumer:
        """The topic's consumer, reading these partitions from these places; kept, so that going on needs no new fetch."""
        if topic not in self._consumers:
            self._consumers[topic] = self._connection.consumer()
        consumer = self._consumers[topic]
        wanted = {TopicPartition(*one): place for one, place in places.items()}
        fresh = consumer.assignment() != set(wanted)
        if fresh:
            consumer.assign(list(wanted))
        for one, place in wanted.items():
            if fresh or consumer.position(one) != place:  # a seek throws away what was fetched ahead
                consumer.seek(one, place)
        return consumer

    @contextlib.contextmanager
    def _clients(self) -> Iterator[None]:
        """One thread at a time, and after an error new clients: an old one may still send what it was given."""
        with self._lock:
            try:
                with self._connection.errors():
                    yield
            except KikimimiError:
                self._discard(patience=0)
                raise

    def _discard(self, patience: float) -> None:
        clients = [self.__dict__.pop(name) for name in ("_admin",) if name in self.__dict__]
        clients += self._consumers.values()
        self._consumers.clear()
        self._made.clear()
        for client in clients:
            client.close()
        if producer := self.__dict__.pop("_producer", None):
            with contextlib.suppress(KafkaError):  # it could not send everything: its caller knows
                producer.close(timeout=patience)


class _AlreadyThere(KikimimiError):
    """Between two who make the same topic."""


def take(consumer: KafkaConsumer, limit: int, wait: float) -> list[Stored]:
    """Up to `limit` messages and LARGEST_BATCH bytes that are there; waits for the first.

    Taken a few at a time: how large they are is known when they are unpacked.
    """
    taken: list[Stored] = []
    size = 0
    while len(taken) < limit and size < LARGEST_BATCH:
        timeout = 0 if taken else int(wait * 1000)
        few = _stored(consumer.poll(timeout_ms=timeout, max_records=min(STEP, limit - len(taken))))
        if not few:
            break
        taken += few
        size += sum(len(stored.message.value) for stored in few)
    return taken


def _stored(batch: Mapping[TopicPartition, Sequence[Any]]) -> list[Stored]:
    return [
        Stored(
            Partition(record.topic, record.partition),
            record.offset,
            datetime.fromtimestamp(record.timestamp / 1000, UTC),
            Message(
                (record.key or b"").decode(errors="replace"),
                record.value or b"",
                {name: (value or b"").decode(errors="replace") for name, value in record.headers},
            ),
        )
        for records in batch.values()
        for record in records
    ]


def _to_kafka(message: Message) -> dict[str, Any]:
    headers = [(name, value.encode()) for name, value in message.headers.items()]
    return {"key": message.key.encode(), "value": message.value, "headers": headers}


def _made(admin: KafkaAdminClient, wanted: Mapping[str, Any]) -> None:
    try:
        admin.create_topics(wanted, wait_for_metadata=True)
    except TopicAlreadyExistsError as error:
        raise _AlreadyThere("the topic is there") from error


def _known(described: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
    """Raises the cluster's error of a topic, such as a leader that is being elected; {} where it is not there."""
    known: list[dict[str, Any]] = []
    for topic in described:
        errors = {for_code(one["error_code"]) for one in (topic, *topic["partitions"])} - {NoError}
        if errors == {UnknownTopicOrPartitionError}:
            known.append({})
            continue
        for error in errors:
            raise error(topic["name"])
        known.append(topic)
    return known


def _checked(outcomes: Mapping[TopicPartition, type[KafkaError]]) -> None:
    for one, error in outcomes.items():
        if error is not NoError:
            raise error(f"{one.topic}/{one.partition}")
