"""Subjects: whose figure it is. In: a text's names with their roles and its figures; out: the entity of each, or None.

In a sentence the name with the strongest role before the figure; where a pronoun or nobody is named, the topic of the
sentences before goes on; and an amount said twice keeps its owner.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.names import Link
from pipeline.extract.roles import OTHER, POSSESSOR, SUBJECT, Role, roles
from pipeline.extract.sentences import Sentences
from pipeline.records import Entity, EntityType, Metric

REACH = 3
"""How many sentences a topic goes on without being named again."""

_PROJECT_BEHIND = re.compile(
    r"[^。、,.\n]{0,24}(?:プロジェクト|計画|構想|project|initiative|venture|plan\b|projet)", re.IGNORECASE
)
_PRONOUN = re.compile(
    r"(?:(?:\A|[,;:]\s|\b(?:and|that|et|que)\s)\W*(?:it|they|the (?:company|start-?up|firm|group|lab|chipmaker|chip maker)|elles?|ils?"
    r"|l['’]entreprise|le groupe|la (?:société|start-up|jeune pousse|firme))\b|(?:同社|同グループ|彼ら|両社)(?:は|が|も|の))",
    re.IGNORECASE,
)
_WHO = re.compile(r",?\s(?:which|who|that|qui)\s[^,.;]*(?:,?\s(?:and|et)\s[^,.;]*)?")
_OF_COMPANIES: frozenset[Metric] = frozenset(
    (
        "revenue",
        "profit",
        "loss",
        "cost",
        "valuation",
        "capex",
        "funding",
        "cash",
        "employees",
        "users",
        "subscribers",
        "hardware",
    )
)


@dataclass(frozen=True, slots=True)
class Owned:
    """A figure as the subject rules see it: its place, kind, unit, amount and metric."""

    start: int
    end: int
    kind: str
    unit: str
    amount: tuple[object, object]
    metric: Metric


def subjects_of(
    text: str,
    sentences: Sentences,
    links: Sequence[Link],
    figures: Sequence[Owned],
    entities: Mapping[str, Entity],
    *,
    japanese: bool,
) -> list[str | None]:
    """The subject of each figure, in the figures' order."""
    names = roles(text, sentences, links, entities, japanese=japanese)
    starts = [name.start for name in names]
    named = {name.entity for name in names}
    projects = {entity for entity in named if entities[entity].type == "project"}
    topics = _Topics(sentences, names)
    subjects: list[str | None] = []
    for figure in figures:
        start, end = sentences.around(figure.start)
        here = [
            name
            for name in names[bisect_left(starts, start) : bisect_left(starts, end)]
            if _may_own(entities[name.entity].type, figure)
        ]
        best = _in_sentence(text, figure, here, japanese=japanese)
        topic = topics.before(start, figure, entities)
        if _pronoun_after(text[start : figure.start], start, best):
            best = None if topic else best
        subject = _named_project(text, figure, here, projects, entities) or (best.entity if best else topic)
        subjects.append(_company_of(subject, figure, entities, named))
    return _said_again(figures, subjects)


class _Topics:
    """What the sentences were about: their names in the role of a subject."""

    def __init__(self, sentences: Sentences, names: Sequence[Role]) -> None:
        self._sentences = sentences
        self._found = [name for name in names if name.rank >= SUBJECT]
        self._starts = [name.start for name in self._found]

    def before(self, position: int, figure: Owned, entities: Mapping[str, Entity]) -> str | None:
        """The topic that still goes on where a sentence begins: of the latest sentence that has one, the first."""
        latest: tuple[int, str] | None = None
        for name in reversed(self._found[: bisect_left(self._starts, position)]):
            start, _ = self._sentences.around(name.start)
            if latest and start != latest[0]:
                break
            if self._sentences.count_between(name.start, figure.start) > REACH:
                break
            if _may_own(entities[name.entity].type, figure):
                latest = (start, name.entity)
        return latest[1] if latest else None


def _named_project(
    text: str, figure: Owned, here: list[Role], projects: set[str], entities: Mapping[str, Entity]
) -> str | None:
    """5,000億ドルの…プロジェクト, the $500 billion Stargate project: the name behind, or the only project there is."""
    if figure.kind != "money":
        return None
    behind = [
        name
        for name in here
        if 0 <= name.start - figure.end <= 12 and entities[name.entity].type == "project"
    ]
    if behind:
        return behind[0].entity
    if len(projects) == 1 and _PROJECT_BEHIND.match(text, figure.end):
        return next(iter(projects))
    return None


def _in_sentence(text: str, figure: Owned, here: list[Role], *, japanese: bool) -> Role | None:
    """The name with the strongest role before the figure, the nearest of equals."""
    earlier = [name for name in here if name.end <= figure.start]
    if not japanese and earlier and _WHO.fullmatch(text, earlier[-1].end, figure.start):
        return earlier[-1]  # ASML, qui apporte 1,3 milliard
    strong = [name for name in earlier if name.rank >= (POSSESSOR if japanese else OTHER)]
    best = max(strong, key=lambda name: (name.rank, name.start), default=None)
    if best or japanese:
        return best
    return next(iter([*reversed(earlier), *here]), None)


def _pronoun_after(before: str, start: int, best: Role | None) -> bool:
    """Whether a pronoun stands nearer to the figure than its sentence's best name."""
    pronoun = max((match.start() + start for match in _PRONOUN.finditer(before)), default=-1)
    return pronoun > (best.start if best else -1)


def _company_of(
    subject: str | None, figure: Owned, entities: Mapping[str, Entity], named: set[str]
) -> str | None:
    """Who says `we expect $100 billion in revenue` speaks of the company."""
    if not subject or entities[subject].type != "person" or figure.metric not in _OF_COMPANIES:
        return subject
    parent = entities[subject].parent
    return parent if parent in named else subject


def _may_own(kind: EntityType, figure: Owned) -> bool:
    """Laws own no money, chips no users: what kind of thing can have this amount."""
    if figure.metric in ("parameters", "context", "benchmark", "tokens"):
        return kind in ("model", "product", "organization")
    if figure.metric == "hardware":
        return kind in ("organization", "project", "model", "person")
    if figure.metric in ("valuation", "funding", "capex", "cash", "loss", "profit"):
        return kind in ("organization", "person", "project")
    if figure.kind == "money" and figure.metric != "price":
        return kind in ("organization", "person", "project", "model", "product")
    return kind != "law"


def _said_again(figures: Sequence[Owned], subjects: list[str | None]) -> list[str | None]:
    owners: dict[tuple[object, ...], str] = {}
    for figure, subject in zip(figures, subjects, strict=True):
        if subject:
            owners.setdefault((figure.kind, figure.unit, figure.amount), subject)
    return [
        subject or owners.get((figure.kind, figure.unit, figure.amount))
        for figure, subject in zip(figures, subjects, strict=True)
    ]
