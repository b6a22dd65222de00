"""A worker's command and a number of documents in; speed, latency and memory of the whole stream out."""

from __future__ import annotations

import re
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC

from benchmarks.flow import WARM, Flow, running_flow
from benchmarks.processes import Memory, cpu_of_all
from benchmarks.texts import documents

LENGTH = 2_000
"""Characters of a document."""
RATE, SPELL = 20, 30
"""Documents a second, and seconds, for the latency."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Documents a second, CPU milliseconds a document by what used them, and the cores that others kept busy."""

    rate: float
    cost: Mapping[str, float]
    others: float


@dataclass(frozen=True, slots=True)
class Latency:
    """Seconds of each document from just before its append.

    inserted: to its row in alerts, about to be committed. told: until the loader, which tells after the commit, has told.
    The commit lies between the two.
    """

    inserted: Sequence[float]
    told: Sequence[float]


def throughput(worker: Sequence[str], workers: int, count: int, warm: int = WARM) -> Speed:
    """From the first append until all is in DuckDB; fails where DuckDB does not hold each document once."""
    made = list(documents(count, LENGTH, seed=2))
    with running_flow(worker, workers, warm) as flow:
        before, here, all_before = flow.cpu(), time.process_time(), cpu_of_all()
        began = time.perf_counter()
        flow.append(made)
        packed = time.process_time() - here
        flow.wait_until_loaded(warm + count)
        seconds = time.perf_counter() - began
        used = {name: cpu - before[name] for name, cpu in flow.cpu().items()}
        ours = sum(used.values()) + time.process_time() - here
        others = max(0.0, cpu_of_all() - all_before - ours) / seconds
        flow.stop()
        flow.check_stored(warm + count)
    cost = {"producer": packed, **used}
    return Speed(count / seconds, {name: cpu / count * 1000 for name, cpu in cost.items()}, others)


def latency() -> Latency:
    """At a steady rate, every document setting off an alert."""
    made = list(documents(RATE * SPELL, LENGTH, seed=3, alerts=1.0, prefix="l"))
    told: dict[str, float] = {}
    with running_flow(told=subprocess.PIPE) as flow:
        listening = threading.Thread(target=_listen, args=(flow, told))
        listening.start()
        sent = {}
        began = time.time()
        for number, one in enumerate(made):
            time.sleep(max(0.0, began + number / RATE - time.time()))  # the rate, not a wait for anything
            sent[_mark(one.title)] = time.time()
            flow.append([one])
        flow.wait_until_loaded(WARM + len(made))
        flow.stop()
        listening.join()
        flow.check_stored(WARM + len(made))
        fired = flow.ask(
            "SELECT d.title, min(fired_at) FROM alerts JOIN documents d USING (doc_id) GROUP BY ALL"
        )
    inserted = {_mark(title): moment.replace(tzinfo=UTC).timestamp() for title, moment in fired}
    return Latency(*(sorted(moments[mark] - at for mark, at in sent.items()) for moments in (inserted, told)))


def memory(
    worker: Sequence[str], workers: int, counts: Sequence[int], length: int
) -> list[dict[str, Memory]]:
    """Of the same processes, after each of these numbers of documents."""
    seen: list[dict[str, Memory]] = []
    with running_flow(worker, workers) as flow:
        loaded = 0
        for count in counts:
            flow.append(documents(count - loaded, length, seed=count, prefix=f"m{count}-"))
            flow.wait_until_loaded(WARM + count)
            loaded = count
            seen.append(flow.memory())
        flow.stop()
        flow.check_stored(WARM + loaded)
    return seen


def _listen(flow: Flow, told: dict[str, float]) -> None:
    """Notes when the loader tells of each document; a second rule that fires on it is told with the first."""
    assert flow.loader.stdout
    for line in flow.loader.stdout:
        now = time.time()
        if line.startswith("ALERT "):
            told.setdefault(_mark(line.rpartition(" · ")[0]), now)


def _mark(title: str) -> str:
    """The last word, which no other title ends with."""
    found = re.search(r"\S+$", title)
    assert found
    return found[0]
