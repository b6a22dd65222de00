"""What many tests need: a place for everything written, and the command itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

WARNINGS = ",".join(
    (
        "error",
        "ignore:read_text is deprecated:DeprecationWarning",  # kafka-python 3.0 reads its message schemas so
        "ignore:open_text is deprecated:DeprecationWarning",
        "ignore:module 'sre_constants' is deprecated:DeprecationWarning",  # Great Expectations 1.24 imports them
        "ignore:module 'sre_parse' is deprecated:DeprecationWarning",
    )
)

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Fill = Callable[..., str]
Begin = Callable[..., "subprocess.CompletedProcess[bytes]"]


def environment(folder: Path) -> dict[str, str]:
    """The environment of a command that writes below this folder and reads the project's seeds."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KIKIMIMI_")}
    seeds = {"KIKIMIMI_DATA": str(folder / "data"), "KIKIMIMI_SEEDS": str(ROOT / "seeds")}
    seeds["KIKIMIMI_CELLS"] = "1"  # the cores have other tests to do
    return {**kept, **seeds, "COLUMNS": "200", "PYTHONWARNINGS": WARNINGS}


LONG = (
    "dags",
    "docker",
    "test_style.py",
    "walk",
    "replay",
    "load",
    "validate",
    "topics",
    "keep",
    "recovery",
    "serve",
)
"""Folders and files of the tests that take longest, in the order in which they begin, so that no worker is left with one at the end.
Those of recovery kill what is at work after parts of a second, so they keep away from Airflow, which takes all cores."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long ones first; `make test` keeps to this order."""
    places = {name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: places.get(item.path.relative_to(ROOT / "tests").parts[0], len(LONG)))


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A DuckDB file with all tables, opened once by a worker as the product opens a new one."""
    from pipeline.warehouse import open_for_writing

    file = tmp_path_factory.mktemp("empty") / "t.duckdb"
    open_for_writing(file).close()
    return file


@pytest.fixture
def new_file(empty_file: Path, tmp_path: Path) -> Path:
    """A copy of it: making the tables takes longer than most tests."""
    return Path(shutil.copy(empty_file, tmp_path / "t.duckdb"))


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return environment(tmp_path)


def cold(
    command: list[str],
    *,
    input: bytes,  # noqa: A002 — as subprocess.run calls it
    env: dict[str, str],
    cwd: Path,
) -> subprocess.CompletedProcess[bytes]:
    """Begins it as a shell does."""
    return subprocess.run(command, input=input, capture_output=True, env=env, cwd=cwd, check=False)


@pytest.fixture
def begin() -> Begin:
    """How the command is begun: warm. Where the start itself is what is tested, the module has a fixture of this name."""
    from tests import warm

    return warm.run


@pytest.fixture
def kikimimi(environ: dict[str, str], tmp_path: Path, begin: Begin) -> Run:
    """Runs the command with these words, in tmp_path; what it printed comes back as text."""

    def run(*words: str, stdin: bytes = b"", **changed: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pipeline", *words]
        done = begin(command, input=stdin, env=environ | changed, cwd=tmp_path)
        return subprocess.CompletedProcess(
            command, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return run


@pytest.fixture
def fill(kikimimi: Run) -> Fill:
    """Collects, extracts and loads, as `run` does before its validation, which takes seconds; what was printed."""

    def fill(*inputs: str, **changed: str) -> str:
        said = ""
        for words in (
            ("collect", *inputs),
            ("work", "extract", "--until-empty"),
            ("work", "load", "--until-empty"),
        ):
            done = kikimimi(*words, **changed)
            assert done.returncode == 0, done.stderr
            said += done.stdout
        return said

    return fill


@pytest.fixture(scope="session")
def broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real Kafka that all tests of this process share; skips where none can be had."""
    from pipeline.errors import KikimimiError
    from pipeline.topics.broker import free_port, running_broker

    port = free_port()
    with ExitStack() as stack:
        try:
            stack.enter_context(running_broker(tmp_path_factory.mktemp("kafka"), port))
        except KikimimiError as error:
            if os.environ.get("REQUIRE_KAFKA"):
                raise
            pytest.skip(f"no Kafka here: {error}")
        yield f"127.0.0.1:{port}"


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """How to reach a real PostgreSQL that all tests of this process share; skips where there is none."""
    from tests.postgres import find_postgres, running_postgres

    programs = find_postgres()
    if programs is None:
        if os.environ.get("REQUIRE_POSTGRES"):
            pytest.fail("no PostgreSQL here, and REQUIRE_POSTGRES is set")
        pytest.skip("no PostgreSQL here: install Debian's package postgresql")
    with running_postgres(programs) as server:
        yield server


@pytest.fixture
def database(postgres: str, request: pytest.FixtureRequest) -> str:
    """A database of its own on that server, as libpq writes it."""
    name = f"t{abs(hash(request.node.nodeid))}"
    subprocess.run(["psql", f"{postgres} dbname=postgres", "-qc", f"CREATE DATABASE {name}"], check=True)
    return f"{postgres} dbname={name}"


@pytest.fixture
def empty_broker(broker: str) -> str:
    """The same, without the topics and groups of the tests before."""
    from kafka import KafkaAdminClient

    admin = KafkaAdminClient(bootstrap_servers=broker)
    try:
        groups = [group["group_id"] for group in admin.list_groups()]
        admin.delete_groups(groups)
        admin.delete_topics([name for name in admin.list_topics() if not name.startswith("__")])
    finally:
        admin.close()
    return broker
