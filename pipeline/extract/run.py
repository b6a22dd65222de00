"""The extract worker: documents in, extractions out; what cannot be extracted becomes a dead letter.

poll → extract each → results and position, in one step where the backend can
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial

from pipeline.errors import Rejected
from pipeline.topics.base import Message, Stored, Topics, lag
from pipeline.topics.poison import dead_letter

GROUP = "extract"
BATCH = 16
"""Documents a poll for each that is read at once: small enough that a kill repeats little, large enough that commits cost little."""

Extract = Callable[[bytes, Mapping[str, str]], Message]
"""A message's value and headers in, the message for extractions out, or Rejected: read.read_message or that of Cells."""


def work(
    topics: Topics,
    extract: Extract,
    *,
    until_empty: bool,
    at_once: int = 1,
    stop: Callable[[], bool] = lambda: False,
    on_progress: Callable[[int], None] = lambda _: None,
) -> int:
    """Extracts until told to stop, or until nothing is left; returns how many documents were worked on.

    at_once: calls of `extract` that may go on at the same time.
    """
    reader = topics.reader("documents", GROUP)
    worked = 0
    with closing(reader), ThreadPoolExecutor(at_once) as threads:
        while not stop():
            batch = reader.poll(BATCH * at_once, wait=0.05 if until_empty else 0.5)
            if not batch and until_empty and not lag(topics, GROUP, "documents"):
                break
            if batch and reader.done(_by_topic(threads.map(partial(_extracted, extract), batch))):
                worked += len(batch)
                on_progress(len(batch))
    return worked


def _extracted(extract: Extract, stored: Stored) -> tuple[str, Message]:
    """The topic and the message for it."""
    try:
        return "extractions", extract(stored.message.value, stored.message.headers)
    except Rejected as error:
        return "dead-letters", dead_letter(stored, "extract", str(error))


def _by_topic(results: Iterable[tuple[str, Message]]) -> dict[str, list[Message]]:
    found: dict[str, list[Message]] = {"extractions": [], "dead-letters": []}
    for topic, message in results:
        found[topic].append(message)
    return found
