"""Answers: a query and a connection in, the result as a table out, cell by cell as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ROWS = 500
"""Rows printed at most; the line below the table says that there are more."""


def show_answer(console: Console, connection: DuckDBPyConnection, query: str) -> None:
    """Runs the query and prints its result. Raises duckdb.Error when the query is wrong."""
    result = connection.execute(query)
    rows = result.fetchmany(ROWS + 1)
    table = Table(*(column[0] for column in result.description or ()), box=SIMPLE_HEAD, pad_edge=False)
    for row in rows[:ROWS]:
        table.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    console.print(table)
    more = f", the first {ROWS} shown" if len(rows) > ROWS else ""
    console.print(f"{'more than ' if more else ''}{min(len(rows), ROWS)} rows{more}", style="dim")
