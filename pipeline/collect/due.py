"""Which sources are due: sources and the times of their last visits in, those to visit now and their batches out."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import urlsplit

from pipeline.collect.seen import STATE, logs_of
from pipeline.collect.sources import Source
from pipeline.collect.state import open_state, writing
from pipeline.collect.web.memory import Memory, place_of, recall, remember
from pipeline.collect.web.pace import next_due
from pipeline.errors import Misconfigured
from pipeline.settings import Settings
from pipeline.topics.base import Topics


def due(settings: Settings, topics: Topics, sources: Sequence[Source], now: datetime) -> list[Source]:
    """Those that were never visited where they stand now, or so long ago as their `every`, their habits and wishes and
    their failures want it (web/pace.py).

    Raises Transient when the topics are away, Misconfigured when the data folder cannot be used.
    """
    with open_state(settings.data / STATE, logs_of(topics)) as state:
        return [source for source in sources if is_due(state, source, now)]


def is_due(state: sqlite3.Connection, source: Source, now: datetime) -> bool:
    """Whether a source should be visited by now."""
    last = last_visit(state, source)
    if last is None or last > now:  # a clock was set back: its future must not be waited for
        return True
    due = next_due(source.every, recall(state, source), last)
    return due is not None and due <= now


def note_visits(state: sqlite3.Connection, visits: Sequence[tuple[Source, datetime, Memory | None]]) -> None:
    """Notes visits that have ended, well or badly, when they began and what is known of their sources then.

    One that was killed is not noted, and the source stays due.
    """
    with writing(state):
        for source, began, memory in visits:
            row = (*place_of(source), began.astimezone(UTC).isoformat())
            state.execute("INSERT OR REPLACE INTO visits VALUES (?, ?, ?)", row)
            if memory:
                remember(state, source, memory)


def batches(sources: Sequence[Source], most: int = 32) -> list[list[str]]:
    """Ids of sources, at most `most` batches of them, for tasks that run at once.

    All sources of a host are in one batch, so that two tasks never visit it at the same time. As even as that allows;
    the same sources give the same batches, in their order.
    """
    hosts: dict[str, list[int]] = {}
    for number, source in enumerate(sources):
        hosts.setdefault(_host(source), []).append(number)
    filled: list[list[int]] = [[] for _ in range(min(most, len(hosts)))]
    for together in sorted(hosts.values(), key=len, reverse=True):  # the largest first, each to the emptiest
        min(filled, key=len).extend(together)
    return [[sources[number].id for number in sorted(batch)] for batch in sorted(filled, key=min)]


def chosen(sources: Sequence[Source], ids: Sequence[str]) -> list[Source]:
    """The sources with these ids, in their order, each once. Raises Misconfigured for an id that none has."""
    by_id = {source.id: source for source in sources}
    for one in ids:
        if one not in by_id:
            raise Misconfigured(f"no source has the id {one}", f"known are {', '.join(by_id)}")
    return [by_id[one] for one in dict.fromkeys(ids)]


def last_visit(state: sqlite3.Connection, source: Source) -> datetime | None:
    """When the last visit of a source began, where it stands now."""
    query = "SELECT at FROM visits WHERE source = ? AND location = ?"
    row = state.execute(query, place_of(source)).fetchone()
    return datetime.fromisoformat(row[0]) if row else None


def _host(source: Source) -> str:
    """Its web host, or a name of its own for a local source."""
    return (urlsplit(source.location).hostname or "").strip(".") if source.remote else f"local {source.id}"
