"""News: what a round of collecting brought and which alerts fired, a line or two each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Protocol

from rich.console import Console
from rich.markup import escape

from pipeline.records import Fetch
from pipeline.terminal import open_console

FEW, NAMED = 3, 8
"""Sources out of reach that have a line each; more of them share one, which names the first."""


class Report(Protocol):
    """What a round of collecting says of itself."""

    @property
    def new(self) -> int: ...
    @property
    def changed(self) -> int: ...
    @property
    def unchanged(self) -> int: ...
    @property
    def dead_letters(self) -> int: ...
    @property
    def outside(self) -> int: ...
    @property
    def failures(self) -> Sequence[str]: ...
    @property
    def fetches(self) -> Sequence[Fetch]: ...
    @property
    def notes(self) -> Sequence[str]: ...
    @property
    def idle(self) -> Sequence[str]: ...


class Notice(Protocol):
    """An alert as a person reads it."""

    @property
    def title(self) -> str: ...
    @property
    def document(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def mentions(self) -> int: ...
    @property
    def sentence(self) -> str: ...


def show_alert(console: Console, notice: Notice) -> None:
    """The alert, the document that set it off, and its first sentence."""
    times = "once" if notice.mentions == 1 else f"{notice.mentions} times"
    console.print(
        f"[bold red]ALERT[/] [bold]{escape(notice.title)}[/] ({times}) in {escape(notice.document)} · {notice.source}"
    )
    sentence = " ".join(notice.sentence.split())
    if sentence != notice.document:
        console.print(f"      {escape(sentence)}", style="dim")


def show_report(console: Console, report: Report) -> None:
    """What is new, and a line for each thing that failed; sources out of reach share one, as when the network is away."""
    for failure in _told(report):
        console.print(f"[yellow]![/] {escape(failure)}", soft_wrap=True)
    for note in report.notes:
        console.print(f"[cyan]·[/] {escape(note)}", soft_wrap=True)
    outside = f", {report.outside} outside the period" if report.outside else ""
    if not report.new and not report.changed:
        console.print(f"No new documents; {report.unchanged} known ones are unchanged{outside}.")
        return
    changed = f", {report.changed} changed" if report.changed else ""
    lost = f", {report.dead_letters} to dead-letters" if report.dead_letters else ""
    console.print(
        f"[green]{report.new} new documents[/]{changed}, {report.unchanged} unchanged{outside}{lost}."
    )


def _told(report: Report) -> list[str]:
    away = [
        one.source
        for one in report.fetches
        if one.outcome == "failed" and one.status is None and "://" in one.location
    ]
    why = "check the network, `kikimimi sources check` says why for each"
    until = "`kikimimi sources list` says until when"
    shared = [*_shared(away, "cannot be reached", why), *_shared(report.idle, "wait after failures", until)]
    many = [one for ids in (away, report.idle) if len(ids) > FEW for one in ids]
    heads = tuple(f"{source}: " for source in many)
    return [*shared, *(failure for failure in report.failures if not failure.startswith(heads))]


def _shared(ids: Sequence[str], verb: str, remedy: str) -> list[str]:
    if len(ids) <= FEW:
        return []
    more = f" and {len(ids) - NAMED} more" if len(ids) > NAMED else ""
    return [f"{len(ids)} sources {verb}: {', '.join(ids[:NAMED])}{more}; {remedy}"]


def tell_outage(line: str) -> None:
    """A line on stderr, with its time: what a stage that goes on by itself has to say."""
    now = datetime.now(UTC).strftime("%H:%M:%SZ")
    open_console(stderr=True).print(f"{now} [yellow]![/] {escape(line)}", soft_wrap=True)
