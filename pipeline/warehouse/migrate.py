"""Migrations: the numbered files of schemas/tables/ in, a database that has had each of them once out.

The views of schemas/views/ are laid again when their text has changed: they hold no data.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import Misconfigured
from pipeline.settings import SCHEMAS
from pipeline.warehouse.transaction import transaction

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_RECORD = """
CREATE TABLE IF NOT EXISTS migrations (number INTEGER NOT NULL, name VARCHAR NOT NULL, digest VARCHAR NOT NULL);
COMMENT ON TABLE migrations IS 'Which files of schemas/tables/ this database has had; number 0 is the views';
COMMENT ON COLUMN migrations.number IS 'Number at the head of the file name';
COMMENT ON COLUMN migrations.name IS 'File name';
COMMENT ON COLUMN migrations.digest IS 'SHA-256 of the file as it was applied';
"""


def migrate(connection: DuckDBPyConnection, path: Path, schemas: Path = SCHEMAS) -> None:
    """Brings the database up to date, each file in a transaction with its record.

    Raises Misconfigured when the database has had a file that this program does not know: it is newer.
    """
    connection.execute(_RECORD)
    applied = dict(connection.execute("SELECT number, name FROM migrations WHERE number > 0").fetchall())
    files = {int(file.name[:3]): file for file in sorted((schemas / "tables").glob("[0-9][0-9][0-9]_*.sql"))}
    unknown = applied.keys() - files.keys()
    if unknown:
        newest = applied[max(unknown)]
        raise Misconfigured(
            f"{path} has had {newest}, which this program does not know", "use a newer kikimimi"
        )
    for number in sorted(files.keys() - applied.keys()):
        _apply(connection, number, files[number].name, files[number].read_text(encoding="utf-8"))
    views = sorted((schemas / "views").glob("*.sql"))
    _lay_views(connection, "\n".join(file.read_text(encoding="utf-8") for file in views))


def _lay_views(connection: DuckDBPyConnection, text: str) -> None:
    known = connection.execute("SELECT digest FROM migrations WHERE number = 0").fetchone()
    if known != (_digest(text),):
        connection.execute("DELETE FROM migrations WHERE number = 0")
        _apply(connection, 0, "views", text)


def _apply(connection: DuckDBPyConnection, number: int, name: str, text: str) -> None:
    with transaction(connection):
        connection.execute(text)
        connection.execute("INSERT INTO migrations VALUES (?, ?, ?)", [number, name, _digest(text)])


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
