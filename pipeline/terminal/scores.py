"""Scores on the terminal: what came of an evaluation in; a table for each half, what was wrong, and one line for programs out."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Protocol

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

ALL = "all"
_HEAD = "   P    R   F1"
_MARKS = {"missed": "yellow", "wrong": "red"}


class Count(Protocol):
    """Of one measure: shares from 0 to 1, nan where there is none."""

    @property
    def precision(self) -> float: ...
    @property
    def recall(self) -> float: ...
    @property
    def f1(self) -> float: ...
    @property
    def gold(self) -> int: ...


class Row(Protocol):
    """The scores of the documents of one half and language; ALL for every one."""

    @property
    def half(self) -> str: ...
    @property
    def lang(self) -> str: ...
    @property
    def documents(self) -> int: ...
    @property
    def characters(self) -> int: ...
    @property
    def scores(self) -> Mapping[str, Count]: ...


class Slip(Protocol):
    """One thing that was missed or is wrong."""

    @property
    def document(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def surface(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def expected(self) -> str: ...
    @property
    def got(self) -> str: ...
    @property
    def why(self) -> str: ...


def show_scores(console: Console, rows: Sequence[Row], seconds: float) -> None:
    """rows: by half and language, those of ALL last; a table for each half, in percent. seconds: of reading."""
    halves = [(half, list(group)) for half, group in groupby(rows, key=lambda row: row.half)]
    for half, group in halves:
        if half == ALL and len(halves) == 2:
            continue  # the only half says all there is to say
        console.print(
            f"both halves, {_size(group[-1])}" if half == ALL else f"half {half}, {_size(group[-1])}"
        )
        console.print(_table(group if len(group) > 2 else group[:1]))
    whole = rows[-1]
    console.print(
        f"In percent: precision, recall and F1; of bounds the share that is right. "
        f"{whole.characters:,} characters read in {seconds:.1f} s",
        style="dim",
        soft_wrap=True,
    )


def show_slips(console: Console, slips: Sequence[Slip]) -> None:
    """A line each under the name of its document: what, its surface and place, what was expected, what came, and why."""
    for document, group in groupby(slips, key=lambda slip: slip.document):
        console.print(Text(document, style="bold"))
        for slip in group:
            line = Text("  ")
            line.append(f"{slip.what:16}", style=_MARKS[slip.what.split()[0]])
            line.append(f" {_plain(slip.surface)}", style="cyan")
            line.append(f" at {slip.start}: expected {_plain(slip.expected)}, got {_plain(slip.got)}")
            if slip.why:
                line.append(f" ({_plain(slip.why)})", style="dim")
            console.print(line, soft_wrap=True)
    whole = f"{_things(len(slips), 'thing')} missed or wrong"
    console.print(whole if slips else "Nothing was missed, nothing is wrong.")


def _table(rows: Sequence[Row]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("")
    for row in rows:
        table.add_column(f"{row.lang}\n{_HEAD}", no_wrap=True)
    for measure in rows[0].scores:
        table.add_row(measure, *(_cell(measure, row.scores[measure]) for row in rows))
    return table


def _cell(measure: str, count: Count) -> str:
    if measure == "bounds":
        return f"{_percent(count.recall):>14}"
    return " ".join(map(_percent, (count.precision, count.recall, count.f1)))


def _percent(share: float) -> str:
    """Four characters wide."""
    if math.isnan(share):
        return "   –"
    return " 100" if share == 1 else f"{min(share * 100, 99.9):4.1f}"  # 99.96 is not yet all


def _size(row: Row) -> str:
    names, figures = row.scores["mentions"].gold, row.scores["figures"].gold
    return f"{_things(row.documents, 'document')}: {_things(names, 'name')}, {_things(figures, 'figure')}"


def _things(count: int, thing: str) -> str:
    return f"1 {thing}" if count == 1 else f"{count:,} {thing}s"


def _plain(text: str) -> str:
    """In one line, and without what would steer the terminal: texts come from anywhere."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())
