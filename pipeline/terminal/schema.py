"""The schema: the tracker's catalogue in, its tables and views with what they and their columns mean out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.errors import Misconfigured

if TYPE_CHECKING:
    from pipeline.warehouse.asking import Ask

_NAMES = """
SELECT view_name AS name, 'view' AS kind, coalesce(comment, '') AS said FROM duckdb_views() WHERE NOT internal
UNION ALL SELECT table_name, 'table', coalesce(comment, '') FROM duckdb_tables() WHERE NOT internal
ORDER BY kind DESC, name
"""
_COLUMNS = """
SELECT table_name, column_name, data_type, coalesce(comment, '') FROM duckdb_columns() WHERE NOT internal
ORDER BY table_name, column_index
"""


def show_names(console: Console, ask: Ask) -> None:
    """Each view and table with its comment, the views first: they are what questions are asked of."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(style="dim")
    for name, kind, said in ask(_NAMES).fetchall():
        table.add_row(Text(name), kind, Text(said))
    console.print(table)


def show_schema(console: Console, ask: Ask, name: str | None = None) -> None:
    """The same with columns: of one, or of all. Raises Misconfigured for a name that there is not."""
    things = ask(_NAMES).fetchall()
    if name is not None:
        known = ", ".join(thing for thing, _, _ in things)
        things = [one for one in things if one[0].lower() == name.lower()]
        if not things:
            raise Misconfigured(f"there is no table or view {name}", f"there are {known}")
    columns = ask(_COLUMNS).fetchall()
    for number, (thing, kind, said) in enumerate(things):
        if number:
            console.print()
        console.print(Text.assemble((thing, "bold"), "  ", (kind, "dim"), "  ", said))
        table = Table.grid(padding=(0, 2))
        table.add_column("", width=1)
        table.add_column(style="cyan", no_wrap=True)
        table.add_column(style="dim", overflow="fold")
        table.add_column(ratio=1)
        for owner, column, data_type, meaning in columns:
            if owner == thing:
                table.add_row("", Text(column), Text(data_type), Text(meaning))
        console.print(table)
