"""What a DAG run is told of a message on `alerts`."""

from __future__ import annotations

import pytest

from pipeline.records import Alert, encode, headers
from pipeline.scheduled.messages import alert_of

ALERT = Alert(
    alert_id="0" * 32, kind="digest", rule="digest", title="Digest", sentence="Two alerts.", body="# Digest"
)


class Message:
    """As confluent-kafka hands it over."""

    def __init__(self, value: bytes | None, marks: list[tuple[str, bytes]] | None) -> None:
        self._value, self._marks = value, marks

    def value(self) -> bytes | None:
        return self._value

    def headers(self) -> list[tuple[str, bytes]] | None:
        return self._marks


MARKS = [(key, value.encode()) for key, value in headers("alerts").items()]


def test_an_alert_is_told_without_its_body_and_what_is_null() -> None:
    assert alert_of(Message(encode(ALERT), MARKS)) == {
        "alert_id": "0" * 32,
        "kind": "digest",
        "rule": "digest",
        "title": "Digest",
        "sentence": "Two alerts.",
    }


@pytest.mark.parametrize(
    ("value", "marks"),
    [(b"{", MARKS), (None, MARKS), (encode(ALERT), None), (encode(ALERT), [("version", b"\xff")])],
    ids=["broken", "empty", "without headers", "with broken headers"],
)
def test_what_is_no_alert_starts_no_run(value: bytes | None, marks: list[tuple[str, bytes]] | None) -> None:
    assert alert_of(Message(value, marks)) is None
