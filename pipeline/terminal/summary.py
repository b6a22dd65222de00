"""The summary of a run: the warehouse's views in, a page that a person enjoys reading out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.amounts import amount

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ENTITIES, FIGURES = 16, 40
"""Rows shown; the rest is one query away."""
BAR = 24

QUERIES = (
    "SELECT name, mentions, documents, last_seen FROM watchlist LIMIT 20",
    "SELECT subject_name, low, high, unit, said_at, sentence FROM claims WHERE metric = 'valuation'",
    "SELECT day, name, mentions FROM entity_daily WHERE entity = 'deepseek'",
)

_DOCUMENTS = """
SELECT source, string_agg(DISTINCT lang, ' ' ORDER BY lang), count(*), sum(length(text)),
       max(coalesce(published_at, collected_at))::DATE
FROM documents GROUP BY source ORDER BY count(*) DESC, source
"""
_ENTITIES = "SELECT name, type, mentions, documents, misheard FROM watchlist LIMIT ?"
_FIGURES = """
SELECT low, high, unit, bound, coalesce(subject_name, ''), coalesce(metric, ''), surface, sentence
FROM claims ORDER BY (metric = 'other'), subject IS NULL, said_at DESC, doc_id, char_start LIMIT ?
"""


def show_summary(console: Console, connection: DuckDBPyConnection) -> None:
    """Documents, entities and figures that the tracker knows."""
    _documents(console, connection.execute(_DOCUMENTS).fetchall())
    _entities(console, connection.execute(_ENTITIES, [ENTITIES]).fetchall())
    _figures(console, connection.execute(_FIGURES, [FIGURES]).fetchall(), _count(connection, "figures"))


def show_queries(console: Console, warehouse: Path) -> None:
    """Where the tracker is, and three questions to begin with."""
    console.print(f"[bold]The tracker[/] is {warehouse}. Ask it:", soft_wrap=True)
    for query in QUERIES:
        console.print(Text(f'  kikimimi sql "{query}"', style="cyan"), soft_wrap=True)


def _count(connection: DuckDBPyConnection, table: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(row[0]) if row else 0


def _documents(console: Console, rows: list[tuple[Any, ...]]) -> None:
    table = _table(
        f"{sum(row[2] for row in rows)} documents", ("source", "lang"), ("documents", "characters", "latest")
    )
    for source, langs, documents, characters, latest in rows:
        table.add_row(source, langs, f"{documents:,}", f"{characters:,}", str(latest))
    console.print(table)


def _entities(console: Console, rows: list[tuple[Any, ...]]) -> None:
    table = _table("Most named", ("entity", "type"), ("mentions", "documents"))
    table.add_column("")
    most = max((row[2] for row in rows), default=1)
    for name, kind, mentions, documents, misheard in rows:
        bar = Text("█" * max(1, round(BAR * mentions / most)), style="blue")
        if misheard:
            bar.append(f"  {misheard} misheard", style="dim")
        table.add_row(Text(name), kind, f"{mentions:,}", f"{documents:,}", bar)
    console.print(table)


def _figures(console: Console, rows: list[tuple[Any, ...]], total: int) -> None:
    shown = f", the first {len(rows)} of them" if total > len(rows) else ""
    table = _table(f"{total} figures{shown}", (), ("amount",))
    table.expand = True
    table.add_column("bound", style="dim", no_wrap=True)
    table.add_column("subject", style="cyan", no_wrap=True)
    table.add_column("metric", no_wrap=True)
    table.add_column("sentence", ratio=1, no_wrap=True, overflow="ellipsis")
    for low, high, unit, bound, subject, metric, surface, sentence in rows:
        table.add_row(
            amount(low, high, unit, bound), bound, Text(subject), metric, _around(sentence, surface)
        )
    console.print(table)


def _around(sentence: str, surface: str) -> Text:
    """The sentence with its figure made bold, cut on the left where the figure stands far in."""
    flat, figure = " ".join(sentence.split()), " ".join(surface.split())
    position = flat.find(figure)
    cut = max(0, position - 16)
    shown = Text(("…" if cut else "") + flat[cut:])
    shown.highlight_words([figure], style="bold")
    return shown


def _table(title: str, words: tuple[str, ...], numbers: tuple[str, ...]) -> Table:
    table = Table(
        title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False, expand=False
    )
    for name in words:
        table.add_column(name)
    for name in numbers:
        table.add_column(name, justify="right", no_wrap=True)
    return table
