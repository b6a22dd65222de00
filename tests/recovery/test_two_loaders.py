"""Two loaders write one DuckLake at once, one of them is killed now and then: every document is there once."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.load.offsets import logs_of, read_offsets
from pipeline.load.run import TOPICS
from pipeline.topics import open_topics
from pipeline.topics.envelope import pack
from pipeline.warehouse import open_for_reading
from tests import warm
from tests.samples import make_document, make_extraction, make_figure, make_mention

DOCUMENTS, PART = 1200, 40
KILLS = 4


def append(topics_path: Path) -> None:
    topics = open_topics(f"embedded:{topics_path}")
    for first in range(0, DOCUMENTS, PART):
        extractions = [
            make_extraction(
                make_document(f"{number}", "Stargate: $5"),
                make_mention("Stargate", 0),
                figures=[make_figure("$5", 10)],
            )
            for number in range(first, first + PART)
        ]
        topics.append("extractions", [pack("extractions", one.document.doc_id, one) for one in extractions])
    topics.close()


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_two_loaders_at_once_load_everything_once(
    kind: str, environ: dict[str, str], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    catalogue = tmp_path / "lake.sqlite" if kind == "sqlite" else request.getfixturevalue("database")
    warehouse = f"ducklake:{kind}:{catalogue} DATA_PATH={tmp_path / 'files'}"
    data, moments = tmp_path / "data", random.Random(7)
    data.mkdir()
    append(data / "topics.db")
    command = [sys.executable, "-m", "pipeline", "work", "load", "--until-empty"]

    def start() -> subprocess.Popen[bytes]:
        return warm.Popen(
            command,
            env=environ | {"KIKIMIMI_WAREHOUSE": warehouse},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    loaders = [start(), start()]
    for _ in range(KILLS):
        time.sleep(moments.uniform(0.8, 1.6))
        victim = loaders.pop(moments.randrange(2))
        victim.kill()
        victim.communicate()
        loaders.append(start())
    for loader in loaders:
        said = loader.communicate(timeout=100)[1]
        assert loader.returncode == 0, said.decode()
    topics = open_topics(f"embedded:{data / 'topics.db'}")
    with open_for_reading(Path(warehouse)) as connection:
        for table in (
            "documents",
            "revisions",
            "mentions",
            "figures",
            "appearances",
            "extractor_runs",
            "alerts",
        ):
            counted = connection.execute(f"SELECT count(*), count(DISTINCT doc_id) FROM {table}").fetchall()
            assert counted == [(DOCUMENTS, DOCUMENTS)], table
        catalogue = connection.execute("SELECT count(*), count(DISTINCT entity) FROM entities").fetchone()
        assert catalogue
        assert catalogue[0] == catalogue[1] > 0, "both lay the catalogue"
        places = read_offsets(connection, logs_of(topics, TOPICS))
        assert {one: places[one] for one in topics.ends("extractions")} == topics.ends("extractions")
    topics.close()
