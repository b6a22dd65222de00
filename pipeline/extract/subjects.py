"""Subjects: whose figure it is. In: a text's links and figures; out: the entity of each figure, or None.

The grammar of a clause points: in Japanese the particle behind a name (は, が, も before の before the rest), in English and
French the name that stands before the verb and behind no preposition. Where the sentence names nobody, the topic of the
ones before goes on; and an amount said twice keeps its owner.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.names import Link
from pipeline.extract.sentences import Sentences
from pipeline.records import Entity, EntityType

SUBJECT, POSSESSOR, OTHER, OBLIQUE = 3, 2, 1, 0
"""How much a name looks like the one who owns what its clause says."""
REACH = 3
"""How many sentences a topic goes on without being named again."""

_TOPIC = re.compile(
    r"(?:社|グループ|氏|さん|CEO|会長|社長)?(?:自身)?(?:[((][^()()]*[))])?(?:に関して|について)?(?:は|が|も)(?!ちろん)"
)
_OF = re.compile(r"(?:社|グループ|氏)?(?:自身)?の")
_OBLIQUE = re.compile(r"(?:社|グループ|氏)?(?:に|へ|から|と|で(?:は|も)?|を|より|や)(?!つい|関し)")
_PREPOSITION = re.compile(
    r"\b(?:by|with|from|to|into|in|of|than|like|against|for|between|and|via|on|chez|par|de|du|des|d['’]|avec|dans|à|au|aux|pour"
    r"|contre|que|et|chez|sur)\s*(?:the |l['’]|le |la |les )?\Z",
    re.IGNORECASE,
)
_PROJECT_BEHIND = re.compile(
    r"[^。、,.\n]{0,24}(?:プロジェクト|計画|構想|project|initiative|venture|plan\b|projet)", re.IGNORECASE
)
_SAID = re.compile(
    r"\s*(?:says?|said|told|announced|according|reports?|によると|によれば|a déclaré|selon)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Owned:
    """A figure as the subject rules see it: its place, kind, unit, amount and metric."""

    start: int
    end: int
    kind: str
    unit: str
    amount: tuple[object, object]
    metric: str


def subjects_of(
    text: str,
    sentences: Sentences,
    links: Sequence[Link],
    figures: Sequence[Owned],
    entities: Mapping[str, Entity],
    japanese: bool,
) -> list[str | None]:
    """The subject of each figure, in the figures' order."""
    kinds = {link.entity: entities[link.entity].type for link in links}
    projects = {entity for entity, kind in kinds.items() if kind == "project"}
    subjects: list[str | None] = []
    topics: list[tuple[int, str]] = []
    starts = [link.start for link in links]
    read = 0
    for figure in figures:
        start, end = sentences.around(figure.start)
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        topics.extend(  # what earlier sentences were about
            (link.start, link.entity)
            for link in links[read:first]
            if _rank(text, link, sentences.around(link.start)[0], kinds, japanese) >= SUBJECT
        )
        read = first
        here = [link for link in links[first:last] if _may_own(kinds[link.entity], figure)]
        subject = (
            _named_project(text, figure, here, projects, kinds)
            or _in_sentence(text, figure, here, start, kinds, japanese)
            or _going_on(figure, topics, sentences, kinds)
        )
        subjects.append(subject)
    return _said_again(figures, subjects)


def _named_project(
    text: str, figure: Owned, here: list[Link], projects: set[str], kinds: Mapping[str, EntityType]
) -> str | None:
    """5,000億ドルの…プロジェクト, the $500 billion Stargate project: the name behind, or the only project there is."""
    if figure.kind != "money":
        return None
    behind = [link for link in here if 0 <= link.start - figure.end <= 12 and kinds[link.entity] == "project"]
    if behind:
        return behind[0].entity
    if len(projects) == 1 and _PROJECT_BEHIND.match(text, figure.end):
        return next(iter(projects))
    return None


def _in_sentence(
    text: str, figure: Owned, here: list[Link], start: int, kinds: Mapping[str, EntityType], japanese: bool
) -> str | None:
    before = [link for link in here if link.end <= figure.start]
    ranked = [(_rank(text, link, start, kinds, japanese), link.start, link.entity) for link in before]
    strong = [item for item in ranked if item[0] >= (POSSESSOR if japanese else OTHER)]
    if strong:
        return _best(strong)
    if not japanese:
        after = [link for link in here if link.start >= figure.end]
        if ranked:
            return max(ranked, key=lambda item: item[1])[2]
        if after:
            return after[0].entity
    return None


def _best(ranked: list[tuple[int, int, str]]) -> str:
    """A marked subject wins over a mere possessive; among equals the nearest before the figure."""
    top = max(rank for rank, _, _ in ranked)
    return max((position, entity) for rank, position, entity in ranked if rank == top)[1]


def _going_on(
    figure: Owned, topics: list[tuple[int, str]], sentences: Sentences, kinds: Mapping[str, EntityType]
) -> str | None:
    for position, entity in reversed(topics):
        if sentences.count_between(position, figure.start) > REACH:
            return None
        if _may_own(kinds[entity], figure):
            return entity
    return None


def _rank(text: str, link: Link, start: int, kinds: Mapping[str, EntityType], japanese: bool) -> int:
    person = kinds[link.entity] == "person"  # people speak of figures more often than they own them
    if japanese:
        if _TOPIC.match(text, link.end):
            return POSSESSOR if person else SUBJECT
        if _OF.match(text, link.end):
            return OTHER if person else POSSESSOR
        return OBLIQUE if _OBLIQUE.match(text, link.end) else OTHER
    if _SAID.match(text, link.end):
        return OTHER
    if _PREPOSITION.search(text, max(start, link.start - 12), link.start):
        return OBLIQUE
    return POSSESSOR if person else SUBJECT


def _may_own(kind: EntityType, figure: Owned) -> bool:
    """Laws own no money, chips no users: what kind of thing can have this amount."""
    if figure.metric in ("parameters", "context", "benchmark", "tokens"):
        return kind in ("model", "product", "organization")
    if figure.metric == "hardware":
        return kind in ("organization", "project", "model", "person")
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
