"""Names: a text in, its mentions of catalogue entities out, each with the reason for the link.

The order is from certain to less so, and each step may lean on what the earlier ones linked: full names, names that
are plain words too, short names of people already met, names that were misheard.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.extract.evidence import Certain, evidence_for, honoured
from pipeline.extract.fold import is_cjk
from pipeline.extract.match import Hit, Matcher
from pipeline.extract.misheard import Ear
from pipeline.extract.tokens import Token
from pipeline.records import Entity, Method

SURELY_ALIKE = 0.85
"""Likeness below which a misheard name needs two things in the document that speak for it."""


@dataclass(frozen=True, slots=True)
class Link:
    """A name at [start, end) that means the entity; score 0 to 1, evidence in words."""

    start: int
    end: int
    entity: str
    method: Method
    score: float
    evidence: str


class Names:
    """A catalogue made ready for finding its entities in texts."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = {entity.id: entity for entity in entities}
        self._matcher = Matcher(self.entities.values())
        self._ear = Ear(self.entities.values())
        self._kin = _kin(self.entities.values())

    def find(self, text: str, tokens: Sequence[Token]) -> list[Link]:
        """The mentions of the text in order, none overlapping another. `tokens` are [] for a text without Japanese."""
        edges = {token.start for token in tokens} | {token.end for token in tokens}
        groups = self._matcher.find(text, edges)
        links = [
            Link(hit.start, hit.end, hit.alias.entity, "alias", 1.0, f"alias {hit.alias.text}")
            for hit in map(_certain_hit, groups)
            if hit
        ]
        open_groups = [group for group in groups if not _certain_hit(group)]
        for _ in range(2):  # what the first round links (Meta beside Facebook) may speak for Llama
            links += self._with_evidence(text, open_groups, links)
        links += self._short_names(text, open_groups, links)
        links += self._misheard(text, tokens, links)
        return sorted(links, key=lambda link: link.start)

    def _with_evidence(self, text: str, groups: list[list[Hit]], links: list[Link]) -> list[Link]:
        certain = _certain(text, links)
        taken = {link.start for link in links}
        found = []
        for group in groups:
            for hit in group:
                if hit.alias.short or hit.start in taken:
                    continue
                entity = self.entities[hit.alias.entity]
                if reason := evidence_for(hit, text, entity, self._kin[entity.id], certain):
                    evidence = f"alias {hit.alias.text}, {reason}"
                    found.append(Link(hit.start, hit.end, entity.id, "alias", 0.9, evidence))
                    break
        return found

    def _short_names(self, text: str, groups: list[list[Hit]], links: list[Link]) -> list[Link]:
        certain = _certain(text, links)
        taken = {link.start for link in links}
        found = []
        for group in groups:
            hits = [hit for hit in group if hit.alias.short and hit.start not in taken]
            named = [hit for hit in hits if hit.alias.entity in certain.positions]
            if named:
                hit = min(
                    named, key=lambda hit: _distance_back(certain.positions[hit.alias.entity], hit.start)
                )
                reason = f"{self.entities[hit.alias.entity].name} is named in full"
            else:
                beside = [
                    (hit, kin)
                    for hit in hits
                    if (kin := self._kin_beside(hit, certain)) and honoured(text, hit)
                ]
                if not beside:
                    continue
                hit, kin = beside[0]
                reason = f"with a title, beside {kin}"
            if _is_bare_character(text, hit) and not honoured(text, hit):
                continue
            surface = text[hit.start : hit.end]
            if (
                surface.islower()
                and not hit.alias.text.islower()
                and not certain.caseless
                and surface.isascii()
            ):
                continue
            evidence = f"short name {hit.alias.text}, {reason}"
            found.append(Link(hit.start, hit.end, hit.alias.entity, "short-name", 0.95, evidence))
        return found

    def _kin_beside(self, hit: Hit, certain: Certain) -> str | None:
        return next((kin for kin in sorted(self._kin[hit.alias.entity]) if kin in certain.positions), None)

    def _misheard(self, text: str, tokens: Sequence[Token], links: list[Link]) -> list[Link]:
        certain = _certain(text, links)
        free = [True] * len(text)
        for link in links:
            free[link.start : link.end] = [False] * (link.end - link.start)
        found = []
        reasons: dict[tuple[str, bool], str | None] = {}
        for suspect in self._ear.suspects(text, tokens, free):
            key = suspect.entity, suspect.likeness < SURELY_ALIKE
            if key not in reasons:
                reasons[key] = self._document_speaks_for(suspect.entity, certain, strongly=key[1])
            if reason := reasons[key]:
                evidence = f"{suspect.reason}, {reason}"
                found.append(
                    Link(
                        suspect.start,
                        suspect.end,
                        suspect.entity,
                        "phonetic",
                        round(suspect.likeness, 3),
                        evidence,
                    )
                )
        return found

    def _document_speaks_for(self, entity_id: str, certain: Certain, *, strongly: bool) -> str | None:
        entity = self.entities[entity_id]
        if entity_id in certain.positions:
            return f"{entity.name} is named in full"
        words = [word for word in entity.context if word.lower() in certain.lowered]
        kin = sorted(self._kin[entity_id] & certain.positions.keys())
        close = [name for name in kin if self.entities[name].parent == entity_id or entity.parent == name]
        enough = bool(close or (words and certain.positions)) and not strongly
        if enough or len(words) + len(kin) >= 2:
            return f"beside {', '.join([*kin, *words][:3])}"
        return None


def _certain_hit(group: list[Hit]) -> Hit | None:
    return next((hit for hit in group if not hit.alias.short and not hit.alias.ambiguous), None)


def _certain(text: str, links: list[Link]) -> Certain:
    positions: dict[str, list[int]] = defaultdict(list)
    for link in links:
        positions[link.entity].append(link.start)
    return Certain(text.lower(), dict(positions), caseless=text == text.lower() and text != text.upper())


def _distance_back(positions: list[int], position: int) -> tuple[bool, int]:
    """Full names before the short one come first, the nearest of them foremost."""
    before = [position - other for other in positions if other <= position]
    return (False, min(before)) if before else (True, min(other - position for other in positions))


def _is_bare_character(text: str, hit: Hit) -> bool:
    return hit.end - hit.start == 1 and is_cjk(text[hit.start])


def _kin(entities: Iterable[Entity]) -> dict[str, frozenset[str]]:
    """By entity: its parent, its children, and the other children of its parent."""
    children: dict[str, set[str]] = defaultdict(set)
    parents: dict[str, str | None] = {}
    for entity in entities:
        parents[entity.id] = entity.parent
        if entity.parent:
            children[entity.parent].add(entity.id)
    return {
        name: frozenset(({parent, *children[parent]} if parent else set()) | children[name]) - {name}
        for name, parent in list(parents.items())
    }
