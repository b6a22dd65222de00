"""A round: the stages wired in the order in which a document passes through them (with cli.py, all the wiring there is)."""

from __future__ import annotations

import getpass
import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from pipeline.alert.outbox import Outbox
from pipeline.alert.rules import fire, load_rules
from pipeline.collect.run import Report, Which, collect
from pipeline.collect.sources import Source, read_sources, sources_from, without_passwords
from pipeline.collect.watched import Watched
from pipeline.extract import run as extract_run
from pipeline.extract.cells import Cells
from pipeline.extract.names.catalogue import load_catalogue
from pipeline.extract.read import load_extractor
from pipeline.keep.retention import young
from pipeline.load import run as load_run
from pipeline.load.catalogue import write_catalogue
from pipeline.load.rates import Rate, read_rates, write_rates
from pipeline.load.sources import write_sources
from pipeline.load.write import Fire
from pipeline.records import Entity, Verdict
from pipeline.settings import Settings
from pipeline.terminal.news import show_alert, show_report
from pipeline.terminal.progress import steps
from pipeline.terminal.verdicts import show_findings
from pipeline.topics import open_topics
from pipeline.topics.base import Topics, lag
from pipeline.validate.run import suites_of, tell_verdicts, validate
from pipeline.warehouse import open_if_free
from pipeline.warehouse.asking import asking_of
from pipeline.warehouse.transaction import again

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from rich.console import Console


RATES = "fx.csv"
VALIDATION = 600.0
"""Seconds that a query of a validation may take in a process of its own; a tracker keeps to KIKIMIMI_SQL_SECONDS."""


@dataclass(frozen=True, slots=True)
class Stages:
    """What the loader knows beside the topics: built once, from the seeds."""

    entities: Sequence[Entity]
    fire: Fire
    sources: Sequence[Source]
    rates: Sequence[Rate]


def build_stages(settings: Settings) -> Stages:
    """The catalogue, the alert rules, sources and rates. Raises Misconfigured for a seed file that does not fit."""
    catalogue = load_catalogue(settings.seeds / "catalogue")
    rules = load_rules(settings.seeds / "rules.yaml", catalogue)
    sources = settings.seeds / "sources.yaml"
    return Stages(
        entities=tuple(catalogue.values()),
        fire=lambda extraction: (
            fire(rules, extraction) if young(extraction.document.collected_at, settings.keep_rows) else ()
        ),
        sources=without_passwords(read_sources(sources))
        if sources.exists()
        else (),  # else the words of a command line name them
        rates=load_rates(settings),
    )


def load_rates(settings: Settings) -> Sequence[Rate]:
    """The exchange rates: those that `kikimimi rates` has fetched, else the seeds'; none where there are neither."""
    for path in (settings.data / RATES, settings.seeds / RATES):
        if path.exists():
            return read_rates(path.read_text(encoding="utf-8"), str(path))
    return ()


def lay_seeds(connection: DuckDBPyConnection, stages: Stages) -> None:
    """Lays catalogue, sources and rates anew, as the seeds have them now."""
    again(lambda: write_catalogue(connection, stages.entities))
    again(lambda: write_sources(connection, stages.sources))
    again(lambda: write_rates(connection, stages.rates))


def start_cells(settings: Settings) -> Cells:
    """The extractor, in processes of its own."""
    return Cells(
        partial(load_extractor, settings.seeds / "catalogue"), settings.stuck_after, settings.cells or None
    )


def run_round(
    console: Console,
    settings: Settings,
    sources: Sequence[Source],
    topics: Topics,
    connection: DuckDBPyConnection,
    stages: Stages,
    cells: Cells,
    which: Which = "ready",
) -> Report:
    """Collects, extracts and loads until nothing is left, and tells of alerts."""
    lay_seeds(connection, stages)
    with steps(console) as step:
        advance, on_left = step.collect()
        report = collect(topics, settings, sources, advance, which=which, on_left=on_left)
        waiting = lag(topics, extract_run.GROUP, "documents")
        extract_run.work(
            topics,
            cells.extract,
            until_empty=True,
            at_once=cells.most,
            on_progress=step("extract", waiting),
        )
        waiting = sum(lag(topics, load_run.GROUP, topic) for topic in load_run.TOPICS)
        load_run.load(topics, connection, stages.fire, on_progress=step("load", waiting))
    tell_alerts(console, Outbox(connection), topics)
    return report


def validate_round(
    console: Console,
    settings: Settings,
    topics: Topics,
    connection: DuckDBPyConnection,
    stages: Stages,
) -> list[Verdict]:
    """Runs all suites on what is loaded, and loads what came of it."""
    suites = suites_of(settings, (), {one.id for one in stages.entities})
    with steps(console) as step, asking_of(connection, VALIDATION) as ask:
        advance = step("validate", len(suites))
        verdicts = validate(ask, suites, getpass.getuser(), on_suite=lambda _: advance(1))
    tell_verdicts(topics, verdicts)
    load_run.load(topics, connection, stages.fire)
    return verdicts


LOOK = 0.5
"""Seconds between two looks at the files of `run --watch`; more where a look takes long, so that looking takes little."""


def watch_rounds(
    console: Console,
    interval: float,
    sources_now: Callable[[], Sequence[Source]],
    one_round: Callable[[Sequence[Source]], Report],
    judged: Callable[[], list[Verdict]],
    stop: threading.Event,
) -> None:
    """Files as they come, and a round of what stands on the web at every interval, until told to stop.

    Tells what is new and what is wrong with it, and of failures when they change.
    """
    failures: list[str] | None = None
    watched, sources, due, unjudged = Watched(), sources_now(), monotonic(), False
    while True:
        began = monotonic()
        files = watched.look(one for one in sources if not one.remote)
        looked = monotonic() - began
        if files:
            report = one_round(files)
            unjudged |= _told(console, report, report.failures != [])
        elif monotonic() >= due:
            due = monotonic() + interval
            sources = sources_now()
            if remote := [one for one in sources if one.remote]:
                report = one_round(remote)
                unjudged |= _told(console, report, report.failures != failures)
                failures = report.failures
        elif unjudged:  # only when nothing waits, since it takes seconds
            show_findings(console, judged())
            unjudged = False
        elif stop.wait(max(LOOK, 20 * looked)):
            return
        if stop.is_set():
            return


def _told(console: Console, report: Report, odd: bool) -> bool:
    """Shows a report where there is anything to tell; whether it brought documents."""
    if report.new or report.changed or report.notes or odd:
        show_report(console, report)
    return bool(report.new or report.changed)


def sources_of(settings: Settings, inputs: Sequence[str]) -> list[Source]:
    """These files, folders and addresses; those of sources.yaml if there are none."""
    return sources_from(inputs) if inputs else read_sources(settings.seeds / "sources.yaml")


def open_topics_of(settings: Settings) -> Topics:
    """The topics that the settings name."""
    return open_topics(settings.topics, settings.kafka, settings.kafka_partitions)


def load_here(settings: Settings, topics: Topics) -> bool:
    """Loads what a command has just appended; False where another process holds the file, and loads it."""
    connection = open_if_free(settings)
    if connection is None:
        return False
    with closing(connection):
        stages = build_stages(settings)
        lay_seeds(connection, stages)
        load_run.load(topics, connection, stages.fire)
    return True


CHANNELS = ("console", "topic")
"""Who is told of every alert: who looks at this terminal, and who reads the topic `alerts`."""


def tell_alerts(console: Console, outbox: Outbox, topics: Topics) -> dict[str, int]:
    """Tells each channel of the alerts that it has not been told of; returns how many those were."""
    people = outbox.tell("console", lambda notice: show_alert(console, notice))  # first: it needs no Kafka
    return {"console": people, "topic": outbox.publish("topic", topics.append)}
