"""Determiners in English and French: where a capitalised name stands in a text in, how much the word before it takes from its capital out.

Who or what has a name of its own takes no *a*, and a firm no *the*: a Confidence Interval, the Bundesliga. But what a noun goes
on from may (a Novalys engineer, the Novalys deal), initials (the FTC) and models of machines (an H100, a MacBook).
"""

from __future__ import annotations

import re
from typing import Final

from pipeline.extract.candidates.cues_latin import ACTS, PREDICATES, SAYS
from pipeline.extract.candidates.plain_words import OPENERS
from pipeline.extract.candidates.word_lists import words_in

INDEFINITE: Final = 0.4
"""What is left of a capital's weight behind a, un, no, each."""
DEFINITE: Final = 0.7
"""The same behind the, of one word, or of several that are all of the dictionary."""
OWNED: Final = 0.6
"""The same behind our, its, of words that are all of the dictionary."""

_BEFORE: Final = re.compile(r"(?<![\w’'-])([A-Za-zà-ÿ]{1,7})[ \u00a0]\Z")
_BEHIND: Final = re.compile(r"[ \u00a0]([a-zà-ÿ]{2,})")
_ANY: Final = words_in("an un une no each every any another chaque aucun aucune quelque")
_ANY_ENGLISH: Final = words_in("a an no each every any another")
_SOMEBODYS: Final = words_in("its our my your his her their notre votre mon ma mes nos vos leur leurs")
_CAPITALS_INSIDE: Final = re.compile(r".*(?:[a-zà-ÿ][A-ZÀ-Þ]|\d)")
_NOT_NOUNS: Final = OPENERS | ACTS | PREDICATES | SAYS


def left_of_capital(text: str, start: int, end: int, *, words: int, known: bool, french: bool) -> float:
    """A factor, 1 where nothing speaks against a name. `words` of it, `known`: a dictionary holds all of them."""
    match = _BEFORE.search(text, max(0, start - 10), start)
    if not match:
        return 1.0
    before, surface = match[1].lower(), text[start:end]
    told = surface.isupper() or bool(_CAPITALS_INSIDE.match(surface))
    if before in _ANY or (before == "a" and not french):
        return 1.0 if told or (before in _ANY_ENGLISH and _goes_on(text, end)) else INDEFINITE
    if before in _SOMEBODYS:
        return OWNED if known else 1.0
    if before != "the" or _goes_on(text, end):
        return 1.0
    return DEFINITE if (known if words > 1 else not told and not known) else 1.0


def _goes_on(text: str, end: int) -> bool:
    """Whether a noun stands behind it, to which it belongs: a Novalys engineer."""
    match = _BEHIND.match(text, end)
    return bool(match and match[1] not in _NOT_NOUNS and not match[1].endswith(("ed", "ly")))
