"""docker-compose.yml, as compose reads it: what it starts with, who reaches it, and what each service may take."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from pipeline.settings import read_settings
from tests.conftest import ROOT

SECRETS = [
    line.removesuffix("=") for line in (ROOT / ".env.example").read_text().splitlines() if line[-1:] == "="
]
ONCE = "airflow-init"
OURS = {"tracker", "extract"}
Model = dict[str, Any]


def _docker_compose() -> list[str]:
    words = ["docker", "compose"]
    known = shutil.which("docker") and subprocess.run([*words, "version"], capture_output=True, check=False)
    return [*words, "config", "--format", "json"] if known and known.returncode == 0 else []


COMPOSE = _docker_compose()
ALONE = shutil.which("compose-spec")
"""The program of compose's own library, which is built in seconds (.ci/run). It checks all but knows no variables."""
if not (COMPOSE or ALONE or os.environ.get("REQUIRE_COMPOSE")):
    pytest.skip("no docker compose here, nor compose-spec (.ci/run)", allow_module_level=True)


def _read(secrets: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    """As JSON, read in a folder of its own, so that a .env of the checkout plays no part."""
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    words = COMPOSE or [ALONE or "compose-spec", "-format", "json", "docker-compose.yml"]
    if not COMPOSE:
        text = re.sub(r"\$\{(\w+):-([^}]*)\}", r"\2", text)
        for name, value in secrets.items():
            text = re.sub(rf"\$\{{{name}:[?][^}}]*\}}", value, text)
    (folder / "docker-compose.yml").write_text(text, encoding="utf-8")
    environ = {
        name: os.environ[name] for name in ("HOME", "PATH", "DOCKER_HOST") if name in os.environ
    } | secrets
    return subprocess.run(words, cwd=folder, env=environ, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Model:
    done = _read(dict.fromkeys(SECRETS, "a-secret-of-16-or-more"), tmp_path_factory.mktemp("compose"))
    assert done.returncode == 0, done.stderr
    found: Model = json.loads(done.stdout)["services"]
    return found


@pytest.mark.parametrize("missing", SECRETS)
def test_nothing_starts_without_each_secret(missing: str, tmp_path: Path) -> None:
    done = _read({name: "a-secret-of-16-or-more" for name in SECRETS if name != missing}, tmp_path)
    assert done.returncode != 0
    assert missing in done.stderr
    assert "docker/make-env.sh" in done.stderr


def test_no_secret_has_a_value_in_the_file() -> None:
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    for name in SECRETS:
        assert f"${{{name}:?" in text
        assert not re.search(rf"\$\{{{name}(?!:\?)", text), f"{name} has a default"


def test_ports_are_published_on_this_machine_only(services: Model) -> None:
    ports = {
        name: [port["host_ip"] for port in one["ports"]] for name, one in services.items() if "ports" in one
    }
    assert ports == {
        "airflow-apiserver": ["127.0.0.1"],
        "kafka": ["127.0.0.1"],
        "tracker": ["127.0.0.1", "127.0.0.1"],
    }


def test_every_service_is_checked_limited_and_stripped_of_rights(services: Model) -> None:
    assert set(services) == OURS | {"kafka", "postgres", ONCE} | {
        f"airflow-{part}" for part in ("apiserver", "scheduler", "dag-processor", "triggerer")
    }
    for name, one in services.items():
        limits = one["deploy"]["resources"]["limits"]
        assert limits["memory"], name
        assert limits["cpus"], name
        assert one["restart"] == ("no" if name == ONCE else "unless-stopped"), name
        assert ("healthcheck" in one) == (name != ONCE), name
        assert one["cap_drop"] == ["ALL"], name
        assert one["security_opt"] == ["no-new-privileges:true"], name
        assert one["logging"]["options"]["max-size"], name
        assert "container_name" not in one, f"{name} could not be scaled"
        assert one.get("read_only") or name == "kafka", name  # whose image writes its settings on start


def test_a_service_waits_for_those_that_it_needs_to_be_healthy(services: Model) -> None:
    for name, one in services.items():
        for other, how in one.get("depends_on", {}).items():
            wanted = "service_completed_successfully" if other == ONCE else "service_healthy"
            assert how["condition"] == wanted, f"{name} on {other}"
    for part in ("apiserver", "scheduler", "dag-processor", "triggerer"):
        assert ONCE in services[f"airflow-{part}"]["depends_on"]
    for name in OURS:
        assert "kafka" in services[name]["depends_on"]


def test_only_airflow_reaches_its_tables(services: Model) -> None:
    reaching = {name for name, one in services.items() if "metadata" in one.get("networks", {})}
    assert reaching == {"postgres"} | {name for name in services if name.startswith("airflow-")}


def test_our_settings_are_settings(services: Model) -> None:
    """read_settings refuses a name that it does not know and a value that is none."""
    tracker = read_settings(_environment(services, "tracker"))
    assert (tracker.listen, tracker.topics) == ("0.0.0.0", "kafka:kafka:9092")
    assert read_settings(_environment(services, "extract")).topics == "kafka:kafka:9092"


def test_airflow_finds_topics_and_tracker_by_its_connections(services: Model) -> None:
    environ = _environment(services, "airflow-scheduler")
    kafka = json.loads(environ["AIRFLOW_CONN_KIKIMIMI_KAFKA"])
    assert kafka["extra"]["bootstrap.servers"] == "kafka:9092"
    tracker = json.loads(environ["AIRFLOW_CONN_KIKIMIMI_TRACKER"])
    ours = read_settings(_environment(services, "tracker"))
    assert (tracker["host"], tracker["port"], tracker["password"]) == (
        "tracker",
        ours.http_port,
        ours.http_token,
    )
    assert tracker["extra"] == {"sql_port": ours.sql_port, "sql_token": ours.sql_token}
    read_settings(environ)


def test_the_password_of_airflow_is_told_to_its_api_server_only(services: Model) -> None:
    told = {name for name, one in services.items() if "AIRFLOW_PASSWORD" in one.get("environment", {})}
    assert told == {"airflow-apiserver"}


def _environment(services: Model, name: str) -> dict[str, str]:
    given = services[name]["environment"]
    return {key: str(value) for key, value in given.items() if value is not None}
