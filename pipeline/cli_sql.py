"""The commands `kikimimi sql` and `kikimimi schema`: questions in SQL, and what there is to ask about."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.errors import Misconfigured
from pipeline.settings import read_settings
from pipeline.terminal import open_console

if TYPE_CHECKING:
    from rich.console import Console

    from pipeline.settings import Settings

SQL_EXAMPLE = "Example: kikimimi sql 'SELECT name, mentions FROM watchlist LIMIT 10'"
SCHEMA_EXAMPLE = "Example: kikimimi schema claims"


class Format(StrEnum):
    """What an answer may be written as."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    PARQUET = "parquet"


def sql(
    query: Annotated[
        str | None,
        typer.Argument(help="One query, which cannot change anything; read from stdin or a prompt if none."),
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="A table, if the name of the file does not say otherwise."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write; stdout if none.")
    ] = None,
) -> None:
    """Ask the tracker in SQL: of the file, or of `kikimimi serve` where that holds it."""
    settings = read_settings()
    if query is None and sys.stdin.isatty():
        if form or output:
            raise Misconfigured("--format and --output are for one query", "give it, or pipe it in")
        _converse(settings, open_console())
        return
    asked = sys.stdin.read() if query is None else query
    if not asked.strip():
        raise Misconfigured("no query was given", SQL_EXAMPLE)
    chosen = form or _format_of(output)
    if chosen == Format.PARQUET and not output and sys.stdout.isatty():
        raise Misconfigured(
            "Parquet is nothing to read on a terminal", "name a file: --output answer.parquet"
        )
    _answer(settings, asked, chosen, output)


def schema(
    name: Annotated[str | None, typer.Argument(help="A table or a view; all of them if none.")] = None,
) -> None:
    """Show the tables and views with what they and their columns mean."""
    from pipeline.terminal.schema import show_schema
    from pipeline.warehouse.asking import asking

    with asking(read_settings()) as ask:
        show_schema(open_console(), ask, name)


def _format_of(output: Path | None) -> Format:
    if output is None:
        return Format.TABLE
    try:
        return Format(output.suffix.removeprefix(".").lower())
    except ValueError:
        remedy = "give --format, or name it .csv, .json or .parquet"
        raise Misconfigured(f"the name {output} does not say which format is wanted", remedy) from None


def _answer(settings: Settings, query: str, form: Format, output: Path | None) -> None:
    from pipeline.terminal.answers import ROWS, show_answer
    from pipeline.terminal.exports import export
    from pipeline.warehouse.asking import asking

    with asking(settings) as ask:
        if form == Format.TABLE and output is None:
            show_answer(open_console(), ask(query, ROWS + 1))
        else:
            export(ask(query), form, output)


def _converse(settings: Settings, console: Console) -> None:
    from pipeline.terminal.answers import ROWS, show_answer
    from pipeline.terminal.prompt import converse
    from pipeline.terminal.schema import show_names, show_schema
    from pipeline.warehouse.asking import asking

    # each question opens the file or asks the tracker anew: a prompt left open keeps nobody from writing
    def answer(query: str) -> None:
        with asking(settings) as ask:
            show_answer(console, ask(query, ROWS + 1))

    def describe(name: str | None) -> None:
        with asking(settings) as ask:
            if name:
                show_schema(console, ask, name)
            else:
                show_names(console, ask)

    converse(console, settings.data / "sql-history", answer, describe)
