"""Pace: what is known of a source in, when it may and should be asked again out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from itertools import pairwise
from statistics import median

from pipeline.collect.web.memory import Memory

SLACK, MOST_SLACK = 0.1, 1.0
"""Share of its interval, and minutes, by which a visit may come early: a schedule of 15 minutes is never 15 minutes to
the second."""
SHARE = 0.25
"""Of the time between two entries of a source, after which it is asked again."""
SELDOM = 360.0
"""Minutes between two visits that neither a source's habits nor its wishes exceed; its own `every` may."""
LONGEST_WAIT = timedelta(days=1)
"""For which Retry-After is obeyed: a slip of a digit must not silence a source."""
LONGEST = timedelta(days=30)
"""Between two visits of a source that fails."""
ENTRIES = 10
"""The newest ones, by which the time between two is told."""


def interval(every: float, memory: Memory, last: datetime) -> float:
    """Minutes from the visit at `last` to the next one."""
    quiet = (last - memory.newest).total_seconds() / 60 if memory.newest and memory.gap else 0.0
    habit = SHARE * max(memory.gap, quiet)
    return max(every, min(habit, SELDOM), min(memory.least, SELDOM))


def next_due(every: float, memory: Memory, last: datetime) -> datetime | None:
    """When the source should be visited after the visit at `last`; None where it is gone."""
    if memory.gone:
        return None
    minutes = interval(every, memory, last)
    due = last + timedelta(minutes=minutes - min(SLACK * minutes, MOST_SLACK))
    due = _outside(due, memory)
    return max(due, memory.until) if memory.until else due


def _outside(due: datetime, memory: Memory) -> datetime:
    """The first time from then on that is of no hour and day that the feed leaves out."""
    due = due.astimezone(UTC)
    for _ in range(7 * 24):
        if due.hour not in memory.hours and due.weekday() not in memory.days:
            return due
        due = due.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return due


def backoff(every: float, failures: int, chance: float) -> timedelta:
    """How long a source is left alone after so many failures in a row: twice as long each time, and not to the second
    (chance: 0 to 1), so that sources which failed together do not come back together."""
    minutes = every * 2.0 ** min(failures - 1, 20)
    return min(timedelta(minutes=minutes * (0.75 + 0.5 * chance)), LONGEST)


def retry_after(header: str, now: datetime) -> timedelta:
    """What the header asks for, in seconds or as a date, within bounds; none where it asks for nothing."""
    header = header.strip()
    wanted = timedelta()
    if re.fullmatch(r"[0-9]{1,9}", header):
        wanted = timedelta(seconds=int(header))
    elif header:
        try:
            date = parsedate_to_datetime(header)
            wanted = (date if date.tzinfo else date.replace(tzinfo=UTC)) - now
        except (ValueError, OverflowError):
            wanted = timedelta()
    return min(max(wanted, timedelta()), LONGEST_WAIT)


def habit_of(published: Iterable[datetime], now: datetime) -> tuple[float, datetime | None]:
    """The minutes between two entries, as a rule, and the time of the newest; 0 where dates do not tell."""
    times = sorted({one for one in published if one <= now}, reverse=True)[:ENTRIES]
    if len(times) < 3:
        return 0.0, times[0] if times else None
    gaps = [(later - earlier).total_seconds() / 60 for later, earlier in pairwise(times)]
    return median(gaps), times[0]
