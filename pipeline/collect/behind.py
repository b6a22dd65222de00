"""Behind entries: what a visit of a feed draws in; the same out, with the texts of pages where they are better.

A summary that is new waits for its page, and is drawn as it is where the page cannot be had in this round. Those of earlier
rounds whose turn it is are asked for too, and come as a further revision where they are better. Nothing is noted here: that
is for when the documents stand on their topic, so that a kill costs requests and no text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from sqlite3 import Connection
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pipeline.collect.address import canonical_url
from pipeline.collect.forms import read_original
from pipeline.collect.found import Found, Original
from pipeline.collect.full_text import Why, better_of
from pipeline.collect.future import without_future
from pipeline.collect.identity import make_document
from pipeline.collect.seen import FEED_REVISION
from pipeline.collect.sources import Source
from pipeline.collect.summaries import is_brief, wants_page
from pipeline.collect.visit import Item, Read, Visit, items, original_of
from pipeline.collect.waits import MOST, Noted, Wait, after_try, chosen_waits, due_waits, is_noted, note_waits
from pipeline.collect.web.learn import UNCHANGED, wanted_of, with_credentials
from pipeline.collect.web.pace import retry_after
from pipeline.collect.web.terms import PutOff, Reply, Wanted, bare, refuse_bad_status
from pipeline.errors import KikimimiError, Rejected, Transient
from pipeline.records import Document
from pipeline.topics.envelope import pack

if TYPE_CHECKING:
    from pipeline.collect.web.client import Web

BUSY = (429, 503)
SPARE = 15.0
"""Seconds after the end of a round within which pages that have come are read, where the processor is busy with others."""
_WRONG: dict[Why, str] = {
    "error": "shows an error",
    "wall": "shows a wall of cookies",
    "teaser": "shows no more than a teaser",
    "other": "is about something else",
}


@dataclass(slots=True)
class Page:
    """A page that was asked for. place: of its summary among what was drawn; None where that came in an earlier round."""

    wait: Wait
    wanted: Wanted
    reply: Future[Reply]
    place: int | None


@dataclass(slots=True)
class Drawn:
    """What a visit draws. waiting: pages without an answer. read: how many had one. failures: of these, why some are of
    no use. peace: for how long their servers want to be left alone."""

    visit: Visit
    items: list[Item]
    waiting: list[Page] = field(default_factory=list)
    read: int = 0
    failures: list[str] = field(default_factory=list)
    peace: timedelta = timedelta()


def draw(state: Connection, visit: Visit, web: Web, answered: Callable[[], None], most: int = MOST) -> Drawn:
    """What the feed that has answered holds; of the pages that it wants, so many are asked for, and `answered` is called
    for each."""
    drawn, now = Drawn(visit, list(items(visit, web.terms.limit))), datetime.now(UTC)
    if visit.source.full_text == "never" or (visit.feed is None and visit.status != UNCHANGED):
        return drawn
    summary_in, places, fresh = _finder(state, visit), dict[str, int](), list[Wait]()
    for place, item in enumerate(drawn.items):
        if wait := summary_in(item, now):
            places[wait.doc_id] = place
            fresh.append(wait)
    over = monotonic() >= web.terms.deadline
    chosen = chosen_waits(fresh, due_waits(state, visit.source.id, now), 0 if over else most)
    for wait in chosen:
        wanted = _wanted(visit.source, wait.found.url or "")
        reply = web.ask(wanted)
        drawn.waiting.append(Page(wait, wanted, reply, places.pop(wait.doc_id, None)))
        reply.add_done_callback(lambda _: answered())
    visit.noted += (Noted(wait, now) for wait in fresh if wait.doc_id in places)
    return drawn


def go_on(drawn: Drawn, web: Web, *, over: bool = False) -> bool:
    """Reads the pages that have answered, or where the round is over gives up the others; whether it was all."""
    for page in [one for one in drawn.waiting if over or one.reply.done()]:
        drawn.waiting.remove(page)
        _settle(drawn, page, web, datetime.now(UTC))
    if drawn.waiting:
        return False
    visit, failed = drawn.visit, drawn.failures
    if failed:
        more = f" (and {len(failed) - 1} more)" if failed[1:] else ""
        of = f"{len(failed)} of {drawn.read} pages behind its entries"
        visit.news.append(
            f"{visit.source.id}: {of} could not be read, the summaries stand: {failed[0]}{more}"
        )
    if drawn.peace:
        until = datetime.now(UTC) + drawn.peace
        visit.noted = [replace(one, at=one.at and max(one.at, until)) for one in visit.noted]
    return True


def put_by(state: Connection, visit: Visit, drawn: Iterable[Item]) -> Iterator[Item]:
    """The items of a backfill as they are; summaries among them wait for rounds to come, in which their pages are read."""
    feed, summary_in = visit.feed, _finder(state, visit)
    for item in drawn:
        if visit.feed is not feed:
            feed, summary_in = visit.feed, _finder(state, visit)
        if wait := summary_in(item, datetime.now(UTC)):
            visit.noted.append(Noted(wait, wait.since))
        yield item


def note_pages(state: Connection, visits: Iterable[Visit]) -> None:
    """Remembers what these visits know of pages, when what they drew stands on its topic."""
    note_waits(state, [(visit.source.id, one) for visit in visits for one in visit.noted])


def _finder(state: Connection, visit: Visit) -> Callable[[Item, datetime], Wait | None]:
    """What tells of an item of the feed that was read last whether it is a summary whose page nobody has asked for yet."""
    source, entries = visit.source, visit.feed.found if visit.feed else []
    brief, by_address = is_brief(entries), {canonical_url(one.url): one for one in entries if one.url}

    def summary_in(item: Item, now: datetime) -> Wait | None:
        found = by_address.get(item.url) if isinstance(item, Document) and item.url else None
        if not isinstance(item, Document) or not found:
            return None
        if not wants_page(found, source.full_text, brief=brief) or is_noted(state, item):
            return None
        return Wait(item.doc_id, item.revision, replace(found, url=bare(found.url or "")), now)

    return summary_in


def _wanted(source: Source, url: str) -> Wanted:
    """The password of a source goes to its own host only, and on that only robots.txt may be ignored."""
    same = urlsplit(url).hostname == urlsplit(source.location).hostname
    address = with_credentials(url, source.location)
    return wanted_of(source if same else replace(source, robots="obey"), address)


def _settle(drawn: Drawn, page: Page, web: Web, now: datetime) -> None:
    wait, noted = page.wait, drawn.visit.noted
    if monotonic() > web.terms.deadline + SPARE:
        noted.append(Noted(wait, now))
        return
    try:
        reply = web.wait_for(page.wanted, page.reply)
        if reply.status in BUSY:
            drawn.peace = max(drawn.peace, retry_after(reply.header("retry-after"), now))
        address = bare(wait.found.url or "")
        refuse_bad_status(address, reply.status)
        original = original_of(replace(drawn.visit.source, kind="file"), address, reply)
        document = page_document(original, wait, web.terms.limit, now)
    except PutOff:
        noted.append(Noted(wait, now))
        return
    except KikimimiError as error:
        if isinstance(error, Transient) and monotonic() >= web.terms.deadline:  # it had no time
            noted.append(Noted(wait, now))
            return
        drawn.failures.append(error.problem)
        noted.append(after_try(wait, now))
    else:
        noted.append(Noted(wait, None))
        if document:
            _note_read(drawn, Read(original, reply, now, [document], wait), page.place)
        if document and page.place is not None:
            drawn.items[page.place] = document
        elif document:
            drawn.items.append(document)
    drawn.read += 1


def _note_read(drawn: Drawn, read: Read, place: int | None) -> None:
    """For an archive: the page has brought the document, and not the feed its summary."""
    for one in drawn.visit.read if place is not None else ():
        one.documents[:] = [document for document in one.documents if document is not drawn.items[place or 0]]
    drawn.visit.read.append(read)


def page_document(original: Original, wait: Wait, limit: int, now: datetime) -> Document | None:
    """The entry with the text of its page; None where that is no better. Raises where the page is none of it."""
    source, address = original.source, original.origin
    page = _read(original, limit, now)
    found, why = better_of(wait.found, page)
    if why in _WRONG:
        raise Rejected(f"{address} {_WRONG[why]}")
    if why == "whole":
        return None
    meta = found.meta | {FEED_REVISION: wait.entry}
    own = canonical_url(page.url or "")
    if own and own != canonical_url(address):
        meta["page"] = own
    document = make_document(replace(found, meta=meta), source, now)
    pack("documents", document.doc_id, document)
    return document


def _read(original: Original, limit: int, now: datetime) -> Found:
    address = original.origin
    try:
        read = without_future(read_original(original, limit), now).found
    except KikimimiError:
        raise
    except Exception as error:  # whatever a parser trips over in foreign bytes
        raise Rejected(f"{address} cannot be read: {type(error).__name__}: {error}", "report it") from error
    if len(read) != 1 or read[0].kind != "article":
        raise Rejected(f"{address} is no page of a text")
    return read[0]
