"""The parts of a digest: what a period brought, as the reader of the warehouse hands it to those who write it down.

Texts are one line each, cut, and of printing characters only (clean.py); nothing is escaped yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """The first of some, and how many there are in all."""

    shown: tuple[T, ...] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class Cited:
    """A document as one names it. url: an http address that may stand in a link."""

    source: str
    title: str
    url: str | None
    lang: str
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Alerted:
    """The alerts on one entity, with a sentence of the document that names it most."""

    name: str
    alerts: int
    documents: int
    sources: int
    sentence: str
    cited: Cited


@dataclass(frozen=True, slots=True)
class Surge:
    """An entity in far more documents of seven days than before. is_new: it was none when the period began."""

    name: str
    documents: int
    expected: float
    sources: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class Named:
    """A name that nothing before the period had. candidate: no catalogue has it either."""

    name: str
    type: str
    candidate: bool
    documents: int
    cited: Cited


@dataclass(frozen=True, slots=True)
class Said:
    """One side of a contradiction: who said how much. is_new: the document came in within the period."""

    amount: str
    sentence: str
    cited: Cited
    is_new: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims on one subject and metric that cannot all be true, from the lowest that is shown to the highest."""

    subject: str
    metric: str
    quarter: date
    planned: bool
    period: str
    claims: int
    families: int
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """An expectation that failed. severity: error or warning."""

    severity: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Suite:
    """The last validation of one suite before the period ended. held: rows that it holds back now."""

    suite: str
    success: bool
    held: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Failing:
    """A source that did not answer when it was last read. since: when it last did."""

    name: str
    since: datetime | None
    error: str


@dataclass(frozen=True, slots=True)
class Health:
    """What came in, and whether the sources answer. read: sources read in the week before the period's end."""

    documents: int
    sources: int
    changed: int
    letters: int
    read: int
    failing: Listed[Failing]


@dataclass(frozen=True, slots=True)
class Digest:
    """A period and what it brought. since, until: in the zone in which people are told of it."""

    name: str
    since: datetime
    until: datetime
    health: Health
    alerts: int
    alerted: Listed[Alerted]
    surges: Listed[Surge]
    named: Listed[Named]
    conflicts: Listed[Conflict]
    suites: tuple[Suite, ...]
