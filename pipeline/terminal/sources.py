"""Sources on the terminal: sources and what was found at them in; tables, or JSON for programs, out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text


class Source(Protocol):
    """Where documents come from; see collect.sources."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def location(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def lang(self) -> str | None: ...
    @property
    def tags(self) -> Sequence[str]: ...
    @property
    def family(self) -> str: ...
    @property
    def every(self) -> float: ...


class LastVisit(Protocol):
    """When and how a source was visited last; see collect.visited."""

    @property
    def at(self) -> datetime: ...
    @property
    def outcome(self) -> str: ...
    @property
    def why(self) -> str: ...
    @property
    def next_due(self) -> datetime | None: ...


class Finding(Protocol):
    """What stands at a source; see collect.checking."""

    @property
    def source(self) -> Source: ...
    @property
    def status(self) -> int | None: ...
    @property
    def form(self) -> str: ...
    @property
    def entries(self) -> int: ...
    @property
    def newest(self) -> datetime | None: ...
    @property
    def languages(self) -> Sequence[str]: ...
    @property
    def seconds(self) -> float: ...
    @property
    def problem(self) -> str: ...
    @property
    def notes(self) -> Sequence[str]: ...


def show_sources(
    console: Console, sources: Sequence[Source], visits: Mapping[str, LastVisit], *, as_json: bool
) -> None:
    """A row for each source, with its last visit."""
    if as_json:
        _write_json(console, [{**_described(one), **_visited(visits.get(one.id))} for one in sources])
        return
    table = _table("id", "name", "lang", "tags", "every", "family", "last visit", "outcome", "next due")
    for one in sources:
        last = visits.get(one.id)
        table.add_row(
            *map(Text, (one.id, one.name, one.lang or "", ", ".join(one.tags))),
            _interval(one.every),
            Text(one.family),
            f"{last.at:%Y-%m-%d %H:%M}" if last else "",
            Text(last.outcome if last else ""),
            f"{last.next_due:%Y-%m-%d %H:%M}" if last and last.next_due else "",
        )
    console.print(table)
    console.print(f"{_counted(len(sources), 'source')}.", style="dim")


def show_findings(console: Console, findings: Sequence[Finding], *, as_json: bool) -> None:
    """A row for each source; below them a line for what is wrong, and for what is odd."""
    if as_json:
        _write_json(console, [_found(one) for one in findings])
        return
    table = _table("id", "status", "kind", "entries", "newest", "languages", "seconds")
    for one in findings:
        table.add_row(
            Text(one.source.id),
            str(one.status or ""),
            Text("failed", style="red") if one.problem else one.form,
            "" if one.problem else f"{one.entries:,}",
            f"{one.newest:%Y-%m-%d %H:%M}" if one.newest else "",
            ", ".join(one.languages),
            f"{one.seconds:.1f}",
        )
    console.print(table)
    for one in findings:
        for note in one.notes:
            console.print(Text(f"· {one.source.id}: {note}", style="dim"), soft_wrap=True)
    failed = [one for one in findings if one.problem]
    for one in failed:
        console.print(Text("! ", style="yellow") + Text(f"{one.source.id}: {one.problem}"), soft_wrap=True)
    all_ = _counted(len(findings), "source")
    console.print(f"{len(failed)} of {all_} failed." if failed else f"{all_} checked, all can be read.")


def show_added(console: Console, source: Source, finding: Finding | None, others: Sequence[str]) -> None:
    """What was added, and what stands there where that was looked at."""
    console.print(
        f"[green]Added[/] {source.id}: ", Text(source.name or source.location), sep="", soft_wrap=True
    )
    console.print(Text(f"  {source.location}", style="dim"), soft_wrap=True)
    if finding:
        newest = f", the newest of {finding.newest:%Y-%m-%d}" if finding.newest else ""
        said = f", {', '.join(finding.languages)}" if finding.languages else ""
        many = "no entries yet" if not finding.entries else _counted(finding.entries, "entry")
        console.print(f"  {finding.form}: {many}{newest}{said}", soft_wrap=True)
    for other in others:
        console.print(Text(f"  its page links to {other}, too", style="dim"), soft_wrap=True)


def show_import(console: Console, new: Sequence[Source], left: Sequence[str], wrong: Sequence[str]) -> None:
    """What an import brought; a line for each outline that is left out."""
    for line in left:
        console.print(Text(f"· {line}", style="dim"), soft_wrap=True)
    for line in wrong:
        console.print(Text("! ", style="yellow") + Text(line), soft_wrap=True)
    out = f", {len(left)} were there already" if left else ""
    bad = f", {len(wrong)} cannot be read" if wrong else ""
    console.print(f"[green]{_counted(len(new), 'new source')}[/]{out}{bad}.", soft_wrap=True)
    if new:
        console.print("Next: kikimimi sources check", style="dim")


def _table(*names: str) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in names:
        right = name in ("entries", "seconds", "every", "status")
        whole = right or name in ("id", "last visit", "next due", "newest")
        table.add_column(name, justify="right" if right else "left", overflow="fold", no_wrap=whole)
    return table


def _described(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "name": source.name,
        "location": source.location,
        "kind": source.kind,
        "lang": source.lang,
        "tags": list(source.tags),
        "every": source.every,
        "family": source.family or source.id,
    }


def _visited(last: LastVisit | None) -> dict[str, Any]:
    outcome, why = (last.outcome, last.why) if last else ("", "")
    return {
        "last_visit": _iso(last.at) if last else None,
        "outcome": outcome or None,
        "why": why or None,
        "next_due": _iso(last.next_due) if last else None,
    }


def _found(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.source.id,
        "location": finding.source.location,
        "ok": not finding.problem,
        "status": finding.status,
        "kind": finding.form or None,
        "entries": finding.entries,
        "newest": _iso(finding.newest),
        "languages": list(finding.languages),
        "seconds": round(finding.seconds, 3),
        "problem": finding.problem or None,
        "notes": list(finding.notes),
    }


def _write_json(console: Console, value: Any) -> None:
    console.file.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def _iso(time: datetime | None) -> str | None:
    return time.isoformat(timespec="seconds") if time else None


def _interval(minutes: float) -> str:
    return f"{minutes / 60:g} h" if minutes >= 60 and minutes % 60 == 0 else f"{minutes:g} min"


def _counted(count: int, name: str) -> str:
    if count == 1:
        return f"1 {name}"
    return f"{count:,} {name.removesuffix('y')}ies" if name.endswith("y") else f"{count:,} {name}s"
