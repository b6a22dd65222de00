"""Compacting: a DuckDB file that nobody writes in, a new file with the same tables and views and no free blocks out.

DuckDB uses the blocks of what was deleted again and never makes its file smaller. COPY FROM DATABASE keeps what
migrations have made: comments, NOT NULL, defaults and views (a test compares).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import Misconfigured, Transient
from pipeline.warehouse.copying import flush
from pipeline.warehouse.open import first_line, limit_memory
from pipeline.warehouse.snapshot import files_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Contents:
    """What a warehouse holds, to compare with another: rows by table, and how far the topics are loaded."""

    rows: Mapping[str, int]
    offsets: Sequence[tuple[Any, ...]]


def compact(source: Path, target: Path, memory: str = "256MB") -> Contents:
    """Writes the new file, opens it and compares, then names it `target`, which may be the source itself.

    The source is held for reading until the end, so that nobody writes it meanwhile. Raises Transient when another
    process holds it for writing or the two do not hold the same, Misconfigured when it is none of ours.
    """
    import duckdb

    part = target.with_name(f".{target.name}.part")
    _remove(part)
    try:
        with closing(_beside(part, memory)) as connection:
            _attach(connection, source, "old", "READ_ONLY")
            _attach(connection, part, "new", "READ_WRITE")
            before = _contents(connection, "old", source)
            connection.execute("COPY FROM DATABASE old TO new")
            connection.execute("DETACH new")  # which writes all of it, and closes the file
            _attach(connection, part, "new", "READ_ONLY")
            if _contents(connection, "new", part) != before:
                raise Transient(f"the copy of {source} does not hold what it holds", "try again")
            connection.execute("DETACH new")
            flush([str(part)])
            if any(files_of(target)):  # it would be read as the new file's
                raise Transient(f"{target} has a log beside it: somebody has written it", "try again")
            part.replace(target)
    except (duckdb.IOException, duckdb.OutOfMemoryException, OSError) as error:
        raise Transient(
            f"{target} cannot be written: {first_line(error)}", "make room there, then again"
        ) from error
    finally:
        _remove(part)
    return before


def contents_of(path: Path, memory: str = "256MB") -> Contents:
    """What a DuckDB file holds that nobody writes. Raises Misconfigured when it is none of ours."""
    with closing(_beside(path, memory)) as connection:
        _attach(connection, path, "new", "READ_ONLY")
        return _contents(connection, "new", path)


def _contents(connection: DuckDBPyConnection, database: str, path: Path) -> Contents:
    query = "SELECT table_name FROM duckdb_tables() WHERE database_name = ? AND schema_name = 'main'"
    names = [name for (name,) in connection.execute(query, [database]).fetchall()]
    if not {"documents", "offsets", "migrations"} <= set(names):
        raise Misconfigured(f"{path} is no warehouse of Kikimimi", "name another file")
    counts = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM {database}.{name}" for name in names)
    offsets = connection.execute(f"FROM {database}.offsets ORDER BY ALL").fetchall()
    return Contents(dict(sorted(connection.execute(counts).fetchall())), offsets)


def _remove(part: Path) -> None:
    for file in files_of(part).values():
        file.unlink(missing_ok=True)


def _beside(path: Path, memory: str) -> DuckDBPyConnection:
    """A connection without a file of its own; what finds no room in memory goes beside the path for a while."""
    import duckdb

    connection = duckdb.connect(config={"temp_directory": f"{path}.tmp"})
    limit_memory(connection, memory)
    return connection


def _attach(connection: DuckDBPyConnection, path: Path, name: str, mode: str) -> None:
    import duckdb

    quoted = str(path).replace("'", "''")
    try:
        connection.execute(f"ATTACH '{quoted}' AS {name} ({mode})")
    except duckdb.IOException as error:
        line = first_line(error)
        if "lock" in line.lower():
            raise Transient(f"{path} is held by another process", "wait for it or stop it") from error
        raise Misconfigured(f"{path} cannot be opened as a DuckDB file: {line}", "name another") from error
