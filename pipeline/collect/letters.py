"""Dead letters of this room: an original that cannot be handled in, the letter that keeps its bytes out."""

from __future__ import annotations

from datetime import datetime

from pipeline.collect.found import Original
from pipeline.collect.identity import digest
from pipeline.records import DeadLetter
from pipeline.topics.base import LARGEST_KEPT


def write_letter(original: Original, error: str, now: datetime) -> DeadLetter:
    """The letter; the same bytes from the same place give the same letter_id for ever. It keeps LARGEST_KEPT at most."""
    return DeadLetter(
        letter_id=digest(original.origin.encode() + b"\n" + original.data),
        stage="collect",
        origin=original.origin,
        source=original.source.id,
        error=error,
        at=now,
        size=len(original.data) if original.size is None else original.size,
        payload=original.data[:LARGEST_KEPT],
    )
