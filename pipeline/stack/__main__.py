"""python -m pipeline.stack up|down for people, through make; `airflow` is what the Procfile says."""

from __future__ import annotations

import sys

import typer

from pipeline.errors import KikimimiError, Misconfigured
from pipeline.settings import read_settings
from pipeline.stack.airflow import standalone
from pipeline.stack.run import down, up


def main(words: list[str]) -> int:
    """The exit code, as of the command `kikimimi`."""
    try:
        if words == ["airflow"]:
            return standalone()
        return down(read_settings()) if words == ["down"] else up(read_settings())
    except KikimimiError as error:
        typer.echo(f"kikimimi: {error}", err=True)
        return 2 if isinstance(error, Misconfigured) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
