"""Scenes: a figure and the cast in, who stands around it out: what is the same for every entity that may own the figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from pipeline.extract.claims.clauses import Clauses
from pipeline.extract.claims.owned import Owned
from pipeline.extract.claims.roles import Cast, Role
from pipeline.extract.sentences import Sentences
from pipeline.records import EntityType

FAR = 2500
"""Characters back that an owner may be named."""
BEHIND = 300
"""Characters behind the figure, in its sentence."""
_MOST = 16
"""Entities on each side that may own a figure: those that were named last."""
_NEAR = 3
"""Sentences back in which entities are counted by type."""
_NEARER = 2
_FIGURES_BACK, _OWNERS_BACK = 40, 12


@dataclass(slots=True)
class Census:
    """What a whole text knows of its entities: counted once, and who had the figures so far."""

    order: dict[str, int] = field(default_factory=dict)
    """In which order they were first named."""
    first: dict[str, int] = field(default_factory=dict)
    told: Counter[str] = field(default_factory=Counter)
    total: int = 0
    """How many names stand in the text."""
    owners: list[str] = field(default_factory=list)
    """Of the figures so far; empty for nobody."""
    had: Counter[str] = field(default_factory=Counter)

    def latest(self) -> str:
        """Who had the last of the figures before that somebody had; empty for nobody."""
        return next((owner for owner in reversed(self.owners[-_OWNERS_BACK:]) if owner), "")

    def goes_to(self, subject: str | None) -> None:
        """The next figure's owner."""
        self.owners.append(subject or "")
        if subject:
            self.had[subject] += 1


def census_of(cast: Cast) -> Census:
    """At the beginning of a text."""
    census = Census()
    for role in cast.roles:
        census.order.setdefault(role.entity, len(census.order))
        census.first.setdefault(role.entity, role.start)
        census.told[role.entity] += role.told
        census.total += role.told
    return census


@dataclass(frozen=True, slots=True)
class Scene:
    """One figure's sentence, line and surroundings."""

    figure: Owned
    start: int
    """Where its sentence begins."""
    sentence: int
    """The number of its sentence."""
    line: int
    heading: int
    clauses: Clauses
    groups: dict[str, list[Role]]
    """Who may own it: the roles of each entity near it, by position."""
    here: list[Role]
    """The roles of its sentence before it."""
    previous: int
    """How many entities the sentence before names."""
    behind: int
    """How many stand behind it in its own."""
    opener: int
    """Where the first name of its line stands."""
    figures: list[Owned]
    """Those before it, as far as owners may be away."""
    last: Owned | None
    latest: str
    """Who had the last of them that somebody had."""
    since: dict[str, int]
    """How many others were named after an entity was named last, in this sentence and before the figure."""
    alike_since: dict[str, int]
    """The same of entities of its type, and in any sentence."""
    until: dict[str, int]
    """How many others stand between the figure and an entity behind it."""
    alike: Counter[EntityType]
    """How many of a type the last sentences name."""
    centers: set[str]
    """Whom its paragraph is about."""
    named_here: set[str]
    makers: set[str | None]
    """Whose things its sentence names."""
    firms_here: set[str]
    firms_near: set[str]
    """Whose people its sentence, or one of the last, names."""


def scene_of(
    text: str,
    sentences: Sentences,
    clauses: Clauses,
    cast: Cast,
    figures: Sequence[Owned],
    index: int,
    census: Census,
) -> Scene:
    """The scene of the figure of this index."""
    figure = figures[index]
    start, end = sentences.around(figure.start)
    sentence = sentences.count_between(-1, start)
    low = max(0, figure.start - FAR)
    far = [role for role in (cast.hero, cast.opening) if role and role.start < low]
    roles = [*far, *cast.within(low, min(end, figure.end + BEHIND))]
    before = [role for role in roles if role.end <= figure.start]
    behind = [role for role in roles if role.start >= figure.end]
    here = [role for role in before if role.start >= start]
    line = text.rfind("\n", low, figure.start) + 1
    groups: dict[str, list[Role]] = {}
    nearest = dict.fromkeys(role.entity for role in reversed(before))
    may = {*islice(nearest, _MOST), *(role.entity for role in far), *(role.entity for role in behind[:_MOST])}
    may |= {role.entity for role in (cast.hero, cast.opening) if role}
    for role in chain(before, behind):
        if role.entity in may:
            groups.setdefault(role.entity, []).append(role)
    near = {role.entity: role.type for role in before if sentence - role.sentence <= _NEAR}
    firms = [
        (cast.employers[role.entity], role)
        for role in roles
        if role.type == "person" and role.entity in cast.employers
    ]
    return Scene(
        figure,
        start,
        sentence,
        line,
        heading=cast.heading_before(figure.start),
        clauses=clauses,
        groups=groups,
        here=here,
        previous=len({role.entity for role in before if role.sentence == sentence - 1}),
        behind=len({role.entity for role in behind}),
        opener=next((role.start for role in roles if role.start >= line), -1),
        figures=[one for one in figures[max(0, index - _FIGURES_BACK) : index] if one.start >= low],
        last=figures[index - 1] if index else None,
        latest=census.latest(),
        since=_passed(reversed(here)),
        alike_since=_passed_of_type(before),
        until=_passed(behind),
        alike=Counter(near.values()),
        centers={role.entity for role in cast.focus.at(figure.start)},
        named_here={role.entity for role in here},
        makers={role.parent for role in here if role.parent},
        firms_here={firm for firm, role in firms if start <= role.start < end},
        firms_near={
            firm for firm, role in firms if role.end <= figure.start and sentence - role.sentence <= _NEARER
        },
    )


def _passed(roles: Iterable[Role]) -> dict[str, int]:
    """How many other entities one meets before each."""
    passed: dict[str, int] = {}
    for role in roles:
        passed.setdefault(role.entity, len(passed))
    return passed


def _passed_of_type(before: Sequence[Role]) -> dict[str, int]:
    """How many of its own type one meets before each, going back."""
    passed: dict[str, int] = {}
    met: Counter[EntityType] = Counter()
    for role in reversed(before):
        if role.entity not in passed:
            passed[role.entity] = met[role.type]
            met[role.type] += 1
    return passed
