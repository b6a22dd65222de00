"""A good tracker, a copy of it to spoil, and what the suites say of that."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import duckdb
import pytest

from pipeline.extract.names.catalogue import load_catalogue
from pipeline.records import Finding, Verdict
from pipeline.settings import Settings, read_settings
from pipeline.topics.envelope import pack
from pipeline.validate.run import suites_of, validate
from pipeline.warehouse import open_for_writing
from pipeline.warehouse.asking import asking_of
from tests.conftest import ROOT
from tests.validate.goods import build

Kinds = Mapping[str, tuple[str, ...]]
"""Of a corruption the expectation that is meant to catch it, and the statements that plant it."""
OTHERS = 5
"""Expectations that may fail beside the one that is meant."""


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("good") / "tracker.duckdb"
    build(path, datetime.now(UTC))
    return path


@pytest.fixture(scope="session")
def loose(good: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy whose tables take anything: nothing is NOT NULL."""
    path = tmp_path_factory.mktemp("loose") / "tracker.duckdb"
    shutil.copy(good, path)
    with closing(open_for_writing(path, threads=1)) as connection:
        for table, column in connection.execute(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT is_nullable AND NOT internal"
        ).fetchall():
            connection.execute(f"ALTER TABLE {table} ALTER COLUMN {column} DROP NOT NULL")
    return path


@pytest.fixture
def spoiled(loose: Path, tmp_path: Path) -> duckdb.DuckDBPyConnection:
    """A connection to a copy of that, to spoil."""
    return copied(loose, tmp_path)


def copied(loose: Path, folder: Path) -> duckdb.DuckDBPyConnection:
    shutil.copy(loose, folder / "tracker.duckdb")
    return open_for_writing(folder / "tracker.duckdb", threads=1)


@cache
def settings() -> Settings:
    return read_settings({"KIKIMIMI_SEEDS": str(ROOT / "seeds")})


@cache
def entities() -> frozenset[str]:
    return frozenset(load_catalogue(ROOT / "seeds" / "catalogue"))


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


def check_caught(connection: duckdb.DuckDBPyConnection, kinds: Sequence[tuple[str, ...]]) -> None:
    """Plants these kinds of corruption; fails unless the expectations that are meant tell of them, and few others."""
    for _, *statements in kinds:
        for statement in statements:
            connection.execute(statement)
    found = findings_of(connection).keys()
    meant = {meant for meant, *_ in kinds}
    assert meant <= found, f"only {sorted(found)}"
    assert len(found - meant) <= OTHERS, sorted(found)


def told_of(kinds: Kinds, loose: Path, folder: Path) -> dict[str, int]:
    """Plants all kinds in one tracker, each in a document {one}, {alert} or {fetch} of its own; how many rows each
    expectation then tells of."""
    connection = copied(loose, folder)
    keys = {"one": ("documents", "doc_id"), "alert": ("alerts", "alert_id"), "fetch": ("fetches", "fetch_id")}
    rows = {
        mark: [
            f"{key} = '{one}'"
            for (one,) in connection.execute(f"SELECT {key} FROM {table} ORDER BY 1").fetchall()
        ]
        for mark, (table, key) in keys.items()
    }
    for number, (_, *statements) in enumerate(kinds.values()):
        for statement in statements:
            connection.execute(statement.format(**{mark: found[number] for mark, found in rows.items()}))
    return {name: one.unexpected for name, one in findings_of(connection).items()}


def counts_meant(kinds: Kinds, beside: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    """By expectation, of how many rows it is to tell. beside: what else is wrong by a kind of corruption."""
    assert beside.keys() <= kinds.keys()
    return Counter(meant for meant, *_ in kinds.values()) + sum(map(Counter, beside.values()), Counter[str]())
