"""Kafka beyond the contract: how topics are made, who may come in, and what is said when the cluster is away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from kafka import ConsumerGroupMetadata, KafkaAdminClient, TopicPartition
from kafka.admin import ConfigResource, ConfigResourceType
from kafka.structs import MemberState

from pipeline.errors import Misconfigured, Transient
from pipeline.topics import open_topics
from pipeline.topics.base import LARGEST, Message, Topics, lag
from pipeline.topics.broker import free_port, running_broker
from pipeline.topics.kafka_reader import KafkaReader

DAY = 24 * 3600 * 1000


def settings_of(broker: str, topic: str) -> dict[str, str]:
    admin = KafkaAdminClient(bootstrap_servers=broker)
    try:
        found = admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic)])
    finally:
        admin.close()
    return {name: one["value"] for name, one in found["topic"][topic].items()}


def test_topics_are_made_with_their_partitions_and_retention(empty_broker: str) -> None:
    topics = open_topics(f"kafka:{empty_broker}", {}, partitions=3)
    for name in ("documents", "dead-letters", "edits"):
        topics.append(name, [Message("k", b"v")])
    assert len(topics.ends("documents")) == 3
    topics.close()
    kept = {
        name: int(settings_of(empty_broker, name)["retention.ms"])
        for name in ("documents", "dead-letters", "edits")
    }
    assert kept == {"documents": 30 * DAY, "dead-letters": 365 * DAY, "edits": -1}
    assert int(settings_of(empty_broker, "documents")["max.message.bytes"]) == LARGEST


def test_a_topic_that_is_there_is_left_as_it_is(empty_broker: str) -> None:
    admin = KafkaAdminClient(bootstrap_servers=empty_broker)
    admin.create_topics({"documents": {"num_partitions": 2, "configs": {"retention.ms": "1234567"}}})
    admin.close()
    topics = open_topics(f"kafka:{empty_broker}")
    topics.append("documents", [Message(str(number), b"v") for number in range(20)])
    assert len(topics.ends("documents")) == 2
    topics.close()
    assert settings_of(empty_broker, "documents")["retention.ms"] == "1234567"


def test_messages_that_have_expired_are_neither_waited_for_nor_counted(empty_broker: str) -> None:
    topics = open_topics(f"kafka:{empty_broker}", {}, partitions=1)
    topics.append("t", [Message("k", str(number).encode()) for number in range(20)])
    admin = KafkaAdminClient(bootstrap_servers=empty_broker)
    (one,) = topics.ends("t")
    admin.delete_records({TopicPartition(*one): 15})
    admin.close()
    assert topics.committed("g", "t") == {one: 15}
    tail = topics.tail(("t",), {})
    assert tail.behind() == 5
    assert [int(stored.message.value) for stored in topics.read("t", {}, 100)] == list(range(15, 20))
    topics.commit("g", {one: 20})
    assert topics.committed("g", "t") == {one: 20}
    topics.close()


def test_a_member_whose_join_was_forgotten_joins_anew(
    empty_broker: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    topics = open_topics(f"kafka:{empty_broker}")
    topics.append("t", [Message(str(number), b"v") for number in range(10)])
    reader = cast("KafkaReader", topics.reader("t", "g"))
    assert reader.poll(100, 10.0)
    forgotten = ConsumerGroupMetadata("g", 1, "member", None, MemberState.REBALANCING)
    monkeypatch.setattr(reader._consumer, "group_metadata", lambda: forgotten)
    assert reader.poll(100, 10.0) == [], "messages came to a member that can commit none"
    found = 0
    while batch := reader.poll(100, 10.0 if found < 10 else 0.1):
        found += len(batch)
        assert reader.done({})
    assert found == 10
    assert lag(topics, "g", "t") == 0
    topics.close()


def test_partitions_that_are_added_are_read_too(empty_broker: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.topics.kafka_tail.LOOK", 0.0)
    topics = open_topics(f"kafka:{empty_broker}", {}, partitions=1)
    topics.append("t", [Message("k", b"first")])
    tail = topics.tail(("t",), {})
    assert [stored.message.value for stored in tail.poll(10, 10.0)] == [b"first"]
    admin = KafkaAdminClient(bootstrap_servers=empty_broker)
    admin.create_partitions({"t": 4})
    admin.wait_for_topics(["t"])
    admin.close()
    again = open_topics(f"kafka:{empty_broker}")
    again.append("t", [Message(str(number), b"more") for number in range(20)])
    assert len([place for place in again.ends("t").values() if place]) > 1
    found = 0
    while batch := tail.poll(100, 5.0 if found < 20 else 0.1):
        found += len(batch)
    assert found == 20
    again.close()
    topics.close()


@pytest.mark.parametrize(
    "call",
    [
        lambda topics: topics.append("t", [Message("k", b"v")]),
        lambda topics: topics.read("t", {}, 1),
        lambda topics: topics.reader("t", "g"),
        lambda topics: topics.tail(("t",), {}),
        lambda topics: topics.list(),
    ],
    ids=["append", "read", "reader", "tail", "list"],
)
def test_a_cluster_that_is_away_is_one_line_with_the_reason(call: Callable[[Topics], object]) -> None:
    topics = open_topics(f"kafka:127.0.0.1:{free_port()}")
    with pytest.raises(
        Transient, match=r"cannot be reached \(127.0.0.1:\d+: Connection refused\); is it running"
    ):
        call(topics)
    topics.close()


@pytest.mark.parametrize("address", ["kafka:", "kafka:host", "kafka:host:port", "kafka:a:1,b", "rabbit:a:1"])
def test_an_address_of_another_form_is_refused_with_the_right_one(address: str) -> None:
    with pytest.raises(Misconfigured, match=r"use embedded:PATH.*kafka:HOST:PORT"):
        open_topics(address)


def test_readers_and_writers_notice_that_the_broker_died_and_go_on_when_it_is_back(
    broker: str, tmp_path: Path
) -> None:
    port = free_port()
    with running_broker(tmp_path, port) as process:
        topics = open_topics(f"kafka:127.0.0.1:{port}")
        topics.append("t", [Message("k", b"before")])
        reader, tail = topics.reader("t", "g"), topics.tail(("t",), {})
        assert reader.poll(10, 10.0)
        assert reader.done({})
        assert tail.poll(10, 10.0)
        process.kill()
        process.wait()
        for act in (
            lambda: topics.append("t", [Message("k", b"lost")]),
            lambda: [reader.poll(10, 0.5) for _ in range(10)],
            lambda: [tail.poll(10, 0.5) for _ in range(10)],
        ):
            with pytest.raises(Transient):
                act()
        reader.close()
        tail.close()
    with running_broker(tmp_path, port):
        topics.append("t", [Message("k", b"after")])
        values = [stored.message.value for stored in topics.read("t", {}, 10)]
        assert values in ([b"before", b"after"], [b"before", b"lost", b"after"]), (
            "an append that failed may have arrived"
        )
        topics.close()
