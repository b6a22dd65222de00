"""The power goes: whatever lies on the disk in any moment opens, and holds exactly the messages below its offsets.

A kill is as near as a test comes to that. What a power cut does more, a log that was not flushed to its end, is done by
cutting it off at a random byte.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import duckdb
import pytest

from pipeline.records import Extraction, decode
from pipeline.topics import open_topics
from pipeline.topics.envelope import pack
from pipeline.warehouse.snapshot import files_of, snapshot
from tests.conftest import ROOT
from tests.recovery.loading import load, open_warehouse
from tests.samples import make_document, make_extraction, make_figure, make_mention

DOCUMENTS, KILLS, SNAPSHOTS = 4000, 50, 12
LONGEST = 0.25
"""Seconds that a loader lives at most; every second one from its first write on, so that slow machines see kills at work too."""
SENTENCE = "OpenAIは五億ドルを調達した。"

Known = dict[tuple[int, int], tuple[str, int, int]]
"""By partition and offset: the document, how many mentions and how many figures it has."""


def make(number: int, choose: random.Random) -> Extraction:
    starts = range(0, 12 * len(SENTENCE), len(SENTENCE))
    text = f"{SENTENCE * 12}{number} " + "".join(choose.choices(SENTENCE, k=choose.randint(20, 2000)))
    mentions = [make_mention("OpenAI", at, "openai") for at in starts[: choose.randint(1, 12)]]
    figures = [make_figure("五億ドル", at + 7) for at in starts[: choose.randint(0, 4)]]
    return make_extraction(make_document(f"n{number}", text), *mentions, figures=figures)


@pytest.fixture(scope="module")
def topics_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Topics with prepared extractions."""
    path, choose = tmp_path_factory.mktemp("topics") / "topics.db", random.Random(50)
    with closing(open_topics(f"embedded:{path}")) as topics:
        for start in range(0, DOCUMENTS, 500):
            some = [make(number, choose) for number in range(start, start + 500)]
            topics.append("extractions", [pack("extractions", one.document.doc_id, one) for one in some])
    return path


@pytest.fixture
def topics(topics_file: Path, tmp_path: Path) -> str:
    shutil.copy(topics_file, tmp_path / "topics.db")
    return f"embedded:{tmp_path / 'topics.db'}"


@pytest.fixture
def known(topics: str) -> Known:
    found: Known = {}
    with closing(open_topics(topics)) as opened:
        positions = dict.fromkeys(opened.ends("extractions"), 0)
        while stored := opened.read("extractions", positions, 500):
            for one in stored:
                positions[one.partition] = one.offset + 1
                record = decode("extractions", one.message.value, one.message.headers)
                assert isinstance(record, Extraction)
                counts = (record.document.doc_id, len(record.mentions), len(record.figures))
                found[one.partition.number, one.offset] = counts
    return found


def check(path: Path, known: Known) -> int:
    """Fails unless rows and offsets agree; returns how many messages are loaded."""
    with duckdb.connect(str(path)) as connection:
        query = "SELECT \"partition\", position FROM offsets WHERE topic = 'extractions'"
        positions = dict(connection.execute(query).fetchall())
        held = connection.execute(
            """SELECT doc_id, (SELECT count(*) FROM mentions m WHERE m.doc_id = d.doc_id),
              (SELECT count(*) FROM figures f WHERE f.doc_id = d.doc_id) FROM documents d ORDER BY ALL"""
        ).fetchall()
        orphans = {
            table: connection.execute(
                f"SELECT count(*) FROM {table} WHERE doc_id NOT IN (SELECT doc_id FROM documents)"
            ).fetchall()
            for table in ("mentions", "figures", "extractor_runs", "alerts", "appearances", "revisions")
        }
        alerts = connection.execute("SELECT alert_id FROM alerts ORDER BY ALL").fetchall()
    expected = sorted(row for (number, at), row in known.items() if at < positions.get(number, 0))
    assert held == expected
    assert alerts == [(doc_id,) for doc_id, _, _ in expected]
    assert set(map(tuple, orphans.values())) == {((0,),)}
    return len(expected)


def copied(warehouse: Path, folder: Path) -> Path:
    """The files as they lie there, nobody asked."""
    folder.mkdir()
    for file in files_of(warehouse).values():
        shutil.copy(file, folder / file.name)
    return folder / warehouse.name


def cut_off(path: Path, choose: random.Random) -> bool:
    """The end of its log has not reached the disk; False where it has none."""
    log = path.with_name(f"{path.name}.wal")
    if not log.exists():
        return False
    os.truncate(log, choose.randint(0, log.stat().st_size))
    return True


def adds(log_of: Path, known: Known, reached: int) -> bool:
    """Whether the file without its log holds less. Where it does not, the log was just taken into it: then it is on the disk to its
    end, for DuckDB flushes the mark that says so first, and a power cut takes nothing off it."""
    for name, file in files_of(log_of).items():
        if name:
            file.unlink()
    return check(log_of, known) < reached


def wait_for_a_write(warehouse: Path) -> None:
    """Until its log is another than it was."""
    log = warehouse.with_name(f"{warehouse.name}.wal")
    size, deadline = log.stat().st_size if log.exists() else 0, time.monotonic() + 20
    while (log.stat().st_size if log.exists() else 0) == size:
        assert time.monotonic() < deadline, "the loader writes nothing"
        time.sleep(0.002)


@contextmanager
def loaders(topics: str, warehouse: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.recovery.loading", topics, str(warehouse)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        yield process
        process.communicate()


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_fifty_power_cuts_leave_rows_that_agree_with_their_offsets(
    topics: str, known: Known, tmp_path: Path
) -> None:
    warehouse, choose = tmp_path / "data" / "tracker.duckdb", random.Random(50)
    open_warehouse(warehouse).close()  # the tables are there, and in no log
    cut, reached = 0, [0]
    with loaders(topics, warehouse) as process:
        assert process.stdin
        assert process.stdout
        for number in range(KILLS):
            print("go", file=process.stdin, flush=True)
            loader = int(process.stdout.readline())
            if number % 2:
                wait_for_a_write(warehouse)
            time.sleep(choose.uniform(0, LONGEST))
            os.kill(loader, signal.SIGKILL)
            assert process.stdout.readline() == "gone\n"
            copy = copied(warehouse, tmp_path / f"{number}")
            torn = copied(warehouse, tmp_path / f"{number}-torn")
            bare = copied(warehouse, tmp_path / f"{number}-bare")
            reached.append(check(copy, known))
            if adds(bare, known, reached[-1]) and cut_off(torn, choose):
                cut += 1
                assert check(torn, known) <= reached[-1]
            for folder in (copy.parent, torn.parent, bare.parent):
                shutil.rmtree(folder)
    assert reached == sorted(reached), "the next loader goes on from there"
    assert len(set(reached)) >= KILLS / 2
    assert reached[-1] < DOCUMENTS, "each of them was killed at work"
    assert cut > KILLS / 2
    with closing(open_warehouse(warehouse)) as connection:
        load(topics, connection, batch=500)
    assert check(warehouse, known) == DOCUMENTS


@pytest.mark.slow
def test_snapshots_while_loading_hold_what_their_offsets_say(
    topics: str, known: Known, tmp_path: Path
) -> None:
    connection, turn = open_warehouse(tmp_path / "data" / "tracker.duckdb"), threading.Lock()
    own = connection.cursor()
    enough = threading.Event()
    loader = threading.Thread(target=lambda: load(topics, own, turn, stop=enough.is_set))
    loader.start()
    reached = []
    try:
        for _ in range(SNAPSHOTS):
            copy = snapshot(connection, turn, tmp_path / "snapshots")
            assert loader.is_alive()
            assert [file.name for file in copy.parent.iterdir()] == [copy.name], "one file, nothing beside it"
            reached.append(check(copy, known))
            copy.unlink()
    finally:
        enough.set()
        loader.join()
    assert reached == sorted(reached)
    assert len(set(reached)) > SNAPSHOTS / 2, "loading went on"
