"""The loader's memory: little for documents, ample for a merge that counts the whole tracker anew."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from benchmarks.grown import grow
from pipeline.load.run import load
from pipeline.records import Edit
from pipeline.topics.base import Topics
from pipeline.topics.envelope import pack
from pipeline.warehouse import open_for_writing

HELD = "SELECT parse_formatted_bytes(current_setting('memory_limit'))"


def test_a_merge_of_an_entity_that_stands_everywhere_has_the_memory_for_it(
    tmp_path: Path, topics: Topics
) -> None:
    grow(tmp_path / "t.duckdb", 500_000)
    merge = Edit(
        edit_id="0" * 32, action="merge-entity", target="entity-0", becomes="entity-5", who="yuki",
        at=datetime(2025, 3, 1, tzinfo=UTC),
    )  # fmt: skip
    with open_for_writing(tmp_path / "t.duckdb", "12MB", threads=1) as connection:
        topics.append("edits", [pack("edits", "k", merge)])
        load(topics, connection, lambda _: [])
        assert connection.execute("SELECT target FROM merges").fetchall() == [("entity-0",)]
        held = connection.execute(HELD).fetchone()
        assert held
        assert held[0] < 13_000_000, "and then the limit is back"
