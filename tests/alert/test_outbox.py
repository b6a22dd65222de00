"""The outbox: each alert is told once to each channel, and not lost when telling fails."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection

from pipeline.alert.outbox import Notice, deliver
from pipeline.warehouse import open_for_writing
from tests.samples import make_document


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[DuckDBPyConnection]:
    document = make_document()
    with open_for_writing(tmp_path / "t.duckdb") as opened:
        opened.execute(
            "INSERT INTO documents BY NAME SELECT ? AS doc_id, 'r' AS revision, 's' AS source, 'article' AS kind,"
            " 'A title' AS title, 'ja' AS lang, now()::TIMESTAMP AS collected_at, 't' AS text, '{}' AS meta",
            [document.doc_id],
        )
        for alert_id in ("a", "b"):
            opened.execute(
                "INSERT INTO alerts VALUES (?, 'r', 'stargate', ?, 'Stargate is named', 'S', 2, now()::TIMESTAMP)",
                [alert_id, document.doc_id],
            )
        yield opened


def test_each_alert_is_told_once_to_each_channel(connection: DuckDBPyConnection) -> None:
    told: list[Notice] = []
    assert deliver(connection, "console", told.append) == 2
    assert deliver(connection, "console", told.append) == 0
    assert [(notice.alert_id, notice.title, notice.document) for notice in told] == [
        ("a", "Stargate is named", "A title"),
        ("b", "Stargate is named", "A title"),
    ]
    assert deliver(connection, "mail", told.append) == 2


def test_an_alert_that_could_not_be_told_is_told_later(connection: DuckDBPyConnection) -> None:
    def break_down(_: Notice) -> None:
        raise ConnectionError

    with pytest.raises(ConnectionError):
        deliver(connection, "console", break_down)
    told: list[Notice] = []
    assert deliver(connection, "console", told.append) == 2
