"""A good tracker, a copy of it to spoil, and what the suites say of that."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import duckdb
import pytest

from pipeline.extract.catalogue import load_catalogue
from pipeline.records import Finding, Verdict
from pipeline.settings import Settings, read_settings
from pipeline.topics.envelope import pack
from pipeline.validate.run import suites_of, validate
from pipeline.warehouse import open_for_writing
from pipeline.warehouse.asking import asking_of
from tests.conftest import ROOT
from tests.validate.goods import build

OTHERS = 5
"""Expectations that may fail beside the one that is meant."""


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("good") / "tracker.duckdb"
    build(path, datetime.now(UTC))
    return path


@pytest.fixture
def spoiled(good: Path, tmp_path: Path) -> duckdb.DuckDBPyConnection:
    """A connection to a copy whose tables take anything: nothing is NOT NULL."""
    shutil.copy(good, tmp_path / "tracker.duckdb")
    connection = open_for_writing(tmp_path / "tracker.duckdb")
    for table, column in connection.execute(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT is_nullable AND NOT internal"
    ).fetchall():
        connection.execute(f"ALTER TABLE {table} ALTER COLUMN {column} DROP NOT NULL")
    return connection


@cache
def settings() -> Settings:
    return read_settings({"KIKIMIMI_SEEDS": str(ROOT / "seeds")})


@cache
def entities() -> frozenset[str]:
    return frozenset(load_catalogue(ROOT / "seeds" / "catalogue").entities)


def verdicts_on(connection: duckdb.DuckDBPyConnection, *named: str) -> list[Verdict]:
    """What the suites of these names, or all, say."""
    with asking_of(connection, 60) as ask:
        return validate(ask, suites_of(settings(), named, entities()), "yuki")


def findings_of(connection: duckdb.DuckDBPyConnection, *named: str) -> dict[str, Finding]:
    """What is wrong, by the names of the expectations."""
    with closing(connection):
        verdicts = verdicts_on(connection, *named)
    for one in verdicts:
        assert pack("verdicts", one.suite, one), (
            "whatever is wrong, its verdict is a message that can be sent"
        )
    return {one.expectation: one for verdict in verdicts for one in verdict.failed}


def check_caught(connection: duckdb.DuckDBPyConnection, meant: str, statements: Sequence[str]) -> None:
    """Spoils the tracker; fails unless this expectation tells of it, and few others."""
    for statement in statements:
        connection.execute(statement)
    found = findings_of(connection)
    assert meant in found, f"only {sorted(found)}"
    assert len(found.keys() - {meant}) <= OTHERS, sorted(found)
