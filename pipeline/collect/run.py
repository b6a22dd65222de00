"""Collecting: sources in; documents, fetches and dead letters on their topics out. A round reads top to bottom."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from random import SystemRandom
from time import monotonic
from typing import Literal

from pipeline.collect.archiving import Archive, archive_of
from pipeline.collect.behind import note_pages
from pipeline.collect.due import is_due, last_visit, note_visits
from pipeline.collect.files import shown
from pipeline.collect.identity import digest
from pipeline.collect.ready import ready
from pipeline.collect.seen import STATE, Counts, append_new, logs_of
from pipeline.collect.sources import Source
from pipeline.collect.spared import spared
from pipeline.collect.state import open_state
from pipeline.collect.told import with_facts
from pipeline.collect.visit import Item, Visit
from pipeline.collect.web.learn import learnt, waiting
from pipeline.collect.web.memory import Memory, place_of, recall
from pipeline.collect.web.terms import Terms, bare
from pipeline.records import Document, Fetch
from pipeline.settings import Settings
from pipeline.topics.base import Topics
from pipeline.topics.envelope import pack

ROUND = 60.0
"""Seconds that all remote sources of a round have together; the local ones are read while they answer."""
PAUSE = 1.0
"""Seconds between two requests of one host."""
NEVER = datetime.min.replace(tzinfo=UTC)
BATCH = 100
"""Documents an append."""
TOGETHER = 1.0
"""Seconds within which visits end together: telling of each by itself would wait for the disk each time."""
BATCH_CHARACTERS = 10_000_000
"""Characters an append, so that a hundred books do not stand in memory at once."""


OnLeft = Callable[[int, Collection[str]], None]
"""Is told how many visits a round has, and the ids of the sources that it still waits for."""
Which = Literal["named", "ready", "due"]
"""A person has named the sources and has them all; those that need not wait; or those that are due."""


@dataclass
class Report:
    """What a round brought: counts of documents and of dead letters not seen before.

    notes: lines of what people should know though nothing failed. idle: ids of sources that are to be left alone for now;
    each has a line in failures.
    outside: documents that were left out since they lie outside the days asked for. failures: a line for each thing
    that went wrong, naming it and what to do; what is still wrong in the next round is said again. fetches: how it went
    with each source, in their order.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    dead_letters: int = 0
    outside: int = 0
    failures: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    idle: list[str] = field(default_factory=list)
    fetches: list[Fetch] = field(default_factory=list)


@spared()
def collect(
    topics: Topics,
    settings: Settings,
    sources: Sequence[Source],
    on_progress: Callable[[int], None] = lambda _: None,
    *,
    which: Which = "ready",
    pause: float = PAUSE,
    on_left: OnLeft = lambda _, __: None,
) -> Report:
    """One round over the sources: appends what is new or changed, one Fetch for each source that was asked, and says what failed.

    on_progress is told how many documents each batch held, known ones included. A source that fails stops nothing.
    which: of the remote ones; those that are passed over because they wait or are gone are told of each time.
    pause: seconds between two requests of one host.
    Raises Transient when the topics are away, Misconfigured when the data folder cannot be used.
    """
    terms = Terms(agent(settings.contact), settings.max_document, monotonic() + ROUND, delay=pause)
    now, taken, archive = datetime.now(UTC), dict[int, Taken](), archive_of(settings)
    with open_state(settings.data / STATE, logs_of(topics)) as state:
        known = [(source, recall(state, source)) for source in sources]
        idle = {
            place_of(one): why for one, memory in known if which != "named" and (why := waiting(memory, now))
        }
        visited = [
            (source, memory)
            for source, memory in known
            if place_of(source) not in idle
            and (which != "due" or not source.remote or is_due(state, source, now))
        ]
        visited.sort(key=lambda one: last_visit(state, one[0]) or NEVER)  # whoever was put off comes first
        ended: list[Taken] = []
        left = {id(source): source.id for source, _ in visited}
        on_left(len(visited), left.values())
        try:
            with closing(ready(state, visited, terms)) as visits:
                for visit, drawn in visits:
                    one = take(state, topics, visit, drawn, on_progress, archive)
                    taken[id(visit.source)] = one
                    left.pop(id(visit.source), None)
                    on_left(len(visited), left.values())
                    ended.append(one)
                    if len(ended) >= BATCH or monotonic() - ended[0].ended > TOGETHER:
                        _close(state, topics, ended, archive)
        finally:
            _close(state, topics, ended, archive)
    report = _report_of(sources, taken, idle)
    report.failures += archive.problems()
    return report


@dataclass(frozen=True, slots=True)
class Taken:
    """How a visit went. began: when; ended: by time.monotonic(). counts: of what it brought. memory: what is known then."""

    visit: Visit
    began: datetime
    ended: float
    counts: Counts
    fetch: Fetch
    memory: Memory | None = None


def take(
    state: sqlite3.Connection,
    topics: Topics,
    visit: Visit,
    drawn: Iterable[Item],
    on_progress: Callable[[int], None],
    archive: Archive,
    *,
    past: bool = False,
) -> Taken:
    """Appends what a visit draws, batch by batch, and keeps the answers that brought it. past: as of append_new."""
    at, began, counts, known = datetime.now(UTC), monotonic(), Counts(), set[tuple[str, str]]()
    for batch in _batches(drawn):
        counts += append_new(state, topics, batch, past=past, on_news=partial(archive.keep, visit.read))
        known |= {(item.doc_id, item.revision) for item in batch if isinstance(item, Document)}
        archive.forget(visit.read, known)
        on_progress(len(batch))
    fetch = _fetch(visit, counts, at, monotonic() - began)
    memory = _learnt(visit, fetch, at)
    fetch = with_facts(fetch, visit, memory, at, counts.new + counts.changed + counts.unchanged)
    return Taken(visit, at, monotonic(), counts, fetch, memory)


def _close(state: sqlite3.Connection, topics: Topics, ended: list[Taken], archive: Archive) -> None:
    """Tells of the visits that have ended, and notes them: many that brought nothing together, in one go."""
    if not ended:
        return
    archive.sync()
    counted = [one for one in ended if not one.visit.put_off]
    if counted:
        topics.append("fetches", [pack("fetches", one.fetch.source, one.fetch) for one in counted])
    note_pages(state, [one.visit for one in counted])
    note_visits(state, [(one.visit.source, one.began, one.memory) for one in counted])
    for one in ended:
        one.visit.reply = one.visit.answer = one.visit.feed = None  # which hold the bytes and texts
        one.visit.read.clear()
    ended.clear()


def _learnt(visit: Visit, fetch: Fetch, began: datetime) -> Memory | None:
    if not visit.source.remote or not visit.memory:
        return None
    return learnt(
        visit.memory,
        visit.source.every,
        visit.answer,
        [one.published for one in visit.feed.found if one.published] if visit.feed else (),
        visit.failures[0].removeprefix(f"{fetch.source}: ") if visit.failures else "",
        began,
        SystemRandom().random(),
        failed=fetch.outcome == "failed",
    )


def _report_of(
    sources: Sequence[Source], taken: Mapping[int, Taken], idle: Mapping[tuple[str, str], str]
) -> Report:
    """In the order of the sources."""
    report = Report()
    for source in sources:
        if one := taken.get(id(source)):
            add_to(report, one)
        elif why := idle.get(place_of(source)):
            report.failures.append(f"{source.id}: it {why}")
            report.idle.append(source.id)
    return report


def add_to(report: Report, taken: Taken) -> None:
    counts, visit = taken.counts, taken.visit
    report.new += counts.new
    report.changed += counts.changed
    report.unchanged += counts.unchanged
    report.dead_letters += counts.letters
    report.outside += visit.outside
    report.failures += visit.failures
    report.notes += visit.news
    if not visit.put_off:
        report.fetches.append(taken.fetch)


def _batches(drawn: Iterable[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    characters = 0
    for item in drawn:
        batch.append(item)
        characters += len(item.text if isinstance(item, Document) else item.payload)
        if len(batch) >= BATCH or characters >= BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _fetch(visit: Visit, counts: Counts, at: datetime, seconds: float) -> Fetch:
    source, said = visit.source, visit.failures + visit.notes
    brought = counts.new + counts.changed
    location = bare(source.location) if source.remote else shown(Path(source.location))
    more = f" (and {len(said) - 1} more)" if said[1:] else ""
    return Fetch(
        fetch_id=digest(f"{source.id}\n{location}\n{at.isoformat()}"),
        source=source.id,
        location=location,
        at=at,
        outcome="new" if brought else "failed" if visit.failures and not counts.unchanged else "unchanged",
        documents=brought,
        seconds=seconds if visit.seconds is None else visit.seconds,
        status=visit.status,
        error=said[0] + more if said else None,
    )


def agent(contact: str) -> str:
    """The User-Agent: who reads, and how to reach them."""
    name = f"kikimimi/{version('kikimimi')}"
    return f"{name} (+{contact})" if contact else name
