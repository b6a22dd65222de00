"""Which sources are due: sources and the times of their last visits in, those to visit now and their batches out."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.collect.files import shown
from pipeline.collect.seen import STATE, logs_of
from pipeline.collect.sources import Source
from pipeline.collect.state import open_state, writing
from pipeline.errors import Misconfigured
from pipeline.settings import Settings
from pipeline.topics.base import Topics

SLACK, MOST_SLACK = 0.1, timedelta(minutes=1)
"""Share of its interval by which a visit may come early: a schedule of 15 minutes is never 15 minutes to the second."""


def due(settings: Settings, topics: Topics, sources: Sequence[Source], now: datetime) -> list[Source]:
    """Those that were never visited where they stand now, or `every` minutes ago.

    Raises Transient when the topics are away, Misconfigured when the data folder cannot be used.
    """
    with open_state(settings.data / STATE, logs_of(topics)) as state:
        return [source for source in sources if _is_due(source, _last_visit(state, source), now)]


def note_visit(state: sqlite3.Connection, source: Source, began: datetime) -> None:
    """Notes a visit that has ended, well or badly; one that was killed is not noted, and the source stays due."""
    with writing(state):
        row = (*_key(source), began.astimezone(UTC).isoformat())
        state.execute("INSERT OR REPLACE INTO visits VALUES (?, ?, ?)", row)


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


def _is_due(source: Source, last: datetime | None, now: datetime) -> bool:
    if last is None or last > now:  # a clock was set back: its future must not be waited for
        return True
    every = timedelta(minutes=source.every)
    return now - last >= every - min(SLACK * every, MOST_SLACK)


def _last_visit(state: sqlite3.Connection, source: Source) -> datetime | None:
    query = "SELECT at FROM visits WHERE source = ? AND location = ?"
    row = state.execute(query, _key(source)).fetchone()
    return datetime.fromisoformat(row[0]) if row else None


def _key(source: Source) -> tuple[str, str]:
    """With its location: a source that moves is due, and so is one of the same id from a command line."""
    place = source.location if source.remote else shown(Path(source.location).resolve())
    return source.id, place


def _host(source: Source) -> str:
    """Its web host, or a name of its own for a local source."""
    return (urlsplit(source.location).hostname or "").strip(".") if source.remote else f"local {source.id}"
