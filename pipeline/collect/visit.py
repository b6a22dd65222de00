"""A visit: one source in, its documents and dead letters out, and what went wrong on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from pipeline.collect.feeds import Feed
from pipeline.collect.files import list_files, read_bytes, shown
from pipeline.collect.forms import read_original
from pipeline.collect.found import Original
from pipeline.collect.future import without_future
from pipeline.collect.identity import make_document
from pipeline.collect.letters import write_letter
from pipeline.collect.sources import Source
from pipeline.collect.waits import Noted, Wait
from pipeline.collect.web.learn import UNCHANGED
from pipeline.collect.web.memory import Memory, is_full
from pipeline.collect.web.terms import PutOff, Reply, bare, refuse_bad_status
from pipeline.errors import KikimimiError, Rejected
from pipeline.records import DeadLetter, Document
from pipeline.topics.envelope import pack

Item = Document | DeadLetter


@dataclass(frozen=True, slots=True)
class Read:
    """A reply that was read, and the documents that it holds. at: when. wait: of a page, the entry that led to it."""

    original: Original
    reply: Reply
    at: datetime
    documents: list[Document]
    wait: Wait | None = None


@dataclass
class Visit:
    """One source in one round. reply: waits for that of a remote source, begun already. memory: what is known of it.
    The rest is known when all items are drawn.

    answer: its reply, where one came. put_off: it was not asked, for now; nothing is wrong with it. status: of HTTP. seconds: that its server took. failures: lines for people, each naming a thing and what to do.
    notes: what was unusual and harmed nothing. news: those that people should be told of once. feed: what was read last. read: replies that nobody has looked at for an archive. outside: documents left
    out since they are not of the period asked for. noted: of the pages behind its entries (see behind.py).
    """

    source: Source
    reply: Callable[[], Reply] | None = None
    memory: Memory | None = None
    answer: Reply | None = None
    put_off: bool = False
    status: int | None = None
    seconds: float | None = None
    failures: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    news: list[str] = field(default_factory=list)
    feed: Feed | None = None
    read: list[Read] = field(default_factory=list)
    outside: int = 0
    noted: list[Noted] = field(default_factory=list)


def items(visit: Visit, limit: int) -> Iterator[Item]:
    """The documents of a source, and a dead letter for each original that cannot be handled, in a fixed order."""
    for original in _originals(visit, limit):
        yield from items_of(visit, original, limit)


def items_of(visit: Visit, original: Original, limit: int) -> Iterator[Item]:
    """The documents of one original, or its dead letter; of an archived one, as of when it was captured."""
    now = original.captured or datetime.now(UTC)
    try:
        documents = _documents(visit, original, limit, now)
    except KikimimiError as error:
        yield _letter(visit, original, error, now)
    except Exception as error:  # noqa: BLE001 — whatever a parser trips over in foreign bytes: a dead letter
        problem = f"{original.origin} cannot be read: {type(error).__name__}: {error}"
        yield _letter(visit, original, Rejected(problem, "report it, with the dead letter"), now)
    else:
        if original.reply:
            visit.read.append(Read(original, original.reply, now, documents))
        for document in documents:
            yield _checked(visit, original, document, now)


def _originals(visit: Visit, limit: int) -> Iterator[Original]:
    """What the source holds, as bytes. What cannot be had at all is a failure without a letter: there are no bytes."""
    reads: list[Callable[[], Original | None]]
    if visit.reply:
        reads = [partial(_fetched, visit, visit.reply)]
    else:
        reads = [partial(_read, visit.source, path, limit) for path in _paths(visit)]
    for read in reads:
        try:
            original = read()
        except KikimimiError as error:
            visit.put_off = isinstance(error, PutOff)
            visit.failures.append(f"{visit.source.id}: {error}")
        else:
            if original:
                yield original


def _paths(visit: Visit) -> list[Path]:
    source, place = visit.source, Path(visit.source.location)
    if source.kind != "folder":
        return [place]
    paths, failures = list_files(place)
    if not paths and not failures:
        remedy = "put some there, or correct the path"
        failures = [Rejected(f"{shown(place)} holds no texts, pages or feeds", remedy)]
    visit.failures += (f"{source.id}: {failure}" for failure in failures)
    return paths


def _read(source: Source, path: Path, limit: int) -> Original:
    data, size = read_bytes(path, limit)
    return Original(source=source, origin=shown(path.resolve()), data=data, size=size, path=path)


def _fetched(visit: Visit, wait_for_reply: Callable[[], Reply]) -> Original | None:
    """What stands there; None where it has not changed."""
    location, memory = bare(visit.source.location), visit.memory or Memory()
    visit.answer = reply = wait_for_reply()
    visit.status, visit.seconds = reply.status, reply.seconds
    asked_what_is_new = is_full(memory, datetime.now(UTC)) and (memory.etag or memory.modified)
    if not (reply.status == UNCHANGED and asked_what_is_new):
        refuse_bad_status(location, reply.status)
    if moved := reply.moved or memory.moved:
        note = f"{location} has moved for good to {moved}; write that into sources.yaml"
        visit.notes.append(note)
        if moved != memory.moved:
            visit.news.append(f"{visit.source.id}: {note}")
    return original_of(visit.source, location, reply) if reply.status != UNCHANGED else None


def original_of(source: Source, origin: str, reply: Reply) -> Original:
    """What stood at an address of a source."""
    return Original(
        source=source,
        origin=origin,
        data=reply.body,
        size=len(reply.body) if reply.whole else None,
        url=reply.url,
        content_type=reply.content_type,
        reply=reply,
    )


def _documents(visit: Visit, original: Original, limit: int, now: datetime) -> list[Document]:
    visit.feed = feed = without_future(read_original(original, limit), now)
    documents = [make_document(found, original.source, now) for found in feed.found]
    visit.failures += (f"{visit.source.id}: {original.origin} {line}" for line in feed.failures)
    visit.notes += (f"{original.origin} {line}" for line in feed.notes)
    return documents


def _checked(visit: Visit, original: Original, document: Document, now: datetime) -> Item:
    """The document, or a letter in its place where topics would not take it."""
    try:
        pack("documents", document.doc_id, document)
    except Rejected as error:
        return _letter(visit, original, error, now)
    return document


def _letter(visit: Visit, original: Original, error: KikimimiError, now: datetime) -> DeadLetter:
    visit.failures.append(f"{visit.source.id}: {error}")
    return write_letter(original, str(error), now)
