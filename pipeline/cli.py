"""The command `kikimimi`: words in, one verb of the pipeline out. With round.py, the only place that wires rooms.

Exit codes: 0 done; 1 the work failed; 2 called or set up wrongly. Rooms are imported when their verb is called.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from pipeline.errors import KikimimiError, Misconfigured, Rejected
from pipeline.settings import read_settings

if TYPE_CHECKING:
    from rich.console import Console

app = typer.Typer(
    name="kikimimi",
    help="Listens to AI-industry news and keeps a table of who said what about whom and how much.",
    epilog="Example: kikimimi run, then kikimimi sql 'FROM watchlist'",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
work_app = typer.Typer(
    help="Run one stage of the pipeline until it is stopped.",
    epilog="Example: kikimimi work extract",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(work_app, name="work")

Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH|URL]...",
        help="Files, folders, feeds or pages; the sources of seeds/sources.yaml if none.",
    ),
]
UntilEmpty = Annotated[bool, typer.Option("--until-empty", help="Stop when nothing is left to do.")]


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
        bool, typer.Option("--watch", help="Go on: a round every KIKIMIMI_INTERVAL seconds.")
    ] = False,
) -> None:
    """Collect, extract, load and alert in one go, and show what is known then."""
    from pipeline.round import build_stages, run_round
    from pipeline.terminal.news import show_report
    from pipeline.terminal.summary import show_queries, show_summary
    from pipeline.topics import open_topics
    from pipeline.warehouse import open_for_writing

    if once and watch:
        raise Misconfigured("--once and --watch are opposites", "give one of them")
    settings = read_settings()
    stages = build_stages(settings)
    console = _console()
    topics = open_topics(settings.topics)
    connection = open_for_writing(settings.warehouse)
    stop = _stop_on_signals() if watch else threading.Event()
    failures: list[str] | None = None
    try:
        while True:
            report = run_round(console, settings, inputs or (), topics, connection, stages)
            if not watch:
                show_summary(console, connection)
                show_report(console, report)
                show_queries(console, settings.warehouse)
                break
            if report.new or report.changed or report.failures != failures:  # else there is nothing to tell
                show_report(console, report)
            failures = report.failures
            if stop.wait(settings.interval):
                break
    finally:
        connection.close()
        topics.close()
    if inputs and report.failures:
        raise typer.Exit(1)


@app.command(epilog="Example: kikimimi collect https://example.com/feed.xml")
def collect(inputs: Inputs = None) -> None:
    """Collect documents into the topic `documents`, without extracting or loading them."""
    from pipeline.round import collect_from
    from pipeline.terminal.news import show_report
    from pipeline.terminal.progress import steps
    from pipeline.topics import open_topics

    settings, console = read_settings(), _console()
    topics = open_topics(settings.topics)
    try:
        with steps(console) as step:
            report = collect_from(settings, inputs or (), topics, step("collect", None))
    finally:
        topics.close()
    show_report(console, report)
    if inputs and report.failures:
        raise typer.Exit(1)


@work_app.command("extract", epilog="Example: kikimimi work extract --until-empty")
def work_extract(until_empty: UntilEmpty = False) -> None:
    """Extract names and figures from collected documents; start as many of these as you like."""
    from pipeline.extract.run import work
    from pipeline.round import build_stages
    from pipeline.topics import open_topics

    settings, stop = read_settings(), _stop_on_signals()
    extractor = build_stages(settings).extractor
    topics = open_topics(settings.topics)
    try:
        worked = work(topics, extractor, until_empty=until_empty, stop=stop.is_set)
    finally:
        topics.close()
    typer.echo(f"{worked} documents extracted")


@work_app.command("load", epilog="Example: kikimimi work load --until-empty")
def work_load(until_empty: UntilEmpty = False) -> None:
    """Load extractions into DuckDB and tell the console of alerts; one of these writes at a time."""
    from pipeline.load.catalogue import write_catalogue
    from pipeline.load.run import load
    from pipeline.round import build_stages, tell_alerts
    from pipeline.topics import open_topics
    from pipeline.warehouse import open_for_writing

    settings, stop, console = read_settings(), _stop_on_signals(), _console()
    stages = build_stages(settings)
    topics = open_topics(settings.topics)
    connection = open_for_writing(settings.warehouse)
    loaded = 0
    try:
        write_catalogue(connection, stages.entities)
        while not stop.is_set():
            count = load(topics, connection, stages.fire)
            loaded += count
            tell_alerts(console, connection)
            if until_empty and not count:
                break
            if not count:
                stop.wait(0.2)
    finally:
        connection.close()
        topics.close()
    typer.echo(f"{loaded} messages loaded")


@app.command(epilog='Example: echo \'{"id": 1, "text": "OpenAIは5,000億ドル"}\' | kikimimi extract')
def extract(
    text: Annotated[
        str | None, typer.Option("--text", help="A text to show instead of JSON Lines on stdin.")
    ] = None,
    lang: Annotated[str | None, typer.Option("--lang", help="ja, en or fr; detected if not given.")] = None,
) -> None:
    """Find names and figures in texts: JSON Lines {id, text, lang?, published_at?} in, one answer a line out."""
    from pipeline.extract.tool import answer_lines
    from pipeline.round import build_stages

    if text is None and sys.stdin.isatty():
        text = typer.prompt("Text")
    extractor = build_stages(read_settings()).extractor
    if text is not None:
        from pipeline.terminal.found import show_found

        show_found(_console(), text, extractor.read(text, lang))
        return
    for line in answer_lines(extractor, sys.stdin.buffer):
        sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()


@app.command(epilog="Example: kikimimi evaluate tests/gold/ --errors")
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Gold documents: a folder of them or one, beside score.py.")],
    errors: Annotated[
        bool, typer.Option("--errors", help="List what was missed and what was wrong.")
    ] = False,
) -> None:
    """Score the extractor on gold documents: precision, recall and F1 by language."""
    folder, documents = (gold, sorted(gold.glob("*.txt"))) if gold.is_dir() else (gold.parent, [gold])
    scorer = folder / "score.py"
    if not scorer.exists() or not all(document.exists() for document in documents) or not documents:
        remedy = "name a folder such as tests/gold/"
        raise Misconfigured(f"{gold} is no folder of gold documents (*.txt) with their score.py", remedy)
    command = [sys.executable, str(scorer), "--cmd", f"{sys.executable} -m pipeline extract"]
    done = subprocess.run([*command, *(["--errors"] if errors else []), *map(str, documents)], check=False)  # noqa: S603
    raise typer.Exit(1 if done.returncode else 0)


@app.command(epilog="Example: kikimimi sql 'SELECT name, mentions FROM watchlist LIMIT 10'")
def sql(query: Annotated[str, typer.Argument(help="One SQL query; it cannot change anything.")]) -> None:
    """Ask the tracker in SQL and print the answer as a table."""
    import duckdb

    from pipeline.terminal.answers import show_answer
    from pipeline.warehouse import open_for_reading

    connection = open_for_reading(read_settings().warehouse)
    try:
        show_answer(_console(), connection, query)
    except duckdb.Error as error:
        raise Rejected(f"the query failed: {error}") from error
    finally:
        connection.close()


@app.command(epilog="Example: kikimimi status")
def status() -> None:
    """Show what each stage has done and still has to do."""
    from pipeline.terminal.status import show_status
    from pipeline.topics import open_topics

    settings = read_settings()
    topics = open_topics(settings.topics)
    try:
        show_status(_console(), topics, settings.warehouse)
    finally:
        topics.close()


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False)


def _stop_on_signals() -> threading.Event:
    """An event that SIGINT or SIGTERM sets: the batch in hand is finished, then the work ends."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    return stop
