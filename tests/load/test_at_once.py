"""Two processes begin at once with an empty lake: its tables are made once, and what is laid anew stands there once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pytest
from duckdb import DuckDBPyConnection

from pipeline.collect.sources import Source
from pipeline.load.catalogue import write_catalogue
from pipeline.load.offsets import begin_offsets
from pipeline.load.rates import read_rates, write_rates
from pipeline.load.sources import write_sources
from pipeline.records import Entity
from pipeline.settings import SCHEMAS
from pipeline.topics.base import Partition
from pipeline.warehouse import open_for_writing
from pipeline.warehouse.lake import open_lake
from pipeline.warehouse.migrate import migrate
from pipeline.warehouse.transaction import again

FILES = sorted((SCHEMAS / "tables").glob("*.sql"))
COUNT = 30
ENTITIES = [Entity(id=f"e-{number}", name=f"E {number}", type="organization") for number in range(COUNT)]
SOURCES = [
    Source(id=f"s-{number}", location="https://wire.example.com/feed", kind="feed") for number in range(COUNT)
]
RATES = read_rates(f"date,currency,usd\n2025-01-01,JPY,0.0064\n2025-01-{COUNT},JPY,0.0065\n", "fx.csv")
PARTITIONS = [Partition("t", number) for number in range(COUNT)]

Write = Callable[[DuckDBPyConnection], None]


class Meanwhile:
    """A connection during which something else happens, once: before the statement of this number that begins so."""

    def __init__(
        self, connection: DuckDBPyConnection, beginning: str, number: int, happens: Callable[[], None]
    ) -> None:
        self._connection, self._beginning, self._left, self._happens = connection, beginning, number, happens

    def execute(self, query: str, *parameters: Any) -> DuckDBPyConnection:
        if query.strip().startswith(self._beginning):
            self._left -= 1
            if not self._left:
                self._happens()
        return self._connection.execute(query, *parameters)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


def meanwhile(
    connection: DuckDBPyConnection, beginning: str, number: int, happens: Callable[[], None]
) -> DuckDBPyConnection:
    return cast("DuckDBPyConnection", Meanwhile(connection, beginning, number, happens))


@pytest.fixture
def where(tmp_path: Path, database: str) -> Path:
    """In PostgreSQL: SQLite lets one write at a time, and tells the other."""
    return Path(f"ducklake:postgres:{database} DATA_PATH={tmp_path / 'files'}")


@pytest.fixture
def other(where: Path) -> Iterator[DuckDBPyConnection]:
    with closing(open_for_writing(where)) as connection:
        yield connection


@pytest.mark.parametrize(
    ("write", "table"),
    [
        (lambda connection: write_catalogue(connection, ENTITIES), "entities"),
        (lambda connection: write_sources(connection, SOURCES), "sources"),
        (lambda connection: write_rates(connection, RATES), "fx_rates"),
        (lambda connection: begin_offsets(connection, {"t": "log"}, PARTITIONS), "offsets"),
    ],
    ids=["catalogue", "sources", "rates", "offsets"],
)
def test_what_both_lay_stands_there_once(
    where: Path, other: DuckDBPyConnection, write: Write, table: str
) -> None:
    with closing(open_for_writing(where)) as connection:
        disturbed = meanwhile(connection, "INSERT", 1, lambda: write(other))
        again(lambda: write(disturbed))
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchall() == [(COUNT,)]


@pytest.mark.parametrize("beginning", ["BEGIN", "COMMIT"])
@pytest.mark.parametrize("number", [1, 4, 2 + len(FILES)], ids=["record", "tables", "views"])
def test_tables_and_views_are_made_once(where: Path, beginning: str, number: int) -> None:
    def happens() -> None:
        open_for_writing(where).close()

    with closing(open_lake(str(where), read_only=False)) as connection:
        again(lambda: migrate(meanwhile(connection, beginning, number, happens), where))
        made = connection.execute("SELECT number FROM migrations ORDER BY ALL").fetchall()
        assert made == [(0,), *((int(file.name[:3]),) for file in FILES)]
        assert connection.execute("FROM watchlist").fetchall() == []
