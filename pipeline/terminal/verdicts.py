"""Verdicts on the terminal: what came of each suite in; a table of suites, or one line, and what is wrong out."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipeline.records import Verdict

_MARKS = {"error": "[bold red]error[/]", "warning": "[yellow]warning[/]"}


def show_verdicts(console: Console, verdicts: Sequence[Verdict]) -> None:
    """A line for each suite, then what is wrong."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for head in ("suite", "rows", "expectations", "errors", "warnings", "seconds"):
        table.add_column(head, justify="left" if head == "suite" else "right")
    for one in _whole(verdicts):
        errors = sum(found.severity == "error" for found in one.failed)
        table.add_row(
            one.suite, f"{one.rows:,}", str(one.evaluated), str(errors), str(len(one.failed) - errors), f"{one.seconds:.1f}"
        )  # fmt: skip
    console.print(table)
    show_findings(console, verdicts)


def show_findings(console: Console, verdicts: Sequence[Verdict]) -> None:
    """What is wrong, errors first, and how many rows are held back for it."""
    whole = _whole(verdicts)
    found = sorted((one for verdict in whole for one in verdict.failed), key=lambda one: one.severity)
    for one in found:
        mark = f"{_MARKS[one.severity]} {one.expectation}: {escape(one.sentence)}"
        console.print(
            mark + (f" ({one.unexpected:,})" if one.unexpected > 1 else ""), highlight=False, soft_wrap=True
        )
    held = sum(len(one.suspects) for one in verdicts)
    evaluated = sum(one.evaluated for one in whole)
    errors = sum(one.severity == "error" for one in found)
    said = f"{evaluated} expectations of the data: {errors} failed, {len(found) - errors} warned"
    console.print(
        said + (f"; {_rows(held)} held back: kikimimi quarantine list" if held else "."), highlight=False
    )


def _rows(count: int) -> str:
    return "1 row is" if count == 1 else f"{count:,} rows are"


def _whole(verdicts: Sequence[Verdict]) -> list[Verdict]:
    return [one for one in verdicts if one.part == 1]
