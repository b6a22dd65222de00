"""The extract worker: documents in, extractions out; what cannot be extracted becomes a dead letter.

poll → extract each → results and position, in one step where the backend can
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pipeline.errors import Rejected
from pipeline.topics.base import Message, Stored, Topics, lag
from pipeline.topics.poison import dead_letter

GROUP = "extract"
BATCH = 16
"""Documents a poll: small enough that a kill repeats little, large enough that commits cost little."""

Extract = Callable[[bytes, Mapping[str, str]], Message]
"""A message's value and headers in, the message for extractions out, or Rejected: read.read_message or a Cell's."""


def work(
    topics: Topics,
    extract: Extract,
    *,
    until_empty: bool,
    stop: Callable[[], bool] = lambda: False,
    on_progress: Callable[[int], None] = lambda _: None,
) -> int:
    """Extracts until told to stop, or until nothing is left; returns how many documents were worked on."""
    reader = topics.reader("documents", GROUP)
    worked = 0
    try:
        while not stop():
            batch = reader.poll(BATCH, wait=0.05 if until_empty else 0.5)
            if not batch and until_empty and not lag(topics, GROUP, "documents"):
                break
            if batch and reader.done(extract_batch(extract, batch)):
                worked += len(batch)
                on_progress(len(batch))
    finally:
        reader.close()
    return worked


def extract_batch(extract: Extract, batch: Sequence[Stored]) -> dict[str, list[Message]]:
    """The results of a batch, by topic."""
    results: dict[str, list[Message]] = {"extractions": [], "dead-letters": []}
    for stored in batch:
        try:
            results["extractions"].append(extract(stored.message.value, stored.message.headers))
        except Rejected as error:
            results["dead-letters"].append(dead_letter(stored, "extract", str(error)))
    return results
