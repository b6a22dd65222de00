"""The tracker on a real Kafka: it says when Kafka is away, answers all the same, goes on, and leaves when told."""

from __future__ import annotations

import signal
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from pipeline.topics.broker import running_broker
from tests.serve.conftest import Place, Running, free_port, naming, wait_for


@pytest.mark.usefixtures("broker")  # which skips where no Kafka can be had
def test_an_outage_of_kafka_is_said_outlasted_and_no_hindrance_to_leaving(tmp_path: Path) -> None:
    port = free_port()
    # kafka-python leaves sockets that nobody answered to the garbage collector, which would warn of them
    place = Place(
        tmp_path / "data", {"KIKIMIMI_TOPICS": f"kafka:127.0.0.1:{port}", "PYTHONWARNINGS": "ignore"}
    )
    with ExitStack() as stack:
        first = stack.enter_context(running_broker(tmp_path / "kafka", port))
        place.feed(naming("one"))
        tracker = Running(place.start())
        stack.callback(tracker.close)
        tracker.wait_for_line("Kikimimi is ready")
        wait_for(lambda: place.get("/readyz").status_code == 200, "it is ready")
        assert place.status()["tables"]["documents"] == 1
        wait_for(lambda: len(place.published()) == 1, "the alert is on the topic")

        first.kill()
        first.wait()
        wait_for(lambda: place.get("/readyz").status_code == 503, "it says that Kafka is away")
        assert "Kafka" in place.get("/readyz").json()["reason"]
        began = time.monotonic()
        for path in ("/healthz", "/metrics", "/api/v1/status"):
            assert place.get(path).status_code == 200
        assert time.monotonic() - began < 2, "who asks does not wait for Kafka"

        second = stack.enter_context(running_broker(tmp_path / "kafka", port))
        place.feed(naming("two"))
        place.wait_for_rows("documents", 2)
        wait_for(lambda: len(place.published()) == 2, "the second alert is on the topic")
        wait_for(lambda: place.get("/readyz").status_code == 200, "it is ready again", 60)

        second.kill()
        second.wait()
        wait_for(lambda: place.get("/readyz").status_code == 503, "it says so again")
        tracker.process.send_signal(signal.SIGTERM)
        assert tracker.process.wait(20) == 0
        tracker.close()
        assert len(tracker.complaints.splitlines()) in (1, 2), (
            "one line an outage, if it had noticed the second"
        )
