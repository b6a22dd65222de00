"""Poison: a stored message that cannot be handled in, the dead letter that keeps its bytes out."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Literal

from pipeline.records import DeadLetter
from pipeline.topics.base import LARGEST_KEPT, Message, Stored
from pipeline.topics.envelope import pack


def dead_letter(stored: Stored, stage: Literal["extract", "load"], error: str) -> Message:
    """The message for dead-letters; the same stored message gives the same letter_id for ever."""
    origin = f"{stored.partition.topic}/{stored.partition.number}/{stored.offset}"
    value = stored.message.value
    letter = DeadLetter(
        letter_id=hashlib.sha256(origin.encode() + value).hexdigest()[:32],
        stage=stage,
        origin=origin,
        source="",
        error=error,
        at=datetime.now(UTC),
        size=len(value),
        payload=value[:LARGEST_KEPT],
    )
    return pack("dead-letters", letter.letter_id, letter)
