"""Collecting on schedule: sources that are due in, batches for mapped tasks out; and each batch collected."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pipeline.errors import Transient
from pipeline.scheduled.connections import settings_of_task

if TYPE_CHECKING:
    from pipeline.collect.run import Report
    from pipeline.collect.sources import Source
    from pipeline.settings import Settings

log = logging.getLogger(__name__)


def due_batches(*, transcripts: bool, by_hand: bool = False) -> list[list[str]]:
    """Ids of the sources to visit now, one host in one batch.

    transcripts: those of transcripts, else all others. by_hand: whoever starts a run himself wants all of them, due or not.
    """
    from pipeline.collect.due import batches, due
    from pipeline.round import open_topics_of

    settings = settings_of_task()
    sources = [one for one in _sources(settings) if (one.document == "transcript") == transcripts]
    if by_hand:
        return batches(sources)
    with closing(open_topics_of(settings)) as topics:
        return batches(due(settings, topics, sources, datetime.now(UTC)))


def collect_batch(ids: Sequence[str]) -> dict[str, int]:
    """Collects these sources, all of them whatever befalls one. Raises Transient, naming those that failed, at the end."""
    from pipeline.collect.due import chosen
    from pipeline.collect.run import collect
    from pipeline.round import open_topics_of

    settings = settings_of_task()
    with closing(open_topics_of(settings)) as topics:
        return told(collect(topics, settings, chosen(_sources(settings), ids)))


def told(report: Report, *, whole: bool = False) -> dict[str, int]:
    """The counts of a round; its failures go to the task's log. Raises Transient where a source failed.

    whole: one that was read in part has failed too, as when a page in the middle of its past cannot be had.
    """
    for line in report.failures:
        log.warning(line)
    failed = [one.error or one.source for one in report.fetches if one.outcome == "failed"]
    if whole:
        failed = failed or report.failures
    if failed:
        raise Transient("; ".join(failed), "the next try visits them again")
    return {
        "new": report.new,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "dead_letters": report.dead_letters,
    }


def ends(topic: str) -> dict[str, int]:
    """By partition, where the topic ends now."""
    from pipeline.round import open_topics_of

    with closing(open_topics_of(settings_of_task())) as topics:
        return {str(partition.number): end for partition, end in topics.ends(topic).items()}


def grown(now: Mapping[str, int], before: Mapping[str, int]) -> bool:
    """Whether there is something behind where the topic ended before; a topic that was made anew counts as grown."""
    return any(end > 0 and end != before.get(partition, 0) for partition, end in now.items())


def _sources(settings: Settings) -> list[Source]:
    from pipeline.collect.sources import read_sources

    return read_sources(settings.seeds / "sources.yaml")
