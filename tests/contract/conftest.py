"""The topic backends that the contract holds for: a new one is one more entry in BACKENDS."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.topics import open_topics
from pipeline.topics.base import Topics

BACKENDS: dict[str, Callable[[Path], str]] = {"embedded": lambda place: f"embedded:{place / 'topics.db'}"}
"""By name: the address (KIKIMIMI_TOPICS) of an empty set of topics for this test."""


@pytest.fixture(params=BACKENDS)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return BACKENDS[request.param](tmp_path)


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
