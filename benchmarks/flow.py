"""A worker's command in, the whole stream out, running: a real Kafka, extract workers and the loader, each a process."""

from __future__ import annotations

import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Any

from kafka import KafkaAdminClient
from kafka.errors import RetriableError

from benchmarks.processes import Memory, children_of, cpu_of, memory_of, settings_of, started
from benchmarks.texts import documents
from pipeline.records import Document
from pipeline.topics import open_topics
from pipeline.topics.base import Topics, lag
from pipeline.topics.broker import free_port, running_broker
from pipeline.topics.envelope import pack
from pipeline.warehouse.open import open_for_reading

OURS = ("pipeline", "work", "extract")
"""The worker that people run, as a module with its words."""
BATCH = 100
"""Documents an append."""
WARM = 200
"""Documents that pass through before anything is measured: clients connect, the JVM compiles, dictionaries load."""
PATIENCE = 300.0
LOOK = 0.1
"""Seconds between two looks at how far the loader is; each costs the broker three small requests."""


@dataclass(frozen=True, slots=True)
class Flow:
    """What runs. Append to it, wait until it is loaded, look at its processes."""

    topics: Topics
    broker: subprocess.Popen[bytes]
    workers: Sequence[subprocess.Popen[str]]
    loader: subprocess.Popen[str]
    warehouse: Path

    def append(self, made: Iterable[Document]) -> int:
        """What a collector does: packs and appends in batches; returns how many documents that were."""
        left, count = iter(made), 0
        while batch := [pack("documents", one.doc_id, one) for one in islice(left, BATCH)]:
            self.topics.append("documents", batch)
            count += len(batch)
        return count

    def loaded(self) -> int:
        """Extractions that are committed in DuckDB: the loader moves its group after each of its transactions."""
        return sum(self.topics.committed("load", "extractions").values())

    def wait_until_loaded(self, count: int) -> None:
        """Until so many are loaded and nothing is left to do; what a rebalance repeats does not count twice.

        Nothing can be waited for here: a group's place is known to those who ask.
        """

        def done() -> bool:
            left = (("extract", "documents"), ("load", "extractions"))
            return self.loaded() >= count and not any(lag(self.topics, *one) for one in left)

        self._wait(done, f"{count} documents are loaded")

    def wait_until_joined(self, servers: str) -> None:
        """Until every worker has partitions, so that none of them is measured while it starts."""
        with closing(KafkaAdminClient(bootstrap_servers=servers)) as admin:

            def joined() -> bool:
                try:
                    group = admin.describe_groups(["extract"])["extract"]
                except RetriableError:  # a fresh broker has no coordinator before a member asks for one
                    return False
                shares = [one["member_assignment"] for one in group["members"]]
                return group["group_state"] == "Stable" and len(self.workers) == sum(
                    bool(share and share["assigned_partitions"]) for share in shares
                )

            self._wait(joined, "the workers have joined")

    def cpu(self) -> dict[str, float]:
        """CPU seconds so far, by what used them; the workers' together."""
        return {
            "broker (JVM)": cpu_of(self.broker.pid),
            "worker": sum(cpu_of(one.pid) for one in self.workers),
            "worker's cell": sum(cpu_of(cell) for one in self.workers for cell in children_of(one.pid)),
            "loader": cpu_of(self.loader.pid),
        }

    def memory(self) -> dict[str, Memory]:
        """Of the first worker, its cell and the loader."""
        worker = self.workers[0].pid
        (cell,) = children_of(worker)
        return {
            "extract worker": memory_of(worker),
            "its cell": memory_of(cell),
            "loader": memory_of(self.loader.pid),
        }

    def stop(self) -> None:
        """Ends workers and loader as an operator would; what they have in hand they finish."""
        for one in (*self.workers, self.loader):
            one.send_signal(signal.SIGTERM)
        for one in (*self.workers, self.loader):
            one.wait(PATIENCE)

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        """Rows from DuckDB; only after `stop`, since the loader holds the file."""
        with closing(open_for_reading(self.warehouse)) as connection:
            return connection.execute(query).fetchall()

    def check_stored(self, count: int) -> None:
        """Raises unless DuckDB holds so many documents, each with its extraction, once."""
        rows = self.ask(
            "SELECT count(*), count(DISTINCT doc_id) FROM documents JOIN extractor_runs USING (doc_id)"
        )
        if rows != [(count, count)]:
            raise RuntimeError(f"{rows[0]} documents are stored, not {count}")

    def _wait(self, done: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not done():
            for one in (*self.workers, self.loader):
                if one.poll() is not None:
                    raise RuntimeError(f"{one.args!r} has ended with {one.returncode}")
            if time.monotonic() > deadline:
                raise TimeoutError(f"waited {PATIENCE:g} seconds until {what}")
            time.sleep(LOOK)


@contextmanager
def running_flow(
    worker: Sequence[str] = OURS, workers: int = 2, warm: int = WARM, told: int | IO[str] = subprocess.DEVNULL
) -> Iterator[Flow]:
    """A stream of its own, through which `warm` documents have passed. told: where the loader's alerts go."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kikimimi-bench-")))
        port = free_port()
        servers = f"127.0.0.1:{port}"
        broker = stack.enter_context(running_broker(folder / "kafka", port))
        topics = stack.enter_context(closing(open_topics(f"kafka:{servers}")))
        environ = settings_of(folder, servers)
        flow = Flow(
            topics,
            broker,
            [stack.enter_context(started(worker, environ, subprocess.DEVNULL)) for _ in range(workers)],
            stack.enter_context(started(("pipeline", "work", "load"), environ, told)),
            folder / "tracker.duckdb",
        )
        flow.wait_until_joined(servers)
        flow.append(documents(warm, 2000, seed=1, prefix="warm"))
        flow.wait_until_loaded(warm)
        yield flow
