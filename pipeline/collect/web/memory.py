"""Memory: what was learnt of each source and of each host's robots.txt, in the state's table `web`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from pipeline.collect.files import shown
from pipeline.collect.sources import Source
from pipeline.collect.web.robots import PATIENCE, Rules
from pipeline.collect.web.terms import bare

_ROBOTS = "robots "


class Memory(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is known of a remote source.

    etag, modified: of what it held when it was last read in full, at `full`; without that they are not sent. moved: the
    address that it has moved to for good. failures: visits in a row that failed, the last that counted at `failed`.
    until: when it may be asked again; why it may not now. gone: it answered 410.
    gap: minutes between two of its entries; newest: the time of the last one. least, hours, days: see Wishes.
    """

    etag: str = ""
    modified: str = ""
    full: datetime | None = None
    moved: str = ""
    failures: int = 0
    failed: datetime | None = None
    until: datetime | None = None
    why: str = ""
    gone: bool = False
    gap: float = 0.0
    newest: datetime | None = None
    least: float = 0.0
    hours: tuple[int, ...] = ()
    days: tuple[int, ...] = ()


_memory = msgspec.json.Decoder(Memory)
_rules = msgspec.json.Decoder(Rules)


def place_of(source: Source) -> tuple[str, str]:
    """With its location: a source that moves begins anew, and so does one of the same id from a command line."""
    place = bare(source.location) if source.remote else shown(Path(source.location).resolve())
    return source.id, place


def recall(state: sqlite3.Connection, source: Source) -> Memory:
    """What is known of a source; an empty memory of one that was never visited where it stands now."""
    query = "SELECT said FROM web WHERE place = ?"
    row = state.execute(query, (_place(source),)).fetchone() if source.remote else None
    try:
        return _memory.decode(row[0]) if row else Memory()
    except msgspec.DecodeError:  # of a later version of this program
        return Memory()


def remember(state: sqlite3.Connection, source: Source, memory: Memory) -> None:
    """In a transaction of the caller's."""
    row = (_place(source), msgspec.json.encode(memory).decode())
    state.execute("INSERT OR REPLACE INTO web VALUES (?, ?)", row)


def recall_robots(state: sqlite3.Connection) -> dict[str, Rules]:
    """By origin, such as https://example.com."""
    rows = state.execute("SELECT place, said FROM web WHERE place >= 'robots ' AND place < 'robots!'")
    found: dict[str, Rules] = {}
    for place, said in rows:
        try:
            found[place.removeprefix(_ROBOTS)] = _rules.decode(said)
        except msgspec.DecodeError:
            continue
    return found


def remember_robots(
    state: sqlite3.Connection, learnt: Mapping[str, Rules], before: Mapping[str, Rules], now: datetime
) -> None:
    """Those that were learnt; of those known before, what has no word any more is forgotten. As `remember`."""
    rows = [(_ROBOTS + origin, msgspec.json.encode(rules).decode()) for origin, rules in learnt.items()]
    state.executemany("INSERT OR REPLACE INTO web VALUES (?, ?)", rows)
    old = [(_ROBOTS + origin,) for origin in _outdated(before, now) if origin not in learnt]
    state.executemany("DELETE FROM web WHERE place = ?", old)


def _outdated(known: Mapping[str, Rules], now: datetime) -> Iterable[str]:
    floor = datetime.min.replace(tzinfo=UTC)
    return (
        one
        for one, rules in known.items()
        if now - max(rules.at or floor, rules.away or floor) > 2 * PATIENCE
    )


def _place(source: Source) -> str:
    return "source " + "\n".join(place_of(source))


def is_full(memory: Memory, now: datetime) -> bool:
    """Whether the source was read in full within a day: some keep one ETag for ever."""
    return memory.full is not None and timedelta() <= now - memory.full < timedelta(days=1)
