"""`make bench`, stories: 100,000 documents that are put into their stories, beside datasketch's MinHash and LSH in memory."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from pipeline.load.stories.run import follow_stories
from pipeline.records import Extraction
from pipeline.sketch import SAMPLES, WORDS, sketch_of
from pipeline.warehouse import open_for_writing, transaction
from tests.samples import make_document, make_extraction

DOCUMENTS, BATCH = 100_000, 500
COPIES = 0.2
"""Share of documents that are an edited copy of one of the thousand before them."""
LENGTH = 300
"""Words of a document."""
A_DAY = 2_000


def texts(count: int) -> Iterator[str]:
    """Of words that are as often as Zipf has it; a copy has another beginning, and one word in twenty changed."""
    chance = random.Random(8)
    words = [f"word{number}" for number in range(20_000)]
    weights = [1 / (number + 3) for number in range(len(words))]
    recent: list[list[str]] = []
    for _ in range(count):
        text = chance.choices(words, weights, k=LENGTH)
        if recent and chance.random() < COPIES:
            text = [
                *text[:10],
                *(
                    new if chance.random() < 0.05 else old
                    for old, new in zip(chance.choice(recent), text, strict=True)
                ),
            ][:LENGTH]
        recent = [*recent[-999:], text]
        yield " ".join(text)


def extractions(count: int) -> Iterator[Extraction]:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    for number, text in enumerate(texts(count)):
        at = start + timedelta(days=number / A_DAY)
        document = replace(make_document(str(number), text), published_at=at, lang="en")
        yield replace(make_extraction(document), lang="en")


def measure(folder: Path, count: int) -> tuple[float, list[float], int]:
    """Seconds of all sketches, those of each batch in the loader's transaction, and how many documents share a story."""
    sketching, taken = 0.0, []
    with open_for_writing(folder / "stories.duckdb") as connection:
        found = extractions(count)
        while batch := [one for one, _ in zip(found, range(BATCH), strict=False)]:
            began = time.perf_counter()
            ready = [replace(one, sketch=sketch_of(one.document.text, "en")) for one in batch]
            sketching += time.perf_counter() - began
            began = time.perf_counter()
            with transaction(connection):
                follow_stories(connection, ready, ())
            taken.append(time.perf_counter() - began)
        ((shared,),) = connection.execute("SELECT count(*) FROM story_documents").fetchall()
    return sketching, taken, shared


def peer(count: int) -> tuple[float, float] | None:
    """Seconds of datasketch for the same: its sketches, and its index in memory. None where it is not installed."""
    try:
        from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found, unused-ignore]
    except ModuleNotFoundError:
        return None
    index, sketching, asking = MinHashLSH(threshold=0.5, num_perm=SAMPLES), 0.0, 0.0
    for number, text in enumerate(texts(count)):
        began = time.perf_counter()
        words, sketch = text.split(), MinHash(num_perm=SAMPLES)
        sketch.update_batch(
            [" ".join(words[at : at + WORDS]).encode() for at in range(len(words) - WORDS + 1)]
        )
        between = time.perf_counter()
        index.query(sketch)
        index.insert(str(number), sketch)
        sketching, asking = sketching + between - began, asking + time.perf_counter() - between
    return sketching, asking


def main(count: int = DOCUMENTS) -> None:
    table = Table("stories", "sketches", "index", "", box=SIMPLE_HEAD, pad_edge=False)
    with tempfile.TemporaryDirectory() as folder:
        sketching, taken, shared = measure(Path(folder), count)
    per = BATCH / 1000
    last = statistics.median(taken[-20:]) / per
    grown = f"seconds a 1,000 documents; the last of {count:,}: {last:.2f}; {shared:,} share a story"
    table.add_row("Kikimimi, in DuckDB's transaction", f"{sketching / count * 1000:.2f}", f"{statistics.median(taken) / per:.2f}", grown)  # fmt: skip
    if beside := peer(count):
        table.add_row(
            "datasketch, in memory",
            *(f"{one / count * 1000:.2f}" for one in beside),
            "seconds a 1,000 documents",
        )
    Console().print(table)


if __name__ == "__main__":
    main()
