"""Kill and resume on a real Kafka: workers, the loader and the broker die in turn while documents flow in.

At the end everything is as a run leaves it that nobody disturbed: each row once, each alert once, all offsets at the end.
Not compared are the alerts of documents that share a story: which of them tells it, the order of arrival decides.
"""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.errors import Transient
from pipeline.extract.run import GROUP as EXTRACT
from pipeline.load.run import GROUP as LOAD
from pipeline.load.run import TOPICS
from pipeline.topics import open_topics
from pipeline.topics.base import Topics, lag
from pipeline.topics.broker import free_port
from tests import warm
from tests.recovery.generator import write_documents

ROUND, ROUNDS = ("worker", "loader", "loader", "workers", *["loader"] * 3, "broker", "loader"), 3
"""Who is killed in a round, one by one. A worker twice only, since the others wait six seconds for one that does not say that it
goes; the second time all of them go, two or three."""
WORK = {
    "worker": ("documents", 0.15),
    "workers": ("documents", 0.15),
    "loader": ("extractions", 0.25),  # it gathers for 0.1 s, its transaction takes 0.03
    "broker": ("extractions", 1.0),
}
"""The topic that brings each its work, or shows it, and the seconds within which it dies then."""
DOCUMENTS, FOLDERS = 1200, ROUNDS * len(ROUND)  # a folder for each step of a round
SETTLED = 180.0
"""Seconds after the last kill within which everything must be loaded."""
ROWS = {
    "documents": "doc_id, revision, source, kind, title, lang, text, revisions, mentions, figures, names",
    "revisions": "* EXCLUDE collected_at",
    "mentions": "* EXCLUDE loaded_at",
    "figures": "* EXCLUDE (said_at, first_seen, loaded_at)",
    "appearances": "* EXCLUDE (said_at, loaded_at)",
    "extractor_runs": "* EXCLUDE loaded_at",
    "alerts": "* EXCLUDE fired_at",
    "deliveries": "alert_id, channel",
    "dead_letters": "*",
}
ALERTS = ("alerts", "deliveries")

Process = subprocess.Popen[bytes]


class Stage:
    """One command that is killed and begun again; its stderr is kept for the moment in which something is wrong."""

    def __init__(self, environ: dict[str, str], folder: Path, *words: str) -> None:
        self._environ, self._words = environ, words
        self._said = folder / f"{'-'.join(words[:2])}.{id(self)}.err"
        self.start()

    def start(self) -> None:
        with self._said.open("ab") as said:
            command = [sys.executable, "-m", "pipeline", *self._words]
            self.process = warm.Popen(command, env=self._environ, stdout=subprocess.DEVNULL, stderr=said)

    def kill(self) -> None:
        self.check()
        self.stop()

    def stop(self) -> None:
        """Whatever state it is in."""
        self.process.kill()
        self.process.wait()

    def end(self) -> None:
        """SIGTERM: the batch in hand is finished."""
        self.check()
        self.process.terminate()
        assert self.process.wait(60) == 0, self._said.read_text()

    def check(self) -> None:
        assert self.process.poll() is None, f"{self._words} ended by itself: {self._said.read_text()}"


class Broker:
    """`kikimimi broker`, whose Kafka is killed and begun again on the same folder."""

    def __init__(self, environ: dict[str, str], port: int) -> None:
        self._environ, self._port = environ, port
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "pipeline", "broker", "--port", str(self._port)]
        self._process = subprocess.Popen(command, env=self._environ, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout
        assert any("Kafka is ready" in line for line in self._process.stdout)

    def kill(self) -> None:
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text()
        subprocess.run(["kill", "-9", *children.split()], check=True)
        self._process.communicate()

    def stop(self) -> None:
        self._process.terminate()
        self._process.communicate()


@contextmanager
def feeding(environ: dict[str, str], folders: list[Path], allowed: threading.Semaphore) -> Iterator[None]:
    """Collects one folder after the other, as it is allowed to, each again until the collector could append all of it."""

    failed = threading.Event()

    def feed() -> None:
        for folder in folders:
            allowed.acquire()
            command = [sys.executable, "-m", "pipeline", "collect", str(folder)]
            while not failed.is_set() and warm.run(command, env=environ).returncode:
                time.sleep(0.2)

    thread = threading.Thread(target=feed)
    thread.start()
    try:
        yield
    except BaseException:
        failed.set()
        raise
    finally:
        allowed.release(len(folders))
        thread.join()


def rows(data: Path, sharing: Collection[str] = ()) -> dict[str, list[tuple[Any, ...]]]:
    """What DuckDB holds, but for the clock's columns, and for alerts of these documents."""
    but = (
        "WHERE alert_id NOT IN (SELECT alert_id FROM alerts WHERE list_contains($sharing::VARCHAR[], doc_id))"
    )
    with duckdb.connect(str(data / "tracker.duckdb"), read_only=True) as connection:
        return {
            table: connection.execute(
                f"SELECT {columns} FROM {table} {but if table in ALERTS else ''} ORDER BY ALL",
                {"sharing": list(sharing)} if table in ALERTS else {},
            ).fetchall()
            for table, columns in ROWS.items()
        }


def share_a_story(data: Path) -> set[str]:
    with duckdb.connect(str(data / "tracker.duckdb"), read_only=True) as connection:
        return {doc_id for (doc_id,) in connection.execute("SELECT doc_id FROM story_documents").fetchall()}


def wait_for_work(topics: Topics, topic: str) -> None:
    """Until something new stands on the topic, for a while: who reads it has work in hand in that moment."""
    deadline = time.monotonic() + 20
    with suppress(Transient):  # the broker is not quite back
        before = topics.ends(topic)
        while topics.ends(topic) == before and time.monotonic() < deadline:
            time.sleep(0.01)


def wait_until_settled(topics: Topics, stages: list[Stage]) -> None:
    deadline = time.monotonic() + SETTLED

    def settled() -> bool:
        with suppress(Transient):  # the broker is not quite back
            return not lag(topics, EXTRACT, "documents") and not any(lag(topics, LOAD, one) for one in TOPICS)
        return False

    while not settled():
        assert time.monotonic() < deadline, "not everything arrives"
        for stage in stages:
            stage.check()
        time.sleep(0.2)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.usefixtures("broker")  # which skips where no Kafka can be had
def test_thirty_kills_on_kafka_leave_what_an_undisturbed_run_leaves(
    environ: dict[str, str], tmp_path: Path
) -> None:
    folders = [tmp_path / "texts" / f"{number:02}" for number in range(FOLDERS)]
    for number, folder in enumerate(folders):
        write_documents(folder, DOCUMENTS // FOLDERS + (number < DOCUMENTS % FOLDERS), seed=number)
    calm_data = tmp_path / "calm"
    calm = environ | {"KIKIMIMI_DATA": str(calm_data)}
    stages = (
        ["collect", *map(str, folders)],
        *(["work", one, "--until-empty"] for one in ("extract", "load")),
    )
    for words in stages:
        warm.run([sys.executable, "-m", "pipeline", *words], env=calm).check_returncode()
    expected = rows(calm_data)
    assert len(expected["documents"]) == DOCUMENTS
    assert expected["alerts"]

    port, moments = free_port(), random.Random(30)
    data = tmp_path / "wild"
    ours = environ | {"KIKIMIMI_DATA": str(data), "KIKIMIMI_TOPICS": f"kafka:127.0.0.1:{port}"}
    kills, allowed = 0, threading.Semaphore(0)
    with ExitStack() as begun:

        def begin(*words: str) -> Stage:
            stage = Stage(ours, tmp_path, *words)
            begun.callback(stage.stop)
            return stage

        broker = Broker(ours, port)
        begun.callback(broker.stop)
        workers = [begin("work", "extract") for _ in range(2)]
        loader = begin("work", "load")
        topics = begun.enter_context(closing(open_topics(ours["KIKIMIMI_TOPICS"])))
        with feeding(ours, folders, allowed):
            for _ in range(ROUNDS):
                for name in ROUND:
                    victims: dict[str, Sequence[Stage | Broker]] = {
                        "worker": [moments.choice(workers)],
                        "workers": workers,
                        "loader": [loader],
                        "broker": [broker],
                    }
                    topic, longest = WORK[name]
                    allowed.release()  # so that there is work in hand in the moment of each kill
                    wait_for_work(topics, topic)
                    for victim in victims[name]:
                        time.sleep(moments.uniform(0, longest))
                        victim.kill()
                        victim.start()
                        kills += 1
                if len(workers) > 2:  # one more comes, and in the next round one goes
                    workers.pop(moments.randrange(len(workers))).end()
                else:
                    workers.append(begin("work", "extract"))
        wait_until_settled(topics, [*workers, loader])
        for stage in (*workers, loader):
            stage.end()
        ends = {(*one, end) for topic in TOPICS for one, end in topics.ends(topic).items() if end}
        assert not any(topics.ends("dead-letters").values())
    assert kills >= 30
    sharing = share_a_story(calm_data) | share_a_story(data)
    assert len(sharing) < DOCUMENTS / 20
    assert rows(data, sharing) == rows(calm_data, sharing)
    with duckdb.connect(str(data / "tracker.duckdb"), read_only=True) as connection:
        loaded = connection.execute('SELECT topic, "partition", position FROM offsets').fetchall()
    assert {row for row in loaded if row[2]} == ends
