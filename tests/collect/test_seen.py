"""What was seen: revisions of a document are in the order in which they came, whatever the clocks say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import cast

import msgspec
import pytest

from pipeline.collect.seen import append_new, logs_of
from pipeline.collect.state import open_state
from pipeline.records import Document, decode
from pipeline.topics import open_topics
from pipeline.topics.base import Topics
from tests.samples import make_document


@pytest.fixture
def topics(tmp_path: Path) -> Iterator[Topics]:
    opened = open_topics(f"embedded:{tmp_path / 'topics.db'}")
    yield opened
    opened.close()


def stored(topics: Topics) -> list[Document]:
    return [
        cast("Document", decode("documents", one.message.value, one.message.headers))
        for one in topics.read("documents", {}, 100)
    ]


def test_a_clock_that_was_set_back_does_not_make_a_revision_old(topics: Topics, tmp_path: Path) -> None:
    first = make_document(text="first")
    earlier = first.collected_at - timedelta(days=1)
    later = [
        msgspec.structs.replace(make_document(text=text), collected_at=earlier)
        for text in ("second", "third")
    ]
    for number, document in enumerate((first, *later)):
        with open_state(
            tmp_path / f"state-{number}.db", logs_of(topics)
        ) as state:  # each time from the topics alone
            append_new(state, topics, [document])
    times = [document.collected_at for document in stored(topics)]
    assert len(times) == 3
    assert times == sorted(set(times)), "the loader keeps the newest by this"


def test_a_document_that_comes_once_keeps_its_time(topics: Topics, tmp_path: Path) -> None:
    with open_state(tmp_path / "state.db", logs_of(topics)) as state:
        append_new(state, topics, [make_document()])
    assert stored(topics) == [make_document()]


def test_other_topics_are_another_picture(topics: Topics, tmp_path: Path) -> None:
    other = open_topics(f"embedded:{tmp_path / 'other.db'}")
    for place in (topics, other):
        with open_state(tmp_path / "state.db", logs_of(place)) as state:
            assert append_new(state, place, [make_document()]).new == 1
    other.close()
