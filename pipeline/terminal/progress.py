"""Progress: steps of work in; bars on a terminal, one line a step elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

Advance = Callable[[int], None]
Step = Callable[[str, int | None], Advance]
"""Begins a step with its name and its size (None where unknown); what it returns takes how many were done."""


@contextmanager
def steps(console: Console) -> Iterator[Step]:
    """Shows the steps that are begun inside."""
    if not console.is_terminal:
        yield lambda name, total: _line(console, name, total)
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description:10}"),
        BarColumn(28),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bars:

        def begin(name: str, total: int | None) -> Advance:
            task = bars.add_task(name, total=total)
            return lambda count: bars.update(task, advance=count)

        yield begin


def _line(console: Console, name: str, total: int | None) -> Advance:
    if total:
        console.print(f"{name} {total} …", highlight=False)
    return lambda _: None
