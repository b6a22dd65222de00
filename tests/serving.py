"""A tracker's connection that serves SQL in a process of its own, for tests: python -m tests.serving PATH PORT TOKEN SECONDS.

It makes small tables, says its address, and then runs each line of stdin as SQL of the owner: its rows as JSON a line.
`load N` writes N transactions, each a document with three mentions, in a thread of their own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from pipeline.warehouse.ample import ample_memory
from pipeline.warehouse.extensions import load_quack
from pipeline.warehouse.transaction import transaction
from tests.conftest import ROOT, WARNINGS

TOKEN = "open sesame"
MEMORY = "128MB"
TABLES = """
SET GLOBAL TimeZone = 'UTC';
CREATE TABLE documents (doc_id VARCHAR NOT NULL, title VARCHAR, said_at TIMESTAMP);
COMMENT ON TABLE documents IS 'One row a document';
CREATE TABLE mentions (doc_id VARCHAR NOT NULL, name VARCHAR NOT NULL);
INSERT INTO documents SELECT 'd' || i, 'Title ' || i, TIMESTAMP '2025-01-01' + INTERVAL (i) DAY FROM range(5) t(i);
INSERT INTO mentions SELECT 'd' || i % 5, 'name ' || i FROM range(15) t(i);
CREATE VIEW titles AS SELECT doc_id, title FROM documents;
CREATE MACRO documents_since(day) AS TABLE FROM documents WHERE said_at >= day;
CREATE SEQUENCE numbers;
"""


@dataclass(frozen=True, slots=True)
class Served:
    """The process and how to reach it."""

    process: subprocess.Popen[str]
    address: str
    path: Path

    def owner(self, line: str) -> Any:
        """What the owner's statement gives."""
        assert self.process.stdin
        assert self.process.stdout
        print(line, file=self.process.stdin, flush=True)
        answer = self.process.stdout.readline()
        assert answer, "the server has died"
        rows = json.loads(answer)
        assert not isinstance(rows, str), rows
        return rows

    def environ(self) -> dict[str, str]:
        """The settings of a command that is to ask it."""
        return {
            "KIKIMIMI_DATA": str(self.path.parent),
            "KIKIMIMI_WAREHOUSE": str(self.path),
            "KIKIMIMI_SQL_TOKEN": TOKEN,
        }


class Client:
    """DuckDB as an analyst has it: another process than the server's, connected over Quack."""

    def __init__(self, address: str, token: str = TOKEN) -> None:
        self.address = address
        self.connection = duckdb.connect()
        load_quack(self.connection)
        self.connection.execute(f"CREATE SECRET (TYPE quack, TOKEN '{token}')")

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        with self.connection.cursor() as cursor:
            return cursor.execute("FROM quack_query(?, ?)", [self.address, query]).fetchall()


@contextmanager
def served(path: Path, port: int, seconds: float = 30) -> Iterator[Served]:
    """Starts it, and ends it by closing its stdin; it must have ended well."""
    command = [sys.executable, "-m", "tests.serving", str(path), str(port), TOKEN, str(seconds)]
    environ = {**os.environ, "PYTHONWARNINGS": WARNINGS}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environ, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin
    assert process.stdout
    try:
        yield Served(process, process.stdout.readline().strip(), path)
        process.stdin.close()
        assert process.wait(10) == 0
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def _main(path: str, port: str, token: str, seconds: str) -> None:
    from pipeline.warehouse.quack import serving_sql

    connection = duckdb.connect(path, config={"memory_limit": MEMORY})
    connection.execute(TABLES)
    loader = connection.cursor()
    with serving_sql(connection, int(port), token, float(seconds)) as address:
        print(address, flush=True)  # noqa: T201 — what the parent waits for
        for line in sys.stdin:
            word, _, rest = line.strip().partition(" ")
            if word == "load":
                threading.Thread(target=_load, args=(loader, int(rest)), daemon=True).start()
                answer: Any = None
            else:
                try:
                    answer = connection.execute(line).fetchall()
                except duckdb.Error as error:
                    answer = str(error)
            print(json.dumps(answer, default=str), flush=True)  # noqa: T201


def _load(loader: duckdb.DuckDBPyConnection, transactions: int) -> None:
    for number in range(transactions):
        with ample_memory(loader, MEMORY), transaction(loader):
            loader.execute(f"INSERT INTO documents VALUES ('n{number}', 'New', now()::TIMESTAMP)")
            for name in range(3):
                loader.execute(f"INSERT INTO mentions VALUES ('n{number}', 'name {name}')")


if __name__ == "__main__":
    _main(*sys.argv[1:])
