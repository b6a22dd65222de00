"""`kikimimi validate`: suites of expectations in, verdicts on the data out; exit code 1 when one of weight fails."""

from __future__ import annotations

import getpass
from contextlib import ExitStack, closing
from dataclasses import replace
from typing import Annotated

import typer

from pipeline.settings import read_settings
from pipeline.terminal import open_console

EXAMPLE = "Example: kikimimi validate --suite figures --docs"


def validate(
    suite: Annotated[
        list[str] | None,
        typer.Option(
            "--suite",
            metavar="TABLE",
            help="Only this one: documents, mentions, figures, entities, alerts, fetches.",
        ),
    ] = None,
    docs: Annotated[
        bool, typer.Option("--docs", help="Build the pages too, which the tracker shows under /quality/.")
    ] = False,
) -> None:
    """Run Great Expectations on the warehouse, and hold back the rows that cannot be right."""
    from pipeline.extract.names.catalogue import load_catalogue
    from pipeline.round import VALIDATION, load_here, open_topics_of
    from pipeline.serve.quality import QUALITY
    from pipeline.terminal.progress import steps
    from pipeline.terminal.verdicts import show_verdicts
    from pipeline.validate.run import suites_of, tell_verdicts
    from pipeline.validate.run import validate as run_suites
    from pipeline.warehouse.asking import asking

    settings, console = read_settings(), open_console()
    suites = suites_of(settings, suite or (), load_catalogue(settings.seeds / "catalogue").keys())
    site = settings.data / QUALITY if docs else None
    patient = replace(settings, sql_seconds=max(settings.sql_seconds, VALIDATION))
    with ExitStack() as closed:
        topics = closed.enter_context(closing(open_topics_of(settings)))
        with steps(console) as step, asking(patient) as ask:
            advance = step("validate", len(suites))
            verdicts = run_suites(ask, suites, getpass.getuser(), site=site, on_suite=lambda _: advance(1))
        tell_verdicts(topics, verdicts)
        loaded = load_here(settings, topics)
    show_verdicts(console, verdicts)
    if not loaded:
        console.print("Who holds the warehouse loads this verdict.")
    if site:
        console.print(f"The pages are in {site}; the tracker shows them under /quality/", soft_wrap=True)
    if not all(one.success for one in verdicts):
        raise typer.Exit(1)
