"""The extract worker: documents in, extractions out; what cannot be extracted becomes a dead letter.

poll → decode → extract → results and position, in one step where the backend can
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from pipeline.errors import Rejected
from pipeline.extract.extractor import Extractor
from pipeline.records import Document, Extraction, decode, encode, headers
from pipeline.topics.base import Message, Stored, Topics
from pipeline.topics.poison import dead_letter

GROUP = "extract"
BATCH = 16
"""Documents a poll: small enough that a kill repeats little, large enough that commits cost little."""
TRIES = 3


def extract_batch(extractor: Extractor, batch: Sequence[Stored]) -> dict[str, list[Message]]:
    """The results of a batch, by topic."""
    results: dict[str, list[Message]] = {"extractions": [], "dead-letters": []}
    for stored in batch:
        topic, message = _result(extractor, stored)
        results[topic].append(message)
    return results


def work(
    topics: Topics,
    extractor: Extractor,
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
            batch = reader.poll(BATCH, wait=0.0 if until_empty else 0.5)
            if not batch and until_empty:
                break
            if batch and reader.done(extract_batch(extractor, batch)):
                worked += len(batch)
                on_progress(len(batch))
    finally:
        reader.close()
    return worked


def _result(extractor: Extractor, stored: Stored) -> tuple[str, Message]:
    try:
        document = cast("Document", decode("documents", stored.message.value, stored.message.headers))
        extraction = _with_tries(extractor, document)
    except Rejected as error:
        return "dead-letters", dead_letter(stored, "extract", str(error))
    return "extractions", Message(document.doc_id, encode(extraction), headers("extractions"))


def _with_tries(extractor: Extractor, document: Document) -> Extraction:
    tries = 1
    while True:
        try:
            return extractor.extract(document)
        except Exception as error:  # a document that breaks the rules must not stop the stream
            if tries == TRIES:
                raise Rejected(f"{document.doc_id} broke the extractor {TRIES} times: {error!r}") from error
            tries += 1
