"""Catalogue sounds: the catalogue's entities in, how their names sound and are spelled in kana out, as plain data to keep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

import msgspec

from pipeline.extract.names.fold import fold_name, is_katakana
from pipeline.extract.names.homophones import spellings_of
from pipeline.extract.names.likeness import LONG_SOUNDS, without_one
from pipeline.extract.names.said import said_forms
from pipeline.extract.names.sounds import sound
from pipeline.extract.names.windows import LEAST_KANA, LEAST_LETTERS
from pipeline.records import Entity

LEAST_SOUNDS = 5
"""What a transcription must have for its being equal to say much by itself."""
LEAST_FAMILY = 4
"""Letters of a family's name whose spelled-out versions are listened for."""
LONG_WORD = 7
"""Letters of a name that is a plain word too, from which on another spelling of it is no other word."""


class Sounds(msgspec.Struct, frozen=True):
    """What misheard words are compared with."""

    names: dict[str, list[tuple[str, str]]]
    """By sound, the forms that have it, with their entities."""
    near: dict[str, list[str]]
    """Sounds by what is left of them without one."""
    kana: dict[str, list[tuple[str, str]]]
    """Forms of katakana with their entities, by their first letter."""
    known: set[str]
    """All forms: they are not misheard."""
    in_parts: set[str]
    """Forms of several words."""
    versions: set[str]
    """Forms of models' versions."""
    read: list[tuple[str, str]]
    """Names that Japanese speech may be read like, with their entities."""
    spelled: dict[str, tuple[str, str, str]]
    """Names of kana by their plain spelling."""


def sounds_of_catalogue(entities: Collection[Entity], kin: Mapping[str, Collection[str]]) -> Sounds:
    """The sounds of all names for which something could ever speak."""
    names: dict[str, list[tuple[str, str]]] = defaultdict(list)  # by sound: form and entity
    kana: dict[str, list[tuple[str, str]]] = defaultdict(list)  # by first letter
    near: dict[str, list[str]] = defaultdict(list)  # sounds by what is left of them without one
    known: set[str] = set()
    read = [
        (name, entity.id)
        for entity in entities
        for name in entity.aliases
        if name not in entity.ambiguous and (entity.type == "person" or is_kana_name(name))
    ]
    spelled = spellings_of(
        (name, entity.id)
        for entity in entities
        for name in (*entity.aliases, *entity.short)
        if name not in entity.ambiguous or len(name) >= LONG_WORD
    )
    in_parts: set[str] = set()
    versions: set[str] = set()
    for entity in entities:
        family = entity.name.partition(" ")[0]
        said = said_forms(entity.name) if entity.type == "model" and len(family) >= LEAST_FAMILY else ()
        for name in (entity.name, *entity.aliases, *(one for one in said if one.isascii())):
            form = fold_name(name)
            known.add(form)
            if not (kin[entity.id] or entity.context or (entity.type == "person" and " " in name)):
                continue  # nothing could ever speak for it
            if name in entity.ambiguous and len(form) < LONG_WORD:
                continue
            if is_kana_name(form) and len(form) >= LEAST_KANA:
                kana[form[0]].append((form, entity.id))
            if " " in name:
                in_parts.add(form)
                if entity.type == "model":
                    versions.add(form)
            heard = sound(form) if len(form) >= (LEAST_LETTERS if form.isascii() else LEAST_KANA) else ""
            if heard and len(heard) >= LEAST_SOUNDS:
                names[heard].append((form, entity.id))
    for heard in names:
        if len(heard) >= LONG_SOUNDS:
            for less in without_one(heard):
                near[less].append(heard)
    return Sounds(dict(names), dict(near), dict(kana), known, in_parts, versions, read, spelled)


def is_kana_name(name: str) -> bool:
    """Whether it is katakana throughout."""
    return all(is_katakana(one) or one in "・ " for one in name)
