"""The topic backends that the contract holds for: a new one is one more entry in BACKENDS."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.topics import open_topics
from pipeline.topics.base import Topics

BACKENDS = ("embedded", "kafka")


@pytest.fixture(params=BACKENDS)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address (KIKIMIMI_TOPICS) of a set of topics that is this test's own."""
    if request.param == "embedded":
        return f"embedded:{tmp_path / 'topics.db'}"
    return f"kafka:{request.getfixturevalue('empty_broker')}"


@pytest.fixture
def open_again(address: str) -> Iterator[Callable[[], Topics]]:
    """Opens the same topics as another process would."""
    opened: list[Topics] = []

    def open_once_more() -> Topics:
        opened.append(open_topics(address))
        return opened[-1]

    yield open_once_more
    for topics in opened:
        topics.close()


@pytest.fixture
def topics(open_again: Callable[[], Topics]) -> Topics:
    return open_again()
