"""Answers: the answer to a query in, a table out that fits the terminal, or its rows one below the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from duckdb import DuckDBPyRelation

ROWS = 500
"""Rows printed at most; the line below the table says that there are more."""
NARROWEST = 12
"""Characters that a column of longer texts must have for a table to be readable."""
_NUMBER = re.compile(r"U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL\(.*\)|DOUBLE|FLOAT|BIGNUM")
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "\ufffd") | {
    ord("\n"): "\n",
    ord("\t"): "\t",
    ord("\r"): None,
}
"""What would steer the terminal: texts come from anywhere."""


def show_answer(console: Console, answer: DuckDBPyRelation) -> None:
    """Prints the rows of the answer, of which there may be more than are shown."""
    rows = answer.fetchmany(ROWS + 1)
    cells = [[_plain(cell) for cell in row] for row in rows[:ROWS]]
    if _fits(answer.columns, cells, console.width):
        console.print(_table(answer, cells))
    else:
        _show_records(console, answer.columns, cells)
    if len(rows) > ROWS:
        console.print(
            f"more than {ROWS} rows, the first {ROWS} shown; all of them: --format csv", style="dim"
        )
    else:
        console.print(f"{len(rows)} row{'' if len(rows) == 1 else 's'}", style="dim")


def _table(answer: DuckDBPyRelation, cells: Sequence[Sequence[str]]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name, kind in zip(answer.columns, answer.types, strict=True):
        table.add_column(
            Text(name), justify="right" if _NUMBER.fullmatch(str(kind)) else "left", overflow="fold"
        )
    for row in cells:
        table.add_row(*map(Text, row))
    return table


def _show_records(console: Console, names: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
    for number, row in enumerate(cells, 1):
        console.print(f"─── row {number}", style="dim")
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="cyan", no_wrap=True)
        grid.add_column(overflow="fold")
        for name, cell in zip(names, row, strict=True):
            grid.add_row(Text(name), Text(cell))
        console.print(grid)


def _fits(names: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> bool:
    """Whether each column gets the width of its texts, or at least NARROWEST."""
    needed = 0
    for number, name in enumerate(names):
        widest = max((len(row[number]) for row in cells), default=0)
        needed += min(NARROWEST, max(len(name), widest)) + 2
    return needed - 2 <= width


def _plain(cell: object) -> str:
    return "" if cell is None else str(cell).translate(_CONTROLS)
