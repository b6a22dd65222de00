"""Kill and resume: kill -9 at random moments, begin again, and everything is as if nothing had happened.

Moments are told by what the topics hold, not by a clock, so that a busy machine sees the same kills.

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
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.topics import open_topics
from pipeline.topics.base import Topics
from tests import warm
from tests.conftest import environment
from tests.recovery.generator import write_documents

DOCUMENTS, KILLS, KILLS_A_RUN = 200, 20, 4
EXTRACTED, ALL = 2 * DOCUMENTS, 3 * DOCUMENTS
"""Steps that the documents have taken then."""
MOMENT = 0.1
"""Seconds within which a kill comes when it may: a batch takes about as long."""
VALIDATIONS = 2
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
    """What an undisturbed run leaves behind and how it judges; the seconds that its validation takes."""

    left: State
    judged: list[tuple[Any, ...]]
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


def wait_until(data: Path, steps: int, running: Sequence[subprocess.Popen[bytes]]) -> None:
    """Until the documents have taken so many steps; three each: collected, extracted, loaded."""
    deadline = time.monotonic() + 120
    with closing(open_topics(f"embedded:{data / 'topics.db'}")) as topics:
        while taken(topics) < steps:
            assert time.monotonic() < deadline, f"{taken(topics)} of {steps} steps"
            for process in running:
                if process.poll() is not None:
                    _, said = process.communicate()
                    pytest.fail(
                        f"{process.args!r} ended by itself with {process.returncode}: {said.decode()}"
                    )
            time.sleep(0.01)


def taken(topics: Topics) -> int:
    places = (
        topics.ends("documents"),
        topics.committed("extract", "documents"),
        topics.committed("load", "extractions"),
    )
    return sum(sum(one.values()) for one in places)


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
    process = start(environment(place), "run", str(folder))
    wait_until(data, ALL, [process])
    loaded = time.monotonic()
    assert not killed_after(process, 180)
    ended = time.monotonic()
    left = state(data)
    assert len(left["documents"]) == DOCUMENTS
    assert left["alerts"]
    assert left["figures"]
    return Undisturbed(left, judged(data), ended - loaded)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_twenty_kills_of_a_run_leave_what_an_undisturbed_run_leaves(
    folder: Path, environ: dict[str, str], tmp_path: Path, undisturbed: Undisturbed
) -> None:
    moments = random.Random(20)
    for attempt in range(KILLS // KILLS_A_RUN):
        data = tmp_path / f"disturbed-{attempt}"
        data.mkdir()
        ours = environ | {"KIKIMIMI_DATA": str(data)}
        for steps in sorted(moments.choices(range(EXTRACTED + 1), k=KILLS_A_RUN - 1)):
            process = start(ours, "run", str(folder))
            wait_until(data, steps, [process])
            assert killed_after(process, moments.uniform(0, MOMENT))
        process = start(ours, "run", str(folder))  # and one while it loads, or just behind
        wait_until(data, EXTRACTED, [process])
        assert killed_after(process, moments.uniform(0, 5 * MOMENT))
        # then all is let through, and the next begins with nothing
        finish(ours, "collect", str(folder))  # as `run` goes, but for its validation
        for stage in ("extract", "load"):
            finish(ours, "work", stage, "--until-empty")
        assert state(data) == undisturbed.left


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_run_killed_in_its_validation_validates_when_it_is_begun_again(
    folder: Path, environ: dict[str, str], tmp_path: Path, undisturbed: Undisturbed
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    moments = random.Random(4)
    killed, longest = 0, 0.8 * undisturbed.validating
    while killed < VALIDATIONS:
        process = start(environ, "run", str(folder))
        wait_until(data, ALL, [process])
        if killed_after(process, moments.uniform(0, longest)):
            killed += 1
        else:  # the machine was busier before
            longest /= 2
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
    data = tmp_path / "disturbed"
    data.mkdir()
    process = start(ours, "collect", str(folder))
    wait_until(data, moments.randint(0, DOCUMENTS // 2), [process])
    killed_after(process, moments.uniform(0, MOMENT))
    finish(ours, "collect", str(folder))
    running = [start(ours, *words) for words in stages]
    for number, steps in enumerate(sorted(moments.choices(range(DOCUMENTS, ALL), k=9))):
        victim = number % len(stages)
        wait_until(data, steps, running)
        assert killed_after(running[victim], moments.uniform(0, MOMENT))
        running[victim] = start(ours, *stages[victim])
    wait_until(data, ALL, running)
    for process in running:
        process.terminate()
        assert process.wait(timeout=60) == 0, "SIGTERM finishes the batch and ends well"
        process.communicate()
    assert state(data) == undisturbed.left
