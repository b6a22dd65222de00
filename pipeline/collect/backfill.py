"""Backfills: a period, sources and archives in; what they hold of it on the topics out. Running one again brings nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from math import inf
from pathlib import Path

from pipeline.collect.archive import archive_items
from pipeline.collect.archiving import archive_of
from pipeline.collect.behind import note_pages, put_by
from pipeline.collect.due import chosen
from pipeline.collect.files import shown
from pipeline.collect.paged import past_items
from pipeline.collect.period import Period
from pipeline.collect.ready import lent_web
from pipeline.collect.run import PAUSE, Report, add_to, agent, take
from pipeline.collect.seen import STATE, logs_of
from pipeline.collect.sources import Source, read_sources, sources_from
from pipeline.collect.state import open_state
from pipeline.collect.visit import Item, Visit, items
from pipeline.collect.web.terms import Terms, bare
from pipeline.errors import Misconfigured, Rejected
from pipeline.records import Document
from pipeline.settings import Settings
from pipeline.topics.base import Topics
from pipeline.topics.envelope import pack

ARCHIVES = (".warc", ".warc.gz")


def backfill(
    topics: Topics,
    settings: Settings,
    sources: Sequence[Source],
    warcs: Sequence[Path],
    since: datetime | None = None,
    until: datetime | None = None,
    on_progress: Callable[[int], None] = lambda _: None,
    *,
    known: Sequence[Source] = (),
    pause: float = PAUSE,
) -> Report:
    """Appends what the archives and the past of the sources hold of a period, from `since` on, up to but not at `until`.

    A document is of the time at which it was published, else collected; one from an archive was collected when it was
    captured, and one of which a later text is known is left out. known: sources that archives may hold answers of,
    beside `sources`. pause: seconds between two requests of one host. One Fetch for each archive and source.

    It can be killed and run again: what is there already comes as unchanged. Raises as `collect`.
    """
    report, period = Report(), Period(since, until)
    terms = Terms(agent(settings.contact), settings.max_document, inf, delay=pause)
    archive = archive_of(settings, period.holds)

    def taken(visit: Visit, drawn: Iterable[Item], *, past: bool = False, behind: bool = False) -> None:
        drawn = _within(visit, drawn, period)
        drawn = put_by(state, visit, drawn) if behind else drawn
        one = take(state, topics, visit, drawn, on_progress, archive, past=past)
        archive.sync()
        note_pages(state, [visit])
        topics.append("fetches", [pack("fetches", one.fetch.source, one.fetch)])
        add_to(report, one)

    with open_state(settings.data / STATE, logs_of(topics)) as state, ExitStack() as closing:
        for path in warcs:
            visit = Visit(Source("archive", str(path), "file"))
            drawn = archive_items(visit, terms.limit, period, [*sources, *known])
            taken(visit, _kept(visit, drawn, settings.keep_rows), past=True)
        web = closing.enter_context(lent_web(state, terms)) if any(one.remote for one in sources) else None
        for source in sources:
            visit = Visit(source)
            if web and source.remote:
                taken(visit, past_items(visit, web, period), behind=True)
            else:
                taken(visit, items(visit, terms.limit))
    report.failures += archive.problems()
    return report


def wanted_sources(
    path: Path, words: Sequence[str], ids: Sequence[str], warcs: Sequence[Path]
) -> list[Source]:
    """What the words of a command line ask to be read: paths, addresses, and ids of the sources.yaml at `path`.

    Without any, all sources; but none where archives are named. Raises Misconfigured for a wrong word or id.
    """
    for word in words:
        if word.lower().endswith(ARCHIVES):  # as where the shell has put several files behind one --from-warc
            raise Misconfigured(f"{bare(word)} is an archive", "write --from-warc before each")
    if not words and not ids:
        return [] if warcs else read_sources(path)
    return [*(chosen(read_sources(path), ids) if ids else ()), *sources_from(words)]


def _within(visit: Visit, drawn: Iterable[Item], period: Period) -> Iterator[Item]:
    """What is of the period; a dead letter is of any."""
    for item in drawn:
        if not isinstance(item, Document) or period.holds(item):
            yield item
        else:
            visit.outside += 1


def _kept(visit: Visit, drawn: Iterable[Item], keep_rows: float) -> Iterator[Item]:
    """Without documents that `maintain` would remove at once."""
    oldest = datetime.now(UTC) - timedelta(days=keep_rows)
    left = 0
    for item in drawn:
        if keep_rows and isinstance(item, Document) and item.collected_at < oldest:
            left += 1
        else:
            yield item
    if left:
        problem = f"{shown(Path(visit.source.location))} holds {left} documents captured more than {keep_rows:g} days ago"
        visit.failures.append(
            f"{visit.source.id}: {Rejected(problem, 'raise KIKIMIMI_KEEP_ROWS, or they would be removed at once')}"
        )
