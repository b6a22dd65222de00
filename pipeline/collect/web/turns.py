"""Turns: hosts in; when each may be asked again out, a few requests at once and a while between two of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import monotonic

from pipeline.collect.web.terms import PutOff, Terms


@dataclass(slots=True)
class _Host:
    """free: its places. at: when the next request may begin. held: why it is asked no more in this round."""

    free: asyncio.Semaphore
    at: float = 0.0
    held: str = ""


class Turns:
    """Of all hosts of a round. at_once: requests of all of them together."""

    def __init__(self, terms: Terms, at_once: int) -> None:
        self._terms = terms
        self._places = asyncio.Semaphore(at_once)  # taken last: who waits for a busy host is in nobody's way
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, host: str, delay: float | None) -> AsyncIterator[None]:
        """Waits for a place at the host, and keeps it. delay: seconds till the next one, None for none.

        Raises PutOff where the turn would come only after the round, or the host is held.
        """
        one = self._of(host)
        async with one.free:
            if one.held:
                raise PutOff(f"{host} was asked no more: {one.held}", "the next round goes on there")
            if delay is not None:
                now = monotonic()
                if (begin := max(now, one.at)) > self._terms.deadline:
                    problem = f"{host} wants {delay:g} seconds between two requests, and the round was over"
                    raise PutOff(problem, "the next round goes on there")
                one.at = begin + delay
                if begin > now:
                    await asyncio.sleep(begin - now)
            async with self._places:
                yield

    def hold(self, host: str, why: str) -> None:
        """Lets nobody ask this host again in this round."""
        self._of(host).held = why

    def _of(self, host: str) -> _Host:
        if host not in self._hosts:
            self._hosts[host] = _Host(asyncio.Semaphore(self._terms.at_host))
        return self._hosts[host]
