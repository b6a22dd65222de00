"""Last visits: the state of collecting in, when and how each source was visited last out; nothing is made or noted."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pipeline.collect.sources import Source
from pipeline.collect.web.memory import Memory, place_of, recall
from pipeline.collect.web.pace import next_due
from pipeline.errors import Misconfigured, Transient


@dataclass(frozen=True, slots=True)
class LastVisit:
    """outcome: ok, failed, gone, or until when it is left alone after failures; "" of a local source. why: or "".

    next_due: when `run --watch` and Airflow ask it again; None of a local source and of one that is gone.
    """

    at: datetime
    outcome: str = ""
    why: str = ""
    next_due: datetime | None = None


def last_visits(path: Path, sources: Iterable[Source]) -> dict[str, LastVisit]:
    """By id, for those that were visited where they stand now. Empty where nothing was collected yet."""
    if not path.exists():
        return {}
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=5)) as state:
            rows = state.execute("SELECT source, location, at FROM visits").fetchall()
            at = {(source, location): datetime.fromisoformat(written) for source, location, written in rows}
            seen = [one for one in sources if place_of(one) in at]
            return {one.id: _visit(one, recall(state, one), at[place_of(one)]) for one in seen}
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):  # of a version that noted none of this
            return {}
        raise Transient(f"{path}: {error}", "free the disk or end what holds the file") from error
    except sqlite3.DatabaseError as error:
        raise Misconfigured(
            f"{path} is no state of collecting: {error}", "delete it, it is made anew"
        ) from error


def _visit(source: Source, memory: Memory, at: datetime) -> LastVisit:
    if not source.remote:
        return LastVisit(at)
    return LastVisit(at, *_outcome(memory), next_due(source.every, memory, at))


def _outcome(memory: Memory) -> tuple[str, str]:
    if memory.gone:
        return "gone", memory.why
    if memory.until and memory.until > datetime.now(UTC):
        return f"waits until {memory.until:%Y-%m-%d %H:%M}", memory.why
    return ("failed", memory.why) if memory.failures else ("ok", "")
