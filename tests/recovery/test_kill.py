"""Kill and resume: kill -9 at random moments of a run, run again, and everything is as if nothing had happened.

Compared are all rows but the fetches (a log of attempts, and a killed run is one more) and the clock's columns.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import duckdb
import pytest
from tests.recovery.generator import write_documents

from pipeline.topics import open_topics

DOCUMENTS, KILLS = 200, 20
CLOCK = {"documents": "collected_at", "alerts": "fired_at", "deliveries": "delivered_at", "dead_letters": "failed_at"}
TABLES = ("documents", "mentions", "figures", "extractor_runs", "alerts", "deliveries", "dead_letters", "entities", "aliases")
STREAM = ("documents", "extractions", "dead-letters")


def state(data: Path) -> dict[str, Any]:
    """All that a run leaves behind: rows, offsets in DuckDB, ends of the topics and where the groups stand."""
    with duckdb.connect(str(data / "tracker.duckdb"), read_only=True) as connection:
        seen: dict[str, Any] = {
            table: connection.execute(
                f"SELECT * {f'EXCLUDE {CLOCK[table]}' if table in CLOCK else ''} FROM {table} ORDER BY ALL"
            ).fetchall()
            for table in TABLES
        }
        offsets = "SELECT * FROM offsets WHERE topic <> 'fetches' AND position > 0 ORDER BY ALL"
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


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_documents(tmp_path / "texts", DOCUMENTS)
    return tmp_path / "texts"


@pytest.fixture
def undisturbed(folder: Path, environ: dict[str, str], tmp_path: Path) -> tuple[dict[str, Any], float]:
    """What one whole run leaves behind, and how many seconds it takes."""
    data = tmp_path / "undisturbed"
    began = time.monotonic()
    subprocess.run(command("run", str(folder)), env=environ | {"KIKIMIMI_DATA": str(data)}, check=True, capture_output=True)
    return state(data), time.monotonic() - began


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_twenty_kills_leave_what_an_undisturbed_run_leaves(
    folder: Path, environ: dict[str, str], tmp_path: Path, undisturbed: tuple[dict[str, Any], float]
) -> None:
    expected, seconds = undisturbed
    assert len(expected["documents"]) == DOCUMENTS
    assert expected["alerts"]
    data = tmp_path / "disturbed"
    moments = random.Random(20)
    killed = 0
    for number in range(KILLS):
        if number % 5 == 0 and data.exists():  # begin anew now and then, so that early stages are hit as well
            data = tmp_path / f"disturbed-{number}"
        process = subprocess.Popen(
            command("run", str(folder)), env=environ | {"KIKIMIMI_DATA": str(data)},
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        try:
            _, said = process.communicate(timeout=moments.uniform(0.3, seconds))
            assert process.returncode == 0, said.decode()
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.communicate()
            killed += 1
        if number % 5 == 4:
            subprocess.run(command("run", str(folder)), env=environ | {"KIKIMIMI_DATA": str(data)}, check=True, capture_output=True)
            assert state(data) == expected
    assert killed >= KILLS * 3 // 4
