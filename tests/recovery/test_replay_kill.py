"""Kill and resume a replay: kill -9 at random moments, begin again, and all is as an undisturbed replay leaves it.

Moments are told by what the topics hold, not by a clock, so that a busy machine sees the same kills.

Every replay begins with the same warehouse, so that all rows are compared but for the clock's columns of what is new;
and the topics are, so that nothing was extracted that needed none.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.topics import open_topics
from pipeline.topics.broker import free_port
from tests import warm
from tests.conftest import ROOT, environment
from tests.recovery.generator import write_documents
from tests.recovery.test_kill import MOMENT, killed_after, wait_until

DOCUMENTS, REPLAYS, KILLS_A_REPLAY = 200, 2, 4
BEGIN, END = 3 * DOCUMENTS, 5 * DOCUMENTS
"""Steps that the documents have taken before a replay, and some way before its end: a kill comes between them."""
# Small pages and portions: kills come between them, before the first and behind the last.
PROGRAM = """
import sys
from pipeline.replay import stored, ways
stored.PAGE, stored.STRETCH, ways.PORTION, ways.ROOM = 10, 40, 40, 5
sys.argv = ["kikimimi", *sys.argv[1:]]
from pipeline.cli import main
main()
"""
ROWS = {
    "documents": "* EXCLUDE loaded_at",
    "revisions": "*",
    "mentions": "* EXCLUDE loaded_at",
    "appearances": "* EXCLUDE loaded_at",
    "figures": "* EXCLUDE loaded_at",
    "extractor_runs": "* EXCLUDE loaded_at",
    "alerts": "* EXCLUDE fired_at",
    "deliveries": "* EXCLUDE delivered_at",
    "dead_letters": "*",
    "entities": "*",
    "aliases": "*",
}
STREAM = ("documents", "extractions", "dead-letters")

State = dict[str, Any]


def state(data: Path) -> State:
    """All that a replay leaves behind: rows, offsets in DuckDB, ends of the topics and where the groups stand."""
    with duckdb.connect(str(data / "tracker.duckdb"), read_only=True) as connection:
        seen: State = {
            table: connection.execute(f"SELECT {columns} FROM {table} ORDER BY ALL").fetchall()
            for table, columns in ROWS.items()
        }
        seen["offsets"] = connection.execute("SELECT * FROM offsets ORDER BY ALL").fetchall()
    topics = open_topics(f"embedded:{data / 'topics.db'}")
    seen["ends"] = {name: topics.ends(name) for name in STREAM if name in topics.list()}
    seen["groups"] = {
        (name, group): topics.committed(group, name) for name in seen["ends"] for group in topics.groups(name)
    }
    topics.close()
    return seen


def old_alerts(data: Path) -> list[tuple[Any, ...]]:
    """Alerts and deliveries with their times."""
    query = "SELECT alert_id, fired_at, channel, delivered_at FROM alerts JOIN deliveries USING (alert_id) ORDER BY ALL"
    with duckdb.connect(str(data / "tracker.duckdb"), read_only=True) as connection:
        return connection.execute(query).fetchall()


def start(environ: Mapping[str, str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", PROGRAM, "replay"]
    return warm.Popen(command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a command with seeds of its own."""
    place = tmp_path_factory.mktemp("replay")
    shutil.copytree(ROOT / "seeds", place / "seeds")
    return environment(place) | {"KIKIMIMI_SEEDS": str(place / "seeds")}


@pytest.fixture(scope="module")
def before(seeded: dict[str, str]) -> Path:
    """What is there before the replay; afterwards the seeds have an alias more, and a rule for it."""
    seeds, data = Path(seeded["KIKIMIMI_SEEDS"]), Path(seeded["KIKIMIMI_DATA"])
    with (seeds / "rules.yaml").open("a", encoding="utf-8") as rules:
        rules.write("  - id: experts\n    title: Experts\n    entity: experts\n")
    experts = seeds / "catalogue" / "experts.yaml"
    entity = "type: person\nentities:\n  - id: experts\n    name: Experts\n    ja: [{}]\n"
    experts.write_text(entity.format("まだない"), encoding="utf-8")
    write_documents(data.parent / "texts", DOCUMENTS)
    for words in (
        ["collect", str(data.parent / "texts")],
        *(["work", one, "--until-empty"] for one in ("extract", "load")),
    ):
        warm.run([sys.executable, "-m", "pipeline", *words], env=seeded).check_returncode()
    experts.write_text(entity.format("専門家"), encoding="utf-8")
    return data


@pytest.fixture(scope="module")
def calm(before: Path, seeded: dict[str, str]) -> State:
    """What an undisturbed replay leaves."""
    data = before.parent / "calm"
    shutil.copytree(before, data)
    assert not killed_after(start(seeded | {"KIKIMIMI_DATA": str(data)}), 60)
    return state(data)


def kill_some(data: Path, environ: Mapping[str, str], moments: random.Random) -> None:
    """Kills a few replays, each begun where the one before was killed."""
    for steps in sorted(moments.choices(range(BEGIN, END), k=KILLS_A_REPLAY)):
        process = start(environ)
        wait_until(data, steps, [process])
        assert killed_after(process, moments.uniform(0, MOMENT))


@contextmanager
def running(environ: Mapping[str, str], *words: str) -> Iterator[None]:
    """A stage that goes on meanwhile."""
    command = [sys.executable, "-m", "pipeline", *words]
    with warm.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        try:
            yield
        finally:
            process.terminate()
            said, _ = process.communicate(timeout=60)
            assert process.returncode == 0, said.decode()


def wait_for_sql(data: Path) -> None:
    deadline = time.monotonic() + 60
    while not list(data.glob("*.sql-address")):
        assert time.monotonic() < deadline, "the tracker does not start"
        time.sleep(0.05)


@pytest.mark.slow
@pytest.mark.timeout(200)
def test_kills_of_a_replay_leave_what_an_undisturbed_replay_leaves(
    before: Path, calm: State, seeded: dict[str, str], tmp_path: Path
) -> None:
    was, told = state(before), old_alerts(before)
    assert sum(calm["ends"]["documents"].values()) == 2 * DOCUMENTS
    assert {extractor for _, extractor, *_ in calm["extractor_runs"]}.isdisjoint(
        extractor for _, extractor, *_ in was["extractor_runs"]
    )
    assert len(calm["mentions"]) > len(was["mentions"])
    assert set(was["alerts"]) < set(calm["alerts"])

    moments = random.Random(12)
    for attempt in range(REPLAYS):
        data = tmp_path / f"wild-{attempt}"
        shutil.copytree(before, data)
        ours = seeded | {"KIKIMIMI_DATA": str(data)}
        kill_some(data, ours, moments)
        # then it is let through, and the next begins with what was there before
        assert not killed_after(start(ours), 60)
        assert state(data) == calm
        assert set(told) < set(old_alerts(data)), "what was told is told as it was"


@pytest.mark.slow
@pytest.mark.timeout(200)
def test_kills_of_a_replay_beside_the_tracker_leave_the_same(
    before: Path, calm: State, seeded: dict[str, str], tmp_path: Path
) -> None:
    data = tmp_path / "wild"
    shutil.copytree(before, data)
    ports = {"KIKIMIMI_SQL_PORT": str(free_port()), "KIKIMIMI_HTTP_PORT": str(free_port())}
    ours = seeded | {"KIKIMIMI_DATA": str(data)} | ports
    with running(ours, "serve"):
        wait_for_sql(data)
        with running(ours, "work", "extract"):
            kill_some(data, ours, random.Random(5))
            assert not killed_after(start(ours), 60)
    assert state(data) == calm
