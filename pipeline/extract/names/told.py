"""Told: the catalogue's entities in, their Latin names and how an English and a French reader say them out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.extract.names.phones import Reading, readings
from pipeline.records import Entity

_NAME = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ.&' -]+[A-Za-zÀ-ÿ]")


class Told(NamedTuple):
    """A Latin name of an entity (of nobody for one of history), and how it is said in English and otherwise in French."""

    name: str
    entity: str
    person: bool
    english: tuple[Reading, ...] = ()
    french: tuple[Reading, ...] = ()
    owned: bool = False
    """Its maker's name stands before its own."""


def told_of(entities: Iterable[Entity]) -> Iterator[Told]:
    """The catalogue's Latin names as they are said; those that are only known, and never listened for, without readings."""
    entities = tuple(entities)
    names = {entity.id: entity.name for entity in entities}
    for entity in entities:
        for name in dict.fromkeys((entity.name, *entity.aliases)):
            latin = _NAME.fullmatch(name)
            if not latin and not name.isascii():
                continue
            person = entity.type == "person"
            if not latin or (person and " " not in name) or entity.type == "law":
                yield Told(name, entity.id, person)
                continue
            english, french = (readings(name, french=one, own=not person) for one in (False, True))
            first, *more = name.replace("-", " ").split()
            owned = bool(more) and first == names.get(entity.parent or "")
            yield Told(
                name, entity.id, person, tuple(sorted(english)), tuple(sorted(french - english)), owned
            )


def is_latin_name(name: str) -> bool:
    """Whether the name is one of Latin letters."""
    return _NAME.fullmatch(name) is not None
