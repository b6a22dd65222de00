"""Waits: entries whose pages are still to be read in; what is to be asked now, and what was asked already, out.

They stand in the state's table `pages`, with all of the entry: its feed may hold it no more when its page is read. What
was asked stays there without the entry, so that it is not asked again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from math import ceil

import msgspec

from pipeline.collect.found import Found
from pipeline.collect.state import writing
from pipeline.records import Document

MOST = 30
"""Pages of a source in a round."""
ALTOGETHER = 600
"""Pages in a round, of all sources: each stands in memory until it is read, and reading one takes a processor 30 ms."""
NEWEST = 2 / 3
"""Share of the pages that is for the newest entries; the rest is for those that have waited longest."""
TRIES = (timedelta(hours=1), timedelta(hours=23))
"""After a page that could not be read, how long its entry waits; when all of that is over it keeps its summary."""


@dataclass(frozen=True, slots=True)
class Wait:
    """An entry that waits for its page. entry: its revision, as its feed holds it. tries: of its page that failed.
    since: when it was found."""

    doc_id: str
    entry: str
    found: Found
    since: datetime
    tries: int = 0


@dataclass(frozen=True, slots=True)
class Noted:
    """What is to be remembered of a wait. at: when its page is asked for (again), None where that is over."""

    wait: Wait
    at: datetime | None


_found = msgspec.json.Decoder(Found)


def is_noted(state: sqlite3.Connection, document: Document) -> bool:
    """Whether the page of the entry that is this document was asked for, or waits."""
    noted = "SELECT 1 FROM pages WHERE source = ? AND doc_id = ? AND entry = ?"
    taken = "SELECT 1 FROM documents WHERE source = ? AND doc_id = ? AND entry = ?"
    which = (document.source, document.doc_id, document.revision)
    return any(state.execute(query, which).fetchone() for query in (noted, taken))


def due_waits(state: sqlite3.Connection, source: str, now: datetime) -> list[Wait]:
    """Those of a source whose page may be asked for; what their feed says otherwise by now waits no more."""
    query = """
        SELECT doc_id, pages.entry, tries, since, found FROM pages JOIN documents USING (source, doc_id)
        WHERE source = ? AND at <= ? AND revision = pages.entry
    """
    waits = []
    for doc_id, entry, tries, since, found in state.execute(query, (source, _written(now))):
        try:
            waits.append(Wait(doc_id, entry, _found.decode(found), datetime.fromisoformat(since), tries))
        except msgspec.DecodeError:  # of another version of this program
            continue
    return waits


def share(sources: int) -> int:
    """Pages of each in a round of so many sources."""
    return max(1, min(MOST, ALTOGETHER // max(1, sources)))


def chosen_waits(fresh: Sequence[Wait], waiting: Sequence[Wait], most: int) -> list[Wait]:
    """Those whose pages are asked for in this round: most of them the newest, the rest those that have waited longest."""
    again = {one.doc_id for one in fresh}
    every = [*fresh, *(one for one in waiting if one.doc_id not in again)]
    every.sort(key=lambda one: one.found.published or one.since, reverse=True)
    head = every[: ceil(NEWEST * most)]
    rest = sorted(every[len(head) :], key=lambda one: one.since)
    return [*head, *rest[: most - len(head)]]


def after_try(wait: Wait, now: datetime) -> Noted:
    """What is to be remembered when its page could not be read."""
    tried = replace(wait, tries=wait.tries + 1)
    return Noted(tried, now + TRIES[wait.tries] if wait.tries < len(TRIES) else None)


def note_waits(state: sqlite3.Connection, noted: Sequence[tuple[str, Noted]]) -> None:
    """Remembers those of each source's id."""
    rows = [
        (source, wait.doc_id, wait.entry, wait.tries, _written(wait.since), at and _written(at),
         msgspec.json.encode(wait.found).decode() if at else None)
        for source, one in noted for wait, at in [(one.wait, one.at)]
    ]  # fmt: skip
    if rows:
        with writing(state):
            state.executemany("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def _written(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="microseconds")
