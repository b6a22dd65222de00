"""The command `kikimimi replay`: stored documents through the current extractor and catalogue again."""

from __future__ import annotations

import threading
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.errors import Transient
from pipeline.lifeline import stop_on_signals
from pipeline.settings import Settings, read_settings
from pipeline.terminal import open_console

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from rich.console import Console

    from pipeline.replay.choice import Choice
    from pipeline.replay.run import Sent
    from pipeline.replay.stored import Ask
    from pipeline.replay.waiting import Stage
    from pipeline.topics.base import Topics

EXAMPLE = "Example: kikimimi replay --since 2025-02-01 --dry-run"

Day = Annotated[
    str | None, typer.Option(metavar="DATE", help="By the day (UTC) it was published, else collected.")
]


def replay(
    since: Day = None,
    until: Day = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="ID", help="Documents of this source.")
    ] = None,
    doc: Annotated[
        list[str] | None,
        typer.Option(
            "--doc", metavar="ID", help="This document, by the beginning of its id; may be repeated."
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also documents that the current extractor has read already.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be replayed, and stop.")
    ] = False,
    no_wait: Annotated[
        bool, typer.Option("--no-wait", help="Leave the documents to the workers, and stop.")
    ] = False,
) -> None:
    """Put stored documents through the current extractor and catalogue again; no alert fires twice."""
    from pipeline.extract.extractor import version_of
    from pipeline.replay.choice import choose
    from pipeline.replay.stored import check_ids, survey
    from pipeline.terminal.replay import show_nothing, show_textless, show_versions
    from pipeline.warehouse.asking import asking

    settings, console = read_settings(), open_console()
    version = version_of(settings.seeds / "catalogue")
    choice = choose(version, since, until, source, doc or (), everything=everything)
    with asking(settings) as ask:
        check_ids(ask, choice)
        made = survey(ask, choice)
    wanted = sum(one.wanted for one in made)
    if dry_run:
        show_versions(console, made, version)
        return
    show_textless(console, made)
    if not wanted:
        show_nothing(console, made, version)
    elif no_wait:
        _hand_on(console, settings, choice)
    else:
        _replay(console, settings, choice, wanted)


def _hand_on(console: Console, settings: Settings, choice: Choice) -> None:
    from pipeline.replay.run import replay
    from pipeline.replay.ways import Unwatched
    from pipeline.round import open_topics_of
    from pipeline.terminal.replay import show_handed_on
    from pipeline.warehouse.asking import asking

    stop = stop_on_signals()
    with closing(open_topics_of(settings)) as topics, asking(settings) as ask:
        way = Unwatched(topics, _stages(), choice.version)
        sent = replay(ask, topics, choice, way, stop.is_set)
    show_handed_on(console, sent)
    if sent.failures or stop.is_set():
        raise typer.Exit(1)


def _replay(console: Console, settings: Settings, choice: Choice, wanted: int) -> None:
    """Through this process where nobody holds the warehouse, else through those that do."""
    from pipeline.round import open_topics_of
    from pipeline.terminal.replay import show_end
    from pipeline.warehouse import open_if_free
    from pipeline.warehouse.asking import asking

    stop = stop_on_signals()
    with ExitStack() as closed:
        topics = closed.enter_context(closing(open_topics_of(settings)))
        connection = open_if_free(settings)
        if connection is None:  # somebody holds it: where that is not the tracker, asking says so
            ask = closed.enter_context(asking(settings))
            sent, left = _watched(console, topics, ask, choice, wanted, stop)
        else:
            closed.callback(connection.close)
            sent, left = _alone(console, settings, topics, connection, choice, wanted, stop)
    show_end(console, sent, sent.appended if choice.everything else wanted - left, wanted)
    if stop.is_set() and (left or choice.everything):
        again = "begins anew, --since narrows it" if choice.everything else "goes on from there"
        console.print(f"Stopped; the same command {again}.")
        raise typer.Exit(1)
    if left:
        remedy = "begin its workers anew and replay again; dead letters: kikimimi dead-letters list"
        problem = f"{left:,} of the documents came back from another version than {choice.version}, or as dead letters"
        raise Transient(problem, remedy)
    if sent.failures:
        raise typer.Exit(1)


def _alone(
    console: Console,
    settings: Settings,
    topics: Topics,
    connection: DuckDBPyConnection,
    choice: Choice,
    wanted: int,
    stop: threading.Event,
) -> tuple[Sent, int]:
    """Extracts and loads here, as `run` does; what was sent, and how many documents are of another version still."""
    from pipeline.alert.outbox import Outbox
    from pipeline.extract.run import work
    from pipeline.load.run import load
    from pipeline.replay.run import replay
    from pipeline.replay.stored import count_outdated
    from pipeline.replay.ways import Alone
    from pipeline.round import build_stages, lay_seeds, start_cells, tell_alerts
    from pipeline.terminal.progress import steps
    from pipeline.warehouse.transaction import memory_permitting

    stages = build_stages(settings)
    with memory_permitting(), closing(start_cells(settings)) as cells, steps(console) as step:
        advance = step("replay", wanted)
        lay_seeds(connection, stages)
        outbox = Outbox(connection)

        def drain() -> None:
            work(
                topics,
                cells.extract,
                until_empty=True,
                at_once=cells.most,
                stop=stop.is_set,
                on_progress=advance,
            )
            load(topics, connection, stages.fire, until_empty=True, stop=stop.is_set)
            tell_alerts(console, outbox, topics)

        way = Alone(topics, _stages(), drain)
        sent = replay(connection.sql, topics, choice, way, stop.is_set)
    return sent, count_outdated(connection.sql, choice)


def _watched(
    console: Console, topics: Topics, ask: Ask, choice: Choice, wanted: int, stop: threading.Event
) -> tuple[Sent, int]:
    """The same through workers and the tracker, which run already."""
    from pipeline.replay.run import replay
    from pipeline.replay.stored import count_outdated
    from pipeline.replay.ways import Watched, missed_of
    from pipeline.terminal.news import tell_outage
    from pipeline.terminal.progress import steps

    with steps(console) as step:
        missed = missed_of(ask, choice, wanted)
        way = Watched(topics, _stages(), stop, tell_outage, step("replay", wanted), missed)
        sent = replay(ask, topics, choice, way, stop.is_set)
    return sent, count_outdated(ask, choice)


def _stages() -> tuple[Stage, Stage]:
    from pipeline.extract.run import GROUP as EXTRACT
    from pipeline.load.run import GROUP as LOAD
    from pipeline.replay.waiting import Stage

    return Stage("documents", EXTRACT), Stage("extractions", LOAD)
