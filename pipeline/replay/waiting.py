"""What waits: the stages behind `documents` in; how much each has still to read, and which documents that is, out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from pipeline.topics.base import Stored, Topics, lag

READ = 500
"""Messages read at once."""


class Stage(NamedTuple):
    """A topic and the group that reads it."""

    topic: str
    group: str


class _Signed(msgspec.Struct):
    """As much of an extraction as says who made it."""

    extractor: str


def count_waiting(topics: Topics, stages: Sequence[Stage]) -> int:
    """Messages that wait before any of the stages, which stand in the order in which a document passes them."""
    return sum(lag(topics, stage.group, stage.topic) for stage in stages)


def wait_until_through(topics: Topics, stages: Sequence[Stage], pause: Callable[[], bool]) -> None:
    """Until all that stands on the first topic now has passed all stages; what comes behind it does not count.

    pause: waits a moment, and says whether to wait no longer.
    """
    for stage in stages:
        ends = topics.ends(stage.topic)
        while any(topics.committed(stage.group, stage.topic).get(one, 0) < end for one, end in ends.items()):
            if pause():
                return


def waiting_ids(topics: Topics, extract: Stage, load: Stage, version: str) -> set[str]:
    """Documents that wait to be extracted, or to be loaded with what this version of the extractor has found."""
    ids = {stored.message.key for stored in _unread(topics, extract)}
    for stored in _unread(topics, load):
        try:
            signed = msgspec.json.decode(stored.message.value, type=_Signed)
        except msgspec.DecodeError:
            continue  # the loader makes a dead letter of it
        if signed.extractor == version:
            ids.add(stored.message.key)
    return ids


def _unread(topics: Topics, stage: Stage) -> Iterator[Stored]:
    positions = dict(topics.committed(stage.group, stage.topic))
    while batch := topics.read(stage.topic, positions, READ):
        for stored in batch:
            positions[stored.partition] = stored.offset + 1
            yield stored
