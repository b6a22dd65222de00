"""The tracker: the one process that owns the DuckDB file, wired: loader, outbox, SQL and pages (with round.py and cli.py).

Its threads: the loader, which alone writes; the lookout, which asks the topics how much waits; the pages. The process
ends with the first of them that does.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

from pipeline.alert.outbox import Outbox
from pipeline.digest.run import DIGESTS
from pipeline.errors import Misconfigured, Transient
from pipeline.extract import run as extract_run
from pipeline.keep.holder import SNAPSHOTS
from pipeline.keep.maintain import maintain_beside
from pipeline.lifeline import Threads
from pipeline.load import run as load_run
from pipeline.load.write import Fire
from pipeline.round import CHANNELS, build_stages, lay_seeds, open_topics_of, tell_alerts
from pipeline.serve.app import build_app
from pipeline.serve.contents import Contents
from pipeline.serve.digests import digests_router
from pipeline.serve.listen import bind, check_tokens, listening
from pipeline.serve.loading import Loading, Turn
from pipeline.serve.lookout import Lookout
from pipeline.serve.quality import QUALITY, quality_router
from pipeline.serve.snapshot import maintain_router, snapshot_router
from pipeline.serve.tracker import Tracker
from pipeline.settings import Settings, is_local
from pipeline.terminal.news import tell_outage
from pipeline.topics.outages import outlast
from pipeline.warehouse import check_here, open_for_writing
from pipeline.warehouse.ample import WritersTurn
from pipeline.warehouse.lake import is_lake
from pipeline.warehouse.quack import serving_sql
from pipeline.warehouse.snapshot import snapshot
from pipeline.warehouse.token import token_of
from pipeline.warehouse.transaction import memory_permitting

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from fastapi import APIRouter
    from rich.console import Console

READS = {load_run.GROUP: load_run.TOPICS, extract_run.GROUP: ("documents",)}
"""By group, the topics whose lag is told; the loader's first."""
GOODBYE = 2.0
"""Seconds that the lookout may take to leave."""


def serve(
    settings: Settings, console: Console, stop: threading.Event, ready: Callable[[str, str], None]
) -> None:
    """Loads, tells and answers until told to stop; `ready` gets the addresses of SQL and of the pages.

    Raises Misconfigured when another process holds the file or a port, or other machines could ask without a token; and
    whatever ended one of the threads.
    """
    check_here(settings)
    check_tokens(settings)
    if is_lake(settings.warehouse):
        remedy = "load it: kikimimi work load; ask it: kikimimi sql, or attach it in DuckDB"
        raise Misconfigured(
            "the warehouse is a DuckLake, which nobody owns and which needs no tracker", remedy
        )
    stages = build_stages(settings)
    loading, threads = Loading(), Threads(stop)
    with ExitStack() as closed:
        connection = closed.enter_context(closing(_own(settings)))
        bound = closed.enter_context(closing(bind(settings.listen, settings.http_port)))
        turn = WritersTurn(connection, settings.warehouse_memory)
        lay_seeds(connection, stages)
        contents = closed.enter_context(closing(Contents(connection, settings.warehouse, CHANNELS)))
        own = closed.enter_context(closing(connection.cursor()))
        sql = closed.enter_context(_serving_sql(connection, settings))
        tracker = Tracker(
            version=version("kikimimi"),
            started_at=datetime.now(UTC),
            sql_address=sql,
            sql_host=settings.host,
            sql_port=settings.sql_port,
            loading=loading,
            lookout=Lookout(lambda: open_topics_of(settings), READS, lambda: loading.trouble is None),
            contents=contents,
        )
        sites = (quality_router(settings.data / QUALITY), digests_router(settings.data / DIGESTS))
        more = (*_upkeep(settings, connection, turn), *sites)
        app = build_app(tracker, settings.http_token, more, any_name=not is_local(settings.listen))
        pages = closed.enter_context(listening(app, bound, threads.start))
        lookout = threads.start("lookout", lambda: tracker.lookout.run(stop), daemon=True)
        closed.callback(lookout.join, GOODBYE)  # it may be waiting for a Kafka that is away
        loader = threads.start(
            "loader", lambda: _load(settings, console, stop, own, stages.fire, loading, turn)
        )
        closed.callback(loader.join)  # the batch in hand, before anything is closed
        closed.callback(stop.set)
        ready(sql, pages)
        stop.wait()
    threads.raise_failure()


def _load(
    settings: Settings,
    console: Console,
    stop: threading.Event,
    connection: DuckDBPyConnection,
    fire: Fire,
    loading: Loading,
    turn: WritersTurn,
) -> None:
    """The loader's thread: loads and tells of alerts, and outlasts what is away."""
    outbox, timed = Outbox(connection), Turn(turn, loading.seconds.observe)

    def session() -> None:
        with memory_permitting(), closing(open_topics_of(settings)) as topics:

            def tell() -> None:
                with turn:
                    loading.told(tell_alerts(console, outbox, topics))

            def loaded(count: int) -> None:
                loading.loaded(count)
                tell()

            def told_to_stop() -> bool:  # asked before each poll: a sign that it reads, too
                loading.reads()
                return stop.is_set()

            tell()  # those that a kill or an outage left untold
            load_run.load(
                topics,
                connection,
                fire,
                until_empty=False,
                stop=told_to_stop,
                on_progress=loaded,
                turn=timed,
            )

    def noted_session() -> None:
        try:
            session()
        except Transient as error:
            loading.fails(str(error))
            raise

    try:
        outlast(noted_session, stop, tell_outage)
    except BaseException as error:
        loading.ends(error)
        raise
    loading.ends(None)


def _upkeep(settings: Settings, connection: DuckDBPyConnection, turn: WritersTurn) -> Sequence[APIRouter]:
    """Snapshots and retention, which only the process that holds the file can do."""

    def maintain() -> Mapping[str, bool | int | float]:
        with connection.cursor() as own:
            return maintain_beside(own, turn, settings).as_numbers()

    folder, memory = settings.data / SNAPSHOTS, settings.warehouse_memory
    return (snapshot_router(lambda: snapshot(connection, turn, folder, memory)), maintain_router(maintain))


def _own(settings: Settings) -> DuckDBPyConnection:
    """The DuckDB file; who holds it does so for good, so that waiting for it is of no use."""
    try:
        return open_for_writing(settings.warehouse, settings.warehouse_memory)
    except Transient as error:
        raise Misconfigured(error.problem, error.remedy) from error


@contextmanager
def _serving_sql(connection: DuckDBPyConnection, settings: Settings) -> Iterator[str]:
    """SQL over Quack; yields its address."""
    token = token_of(settings, make=True)
    with serving_sql(connection, settings.sql_port, token, settings.sql_seconds, settings.listen) as address:
        yield address
