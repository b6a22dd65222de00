"""`kikimimi digest`: a period in; what it brought out, on the terminal or as files."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from pipeline.settings import read_settings
from pipeline.terminal import open_console

EXAMPLE = "Example: kikimimi digest --until 2025-02-04T07:00+09:00 --to data/digests"


def digest(
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            metavar="TIME",
            help="Where the period ends, in UTC unless it says otherwise (+09:00); now if none.",
        ),
    ] = None,
    hours: Annotated[int, typer.Option("--hours", min=1, max=8784, help="How long the period is.")] = 24,
    to: Annotated[
        Path | None,
        typer.Option(
            "--to", metavar="DIR", help="Write DAY.md and DAY.html there instead of showing the digest."
        ),
    ] = None,
) -> None:
    """Tell what came in: alerts, contradicting claims, surges, new names, and what is wrong with the data."""
    from pipeline.digest.markdown import as_markdown
    from pipeline.digest.period import period
    from pipeline.digest.run import make_digest, write_digest
    from pipeline.terminal.digests import show_markdown
    from pipeline.warehouse.asking import asking

    since, end = period(until, hours, datetime.now(UTC))
    with asking(read_settings()) as ask:
        if to is None:
            show_markdown(open_console(), as_markdown(make_digest(ask, since, end)))
            return
        written = write_digest(ask, since, end, to)
    typer.echo(f"{written.markdown}\n{written.page}")
