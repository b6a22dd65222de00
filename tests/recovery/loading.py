"""A process that begins loaders which a test kills: a line `go` on stdin in, the id of a new loader out; `gone` at its end.

The loaders are forked from here, where everything is imported already, so that fifty of them take seconds. Their batches
are small and checkpoints come after a few, so that a kill finds something of each at work.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path

import duckdb
import pyarrow  # noqa: F401 — so that no loader has to

from pipeline.load import run
from pipeline.records import Alert, Extraction
from pipeline.topics import open_topics
from pipeline.warehouse import open_for_writing

BATCH = 8
Turn = AbstractContextManager[object]


def fire(extraction: Extraction) -> Iterable[Alert]:
    """An alert a document, under its id."""
    doc_id = extraction.document.doc_id
    count = len(extraction.mentions)
    yield Alert(
        alert_id=doc_id, rule="r", entity="openai", doc_id=doc_id, title="", sentence="", mentions=count
    )


def open_warehouse(path: Path) -> duckdb.DuckDBPyConnection:
    """As the loader opens it, with a log that is full soon."""
    connection = open_for_writing(path)
    connection.execute("SET checkpoint_threshold = '300KB'")
    return connection


def load(
    topics: str,
    connection: duckdb.DuckDBPyConnection,
    turn: Turn | None = None,
    *,
    batch: int = BATCH,
    stop: Callable[[], bool] = lambda: False,
) -> None:
    """Loads until nothing is left."""
    run.BATCH, run.GATHER = batch, 0.0
    run.load(open_topics(topics), connection, fire, turn=turn, stop=stop)


def main(topics: str, warehouse: Path) -> None:
    import_module("pandas")  # which DuckDB imports with the first table it is lent, where it is installed
    for _ in sys.stdin:
        loader = os.fork()
        if not loader:
            connection = open_warehouse(warehouse)
            print(os.getpid(), flush=True)  # noqa: T201 — told to the test
            load(topics, connection)
            os._exit(0)
        os.waitpid(loader, 0)
        print("gone", flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
