"""A glance: sources or an address in, what stands there now out. Nothing is appended, noted or followed further."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from time import monotonic

from pipeline.collect.fetch import (
    AT_ONCE,
    CONNECT,
    READ,
    Reply,
    Terms,
    refuse_bad_status,
    start_fetches,
    wait_for,
)
from pipeline.collect.run import agent
from pipeline.collect.sources import Source
from pipeline.collect.visit import Item, Visit, items, items_of, original_of
from pipeline.settings import Settings


def visits(sources: Sequence[Source], settings: Settings) -> Iterator[tuple[Visit, Iterator[Item]]]:
    """A visit of each source and what it draws, in their order; addresses are fetched meanwhile, several at once."""
    terms = _terms(settings, len(sources))
    replies = start_fetches((source.location for source in sources if source.remote), terms)
    for source in sources:
        visit = Visit(source, replies.get(source.location))
        yield visit, items(visit, terms)


def reply_of(source: Source, settings: Settings) -> Reply:
    """What its address answers. Raises Transient or Rejected where that is not the content."""
    terms = _terms(settings, 1)
    reply = wait_for(source.location, start_fetches([source.location], terms)[source.location], terms)
    refuse_bad_status(source.location, reply.status)
    return reply


def reread(source: Source, reply: Reply, settings: Settings) -> tuple[Visit, Iterator[Item]]:
    """The same for a reply that is here already, read as the source says."""
    visit = Visit(source, status=reply.status, seconds=reply.seconds)
    return visit, items_of(visit, original_of(source, source.location, reply), settings.max_document)


def _terms(settings: Settings, addresses: int) -> Terms:
    """Time enough for each to be as slow as a server may be."""
    longest = (CONNECT + READ) * max(1, ceil(addresses / AT_ONCE))
    return Terms(agent(settings.contact), settings.max_document, monotonic() + longest)
