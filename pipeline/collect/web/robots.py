"""robots.txt: what a host has said in, whether an address may be asked and how often out, by RFC 9309."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from pipeline.collect.web.terms import AGENT, PutOff, Reply, scrubbed
from pipeline.errors import KikimimiError, Misconfigured, Rejected, Transient

if TYPE_CHECKING:
    from protego import Protego

FRESH = timedelta(days=1)
PATIENCE = timedelta(days=30)
"""For which an old robots.txt holds while the host gives none, and after which one that never gave any is free."""
LARGEST = 512_000
"""Bytes that are read of one (RFC 9309: 500 KiB at least)."""
SLOWEST = 10.0
"""Seconds of a Crawl-delay that are kept to."""


class Rules(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is known of a host. text: of its robots.txt, read `at`; "" allows all, None is none that we ever had.
    away: since when it cannot be had; why: what is to be said of the host's addresses meanwhile."""

    text: str | None = None
    at: datetime | None = None
    away: datetime | None = None
    why: str = ""


def is_fresh(rules: Rules | None, now: datetime) -> bool:
    """Whether they need not be asked for again."""
    return bool(rules and rules.at and not rules.away and timedelta() <= now - rules.at < FRESH)


def rules_after(old: Rules | None, url: str, reply: Reply | KikimimiError, now: datetime) -> Rules:
    """What is known after robots.txt was asked for at this address."""
    if isinstance(reply, Rejected):  # it leads nowhere, or cannot be read: there is none
        return Rules("", now)
    if isinstance(reply, KikimimiError):
        return _away(old, reply.problem.removeprefix(f"{url} "), now)
    if reply.status == 429 or reply.status >= 500:
        return _away(old, f"is not asked while the robots.txt of its host answers {reply.status}", now)
    text = reply.body.decode("utf-8", errors="replace") if 200 <= reply.status < 300 else ""
    return Rules(text, now)


def _away(old: Rules | None, why: str, now: datetime) -> Rules:
    old = old or Rules()
    return msgspec.structs.replace(old, away=old.away or now, why=scrubbed(why))


def refuse_disallowed(url: str, subject: str, rules: Rules, now: datetime) -> None:
    """Raises Rejected for what robots.txt forbids, Transient where it cannot be had and nothing else is known.

    subject: what errors call the address.
    """
    text = rules.text
    if rules.away:
        old = text is not None and rules.at is not None and now - rules.at < PATIENCE
        if not old and now - rules.away >= PATIENCE:
            return
        if not old:
            raise Transient(
                f"{subject} {rules.why}", "check the address and the network; the next round tries again"
            )
    if text and not _parsed(text).can_fetch(url, AGENT):
        problem = f"{subject} is not for programs, says the robots.txt of its host"
        raise Rejected(problem, "take the source out, or write `robots: ignore` where its owner lets you")


def delay_of(rules: Rules | None) -> float:
    """The Crawl-delay, within bounds; 0 where there is none."""
    wanted = _parsed(rules.text).crawl_delay(AGENT) if rules and rules.text else None
    return min(max(wanted or 0.0, 0.0), SLOWEST)


@lru_cache(maxsize=64)
def _parsed(text: str) -> Protego:
    from protego import Protego

    return Protego.parse(text)


class Robots:
    """Of all hosts of a round: what was known before, and what is learnt, each host asked once."""

    def __init__(
        self, known: Mapping[str, Rules], ask: Callable[[str, bool], Awaitable[Reply | KikimimiError]]
    ) -> None:
        self.learnt: dict[str, Rules] = {}
        self._known = known
        self._ask = ask
        self._asked: dict[tuple[str, bool], asyncio.Task[Rules]] = {}

    async def of(self, origin: str, *, private: bool) -> Rules:
        """The rules of an origin, such as https://example.com. private: whether it may stand in a private network.

        Raises PutOff where its host is held.
        """
        known, now = self._known.get(origin), datetime.now(UTC)
        if known and is_fresh(known, now):
            return known
        key = (origin, private)
        if key not in self._asked:
            self._asked[key] = asyncio.create_task(self._learn(origin, known, private))
        return await asyncio.shield(self._asked[key])  # one that gives up does not give up for all

    async def _learn(self, origin: str, known: Rules | None, private: bool) -> Rules:
        url = f"{origin}/robots.txt"
        reply = await self._ask(url, private)
        if isinstance(reply, PutOff | Misconfigured):
            raise reply
        self.learnt[origin] = rules = rules_after(known, url, reply, datetime.now(UTC))
        return rules
