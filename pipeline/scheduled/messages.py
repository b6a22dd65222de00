"""Messages of the topic `alerts` in, what a DAG run is told of each out. Airflow's triggerer calls `alert_of`."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from contextlib import closing
from typing import Any, Protocol, cast

from pipeline.errors import Rejected
from pipeline.scheduled.connections import settings_of_task

log = logging.getLogger(__name__)
TOPIC = "alerts"


class KafkaMessage(Protocol):
    """What Airflow's Kafka provider hands over: a message of confluent-kafka."""

    def value(self) -> bytes | None: ...

    def headers(self) -> list[tuple[str, bytes]] | None: ...


def alert_of(message: KafkaMessage) -> dict[str, Any] | None:
    """The alert that a message holds; None for what is no alert."""
    marks = {key: value.decode("utf-8", "replace") for key, value in message.headers() or ()}
    return read_alert(message.value() or b"", marks)


def newest_alert() -> list[dict[str, Any]]:
    """The alert that was told last, to try an action on; [] where there is none."""
    from pipeline.round import open_topics_of

    with closing(open_topics_of(settings_of_task())) as topics:
        last = {partition: end - 1 for partition, end in topics.ends(TOPIC).items() if end}
        messages = [
            one for one in topics.read(TOPIC, last, len(last) or 1) if one.offset == last.get(one.partition)
        ]
    newest = max(messages, key=lambda one: one.at, default=None)
    alert = read_alert(newest.message.value, newest.message.headers) if newest else None
    return [alert] if alert else []


def read_alert(value: bytes, marks: Mapping[str, str]) -> dict[str, Any] | None:
    """Without its body and what is null, since an event is kept in Airflow's tables."""
    import msgspec

    from pipeline.records import decode

    try:
        alert = decode(TOPIC, value, marks)
    except Rejected as error:
        log.warning("passed over: %s", error)
        return None
    told = cast("dict[str, Any]", msgspec.to_builtins(alert))
    return {key: value for key, value in told.items() if key != "body" and value is not None}


def say(alert: Mapping[str, Any]) -> str:
    """Writes the alert to the task's log, and returns its title."""
    log.warning("%s: %s", alert["title"], alert["sentence"])
    return str(alert["title"])
