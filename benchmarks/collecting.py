"""`python -m benchmarks.collecting`: 500 feeds of 20 entries on this machine in; how fast a round collects them out.

Beside bare feedparser in a loop over the same bytes, in the same run; then a second round, in which all answer 304.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from benchmarks.feed_server import feed
from pipeline.collect.run import Report, collect
from pipeline.collect.sources import Source
from pipeline.settings import read_settings
from pipeline.topics import open_topics

FEEDS, ENTRIES = 500, 20


class Taken(NamedTuple):
    """Seconds by the clock, and of the processor."""

    clock: float
    processor: float


def timed(work: Callable[[], object]) -> Taken:
    clock, processor = perf_counter(), process_time()
    work()
    return Taken(perf_counter() - clock, process_time() - processor)


@contextmanager
def feed_server(feeds: int, entries: int) -> Iterator[int]:
    """Its port."""
    command = [sys.executable, "-m", "benchmarks.feed_server", str(feeds), str(entries)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield int(process.stdout.readline())
        finally:
            process.terminate()


def sources_at(port: int, feeds: int) -> list[Source]:
    """Each with a host of its own; what is timed are feeds, not the pages behind their entries."""
    return [
        Source(
            f"n{one}",
            f"http://127.{one // 200 + 1}.{one % 200 + 1}.1:{port}/{one}",
            "feed",
            private="yes",
            full_text="never",
        )
        for one in range(feeds)
    ]


def rounds(feeds: int, entries: int) -> list[Taken]:
    """Two, the second one with nothing new."""
    with tempfile.TemporaryDirectory() as place, feed_server(feeds, entries) as port:
        settings = read_settings({"KIKIMIMI_DATA": str(Path(place))})
        with closing(open_topics(settings.topics)) as topics:
            reports: list[Report] = []

            def one() -> None:
                reports.append(collect(topics, settings, sources_at(port, feeds)))

            taken = [timed(one), timed(one)]
        first, second = reports
        assert (first.new, first.failures) == (feeds * entries, []), first.failures[:3]
        assert (second.new, second.unchanged, second.failures) == (0, 0, []), second.failures[:3]
        assert {fetch.status for fetch in second.fetches} == {304}
        return taken


def bare_feedparser(feeds: int, entries: int) -> Taken:
    import feedparser

    bodies = [feed(number, entries) for number in range(feeds)]
    return timed(lambda: [feedparser.parse(body) for body in bodies])


def main() -> None:
    parser = argparse.ArgumentParser(description="How fast a round collects.")
    parser.add_argument("--feeds", type=int, default=FEEDS)
    parser.add_argument("--entries", type=int, default=ENTRIES)
    words = parser.parse_args()
    feeds, entries = words.feeds, words.entries
    first, second = rounds(feeds, entries)
    bare = bare_feedparser(feeds, entries)
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for number, head in enumerate(
        (f"{feeds} feeds of {entries} entries", "seconds", "CPU s", "feeds/s", "entries/s")
    ):
        table.add_column(head, justify="left" if number == 0 else "right")
    for what, taken in (
        ("first round: fetched, read, on the topic", first),
        ("bare feedparser over the same bytes", bare),
        ("second round, all 304", second),
    ):
        speeds = (f"{feeds / taken.clock:,.0f}", f"{feeds * entries / taken.clock:,.0f}")
        table.add_row(what, f"{taken.clock:.2f}", f"{taken.processor:.2f}", *speeds)
    console = Console(width=120)
    console.print(table)
    console.print(
        f"The first round takes {first.clock / bare.clock:.2f} times as long as bare feedparser; "
        f"the second is {first.clock / second.clock:.0f} times as fast as the first."
    )


if __name__ == "__main__":
    main()
