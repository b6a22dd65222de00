"""DuckLake: `ducklake:CATALOGUE [DATA_PATH=FOLDER]` in, a connection to the tables in its Parquet files out.

The catalogue is a SQLite file (`ducklake:sqlite:data/lake.sqlite`) or a Postgres database (`ducklake:postgres:dbname=kikimimi
host=…`); several processes may write at once. The first one that opens it says where the files lie: DATA_PATH, else beside
the SQLite file, else KIKIMIMI_DATA. See https://ducklake.select/docs
"""

from __future__ import annotations

import re
import sqlite3
import time
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import Misconfigured, Transient
from pipeline.warehouse.extensions import load_extensions

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

PREFIX = "ducklake:"
NAME = "tracker"
"""Of the lake in the connection; a DuckDB file is called by its file name, tracker too."""
_KINDS = {"sqlite": ("sqlite_scanner", "ducklake"), "postgres": ("postgres_scanner", "ducklake")}
"""The extensions that each kind of catalogue needs."""
_DATA_PATH = re.compile(r"\s+DATA_PATH=(\S+)")


def is_lake(where: Path | str) -> bool:
    """Whether this is a DuckLake and not the path of a DuckDB file."""
    return str(where).startswith(PREFIX)


def open_lake(where: str, *, read_only: bool) -> DuckDBPyConnection:
    """A connection whose current database is the lake.

    Raises Misconfigured for another kind of catalogue, Transient where its database does not answer.
    """
    import duckdb

    given = _DATA_PATH.search(where)
    catalogue = _DATA_PATH.sub("", where)
    kind, _, place = catalogue.removeprefix(PREFIX).partition(":")
    if kind not in _KINDS or not place:
        remedy = f"write {PREFIX}sqlite:FILE or {PREFIX}postgres:dbname=NAME host=HOST"
        raise Misconfigured(f"KIKIMIMI_WAREHOUSE={hidden(where)} names no catalogue that is known", remedy)
    options = ["READ_ONLY"] if read_only else []
    if given or kind == "sqlite":
        options.append(f"DATA_PATH {_quoted(given[1] if given else f'{place}.files/')}")
    if kind == "sqlite":
        _prepare(Path(place), read_only=read_only)
    connection = duckdb.connect()
    try:
        load_extensions(connection, _KINDS[kind])
        connection.execute("SET GLOBAL TimeZone = 'UTC'")
        if kind == "sqlite":
            # a second thread would open the catalogue anew for each of its tables: longer than to read them
            connection.execute("SET GLOBAL sqlite_disable_multithreaded_scans = true")
        words = f" ({', '.join(options)})" if options else ""
        _attach(connection, f"ATTACH {_quoted(catalogue)} AS {NAME}{words}")
        connection.execute(f"USE {NAME}")
        connection.execute(  # so that its files can be read where other files can not (answer.lock_down)
            f"SET VARIABLE files = (SELECT data_path FROM ducklake_settings('{NAME}'))"
        )
        connection.execute("SET GLOBAL allowed_directories = [getvariable('files')]")
    except duckdb.Error as error:
        connection.close()
        said = hidden(str(error).strip().splitlines()[-1])
        raise Transient(
            f"the catalogue of {hidden(where)} cannot be opened: {said}", "is its database there?"
        ) from error
    return connection


def _attach(connection: DuckDBPyConnection, statement: str) -> None:
    """Another process may make the same catalogue in this moment: then it is there in the next."""
    import duckdb

    for pause in (0.1, 0.5, 2.0):
        try:
            connection.execute(statement)
        except duckdb.Error as error:
            if "already exists" not in str(error):
                raise
            time.sleep(pause)
        else:
            return
    connection.execute(statement)


def hidden(text: str) -> str:
    """The text without passwords."""
    return re.sub(r"(password\s*=\s*)('[^']*'|\S+)", r"\1…", text, flags=re.IGNORECASE)


def _prepare(file: Path, *, read_only: bool) -> None:
    """A catalogue whose readers do not hold up its writer: SQLite's write-ahead log, which stays on once it is."""
    if read_only and not file.exists():
        raise Misconfigured(f"{file} is not there yet", "fill it first: kikimimi run")
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        connection = sqlite3.connect(file, timeout=30)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise Misconfigured(f"{file} cannot be opened as SQLite: {error}", "name another file") from error


def _quoted(text: str) -> str:
    return "'{}'".format(text.replace("'", "''"))
