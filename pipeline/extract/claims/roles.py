"""Roles: what a name or a word that points back is in its sentence. Data, and the questions that it answers."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from msgspec import Struct

from pipeline.extract.profile import UNKNOWN, Profile
from pipeline.records import EntityType, OrganizationKind

NOBODY = ""
"""The entity of a role that owns figures which are no entity's: a market, a country."""


class Role(Struct, frozen=True):
    """A name or pronoun at [start, end): whom it means, and its standing (standing.py).

    `told`: the name itself stands here. `public`: a ministry, a regulator, a university. `aside`: it stands in a clause
    between commas, which ends at this place (0: it does not). `sentence`: the number of its sentence. `minor`: it takes part in a
    round, or stands beside what the text is about (while X …). `parent`: the maker of a thing.
    """

    start: int
    end: int
    entity: str
    type: EntityType
    known: bool
    standing: float
    told: bool
    public: bool = False
    aside: int = 0
    sentence: int = 0
    later: float = 0.0
    """Its standing for the sentences that follow: a rival is soon forgotten, what is presented stays."""
    minor: bool = False
    parent: str | None = None
    bought: bool = False
    """Whether somebody takes it over."""
    invests: bool = False
    """Whether it lives by putting money into others."""
    watches: bool = False
    """Whether it measures others and is only quoted: IDC, the Nasdaq."""
    profile: Profile = UNKNOWN
    """Of the organization that it is, or whose person or thing it is."""


@dataclass(frozen=True, slots=True)
class Focus:
    """Whom each paragraph is about: the role that introduces its company and the one that introduces its thing, or None."""

    starts: list[int]
    companies: list[Role | None]
    things: list[Role | None]

    def at(self, position: int) -> list[Role]:
        """Whom the paragraph at a position is about, so far as it was named before."""
        index = bisect_left(self.starts, position + 1) - 1
        found = (self.companies[index], self.things[index]) if index >= 0 else ()
        return [role for role in found if role and role.start < position]


@dataclass(frozen=True, slots=True)
class Cast:
    """All roles of a text by position, and the company of each person."""

    roles: list[Role]
    starts: list[int]
    employers: dict[str, str]
    headings: list[int]
    """Where lines begin that are a heading: they turn the page for what the text is about."""
    named: frozenset[str]
    """The entities whose names stand in the text."""

    first: str
    """The company that the text began with."""
    weights: dict[str, float]
    """What it takes off a topic's cost that the text keeps naming it, or began with it."""

    focus: Focus
    """Whom each paragraph is about."""
    hero: Role | None = None
    """The company that the whole text is about."""
    star: str = ""
    """The model, product or chip that the text presents."""
    laws: tuple[Role, ...] = ()
    """The roles of laws, by position."""

    opening: Role | None = None
    """The role of that company that the text began with, which stays a topic to its end."""

    def heading_before(self, position: int) -> int:
        """Where the latest heading before a position begins; -1 for none."""
        index = bisect_left(self.headings, position)
        return self.headings[index - 1] if index else -1

    def within(self, start: int, end: int) -> list[Role]:
        """The roles that begin in [start, end)."""
        return self.roles[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


PUBLIC: frozenset[OrganizationKind] = frozenset(("government", "regulator", "university"))
_PUBLIC = re.compile(
    r"\b(?:department|ministry|minister|commission|authority|agency|council|court|parliament|university|institute|regulator|white house|government|senate|congress|bureau|office"
    r"|autorité|ministère|université|direction générale|élysée|inria|cnrs|cea)\b|[省庁局]\Z|委員会|公取委|大学|政府|裁判所|ホワイトハウス",
    re.IGNORECASE,
)
_PUBLIC_ACRONYMS = frozenset(
    (
        "CNIL",
        "FTC",
        "SEC",
        "DOJ",
        "CMA",
        "ICO",
        "FCC",
        "NIST",
        "JFTC",
        "METI",
        "EU",
        "DGA",
        "ARCEP",
        "AMF",
        "BIS",
        "NHTSA",
    )
)


def is_public(surface: str, entity: str, profile: Profile = UNKNOWN) -> bool:
    """Whether a name is that of a public body: such have no valuation and are no `company`. Where nobody knows, its words tell."""
    if profile.kind is not None:
        return profile.kind in PUBLIC
    return surface in _PUBLIC_ACRONYMS or bool(
        _PUBLIC.search(surface) or _PUBLIC.search(entity.replace("-", " "))
    )
