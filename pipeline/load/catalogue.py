"""The catalogue in the warehouse: entities in, the tables entities and aliases out, replaced as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pipeline.load.merges import write_promoted
from pipeline.load.rows import catalogue_tables
from pipeline.records import Entity
from pipeline.warehouse.transaction import laying

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def write_catalogue(connection: DuckDBPyConnection, entities: Iterable[Entity]) -> None:
    """Lays the catalogue anew, so that the views name what the extractor knows."""
    with laying(connection):
        for table, rows in catalogue_tables(entities).items():
            connection.execute(f"DELETE FROM {table}")
            connection.register("incoming", rows)
            connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")
            connection.unregister("incoming")
        write_promoted(connection)
