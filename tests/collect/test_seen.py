"""What was seen: revisions of a document are in the order in which they came, whatever the clocks say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import msgspec
import pytest

from pipeline.collect.seen import Counts, append_new, logs_of
from pipeline.collect.state import open_state
from pipeline.records import Document, decode
from pipeline.topics import open_topics
from pipeline.topics.base import Message, Topics
from pipeline.topics.envelope import pack
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


class Crowded:
    """Topics to which another process has always just appended something too."""

    def __init__(self, topics: Topics, others: list[Document]) -> None:
        self._topics, self._others = topics, others

    def append(self, topic: str, messages: Sequence[Message]) -> None:
        other = self._others.pop()
        self._topics.append(topic, [pack(topic, other.doc_id, other)])
        self._topics.append(topic, messages)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._topics, name)


def test_what_another_process_appends_meanwhile_is_seen(topics: Topics, tmp_path: Path) -> None:
    ours, theirs, later = (make_document(f"{n}", text=f"text {n}") for n in range(3))
    crowded = cast("Topics", Crowded(topics, [theirs]))
    with open_state(tmp_path / "state.db", logs_of(topics)) as state:
        assert append_new(state, crowded, [ours]).new == 1
        assert append_new(state, topics, [ours, theirs, later]) == Counts(new=1, unchanged=2)
        assert append_new(state, topics, [ours, theirs, later]) == Counts(unchanged=3)


def test_a_read_of_all_topics_finds_the_picture_that_appending_has_left(
    topics: Topics, tmp_path: Path
) -> None:
    """The picture beside the positions is whole: a second state, made from the topics alone, knows as much."""
    made = [make_document(f"{n}", text=f"text {n}") for n in range(9)]
    rows = {}
    for name, parts in (("as-appended", (made[:4], made[4:])), ("from-topics", ([],))):
        with open_state(tmp_path / f"{name}.db", logs_of(topics)) as state:
            for part in parts:
                append_new(state, topics, part)
            tables = ("documents", "letters", "positions")
            rows[name] = [sorted(state.execute(f"SELECT * FROM {table}").fetchall()) for table in tables]
            rows[name][2] = [
                row for row in rows[name][2] if row[2]
            ]  # of a partition without messages there may be none
    assert rows["as-appended"] == rows["from-topics"]
    assert len(rows["from-topics"][0]) == 9


def test_other_topics_are_another_picture(topics: Topics, tmp_path: Path) -> None:
    other = open_topics(f"embedded:{tmp_path / 'other.db'}")
    for place in (topics, other):
        with open_state(tmp_path / "state.db", logs_of(place)) as state:
            assert append_new(state, place, [make_document()]).new == 1
    other.close()
