"""The status: topics and the warehouse in; counts, lag, rates and ages of each stage out."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from pipeline.errors import KikimimiError, Transient
from pipeline.topics.base import Partition, Positions, Topics
from pipeline.warehouse import open_for_reading

AskRows = Callable[[], Mapping[str, int]]
"""Rows by table, from the tracker that holds the file. Raises Transient when none answers."""

_TABLES = ("documents", "mentions", "figures", "alerts", "fetches", "edits", "dead_letters")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one group stands in one topic. read: messages a second. oldest: seconds that the oldest unread one waits."""

    group: str
    lag: Mapping[Partition, int]
    read: float
    oldest: float | None


@dataclass(frozen=True, slots=True)
class Flow:
    """One topic: messages that it has had, messages appended a second, and its groups."""

    topic: str
    messages: int
    appended: float
    groups: Sequence[Standing]


def measure(topics: Topics, seconds: float) -> list[Flow]:
    """Looks twice, so many seconds apart, and compares."""
    names = topics.list()
    groups = {name: topics.groups(name) for name in names}
    before = _look(topics, groups)
    began = time.monotonic()
    time.sleep(seconds)
    ends, stands = _look(topics, groups)
    passed = max(time.monotonic() - began, 1e-9)
    flows = []
    for name in names:
        standings = []
        for group in groups[name]:
            now, then = stands[name, group], before[1][name, group]
            lag = {one: max(0, end - now.get(one, 0)) for one, end in ends[name].items()}
            read = sum(max(0, now[one] - then.get(one, 0)) for one in now) / passed
            standings.append(Standing(group, lag, read, _oldest(topics, name, now, lag, ends[name])))
        appended = (sum(ends[name].values()) - sum(before[0][name].values())) / passed
        flows.append(Flow(name, sum(ends[name].values()), max(0.0, appended), standings))
    return flows


def show_status(
    console: Console, topics: Topics, warehouse: Path | None, seconds: float, ask_tracker: AskRows
) -> None:
    """A table of topics with where each group stands, and a table of rows; these from who holds the file: a tracker if None."""
    flows = measure(topics, seconds)
    if not flows:
        console.print("Nothing was collected yet. Begin with: kikimimi run")
        return
    table = Table(
        "topic", "messages", "in/s", "group", "unread", "out/s", "oldest", box=SIMPLE_HEAD, pad_edge=False
    )
    for flow in flows:
        head = (flow.topic, f"{flow.messages:,}", f"{flow.appended:,.1f}")
        for standing in flow.groups:
            table.add_row(*head, standing.group, *_words(standing))
            head = ("", "", "")
            for one, left in sorted(standing.lag.items()):
                if left:
                    table.add_row("", "", "", f"  partition {one.number}", f"{left:,}", style="dim")
        if not flow.groups:
            table.add_row(*head, "nobody yet", f"{flow.messages:,}")
    console.print(table)
    _show_rows(console, warehouse, ask_tracker)


def _look(
    topics: Topics, groups: Mapping[str, Sequence[str]]
) -> tuple[dict[str, Positions], dict[tuple[str, str], dict[Partition, int]]]:
    """Where the topics end, and where the groups stand: these first, so that no lag comes out below zero."""
    stands = {(name, group): topics.committed(group, name) for name in groups for group in groups[name]}
    return {name: topics.ends(name) for name in groups}, stands


def _oldest(
    topics: Topics, name: str, stands: Positions, lag: Mapping[Partition, int], ends: Positions
) -> float | None:
    """Seconds since the oldest message that the group has not read was appended; None when it has read all."""
    first: list[datetime] = []
    for one, left in lag.items():
        if left:
            first += (stored.at for stored in topics.read(name, {**ends, one: stands.get(one, 0)}, 1))
    return max(0.0, (datetime.now(UTC) - min(first)).total_seconds()) if first else None


def _words(standing: Standing) -> Sequence[str]:
    oldest = "" if standing.oldest is None else _duration(standing.oldest)
    return (f"{sum(standing.lag.values()):,}", f"{standing.read:,.1f}", oldest)


def _duration(seconds: float) -> str:
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds / size:.1f} {unit}"
    return f"{seconds:.1f} s"


def _show_rows(console: Console, warehouse: Path | None, ask_tracker: AskRows) -> None:
    try:
        counts = _rows(warehouse, ask_tracker)
    except (
        KikimimiError
    ) as error:  # not there yet, or held by a loader without pages: the topics above say enough
        console.print(str(error), style="dim", soft_wrap=True)
        return
    rows = Table("table", "rows", box=SIMPLE_HEAD, pad_edge=False)
    for name in _TABLES:
        if name in counts:
            rows.add_row(name, f"{counts[name]:,}")
    console.print(rows)


def _rows(warehouse: Path | None, ask_tracker: AskRows) -> Mapping[str, int]:
    if warehouse is None:
        return ask_tracker()
    try:
        return _count_rows(warehouse)
    except Transient as held:
        try:
            return ask_tracker()
        except Transient as error:
            raise Transient(f"{held.problem}; {error.problem}", error.remedy) from error


def _count_rows(warehouse: Path) -> Mapping[str, int]:
    with open_for_reading(warehouse) as connection:
        there = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        counts = " UNION ALL ".join(
            f"SELECT '{name}', count(*) FROM {name}" for name in _TABLES if name in there
        )
        return dict(connection.execute(counts).fetchall()) if counts else {}
