"""A document's way over a real Kafka: the same commands, the same rows, and nothing stops at a broken message."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, cast

import duckdb
import pytest
from kafka import KafkaAdminClient, KafkaProducer

from pipeline.records import DeadLetter, decode, headers
from pipeline.topics import open_topics
from pipeline.topics.base import lag
from pipeline.topics.broker import free_port, running_broker
from tests.conftest import ROOT, Fill, Run

SAMPLES = (str(ROOT / "seeds" / "transcripts"), str(ROOT / "seeds" / "feeds"))
TEXT = "OpenAIは5億ドルを調達した。"


def rows(data: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(data / "tracker.duckdb"), read_only=True) as connection:
        return connection.execute(query).fetchall()


def wait_for(condition: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, what
        time.sleep(0.1)


CLOCK = {
    "mentions": "loaded_at",
    "figures": "said_at, first_seen, loaded_at",
    "alerts": "fired_at",
}
"""Columns that differ from one run to the next, by table."""


@pytest.fixture
def on_kafka(empty_broker: str) -> dict[str, str]:
    return {"KIKIMIMI_TOPICS": f"kafka:{empty_broker}"}


def test_the_same_run_on_kafka_leaves_the_same_rows(
    kikimimi: Run, fill: Fill, tmp_path: Path, on_kafka: dict[str, str]
) -> None:
    kikimimi("run", *SAMPLES)
    done = kikimimi("run", *SAMPLES, **on_kafka, KIKIMIMI_DATA=str(tmp_path / "kafka"))
    assert done.returncode == 0, done.stderr
    for table, clock in CLOCK.items():
        query = f"SELECT * EXCLUDE ({clock}) FROM {table} ORDER BY ALL"
        found = rows(tmp_path / "kafka", query)
        assert found
        assert found == rows(tmp_path / "data", query)
    again = fill(*SAMPLES, **on_kafka, KIKIMIMI_DATA=str(tmp_path / "kafka"))
    assert "No new documents" in again


def test_who_moves_to_kafka_loses_nothing(fill: Fill, tmp_path: Path, on_kafka: dict[str, str]) -> None:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    fill("one.txt")
    (tmp_path / "two.txt").write_text(TEXT + "二つ目だ。", encoding="utf-8")
    fill("two.txt", **on_kafka)  # its offsets on Kafka begin at 0, as those of the file did
    assert rows(tmp_path / "data", "SELECT count(*) FROM documents") == [(2,)]


@pytest.mark.parametrize("topic", ["documents", "extractions"])
def test_a_broken_message_goes_to_dead_letters_with_its_bytes_and_the_stream_goes_on(
    kikimimi: Run, tmp_path: Path, empty_broker: str, on_kafka: dict[str, str], topic: str
) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    kikimimi("collect", "good.txt", **on_kafka)
    open_topics(on_kafka["KIKIMIMI_TOPICS"]).identity(topic)  # makes the topic
    producer = KafkaProducer(bootstrap_servers=empty_broker)
    broken = {
        b"\xff\x00 not json": [("schema", topic.encode()), ("version", b"1")],
        b'{"doc_id": 7}': [("schema", topic.encode()), ("version", b"1")],
        b'{"a": "later version"}': [("schema", topic.encode()), ("version", b"999")],
        b"no headers": [],
        b"headers that are no text": [("schema", b"\xff\xfe"), ("version", b"1")],
    }
    for value, marks in broken.items():
        producer.send(topic, value, key=b"\xff", headers=marks).get(10)
    producer.send(topic, None, key=b"a tombstone").get(10)
    producer.close()
    for stage in ("extract", "load"):
        done = kikimimi("work", stage, "--until-empty", **on_kafka)
        assert done.returncode == 0, done.stderr
    assert rows(tmp_path / "data", "SELECT count(*) FROM documents") == [(1,)]
    topics = open_topics(on_kafka["KIKIMIMI_TOPICS"])
    letters = [
        cast("DeadLetter", decode("dead-letters", stored.message.value, headers("dead-letters")))
        for stored in topics.read("dead-letters", {}, 100)
    ]
    assert {letter.payload for letter in letters} == {*broken, b""}
    assert lag(topics, "extract", "documents") == lag(topics, "load", "extractions") == 0
    topics.close()


def test_a_worker_outlasts_an_outage_with_one_line_and_leaves_its_group_when_told(
    broker: str, environ: dict[str, str], tmp_path: Path, kikimimi: Run
) -> None:
    port = free_port()
    # kafka-python leaves sockets that nobody answered to the garbage collector, which would warn of them
    ours = environ | {"KIKIMIMI_TOPICS": f"kafka:127.0.0.1:{port}", "PYTHONWARNINGS": "ignore"}
    command = [sys.executable, "-m", "pipeline", "work", "extract"]
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "two.txt").write_text(TEXT + "二つ目だ。", encoding="utf-8")
    with ExitStack() as stack:
        first = stack.enter_context(running_broker(tmp_path / "kafka", port))
        kikimimi("collect", "one.txt", KIKIMIMI_TOPICS=ours["KIKIMIMI_TOPICS"])
        worker = subprocess.Popen(
            command, env=ours, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        stack.enter_context(worker)
        stack.callback(worker.kill)
        wait_for(lambda: extracted(port) == 1, "the first document is not extracted")
        # killed before its offsets are there, the worker would rightly extract it twice
        wait_for(lambda: unread(port) == 0, "the group does not move")
        first.kill()
        first.wait()
        assert worker.stderr
        line = worker.stderr.readline()
        assert "Kafka" in line
        assert line.endswith("trying again until it answers\n")
        refused = kikimimi("collect", "two.txt", KIKIMIMI_TOPICS=ours["KIKIMIMI_TOPICS"])
        assert refused.returncode == 1
        assert refused.stderr.count("\n") == 1

        stack.enter_context(running_broker(tmp_path / "kafka", port))
        done = kikimimi("collect", "two.txt", KIKIMIMI_TOPICS=ours["KIKIMIMI_TOPICS"])
        assert "1 new documents" in done.stdout, "what could not be appended is still new"
        wait_for(lambda: extracted(port) == 2, "the second document is not extracted")
        wait_for(lambda: unread(port) == 0, "the group does not move")  # it moves after its results are there
        worker.terminate()
        said, complaints = worker.communicate(timeout=60)
        assert (worker.returncode, said) == (0, "2 documents extracted\n")
        assert complaints == "", "one line an outage"
        admin = KafkaAdminClient(bootstrap_servers=f"127.0.0.1:{port}")
        assert admin.describe_groups(["extract"])["extract"]["members"] == []
        admin.close()


def unread(port: int) -> int:
    topics = open_topics(f"kafka:127.0.0.1:{port}")
    try:
        return lag(topics, "extract", "documents")
    finally:
        topics.close()


def extracted(port: int) -> int:
    topics = open_topics(f"kafka:127.0.0.1:{port}")
    try:
        return sum(topics.ends("extractions").values())
    finally:
        topics.close()
