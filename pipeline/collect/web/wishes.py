"""Wishes: a feed as it was sent in; how often its publisher wants it to be asked out."""

from __future__ import annotations

import re

import msgspec

from pipeline.collect.web.terms import Reply

HEAD = 65_536
"""Bytes within which a channel speaks of itself."""
_PERIODS = {"hourly": 60.0, "daily": 1440.0, "weekly": 10_080.0, "monthly": 43_200.0, "yearly": 525_600.0}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_ITEM = re.compile(rb"<(?:[\w.-]+:)?(?:item|entry)[\s>]")
_TTL = re.compile(rb"<ttl>\s*(\d{1,7})\s*</ttl>", re.I)
_PERIOD = re.compile(rb"<(?:[\w.-]+:)?updatePeriod>\s*(\w+)\s*<", re.I)
_FREQUENCY = re.compile(rb"<(?:[\w.-]+:)?updateFrequency>\s*(\d{1,5})\s*<", re.I)
_HOURS = re.compile(rb"<skipHours>(.{,4000}?)</skipHours>", re.I | re.S)
_HOUR = re.compile(rb"<hour>\s*(\d{1,2})\s*</hour>", re.I)
_SKIPPED_DAYS = re.compile(rb"<skipDays>(.{,2000}?)</skipDays>", re.I | re.S)
_DAY = re.compile(rb"<day>\s*(\w+)\s*</day>", re.I)
_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})", re.I)


class Wishes(msgspec.Struct, frozen=True, omit_defaults=True):
    """least: minutes between two visits. hours (UTC, 0 to 23) and days (0 is Monday): when nobody need come."""

    least: float = 0.0
    hours: tuple[int, ...] = ()
    days: tuple[int, ...] = ()


def wishes_of(reply: Reply) -> Wishes:
    """By ttl, skipHours and skipDays of RSS, the syndication module's period, and Cache-Control's max-age."""
    head = reply.body[:HEAD]
    if item := _ITEM.search(head):
        head = head[: item.start()]
    hours = {
        int(one) % 24 for block in _HOURS.findall(head) for one in _HOUR.findall(block) if int(one) <= 24
    }
    named = {one.decode().lower() for block in _SKIPPED_DAYS.findall(head) for one in _DAY.findall(block)}
    days = {_DAYS.index(one) for one in named if one in _DAYS}
    return Wishes(
        least=max(_ttl(head), _period(head), max_age(reply)),
        hours=tuple(sorted(hours)) if len(hours) < 24 else (),
        days=tuple(sorted(days)) if len(days) < 7 else (),
    )


def max_age(reply: Reply) -> float:
    """Minutes for which the answer stays fresh."""
    found = _MAX_AGE.search(reply.header("cache-control"))
    age = reply.header("age").strip()
    seconds = int(found[1]) - (int(age) if re.fullmatch(r"[0-9]{1,9}", age) else 0) if found else 0
    return max(0.0, seconds / 60)


def _ttl(head: bytes) -> float:
    found = _TTL.search(head)
    return float(found[1]) if found else 0.0


def _period(head: bytes) -> float:
    period, frequency = _PERIOD.search(head), _FREQUENCY.search(head)
    minutes = _PERIODS.get(period[1].decode().lower(), 0.0) if period else 0.0
    return minutes / max(1, int(frequency[1]) if frequency else 1)
