"""Kill and resume: kill -9 at random moments, begin again, and everything is as if nothing had happened.

Compared are all rows, alerts and offsets; not fetches and verdicts (logs of attempts: a killed run is one more) and not the clock's
columns.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.topics import open_topics
from pipeline.topics.base import lag
from tests import warm
from tests.conftest import environment
from tests.recovery.generator import write_documents

DOCUMENTS, KILLS, KILLS_A_RUN = 200, 20, 4
VALIDATIONS = 3
"""That are killed."""
CLOCK = {
    "documents": "(collected_at, said_at, first_seen, loaded_at)",
    "revisions": "collected_at",
    "mentions": "loaded_at",
    "figures": "(said_at, first_seen, loaded_at)",
    "appearances": "(said_at, loaded_at)",
    "extractor_runs": "loaded_at",
    "alerts": "fired_at",
    "deliveries": "delivered_at",
    "dead_letters": "failed_at",
}
TABLES = (
    "documents",
    "revisions",
    "mentions",
    "figures",
    "appearances",
    "extractor_runs",
    "alerts",
    "deliveries",
    "dead_letters",
    "entities",
    "aliases",
)
STREAM = ("documents", "extractions", "dead-letters")

State = dict[str, Any]


@dataclass(frozen=True)
class Undisturbed:
    """What an undisturbed run leaves behind and how it judges; seconds until all is loaded, and those that its validation takes."""

    left: State
    judged: list[tuple[Any, ...]]
    seconds: float
    validating: float


def state(data: Path) -> State:
    """All that is left behind: rows, offsets in DuckDB, ends of the topics and where the groups stand."""
    with duckdb.connect(str(data / "tracker.duckdb"), read_only=True) as connection:
        seen: State = {
            table: connection.execute(
                f"SELECT * {f'EXCLUDE {CLOCK[table]}' if table in CLOCK else ''} FROM {table} ORDER BY ALL"
            ).fetchall()
            for table in TABLES
        }
        offsets = "SELECT * EXCLUDE log FROM offsets WHERE topic NOT IN ('fetches', 'verdicts') ORDER BY ALL"
        seen["offsets"] = connection.execute(offsets).fetchall()
    topics = open_topics(f"embedded:{data / 'topics.db'}")
    seen["ends"] = {name: topics.ends(name) for name in STREAM if name in topics.list()}
    seen["groups"] = {
        (name, group): topics.committed(group, name) for name in seen["ends"] for group in topics.groups(name)
    }
    topics.close()
    return seen


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "pipeline", *words]


def start(environ: Mapping[str, str], *words: str) -> subprocess.Popen[bytes]:
    return warm.Popen(command(*words), env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def finish(environ: Mapping[str, str], *words: str) -> None:
    done = warm.run(command(*words), env=environ)
    assert done.returncode == 0, done.stderr.decode()


def killed_after(process: subprocess.Popen[bytes], seconds: float) -> bool:
    """Kills the process when it has run so long; False when it had ended well before."""
    try:
        _, said = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.communicate()
        return True
    assert process.returncode == 0, said.decode()
    return False


def wait_until_all_is_loaded(data: Path, running: Sequence[subprocess.Popen[bytes]]) -> None:
    topics = open_topics(f"embedded:{data / 'topics.db'}")
    deadline = time.monotonic() + 60
    while (
        sum(topics.ends("documents").values()) < DOCUMENTS
        or lag(topics, "extract", "documents")
        or lag(topics, "load", "extractions")
    ):
        assert time.monotonic() < deadline
        for process in running:
            if process.poll() is not None:
                _, said = process.communicate()
                pytest.fail(f"{process.args!r} ended by itself with {process.returncode}: {said.decode()}")
        time.sleep(0.05)
    topics.close()


def judged(data: Path) -> list[tuple[Any, ...]]:
    """What the validation came to; a killed one may have told of the same before."""
    query = "SELECT DISTINCT suite, success, failed FROM verdicts ORDER BY ALL"
    with duckdb.connect(str(data / "tracker.duckdb"), read_only=True) as connection:
        return connection.execute(query).fetchall()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = tmp_path_factory.mktemp("texts")
    write_documents(texts, DOCUMENTS)
    return texts


@pytest.fixture(scope="module")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    """One whole run."""
    place = tmp_path_factory.mktemp("undisturbed")
    data = place / "data"
    data.mkdir()
    warm.launcher()  # begun before the clock is
    began = time.monotonic()
    process = start(environment(place), "run", str(folder))
    wait_until_all_is_loaded(data, [process])
    loaded = time.monotonic()
    assert not killed_after(process, 180)
    ended = time.monotonic()
    left = state(data)
    assert len(left["documents"]) == DOCUMENTS
    assert left["alerts"]
    assert left["figures"]
    return Undisturbed(left, judged(data), loaded - began, ended - loaded)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_twenty_kills_of_a_run_leave_what_an_undisturbed_run_leaves(
    folder: Path, environ: dict[str, str], tmp_path: Path, undisturbed: Undisturbed
) -> None:
    moments = random.Random(20)
    killed = 0
    for attempt in range(KILLS * 3):
        ours = environ | {"KIKIMIMI_DATA": str(tmp_path / f"disturbed-{attempt}")}
        for _ in range(KILLS_A_RUN):  # then all is let through, and the next begins with nothing
            killed += killed_after(start(ours, "run", str(folder)), moments.uniform(0.2, undisturbed.seconds))
        finish(ours, "collect", str(folder))  # as `run` goes, but for its validation
        for stage in ("extract", "load"):
            finish(ours, "work", stage, "--until-empty")
        assert state(Path(ours["KIKIMIMI_DATA"])) == undisturbed.left
        if killed >= KILLS:
            break
    assert killed >= KILLS


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_run_killed_in_its_validation_validates_when_it_is_begun_again(
    folder: Path, environ: dict[str, str], tmp_path: Path, undisturbed: Undisturbed
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    moments = random.Random(4)
    killed = attempt = 0
    while killed < VALIDATIONS:
        attempt += 1
        assert attempt < 3 * VALIDATIONS, "the kills come too late"
        process = start(environ, "run", str(folder))
        wait_until_all_is_loaded(data, [process])
        killed += killed_after(process, moments.uniform(0, 0.8 * undisturbed.validating))
    finish(environ, "run", str(folder))
    assert state(data) == undisturbed.left
    assert judged(data) == undisturbed.judged


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_kills_of_workers_and_loader_side_by_side_leave_the_same(
    folder: Path, environ: dict[str, str], tmp_path: Path, undisturbed: Undisturbed
) -> None:
    ours = environ | {"KIKIMIMI_DATA": str(tmp_path / "disturbed")}
    moments = random.Random(6)
    stages = (("work", "extract"), ("work", "extract"), ("work", "load"))
    killed_after(start(ours, "collect", str(folder)), undisturbed.seconds / 3)
    finish(ours, "collect", str(folder))
    running = [start(ours, *words) for words in stages]
    for number in range(9):
        victim = number % len(stages)
        assert killed_after(running[victim], moments.uniform(0.05, 0.5))
        running[victim] = start(ours, *stages[victim])
    wait_until_all_is_loaded(tmp_path / "disturbed", running)
    for process in running:
        process.terminate()
        assert process.wait(timeout=60) == 0, "SIGTERM finishes the batch and ends well"
        process.communicate()
    assert state(tmp_path / "disturbed") == undisturbed.left
