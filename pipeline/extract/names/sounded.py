"""Sounded: the catalogue's entities in, their names in sounds out, from katakana and from what a reader makes of Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.extract.candidates.plain_words import dictionary
from pipeline.extract.candidates.word_lists import words_in
from pipeline.extract.names.apart import size
from pipeline.extract.names.eastern import in_chinese, in_korean
from pipeline.extract.names.phonemes import in_french, phonemes
from pipeline.records import Entity

LEAST_SIZE = 3.0

JOINT = re.compile(r"[・･=＝ 　\u00a0-]+")
INITIALS = re.compile(r"(?: AI|(?<=[a-zァ-ヺー])AI|\.ai|(?<=[ァ-ヺー]{2})・?エ[ーイ]アイ)\Z")
_SILENT_G = re.compile(r"(?<=[aeiou])ng(?![aeiourl])")
"""What English hardly says and katakana writes out."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LATIN_NAME = re.compile(r"[A-ZÀ-Ýa-zà-ÿŁłŠšŽž][A-Za-zÀ-ÿŁłŠšŽž'’.]*(?:[ -][A-Za-zÀ-ÿŁłŠšŽž'’.]+)*")
_LETTERS_ALONE = re.compile(r"\b[A-Z]{2,}\b")
_KANA_NAME = re.compile(r"[ァ-ヺー]+(?:[・ ][ァ-ヺー]+)*")
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
    electronics holdings corporation computing software solutions pharma pharmaceuticals biosciences motors
    """
)
_LEFT_OUT = words_in(
    """
    ventures venture partners technologies technology energy research power systems therapeutics semiconductor group industries electronics
    holdings corporation computing software solutions pharma pharmaceuticals biosciences motors
    """
)
"""Those of them without which a firm is still itself; Cloud, Robotics or AI behind a name is often one that another owns."""
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
    whole: str
    """Its parts in one."""


def all_names(entities: Iterable[Entity]) -> Iterator[Name]:
    """The names of those that texts call by name, laws left out."""
    for entity in entities:
        if entity.type in _TYPES:
            yield from _names_of(entity)


def _names_of(entity: Entity) -> Iterator[Name]:
    ambiguous = set(entity.ambiguous)
    texts = dict.fromkeys((entity.name, *entity.aliases))
    has_kana = any(_KANA_NAME.fullmatch(text) for text in texts)
    for text in texts:
        plain = text in ambiguous
        bare = INITIALS.sub("", text)
        if _KANA_NAME.fullmatch(bare):
            parts = tuple(phonemes(part) for part in JOINT.split(bare))
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
                readings.append(in_korean(words))
            if any(chinese := [in_chinese(word) for word in words]) and (
                entity.type != "person" or all(chinese)
            ):
                readings.append(tuple(one or other for one, other in zip(chinese, said, strict=True)))
            yield from _name(entity, text, readings, generic, latin=True, plain=plain, initials=bare != text)
            own = next((at for at, word in enumerate(generic) if word), len(words))
            left_out = [word.lower() for word in words[own:]]
            if entity.type == "organization" and own and left_out and _LEFT_OUT.issuperset(left_out):
                word = own == 1 and words[0].lower() in dictionary()  # Constellation, of Constellation Energy
                heads = [parts[:own] for parts in readings]
                yield from _name(
                    entity, text, heads, (False,) * own, latin=True, plain=plain or word, initials=False
                )


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
    least = LEAST_SIZE if latin and not initials else LEAST_SIZE - 1
    for parts in dict.fromkeys(readings):
        if parts and all(parts) and sum(map(size, parts)) >= least:
            own = sum(size(part) for part, word in zip(parts, generic, strict=True) if not word)
            yield Name(
                entity.id, text, parts, latin, plain, own, generic[: len(parts)], initials, "".join(parts)
            )
