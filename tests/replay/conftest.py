"""A warehouse with topics beside it, and a way to fill it: what the tests of this room begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import cast

import pytest
from duckdb import DuckDBPyConnection
from msgspec.structs import replace

from pipeline.extract.run import GROUP as EXTRACT
from pipeline.extract.run import work
from pipeline.load.run import GROUP as LOAD
from pipeline.load.run import load
from pipeline.records import Document, decode
from pipeline.replay.waiting import Stage
from pipeline.topics import open_topics
from pipeline.topics.base import Message, Topics
from pipeline.topics.envelope import pack
from pipeline.warehouse import open_for_writing
from tests.samples import make_extraction, make_mention

STAGES = (Stage("documents", EXTRACT), Stage("extractions", LOAD))

Put = Callable[..., None]
Work = Callable[..., int]


@pytest.fixture
def topics(tmp_path: Path) -> Iterator[Topics]:
    opened = open_topics(f"embedded:{tmp_path / 'topics.db'}")
    yield opened
    opened.close()


@pytest.fixture
def connection(new_file: Path) -> Iterator[DuckDBPyConnection]:
    with open_for_writing(new_file, threads=1) as opened:
        yield opened


@pytest.fixture
def put(topics: Topics) -> Put:
    """Appends documents to their topic."""

    def append(*documents: Document) -> None:
        topics.append("documents", [pack("documents", one.doc_id, one) for one in documents])

    return append


@pytest.fixture
def work_as(topics: Topics, connection: DuckDBPyConnection) -> Work:
    """Extracts as an extractor of some version, and loads, until nothing is left. Each text begins with a name."""

    def extract_and_load(version: str, *, load_too: bool = True) -> int:
        def extract(value: bytes, headers: Mapping[str, str]) -> Message:
            document = cast("Document", decode("documents", value, headers))
            found = make_extraction(document, make_mention(document.text[:8], 0))
            return pack("extractions", document.doc_id, replace(found, extractor=version))

        worked = work(topics, extract, until_empty=True)
        if load_too:
            load(topics, connection, lambda _: ())
        return worked

    return extract_and_load
