"""The commands that keep the warehouse: `kikimimi export`, `backup`, `restore` and `maintain`."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import Misconfigured
from pipeline.settings import Settings, read_settings
from pipeline.terminal import open_console

keep_app = typer.Typer(rich_markup_mode=None)


@keep_app.command(epilog="Example: kikimimi export --to data/export --since 2025-01-01")
def export(
    to: Annotated[
        Path, typer.Option("--to", metavar="DIR", help="A new folder, or one of an earlier export.")
    ],
    since: Annotated[
        datetime | None,
        typer.Option(
            "--since", metavar="DATE", formats=["%Y-%m-%d"], help="The first day of the Parquet files."
        ),
    ] = None,
) -> None:
    """Write all tables as Parquet by day, with a copy of the DuckDB file, as of one moment."""
    from pipeline.keep.exports import export_to
    from pipeline.terminal.progress import steps

    settings, console = _settings(), open_console()
    day = since.date() if since else None
    with steps(console) as step:
        manifest = export_to(settings, to, day, lambda count: step("export", count))
    tables = manifest["tables"]
    typer.echo(f"{tables['documents']['rows']:,} documents and {len(tables)} tables are in {to}")


@keep_app.command(epilog="Example: kikimimi backup --to /mnt/backups --keep 7")
def backup(
    to: Annotated[
        Path | None,
        typer.Option(
            "--to", metavar="DIR|FILE", help="A folder, or a file *.duckdb; KIKIMIMI_DATA/backups if none."
        ),
    ] = None,
    keep: Annotated[
        int | None,
        typer.Option("--keep", metavar="N", min=1, help="Remove all backups of the folder but the newest N."),
    ] = None,
) -> None:
    """Copy the warehouse into one compact file, and compare the two; loading may go on meanwhile."""
    from pipeline.keep.backup import back_up
    from pipeline.terminal.progress import steps

    settings = _settings()
    with steps(open_console()) as step:
        advance = step("backup", None)
        made = back_up(settings, to, keep)
        advance(1)
    size = _bytes(made.target.stat().st_size)
    typer.echo(f"{made.target}: {made.held.rows['documents']:,} documents, {size}")
    for former in made.former:
        typer.echo(f"{former} is removed")


@keep_app.command(epilog="Example: kikimimi restore data/backups/tracker-20250203T040506Z.duckdb")
def restore(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A backup, or the tracker.duckdb of an export.")
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Put a backup in place of the warehouse, which stays beside it under another name."""
    from pipeline.keep.restore import restore as put_in_place
    from pipeline.warehouse import check_here

    settings = _settings()
    check_here(settings)
    if not yes:
        if not sys.stdin.isatty():
            raise Misconfigured(f"this replaces {settings.warehouse}", "say so: --yes")
        typer.confirm(f"Replace {settings.warehouse} with {file}?", abort=True)
    held, former = put_in_place(file, settings.warehouse, settings.warehouse_memory)
    typer.echo(f"{settings.warehouse} holds {held.rows['documents']:,} documents, as {file} does")
    if former:
        typer.echo(f"What it held before is in {former}")
    typer.echo("What came after the backup is loaded again from the topics by: kikimimi run")


@keep_app.command(epilog="Example: KIKIMIMI_KEEP_TEXT=90 KIKIMIMI_KEEP_ROWS=730 kikimimi maintain")
def maintain() -> None:
    """Remove what is older than KIKIMIMI_KEEP_TEXT, _KEEP_ROWS and _KEEP_ARCHIVE say, and tidy the DuckDB file."""
    from pipeline.keep.maintain import maintained

    report, ours = maintained(_settings())
    documents = f"{report.documents:,} documents with their rows and {report.fetches:,} fetches"
    for days, kind, what in (
        (report.keep_rows, "documents and fetches", documents),
        (report.keep_text, "texts", f"{report.texts:,} texts"),
        (report.keep_archive, "answers of the web", f"the answers of {report.archives:,} days"),
    ):
        typer.echo(f"older than {days:g} days: {what} removed" if days else f"{kind} are kept for ever")
    if report.untold:
        typer.echo(f"! {report.untold:,} of their alerts had been told to nobody")
    sizes = f"{_bytes(report.before)} before, {_bytes(report.after)} now, {_bytes(report.free)} of it unused"
    typer.echo(f"the DuckDB file: {sizes}")
    if report.worth_it and not ours:
        typer.echo(
            "the free part goes back to the disk when nobody holds the file: stop the tracker, maintain again"
        )


def _settings() -> Settings:
    """Raises Misconfigured where the warehouse is no file."""
    from pipeline.warehouse.lake import is_lake
    from pipeline.warehouse.snapshot import no_file

    settings = read_settings()
    if is_lake(settings.warehouse):
        raise no_file()
    return settings


def _bytes(count: int) -> str:
    from pipeline.amounts import amount

    return amount(count, count, "B", "exact")
