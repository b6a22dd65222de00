"""Homophones: Japanese speech in, words whose reading is a tracked name's out: 異論マスク for イーロン・マスク.

A Japanese recogniser that does not know a name writes words that it knows, in whatever characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from pipeline.extract.names.fold import fold_name
from pipeline.extract.names.kana import plain_kana
from pipeline.extract.names.sounds import REMEMBERED, consonants, latin_of, sound
from pipeline.extract.tokens import Token, tokenize

LEAST_SOUNDS, LEAST_CONSONANTS = 6, 3
"""What a reading must have to be taken for a name's by its consonants."""
LEAST_SPELLED = 4
"""Kana of a name that is read just so."""
LEAST_DRAWN_OUT = 6
"""Hiragana with a long mark among them from which on they may be a name: ちゃっとじーぴーてぃ."""
LEAST_READ = 3
"""Kana of a reading below which it is no name's: six sounds take three of them."""
LIKE_ENOUGH = 0.92
WORDS = 8
LONGEST = 16

_KANJI, _HIRAGANA, _KATAKANA, _LONG, _SMALL, _OTHER = (1 << place for place in range(6))
_SORTS = tuple(
    (bit, re.compile(sort))
    for bit, sort in (
        (_KANJI, "[一-鿿]"),
        (_HIRAGANA, "[ぁ-ゖ]"),
        (_KATAKANA, "[ァ-ヺ]"),
        (_LONG, "ー"),
        (_SMALL, "[\u3097-゠・ヽ-ヿ ]"),
        (_OTHER, "[^ぁ-ヿ一-鿿 ]"),
    )
)
_NAME = re.compile(r"[ァ-ヺー・]+|[一-鿿々]+")

Readings = Mapping[str, tuple[str, str, str]]
"""A name, its reading and its entity, by how it is heard or spelled."""


def sounds_of(names: Iterable[tuple[str, str]]) -> dict[str, tuple[str, str, str]]:
    """Names with their reading and entities by how they are heard, in Japanese."""
    heard: dict[str, tuple[str, str, str]] = {}
    for name, entity in names:
        if _NAME.fullmatch(name) and len(name) > 2:
            reading = name if "ァ" <= name[0] <= "ー" else "".join(word.reading for word in tokenize(name))
            if _tells(said := _heard(reading)):
                heard.setdefault(said, (name, reading, entity))
    return heard


def spellings_of(names: Iterable[tuple[str, str]]) -> dict[str, tuple[str, str, str]]:
    """Names of kana by their plain spelling."""
    spelled: dict[str, tuple[str, str, str]] = {}
    for name, entity in names:
        if len(name) >= LEAST_SPELLED and (plain := plain_kana(name)):
            spelled.setdefault(plain, (name, name, entity))
    return spelled


def homophones(
    text: str, tokens: Sequence[Token], heard: Readings, spelled: Readings
) -> Iterator[tuple[int, int, str, str]]:
    """Each place that reads like a name but is not written so: start, end, name, entity."""
    words = [word for word in tokens if word.reading]
    marks = [_written_with(word.surface) for word in words]
    for index, first in enumerate(words):
        if marks[index] & _OTHER:
            continue
        reading, written_with, before = "", 0, first.start
        for place in range(index, min(index + WORDS, len(words))):
            last = words[place]
            written_with |= marks[place]
            if last.start > before:
                written_with |= _written_with(text[before : last.start])
            if written_with & _OTHER or last.end - first.start > LONGEST:
                break
            before = last.end
            reading += last.reading
            mixed = written_with & _KATAKANA and written_with & (_HIRAGANA | _KANJI)
            drawn_out = written_with == _HIRAGANA | _LONG and last.end - first.start >= LEAST_DRAWN_OUT
            found = spelled.get(plain_kana(reading)) if mixed or drawn_out else None
            if not found and written_with & _KANJI and len(reading) >= LEAST_READ:
                found = heard.get(_heard(reading))
            if (
                found
                and fold_name(found[0]) != fold_name(text[first.start : last.end])
                and _reads_alike(reading, found[1])
            ):
                yield first.start, last.end, found[0], found[2]


@lru_cache(maxsize=REMEMBERED)
def _written_with(surface: str) -> int:
    """The sorts of characters of a piece of text, one bit each."""
    return sum(bit for bit, sort in _SORTS if sort.search(surface))


@lru_cache(maxsize=REMEMBERED)
def _heard(reading: str) -> str:
    return sound(fold_name(reading))


def _reads_alike(reading: str, other: str) -> bool:
    """Whether the vowels are nearly the same too."""
    return JaroWinkler.similarity(latin_of(fold_name(reading)), latin_of(fold_name(other))) >= LIKE_ENOUGH


def _tells(said: str) -> bool:
    return len(said) >= LEAST_SOUNDS and consonants(said) >= LEAST_CONSONANTS
