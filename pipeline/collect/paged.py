"""The past of a feed: its address in; the entries of its pages out, the newest page first, as far back as is asked for.

A page links to the one before it (RFC 5005); WordPress links to none and numbers them. Only these are followed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from pipeline.collect.address import canonical_url
from pipeline.collect.feeds import Feed
from pipeline.collect.period import Period
from pipeline.collect.visit import Item, Visit, items_of, original_of
from pipeline.collect.web.learn import wanted_of
from pipeline.collect.web.terms import Reply, bare, refuse_bad_status
from pipeline.errors import KikimimiError, Rejected, Transient
from pipeline.records import Document

if TYPE_CHECKING:
    from pipeline.collect.web.client import Web

MOST = 500
"""Pages of one feed."""
GONE = (404, 410)


class _Step(NamedTuple):
    """The page to read next. linked: another page says that it is there; else it is worth a try. number: from 0."""

    address: str
    linked: bool = True
    number: int = 0


def past_items(visit: Visit, web: Web, period: Period, most: int = MOST) -> Iterator[Item]:
    """The documents of a remote source and of the pages of its past, and a dead letter for each page that is none.

    An entry that stands on several pages is taken as the newest of them has it. Ends behind a page on which all is older
    than the period, or that brings nothing that was not there before; where no page is left, and where one fails.
    """
    step: _Step | None = _Step(visit.source.location)
    visited, known = set[str | None](), set[str]()
    while step:
        if step.number == most:
            problem = f"{bare(visit.source.location)} goes back further than {most} pages"
            remedy = f"go on from there: kikimimi collect {bare(step.address)} --since …"
            visit.failures.append(f"{visit.source.id}: {Rejected(problem, remedy)}")
            return
        if not (reply := _reply(visit, step, web)):
            return
        visited |= {canonical_url(step.address), canonical_url(reply.url)}
        # What a feed gives as its past is a feed, or broken.
        source = replace(visit.source, kind="feed") if step.number else visit.source
        visit.feed = None
        new = [
            item
            for item in items_of(visit, original_of(source, bare(step.address), reply), web.terms.limit)
            if not isinstance(item, Document) or item.doc_id not in known
        ]
        yield from new
        documents = [item for item in new if isinstance(item, Document)]
        if not visit.feed or not documents or all(period.is_behind(one) for one in documents):
            return
        known |= {one.doc_id for one in documents}
        step = _before(step, visit.feed, visited)


def _reply(visit: Visit, step: _Step, web: Web) -> Reply | None:
    """The page; None where the past ends here, or fails, which the visit is told."""
    wanted = wanted_of(visit.source, step.address)
    try:
        reply = web.wait_for(wanted, web.ask(wanted))
        visit.status = visit.status or reply.status
        visit.seconds = (visit.seconds or 0) + reply.seconds
        if step.number and reply.status in GONE:
            return None
        refuse_bad_status(bare(step.address), reply.status)
    except KikimimiError as error:
        if step.number:
            error = Transient(error.problem, "what lies behind it was not read: run it again")
        visit.failures.append(f"{visit.source.id}: {error}")
        return None
    # Where there is no such page, some sites show one for people.
    return reply if step.linked or "html" not in reply.content_type else None


def _before(step: _Step, feed: Feed, visited: set[str | None]) -> _Step | None:
    numbered = (feed.numbered,) if feed.numbered and not feed.older else ()
    for address in (*feed.older, *numbered):
        if canonical_url(address) not in visited:
            return _Step(address, linked=not numbered, number=step.number + 1)
    return None
