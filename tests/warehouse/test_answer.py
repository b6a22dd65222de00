"""Answers: what stands behind the gate holds by itself, and rows that pile up do so where DuckDB counts them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from pipeline.errors import Rejected
from pipeline.warehouse import answer as answer_file
from pipeline.warehouse.answer import answer, lock_down, open_answers, readable
from pipeline.warehouse.deadline import memory_of_process
from pipeline.warehouse.gate import Passed
from tests.serving import TABLES

Pair = tuple[duckdb.DuckDBPyConnection, duckdb.DuckDBPyConnection]


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    with (
        closing(duckdb.connect(str(tmp_path / "tracker.duckdb"))) as tracker,
        closing(open_answers(tmp_path / "answers")) as answers,
    ):
        tracker.execute(TABLES)
        lock_down(tracker)
        yield tracker, answers


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM documents",
        "INSERT INTO documents VALUES ('x', 'y', NULL)",
        "DROP TABLE documents",
        "CREATE TABLE mine AS SELECT 1",
        "SELECT nextval('numbers')",
        "FROM read_text('/etc/hostname')",
        "FROM '/etc/hostname.csv'",
        "COPY documents TO 'out.csv'",
        "ATTACH 'other.duckdb'",
        "SET threads = 1",
        "RESET lock_configuration",
        "SET enable_external_access = true",
    ],
)
def test_a_statement_that_slips_through_the_gate_is_stopped_behind_it(
    pair: Pair, query: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(answer_file, "check", lambda _, text: Passed(text, recursive=False))
    with pytest.raises(Rejected):
        answer(*pair, query, "answer_0", 5)
    monkeypatch.undo()
    answer(*pair, "SELECT count(*) FROM documents", "answer_1", 5)
    assert pair[1].execute("FROM answer_1").fetchall() == [(5,)]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["tracker.duckdb", "tracker.duckdb.wal"]


@pytest.mark.skipif(not memory_of_process(), reason="reads /proc")
def test_the_rows_of_a_recursion_do_not_pile_up_where_nobody_counts_them(pair: Pair) -> None:
    before = memory_of_process()
    with pytest.raises(Rejected, match="took longer"):
        answer(
            *pair, "WITH RECURSIVE x AS (SELECT 1 AS a UNION ALL SELECT a + 1 FROM x) FROM x", "answer_0", 1.5
        )
    assert memory_of_process() - before < 100_000_000


def test_the_wanted_rows_are_the_first_ones(pair: Pair) -> None:
    answer(*pair, "SELECT i FROM range(100000) t(i) ORDER BY i DESC", "answer_0", 5, rows=2)
    assert pair[1].execute("FROM answer_0").fetchall() == [(99_999,), (99_998,)]


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("Catalog Error: no x!\nDid you mean y?\n\nLINE 1: FROM x\n             ^", "Catalog Error: no x! Did you mean y? (line 1: FROM x)"),
        ("Invalid Input Error: arrow_scan: get_next failed(): IOError: Invalid Input Error: late", "late"),
        (
            "Out of Memory Error: no room\n\nPossible solutions:\n* more",
            "Out of Memory Error: no room; ask for less at once: fewer columns, a WHERE, a LIMIT",
        ),
    ],
)  # fmt: skip
def test_a_message_is_one_line(message: str, line: str) -> None:
    assert readable(message) == line
