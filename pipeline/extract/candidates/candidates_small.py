"""Names in small letters: a text in English or French in, sightings of brands and of names in transcripts without capitals out.

Only words around it say that a small word is a name: a model called clover, otterbox is an app; and its end: quince.ai.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pipeline.extract.candidates.cues_latin import DESCRIBERS
from pipeline.extract.candidates.plain_words import GENERIC, OPENERS, dictionary, gazetteer
from pipeline.extract.candidates.sightings import Cue, Sighting
from pipeline.extract.candidates.words_around import words_before, words_behind

MOSTLY_SMALL: Final = 0.015
"""Capitals among the letters under which a text has none to go by: a speech recogniser's, a chat's."""

_CALLED: Final = re.compile(
    r"(?<!so )(?<!so-)\b(?:called|named|dubbed|appelée?|nommée?|baptisée?|surnommée?)[ ](?P<name>[^\W\d_]{3,20}(?:[ ][^\W\d_]{3,20})?)"
)
_BRAND: Final = re.compile(r"(?<![\w@/.’'-])[a-z][a-z0-9]{4,19}(?=(?: is| est|,) (?:an?|une?) )")
_DOTTED: Final = re.compile(r"(?<![\w@/.-])[a-zA-Z][a-zA-Z0-9-]{2,24}\.(?:ai|io)\b(?![/.@\w])")


def small_sightings(text: str) -> Iterator[Sighting]:
    """The sightings, those of each sort in the order of the text."""
    for match in _DOTTED.finditer(text):
        start, end = match.span()
        cues = [*words_before(text, start), *words_behind(text, end, known=False)]
        yield Sighting(start, end, [Cue("name", 0.5, "a name that is a domain"), *cues])
    for match in _BRAND.finditer(text):
        start, end = match.span()
        if match.group() not in dictionary() and match.group() not in DESCRIBERS:
            cues = [cue for cue in words_behind(text, end, known=False) if cue.weight >= 0.5]
            if cues:
                yield Sighting(start, end, [Cue("name", 0.3, "a small word that no dictionary holds"), *cues])
    if _has_few_capitals(text):
        for match in _CALLED.finditer(text):
            start = match.start("name")
            if end := _end_of_name(match["name"]):
                yield Sighting(start, start + end, list(words_before(text, start)))


def _has_few_capitals(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return sum(map(str.isupper, text)) < MOSTLY_SMALL * letters


def _end_of_name(words: str) -> int:
    """How many letters of these one or two words are a name: up to the first that is none."""
    end = 0
    for word in words.split(" "):
        if word in OPENERS or word in GENERIC or word in gazetteer() or word in DESCRIBERS:
            break
        end += len(word) + (end > 0)
    return end
