"""Airflow with the stack around it: a real Kafka, an extract worker and a tracker, and feeds on a server of this machine."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pipeline.settings import read_settings
from pipeline.stack.airflow import prepare_airflow
from pipeline.stack.environ import stack_environ
from pipeline.topics import open_topics
from pipeline.topics.broker import free_port
from pipeline.warehouse.asking import asking
from tests.conftest import ROOT
from tests.dags.feeds import Feeds, serving_feeds

TOKEN = "a token of sixteen"
KEPT = ("catalogue", "rules.yaml", "fx.csv", "limits.yaml")


@dataclass
class Stack:
    """Where it writes, what its processes find in their environment, and the feeds that it reads."""

    data: Path
    environ: dict[str, str]
    feeds: Feeds

    def run(self, *words: str, seconds: float = 100) -> str:
        """What a command prints."""
        done = subprocess.run(
            words, env=self.environ, cwd=ROOT, capture_output=True, text=True, check=False, timeout=seconds
        )
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        return done.stdout

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        """What the tracker answers."""
        with asking(read_settings({**self.environ, "KIKIMIMI_TRACKER": "127.0.0.1"})) as ask:
            return ask(query).fetchall()

    def messages(self, topic: str) -> list[dict[str, Any]]:
        """What stands on the topic."""
        topics = open_topics(self.environ["KIKIMIMI_TOPICS"])
        try:
            return [json.loads(one.message.value) for one in topics.read(topic, {}, 10_000)]
        finally:
            topics.close()

    def follow_feeds(self) -> None:
        """From now on its sources are the feeds, too."""
        with (Path(self.environ["KIKIMIMI_SEEDS"]) / "sources.yaml").open("a", encoding="utf-8") as sources:
            for name, address in self.feeds.addresses.items():
                sources.write(
                    f"  - {{id: {name}, location: {address}, kind: feed, private: yes, full_text: never}}\n"
                )

    @contextmanager
    def process(self, *words: str, **changed: str) -> Iterator[subprocess.Popen[bytes]]:
        """Runs a command while inside; its output is in a file named after it."""
        name = "-".join(word.rpartition("/")[2] for word in words[-2:])
        with (self.data / f"{name}.log").open("ab") as log:
            started = subprocess.Popen(
                words,
                env={**self.environ, **changed},
                cwd=ROOT,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            yield started
        finally:
            started.terminate()
            started.wait(90)  # Airflow's scheduler lets the tasks end that it has begun


def wait_for(condition: Callable[[], object], what: str, seconds: float = 60) -> None:
    """Returns once it holds; fails, saying what did not come, when it does not in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"not within {seconds:g} seconds: {what}"
        time.sleep(0.2)


@contextmanager
def placed(place: Path, **given: str) -> Iterator[Stack]:
    """A stack in this folder, on ports of its own, with nothing of it running but the server of feeds."""
    data = place / "data"
    data.mkdir()
    ports = ("KIKIMIMI_SQL_PORT", "KIKIMIMI_HTTP_PORT", "AIRFLOW__API__PORT")
    given |= {
        "KIKIMIMI_DATA": str(data),
        "KIKIMIMI_SEEDS": str(sow(place / "seeds")),
        "KIKIMIMI_SQL_TOKEN": TOKEN,
        "PYTHONWARNINGS": "ignore",
        **{port: str(free_port()) for port in ports},
    }
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("KIKIMIMI_", "AIRFLOW"))
    }
    settings = read_settings(given)
    with serving_feeds() as feeds:
        yield Stack(data, {**kept, **given, **stack_environ(settings, TOKEN, kept | given)}, feeds)


@pytest.fixture(scope="module")
def stack(broker: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """An extract worker and a tracker over the tests' broker, and Airflow's tables, but no Airflow."""
    place = tmp_path_factory.mktemp("stack")
    empty(broker)
    with ExitStack() as closed:
        one = closed.enter_context(placed(place, KIKIMIMI_TOPICS=f"kafka:{broker}"))
        kikimimi = (sys.executable, "-m", "pipeline")
        closed.enter_context(one.process(*kikimimi, "work", "extract"))
        elsewhere = str(place / "owned" / "tracker.duckdb")  # where nobody else would find it
        closed.enter_context(one.process(*kikimimi, "serve", KIKIMIMI_WAREHOUSE=elsewhere))
        prepare_airflow(Path(one.environ["AIRFLOW_HOME"]), one.environ)
        wait_for(lambda: answers(one), "the tracker answers")
        yield one


def answers(stack: Stack) -> bool:
    """Whether the tracker answers SQL."""
    from pipeline.errors import KikimimiError

    try:
        return bool(stack.ask("SELECT 1"))
    except KikimimiError:
        return False


def empty(broker: str) -> None:
    """Takes away what tests before have left there."""
    from kafka import KafkaAdminClient

    admin = KafkaAdminClient(bootstrap_servers=broker)
    try:
        admin.delete_groups([group["group_id"] for group in admin.list_groups()])
        admin.delete_topics([name for name in admin.list_topics() if not name.startswith("__")])
    finally:
        admin.close()


def sow(seeds: Path) -> Path:
    """A seeds folder: the project's catalogue and rules, and a folder of transcripts."""
    seeds.mkdir()
    for name in KEPT:
        original = ROOT / "seeds" / name
        (shutil.copytree if original.is_dir() else shutil.copy)(original, seeds / name)
    shutil.copytree(ROOT / "seeds" / "transcripts", seeds / "transcripts")
    (seeds / "sources.yaml").write_text(
        "sources:\n  - {id: transcripts, location: transcripts, document: transcript}\n", encoding="utf-8"
    )
    return seeds


@pytest.fixture(scope="module")
def trial(stack: Stack) -> Callable[..., dict[str, Any]]:
    """Runs DAGs by dag.test(), and tells of each run of each what became of its task instances."""

    def run(*words: str) -> dict[str, Any]:
        said = stack.run(sys.executable, "-m", "tests.dags.trial", *words, seconds=180)
        answer: dict[str, Any] = json.loads(said.strip().splitlines()[-1])
        return answer

    return run


def states(run: dict[str, Any], task: str) -> Sequence[str]:
    """The states of its instances."""
    return [state for name, _, state, _ in run["instances"] if name == task]
