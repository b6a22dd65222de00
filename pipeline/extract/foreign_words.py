"""Foreign words: a word in katakana in, its most usual spelling in Latin letters out; a Japanese one stays in katakana.

Loan words of which names are made are known; what else is foreign is spelled as such words are (back_spelling.py). Hepburn
would keep the vowels that katakana must add.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import Final

from pipeline.extract.back_spelling import VERY_FREQUENT, back_spelled, english_word
from pipeline.extract.candidates.plain_words import FIRST_NAMES
from pipeline.extract.given_names import FAMILIES, GIVEN
from pipeline.extract.kana_origin import is_foreign
from pipeline.extract.loan_words import in_english, is_loan_word
from pipeline.extract.names.apart import apart, size
from pipeline.extract.names.phonemes import LATIN_VOWELS, VOWELS, phonemes
from pipeline.extract.tokens import usual_form, words_of

ALIKE: Final = 0.13
"""Distance up to which a first name is the usual one, as a share of its size."""

LEAST: Final = 3
"""Kana of a word that is looked for in a run of several."""
_NATIVE: Final = re.compile(r"[ぁ-ゖ一-鿿々]")
_MERGED: Final = {ord(one): None for one in VOWELS + LATIN_VOWELS + "VLhywj"} | {
    ord(one): ord(other) for one, other in zip("PXGTqz", "sCJtks", strict=True)
}
_HIRAGANA: Final = {letter: letter - 0x60 for letter in range(ord("ァ"), ord("ヶ"))}
_KANA: Final = re.compile(r"[ァ-ヺー]+")


@lru_cache(maxsize=20_000)
def foreign_spelling(run: str) -> str:
    """A run of katakana as English would spell it, its words apart, or the run itself where it is Japanese or may be."""
    pieces = words_of(run)
    if len(pieces) > 1 and all(english := [_known(piece) for piece in pieces]):
        return " ".join(filter(None, english))
    return " ".join(_one_word(part) if _KANA.fullmatch(part) else part for part in in_english(run).split(" "))


def first_name(kana: str) -> str | None:
    """The usual English or French first name that sounds like this."""
    if kana in GIVEN:
        return GIVEN[kana]
    sounds = phonemes(kana)
    alike = [
        (share, name)
        for name, said in _first_names().get(_skeleton(sounds), ())
        if _ends_alike(kana, name)
        and (share := apart(sounds, said, size(sounds)) / max(size(sounds), 1.0)) <= ALIKE
    ]
    return min(alike)[1] if alike else None


@cache
def _first_names() -> dict[str, list[tuple[str, str]]]:
    """The usual first names and their sounds, by their consonants."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in sorted(FIRST_NAMES):
        sounds = phonemes(name)
        found[_skeleton(sounds)].append((name, sounds))
    return dict(found)


def family_name(kana: str) -> str:
    """A family name behind a first name, spelled as it is usually or as it sounds."""
    if kana in FAMILIES:
        return FAMILIES[kana]
    if not _KANA.fullmatch(kana) or is_loan_word(kana):
        return foreign_spelling(kana)
    return back_spelled(kana)


def _known(piece: str) -> str | None:
    if is_loan_word(piece):
        return in_english(piece)
    usual = usual_form(piece)
    if _NATIVE.search(usual):
        return piece
    return english_word(piece, VERY_FREQUENT) or None if usual and len(piece) >= LEAST else None


def _one_word(word: str) -> str:
    usual = usual_form(word)
    if _NATIVE.search(usual) or (len(word) >= LEAST and _NATIVE.search(usual_form(_in_hiragana(word)))):
        return word  # カワセミ
    if not is_foreign(word):
        return word
    return (usual and english_word(word)) or back_spelled(word) or word


def _in_hiragana(word: str) -> str:
    """The word as a dictionary of Japanese words would have it, which knows fewer of them in katakana."""
    return word.translate(_HIRAGANA) if "ー" not in word else ""


def _ends_alike(kana: str, spelled: str) -> bool:
    """Whether neither has an r at its end, or a v, that the other has not."""
    return (spelled[-1] != "r" or kana[-1] in "ーア") and ("ヴ" not in kana or "v" in spelled)


def _skeleton(sounds: str) -> str:
    """The consonants, voiced and unvoiced apart, but for those that katakana does not tell apart."""
    return sounds.translate(_MERGED)
