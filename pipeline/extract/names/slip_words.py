"""Slip words: words of a place and of a name in, whether each is near the other by what readers say out."""

from __future__ import annotations

import re

from pipeline.extract.candidates.plain_words import FIRST_NAMES
from pipeline.extract.names.phones import Reading, distance, plain_letters, readings

MUCH_OF_A_USUAL_NAME = 0.1
MUCH_OF_A_FAMILY = 0.26
MUCH_OF_A_NAME = 0.34
"""The share of a first or family name's sounds that may differ."""
SAMPLE = 5_000

_FRENCH = re.compile(r"\b(?:le|la|les|des|et|est|une|du|dans|pour|que|qui|sur)\b")
_ENGLISH = re.compile(r"\b(?:the|of|and|is|to|that|it|for|with|was)\b")


def reads_french(text: str) -> bool:
    """Whether the text is French sooner than English."""
    sample = text[:SAMPLE].lower()
    return len(_FRENCH.findall(sample)) > len(_ENGLISH.findall(sample))


def readings_of(name: str, *, french: bool) -> frozenset[Reading]:
    """How a place of a text is read: in English, and in a French text in French too."""
    return frozenset(
        one for language in {False, french} for one in readings(name, french=language, own=False)
    )


def readings_of_name(name: str, *, french: bool) -> frozenset[Reading]:
    return frozenset(one for language in {False, french} for one in readings(name, french=language, own=True))


def without_shared(
    words: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both without the word with which both end or begin: Capital, Claude."""
    if len(words) > 1 and len(theirs) > 1:
        if plain_letters(words[-1]) == plain_letters(theirs[-1]) or {words[-1], theirs[-1]} == {"IA", "AI"}:
            return words[:-1], theirs[:-1]
        if plain_letters(words[0]) == plain_letters(theirs[0]):
            return words[1:], theirs[1:]
    return words, theirs


def is_that_one(words: tuple[str, ...], theirs: tuple[str, ...], *, french: bool) -> bool:
    """Whether each word is near, of a person first and family name, and the first is no other usual one: Daniel is not Daniela."""
    if words[0].lower() in FIRST_NAMES and not is_near(
        words[0], theirs[0], MUCH_OF_A_USUAL_NAME, french=french
    ):
        return False
    return is_near(words[-1], theirs[-1], MUCH_OF_A_FAMILY, french=french) and all(
        is_near(one, other, MUCH_OF_A_NAME, french=french) for one, other in zip(words, theirs, strict=True)
    )


def is_near(one: str, other: str, much: float, *, french: bool) -> bool:
    return any(
        distance(reading, said) <= much * max(len(reading[0]), len(said[0]))
        for reading in readings_of(one, french=french)
        for said in readings_of_name(other, french=french) | readings_of(other, french=french)
        if reading[0]
        and said[0]
        and not (reading[0].startswith(said[0]) and len(reading[0]) - len(said[0]) > 1)  # Menchon, Mensch
    )
