"""The extract worker: every document becomes an extraction or a dead letter, and the stream goes on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import cast

import pytest

from pipeline.extract.extractor import Extractor, version_of
from pipeline.extract.read import TRIES, read_message
from pipeline.extract.run import Extract, work
from pipeline.records import DeadLetter, Document, Extraction, decode, headers
from pipeline.topics import open_topics
from pipeline.topics.base import Message, Topics, lag
from pipeline.topics.envelope import pack
from tests.samples import make_document

SMALL = Path(__file__).parent / "small"


@pytest.fixture
def topics(tmp_path: Path) -> Iterator[Topics]:
    opened = open_topics(f"embedded:{tmp_path / 'topics.db'}")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(SMALL)


@pytest.fixture
def extract(extractor: Extractor) -> Extract:
    return partial(read_message, extractor)


def put(topics: Topics, *documents: Document) -> None:
    topics.append("documents", [pack("documents", one.doc_id, one) for one in documents])


def test_each_document_becomes_an_extraction_that_carries_it(topics: Topics, extract: Extract) -> None:
    documents = [make_document(str(number)) for number in range(40)]
    put(topics, *documents)
    told: list[int] = []
    assert work(topics, extract, until_empty=True, on_progress=told.append) == 40
    assert sum(told) == 40
    stored = topics.read("extractions", {}, 100)
    found = [
        cast("Extraction", decode("extractions", one.message.value, one.message.headers)) for one in stored
    ]
    assert sorted(one.document.doc_id for one in found) == sorted(one.doc_id for one in documents)
    assert all([mention.entity for mention in one.mentions] == ["stargate"] for one in found)
    assert {one.extractor for one in found} == {version_of(SMALL)}
    assert lag(topics, "extract", "documents") == 0


def test_a_broken_message_becomes_a_dead_letter_with_its_bytes(topics: Topics, extract: Extract) -> None:
    topics.append("documents", [Message("k", b"\xff not json", headers("documents"))])
    put(topics, make_document())
    assert work(topics, extract, until_empty=True) == 2
    assert len(topics.read("extractions", {}, 10)) == 1
    (stored,) = topics.read("dead-letters", {}, 10)
    letter = cast("DeadLetter", decode("dead-letters", stored.message.value, stored.message.headers))
    assert letter.payload == b"\xff not json"
    assert letter.origin.startswith("documents/")
    assert letter.stage == "extract"


def test_a_document_that_breaks_the_extractor_three_times_is_put_aside(
    topics: Topics, extractor: Extractor, extract: Extract, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = extractor.extract
    tried: list[str] = []

    def breaking(document: Document) -> Extraction:
        if document.title != "poison":
            return whole(document)
        tried.append(document.doc_id)
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(extractor, "extract", breaking)
    put(topics, make_document("a"), make_document("b", title="poison"), make_document("c"))
    assert work(topics, extract, until_empty=True) == 3
    assert len(tried) == TRIES
    assert len(topics.read("extractions", {}, 10)) == 2
    (stored,) = topics.read("dead-letters", {}, 10)
    letter = cast("DeadLetter", decode("dead-letters", stored.message.value, stored.message.headers))
    assert "ZeroDivisionError('a bug')" in letter.error
    assert decode("documents", letter.payload, headers("documents")) == make_document("b", title="poison")


def test_a_worker_that_is_told_to_stop_stops(topics: Topics, extract: Extract) -> None:
    put(topics, *[make_document(str(number)) for number in range(40)])
    answers = iter((False, True))
    worked = work(topics, extract, until_empty=False, stop=lambda: next(answers))
    assert 0 < worked < 40
    assert lag(topics, "extract", "documents") == 40 - worked
