"""Stored documents come back as their sources brought them, each once, in pages that fit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from duckdb import DuckDBPyConnection
from msgspec.structs import replace

from pipeline.errors import Misconfigured, Rejected
from pipeline.records import Document, encode
from pipeline.replay import stored
from pipeline.replay.choice import Choice, choose
from pipeline.replay.stored import Made, check_ids, count_outdated, pages, survey
from tests.replay.conftest import Put, Work
from tests.samples import make_document

DAY = datetime(2025, 2, 3, 9, 30, 0, 123456, tzinfo=UTC)


def chosen(connection: DuckDBPyConnection, choice: Choice) -> list[Document]:
    return [document for page in pages(connection.sql, choice) for document in page]


def texts(documents: Sequence[Document]) -> list[str]:
    return sorted(one.text for one in documents)


def test_a_document_comes_back_as_it_was_collected(
    connection: DuckDBPyConnection, put: Put, work_as: Work
) -> None:
    whole = replace(
        make_document("whole", "𠮷野家の'OpenAI'は\n\t5億ドル。🙂" * 3, title="\"Stargate\" \\ 'x'"),
        kind="feed-item",
        url="https://example.com/a?b=c",
        author="山田 太郎",
        lang="fr",
        published_at=DAY - timedelta(days=40),
        collected_at=DAY,
        meta={"publisher": "例", "reading": 3, "share": 0.5, "paid": True, "whole": 2.0},
    )
    bare = replace(make_document("bare", "Stargate."), lang=None, published_at=None, collected_at=DAY)
    put(whole, bare)
    work_as("old")
    found = {one.doc_id: encode(one) for one in chosen(connection, Choice("new"))}
    assert found == {one.doc_id: encode(one) for one in (whole, bare)}
    assert connection.execute("SELECT DISTINCT lang FROM documents").fetchall() == [("ja",)], "as detected"


def test_what_an_older_program_stored_comes_back_without_a_declared_language(
    connection: DuckDBPyConnection, put: Put, work_as: Work
) -> None:
    put(replace(make_document(), lang="fr"))
    work_as("old")
    connection.execute("ALTER TABLE documents DROP COLUMN declared_lang")
    (document,) = chosen(connection, Choice("new"))
    assert document == replace(make_document(), lang=None)


@pytest.mark.parametrize("everything", [False, True])
def test_every_document_comes_once_and_pages_are_small_while_rows_are_replaced(
    connection: DuckDBPyConnection, put: Put, work_as: Work, monkeypatch: pytest.MonkeyPatch, everything: bool
) -> None:
    monkeypatch.setattr(stored, "PAGE", 4)
    monkeypatch.setattr(stored, "STRETCH", 10)
    documents = [
        replace(make_document(str(number)), collected_at=DAY + timedelta(seconds=number // 7))
        for number in range(33)
    ]
    put(*documents)
    work_as("old")
    sizes, seen = [], []
    for page in pages(connection.sql, Choice("new", everything=everything)):
        sizes.append(len(page))
        seen += page
        put(*page)
        work_as("new")  # new rows stand in the place of those just read
    assert max(sizes) == 4
    assert [one.doc_id for one in seen] == [
        one.doc_id for one in sorted(documents, key=lambda one: (one.collected_at, one.doc_id))
    ]
    assert count_outdated(connection.sql, Choice("new")) == 0


def test_a_page_of_large_texts_is_shorter(
    connection: DuckDBPyConnection, put: Put, work_as: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "LARGEST_BATCH", 100)
    put(*[make_document(str(number), "文" * 15) for number in range(5)], make_document("huge", "文" * 90))
    work_as("old")
    sizes = sorted(
        sum(len(one.text.encode()) for one in page) for page in pages(connection.sql, Choice("new"))
    )
    assert sum(sizes) == 5 * 45 + 270
    assert sizes[-1] == 270, "one that is larger than a page comes alone"
    assert all(size <= 100 for size in sizes[:-1])


def test_what_each_version_made_is_counted(connection: DuckDBPyConnection, put: Put, work_as: Work) -> None:
    put(make_document("a", "a"), make_document("b", "b"), make_document("c", "c"))
    work_as("old")
    put(make_document("d", "d"))
    work_as("new")
    connection.execute("UPDATE documents SET text = NULL WHERE text IN ('a', 'd')")
    old, new = Made("old", 3, 3, 2, 1), Made("new", 1, 1, 0, 0)
    assert survey(connection.sql, Choice("new")) == [old, new]
    assert texts(chosen(connection, Choice("new"))) == ["b", "c"]
    everything = Choice("new", everything=True)
    assert survey(connection.sql, everything) == [old, Made("new", 1, 1, 0, 1)]
    assert texts(chosen(connection, everything)) == ["b", "c"], "a lost text cannot be replayed"
    connection.execute("DELETE FROM extractor_runs")
    assert texts(chosen(connection, Choice("new"))) == ["b", "c"], "nobody knows who made them"


def test_a_choice_is_by_day_source_and_id(connection: DuckDBPyConnection, put: Put, work_as: Work) -> None:
    first, second = datetime(2025, 2, 1, 23, 59, 59, tzinfo=UTC), datetime(2025, 2, 2, tzinfo=UTC)
    ids = [make_document(name).doc_id for name in "abc"]
    put(
        replace(make_document("a", "published"), published_at=first, collected_at=DAY),
        replace(make_document("b", "collected"), published_at=None, collected_at=second),
        replace(make_document("c", "late"), published_at=DAY, source="l'autre"),
    )
    work_as("old")

    def found(since: str | None = None, until: str | None = None, source: str | None = None) -> list[str]:
        return texts(chosen(connection, choose("new", since, until, source)))

    assert found(since="2025-02-02") == ["collected", "late"]
    assert found(until="2025-02-01") == ["published"]
    assert found(since="2025-02-01", until="2025-02-02") == ["collected", "published"]
    assert found(source="l'autre") == ["late"]
    assert found(source="test", since="2025-02-02") == ["collected"]
    two = choose("new", docs=[ids[0], ids[2][:6].upper()])
    assert texts(chosen(connection, two)) == ["late", "published"]
    check_ids(connection.sql, two)
    with pytest.raises(Rejected, match="no document has an id that begins with 0000dead"):
        check_ids(connection.sql, choose("new", docs=["0000dead"]))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"since": "yesterday"}, "--since 'yesterday' is no date; write it as 2025-02-03"),
        ({"until": "2025-02-30"}, "--until '2025-02-30' is no date"),
        ({"since": ""}, "--since '' is no date"),
        ({"since": "2025-02-03", "until": "2025-02-02"}, "swap them"),
        ({"docs": ["abc"]}, "--doc 'abc' does not begin the id"),
        ({"docs": ["x' OR 1=1"]}, "does not begin the id"),
    ],
)
def test_words_that_make_no_choice_are_named(words: dict[str, Any], said: str) -> None:
    with pytest.raises(Misconfigured) as error:
        choose("new", **words)
    assert said in str(error.value)
