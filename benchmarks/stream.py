"""`python -m benchmarks.stream`: the whole stream over a real Kafka in; its speed, latency, cost and memory out as tables.

Produce → Kafka → extract workers → Kafka → loader → DuckDB, each a process of its own, beside the same loop without
extraction (the ceiling) and with the whole of ja_ginza in extraction's place (the peer), in the same run.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from statistics import quantiles

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from benchmarks.flow import OURS
from benchmarks.measures import LENGTH, RATE, Latency, Speed, latency, memory, throughput
from benchmarks.processes import Memory
from benchmarks.stand_ins import has_ginza

NOTHING, GINZA = ("benchmarks.stream_worker", "none"), ("benchmarks.stream_worker", "ginza")
MANY, FEW = 5_000, 100
"""Documents for our extraction and for ja_ginza, which reads so slowly that few are enough."""
FEW_WARM = 20
GROWTH = (1_000, 20_000)
"""After how many documents memory is looked at."""
WORKERS = 2
"""One for each core."""
DISTURBED = 0.2
"""Cores busy with other work (the kernel's own for our sockets among it) from which on that is said."""


def speeds(workers: int) -> dict[str, Speed]:
    """Of our extraction, of nothing in its place, and of ja_ginza where it is installed."""
    found = {
        "ours": throughput(OURS, workers, MANY),
        "no extraction": throughput(NOTHING, workers, 2 * MANY),
    }
    if has_ginza():
        found["ja_ginza"] = throughput(GINZA, workers, FEW, FEW_WARM)
    return found


def show_speeds(console: Console, found: Mapping[str, Speed], workers: int) -> None:
    beside = {"no extraction": "no extraction (ceiling)", "ja_ginza": "ja_ginza in full (peer)"}
    ours, what = found["ours"].rate, f"stream over Kafka, {workers} workers, {LENGTH:,} characters"
    table = _table("what", "ours", "beside", "theirs", "ratio", "")
    for name, label in beside.items():
        if name in found:
            theirs = found[name].rate
            table.add_row(
                what, f"{ours:,.0f}", label, f"{theirs:,.1f}", f"{ours / theirs:.2f}", "documents/s"
            )
    console.print(table)
    others = max(speed.others for speed in found.values())
    if others > DISTURBED:
        console.print(f"Other work kept {others:.1f} cores busy meanwhile: measure again when it is gone.")


def show_costs(console: Console, found: Mapping[str, Speed]) -> None:
    table = _table("cost a document (CPU ms)", *found)
    for part in found["ours"].cost:
        table.add_row(part, *(f"{speed.cost[part]:.2f}" for speed in found.values()))
    table.add_row("all", *(f"{sum(speed.cost.values()):.2f}" for speed in found.values()))
    console.print(table)


def show_latency(console: Console, found: Latency) -> None:
    table = _table(f"from append, {RATE} documents/s (ms)", "p50", "p99", "most")
    for what, seconds in (
        ("to the row in alerts", found.inserted),
        ("until told, after its commit", found.told),
    ):
        cuts = quantiles(seconds, n=100)
        table.add_row(what, *(f"{one * 1000:,.0f}" for one in (cuts[49], cuts[98], max(seconds))))
    console.print(table)


def show_memory(console: Console, found: Sequence[Mapping[str, Memory]]) -> None:
    few, many = (f"after {count:,}" for count in GROWTH)
    table = _table("resident MB", few, many, "ratio", f"peak {few}", f"peak {many}", "ratio")
    for part, first in found[0].items():
        last = found[-1][part]
        pairs = ((first.now, last.now), (first.peak, last.peak))
        table.add_row(part, *(text for a, b in pairs for text in (f"{a:.0f}", f"{b:.0f}", f"{b / a:.2f}")))
    console.print(table)


def _table(*heads: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for number, head in enumerate(heads):
        table.add_column(head, justify="left" if number == 0 else "right")
    return table


def main() -> None:
    parser = argparse.ArgumentParser(
        description="The stream over a real Kafka: speed, cost, latency, memory."
    )
    parser.add_argument("--workers", type=int, default=WORKERS)
    parser.add_argument("--quick", action="store_true", help="speed and cost only")
    words = parser.parse_args()
    console = Console(width=120)
    if not has_ginza():
        console.print("ja_ginza is left out: it is not installed")
    found = speeds(words.workers)
    show_speeds(console, found, words.workers)
    show_costs(console, found)
    if not words.quick:
        show_latency(console, latency())
        show_memory(console, memory(OURS, words.workers, GROWTH, LENGTH))


if __name__ == "__main__":
    main()
