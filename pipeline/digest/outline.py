"""The outline of a digest: a digest in; its headings and points out, which Markdown and the page write each in their way.

What stands here is text that nobody has escaped yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from pipeline.digest import words
from pipeline.digest.parts import (
    Alerted,
    Cited,
    Conflict,
    Digest,
    Failing,
    Named,
    Said,
    Suite,
    Surge,
)
from pipeline.digest.words import many


@dataclass(frozen=True, slots=True)
class Point:
    """head: what it is about. sentence: of the document that is cited, in its language. within: points below it."""

    head: str
    text: str
    sentence: str = ""
    cited: Cited | None = None
    within: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its points. more: what stands below them, of those that are not shown."""

    heading: str
    points: tuple[Point, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """All of a digest, from top to bottom; until: its end, whose zone all times are told in."""

    title: str
    until: datetime
    lead: tuple[str, ...]
    sections: tuple[Section, ...]


def outline(digest: Digest) -> Outline:
    """Sections of which there is nothing to tell are left out; the lead says which."""
    sections = (section for section in _sections(digest) if section.points)
    return Outline(words.title(digest), digest.until, tuple(words.lead(digest)), tuple(sections))


def _sections(digest: Digest) -> Iterator[Section]:
    alerted, conflicts, surges, named = digest.alerted, digest.conflicts, digest.surges, digest.named
    failing = digest.health.failing
    doubtful = tuple(one for one in digest.suites if one.findings or not one.success)
    yield Section(
        many(digest.alerts, "alert"),
        tuple(map(_alerted, alerted.shown)),
        _more(alerted.total - len(alerted.shown), "name"),
    )
    yield Section(
        many(conflicts.total, "contradiction"),
        tuple(map(_conflict, conflicts.shown)),
        _more(conflicts.total - len(conflicts.shown), "contradiction"),
    )
    yield Section(
        many(surges.total, "surge"),
        tuple(map(_surge, surges.shown)),
        _more(surges.total - len(surges.shown), "surge"),
    )
    yield Section(
        many(named.total, "new name"),
        tuple(_named(named.shown)),
        _more(named.total - len(named.shown), "name"),
    )
    yield Section("What validation found", tuple(map(_suite, doubtful)))
    yield Section(
        f"{many(failing.total, 'source')} without an answer",
        tuple(_failing(one, digest.until) for one in failing.shown),
        _more(failing.total - len(failing.shown), "source"),
    )


def _alerted(one: Alerted) -> Point:
    alerts = "" if one.alerts == one.documents else f"{many(one.alerts, 'alert')} "
    text = f"{alerts}in {many(one.documents, 'document')} of {many(one.sources, 'source')}"
    return Point(one.name, text, one.sentence, one.cited)


def _conflict(one: Conflict) -> Point:
    quarter = f"{one.quarter.year} Q{one.quarter.month // 3 + 1}"
    about = [quarter, "planned"] if one.planned else [quarter]
    about += [f"for {one.period}"] if one.period else []
    sides = tuple(_side(side, tell_new=not all(other.is_new for other in one.said)) for side in one.said)
    left = _more(one.claims - len(sides), "claim")
    return Point(
        f"{one.subject}, {one.metric}",
        f"({', '.join(about)}): {many(one.claims, 'claim')} of {many(one.families, 'publisher')}",
        within=(*sides, Point("", left)) if left else sides,
    )


def _side(side: Said, *, tell_new: bool) -> Point:
    return Point(side.amount, "(new)" if tell_new and side.is_new else "", side.sentence, side.cited)


def _surge(one: Surge) -> Point:
    begun = "since this digest" if one.is_new else "as before"
    where = f"{many(one.documents, 'document')} of {many(one.sources, 'source')}"
    return Point(one.name, f"in {where} in seven days, where {one.expected:.3g} were expected; {begun}")


def _named(names: Sequence[Named]) -> Iterator[Point]:
    """Names that came with the same document stand together."""
    for cited in dict.fromkeys(one.cited for one in names):
        together = (one for one in names if one.cited == cited)
        yield Point("", ", ".join(map(_kind, together)), cited=cited)


def _kind(one: Named) -> str:
    return f"{one.name} ({one.type}{', in no catalogue yet' if one.candidate else ''})"


def _suite(one: Suite) -> Point:
    held = f"; {many(one.held, 'row')} held back" if one.held else ""
    found = tuple(Point(f"{finding.severity}:", finding.sentence) for finding in one.findings)
    return Point(one.suite, f"{'passed' if one.success else 'failed'}{held}", within=found)


def _failing(one: Failing, until: datetime) -> Point:
    last = (
        f"last answered {one.since.astimezone(until.tzinfo):%Y-%m-%d %H:%M}"
        if one.since
        else "never answered"
    )
    return Point(one.name, f"{last}; {one.error}" if one.error else last)


def _more(count: int, what: str) -> str:
    return f"… and {many(count, f'more {what}')}" if count > 0 else ""
