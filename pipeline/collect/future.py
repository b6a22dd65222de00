"""Dates from the future: a feed in, the same without them out. Nothing is published later than a day after it was read.

Feeds say so of events, by a typing error, or to stand first in every list, which they would do in our tables too. The
document is kept; it counts as of when it was collected, and what it said stays in its meta.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from pipeline.collect.entries import Feed
from pipeline.collect.found import Found

AHEAD = timedelta(days=1)
"""By which a date may lie ahead: time zones are often wrong."""


def without_future(feed: Feed, now: datetime) -> Feed:
    """The feed with no date more than AHEAD behind `now`, and a note of how many were taken from it."""
    found = [_dated(one, now + AHEAD) for one in feed.found]
    later = sum(one is not other for one, other in zip(found, feed.found, strict=True))
    if not later:
        return feed
    note = f"holds {later} dates of the future, what they are of counts as of now"
    return replace(feed, found=found, notes=[*feed.notes, note])


def _dated(found: Found, latest: datetime) -> Found:
    if not found.published or found.published <= latest:
        return found
    said = found.published.isoformat().replace("+00:00", "Z")
    return replace(found, published=None, meta={**found.meta, "said_published": said})
