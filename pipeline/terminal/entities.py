"""Merges on the terminal: what is decided about entities in, a table out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from pipeline.records import Edit


class Standing(Protocol):
    """What is decided so far; see entities.run."""

    @property
    def merges(self) -> Mapping[str, str]: ...
    def last(self, target: str) -> Edit: ...


def show_merges(console: Console, standing: Standing) -> None:
    """One line for each target, in the order of their entities."""
    if not standing.merges:
        console.print("Every entity stands for itself.")
        return
    table = Table("what", "counts as", "since", "said by", box=SIMPLE_HEAD, pad_edge=False)
    for target, entity in sorted(standing.merges.items(), key=lambda pair: (pair[1], pair[0])):
        edit = standing.last(target)
        table.add_row(target, entity, f"{edit.at:%Y-%m-%d %H:%M}", edit.who)
    console.print(table)
