"""Backfilling: days, sources and WARC files in, one archive a task instance out; and each archive read."""

from __future__ import annotations

import glob
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from pipeline.errors import Misconfigured
from pipeline.scheduled.collecting import told
from pipeline.scheduled.connections import settings_of_task


def plan_archives(
    since: str, until: str, sources: Sequence[str], warcs: Sequence[str]
) -> list[dict[str, str]]:
    """The archives: each names a source or a file, and the days. Raises Misconfigured for what is wrong or not there."""
    from pipeline.collect.due import chosen
    from pipeline.collect.period import read_period
    from pipeline.collect.sources import read_sources

    read_period(since, until)
    if not sources and not warcs:
        raise Misconfigured("no archive is named", "name sources, WARC files, or both")
    ids = [one.id for one in chosen(read_sources(settings_of_task().seeds / "sources.yaml"), sources)]
    files = [file for pattern in warcs for file in _files(pattern)]
    days = {"since": since, "until": until}
    return [*({"source": one, **days} for one in ids), *({"warc": file, **days} for file in files)]


def read_archive(archive: Mapping[str, str]) -> dict[str, int]:
    """What of it is new. Raises Transient where it cannot be read to its end."""
    from pipeline.collect.backfill import backfill
    from pipeline.collect.due import chosen
    from pipeline.collect.period import read_period
    from pipeline.collect.sources import read_sources
    from pipeline.round import open_topics_of

    settings = settings_of_task()
    known = read_sources(settings.seeds / "sources.yaml")
    sources = chosen(known, [archive["source"]]) if "source" in archive else []
    warcs = [Path(archive["warc"])] if "warc" in archive else []
    period = read_period(archive["since"], archive["until"])
    with closing(open_topics_of(settings)) as topics:
        report = backfill(topics, settings, sources, warcs, period.since, period.until, known=known)
    return told(report, whole=True)


def _files(pattern: str) -> list[str]:
    files = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 — the pattern is a whole path
    if not files:
        raise Misconfigured(f"{pattern} names no file on this worker", "correct the path")
    return files
