"""Phones: words in Latin letters in, how an English and a French reader say them out, one letter a sound.

Finer than sounds.py: vowels and voiced consonants are told apart, mute endings are dropped, and letters that are said by
their names are (S A P is `esape` in French). Three views of one reading (as said, by classes, consonants alone) make a
distance in which a vowel counts for less than a consonant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from pipeline.extract.names.rewritten import first_group, rewritings, rewritten

REMEMBERED = 50_000
"""Readings that are kept; the words of a language come again and again."""
FEW_CONSONANTS = 3
"""With no more each of them must be there."""
LONGEST_ACRONYM = 4
"""Capitals side by side up to which they are said one by one."""

_SHARED = (
    (r"tch|sch|sh|ch", "S"),
    (r"ph", "f"),
    (r"th", "t"),
    (r"dge", "J"),
    (r"\An(?=[^aeiouy])", "en"),  # NVIDIA
)
_ENGLISH = rewritings(
    (pattern, heard)
    for pattern, heard in (
        *_SHARED,
        (r"igh", "ai"),
        (r"(?<=[aeiou])gh(?=t|\Z)", ""),
        (r"gh", "g"),
        (r"ck", "k"),
        (r"\Akn", "n"),
        (r"\Awr", "r"),
        (r"wh", "w"),
        (r"(?<=[^aeioutd])ed\Z", "d"),  # clawed
        (r"(?<=[^aeiouyl])le\Z", "el"),
        (r"que\Z", "k"),
        (r"gue\Z", "g"),
        (r"qu", "kw"),
        (r"\Ax", "z"),
        (r"x", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"[cq]", "k"),
        (r"g(?=[eiy])|j", "J"),
        (r"(?<=[aeiouy][^aeiouy])e\Z|(?<=[aeiouy][^aeiouy]{2})e\Z", ""),
        (r"h", ""),
        (r"\Ay(?=[aeiou])", "w"),
        (r"ee|ea|ie|ey|y", "i"),
        (r"oo|ou|ew|ue", "u"),
        (r"ai|ei", "e"),
        (r"au|aw|oa|ow|oe", "o"),
        (r"(.)\1+", r"\1"),
    )
)
_FRENCH = rewritings(
    (pattern, heard)
    for pattern, heard in (
        (r"ch(?=[rlst])", "k"),
        *_SHARED,
        (r"h", ""),
        (r"eau|ault\Z|aut\Z|aud\Z|au", "o"),
        (r"ou(?=[aeié])", "w"),
        (r"oi", "wa"),
        (r"ou", "u"),
        (r"(?<=[aeiou])ill?e?(?=[aeiou]|\Z)", "i"),
        (r"ill(?=[aeé])", "i"),
        (r"gn", "n"),
        (r"ge(?=[aou])|j", "J"),
        (r"gu(?=[eiyé])", "g"),
        (r"g(?=[eiyé])", "J"),
        (r"qu|q|ck", "k"),
        (r"ç|c(?=[eiyé])", "s"),
        (r"c", "k"),
        (r"\Ax", "ks"),
        (r"x", "ks"),
        (r"(?<=[aeiouyé])s(?=[aeiouyé])", "z"),
        (r"(?<=[^aeiouyé])e\Z|(?<=[aiouyé])e\Z", ""),
        (r"e[rz]\Z", "é"),
        (r"(?:ai|ei)n(?![aeiouyén])|(?<!i)in(?![aeiouyén])|un(?![aeiouyén])", "en"),
        (r"ai|ei|ay|ey|eu", "e"),
        (r"é", "e"),
        (r"y", "i"),
        (r"(.)\1+", r"\1"),
    )
)
_MUTE = re.compile(r"(?<=[aeioun])[tdszpx]\Z")
_LETTERS_EN = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        re.split(" ", "e bi si di i ef Ji eS ai Je ke el em en o pi kiu ar es ti iu vi dabliu eks wai zi"),
        strict=True,
    )
)
_LETTERS_FR = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        re.split(" ", "a be se de e ef Je aS i Ji ka el em en o pe ku er es te u ve dubleve iks igrek zed"),
        strict=True,
    )
)
_DOUBLED = re.compile(r"(.)\1+")
_CLASSES = str.maketrans("bdgvzSJmeiouwy", "ptkfsssnaaaaaa")
_VOWELS = str.maketrans("", "", "aeiouwy")
_CLUSTER = re.compile(r"([BCDFGHJKLMNPQRSTVWXZ])([BCDFGJKMNPQSTVXZ]?H?[A-Z]{2,4})")
"""An acronym that begins with consonants that nobody says together: NHTSA is nitsa, CFIUS sifius."""
_PART = re.compile(r"[A-Z]{2,}(?![a-zà-ÿ])|[A-ZÀ-Ý]?[a-zà-ÿ]+|[A-ZÀ-Ý]+")


class Reading(NamedTuple):
    """One way to say a name: its sounds, their classes, its consonants."""

    sounds: str
    classes: str
    consonants: str


def readings(name: str, *, french: bool, own: bool) -> frozenset[Reading]:
    """How the name is said in the language; `own` for a company's, whose last letters nobody leaves mute."""
    said: list[str] = [""]
    for part in _PART.findall(name):
        said = [before + sound for before in said for sound in _sounds(part, french=french, own=own)][:8]
    return frozenset(map(_reading, said))


@lru_cache(maxsize=REMEMBERED)
def plain_letters(name: str) -> str:
    """The letters of the name alone, small and without accents."""
    if name.isascii():
        return "".join(filter(str.isalpha, name.lower()))
    return "".join(
        one
        for one in unicodedata.normalize("NFKD", name.lower().replace("œ", "oe"))
        if one.isascii() and one.isalpha()
    )


def distance(one: Reading, other: Reading) -> float:
    """How many sounds differ: another consonant is one, another vowel or a voiced for an unvoiced one a third."""
    return sum(map(Levenshtein.distance, one, other)) / len(one)


def bones(reading: Reading) -> str:
    """The consonants as they are said."""
    return reading[0].translate(_VOWELS)


def key(reading: Reading) -> str:
    """By what readings are looked up: the consonants."""
    return reading[2]


def near_keys(consonants: str) -> Iterator[str]:
    """The consonants and what is left of them without one."""
    yield consonants
    if len(consonants) > FEW_CONSONANTS:
        for place in range(len(consonants)):
            yield consonants[:place] + consonants[place + 1 :]


@lru_cache(maxsize=REMEMBERED)
def _sounds(part: str, *, french: bool, own: bool) -> tuple[str, ...]:
    names = _LETTERS_FR if french else _LETTERS_EN
    letters = plain_letters(part)
    spelled = "".join(names[letter] for letter in letters)
    if len(part) == 1:
        return (spelled, letters) if letters in "aeiou" else (spelled,)
    short = part.isupper() and len(part) <= LONGEST_ACRONYM
    if short and (len(part) < LONGEST_ACRONYM or not set(letters) & set("aeiouy")):
        return (spelled,)
    if own and part.isupper() and (acronym := _CLUSTER.fullmatch(part)):
        return (
            _said(f"{acronym[1]}i{acronym[2]}".lower(), french=french),
            _said(part.lower(), french=french),
        )
    said = _said(part.lower(), french=french)
    mute = _MUTE.sub("", said) if french and not own else said
    return tuple(dict.fromkeys((said, mute, *((spelled,) if short else ()))))


def _said(word: str, *, french: bool) -> str:
    if french:
        word = re.sub("[éèê]", "é", word).replace("ç", "\0").replace("ï", "i")
        word = "é".join(map(plain_letters, word.replace("\0", "ss").split("é")))
    else:
        word = plain_letters(word)
    return rewritten(word, _FRENCH if french else _ENGLISH)


def _reading(said: str) -> Reading:
    said = _DOUBLED.sub(first_group, said)
    classes = said.translate(_CLASSES)
    return Reading(said, classes, _DOUBLED.sub(first_group, classes.translate(_VOWELS)))
