"""Visits in the order in which they are ready: sources in; those that lie here first, then each as its reply comes in, with
the pages behind its entries."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from queue import Empty, SimpleQueue
from sqlite3 import Connection
from time import monotonic
from typing import TYPE_CHECKING

from pipeline.collect.behind import Drawn, draw, go_on
from pipeline.collect.sources import Source
from pipeline.collect.state import writing
from pipeline.collect.visit import Item, Visit, items
from pipeline.collect.waits import share
from pipeline.collect.web.learn import news_of
from pipeline.collect.web.memory import Memory, recall_robots, remember_robots
from pipeline.collect.web.terms import Reply, Terms

if TYPE_CHECKING:
    from pipeline.collect.web.client import Web

LATE = 5.0
"""Seconds after the end of a round for which replies are waited for; none comes later."""


@contextmanager
def lent_web(state: Connection, terms: Terms) -> Iterator[Web]:
    """The web for a round, with what is known of robots.txt; what is learnt is noted at its end."""
    from pipeline.collect.web.client import open_web

    known = recall_robots(state)
    with open_web(terms, known) as web:
        try:
            yield web
        finally:
            if learnt := web.learnt:
                with writing(state):
                    remember_robots(state, learnt, known, datetime.now(UTC))


def ready(
    state: Connection, known: Sequence[tuple[Source, Memory]], terms: Terms
) -> Generator[tuple[Visit, Iterable[Item]], None, None]:
    """A visit of each source, of which this is known, and what it draws, with the pages behind its entries."""
    if not any(source.remote for source, _ in known):  # then nothing of the web need be loaded
        yield from (_local(source, terms) for source, _ in known)
        return
    with lent_web(state, terms) as web:
        answered: SimpleQueue[int] = SimpleQueue()
        asked = _begun(known, web, answered.put)
        yield from (_local(source, terms) for source, _ in known if not source.remote)
        drawn, most = dict[int, Drawn](), share(len(asked))
        while asked or drawn:
            try:
                number = answered.get(timeout=max(0.0, terms.deadline + LATE - monotonic()))
            except Empty:
                break
            if number in asked:
                drawn[number] = draw(state, asked.pop(number), web, partial(answered.put, number), most)
            if number in drawn and go_on(drawn[number], web):  # one answer may have been read with another
                one = drawn.pop(number)
                yield one.visit, one.items
        for one in (*drawn.values(), *(draw(state, visit, web, lambda: None) for visit in asked.values())):
            go_on(one, web, over=True)
            yield one.visit, one.items


def _local(source: Source, terms: Terms) -> tuple[Visit, Iterable[Item]]:
    visit = Visit(source)
    return visit, items(visit, terms.limit)


def _begun(
    known: Sequence[tuple[Source, Memory]], web: Web, answered: Callable[[int], None]
) -> dict[int, Visit]:
    """The visits of the remote ones, by their number; `answered` is called with it when the reply is there."""
    remote = [(number, *one) for number, one in enumerate(known) if one[0].remote]
    wanted = [news_of(source, memory, datetime.now(UTC)) for _, source, memory in remote]
    begun: dict[int, Visit] = {}
    for (number, source, memory), one, reply in zip(remote, wanted, web.ask_all(wanted), strict=True):
        reply.add_done_callback(partial(_tell, answered, number))
        begun[number] = Visit(source, partial(web.wait_for, one, reply), memory)
    return begun


def _tell(answered: Callable[[int], None], number: int, _: Future[Reply]) -> None:
    answered(number)
