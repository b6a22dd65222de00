"""Migrations: the numbered files of schemas/tables/ in, a database that has had each of them once out.

The views of schemas/views/ are laid again when their text has changed: they hold no data.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import Misconfigured
from pipeline.settings import SCHEMAS
from pipeline.warehouse.lake import is_lake
from pipeline.warehouse.transaction import Conflict, laying, transaction

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_HAS_RECORD = """
SELECT 1 FROM duckdb_tables() WHERE table_name = 'migrations' AND database_name = current_database()
"""
_RECORD = """
CREATE TABLE migrations (number INTEGER NOT NULL, name VARCHAR NOT NULL, digest VARCHAR NOT NULL);
COMMENT ON TABLE migrations IS 'Which files of schemas/tables/ this database has had; number 0 is the views';
COMMENT ON COLUMN migrations.number IS 'Number at the head of the file name';
COMMENT ON COLUMN migrations.name IS 'File name';
COMMENT ON COLUMN migrations.digest IS 'SHA-256 of the file as it was applied';
"""


def migrate(connection: DuckDBPyConnection, path: Path, schemas: Path = SCHEMAS) -> None:
    """Brings the database up to date, each file in a transaction with its record.

    Raises Misconfigured when the database has had a file that this program does not know: it is newer; Conflict when
    another process brings it up to date too.
    """
    if not _has_record(connection):
        with _made_once(connection, lambda: _has_record(connection)):
            connection.execute(_RECORD)
    applied = _applied(connection)
    files = {int(file.name[:3]): file for file in sorted((schemas / "tables").glob("[0-9][0-9][0-9]_*.sql"))}
    unknown = applied.keys() - files.keys()
    if unknown:
        newest = applied[max(unknown)]
        raise Misconfigured(
            f"{path} has had {newest}, which this program does not know", "use a newer kikimimi"
        )
    for number in sorted(files.keys() - applied.keys()):
        _apply(connection, number, files[number].name, files[number].read_text(encoding="utf-8"))
    text = "\n".join(file.read_text(encoding="utf-8") for file in sorted((schemas / "views").glob("*.sql")))
    if is_lake(path):  # which keeps comments on views, but none on their columns
        text = re.sub(r"^COMMENT ON COLUMN .*\n", "", text, flags=re.MULTILINE)
    _lay_views(connection, text)


def _has_record(connection: DuckDBPyConnection) -> bool:
    return bool(connection.execute(_HAS_RECORD).fetchall())


def _applied(connection: DuckDBPyConnection) -> dict[int, str]:
    return dict(connection.execute("SELECT number, name FROM migrations WHERE number > 0").fetchall())


def _apply(connection: DuckDBPyConnection, number: int, name: str, text: str) -> None:
    with _made_once(connection, lambda: number in _applied(connection)):
        connection.execute(text)
        _record(connection, number, name, text)


@contextmanager
def _made_once(connection: DuckDBPyConnection, is_made: Callable[[], bool]) -> Iterator[None]:
    """A transaction. What fails because another process has made the same tables meanwhile is a Conflict."""
    import duckdb

    try:
        with transaction(connection):
            yield
    except duckdb.Error as error:
        if not is_made():
            raise
        raise Conflict("another process has made the tables meanwhile", "try again") from error


def _lay_views(connection: DuckDBPyConnection, text: str) -> None:
    known = connection.execute("SELECT digest FROM migrations WHERE number = 0").fetchone()
    if known == (_digest(text),):
        return
    with laying(connection):
        connection.execute("DELETE FROM migrations WHERE number = 0")
        connection.execute(text)
        _record(connection, 0, "views", text)


def _record(connection: DuckDBPyConnection, number: int, name: str, text: str) -> None:
    connection.execute("INSERT INTO migrations VALUES (?, ?, ?)", [number, name, _digest(text)])


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
