"""One text's findings: what the extractor found in, coloured tables out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.amounts import amount
from pipeline.records import Figure, Mention


class Found(Protocol):
    """What stands in one text."""

    @property
    def lang(self) -> str: ...
    @property
    def mentions(self) -> Sequence[Mention]: ...
    @property
    def figures(self) -> Sequence[Figure]: ...


def show_found(console: Console, text: str, found: Found) -> None:
    """The text with its names and figures marked, then a table of each."""
    marked = Text(text)
    for mention in found.mentions:
        marked.stylize("bold cyan", mention.start, mention.end)
    for figure in found.figures:
        marked.stylize("bold yellow", figure.start, figure.end)
    console.print(marked)
    names = Table("surface", "entity", "type", "method", "score", "evidence", box=SIMPLE_HEAD, pad_edge=False)
    for mention in found.mentions:
        names.add_row(
            Text(mention.surface, style="cyan"), mention.entity or "(new)", mention.type, mention.method,
            f"{mention.score:.2f}", Text(mention.evidence),
        )  # fmt: skip
    figures = Table(
        "surface",
        "amount",
        "kind",
        "bound",
        "subject",
        "metric",
        "modality",
        "period",
        "speaker",
        box=SIMPLE_HEAD,
        pad_edge=False,
    )
    for figure in found.figures:
        figures.add_row(
            Text(figure.surface, style="yellow"), amount(figure.low, figure.high, figure.unit, figure.bound),
            figure.kind, figure.bound, figure.subject or "", figure.metric or "", figure.modality,
            _period(figure.period_start, figure.period_end), figure.speaker or "",
        )  # fmt: skip
    console.print(names if found.mentions else "no names of the catalogue")
    console.print(figures if found.figures else "no figures")


def _period(first: str | None, last: str | None) -> str:
    """Whole years as years, else its first and last day."""
    if first is None or last is None:
        return ""
    if first[:4] == last[:4] and first.endswith("01-01") and last.endswith("12-31"):
        return first[:4]
    return first if first == last else f"{first} – {last}"
