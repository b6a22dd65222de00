"""The outbox: each alert is told once to each channel, in messages too, and not lost when telling fails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

import pytest
from duckdb import DuckDBPyConnection

from pipeline.alert import outbox as outboxes
from pipeline.alert.outbox import Notice, Outbox
from pipeline.load.run import load
from pipeline.records import Alert, decode, headers
from pipeline.topics import open_topics
from pipeline.topics.base import Message
from pipeline.topics.envelope import pack
from pipeline.warehouse import open_for_writing
from tests.samples import make_document, make_extraction

FIRED = datetime(2025, 2, 3, 12)  # noqa: DTZ001 — as DuckDB's TIMESTAMP


def put(connection: DuckDBPyConnection, number: int, rule: str = "r") -> None:
    """An alert that fired so many hours after the first."""
    connection.execute(
        "INSERT INTO alerts VALUES (?, ?, 'stargate', ?, 'Stargate is named', 'S', 2, ?)",
        [name(number), rule, make_document().doc_id, FIRED + timedelta(hours=number)],
    )


def name(number: int) -> str:
    return f"{number:032x}"


class Topic:
    """What was appended, by topic."""

    def __init__(self) -> None:
        self.batches: list[list[Message]] = []

    def append(self, topic: str, messages: Sequence[Message]) -> None:
        assert topic == "alerts"
        self.batches.append(list(messages))

    @property
    def ids(self) -> list[str]:
        return [message.key for batch in self.batches for message in batch]


@pytest.fixture
def connection(tmp_path: Path, new_file: Path) -> Iterator[DuckDBPyConnection]:
    topics = open_topics(f"embedded:{tmp_path / 'topics.db'}")
    extraction = make_extraction(make_document(title="A title"))
    topics.append("extractions", [pack("extractions", "k", extraction)])
    with open_for_writing(new_file, threads=1) as opened:
        load(topics, opened, lambda _: [])
        topics.close()
        for number in (1, 2):
            put(opened, number)
        yield opened


def test_each_alert_is_told_once_to_each_channel(connection: DuckDBPyConnection) -> None:
    told: list[Notice] = []
    outbox = Outbox(connection)
    assert outbox.tell("console", told.append) == 2
    assert outbox.tell("console", told.append) == 0
    assert [(notice.alert_id, notice.title, notice.document) for notice in told] == [
        (name(1), "Stargate is named", "A title"),
        (name(2), "Stargate is named", "A title"),
    ]
    assert outbox.tell("mail", told.append) == 2
    assert Outbox(connection).tell("console", told.append) == 0, "nor by the next process"


def test_an_alert_that_could_not_be_told_is_told_later(connection: DuckDBPyConnection) -> None:
    def break_down(*_: object) -> None:
        raise ConnectionError

    outbox, told, topic = Outbox(connection), list[Notice](), Topic()
    with pytest.raises(ConnectionError):
        outbox.tell("console", break_down)
    with pytest.raises(ConnectionError):
        outbox.publish("topic", break_down)
    put(connection, 3)
    assert outbox.tell("console", told.append) == 3
    assert outbox.publish("topic", topic.append) == 3


def test_what_fires_later_is_told_too_and_by_its_hour_nothing_is_told_again(
    connection: DuckDBPyConnection,
) -> None:
    outbox, told, topic = Outbox(connection), list[Notice](), Topic()
    for later in (2, 3, 50):  # two in one moment; two days on
        outbox.tell("console", told.append)
        outbox.publish("topic", topic.append)
        put(connection, later + 100)
        connection.execute(
            "UPDATE alerts SET fired_at = ? WHERE alert_id = ?",
            [FIRED + timedelta(hours=later), name(later + 100)],
        )
    assert outbox.tell("console", told.append) == 1
    assert outbox.publish("topic", topic.append) == 1
    expected = [name(1), name(2), name(102), name(103), name(150)]
    assert [notice.alert_id for notice in told] == topic.ids == expected


def test_the_topic_carries_alerts_in_pages_under_their_ids(
    connection: DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3, 6):
        put(connection, number)
    monkeypatch.setattr(outboxes, "_ALERTS", outboxes._ALERTS.replace(f"LIMIT {outboxes.PAGE}", "LIMIT 2"))
    topic = Topic()
    assert Outbox(connection).publish("topic", topic.append) == 5
    assert [len(batch) for batch in topic.batches] == [2, 2, 1]
    assert topic.ids == [name(number) for number in range(1, 6)]
    message = topic.batches[0][0]
    alert = cast("Alert", decode("alerts", message.value, message.headers))
    assert (alert.alert_id, alert.rule, alert.entity, alert.mentions) == (name(1), "r", "stargate", 2)
    assert message.headers == headers("alerts")


def test_the_topic_has_alerts_whose_document_is_gone_and_none_stops_the_others(
    connection: DuckDBPyConnection,
) -> None:
    put(connection, 3, rule="No Slug")
    put(connection, 4)
    connection.execute("DELETE FROM documents")
    topic = Topic()
    assert Outbox(connection).publish("topic", topic.append) == 4
    assert topic.ids == [name(1), name(2), name(4)]
