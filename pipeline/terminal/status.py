"""The status: topics and the warehouse in, counts and lag of each stage out."""

from __future__ import annotations

from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from pipeline.errors import KikimimiError
from pipeline.topics.base import Topics, lag
from pipeline.warehouse import open_for_reading

_TABLES = ("documents", "mentions", "figures", "alerts", "fetches", "dead_letters")


def show_status(console: Console, topics: Topics, warehouse: Path) -> None:
    """A table of topics with what each group has still to read, and a table of rows."""
    names = topics.list()
    if not names:
        console.print("Nothing was collected yet. Begin with: kikimimi run")
        return
    table = Table("topic", "messages", "group", "still to read", box=SIMPLE_HEAD, pad_edge=False)
    for name in names:
        messages = f"{sum(topics.ends(name).values()):,}"
        for index, group in enumerate(topics.groups(name) or ["(none yet)"]):
            waiting = f"{lag(topics, group, name):,}" if topics.groups(name) else messages
            table.add_row(name if not index else "", messages if not index else "", group, waiting)
    console.print(table)
    try:
        connection = open_for_reading(warehouse)
    except KikimimiError as error:  # held by the loader, or not there yet: the topics above say enough
        console.print(str(error), style="dim")
        return
    rows = Table("table", "rows", box=SIMPLE_HEAD, pad_edge=False)
    for name in _TABLES:
        count = connection.execute(f"SELECT count(*) FROM {name}").fetchone()
        rows.add_row(name, f"{count[0] if count else 0:,}")
    connection.close()
    console.print(rows)
