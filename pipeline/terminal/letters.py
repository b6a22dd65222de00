"""Dead letters on a terminal: a table of them, or one with the beginning of its bytes."""

from __future__ import annotations

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipeline.records import DeadLetter

SHOWN = 2_000
"""Bytes of a letter that are shown."""


def show_letters(console: Console, letters: Iterable[DeadLetter]) -> None:
    """A line each: the beginning of its id, when, where, how large, what is wrong."""
    table = Table(
        "id", "when (UTC)", "stage", "from", "bytes", "what is wrong", box=SIMPLE_HEAD, pad_edge=False
    )
    count = 0
    for letter in letters:
        when = f"{letter.at:%Y-%m-%d %H:%M}"
        words = (letter.letter_id[:8], when, letter.stage, letter.origin, f"{letter.size:,}", letter.error)
        table.add_row(*map(escape, words))
        count += 1
    if not count:
        console.print("No dead letters wait.")
        return
    console.print(table)
    console.print(f"{count} waiting. Next: kikimimi dead-letters show ID, replay ID, drop ID", style="dim")


def show_letter(console: Console, letter: DeadLetter) -> None:
    """All there is to know of it, then the first SHOWN of its bytes as text."""
    table = Table.grid(padding=(0, 2))
    for name in ("letter_id", "stage", "origin", "source", "at", "size", "error"):
        table.add_row(name, escape(str(getattr(letter, name))))
    console.print(table)
    console.print()
    text = letter.payload[:SHOWN].decode(errors="replace")
    console.print(
        "".join(one if one.isprintable() or one == "\n" else "\ufffd" for one in text), markup=False
    )
    if len(letter.payload) > SHOWN:
        console.print(f"… {len(letter.payload):,} bytes in all; --raw writes them", style="dim")
