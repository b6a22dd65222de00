"""Versions in kana: クラウド3.5ソネット, オーパス4.5, トレイニウム2 in, the version of the catalogue that is meant out.

A recogniser writes the family's name as a word that it knows (クラウド for クロード), and people leave it away. The number and the
size's name say by themselves which version it is, where the catalogue has one such and the document names its family or maker.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.extract.names.apart import apart, size
from pipeline.extract.names.fold import is_katakana
from pipeline.extract.names.phonemes import REMEMBERED, phonemes
from pipeline.records import Entity

SIZES = {
    "ミニ": "mini", "ナノ": "nano", "プロ": "pro", "マックス": "max", "ウルトラ": "ultra", "フラッシュ": "flash", "ターボ": "turbo",
    "ライト": "lite", "ソネット": "sonnet", "オーパス": "opus", "オパス": "opus", "ハイク": "haiku", "ラージ": "large",
    "ミディアム": "medium", "スモール": "small",
}  # fmt: skip
NEARLY = 0.09
"""Share of a family's name that may differ: クラウド and クロード."""
MOST_ABOVE = 3

_SIZE = "|".join(SIZES)
_VERSION = re.compile(
    rf"(?<![ァ-ヺー・])(?P<family>[ァ-ヺ][ァ-ヺー]{{2,11}}?)?[・ ]?(?P<before>{_SIZE})?[・ ]?(?P<number>\d{{1,3}}(?:\.\d)?)(?:[・ ]?(?P<behind>{_SIZE})(?![ァ-ヺー]))?"
    r"(?![\d.,]*\d)(?!\s?(?:[年月日時分秒人社件億万兆倍割つ個台本円章位歳回種番冊編丁号強大者都県点部枚行字期世代層株基曲世番%％]|カ[月国所]|[ァ-ヺ]))"
)
_NAME = re.compile(
    r"(?P<words>(?:[A-Z][A-Za-z]+ )*?)(?P<family>[A-Z][a-z]{2,})(?P<before>(?: [A-Z][a-z]+)?)[ -]?(?P<number>\d{1,3}(?:\.\d)?)(?P<behind>(?: [A-Z][a-z]+)?)"
)


class Version(NamedTuple):
    """A version at [start, end), its family, and what the document must name for it: its family or its makers."""

    start: int
    end: int
    entity: str
    family: str
    witnesses: tuple[str, ...]
    reason: str


class KanaVersions:
    """The versions of a catalogue's models, products and chips by family, number and size."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        made = [one for one in entities.values() if one.type in ("model", "product", "hardware")]
        families = {alias.lower(): entity for entity in made for alias in entity.aliases}
        families |= {entity.name.lower(): entity for entity in made}  # the name wins
        self._entities = entities
        self._families: dict[str, list[str]] = defaultdict(list)
        self._known: dict[tuple[str, str, str], str] = {}
        self._alone: dict[tuple[str, str], set[str]] = defaultdict(set)
        for entity in made:
            for text in (entity.name, *entity.aliases):
                found = _NAME.fullmatch(text)
                if not found or not (named := families.get(found["family"].lower())):
                    continue
                told = (found["before"] + found["behind"]).strip().lower()
                if told and told not in SIZES.values():
                    continue
                self._known.setdefault((named.id, found["number"], told), entity.id)
                if told:
                    self._alone[found["number"], told].add(entity.id)
        self._like = lru_cache(REMEMBERED)(self._families_like)
        for family in {family for family, _, _ in self._known}:
            for alias in entities[family].aliases:
                if all(map(is_katakana, alias)) and (sounds := phonemes(alias)):
                    self._families[sounds].append(family)

    def find(self, text: str, free: Sequence[bool]) -> Iterator[Version]:
        for found in _VERSION.finditer(text):
            start, end = found.span()
            if not (found["family"] or found["before"]) or not all(free[start:end]):
                continue
            called, number = found["family"], found["number"]
            told = SIZES.get(found["before"] or found["behind"] or "", "")
            if called and called in SIZES and not told:
                called, told = "", SIZES[called]  # オーパス4.5
            if called:
                names = {
                    entity: family
                    for family in self._like(called)
                    if (entity := self._known.get((family, number, told)))
                }
            else:
                names = dict.fromkeys(self._alone.get((number, told), ()), "")
            if len(names) == 1:
                ((entity, family),) = names.items()
                reason = f"is said like {self._entities[entity].name}"
                yield Version(start, end, entity, family, self._above(entity), reason)

    def _families_like(self, kana: str) -> tuple[str, ...]:
        sounds = phonemes(kana)
        return tuple(
            family
            for other, families in self._families.items()
            if sounds == other or apart(sounds, other, size(other) * NEARLY) <= size(other) * NEARLY
            for family in families
        )

    def _above(self, name: str) -> tuple[str, ...]:
        line: list[str] = []
        above = self._entities[name].parent
        while above and len(line) < MOST_ABOVE:
            line.append(above)
            above = self._entities[above].parent
        return tuple(line)
