"""Kinship: the catalogue's entities in, who belongs to whom and how big a name each is out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from pipeline.records import Entity

PROMINENT = 2
"""Weight from which on an entity is so big a name that its plain word, among names of the industry, means it."""
PERSONS_WEIGHT, PERSONS_AT_MOST = 0.4, 1.6


def kin_of(entities: Iterable[Entity]) -> dict[str, frozenset[str]]:
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


def prominent(entities: Mapping[str, Entity], kin: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The big names, by what belongs to them; people count little, every start-up has some."""
    persons = frozenset(name for name, entity in entities.items() if entity.type == "person")
    return frozenset(name for name in entities if _weight(kin[name] & entities.keys(), persons) >= PROMINENT)


def _weight(kin: Set[str], persons: frozenset[str]) -> float:
    people = len(kin & persons)
    return len(kin) - people + min(people * PERSONS_WEIGHT, PERSONS_AT_MOST)
