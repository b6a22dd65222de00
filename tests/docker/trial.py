"""The stack on a real Docker engine: a checkout in, what was seen out, one line each; exit code 1 at the first broken promise.

    tests/docker/engine.sh        # where there is no engine
    tests/docker/stand-ins.sh     # where no image registry can be reached
    .venv/bin/python -m tests.docker.trial [--keep]

It runs as a project of its own (kikimimi-trial), with secrets, seeds and ports of its own, and removes all but the image.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from pipeline.topics.broker import free_port
from tests.conftest import ROOT

IMAGE = "kikimimi:trial"
OURS = (
    "tracker",
    "extract",
    "airflow-apiserver",
    "airflow-scheduler",
    "airflow-dag-processor",
    "airflow-triggerer",
)
PATIENCE = 300.0
NEWS = "OpenAI plans to spend 77 billion dollars on Stargate, Sam Altman said. DeepSeek trained its model for 6 million."


def main(keep: bool) -> None:
    """All of it, in the order in which one would try it."""
    with tempfile.TemporaryDirectory(prefix="kikimimi-trial-") as folder:
        build(Path(folder))
        stack = Stack(Path(folder))
        starts_with_secrets_only(stack)
        try:
            began = time.monotonic()
            stack.compose("up", "--detach", "--wait", "--no-build")
            say(f"all healthy after {time.monotonic() - began:.0f} s")
            look_inside(stack)
            look_at_the_doors(stack)
            with stack.airflow() as airflow:
                news_flows(stack, airflow, "flows")
                say(
                    f"a log of a task is there: {bool(log_of(airflow, 'collect_transcripts', 'flows', 'due'))}"
                )
                two_extract(stack)
                scheduler_is_killed(stack, airflow)
                alerts_were_told(airflow)
            memory(stack)
        finally:
            if not keep:
                began = time.monotonic()
                stack.compose("down", "--volumes", "--timeout", "60")
                say(f"down after {time.monotonic() - began:.0f} s")


def build(folder: Path) -> None:
    """The image. pip's certificate and index are handed over as secrets, where this machine has them."""
    conf = ["[global]"]
    secrets = []
    if certificate := os.environ.get("PIP_CERT"):
        conf.append("cert = /run/secrets/ca")
        secrets = ["--secret", f"id=ca,src={certificate}"]
    if index := os.environ.get("PIP_INDEX_URL"):
        conf.append(f"index-url = {index}")
    (folder / "pip.conf").write_text("\n".join(conf))
    began = time.monotonic()
    run(
        "docker",
        "build",
        "--secret",
        f"id=pip,src={folder / 'pip.conf'}",
        *secrets,
        "--tag",
        IMAGE,
        str(ROOT),
    )
    size = int(run("docker", "image", "inspect", "--format", "{{.Size}}", IMAGE))
    say(f"{IMAGE} built in {time.monotonic() - began:.0f} s: {size / 1e6:,.0f} MB with its base")
    layers = run("docker", "history", "--format", "{{.Size}} {{.CreatedBy}}", IMAGE).splitlines()
    say(
        "of these: "
        + ", ".join(line.split(" ")[0] for line in layers if "/opt/venv /opt/venv" in line)
        + " are /opt/venv"
    )


class Stack:
    """One compose project: its folder, environment and ports."""

    def __init__(self, folder: Path) -> None:
        self.seeds = folder / "seeds"
        shutil.copytree(ROOT / "seeds", self.seeds)
        folder.chmod(0o755)
        run("sh", str(ROOT / "docker" / "make-env.sh"), str(folder / "env"))
        self.secrets = dict(
            line.split("=", 1)
            for line in (folder / "env").read_text().splitlines()
            if line[:1] not in ("#", "")
        )
        self.ports = {f"{name}_PORT": str(free_port()) for name in ("AIRFLOW", "HTTP", "SQL", "KAFKA")}
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("KIKIMIMI_", "AIRFLOW_"))
        }
        self.environ = kept | self.ports | {"IMAGE_TAG": "trial", "SEEDS": str(self.seeds)}
        self._words = (
            "docker",
            "compose",
            "--project-name",
            "kikimimi-trial",
            "--env-file",
            str(folder / "env"),
        )

    def compose(self, *words: str) -> str:
        return run(*self._words, *words, environ=self.environ)

    def status(self) -> dict[str, Any]:
        bearer = {"Authorization": f"Bearer {self.secrets['KIKIMIMI_HTTP_TOKEN']}"}
        answer = httpx.get(f"http://127.0.0.1:{self.ports['HTTP_PORT']}/api/v1/status", headers=bearer)
        return dict(answer.raise_for_status().json())

    def sql(self, query: str) -> list[dict[str, Any]]:
        """What a client on this machine is answered over SQL."""
        environ = self.environ | {
            "KIKIMIMI_SQL_PORT": self.ports["SQL_PORT"],
            "KIKIMIMI_SQL_TOKEN": self.secrets["KIKIMIMI_SQL_TOKEN"],
            "KIKIMIMI_TRACKER": "127.0.0.1",
        }
        told = run(sys.executable, "-m", "pipeline", "sql", "--format", "json", query, environ=environ)
        return list(json.loads(told))

    @contextmanager
    def airflow(self) -> Iterator[httpx.Client]:
        """A client of Airflow's REST API that has shown the password of .env."""
        base = f"http://127.0.0.1:{self.ports['AIRFLOW_PORT']}"
        who = {"username": "admin", "password": self.secrets["AIRFLOW_PASSWORD"]}
        token = httpx.post(f"{base}/auth/token", json=who).raise_for_status().json()["access_token"]
        with httpx.Client(
            base_url=f"{base}/api/v2", headers={"Authorization": f"Bearer {token}"}, timeout=30
        ) as client:
            yield client


def starts_with_secrets_only(stack: Stack) -> None:
    done = subprocess.run(
        ["docker", "compose", "--env-file", os.devnull, "config"],
        cwd=ROOT,
        env=stack.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    hold(
        done.returncode != 0 and "docker/make-env.sh" in done.stderr,
        "without .env nothing starts, and it says how to make one",
    )


def look_inside(stack: Stack) -> None:
    for service in OURS:
        told = stack.compose(
            "exec", "-T", service, "sh", "-c", "id -u; touch /app/x 2> /dev/null || echo refused"
        )
        hold(told.split() == ["10001", "refused"], f"{service} is user 10001 and cannot write into its image")
    tools = "import importlib.util as u; print([n for n in ('pytest', 'mypy', 'ruff', 'hatchling') if u.find_spec(n)])"
    hold(
        stack.compose("exec", "-T", "tracker", "python", "-c", tools).strip() == "[]",
        "the image holds no tools of developers",
    )


def look_at_the_doors(stack: Stack) -> None:
    rows = [json.loads(line) for line in stack.compose("ps", "--format", "json").splitlines()]
    open_at = {door["URL"] for row in rows for door in row["Publishers"] if door["PublishedPort"]}
    hold(open_at == {"127.0.0.1"}, f"ports are published on {open_at} only")
    base = f"http://127.0.0.1:{stack.ports['AIRFLOW_PORT']}"
    hold(httpx.get(f"{base}/api/v2/dags").status_code == 401, "Airflow shows nothing to a stranger")
    for guess in ("admin", "airflow", ""):
        answer = httpx.post(f"{base}/auth/token", json={"username": "admin", "password": guess})
        hold(answer.is_client_error, f"Airflow refuses the password {guess!r}")
    stranger = httpx.get(f"http://127.0.0.1:{stack.ports['HTTP_PORT']}/api/v1/status")
    hold(stranger.status_code == 401, "the tracker shows nothing to a stranger")
    hold(stack.sql("SELECT 42 AS answer") == [{"answer": 42}], "SQL answers to this machine, with the token")


def news_flows(stack: Stack, airflow: httpx.Client, name: str) -> None:
    """From a watched folder through a DAG run, Kafka, a worker and the loader into the tables."""
    began = time.monotonic()
    publish(stack, airflow, name)
    wait_for(lambda: state_of(airflow, "collect_transcripts", name) == "success", f"the DAG run {name}")
    wait_for(lambda: len(known(stack, name)) > 0, f"the document {name}")
    hold(
        known(stack, name) == ["deepseek", "openai", "sam-altman", "stargate"],
        f"a DAG run brought its document after {time.monotonic() - began:.0f} s",
    )


def two_extract(stack: Stack) -> None:
    stack.compose("up", "--detach", "--wait", "--no-build", "--scale", "extract=2", "extract")
    running = stack.compose("ps", "--quiet", "--status", "running", "extract").split()
    hold(len(running) == 2, "two extract workers run, both healthy")


def scheduler_is_killed(stack: Stack, airflow: httpx.Client) -> None:
    """In the middle of a run that it has begun."""
    publish(stack, airflow, "killed")
    wait_for(lambda: state_of(airflow, "collect_transcripts", "killed") == "running", "the run to begin")
    stack.compose("kill", "airflow-scheduler")
    began = time.monotonic()
    stack.compose("up", "--detach", "--wait", "--no-build", "--no-recreate", "airflow-scheduler")
    say(f"the scheduler was killed, and is healthy again after {time.monotonic() - began:.0f} s")
    wait_for(
        lambda: state_of(airflow, "collect_transcripts", "killed") == "success", "the run that was killed"
    )
    wait_for(lambda: len(known(stack, "killed")) > 0, "its document")
    twice = stack.sql("SELECT source, title, count(*) AS n FROM documents GROUP BY ALL HAVING n > 1")
    hold(
        twice == [], f"its run ended and its document is there, once, after {time.monotonic() - began:.0f} s"
    )


def alerts_were_told(airflow: httpx.Client) -> None:
    runs = airflow.get("/dags/on_alert/dagRuns").raise_for_status().json()["total_entries"]
    hold(runs > 0, f"on_alert has run {runs} times, by its watcher")
    errors = airflow.get("/importErrors").raise_for_status().json()["total_entries"]
    hold(errors == 0, "every DAG was imported")


def memory(stack: Stack) -> None:
    wanted = stack.compose("ps", "--quiet").split()
    say(
        "memory: "
        + "; ".join(
            run("docker", "stats", "--no-stream", "--format", "{{.Name}} {{.MemUsage}}", *wanted).splitlines()
        )
    )


def publish(stack: Stack, airflow: httpx.Client, name: str) -> None:
    """A folder of its own, which was never visited and so is due at once."""
    (stack.seeds / name).mkdir()
    (stack.seeds / name / "news.txt").write_text(f"{name}\n\n{NEWS}\n", encoding="utf-8")
    with (stack.seeds / "sources.yaml").open("a", encoding="utf-8") as sources:
        sources.write(f"\n  - {{id: {name}, location: {name}, document: transcript}}\n")
    asked = {"dag_run_id": name, "logical_date": None}
    airflow.post("/dags/collect_transcripts/dagRuns", json=asked).raise_for_status()


def known(stack: Stack, name: str) -> list[str]:
    """The entities of the document that was made of this file."""
    rows = stack.sql(
        "SELECT DISTINCT entity FROM mentions JOIN documents USING (doc_id) "
        f"WHERE source = '{name}' AND entity IS NOT NULL ORDER BY entity"
    )
    return [row["entity"] for row in rows]


def state_of(airflow: httpx.Client, dag: str, name: str) -> str:
    return str(airflow.get(f"/dags/{dag}/dagRuns/{name}").raise_for_status().json()["state"])


def log_of(airflow: httpx.Client, dag: str, name: str, task: str) -> str:
    return airflow.get(f"/dags/{dag}/dagRuns/{name}/taskInstances/{task}/logs/1").raise_for_status().text


def wait_for(done: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not done():
        hold(time.monotonic() < deadline, f"{what} comes within {PATIENCE:.0f} s", quiet=True)
        time.sleep(1)


def hold(promise: bool, what: str, quiet: bool = False) -> None:
    if not promise:
        raise SystemExit(f"BROKEN: {what}")
    if not quiet:
        say(what)


def say(line: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {line}", flush=True)  # noqa: T201


def run(*words: str, environ: dict[str, str] | None = None) -> str:
    done = subprocess.run(words, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"BROKEN: {' '.join(words)}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return done.stdout


if __name__ == "__main__":
    main(keep="--keep" in sys.argv)
