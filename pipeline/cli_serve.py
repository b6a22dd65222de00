"""The command `kikimimi serve`: the tracker, until it is stopped."""

from __future__ import annotations

import typer

from pipeline.lifeline import stop_on_signals
from pipeline.settings import read_settings
from pipeline.terminal import open_console

SERVE_EXAMPLE = "Example: kikimimi serve, then curl http://127.0.0.1:8000/api/v1/status"


def serve() -> None:
    """Own the tables until stopped: load what is extracted, tell of alerts, answer SQL and HTTP on this machine."""
    from pipeline.tracker import serve as serve_tracker

    settings, stop = read_settings(), stop_on_signals()

    def ready(sql: str, pages: str) -> None:
        typer.echo(f"SQL over Quack   {sql}")
        typer.echo(f"Status           {pages}/api/v1/status")
        typer.echo(f"Metrics          {pages}/metrics")
        typer.echo("Kikimimi is ready; Ctrl-C stops it.")

    serve_tracker(settings, open_console(), stop, ready)
    typer.echo("Kikimimi is stopped.")
