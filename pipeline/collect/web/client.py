"""The client of a round: wanted addresses in, futures of their replies out, fetched in the background, many at once."""

from __future__ import annotations

import asyncio
import resource
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from time import monotonic

from pipeline.collect.web.fetch import Site, fetch, site_of
from pipeline.collect.web.robots import Rules
from pipeline.collect.web.terms import OFFLINE, Reply, Terms, Wanted, bare
from pipeline.errors import KikimimiError, Rejected, Transient

AT_ONCE = 500
GRACE = 2.0
"""Seconds beyond a deadline within which the background is waited for."""


@dataclass(slots=True)
class Web:
    """The web, as long as a round lasts. fetching: what is under way; a loop by itself does not hold on to it."""

    terms: Terms
    loop: asyncio.AbstractEventLoop
    site: Site
    fetching: set[asyncio.Task[Reply]] = field(default_factory=set)

    def ask(self, wanted: Wanted) -> Future[Reply]:
        """Begins to fetch an address. What the future raises is an error of ours, as `fetch` has them."""
        return self.ask_all([wanted])[0]

    def ask_all(self, wanted: Sequence[Wanted]) -> list[Future[Reply]]:
        """As `ask`, for many that are handed over to the loop together."""
        replies = [Future[Reply]() for _ in wanted]
        self.loop.call_soon_threadsafe(self._begin, wanted, replies)
        return replies

    def wait_for(self, wanted: Wanted, reply: Future[Reply]) -> Reply:
        """The reply; raises as `fetch`, and Transient when the round is over."""
        left = self.terms.deadline - monotonic() + GRACE
        try:
            return reply.result(timeout=min(max(left, 0.0), threading.TIMEOUT_MAX))
        except TimeoutError as error:
            reply.cancel()
            raise Transient(
                f"{bare(wanted.url)} did not answer within the time of a round", OFFLINE
            ) from error

    @property
    def learnt(self) -> Mapping[str, Rules]:
        """The robots.txt that were asked for, by origin."""
        return dict(self.site.robots.learnt)

    def _begin(self, wanted: Sequence[Wanted], replies: Sequence[Future[Reply]]) -> None:
        for one, reply in zip(wanted, replies, strict=True):
            task = self.loop.create_task(self._fetched(one))
            self.fetching.add(task)
            task.add_done_callback(partial(self._settle, reply))

    def _settle(self, reply: Future[Reply], task: asyncio.Task[Reply]) -> None:
        self.fetching.discard(task)
        if task.cancelled():
            reply.cancel()
        elif reply.set_running_or_notify_cancel():  # else nobody waits for it any more
            error = task.exception()
            if error:
                reply.set_exception(error)
            else:
                reply.set_result(task.result())

    async def _fetched(self, wanted: Wanted) -> Reply:
        try:
            return await fetch(wanted, self.site)
        except KikimimiError:
            raise
        except Exception as error:  # whatever a library trips over in a foreign answer
            problem = f"{bare(wanted.url)} cannot be fetched: {type(error).__name__}: {error}"
            raise Rejected(problem, "report it") from error


@contextmanager
def open_web(terms: Terms, known: Mapping[str, Rules] | None = None) -> Iterator[Web]:
    """A client with its own event loop in a thread. known: robots.txt that were read before, by origin.

    The thread is a daemon: nothing on the web holds up the end of the program.
    """
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="web", daemon=True)
    thread.start()

    async def begin() -> Web:
        return Web(terms, loop, site_of(terms, known or {}, _places()))

    web = asyncio.run_coroutine_threadsafe(begin(), loop).result()
    try:
        yield web
    finally:
        asyncio.run_coroutine_threadsafe(_end(web), loop)
        thread.join(GRACE)
        if not thread.is_alive():
            loop.close()


async def _end(web: Web) -> None:
    """Gives up what is still on its way and closes all connections."""
    try:
        async with asyncio.timeout(GRACE / 2):
            others = asyncio.all_tasks() - {asyncio.current_task()}
            for one in others:
                one.cancel()
            await asyncio.gather(*others, return_exceptions=True)
            await web.site.pools.aclose()
            await web.loop.shutdown_asyncgens()
    finally:
        web.loop.call_soon(web.loop.stop)


def _places() -> int:
    """Requests at once: each holds a file, and some systems let a process open 256."""
    open_files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return AT_ONCE if open_files < 0 else max(8, min(AT_ONCE, open_files // 2))
