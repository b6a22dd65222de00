"""The state of collecting: a small SQLite file, opened, prepared and lent in transactions.

It is a picture of the topics (see seen.py), and beside it stands when each source was visited last (see due.py), what
was learnt of it and of the hosts' robots.txt (see web/memory.py), and which pages are to be read (see waits.py). It may be deleted at any time: the picture is made anew,
and every source is due and read in full.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from pipeline.errors import Misconfigured, Transient

VERSION = 5
"""Of the tables below; the picture of another version is dropped and made anew, the visits and what was learnt stay."""
PATIENCE = 60.0
"""Seconds to wait for another process that is appending."""

_TABLES = """
DROP TABLE IF EXISTS address; DROP TABLE IF EXISTS logs; DROP TABLE IF EXISTS positions;
DROP TABLE IF EXISTS documents; DROP TABLE IF EXISTS letters;
CREATE TABLE logs (identity TEXT NOT NULL);
CREATE TABLE positions (topic TEXT, number INTEGER, position INTEGER, PRIMARY KEY (topic, number)) WITHOUT ROWID;
CREATE TABLE documents (doc_id TEXT, source TEXT, revision TEXT, entry TEXT, collected_at TEXT, PRIMARY KEY (doc_id, source)) WITHOUT ROWID;
CREATE INDEX documents_revision ON documents (revision);
CREATE TABLE letters (letter_id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS visits (source TEXT, location TEXT, at TEXT NOT NULL, PRIMARY KEY (source, location)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS web (place TEXT PRIMARY KEY, said TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pages (
    source TEXT, doc_id TEXT, entry TEXT NOT NULL, tries INTEGER NOT NULL, since TEXT NOT NULL, at TEXT, found TEXT,
    PRIMARY KEY (source, doc_id)) WITHOUT ROWID
"""


@contextmanager
def open_state(path: Path, logs: str) -> Iterator[sqlite3.Connection]:
    """The state in the file at `path`, a picture of the logs of this identity (base.Topics.identity).

    Raises Misconfigured where the file cannot be a state, Transient where another process holds it for too long.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Misconfigured(
            f"the folder of {path} cannot be made: {error.strerror}", "set KIKIMIMI_DATA"
        ) from error
    with _explained(path), closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as state:
        # Nothing here is worth a flush: after a power cut it stands as some transactions ago, and catches up.
        state.execute("PRAGMA journal_mode = WAL")
        state.execute("PRAGMA synchronous = NORMAL")
        with writing(state):
            _prepare(state, logs)
        yield state


@contextmanager
def writing(state: sqlite3.Connection) -> Iterator[None]:
    """A transaction that no other process can write beside."""
    state.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        state.execute("ROLLBACK")
        raise
    state.execute("COMMIT")


def forget(state: sqlite3.Connection) -> None:
    """Empties the picture. The visits were made all the same, but all is to be read in full again."""
    for table in ("positions", "documents", "letters", "pages"):
        state.execute(f"DELETE FROM {table}")
    state.execute("UPDATE web SET said = json_remove(said, '$.full')")


def _prepare(state: sqlite3.Connection, logs: str) -> None:
    (version,) = state.execute("PRAGMA user_version").fetchone()
    if version != VERSION:
        for statement in _TABLES.split(";"):
            state.execute(statement)
        state.execute(f"PRAGMA user_version = {VERSION}")
    if state.execute("SELECT identity FROM logs").fetchall() != [(logs,)]:
        forget(state)
        state.execute("DELETE FROM logs")
        state.execute("INSERT INTO logs VALUES (?)", (logs,))


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise Transient(f"{path}: {error}", "free the disk or end what holds the file") from error
    except sqlite3.DatabaseError as error:
        raise Misconfigured(
            f"{path} is no state of collecting: {error}", "delete it, it is made anew"
        ) from error
