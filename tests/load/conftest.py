"""Topics, a warehouse, and the way between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from duckdb import DuckDBPyConnection

from pipeline.load.run import load
from pipeline.records import Edit, Extraction, Fetch, Verdict
from pipeline.topics import open_topics
from pipeline.topics.base import Topics
from pipeline.topics.envelope import pack
from pipeline.warehouse import open_for_writing
from tests import empty
from tests.empty import Anew

Put = Callable[..., None]
Ask = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture
def topics(tmp_path: Path) -> Iterator[Topics]:
    opened = open_topics(f"embedded:{tmp_path / 'topics.db'}")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def lake_in_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Anew]:
    with empty.lake_in_sqlite(tmp_path_factory.mktemp("lake")) as anew:
        yield anew


@pytest.fixture(scope="session")
def lake_in_postgres(postgres: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Anew]:
    with empty.lake_in_postgres(postgres, tmp_path_factory.mktemp("lake")) as anew:
        yield anew


WAREHOUSES = ("file", "sqlite", "postgres")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for a warehouse has a DuckDB file; one that is marked `lakes` has each warehouse in turn, of those
    that its module names, if it names some.

    What a statement says is DuckDB's in a lake too, and costs six times as much there: test_lakes.py compares a life on
    lakes with one in a file, and marked are tests that run a statement with an effect that it has not there, or on what
    the same transaction has written.
    """
    if "connection" in metafunc.fixturenames:
        kinds = getattr(metafunc.module, "WAREHOUSES", WAREHOUSES)
        marked = metafunc.definition.get_closest_marker("lakes")
        metafunc.parametrize("connection", kinds if marked else kinds[:1], indirect=True)


@pytest.fixture
def connection(request: pytest.FixtureRequest) -> Iterator[DuckDBPyConnection]:
    """An empty warehouse, with one thread as `work load` has it: a DuckDB file; a DuckLake with its catalogue in SQLite; one with it in PostgreSQL."""
    if request.param == "file":
        with open_for_writing(request.getfixturevalue("new_file"), threads=1) as opened:
            yield opened
    else:
        yield request.getfixturevalue(f"lake_in_{request.param}")()


@pytest.fixture
def ask(connection: DuckDBPyConnection) -> Ask:
    return lambda query: connection.execute(query).fetchall()


def append(topics: Topics, *records: Extraction | Edit | Fetch | Verdict) -> None:
    """Appends the records to their topics."""
    for record in records:
        match record:
            case Extraction():
                topics.append("extractions", [pack("extractions", record.document.doc_id, record)])
            case Edit():
                topics.append("edits", [pack("edits", record.target, record)])
            case Fetch():
                topics.append("fetches", [pack("fetches", record.source, record)])
            case Verdict():
                topics.append("verdicts", [pack("verdicts", record.suite, record)])


@pytest.fixture
def put(topics: Topics, connection: DuckDBPyConnection) -> Put:
    """Appends the records to their topics, and loads them in one batch."""

    def put(*records: Extraction | Edit | Fetch | Verdict) -> None:
        append(topics, *records)
        load(topics, connection, lambda _: [])

    return put
