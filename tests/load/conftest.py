"""Topics, a warehouse, and the way between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
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
from pipeline.warehouse.transaction import transaction

Put = Callable[..., None]
Ask = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture
def topics(tmp_path: Path) -> Iterator[Topics]:
    opened = open_topics(f"embedded:{tmp_path / 'topics.db'}")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def lakes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, DuckDBPyConnection]]:
    """The lakes that were opened, which takes a second each; by their kind."""
    with ExitStack() as closed:
        opened: dict[str, DuckDBPyConnection] = {}
        yield opened
        for connection in opened.values():
            closed.enter_context(closing(connection))


WAREHOUSES = ("file", "sqlite", "postgres")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for a warehouse has each of them in turn; those that its module names, if it names some."""
    if "connection" in metafunc.fixturenames:
        kinds = getattr(metafunc.module, "WAREHOUSES", WAREHOUSES)
        metafunc.parametrize("connection", kinds, indirect=True)


@pytest.fixture
def connection(
    request: pytest.FixtureRequest, tmp_path: Path, lakes: dict[str, DuckDBPyConnection]
) -> Iterator[DuckDBPyConnection]:
    """An empty warehouse: a DuckDB file; a DuckLake with its catalogue in SQLite; one with it in PostgreSQL."""
    kind = request.param
    if kind == "file":
        with open_for_writing(tmp_path / "t.duckdb") as opened:
            yield opened
        return
    if kind not in lakes:
        catalogue = tmp_path / "lake.sqlite" if kind == "sqlite" else request.getfixturevalue("database")
        lakes[kind] = open_for_writing(Path(f"ducklake:{kind}:{catalogue} DATA_PATH={tmp_path / 'files'}"))
    yield lakes[kind]
    _empty(lakes[kind])


def _empty(lake: DuckDBPyConnection) -> None:
    """Each table that holds rows loses them; all in one transaction, since a lake takes long to commit."""
    tables = lake.execute(
        "SELECT table_name FROM duckdb_tables() WHERE database_name = 'tracker' AND table_name <> 'migrations'"
    ).fetchall()
    with transaction(lake):
        for (table,) in tables:
            if lake.execute(f"FROM {table} LIMIT 1").fetchall():
                lake.execute(f"DELETE FROM {table}")


@pytest.fixture
def ask(connection: DuckDBPyConnection) -> Ask:
    return lambda query: connection.execute(query).fetchall()


@pytest.fixture
def put(topics: Topics, connection: DuckDBPyConnection) -> Put:
    """Appends the records to their topics, and loads them in one batch."""

    def put(*records: Extraction | Edit | Fetch | Verdict) -> None:
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
        load(topics, connection, lambda _: [])

    return put
