"""The sources in the warehouse: those of sources.yaml in, the table `sources` out, replaced as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from pipeline.warehouse.transaction import laying, lent

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Source(Protocol):
    """What the table says of a source; without a family it is one of its own."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def family(self) -> str: ...
    @property
    def location(self) -> str: ...
    @property
    def tags(self) -> Sequence[str]: ...


def write_sources(connection: DuckDBPyConnection, sources: Iterable[Source]) -> None:
    """Lays the sources anew, so that the views know their names and publisher families."""
    known = list(sources)
    with laying(connection):
        connection.execute("DELETE FROM sources")
        if not known:
            return
        columns: dict[str, list[Any]] = {
            "source": [one.id for one in known],
            "name": [one.name or one.id for one in known],
            "family": [one.family or one.id for one in known],
            "location": [one.location for one in known],
            "tags": [" ".join(one.tags) for one in known],
        }
        with lent(connection, **columns):
            connection.execute(
                "INSERT INTO sources BY NAME SELECT * REPLACE (if(tags = '', [], string_split(tags, ' ')) AS tags) FROM lent"
            )
