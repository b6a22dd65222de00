"""Appending once: a topic and a message in; it is on the topic then, and not twice, though a task runs again."""

from __future__ import annotations

from pipeline.topics.base import Message, Partition, Topics

PAGE = 500
"""Messages read at once."""


def append_once(topics: Topics, topic: str, message: Message) -> bool:
    """False where one of this key stands there already. Reads the topic from its start: for topics that stay small."""
    positions: dict[Partition, int] = {}
    while batch := topics.read(topic, positions, PAGE):
        for stored in batch:
            if stored.message.key == message.key:
                return False
            positions[stored.partition] = stored.offset + 1
    topics.append(topic, [message])
    return True
