"""`make bench`: each line a speed of ours beside a ceiling or a peer measured in the same run. Nothing here is a test."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from pipeline.records import headers
from pipeline.topics import open_topics
from pipeline.topics.base import Message

MESSAGES, BATCH = 10_000, 500

Line = tuple[str, float, str, float, str]
"""What, ours, beside what, theirs, unit."""


def seconds(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def topics(folder: Path) -> list[Line]:
    messages = [Message(f"key-{number}", b"x" * 2000, headers("documents")) for number in range(MESSAGES)]
    batches = [messages[first : first + BATCH] for first in range(0, MESSAGES, BATCH)]
    ours = open_topics(f"embedded:{folder / 'topics.db'}")

    def append_all() -> None:
        for batch in batches:
            ours.append("t", batch)

    append = seconds(append_all)
    reader = ours.reader("t", "g")

    def read_all() -> None:
        while reader.poll(BATCH, 0):
            reader.done({})

    read = seconds(read_all)
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.executescript(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (key TEXT, value BLOB)"
    )

    def insert_all() -> None:
        for batch in batches:
            bare.execute("BEGIN")
            bare.executemany("INSERT INTO t VALUES (?, ?)", [(one.key, one.value) for one in batch])
            bare.execute("COMMIT")

    bare_append = seconds(insert_all)
    bare_read = seconds(lambda: bare.execute("SELECT * FROM t").fetchall())
    return [
        (
            "topics, append 2 kB",
            MESSAGES / append,
            "bare sqlite3 (ceiling)",
            MESSAGES / bare_append,
            "messages/s",
        ),
        (
            "topics, read by a group",
            MESSAGES / read,
            "bare sqlite3 (ceiling)",
            MESSAGES / bare_read,
            "messages/s",
        ),
    ]


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        lines = topics(Path(place))
    table = Table("what", "ours", "beside", "theirs", "ratio", "", box=SIMPLE_HEAD, pad_edge=False)
    for what, ours, beside, theirs, unit in lines:
        table.add_row(what, f"{ours:,.0f}", beside, f"{theirs:,.0f}", f"{ours / theirs:.2f}", unit)
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
