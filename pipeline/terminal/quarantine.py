"""Rows held back on the terminal: a table of them, or whole lines where no terminal is; and what was decided on them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

SHOWN = 500
"""Rows shown at most on a terminal; elsewhere all are."""


class Row(Protocol):
    """A row of quarantine; see quarantine.run."""

    @property
    def suspect_id(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def expectation(self) -> str: ...
    @property
    def where(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def found_at(self) -> datetime: ...
    @property
    def who(self) -> str | None: ...
    @property
    def decided_at(self) -> datetime | None: ...


def show_rows(console: Console, rows: Sequence[Row]) -> None:
    """On a terminal a table; elsewhere a line each, its fields between tabs and its id in full."""
    if not console.is_terminal:
        console.file.writelines(f"{_line(row)}\n" for row in rows)
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in ("id", "found"):
        table.add_column(name, no_wrap=True)
    for name in ("status", "expectation", "where", "what is wrong"):
        table.add_column(name, overflow="fold")
    for row in rows[:SHOWN]:
        table.add_row(row.suspect_id[:8], f"{row.found_at:%Y-%m-%d}", *map(Text, _fields(row)))
    console.print(table)
    if len(rows) > SHOWN:
        console.print(
            f"The first {SHOWN} of {len(rows):,}; narrow them with --expectation or --document, or pipe all on.",
            style="dim",
        )
    console.print(
        "Next: kikimimi quarantine release ID where the row is right, confirm ID where it is wrong.",
        style="dim",
    )


def show_none(console: Console, status: str, expectation: str, document: str) -> None:
    """Says of which rows there are none."""
    words = ["No", status, "rows in quarantine"]
    words += [f"that fail {expectation}"] if expectation else []
    words += [f"in document {document}"] if document else []
    console.print(" ".join(filter(None, words)) + ".", soft_wrap=True, markup=False)


def show_decided(
    console: Console, decided: Sequence[Row], settled: Sequence[Row], becomes: str, *, loaded: bool
) -> None:
    """How many rows are decided now, and which were before."""
    for row in settled:
        when = f" on {row.decided_at:%Y-%m-%d}" if row.decided_at else ""
        line = f"{row.suspect_id[:8]} is {becomes} already, by {row.who}{when}."
        console.print(_plain(line), soft_wrap=True, markup=False)
    if decided or not settled:
        rows = "1 row is" if len(decided) == 1 else f"{len(decided):,} rows are"
        later = "" if loaded or not decided else " as soon as the tracker has loaded it"
        console.print(f"{rows} {becomes}{later}.", soft_wrap=True)


def _line(row: Row) -> str:
    return "\t".join((row.suspect_id, f"{row.found_at:%Y-%m-%d %H:%M}", *_fields(row)))


def _fields(row: Row) -> tuple[str, ...]:
    status = row.status if row.who is None else f"{row.status} by {row.who}"
    return tuple(map(_plain, (status, row.expectation, row.where, row.what)))


def _plain(text: str) -> str:
    """In one line, and without what would steer the terminal: texts come from anywhere."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())
