"""A period: two dates of a command line in, the span of time that documents must lie in out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from pipeline.collect.declared import parse_time
from pipeline.errors import Misconfigured
from pipeline.records import Document


@dataclass(frozen=True, slots=True)
class Period:
    """From `since` on, up to but not at `until`; None: without a bound there."""

    since: datetime | None = None
    until: datetime | None = None

    def holds(self, document: Document) -> bool:
        """Whether the document is of this period."""
        return not self.is_behind(document) and (self.until is None or _said_at(document) < self.until)

    def is_behind(self, document: Document) -> bool:
        """Whether it is older."""
        return self.since is not None and _said_at(document) < self.since


def read_period(since: str | None, until: str | None) -> Period:
    """The period that two options name: days (UTC), the last one included, or times.

    Raises Misconfigured for what is neither, and for an end that comes before the beginning.
    """
    period = Period(_time("--since", since, timedelta(0)), _time("--until", until, timedelta(days=1)))
    if period.since and period.until and period.until <= period.since:
        raise Misconfigured(f"--since {since} is after --until {until}", "swap them")
    return period


def _time(option: str, written: str | None, day: timedelta) -> datetime | None:
    if written is None:
        return None
    if not (time := parse_time(written)):
        raise Misconfigured(
            f"{option} {written!r} is no date", "write it as 2025-02-03 or 2025-02-03T10:00:00+09:00"
        )
    return time + day if re.fullmatch(r"\d{4}-?\d{2}-?\d{2}", written.strip()) else time


def _said_at(document: Document) -> datetime:
    """As the tables have it: when it was published, else collected."""
    return document.published_at or document.collected_at
