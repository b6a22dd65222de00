"""The commands `kikimimi serve`, the tracker until it is stopped, and `kikimimi healthy`, which asks how it is."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.lifeline import stop_on_signals
from pipeline.settings import read_settings
from pipeline.terminal import open_console

SERVE_EXAMPLE = "Example: kikimimi serve, then curl http://127.0.0.1:8000/api/v1/status"

HEALTHY_EXAMPLE = "Example: kikimimi healthy --ready, as the health check of a container"


def serve() -> None:
    """Own the tables until stopped: load what is extracted, tell of alerts, answer SQL and HTTP at KIKIMIMI_LISTEN."""
    from pipeline.tracker import serve as serve_tracker

    settings, stop = read_settings(), stop_on_signals()

    def ready(sql: str, pages: str) -> None:
        typer.echo(f"SQL over Quack   {sql}")
        typer.echo(f"Status           {pages}/api/v1/status")
        typer.echo(f"Metrics          {pages}/metrics")
        typer.echo("Kikimimi is ready; Ctrl-C stops it.")

    serve_tracker(settings, open_console(), stop, ready)
    typer.echo("Kikimimi is stopped.")


def healthy(
    ready: Annotated[bool, typer.Option("--ready", help="Only when its tables are up to date, too.")] = False,
) -> None:
    """Say whether the tracker lives: exit code 0, or 1 with the reason, within two seconds; it needs no token."""
    from pipeline.serve.ask import ask_health

    ask_health(read_settings(), "/readyz" if ready else "/healthz")
