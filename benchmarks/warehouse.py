"""`make bench`, the warehouse: loading beside bare Arrow inserts, small and grown; the pages' views while the loader runs."""

from __future__ import annotations

import statistics
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import msgspec
from duckdb import DuckDBPyConnection
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from benchmarks.grown import LAST_DAY, MENTIONS, grow
from pipeline.load.batch import sort_batch
from pipeline.load.document_rows import extraction_tables
from pipeline.load.offsets import logs_of
from pipeline.load.revisions import History, add_revisions
from pipeline.load.run import TOPICS, load_batch, write_batch
from pipeline.records import Alert, Extraction
from pipeline.sketch import sketch_of
from pipeline.topics import open_topics
from pipeline.topics.base import Message, Partition, Stored
from pipeline.topics.envelope import pack
from pipeline.warehouse import open_for_writing, transaction
from tests.samples import make_document, make_extraction, make_figure, make_mention

SMALL, LARGE = 100_000, 10_000_000
BATCH, BATCHES = 500, 12
SENTENCE = "OpenAIは5,000億ドルを集めると言った。"
TEXT = SENTENCE * 40
SAME = ("documents", "revisions", "mentions", "figures", "extractor_runs", "appearances", "alerts")
RATE = 100
"""Documents a second that are loaded while the views are asked."""
ROUNDS = 7

QUERIES = (
    "FROM watchlist LIMIT 50",
    "FROM watchlist WHERE entity = 'entity-7'",
    "FROM entity_daily WHERE entity = 'entity-7'",
    f"FROM entity_daily WHERE day > DATE '{LAST_DAY}' - 28",
    f"FROM entity_pairs_since(TIMESTAMP '{LAST_DAY}' - INTERVAL 90 DAY) WHERE entity = 'entity-7' LIMIT 50",
    "FROM entity_pairs WHERE entity = 'entity-70' LIMIT 50",
    "FROM latest_documents LIMIT 50",
    "FROM claims LIMIT 50",
    "FROM claims WHERE subject = 'entity-7' LIMIT 50",
    "FROM claims WHERE metric = 'valuation' LIMIT 50",
    f"FROM claim_conflicts WHERE quarter = date_trunc('quarter', DATE '{LAST_DAY}') LIMIT 50",
    "FROM claim_conflicts WHERE subject = 'entity-7' LIMIT 50",
    "FROM corroboration WHERE subject = 'entity-7' LIMIT 50",
    f"FROM surges_at(DATE '{LAST_DAY}')",
    "FROM candidates_ranked LIMIT 50",
    "FROM source_health",
    "FROM freshness",
)
"""What the pages ask."""


def batches(count: int, size: int = BATCH, first: int = 0) -> list[list[Extraction]]:
    """Extractions of new documents with 20 mentions of 15 entities and 5 figures each."""
    return [[_extraction(first + number * size + one) for one in range(size)] for number in range(count)]


def _extraction(number: int) -> Extraction:
    document = make_document(f"new {number}", f"{TEXT}{number}", f"Title {number}")
    at = datetime(2026, 9, 26, tzinfo=UTC) + timedelta(seconds=number)
    document = msgspec.structs.replace(
        document, source=f"source-{number % 60}", collected_at=at, published_at=at
    )
    starts = range(0, MENTIONS * len(SENTENCE), len(SENTENCE))
    mentions = [
        make_mention("OpenAI", start, f"entity-{(number * 7 + n * n) % 600}", start + len(SENTENCE))
        for n, start in enumerate(starts)
    ]
    figures = [make_figure("5,000億ドル", start + 7, 5e11, sentence_start=start) for start in starts[:5]]
    made = make_extraction(document, *mentions, figures=figures)
    return msgspec.structs.replace(made, sketch=sketch_of(document.text, made.lang))


def fire(extraction: Extraction) -> list[Alert]:
    """One document in sixteen sets off an alert."""
    doc_id = extraction.document.doc_id
    if doc_id[0] != "0":
        return []
    name = sha256(doc_id.encode()).hexdigest()[:32]
    return [
        Alert(alert_id=name, rule="r", entity="entity-1", doc_id=doc_id, title="T", sentence="S", mentions=1)
    ]


def stored(extractions: Sequence[Extraction]) -> list[Stored]:
    """As they come from the topic."""
    packed: list[Message] = [pack("extractions", one.document.doc_id, one) for one in extractions]
    now = datetime.now(UTC)
    return [
        Stored(Partition("extractions", 0), number, now, message) for number, message in enumerate(packed)
    ]


def load_seconds(path: Path) -> float:
    """Median seconds of a batch in the loader's transaction: looked up, made into Arrow, inserted, offsets and alerts."""
    logs = {"extractions": "log"}
    taken = []
    with open_for_writing(path) as connection:
        for ready in map(sort_batch, map(stored, batches(BATCHES))):
            began = time.perf_counter()
            write_batch(connection, logs, ready, fire)
            taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def bare_seconds(folder: Path, *, make: bool) -> float:
    """Median seconds of a batch of the same rows inserted, without looking, deleting or offsets. make: Arrow included."""
    taken = []
    with (
        open_for_writing(folder / "same.duckdb") as same,
        open_for_writing(folder / f"bare{make}.duckdb") as bare,
    ):
        for batch in batches(BATCHES):
            write_batch(same, {"extractions": "log"}, sort_batch(stored(batch)), fire)
            rows = {
                table: same.execute(
                    f"FROM {table} WHERE doc_id IN (SELECT doc_id FROM documents WHERE loaded_at = "
                    "(SELECT max(loaded_at) FROM documents))"
                ).to_arrow_table()
                for table in SAME
            }
            histories: dict[str, History] = {}
            add_revisions(histories, [one.document for one in batch])
            began = time.perf_counter()
            if make:
                extraction_tables(batch, histories, datetime.now(UTC))
            with transaction(bare):
                for table, incoming in rows.items():
                    bare.register("incoming", incoming)
                    bare.execute(f"INSERT INTO {table} SELECT * FROM incoming")
                    bare.unregister("incoming")
            taken.append(time.perf_counter() - began)
    for name in ("same", f"bare{make}"):
        (folder / f"{name}.duckdb").unlink()
    return statistics.median(taken)


@contextmanager
def loading(connection: DuckDBPyConnection, folder: Path) -> Iterator[None]:
    """A loader that goes on in this process, as the tracker's does, RATE documents a second."""
    topics, stop = open_topics(f"embedded:{folder / 'bench.db'}"), threading.Event()
    logs, own = logs_of(topics, TOPICS), connection.cursor()

    def work() -> None:
        for number, batch in enumerate(batches(10_000 // RATE, RATE, first=1_000_000)):
            began = time.perf_counter()
            load_batch(topics, own, logs, stored(batch), fire)
            if stop.wait(max(0.0, 1 - (time.perf_counter() - began))):
                return
            assert number < 99, "the views took longer than there is to load"

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
        topics.close()


def view_times(path: Path, folder: Path) -> list[tuple[str, float, float]]:
    """By query: median and longest milliseconds until all rows are there."""
    lines = []
    with open_for_writing(path) as connection, loading(connection, folder):
        asking = connection.cursor()
        for query in QUERIES:
            taken = []
            for _ in range(ROUNDS):
                began = time.perf_counter()
                asking.execute(query).fetchall()
                taken.append((time.perf_counter() - began) * 1000)
                time.sleep(0.2)  # so that each meets the loader elsewhere
            lines.append((query, statistics.median(taken), max(taken)))
    return lines


def main() -> None:
    console = Console(width=140)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        console.print(f"growing a warehouse to {LARGE:,} mentions, a minute …")
        grow(folder / "small.duckdb", SMALL)
        grow(folder / "large.duckdb", LARGE)
        times = view_times(folder / "large.duckdb", folder)
        ours = {size: load_seconds(folder / f"{size}.duckdb") for size in ("small", "large")}
        made, ready = (bare_seconds(folder, make=make) for make in (True, False))
    table = Table("loading", "a batch", "mentions/s", "of bare", box=SIMPLE_HEAD, pad_edge=False)
    for what, taken in (
        (f"with {SMALL:,} mentions there", ours["small"]),
        (f"with {LARGE:,} mentions there", ours["large"]),
        ("bare: the same rows made into Arrow and inserted", made),
        ("bare: the same rows inserted, Arrow being there", ready),
    ):
        table.add_row(
            what, f"{taken * 1000:.0f} ms", f"{BATCH * MENTIONS / taken:,.0f}", f"{made / taken:.2f}"
        )
    console.print(table)
    table = Table("query", "median", "longest", box=SIMPLE_HEAD, pad_edge=False)
    for query, median, longest in times:
        table.add_row(query, f"{median:.0f} ms", f"{longest:.0f} ms")
    console.print(table)


if __name__ == "__main__":
    main()
