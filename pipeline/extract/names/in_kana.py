"""In kana: a name in katakana that no alias explains in, the entities of the catalogue that it may be, by sound, out.

What stands in the catalogue in katakana is compared with that, and what stands there in Latin letters with how an English, a
French and a Japanese reader would say it: ミラ・モラティ is ミラ・ムラティ, ムービー・ジャン is Movie Gen.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from pipeline.extract.candidates.word_lists import words_in
from pipeline.extract.names.apart import apart, size
from pipeline.extract.names.kept import Keep, make_anew
from pipeline.extract.names.phonemes import REMEMBERED, bones, in_french, phonemes, readings_of_bones
from pipeline.records import Entity

FARTHEST = 0.17
"""Distance, as a share of a name's size, up to which it may be meant at all."""
FARTHEST_PART, FARTHEST_SHORT_PART, SHORT_PART = 0.2, 0.1, 2.6
"""The same of each part of a name, and of a part so short that one sound makes it another name."""
WORTH_OF_INITIALS = 1.5
SAME_INITIALS = 0.05
"""What AI behind both is worth."""
NOT_ALIKE = 99.0
LEAST_SIZE = 3.0
LEAST_BONES = 1
LONG_BONES = 4
"""Consonants from which on one may be another, or be missing."""
RATHER_KANA = 0.03
"""What a name that stands in the catalogue in katakana may be farther off than its Latin letters, whose sounds are a guess."""
RIVALS = 0.1
"""Distance within which another entity is nearly as likely."""

_JOINT = re.compile(r"[・･=＝ 　\u00a0-]+")
_SILENT_G = re.compile(r"(?<=[aeiou])ng(?![aeiourl])")
"""What English hardly says and katakana writes out."""
_LATIN_SOUNDS = re.compile(r"[AEIOUQZVLPXGj]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LATIN_NAME = re.compile(r"[A-ZÀ-Ýa-zà-ÿŁłŠšŽž][A-Za-zÀ-ÿŁłŠšŽž'’.]*(?:[ -][A-Za-zÀ-ÿŁłŠšŽž'’.]+)*")
_LETTERS_ALONE = re.compile(r"\b[A-Z]{2,}\b")
_KANA_NAME = re.compile(r"[ァ-ヺー]+(?:[・ ][ァ-ヺー]+)*")
_INITIALS = re.compile(r"(?: AI|(?<=[a-zァ-ヺー])AI|\.ai|(?<=[ァ-ヺー]{2})・?エ[ーイ]アイ)\Z")
_SPELLED_OUT = re.compile(r"(?=.*\d)(?=.*[A-Z])[A-Z\d]{2,4}")
_READ_OUT = (
    "A=エー B=ビー C=シー D=ディー E=イー F=エフ G=ジー H=エイチ I=アイ J=ジェイ K=ケー L=エル M=エム N=エヌ O=オー P=ピー Q=キュー R=アール S=エス T=ティー U=ユー"
    " V=ブイ W=ダブリュー X=エックス Y=ワイ Z=ゼット 0=ゼロ 1=ワン 2=ツー 3=スリー 4=フォー 5=ファイブ 6=シックス 7=セブン 8=エイト 9=ナイン"
)
LETTERS: dict[str, str] = dict(re.findall(r"(\w)=(\S+)", _READ_OUT))
"""How letters and digits are read out: 1X is ワンエックス."""
_GENERIC = words_in(
    """
    capital ventures venture partners labs lab ai systems technologies technology energy data group robotics networks research
    power cloud fund project machines center centers therapeutics semiconductor international industries media digital
    electronics
    """
)
_TYPES = frozenset(("organization", "person", "model", "product", "hardware", "project"))


class Name(NamedTuple):
    """A name of an entity, its parts in sounds."""

    entity: str
    text: str
    parts: tuple[str, ...]
    latin: bool
    plain: bool
    """It is a word too, or another name."""
    own: float
    """How much of it is its own, and no Capital or Labs."""
    generic: tuple[bool, ...]
    """Of each part whether it is such a word."""
    initials: bool
    """Whether AI stands behind it, which the sounds leave out."""


class Heard(NamedTuple):
    """An entity that a name in katakana may be; distance as a share of the name's size."""

    entity: str
    name: Name
    share: float
    size: float
    initials: bool
    """Whether both have AI behind them."""
    last: float
    """The distance of its last part alone, a family name; from the catalogue's katakana where that has it."""


class KanaNames:
    """The sounds of a catalogue's names, ready to be compared with names in katakana."""

    def __init__(self, entities: Collection[Entity], keep: Keep = make_anew) -> None:
        self._exactly: dict[str, list[Name]] = defaultdict(list)  # by their consonants
        self._nearly: dict[str, list[Name]] = defaultdict(list)  # by their consonants without one
        persons = {entity.id for entity in entities if entity.type == "person"}
        self._parts: dict[
            tuple[str, int], list[dict[str, None]]
        ] = {}  # each part of an entity's names, however written
        for name in keep("kana", list[Name], lambda: list(_all_names(entities))):
            whole = "".join(name.parts)
            known = self._parts.setdefault((name.entity, len(name.parts)), [{} for _ in name.parts])
            for part, sounds in zip(known, name.parts, strict=True):
                part[sounds] = None
            for key in set(readings_of_bones(whole)):
                if len(key) >= LEAST_BONES:
                    self._exactly[key].append(name)
                if len(key) >= LONG_BONES:
                    for less in set(_without_one(key)):
                        self._nearly[less].append(name)
        self._persons = frozenset(persons)
        self.heard = lru_cache(REMEMBERED)(self._hear)

    def _hear(self, surface: str) -> tuple[Heard, ...]:
        """The entities that the name may be, the likeliest first; all within RIVALS of it."""
        bare = _INITIALS.sub("", surface)
        parts = tuple(phonemes(part) for part in _JOINT.split(bare) if part)
        whole = "".join(parts)
        if not all(parts) or size(whole) < LEAST_SIZE - 1:
            return ()
        key = bones(whole)
        near = {
            (*name.parts, name.entity): name
            for one in (key, key.removesuffix("s"))  # コアウィーブス
            for name in self._exactly.get(one, ())
        }
        if len(key) >= LONG_BONES:
            without = set(_without_one(key))
            lists = [self._nearly.get(key, ()), *(self._exactly.get(less, ()) for less in without)]
            lists += [self._nearly.get(less, ()) for less in without]
            near |= {(*name.parts, name.entity): name for names in lists for name in names}
        best: dict[str, Heard] = {}
        for name in near.values():
            heard = self._compare(parts, whole, name, bare != surface)
            if heard and (name.entity not in best or _rank(heard) < _rank(best[name.entity])):
                best[name.entity] = heard
        likely = sorted(best.values(), key=lambda one: one.share - (SAME_INITIALS if one.initials else 0))
        return tuple(one for one in likely if one.share <= likely[0].share + RIVALS)[:4]

    def _compare(self, parts: tuple[str, ...], whole: str, name: Name, initials: bool) -> Heard | None:
        if len(parts) > 1 and len(name.parts) == len(parts):
            total = last = 0.0
            known = self._parts[name.entity, len(parts)]
            for mine, alternatives, generic in zip(parts, known, name.generic, strict=True):
                last = min(_part_apart(mine, theirs) for theirs in alternatives)
                if last == NOT_ALIKE:
                    return None
                total += 0 if generic else last
            in_kana = [theirs for theirs in known[-1] if theirs.islower() or not _LATIN_SOUNDS.search(theirs)]
            last = min((apart(parts[-1], theirs, NOT_ALIKE) for theirs in in_kana), default=last)
        elif name.entity in self._persons and len(parts) > 1:
            return None
        else:
            theirs = "".join(name.parts)
            total = last = apart(whole, theirs, name.own * FARTHEST)
        share = total / max(name.own, 0.1)
        if share > FARTHEST:
            return None
        both = initials and name.initials
        much = sum(map(size, name.parts)) + (WORTH_OF_INITIALS if both else 0)
        return Heard(name.entity, name, share, much, both, last)


def _part_apart(mine: str, theirs: str) -> float:
    much = size(theirs)
    most = much * (FARTHEST_SHORT_PART if much < SHORT_PART else FARTHEST_PART)
    distance = apart(mine, theirs, most)
    return distance if distance <= most + 1e-9 else NOT_ALIKE


def _rank(heard: Heard) -> float:
    return heard.share + (RATHER_KANA if heard.name.latin else 0)


def _all_names(entities: Iterable[Entity]) -> Iterator[Name]:
    for entity in entities:
        if entity.type in _TYPES:
            yield from _names_of(entity)


def _names_of(entity: Entity) -> Iterator[Name]:
    ambiguous = set(entity.ambiguous)
    texts = dict.fromkeys((entity.name, *entity.aliases))
    has_kana = any(_KANA_NAME.fullmatch(text) for text in texts)
    for text in texts:
        plain = text in ambiguous
        bare = _INITIALS.sub("", text)
        if _KANA_NAME.fullmatch(bare):
            parts = tuple(phonemes(part) for part in _JOINT.split(bare))
            yield from _name(
                entity, text, [parts], (False,) * len(parts), latin=False, plain=plain, initials=bare != text
            )
        elif entity.type == "organization" and _SPELLED_OUT.fullmatch(text):
            said_out = "".join(LETTERS[one] for one in text)
            yield from _name(
                entity, text, [(phonemes(said_out),)], (False,), latin=False, plain=plain, initials=False
            )
        elif _LATIN_NAME.fullmatch(bare) and not _LETTERS_ALONE.search(bare):
            words = [word for word in bare.split(" ") if word.strip(".")]
            said = ["".join(phonemes(piece) for piece in _CAMEL.split(word)) for word in words]
            generic = tuple(word.lower() in _GENERIC for word in words)
            readings = [tuple(said)]
            if any(_SILENT_G.search(word) for word in words):  # ラングチェーン
                hard = [_SILENT_G.sub("ngu", word) for word in words]
                readings.append(
                    tuple("".join(phonemes(piece) for piece in _CAMEL.split(word)) for word in hard)
                )
            if entity.type == "person" and not has_kana:
                readings.append(tuple(in_french(word) or one for word, one in zip(words, said, strict=True)))
            yield from _name(entity, text, readings, generic, latin=True, plain=plain, initials=bare != text)


def _name(
    entity: Entity,
    text: str,
    readings: Iterable[tuple[str, ...]],
    generic: tuple[bool, ...],
    *,
    latin: bool,
    plain: bool,
    initials: bool,
) -> Iterator[Name]:
    for parts in dict.fromkeys(readings):
        if all(parts) and sum(map(size, parts)) >= (LEAST_SIZE if latin else LEAST_SIZE - 1):
            own = sum(size(part) for part, word in zip(parts, generic, strict=True) if not word)
            yield Name(entity.id, text, parts, latin, plain, own, generic, initials)


def _without_one(key: str) -> Iterator[str]:
    for place in range(len(key)):
        yield key[:place] + key[place + 1 :]
