"""The command `kikimimi`: words in, one verb of the pipeline out. With round.py, the only place that wires rooms.

Exit codes: 0 done; 1 the work failed; 2 called or set up wrongly. Rooms are imported when their verb is called.
"""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack, closing
from datetime import datetime
from typing import Annotated, NoReturn

import typer

from pipeline.cli_collect import COLLECT_EXAMPLE, Inputs, collect
from pipeline.cli_digest import EXAMPLE as DIGEST_EXAMPLE
from pipeline.cli_digest import digest
from pipeline.cli_doctor import EXAMPLE as DOCTOR_EXAMPLE
from pipeline.cli_doctor import doctor
from pipeline.cli_entities import entities_app
from pipeline.cli_evaluate import EXAMPLE as EVALUATE_EXAMPLE
from pipeline.cli_evaluate import evaluate
from pipeline.cli_keep import keep_app
from pipeline.cli_letters import letters_app
from pipeline.cli_quarantine import quarantine_app
from pipeline.cli_rates import RATES_EXAMPLE, rates
from pipeline.cli_replay import EXAMPLE as REPLAY_EXAMPLE
from pipeline.cli_replay import replay
from pipeline.cli_serve import HEALTHY_EXAMPLE, SERVE_EXAMPLE, healthy, serve
from pipeline.cli_sources import sources_app
from pipeline.cli_sql import SCHEMA_EXAMPLE, SQL_EXAMPLE, schema, sql
from pipeline.cli_validate import EXAMPLE as VALIDATE_EXAMPLE
from pipeline.cli_validate import validate
from pipeline.cli_work import BROKER_EXAMPLE, broker, work_app
from pipeline.errors import KikimimiError, Misconfigured
from pipeline.lifeline import stop_on_signals
from pipeline.settings import read_settings
from pipeline.terminal import open_console

app = typer.Typer(
    name="kikimimi",
    help="Listens to AI-industry news and keeps a table of who said what about whom and how much.",
    epilog="Example: kikimimi run, then kikimimi sql 'FROM watchlist'",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(work_app, name="work")
app.add_typer(sources_app, name="sources")
app.add_typer(letters_app, name="dead-letters")
app.add_typer(entities_app, name="entities")
app.add_typer(quarantine_app, name="quarantine")
app.add_typer(keep_app)
app.command(epilog=COLLECT_EXAMPLE)(collect)
app.command(epilog=SERVE_EXAMPLE)(serve)
app.command(epilog=HEALTHY_EXAMPLE)(healthy)
app.command(epilog=SQL_EXAMPLE)(sql)
app.command(epilog=SCHEMA_EXAMPLE)(schema)
app.command(epilog=BROKER_EXAMPLE)(broker)
app.command(epilog=REPLAY_EXAMPLE)(replay)
app.command(epilog=RATES_EXAMPLE)(rates)
app.command(epilog=VALIDATE_EXAMPLE)(validate)
app.command(epilog=DIGEST_EXAMPLE)(digest)
app.command(epilog=EVALUATE_EXAMPLE)(evaluate)
app.command(epilog=DOCTOR_EXAMPLE)(doctor)


def main() -> NoReturn:
    """Runs the command line; an error of ours is one line on stderr."""
    try:
        app()
    except KikimimiError as error:
        print(f"kikimimi: {error}", file=sys.stderr)  # noqa: T201 — nothing slow is loaded to say so
        sys.exit(2 if isinstance(error, Misconfigured) else 1)
    except BrokenPipeError:  # the reader of our output has gone: nobody is left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    sys.exit(0)


@app.callback(invoke_without_command=True)
def version(
    show: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    if show:
        from importlib.metadata import version

        typer.echo(f"kikimimi {version('kikimimi')}")
        raise typer.Exit


@app.command(epilog="Example: kikimimi run seeds/transcripts --once")
def run(
    inputs: Inputs = None,
    once: Annotated[bool, typer.Option("--once", help="One round, then stop (the default).")] = False,
    watch: Annotated[
        bool,
        typer.Option("--watch", help="Go on: files as they come, the web every KIKIMIMI_INTERVAL seconds."),
    ] = False,
) -> None:
    """Collect, extract, load, alert and validate in one go, and show what is known then."""
    from collections.abc import Sequence

    from pipeline.collect.run import Report, Which
    from pipeline.collect.sources import Source
    from pipeline.records import Verdict
    from pipeline.round import (
        build_stages,
        open_topics_of,
        run_round,
        sources_of,
        start_cells,
        validate_round,
        watch_rounds,
    )
    from pipeline.terminal.news import show_report, tell_outage
    from pipeline.terminal.summary import show_queries, show_summary
    from pipeline.terminal.verdicts import show_findings
    from pipeline.topics.outages import outlast
    from pipeline.warehouse import check_here, open_for_writing

    if once and watch:
        raise Misconfigured("--once and --watch are opposites", "give one of them")
    settings, console = read_settings(), open_console()
    check_here(settings)
    stages = build_stages(settings)
    with ExitStack() as closed:
        cells = closed.enter_context(closing(start_cells(settings)))  # loads its catalogue while we collect
        topics = closed.enter_context(closing(open_topics_of(settings)))
        connection = closed.enter_context(
            closing(open_for_writing(settings.warehouse, settings.warehouse_memory))
        )

        def sources_now() -> list[Source]:
            return sources_of(settings, inputs or ())

        def one_round(sources: Sequence[Source]) -> Report:
            which: Which = "due" if watch else "named" if inputs else "ready"
            return run_round(console, settings, sources, topics, connection, stages, cells, which)

        def judged() -> list[Verdict]:
            return validate_round(console, settings, topics, connection, stages)

        if watch:
            stop = stop_on_signals()
            outlast(
                lambda: watch_rounds(console, settings.interval, sources_now, one_round, judged, stop),
                stop,
                tell_outage,
            )
            return
        report = one_round(sources_now())
        verdicts = judged()
        show_summary(console, connection)
        show_report(console, report)
        show_findings(console, verdicts)
        show_queries(console, settings.warehouse)
    if inputs and report.failures:
        raise typer.Exit(1)


@app.command(epilog='Example: echo \'{"id": 1, "text": "OpenAIは5,000億ドル"}\' | kikimimi extract')
def extract(
    text: Annotated[
        str | None, typer.Option("--text", help="A text to show instead of JSON Lines on stdin.")
    ] = None,
    lang: Annotated[str | None, typer.Option("--lang", help="ja, en or fr; detected if not given.")] = None,
    published: Annotated[
        datetime | None,
        typer.Option("--published", formats=["%Y-%m-%d"], help="The day on which 'next year' was written."),
    ] = None,
) -> None:
    """Find names and figures in texts: JSON Lines {id, text, lang?, published_at?} in, one answer a line out."""
    from pipeline.extract.read import load_extractor
    from pipeline.extract.tool import answer_lines

    if text is None and sys.stdin.isatty():
        text = typer.prompt("Text")
    extractor = load_extractor(read_settings().seeds / "catalogue")
    if text is not None:
        from pipeline.terminal.found import show_found

        show_found(open_console(), text, extractor.read(text, lang, published and published.date()))
        return
    for line in answer_lines(extractor, sys.stdin.buffer):
        sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()


@app.command(epilog="Example: kikimimi status --seconds 5")
def status(
    seconds: Annotated[float, typer.Option("--seconds", min=0, help="How long to measure rates for.")] = 1,
) -> None:
    """Show what each stage has done, how fast it goes, and what it still has to do."""
    from pipeline.round import open_topics_of
    from pipeline.serve.ask import ask_rows
    from pipeline.terminal.status import show_status

    settings = read_settings()
    file = None if settings.tracker else settings.warehouse
    with closing(open_topics_of(settings)) as topics:
        show_status(open_console(), topics, file, seconds, lambda: ask_rows(settings))
