"""`python -m benchmarks.validation`: a tracker of a million mentions in; what validating it takes out, beside bare SQL.

The news of tests/validate/goods.py, 66 times over: 50,000 documents with 20 mentions and 3 figures each, nothing wrong with
it. Bare SQL are the queries of the same expectations, counted by one connection in this process, without Great Expectations.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from pipeline.load.appearances import count_appearances
from pipeline.warehouse import open_for_writing
from tests.validate.goods import build

COPIES, NAMES = 66, 20
_GROWN = f"""
CREATE TEMP TABLE copies AS FROM range(1, {COPIES}) t(i);
CREATE TEMP TABLE fresh AS SELECT d.* REPLACE (md5(doc_id || i) AS doc_id, url || '/' || i AS url, text || i AS text,
    sha256(title || chr(0) || text || i)[:32] AS revision), doc_id AS old, i FROM documents d, copies;
INSERT INTO mentions SELECT m.* REPLACE (f.doc_id AS doc_id) FROM mentions m JOIN fresh f ON f.old = m.doc_id ORDER BY f.doc_id;
INSERT INTO figures SELECT m.* REPLACE (f.doc_id AS doc_id, f.url AS url) FROM figures m JOIN fresh f ON f.old = m.doc_id ORDER BY f.doc_id;
INSERT INTO extractor_runs SELECT m.* REPLACE (f.doc_id AS doc_id) FROM extractor_runs m JOIN fresh f ON f.old = m.doc_id;
INSERT INTO revisions SELECT doc_id, revision, title, collected_at FROM fresh;
INSERT INTO documents SELECT * EXCLUDE (old, i) FROM fresh;
DELETE FROM appearances;
"""


def grow(path: Path) -> int:
    """Makes the tracker; returns its mentions."""
    build(path, datetime.now(UTC), NAMES)
    with open_for_writing(path, "4GB") as connection:
        connection.execute(_GROWN)
        count_appearances(connection, "mentions", "documents")
        connection.execute("CHECKPOINT")
        [(mentions,)] = connection.execute("SELECT count(*) FROM mentions").fetchall()
    return int(mentions)


def measure(path: Path) -> None:
    """In a process of its own, for its memory: validates, then asks the same in bare SQL; prints seconds and megabytes."""
    from pipeline.validate.evaluate import evaluate, evaluating
    from pipeline.validate.run import suites_of
    from pipeline.warehouse.asking import asking_of
    from tests.validate.conftest import entities, settings

    suites = suites_of(settings(), (), entities())
    with closing(duckdb.connect(str(path), read_only=True)) as connection:
        connection.execute("SET memory_limit = '1GB'")
        began = time.perf_counter()
        with asking_of(connection, 600) as ask, evaluating(ask) as session:
            imported = time.perf_counter() - began
            queries = []
            for suite in suites:
                at = time.perf_counter()
                queries += [(one.expectation.name, one.query) for one in evaluate(session, suite).outcomes]
                print(f"  {suite.table}: {time.perf_counter() - at:.1f} s", file=sys.stderr)
        whole = time.perf_counter() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        bare = 0.0
        for name, query in queries:
            at = time.perf_counter()
            if query:
                connection.execute(f"SELECT count(*) FROM ({query})").fetchall()
            taken = time.perf_counter() - at
            bare += taken
            if taken > 0.5:
                print(f"  {name}: {taken:.1f} s", file=sys.stderr)
    print(f"{imported:.2f} {whole:.2f} {bare:.2f} {peak:.0f} {sum(bool(query) for _, query in queries)}")


def main() -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tracker.duckdb"
        mentions = grow(path)
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.validation", str(path)],
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    imported, whole, bare, peak, count = (float(one) for one in done.stdout.split())
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for head in ("", "seconds"):
        table.add_column(head, justify="left" if not head else "right")
    table.add_row(f"validating {mentions:,} mentions, {count:.0f} expectations", f"{whole:.1f}")
    table.add_row("  of it: importing Great Expectations", f"{imported:.1f}")
    table.add_row("the same in bare SQL", f"{bare:.1f}")
    table.add_row("ratio", f"{whole / bare:.2f}")
    table.add_row("peak memory, MB", f"{peak:,.0f}")
    Console(width=120).print(table)


if __name__ == "__main__":
    measure(Path(sys.argv[1])) if len(sys.argv) > 1 else main()
