"""Topics: open the backend that KIKIMIMI_TOPICS names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pipeline.errors import Misconfigured
from pipeline.topics.base import Topics


def open_topics(address: str, kafka: Mapping[str, str] | None = None, partitions: int = 8) -> Topics:
    """The topics at "embedded:PATH" or "kafka:HOST:PORT[,HOST:PORT]".

    On Kafka `kafka` holds TLS and SASL settings by kafka-python's names, and new topics get so many partitions.
    Raises Misconfigured for an address of another form.
    """
    scheme, _, place = address.partition(":")
    if scheme == "embedded" and place:
        from pipeline.topics.embedded import EmbeddedTopics

        return EmbeddedTopics(Path(place))
    if scheme == "kafka" and all(_is_server(server) for server in place.split(",")):
        from pipeline.topics.kafka import KafkaTopics

        return KafkaTopics(place, kafka or {}, partitions)
    raise Misconfigured(
        f"KIKIMIMI_TOPICS={address} is not known",
        "use embedded:PATH, as in embedded:data/topics.db, or kafka:HOST:PORT, as in kafka:localhost:9092",
    )


def _is_server(server: str) -> bool:
    host, _, port = server.rpartition(":")
    return bool(host) and port.isdecimal()
