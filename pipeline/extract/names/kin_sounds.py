"""Kin sounds: a catalogue in, how the own words of each entity's makers and makings sound out; asked for one entity after the other.

An own word is the one word of a name that tells it from the maker's other things: the Neo of 1X Neo.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from pipeline.extract.candidates.word_lists import words_in
from pipeline.extract.names.fold import is_katakana
from pipeline.extract.names.phonemes import phonemes, readings_of_bones
from pipeline.records import Entity

MADE = ("model", "product", "hardware", "project")
MOST_RELATIVES = 400
LEAST_KANA = 2
LEAST_FAMILY = 3
"""Kana of a family name by which somebody is known."""

_WORD = re.compile(r"[A-Za-z]{3,}")
_KIND = words_in(
    """
    ai labs lab robot robots humanoid browser chatbot assistant app agent agents model models chip platform technologies technology
    robotics inc energy systems capital ventures group corporation the
    """
)
_NO_NAME = words_in("pro plus max mini nano ultra lite flash large medium small turbo preview team business")

ByBones = Mapping[str, list[tuple[str, str, str]]]
"""By their consonants: the sounds of a word, the entity, its name."""
_Told = tuple[str, str, str]


class KinSounds:
    """The own words of a catalogue's entities; each entity's relatives are read once."""

    def __init__(
        self, kin: Mapping[str, frozenset[str]], catalogue: Mapping[str, Entity], famous: Collection[str]
    ) -> None:
        self._kin, self._catalogue, self._famous = kin, catalogue, famous
        self._of: dict[str, ByBones] = {}

    def of(self, one: str) -> ByBones:
        """The own words of what the entity makes or is made by."""
        if one not in self._of:
            self._of[one] = _by_bones(self._relatives_of(one))
        return self._of[one]

    @cached_property
    def famous(self) -> ByBones:
        """The family names in katakana of those whom everybody knows: ベゾス."""
        return _by_bones(told for one in self._famous for told in _families(self._catalogue[one]))

    def _relatives_of(self, one: str) -> Iterator[_Told]:
        parent = self._catalogue[one].parent
        for other in sorted(self._kin[one])[:MOST_RELATIVES]:
            relative = self._catalogue[other]
            close = relative.parent == one or parent == other
            if close and relative.type in (*MADE, "organization"):
                yield from _own_words(relative, self._catalogue.get(relative.parent or ""))


def _by_bones(told: Iterator[_Told]) -> ByBones:
    found: dict[str, list[_Told]] = defaultdict(list)
    for one in told:
        for key in readings_of_bones(one[0]):
            if one not in found[key]:
                found[key].append(one)
    return dict(found)


def _own_words(entity: Entity, maker: Entity | None) -> Iterator[_Told]:
    """The one word by which an entity's Latin names tell it from its maker's other things, in sounds."""
    makers = {word.lower() for word in _WORD.findall(maker.name)} if maker else set()
    for name in (entity.name, *entity.aliases):
        words = [word for word in name.split() if word.lower() not in makers and word.lower() not in _KIND]
        if len(words) != 1 or not _WORD.fullmatch(words[0]) or words[0].lower() in _NO_NAME:
            continue
        if len(words[0]) == len(name) or name == entity.name:
            yield phonemes(words[0]), entity.id, name
    for name in entity.aliases:
        if len(name) >= LEAST_KANA and all(map(is_katakana, name)):
            yield phonemes(name), entity.id, name


def _families(person: Entity) -> Iterator[_Told]:
    for name in (*person.aliases, *person.short):
        family = name.rpartition("・")[2]
        if len(family) >= LEAST_FAMILY and all(map(is_katakana, family)):
            yield phonemes(family), person.id, name
