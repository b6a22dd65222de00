"""What Airflow sees of dags/ before anything runs: files that parse fast, and tasks that are retried, timed and described."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

FILES = sorted((ROOT / "dags").glob("*.py"))
SLOW = ("spacy", "duckdb", "great_expectations", "sudachipy", "pyarrow", "kafka", "feedparser", "trafilatura")
PARSE = """
import importlib.util, json, sys, time
import airflow.sdk
before = time.process_time()
for path in sys.argv[1].split(":"):
    spec = importlib.util.spec_from_file_location("parsed", path)
    spec.loader.exec_module(importlib.util.module_from_spec(spec))
print(json.dumps([time.process_time() - before, list(sys.modules)]))
"""
DESCRIBE = """
import json, sys
from airflow.dag_processing.dagbag import DagBag
bag = DagBag(sys.argv[1])
def seconds(one): return None if one is None else one.total_seconds()
print(json.dumps({"errors": bag.import_errors, "dags": [
    {"id": dag.dag_id, "file": dag.fileloc, "catchup": dag.catchup, "doc": dag.doc_md, "tags": sorted(dag.tags),
     "zone": str(dag.timezone), "timeout": seconds(dag.dagrun_timeout), "schedule": str(dag.timetable),
     "tasks": [{"id": task.task_id, "owner": task.owner, "retries": task.retries, "doc": task.doc_md,
                "timeout": seconds(task.execution_timeout), "backoff": task.retry_exponential_backoff,
                "policy": task.retry_policy is not None, "below": sorted(task.downstream_task_ids)} for task in dag.tasks]}
    for dag in bag.dags.values()]}))
"""


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """All DAGs as Airflow reads them."""
    home = tmp_path_factory.mktemp("airflow")
    return dict(json.loads(_python(DESCRIBE, str(ROOT / "dags"), home)))


def _python(code: str, word: str, home: Path) -> str:
    environ = {"AIRFLOW_HOME": str(home), "AIRFLOW__CORE__LOAD_EXAMPLES": "False", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [sys.executable, "-c", code, word], env=environ, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip().splitlines()[-1]


def test_files_parse_at_once_and_load_nothing_slow(tmp_path: Path) -> None:
    seconds, modules = json.loads(_python(PARSE, ":".join(map(str, FILES)), tmp_path))
    assert (
        seconds < 2
    )  # of this process alone; the issue allows each file that much, and all of them together take a tenth
    assert [name for name in SLOW if name in modules] == []


def test_every_file_is_one_dag_of_its_name(described: dict[str, Any]) -> None:
    assert described["errors"] == {}
    assert sorted(dag["id"] for dag in described["dags"]) == [file.stem for file in FILES]
    assert all(Path(dag["file"]).stem == dag["id"] for dag in described["dags"])


def test_every_dag_is_described_and_makes_up_for_nothing(described: dict[str, Any]) -> None:
    for dag in described["dags"]:
        assert dag["doc"], dag["id"]
        assert "kikimimi" in dag["tags"], dag["id"]
        assert dag["zone"] == "UTC", dag["id"]
        assert dag["catchup"] is False, dag["id"]
        assert dag["timeout"], dag["id"]


def test_every_task_is_owned_retried_timed_and_described(described: dict[str, Any]) -> None:
    tasks = [(dag["id"], task) for dag in described["dags"] for task in dag["tasks"]]
    assert len(tasks) > len(FILES)
    for dag, task in tasks:
        name = f"{dag}.{task['id']}"
        assert task["owner"] == "kikimimi", name
        assert task["retries"] >= 1, name
        assert task["backoff"] >= 2, name
        assert task["policy"], name
        assert 0 < task["timeout"] <= timedelta(hours=6).total_seconds(), name
        assert task["doc"], name


def test_no_task_waits_for_itself(described: dict[str, Any]) -> None:
    for dag in described["dags"]:
        below = {task["id"]: set(task["below"]) for task in dag["tasks"]}
        while below:
            ends = {name for name, after in below.items() if not after}
            assert ends, f"{dag['id']}: a cycle among {sorted(below)}"
            below = {name: after - ends for name, after in below.items() if name not in ends}


def test_a_dag_is_schedule_and_wiring() -> None:
    for file in FILES:
        assert len(file.read_text(encoding="utf-8").splitlines()) < 90, file.name
