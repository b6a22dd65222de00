"""What changed is kept once, wherever the loader is killed."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import duckdb
import msgspec
import pytest

from pipeline.records import Extraction
from pipeline.topics import open_topics
from pipeline.topics.envelope import pack
from tests.recovery.loading import load, open_warehouse
from tests.recovery.test_power import loaders
from tests.samples import make_document, make_extraction, make_figure, make_mention

DOCUMENTS, REVISIONS, KILLS = 60, 4, 8
TABLES = ("revised_documents", "revised_figures", "revisions")


def extraction(number: int, revision: int) -> Extraction:
    text = f"OpenAI raised ${revision + 1} million. This is number {number}."
    document = make_document(f"{number}", text)
    document = msgspec.structs.replace(
        document, collected_at=document.collected_at + timedelta(hours=revision)
    )
    figure = make_figure(f"${revision + 1} million", 14, (revision + 1) * 1e6)
    return make_extraction(document, make_mention("OpenAI", 0, "openai"), figures=[figure])


def rows(path: Path) -> Mapping[str, list[tuple[Any, ...]]]:
    with duckdb.connect(str(path)) as connection:
        return {table: connection.execute(f"FROM {table} ORDER BY ALL").fetchall() for table in TABLES}


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_kills_of_the_loader_double_no_change_and_lose_none(tmp_path: Path) -> None:
    address = f"embedded:{tmp_path / 'topics.db'}"
    order = [(number, revision) for revision in range(REVISIONS) for number in range(DOCUMENTS)]
    with closing(open_topics(address)) as topics:
        for one in (extraction(*step) for step in order):
            topics.append("extractions", [pack("extractions", one.document.doc_id, one)])
    for name in ("undisturbed", "data"):
        open_warehouse(tmp_path / name / "tracker.duckdb").close()
    with closing(open_warehouse(tmp_path / "undisturbed" / "tracker.duckdb")) as connection:
        load(address, connection)
    expected = rows(tmp_path / "undisturbed" / "tracker.duckdb")
    assert len(expected["revised_figures"]) == DOCUMENTS * (REVISIONS - 1)

    warehouse, choose, killed = tmp_path / "data" / "tracker.duckdb", random.Random(8), 0
    with loaders(address, warehouse) as process:
        assert process.stdin
        assert process.stdout
        for _ in range(KILLS):
            print("go", file=process.stdin, flush=True)
            loader = int(process.stdout.readline())
            time.sleep(choose.uniform(0, 0.3))
            os.kill(loader, signal.SIGKILL)
            assert process.stdout.readline() == "gone\n"
            killed += len(rows(warehouse)["revised_figures"]) < len(expected["revised_figures"])
    assert killed, "at least one was killed at work"
    with closing(open_warehouse(warehouse)) as connection:
        load(address, connection)
    assert rows(warehouse) == expected
