"""The command `kikimimi collect`: what sources hold now, what they held in a period, and what archives hold of them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from pipeline.settings import read_settings
from pipeline.terminal import open_console

COLLECT_EXAMPLE = "Example: kikimimi collect https://example.com/feed.xml, or kikimimi collect --since 2025-01-01 --until 2025-01-31"

Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH|URL]...",
        help="Files, folders, feeds or pages; the sources of seeds/sources.yaml if none.",
    ),
]


def collect(
    inputs: Inputs = None,
    source: Annotated[
        list[str] | None,
        typer.Option("--source", metavar="ID", help="This source of sources.yaml; may be repeated."),
    ] = None,
    from_warc: Annotated[
        list[Path] | None,
        typer.Option(
            "--from-warc", metavar="FILE", help="What this archive of the web holds; may be repeated."
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="First day (UTC) of documents to take; feeds are read back page by page to it.",
        ),
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Last day (UTC) of documents to take.")
    ] = None,
) -> None:
    """Collect documents into the topic `documents`, without extracting or loading them; none comes twice."""
    from pipeline.collect.backfill import backfill, wanted_sources
    from pipeline.collect.period import read_period
    from pipeline.collect.run import Which, collect
    from pipeline.collect.sources import read_sources
    from pipeline.round import open_topics_of
    from pipeline.terminal.news import show_report
    from pipeline.terminal.progress import steps

    settings, console = read_settings(), open_console()
    file, warcs, period = settings.seeds / "sources.yaml", from_warc or [], read_period(since, until)
    sources = wanted_sources(file, inputs or (), source or (), warcs)
    back = bool(warcs or since or until)
    with closing(open_topics_of(settings)) as topics, steps(console) as step:
        advance, on_left = step.collect()
        if back:
            known = read_sources(file) if file.exists() else ()
            report = backfill(
                topics, settings, sources, warcs, period.since, period.until, advance, known=known, on_left=on_left
            )  # fmt: skip
        else:
            which: Which = "named" if inputs or source else "ready"
            report = collect(topics, settings, sources, advance, which=which, on_left=on_left)
    show_report(console, report)
    if report.failures and (inputs or source or back):
        raise typer.Exit(1)
