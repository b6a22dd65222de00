"""Short names: full names in, the short forms by which a text goes on to call the person or the model out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

LEAST_LETTERS = 3

_LATIN = re.compile(r"[A-ZÀ-ÝŁŽŠ][\w’'-]*(?: [\w.’'-]+)+")
_GIVEN_LAST = re.compile(r"([A-Z][a-z]+) [A-Z][a-z]+-[a-z]+")  # Lee Jae-yong: the family name stands first
_KANJI = re.compile(r"[一-鿿々]{3,5}")
_VERSIONED = re.compile(r"[A-Za-z][\w.]*(?: [A-Za-z]\w*)?[ -]([A-Z]{1,2}\d{1,2}(?:\.\d)?|\d[a-z])")
_PARTICLES = ("von", "van", "der", "de", "da", "di", "du", "la", "le", "bin", "al", "el")
# Family names that are plain words: a capital at a sentence's begin is not enough.
_PLAIN = re.compile(
    r"Page|Cook|Wood|Field|Hood|Silver|Fox|Price|Swift|Sweet|Prince|Fan|Dean|Brown|Ball|Wright|Love|Law|Green|White|Black|King"
    r"|Young|Power|Powers|Buck|Song|Cue|Moore|Rice|Bush|Long|Day|May|Case|Chase|Fink|Gross|Son|Son|Weil|Swan|Bell|Stone|Rose|Burns"
    r"|Banks|Brooks|Hill|Lake|Rivers|Woods|Marsh|Bond|Cash|Church|Cross|Early|Good|Grant|Hand|Hope|Hunt|Major|Best|Read|Reed|Sharp"
)


def version_names(names: Iterable[str]) -> Iterator[str]:
    """The letter and number that tell one model or machine from its siblings: K2 of Kimi K2, G1 of Unitree G1."""
    for name in names:
        if found := _VERSIONED.fullmatch(name):
            yield found[1]


def family_names(names: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Each with whether it is too plain to stand without a title."""
    for name in names:
        if "・" in name:
            last = name.rpartition("・")[2]
            if len(last) > 1:
                yield last, len(last) < LEAST_LETTERS
        elif found := _GIVEN_LAST.fullmatch(name):
            yield found[1], len(found[1]) < 4
        elif _LATIN.fullmatch(name):
            words = name.split()
            last = words[-1]
            if len(last) >= LEAST_LETTERS and words[-2].lower() not in _PARTICLES:
                yield last, bool(_PLAIN.fullmatch(last))
        elif _KANJI.fullmatch(name):
            yield name[:2], True
            if len(name) == 3:
                yield name[0], True
            if len(name) > 4:
                yield name[:3], False
