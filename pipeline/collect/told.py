"""What a fetch tells operators beyond its outcome: the visit and what is known after it in, the Fetch with that out."""

from __future__ import annotations

from datetime import datetime

import msgspec

from pipeline.collect.visit import Visit
from pipeline.collect.web.learn import UNCHANGED
from pipeline.collect.web.memory import Memory
from pipeline.collect.web.pace import next_due, retry_after
from pipeline.records import Fetch


def with_facts(fetch: Fetch, visit: Visit, memory: Memory | None, began: datetime, entries: int) -> Fetch:
    """memory: what is known after the visit; None of one that leaves nothing to know. entries: documents that stood there."""
    reply = visit.answer
    unread = fetch.outcome == "failed" or fetch.status == UNCHANGED
    told = msgspec.structs.replace(
        fetch, entries=None if unread else entries, size=len(reply.body) if reply else None
    )
    if memory is None:
        return told
    asked = retry_after(reply.header("retry-after"), began) if reply and fetch.outcome == "failed" else None
    return msgspec.structs.replace(
        told,
        retry_after=asked.total_seconds() if asked else None,
        moved_to=memory.moved or None,
        next_due=next_due(visit.source.every, memory, began),
        waits_until=memory.until,
        gone=memory.gone,
    )
