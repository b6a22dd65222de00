"""A document's way under Airflow: a run asked for over its REST API, and what follows by itself, a killed scheduler included."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from pipeline.topics.broker import free_port
from tests.dags.conftest import Stack, placed, wait_for

SUITES = 6
PATIENCE = 330
"""Seconds from the trigger to the last of what follows, the kill included. On idle cores it takes under two minutes, but here
other tests want the cores too."""


class Rest:
    """Airflow's REST API, as the user admin."""

    def __init__(self, stack: Stack) -> None:
        home = Path(stack.environ["AIRFLOW_HOME"])
        passwords = json.loads((home / "simple_auth_manager_passwords.json.generated").read_text())
        self._client = httpx.Client(
            base_url=f"http://127.0.0.1:{stack.environ['AIRFLOW__API__PORT']}", timeout=30, trust_env=False
        )
        try:
            wait_for(self.healthy, "scheduler, triggerer and API server are up", 90)
        except BaseException:
            self.close()
            raise
        token = self._ask("POST", "/auth/token", username="admin", password=passwords["admin"])[
            "access_token"
        ]
        self._client.headers["Authorization"] = f"Bearer {token}"

    def close(self) -> None:
        """Lets go of its connections."""
        self._client.close()

    def healthy(self) -> bool:
        """Whether all parts of it say that they are."""
        try:
            health = self._client.get("/api/v2/monitor/health").json()
        except (httpx.HTTPError, ValueError):
            return False
        return all(health[one]["status"] == "healthy" for one in ("scheduler", "triggerer", "dag_processor"))

    def resume(self, dag: str) -> None:
        """Lets it run; waits until it was read."""
        wait_for(lambda: self._client.get(f"/api/v2/dags/{dag}").is_success, f"{dag} is known")
        self._ask("PATCH", f"/api/v2/dags/{dag}", is_paused=False)

    def trigger(self, dag: str) -> str:
        """Asks for a run; its id."""
        return str(self._ask("POST", f"/api/v2/dags/{dag}/dagRuns", logical_date=None)["dag_run_id"])

    def runs(self, dag: str, kind: str = "") -> list[dict[str, Any]]:
        """Its runs, of one kind or all."""
        found: list[dict[str, Any]] = self._ask("GET", f"/api/v2/dags/{dag}/dagRuns")["dag_runs"]
        return [one for one in found if one["run_type"] == (kind or one["run_type"])]

    def skip_first(self, dag: str) -> None:
        """Ends the run that its schedule has begun when it was resumed: what it would do costs a minute, and another run follows."""
        wait_for(lambda: self.runs(dag, "scheduled"), f"{dag} has begun by its schedule")
        for one in self.runs(dag, "scheduled"):
            self._ask("PATCH", f"/api/v2/dags/{dag}/dagRuns/{one['dag_run_id']}", state="success")

    def at_rest(self, dag: str) -> bool:
        """Whether none of its runs goes on."""
        return all(one["state"] in ("success", "failed") for one in self.runs(dag))

    def ended(self, dag: str, state: str) -> bool:
        """Whether a run of it that an asset has started ended so."""
        return any(one["state"] == state for one in self.runs(dag, "asset_triggered"))

    def states(self, dag: str) -> dict[str, str]:
        """The last states of its task instances, by task and what they are mapped over; those that did not run left out."""
        found = self._ask("GET", f"/api/v2/dags/{dag}/dagRuns/~/taskInstances")["task_instances"]
        return {
            f"{one['task_id']} {one['rendered_map_index'] or ''}".strip(): one["state"]
            for one in sorted(found, key=lambda one: one["run_after"])
            if one["state"]
        }

    def _ask(self, verb: str, path: str, **body: Any) -> Any:
        answer = self._client.request(verb, path, json=body or None)
        assert answer.is_success, f"{verb} {path}: {answer.status_code} {answer.text[:500]}"
        return answer.json()


@pytest.fixture(scope="module")
def up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """What `make up` runs, with its DAGs at rest; at the end `make down` leaves nothing of it."""
    from pipeline.errors import KikimimiError
    from pipeline.topics.broker_jars import find_java

    try:
        find_java()
    except KikimimiError as error:
        if os.environ.get("REQUIRE_KAFKA"):
            raise
        pytest.skip(f"no Kafka here: {error}")
    broker = f"127.0.0.1:{free_port()}"
    paused = {"AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "True"}
    with placed(tmp_path_factory.mktemp("up"), KIKIMIMI_TOPICS=f"kafka:{broker}", **paused) as stack:
        command = (sys.executable, "-m", "pipeline.stack")
        with stack.process(*command, "up"):
            yield stack
            assert "is down" in stack.run(*command, "down")
        assert [one.pid for one in psutil.process_iter() if belongs(one, stack)] == []


@pytest.fixture(scope="module")
def standalone(up: Stack) -> Iterator[Rest]:
    """Airflow's REST API, once all of it is up, with the DAGs of this walk resumed."""
    home = Path(up.environ["AIRFLOW_HOME"])
    wait_for(lambda: (home / "prepared").exists(), "Airflow is prepared", 90)
    with closing(Rest(up)) as rest:
        for dag in ("validate", "on_alert", "collect_feeds"):
            rest.resume(dag)
        rest.skip_first("validate")
        yield rest


@pytest.mark.timeout(600)
def test_a_run_asked_for_over_rest_is_followed_by_all_the_rest_though_the_scheduler_is_killed(
    standalone: Rest, up: Stack
) -> None:
    wait_for(lambda: standalone.at_rest("collect_feeds"), "the run of its first schedule is over")
    up.follow_feeds()
    began = time.monotonic()

    def wait(condition: Callable[[], object], what: str) -> None:
        wait_for(condition, what, PATIENCE - (time.monotonic() - began))

    standalone.trigger("collect_feeds")
    wait(lambda: "running" in standalone.states("collect_feeds").values(), "a task runs")
    with killed_scheduler(up):
        wait(lambda: len(up.ask("FROM documents")) == 2, "what both feeds hold is loaded")
        wait(lambda: up.ask("FROM alerts"), "an alert is there")
        wait(lambda: standalone.runs("validate", "asset_triggered"), "validate follows by its asset")
        wait(lambda: len(up.ask("FROM verdicts")) >= SUITES, "verdicts of all suites are loaded")
        wait(lambda: standalone.ended("validate", "success"), "validate ends well")
        wait(lambda: standalone.ended("on_alert", "success"), "on_alert runs by its watcher")
        assert up.ask("SELECT source, count(*) FROM documents GROUP BY ALL ORDER BY ALL") == [
            ("news", 1),
            ("nouvelles", 1),
        ]
        states = standalone.states("collect_feeds")
        assert (states["collect news"], states["collect nouvelles"]) == ("success", "success")


@contextmanager
def killed_scheduler(stack: Stack) -> Iterator[None]:
    """Kills the scheduler as a crash does, and starts another one in its place."""
    with ExitStack() as closed:
        [pid] = [one.pid for one in psutil.process_iter(["cmdline"]) if is_scheduler(one, stack)]
        os.kill(pid, signal.SIGKILL)
        closed.enter_context(stack.process(str(Path(sys.executable).with_name("airflow")), "scheduler"))
        yield


def is_scheduler(process: psutil.Process, stack: Stack) -> bool:
    """Whether it is the scheduler of this very Airflow."""
    return (process.info["cmdline"] or [])[-1:] == ["scheduler"] and belongs(process, stack)


def belongs(process: psutil.Process, stack: Stack) -> bool:
    """Whether the stack has started it, or one of its processes has."""
    try:
        return bool(process.environ().get("AIRFLOW_HOME") == stack.environ["AIRFLOW_HOME"])
    except psutil.Error:
        return False
