"""Learning: what was known of a source and how a visit went in, what is known then out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

import msgspec

from pipeline.collect.sources import Source
from pipeline.collect.web.memory import Memory, is_full
from pipeline.collect.web.pace import backoff, habit_of, retry_after
from pipeline.collect.web.terms import Reply, Wanted, bare
from pipeline.collect.web.wishes import max_age, wishes_of

LONGEST_VALIDATOR = 1_000
"""Characters."""
GONE, UNCHANGED = 410, 304


def wanted_of(source: Source, url: str) -> Wanted:
    """An address that a source leads to, to be fetched as the source allows."""
    typed = source.private == "host" and _host(url) != _host(source.location)
    return Wanted(url, private="no" if typed else source.private, robots=source.robots == "obey")


def news_of(source: Source, memory: Memory, now: datetime) -> Wanted:
    """The source itself, at its new address where it has moved; only what is new where it was read within a day."""
    url = with_credentials(memory.moved, source.location) if memory.moved else source.location
    wanted = wanted_of(source, url)
    return replace(wanted, etag=memory.etag, modified=memory.modified) if is_full(memory, now) else wanted


def learnt(
    old: Memory,
    every: float,
    reply: Reply | None,
    published: Iterable[datetime],
    problem: str,
    now: datetime,
    chance: float,
    *,
    failed: bool,
) -> Memory:
    """What is known after a visit.

    reply: None where none came. published: times of its entries. problem: what was wrong with it. failed: whether
    nothing at all could be read. chance: 0 to 1.
    """
    if failed:
        return _after_failure(old, every, reply, problem, now, chance)
    well = msgspec.structs.replace(old, failures=0, failed=None, until=None, why="", gone=False)
    if reply is None:
        return well
    if reply.status == UNCHANGED:
        return msgspec.structs.replace(
            well, moved=reply.moved or old.moved, least=max(old.least, max_age(reply))
        )
    wishes, (gap, newest) = wishes_of(reply), habit_of(published, now)
    return msgspec.structs.replace(
        well,
        full=None if problem else now,  # what is wrong with it must be said until it is mended
        etag=_validator(reply, "etag"),
        modified=_validator(reply, "last-modified"),
        moved=reply.moved or old.moved,
        gap=gap,
        newest=newest,
        least=wishes.least,
        hours=wishes.hours,
        days=wishes.days,
    )


def waiting(memory: Memory, now: datetime) -> str:
    """Why the source may not be asked now, or ""."""
    if memory.gone:
        return f"is gone for good and is not asked any more: {memory.why}"
    if memory.until and memory.until > now:
        return f"is not asked before {memory.until:%Y-%m-%d %H:%M} UTC: {memory.why}"
    return ""


def _after_failure(
    old: Memory, every: float, reply: Reply | None, problem: str, now: datetime, chance: float
) -> Memory:
    asked_to_wait = retry_after(reply.header("retry-after"), now) if reply else timedelta()
    # The tries that a scheduler makes one after the other are one failure.
    counted = old.failed is None or not timedelta() <= now - old.failed < timedelta(minutes=every / 2)
    failures = old.failures + counted
    wait = max(asked_to_wait, backoff(every, failures, chance) if failures > 1 else timedelta())
    return msgspec.structs.replace(
        old,
        full=None,
        # A new address that does not answer is forgotten, and the old one asked next.
        moved="",
        failures=failures,
        failed=now if counted else old.failed,
        until=now + wait if wait else None,
        why=problem,
        gone=reply is not None and reply.status == GONE and not old.moved,
    )


def _host(url: str) -> str:
    found = re.match(r"[^/?#]*//([^/?#]*?)(?::\d*)?(?=[/?#]|\Z)", bare(url))
    return found[1].lower() if found else ""


def _validator(reply: Reply, name: str) -> str:
    value = reply.header(name)
    return value if len(value) <= LONGEST_VALIDATOR and value.isprintable() else ""


def with_credentials(address: str, location: str) -> str:
    """The user and password of the location are for its host, wherever on it the source has moved or leads to."""
    given, moved = (re.match(r"(https?://)([^/?#]*@)?([^/?#]*)", one, re.I) for one in (location, address))
    if not given or not given[2] or not moved or (given[1], given[3]) != (moved[1], moved[3]):
        return address
    return given[1] + given[2] + address.removeprefix(given[1])
