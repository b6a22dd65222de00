"""Replay: stored documents in, the same documents on the topic `documents` once more out.

what waits already → page of the choice → append → room for more → … → all of it loaded

The tables and the topics are all there is to remember: a document that is done has rows of the current extractor and is
chosen no more, and what was appended is worked off, or left out, before anything is chosen. So a replay that was killed
goes on where it stood when it is begun again, with nothing appended twice and no file of its own that could be wrong.
Only where everything is chosen, whoever extracted it, nobody can tell what is done, and it begins anew.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Protocol

from pipeline.errors import Rejected
from pipeline.records import Document
from pipeline.replay.choice import Choice
from pipeline.replay.stored import Ask, pages
from pipeline.topics.base import Message, Topics
from pipeline.topics.envelope import pack


class Way(Protocol):
    """How documents get from the topic into DuckDB: through this process, or through others."""

    def begin(self) -> Collection[str]:
        """Works off what waits on the topics, or returns the ids of the documents that do."""

    def appended(self, count: int) -> None:
        """So many documents more wait; returns when there is room for a page."""

    def settle(self) -> None:
        """Returns when all that was appended is loaded."""


@dataclass
class Sent:
    """What was appended, what waited already, and a line for each document that no longer fits its schema."""

    appended: int = 0
    waited: int = 0
    failures: list[str] = field(default_factory=list)


def replay(ask: Ask, topics: Topics, choice: Choice, way: Way, stop: Callable[[], bool]) -> Sent:
    """Appends the documents of the choice, page by page, until none is left or it is told to stop."""
    sent = Sent()
    waiting = way.begin()
    for page in pages(ask, choice) if not stop() else ():
        messages = [
            message
            for document in page
            if document.doc_id not in waiting and (message := _packed(document, sent))
        ]
        topics.append("documents", messages)
        sent.appended += len(messages)
        sent.waited += sum(document.doc_id in waiting for document in page)
        way.appended(len(messages))
        if stop():
            return sent
    way.settle()
    return sent


def _packed(document: Document, sent: Sent) -> Message | None:
    try:
        return pack("documents", document.doc_id, document)
    except Rejected as error:  # one row of an older program does not stop the rest
        sent.failures.append(f"{document.doc_id} cannot be sent again: {error}")
        return None
