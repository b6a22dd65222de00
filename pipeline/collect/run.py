"""Collecting: sources in; documents, fetches and dead letters on their topics out. A round reads top to bottom."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from time import monotonic

from pipeline.collect.due import note_visit
from pipeline.collect.fetch import Terms, start_fetches
from pipeline.collect.files import shown
from pipeline.collect.identity import digest
from pipeline.collect.seen import STATE, Counts, append_new, logs_of
from pipeline.collect.sources import Source
from pipeline.collect.state import open_state
from pipeline.collect.visit import Item, Visit, items
from pipeline.records import Document, Fetch
from pipeline.settings import Settings
from pipeline.topics.base import Topics
from pipeline.topics.envelope import pack

ROUND = 12.0
"""Seconds that all remote sources of a round have together: an unreachable web must not hold up the local ones."""
BATCH = 100
"""Documents an append."""
BATCH_CHARACTERS = 10_000_000
"""Characters an append, so that a hundred books do not stand in memory at once."""


@dataclass
class Report:
    """What a round brought: counts of documents and of dead letters not seen before.

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
    fetches: list[Fetch] = field(default_factory=list)


def collect(
    topics: Topics,
    settings: Settings,
    sources: Sequence[Source],
    on_progress: Callable[[int], None] = lambda _: None,
) -> Report:
    """One round over the sources: appends what is new or changed, one Fetch for each source, and says what failed.

    on_progress is told how many documents each batch held, known ones included. A source that fails stops nothing.
    Raises Transient when the topics are away, Misconfigured when the data folder cannot be used.
    """
    report = Report()
    terms = Terms(agent(settings.contact), settings.max_document, monotonic() + ROUND)
    replies = start_fetches((source.location for source in sources if source.remote), terms)
    with open_state(settings.data / STATE, logs_of(topics)) as state:
        for source in sources:
            visit = Visit(source, replies.get(source.location))
            began = take(state, topics, report, visit, items(visit, terms), on_progress)
            note_visit(state, source, began)
    return report


def take(
    state: sqlite3.Connection,
    topics: Topics,
    report: Report,
    visit: Visit,
    drawn: Iterable[Item],
    on_progress: Callable[[int], None],
    *,
    past: bool = False,
) -> datetime:
    """Appends what a visit draws, batch by batch, and how it went; returns when it began. past: as of append_new."""
    at, began, counts = datetime.now(UTC), monotonic(), Counts()
    for batch in _batches(drawn):
        counts += append_new(state, topics, batch, past=past)
        on_progress(len(batch))
    fetch = _fetch(visit, counts, at, monotonic() - began)
    topics.append("fetches", [pack("fetches", fetch.source, fetch)])
    _report(report, visit, counts, fetch)
    return at


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
    location = source.location if source.remote else shown(Path(source.location))
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


def _report(report: Report, visit: Visit, counts: Counts, fetch: Fetch) -> None:
    report.new += counts.new
    report.changed += counts.changed
    report.unchanged += counts.unchanged
    report.dead_letters += counts.letters
    report.outside += visit.outside
    report.failures += visit.failures
    report.fetches.append(fetch)


def agent(contact: str) -> str:
    """The User-Agent: who reads, and how to reach them."""
    name = f"kikimimi/{version('kikimimi')}"
    return f"{name} (+{contact})" if contact else name
