"""A replay on a terminal: what each version of the extractor has made, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table


class Made(Protocol):
    """Documents whose rows one version made."""

    @property
    def version(self) -> str: ...
    @property
    def documents(self) -> int: ...
    @property
    def named(self) -> int: ...
    @property
    def wanted(self) -> int: ...
    @property
    def textless(self) -> int: ...


class Sent(Protocol):
    """What a replay appended."""

    @property
    def appended(self) -> int: ...
    @property
    def waited(self) -> int: ...
    @property
    def failures(self) -> Sequence[str]: ...


def show_versions(console: Console, made: Sequence[Made], current: str) -> None:
    """A line a version, the current one marked."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("extractor")
    for name in ("documents", "to replay", "without text"):
        table.add_column(name, justify="right")
    for one in made:
        marked = f"{escape(one.version)} [dim](current)[/]" if one.version == current else escape(one.version)
        table.add_row(marked, f"{one.documents:,}", f"{one.wanted:,}", f"{one.textless:,}")
    console.print(table)
    if not any(one.version == current for one in made):
        console.print(f"The current extractor, {escape(current)}, has made none yet.", soft_wrap=True)


def show_textless(console: Console, made: Sequence[Made]) -> None:
    """What is left out."""
    if textless := sum(one.textless for one in made):
        stay = "stays as it is" if textless == 1 else "stay as they are"
        console.print(f"{_documents(textless)} without text {stay}: it was removed.", soft_wrap=True)


def show_nothing(console: Console, made: Sequence[Made], current: str) -> None:
    """Why nothing is to be done."""
    read = sum(one.named - one.textless for one in made)
    why = f"the current extractor, {current}, has read {_documents(read)} of that choice already"
    none = "no document with a text is of that choice"
    console.print(f"Nothing to replay: {why if read else none}.", soft_wrap=True, markup=False)


def show_handed_on(console: Console, sent: Sent) -> None:
    """What the workers find on the topic."""
    _show_failures(console, sent)
    waited = f", {sent.waited:,} waited there already" if sent.waited else ""
    console.print(
        f"[green]{_documents(sent.appended)} left to the workers[/]{waited}; kikimimi status shows how far they are.",
        soft_wrap=True,
    )


def show_end(console: Console, sent: Sent, done: int, wanted: int) -> None:
    """How many of the wanted documents are done."""
    _show_failures(console, sent)
    of = f" of {wanted:,}" if done != wanted else ""
    console.print(f"[green]{_documents(done)} replayed[/]{of}.")


def _show_failures(console: Console, sent: Sent) -> None:
    for failure in sent.failures:
        console.print(f"[yellow]![/] {escape(failure)}", soft_wrap=True)


def _documents(count: int) -> str:
    return f"{count:,} document{'' if count == 1 else 's'}"
