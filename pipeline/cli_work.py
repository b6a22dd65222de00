"""The commands that run until they are stopped: `kikimimi work extract`, `work load` and `broker`."""

from __future__ import annotations

from contextlib import ExitStack, closing
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import Transient
from pipeline.lifeline import stop_on_signals
from pipeline.settings import read_settings
from pipeline.terminal import open_console

work_app = typer.Typer(
    help="Run one stage of the pipeline until it is stopped.",
    epilog="Example: kikimimi work extract",
    no_args_is_help=True,
    rich_markup_mode=None,
)
BROKER_EXAMPLE = "Example: kikimimi broker, then KIKIMIMI_TOPICS=kafka:127.0.0.1:9092 kikimimi run"

UntilEmpty = Annotated[bool, typer.Option("--until-empty", help="Stop when nothing is left to do.")]


@work_app.command("extract", epilog="Example: kikimimi work extract --until-empty")
def work_extract(until_empty: UntilEmpty = False) -> None:
    """Extract names and figures from collected documents; start as many of these as you like."""
    from pipeline.extract.run import work
    from pipeline.round import open_topics_of, start_cells
    from pipeline.terminal.news import tell_outage
    from pipeline.topics.outages import outlast

    settings, stop = read_settings(), stop_on_signals()
    worked: list[int] = []
    with closing(start_cells(settings)) as cells:

        def session() -> None:
            with closing(open_topics_of(settings)) as topics:
                work(
                    topics,
                    cells.extract,
                    until_empty=until_empty,
                    at_once=cells.most,
                    stop=stop.is_set,
                    on_progress=worked.append,
                )

        if until_empty:
            session()
        else:
            outlast(session, stop, tell_outage)
    typer.echo(f"{sum(worked)} documents extracted")


@work_app.command("load", epilog="Example: kikimimi work load --until-empty")
def work_load(until_empty: UntilEmpty = False) -> None:
    """Load extractions into DuckDB and tell of alerts; one of these writes at a time."""
    from pipeline.alert.outbox import Outbox
    from pipeline.load.run import load
    from pipeline.round import build_stages, lay_seeds, open_topics_of, tell_alerts
    from pipeline.terminal.news import tell_outage
    from pipeline.topics.outages import outlast
    from pipeline.warehouse.open import LEAN, check_here, open_for_writing
    from pipeline.warehouse.transaction import memory_permitting

    settings, stop, console = read_settings(), stop_on_signals(), open_console()
    check_here(settings)
    stages = build_stages(settings)
    loaded: list[int] = []
    with ExitStack() as closed:
        connection = closed.enter_context(closing(open_for_writing(settings.warehouse, LEAN, threads=1)))
        lay_seeds(connection, stages)

        outbox = Outbox(connection)

        def session() -> None:
            with memory_permitting(), closing(open_topics_of(settings)) as topics:

                def loaded_some(count: int) -> None:
                    loaded.append(count)
                    tell_alerts(console, outbox, topics)

                tell_alerts(console, outbox, topics)  # those that a kill or an outage left untold
                load(
                    topics,
                    connection,
                    stages.fire,
                    until_empty=until_empty,
                    stop=stop.is_set,
                    on_progress=loaded_some,
                )

        if until_empty:
            session()
        else:
            outlast(session, stop, tell_outage)
    typer.echo(f"{sum(loaded)} messages loaded")


def broker(
    port: Annotated[int, typer.Option("--port", help="Where it listens, on this machine only.")] = 9092,
    data: Annotated[
        Path | None, typer.Option("--data", help="Its folder; KIKIMIMI_DATA/kafka if none.")
    ] = None,
) -> None:
    """Run a real Kafka of one node until Ctrl-C; needs Java 17, and fetches Kafka on first use."""
    from pipeline.topics.broker import running_broker

    folder, stop = data or read_settings().data / "kafka", stop_on_signals()
    typer.echo("Starting Kafka (on first use its jars are fetched, half a minute) …")
    with running_broker(folder, port) as process:
        typer.echo(
            f"Kafka is ready: KIKIMIMI_TOPICS=kafka:127.0.0.1:{port}; its data is in {folder}. Ctrl-C stops it."
        )
        while process.poll() is None and not stop.wait(0.2):
            pass
        if process.poll() is not None and not stop.is_set():
            raise Transient("Kafka has stopped by itself", f"{folder / 'broker.log'} says why")
    typer.echo("Kafka is stopped.")
