"""Topics in one SQLite file: the backend of laptops and of tests. Safe for several processes on one machine.

A partition is a run of offsets in the table `messages`. Writing is one transaction a batch in WAL mode, flushed to disk,
so that a batch is there whole or not at all after kill -9 or a power cut, and readers never wait for writers.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import Path
from zlib import crc32

from pipeline.errors import Misconfigured, Rejected, Transient
from pipeline.topics.base import LARGEST, LARGEST_BATCH, Message, Partition, Positions, Reader, Stored, Tail

PARTITIONS = 4
"""Of a new topic: as many readers as a laptop has use for; more would only cut batches smaller."""
FORMAT = 2
"""PRAGMA user_version of the file; raised when the tables change."""
PATIENCE = 30.0
"""Seconds to wait for another process's transaction."""

_TABLES = """
CREATE TABLE messages (
    topic TEXT NOT NULL, number INTEGER NOT NULL, position INTEGER NOT NULL, at REAL NOT NULL,
    key TEXT NOT NULL, headers TEXT NOT NULL, value BLOB NOT NULL);
CREATE UNIQUE INDEX messages_place ON messages (topic, number, position);
CREATE TABLE partitions (
    topic TEXT NOT NULL, number INTEGER NOT NULL, next INTEGER NOT NULL, PRIMARY KEY (topic, number)) WITHOUT ROWID;
CREATE TABLE positions (
    consumer TEXT NOT NULL, topic TEXT NOT NULL, number INTEGER NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (consumer, topic, number)) WITHOUT ROWID;
CREATE TABLE claims (
    consumer TEXT NOT NULL, topic TEXT NOT NULL, number INTEGER NOT NULL,
    owner TEXT NOT NULL, pid INTEGER NOT NULL, until REAL NOT NULL,
    PRIMARY KEY (consumer, topic, number)) WITHOUT ROWID;
"""
_IDENTITY = "CREATE TABLE identity AS SELECT lower(hex(randomblob(16))) AS name"
"""Since format 2."""


class EmbeddedTopics:
    """Topics in the SQLite file at `path`; see base.Topics. One object may serve several threads, not forked processes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(
                path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
            )
            self._prepare()
        except sqlite3.DatabaseError as error:
            remedy = "name another file with KIKIMIMI_TOPICS=embedded:PATH"
            raise Misconfigured(f"{path} cannot be opened as a topics file: {error}", remedy) from error
        except OSError as error:
            raise Misconfigured(
                f"the folder of {path} cannot be made: {error.strerror}", "set KIKIMIMI_DATA"
            ) from error

    def append(self, topic: str, messages: Sequence[Message]) -> None:
        if messages:
            with self.writing() as connection:
                insert(connection, topic, messages)

    def read(self, topic: str, positions: Positions, limit: int) -> list[Stored]:
        """As base.Topics.read; partitions are read in the order in which their messages were appended."""
        found: list[tuple[int, Stored]] = []
        with self.reading() as connection:
            for partition in self._partitions(connection, topic):
                found += rows_from(connection, partition, positions.get(partition, 0), limit)
        return _fitting([stored for _, stored in sorted(found, key=lambda row: row[0])[:limit]])

    def tail(self, topics: Sequence[str], positions: Positions) -> Tail:
        from pipeline.topics.embedded_tail import EmbeddedTail

        return EmbeddedTail(self, topics, positions)

    def reader(self, topic: str, group: str) -> Reader:
        from pipeline.topics.embedded_reader import EmbeddedReader

        return EmbeddedReader(self, topic, group)

    def commit(self, group: str, positions: Positions) -> None:
        if positions:
            with self.writing() as connection:
                set_positions(connection, group, positions)

    def committed(self, group: str, topic: str) -> dict[Partition, int]:
        with self.reading() as connection:
            query = "SELECT number, position FROM positions WHERE consumer = ? AND topic = ?"
            stands = dict(connection.execute(query, (group, topic)).fetchall())
            return {one: stands.get(one.number, 0) for one in self._partitions(connection, topic)}

    def ends(self, topic: str) -> dict[Partition, int]:
        with self.reading() as connection:
            query = "SELECT number, next FROM partitions WHERE topic = ? ORDER BY number"
            return {Partition(topic, number): end for number, end in connection.execute(query, (topic,))}

    def identity(self, topic: str) -> str:  # noqa: ARG002 — one file, one set of logs
        with self.reading() as connection:
            (name,) = connection.execute("SELECT name FROM identity").fetchone()
            return f"embedded:{name}"

    def list(self) -> list[str]:
        with self.reading() as connection:
            query = "SELECT DISTINCT topic FROM partitions ORDER BY topic"
            return [topic for (topic,) in connection.execute(query)]

    def groups(self, topic: str) -> Sequence[str]:
        with self.reading() as connection:
            query = "SELECT DISTINCT consumer FROM positions WHERE topic = ? ORDER BY consumer"
            return [group for (group,) in connection.execute(query, (topic,))]

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection inside one snapshot: all that is read belongs to one moment."""
        with self._locked(), self._transaction("BEGIN"):
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection inside a transaction that no other process can write beside."""
        with self._locked(), self._transaction("BEGIN IMMEDIATE"):
            yield self._connection

    def _prepare(self) -> None:
        connection = self._connection
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        with self._transaction("BEGIN IMMEDIATE"):
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version > FORMAT:
                raise Misconfigured(
                    f"{self.path} is of format {version}, this program knows {FORMAT}", "use a newer kikimimi"
                )
            if version < 1:
                for statement in _TABLES.split(";\n"):
                    connection.execute(statement)
            if version < FORMAT:
                connection.execute(_IDENTITY)
                connection.execute(f"PRAGMA user_version = {FORMAT}")

    def _partitions(self, connection: sqlite3.Connection, topic: str) -> Sequence[Partition]:
        query = "SELECT number FROM partitions WHERE topic = ? ORDER BY number"
        return [Partition(topic, number) for (number,) in connection.execute(query, (topic,))]

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with self._lock:
            try:
                yield
            except sqlite3.OperationalError as error:
                raise Transient(
                    f"{self.path}: {error}", "free the disk or end what holds the file"
                ) from error

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self._connection.execute(begin)
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")


def partition_of(key: str, partitions: int = PARTITIONS) -> int:
    """The number of the partition that messages of this key go to, for ever (CRC-32 of the UTF-8 key)."""
    return crc32(key.encode()) % partitions


def insert(connection: sqlite3.Connection, topic: str, messages: Sequence[Message]) -> None:
    """Adds messages to a topic inside the caller's transaction."""
    create = "INSERT OR IGNORE INTO partitions VALUES (?, ?, 0)"
    connection.executemany(create, [(topic, number) for number in range(PARTITIONS)])
    ends = dict(
        connection.execute("SELECT number, next FROM partitions WHERE topic = ?", (topic,)).fetchall()
    )
    now = datetime.now(UTC).timestamp()
    rows = []
    for message in messages:
        if len(message.value) > LARGEST:
            raise Rejected(
                f"a message of {len(message.value)} bytes is too large", "lower KIKIMIMI_MAX_DOCUMENT"
            )
        number = partition_of(message.key, len(ends))
        headers = json.dumps(message.headers, ensure_ascii=False)
        rows.append((topic, number, ends[number], now, message.key, headers, message.value))
        ends[number] += 1
    connection.executemany("INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    update = "UPDATE partitions SET next = ? WHERE topic = ? AND number = ?"
    connection.executemany(update, [(end, topic, number) for number, end in ends.items()])


def rows_from(
    connection: sqlite3.Connection, partition: Partition, position: int, limit: int, room: int = LARGEST_BATCH
) -> list[tuple[int, Stored]]:
    """Up to `limit` messages of a partition at and after a position; of no more than `room` bytes, or one.

    Each with a number that grows as messages come.
    """
    query = """SELECT rowid, position, at, key, headers, value FROM messages
        WHERE topic = ? AND number = ? AND position >= ? ORDER BY position LIMIT ?"""
    rows: list[tuple[int, Stored]] = []
    size = 0
    for row, place, at, key, headers, value in connection.execute(query, (*partition, position, limit)):
        size += len(value)
        if rows and size > room:
            break
        moment = datetime.fromtimestamp(at, UTC)
        rows.append((row, Stored(partition, place, moment, Message(key, value, json.loads(headers)))))
    return rows


def _fitting(batch: list[Stored]) -> list[Stored]:
    """The beginning that fits LARGEST_BATCH; at least one message."""
    sizes = accumulate(len(stored.message.value) for stored in batch)
    return [
        stored
        for number, (stored, size) in enumerate(zip(batch, sizes, strict=True))
        if not number or size <= LARGEST_BATCH
    ]


def set_positions(connection: sqlite3.Connection, group: str, positions: Positions) -> None:
    """Moves a group inside the caller's transaction."""
    upsert = "INSERT OR REPLACE INTO positions VALUES (?, ?, ?, ?)"
    connection.executemany(
        upsert, [(group, *partition, position) for partition, position in positions.items()]
    )
