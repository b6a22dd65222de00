"""A glance: sources or an address in, what stands there now out. Nothing is appended, noted or followed further."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pipeline.collect.run import agent
from pipeline.collect.sources import Source
from pipeline.collect.visit import Item, Visit, items, items_of, original_of
from pipeline.collect.web.learn import wanted_of
from pipeline.collect.web.terms import Reply, Terms, bare, refuse_bad_status
from pipeline.settings import Settings

if TYPE_CHECKING:
    from pipeline.collect.web.client import Web

PATIENCE = 60.0
"""Seconds for all together, and so many for each of the sources that share a host and wait for one another:"""
IN_TURN = 2.0


def visits(sources: Sequence[Source], settings: Settings) -> Iterator[tuple[Visit, Iterator[Item]]]:
    """A visit of each source and what it draws, in their order; addresses are fetched meanwhile, many at once."""
    limit, remote = settings.max_document, [one for one in sources if one.remote]
    if not remote:
        for source in sources:
            visit = Visit(source)
            yield visit, items(visit, limit)
        return
    from pipeline.collect.web.client import open_web

    with open_web(_terms(settings, remote)) as web:
        begun = [_begun(source, web) if source.remote else Visit(source) for source in sources]
        for visit in begun:
            yield visit, items(visit, limit)


def reply_of(source: Source, settings: Settings) -> Reply:
    """What its address answers. Raises Transient or Rejected where that is not the content."""
    from pipeline.collect.web.client import open_web

    with open_web(_terms(settings, [source])) as web:
        wanted = wanted_of(source, source.location)
        reply = web.wait_for(wanted, web.ask(wanted))
    refuse_bad_status(bare(source.location), reply.status)
    return reply


def reread(source: Source, reply: Reply, settings: Settings) -> tuple[Visit, Iterator[Item]]:
    """The same for a reply that is here already, read as the source says."""
    visit = Visit(source, status=reply.status, seconds=reply.seconds)
    return visit, items_of(visit, original_of(source, bare(source.location), reply), settings.max_document)


def _begun(source: Source, web: Web) -> Visit:
    wanted = wanted_of(source, source.location)
    return Visit(source, partial(web.wait_for, wanted, web.ask(wanted)))


def _terms(settings: Settings, sources: Sequence[Source]) -> Terms:
    hosts = Counter(urlsplit(one.location).hostname for one in sources)
    deadline = monotonic() + PATIENCE + IN_TURN * max(hosts.values())
    return Terms(agent(settings.contact), settings.max_document, deadline)
