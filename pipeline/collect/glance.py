"""A glance: sources or an address in, what stands there now out. Nothing is appended, noted or followed further."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from functools import partial
from math import ceil
from time import monotonic

from pipeline.collect.run import agent
from pipeline.collect.sources import Source
from pipeline.collect.visit import Item, Visit, items, items_of, original_of
from pipeline.collect.web.learn import wanted_of
from pipeline.collect.web.terms import Reply, Terms, bare, refuse_bad_status
from pipeline.settings import Settings

AT_ONCE = 100
"""Addresses that surely are asked side by side: as long as a server may take, so long may each hundred."""


def visits(
    sources: Sequence[Source], settings: Settings
) -> Generator[tuple[Visit, Iterator[Item]], None, None]:
    """A visit of each source and what it draws, in their order; addresses are fetched meanwhile, all at once."""
    from pipeline.collect.web.client import open_web

    with open_web(_terms(settings, len(sources))) as web:
        asked = {}
        for source in sources:
            if source.remote:
                wanted = wanted_of(source, source.location)
                asked[source.id] = partial(web.wait_for, wanted, web.ask(wanted))
        for source in sources:
            visit = Visit(source, asked.get(source.id))
            yield visit, items(visit, settings.max_document)


def reply_of(source: Source, settings: Settings) -> Reply:
    """What its address answers. Raises Transient or Rejected where that is not the content."""
    from pipeline.collect.web.client import open_web

    wanted = wanted_of(source, source.location)
    with open_web(_terms(settings, 1)) as web:
        reply = web.wait_for(wanted, web.ask(wanted))
    refuse_bad_status(bare(source.location), reply.status)
    return reply


def reread(source: Source, reply: Reply, settings: Settings) -> tuple[Visit, Iterator[Item]]:
    """The same for a reply that is here already, read as the source says."""
    visit = Visit(source, status=reply.status, seconds=reply.seconds)
    return visit, items_of(visit, original_of(source, bare(source.location), reply), settings.max_document)


def _terms(settings: Settings, addresses: int) -> Terms:
    """Time enough for each to be as slow as a server may be."""
    terms = Terms(agent(settings.contact), settings.max_document, monotonic())
    longest = terms.total * max(1, ceil(addresses / AT_ONCE)) + terms.delay * addresses
    return Terms(terms.agent, terms.limit, terms.deadline + longest)
