"""How topics are made on a Kafka cluster: a topic's name in, its partitions and settings out.

Replication and min.insync.replicas are the cluster's own: its operator knows how many brokers there are. A topic that is
there already is left as it is, so what an operator has changed stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.topics.base import LARGEST

DAY = 24 * 3600 * 1000
RETENTION_DAYS: Mapping[str, int | None] = {
    "documents": 30,
    "extractions": 30,
    "fetches": 7,
    "verdicts": 30,
    "alerts": 30,
    "edits": None,
    "dead-letters": 365,
}
"""How long messages are kept: what can be collected again a month, dead letters until people have looked, edits for ever."""


def topic_settings(topic: str, partitions: int) -> dict[str, Any]:
    """What kafka-python's create_topics wants to know of this topic."""
    days = RETENTION_DAYS.get(topic, 30)
    retention = -1 if days is None else days * DAY
    return {
        "num_partitions": partitions,
        "configs": {"retention.ms": str(retention), "max.message.bytes": str(LARGEST)},
    }
