"""Once more: a dead letter of this room in, its documents on the topic out, read as this program now reads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.collect.found import Original
from pipeline.collect.seen import STATE, append_new, logs_of
from pipeline.collect.sources import Source, is_address, sources_from
from pipeline.collect.state import open_state
from pipeline.collect.visit import Visit, items_of
from pipeline.errors import Rejected
from pipeline.records import DeadLetter
from pipeline.settings import Settings
from pipeline.topics.base import Topics


def recollect(topics: Topics, settings: Settings, sources: Sequence[Source], letter: DeadLetter) -> None:
    """Reads the letter's bytes again, as of when they were read first: what is known since then stays the newest.

    Raises Rejected, with nothing appended, where they are as bad as before.
    sources: those of sources.yaml; a letter from elsewhere is read as if its path or address had been named.
    """
    known = [source for source in sources if source.id == letter.source]
    (source,) = known[:1] or sources_from([letter.origin])
    remote = is_address(letter.origin)
    original = Original(
        source=source,
        origin=letter.origin,
        data=letter.payload,
        size=letter.size,
        path=None if remote else Path(letter.origin),
        url=letter.origin if remote else None,
        captured=letter.at,
    )
    documents = []
    for item in items_of(Visit(source), original, settings.max_document):
        if isinstance(item, DeadLetter):
            raise Rejected(item.error)
        documents.append(item)
    with open_state(settings.data / STATE, logs_of(topics)) as state:
        append_new(state, topics, documents, past=True)
