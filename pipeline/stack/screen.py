"""The terminal of the stack: lines of its processes in; the log has all of them, the terminal what people look for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

import typer

if TYPE_CHECKING:
    from honcho.printer import Message


class Screen:
    """Honcho's printer: every line into the log; onto the terminal what is not Airflow's, and the addresses once it is ready."""

    width = 0

    def __init__(self, log: TextIO, ready: str) -> None:
        self._log, self._ready = log, ready

    def write(self, message: Message) -> None:
        """Takes one line of a process, or what honcho says itself."""
        text = message.data.decode("utf-8", "replace") if isinstance(message.data, bytes) else message.data
        for line in text.splitlines():
            written = f"{message.time:%H:%M:%S} {message.name:<{self.width}} | {line}"
            typer.echo(written, self._log)
            if message.name != "airflow.1":
                typer.echo(written)
            elif "Airflow is ready" in line:
                typer.echo(self._ready)
