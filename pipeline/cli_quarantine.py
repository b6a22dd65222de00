"""The commands of `kikimimi quarantine`: rows that are held back, to look at, to release, to confirm as wrong."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from contextlib import closing
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.errors import Misconfigured
from pipeline.settings import read_settings
from pipeline.terminal import open_console

if TYPE_CHECKING:
    from pipeline.quarantine.run import Decision

quarantine_app = typer.Typer(
    help="Decide on rows that fail an expectation: they are held back from the views until they are released.",
    epilog="Example: kikimimi quarantine list",
    no_args_is_help=True,
    rich_markup_mode=None,
)


class Status(StrEnum):
    """Which rows are listed."""

    OPEN = "open"
    RELEASED = "released"
    CONFIRMED = "confirmed"
    ALL = "all"


Ids = Annotated[
    list[str] | None, typer.Argument(metavar="[ID]...", help="Rows, each by the beginning of its id.")
]
Expectation = Annotated[
    str, typer.Option("--expectation", metavar="NAME", help="Every open row that fails this expectation.")
]


@quarantine_app.command("list", epilog="Example: kikimimi quarantine list --status all | grep yuki")
def list_(
    status: Annotated[Status, typer.Option("--status", help="Which rows.")] = Status.OPEN,
    expectation: Annotated[
        str, typer.Option("--expectation", metavar="NAME", help="Only those that fail this expectation.")
    ] = "",
    document: Annotated[
        str,
        typer.Option(
            "--document", metavar="DOC_ID", help="Only those of this document: the beginning of its id."
        ),
    ] = "",
) -> None:
    """List the rows that are held back, the newest first: a table on a terminal, else a line each with tabs."""
    from pipeline.quarantine.run import read_rows
    from pipeline.terminal.quarantine import show_none, show_rows
    from pipeline.warehouse.asking import asking

    only = "" if status == Status.ALL else status.value
    with asking(read_settings()) as ask:
        rows = read_rows(ask, only, expectation, document)
    if rows:
        show_rows(open_console(), rows)
    else:
        show_none(open_console(), only, expectation, document)


@quarantine_app.command("release", epilog="Example: kikimimi quarantine release 3f2a1b00")
def release(ids: Ids = None, expectation: Expectation = "") -> None:
    """Say that rows are right: the views show them again."""
    _decide("release-row", ids or (), expectation)


@quarantine_app.command("confirm", epilog="Example: kikimimi quarantine confirm --expectation figure-span")
def confirm(ids: Ids = None, expectation: Expectation = "") -> None:
    """Say that rows are wrong: they stay out of the views, and wait for nobody any more."""
    _decide("confirm-row", ids or (), expectation)


def _decide(decision: Decision, ids: Sequence[str], expectation: str) -> None:
    from pipeline.quarantine.run import BECOMES, decide, failing, find
    from pipeline.round import load_here, open_topics_of
    from pipeline.terminal.quarantine import show_decided
    from pipeline.warehouse.asking import asking

    if bool(ids) == bool(expectation):
        problem = "rows are named by their ids or by --expectation" if ids else "no rows are named"
        raise Misconfigured(problem, "give their ids, or --expectation NAME")
    settings = read_settings()
    with asking(settings) as ask:
        rows = failing(ask, expectation) if expectation else find(ask, ids)
    with closing(open_topics_of(settings)) as topics:
        decided, settled = decide(topics, rows, decision, getpass.getuser())
        loaded = bool(decided) and load_here(settings, topics)
    show_decided(open_console(), decided, settled, BECOMES[decision], loaded=loaded)
