"""Runs in English and French: capitalised words side by side in, the names that they may be made of out, cut at ranks and places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.extract.candidates.abbreviations import ABBREVIATIONS
from pipeline.extract.candidates.cues_latin import COMPOUNDS, FORMS, INSIDE, INSTITUTIONS
from pipeline.extract.candidates.more_first_names import LATIN_FIRST_NAMES
from pipeline.extract.candidates.more_places import BEHIND_A_COMPASS, HEADS, is_known_place
from pipeline.extract.candidates.plain_words import (
    GENERIC,
    OPENERS,
    TITLES,
    dictionary,
    gazetteer,
    is_place,
)
from pipeline.extract.candidates.signs_latin import Part
from pipeline.extract.candidates.word_lists import words_in

LONGEST: Final = 6
"""Words; what has more is a line in capitals and no name."""
_UP = "A-ZÀ-ÖØ-ÞŒ"
PART = (
    rf"(?:[{_UP}]\.(?=[ ][{_UP}])|[ae]l-[{_UP}]\w+|[{_UP}]\w*(?:[-’'.&+]\w+)*|[a-z]{{1,3}}[A-Z]\w*(?:-\w+)*)"
)
NUMBER = r"(?:v\d{1,3}(?:\.\d{1,2}){0,2}|\d{1,2}(?:\.\d{1,2}){1,2}[A-Za-z]{0,2}|\d{1,3}[A-Za-z]{1,2}|\d)(?![\w%.,]*[\d%])"
JOINER = (
    r"(?:&|of the|of|for|de la|de l['’]|de|du|des|d['’]|von|van der|van|der|di|del|da|la|le|el|al|bin|ben)"
)
_WORD: Final = re.compile(rf"(?P<joiner>{JOINER}(?=[ \u00a0{_UP}]))|(?P<word>{PART})|(?P<number>{NUMBER})|\S")
_ELIDED: Final = re.compile(r"(?:[LDNSMTCJ]|Qu)['’](?=\w)")
_NO_HEAD: Final = re.compile(
    r"(?:[Ii]|[Ww]e|[Yy]ou|[Tt]hey|[Ss]?[Hh]e|[Ii]t|[Tt]hat|[Tt]here|[Hh]ere|[Ww]hat|[Ww]ho|[Ll]et|[Hh]ow|[Ww]here)['’].*"
    r"|[IVXLC]+(?:e|er|ère|ème)?|[A-Z]{2,4}s"
)
"""I'm, XIVe, GPUs: no name begins with them."""
BODIES: Final = INSTITUTIONS - {"house", "society"} | {word for word, kind in INSIDE.items() if kind == "law"}
_TERMS: Final = ABBREVIATIONS - FORMS
_INSTITUTED: Final = ("for", "of", "of the")
_ELIDED_OF: Final = ("d'", "d’")
PARTICLES: Final = words_in("von van der di del da la le de du des el al bin ben d' d’")


def parts(
    text: str, start: int, end: int, taken: Sequence[tuple[int, int]], at: int
) -> Iterator[Part | None]:
    """The words of a run; None where something cuts it. `at` is the first taken span that ends behind its start."""
    for match in _WORD.finditer(text, start, end):
        first, last = match.span()
        kind = match.lastgroup
        while at < len(taken) and taken[at][1] <= first:
            at += 1
        if kind is None or (at < len(taken) and taken[at][0] < last):
            yield None
            continue
        if kind == "word":
            first, last = _bare(text, first, last)
        surface = text[first:last]
        noun = kind == "word" and surface[:4].islower() and surface not in INSTITUTIONS  # behind an elision
        yield None if noun else Part(first, last, surface, surface.lower(), kind)
        if last != match.end():
            yield None


def _bare(text: str, first: int, last: int) -> tuple[int, int]:
    """The word without elision, possessive or what a hyphen joins to it: L'Orée, Novalys's, Lyon-based."""
    if elided := _ELIDED.match(text, first, last):
        first = elided.end()
    surface = text[first:last]
    tail = surface.rpartition("-")[2]
    if surface.endswith(("'s", "’s")):
        last -= 2
    elif (
        len(tail) > 2
        and tail.islower()
        and tail != surface
        and (tail in COMPOUNDS or (len(tail) > 4 and tail in dictionary()))  # but Seo-yeon
    ):
        last -= len(tail) + 1
    return first, last


def pieces(parts: list[Part | None]) -> Iterator[tuple[list[Part], bool, bool]]:
    """The names of a run, each with whether a rank stands before it (CEO X) and whether one behind it (X CEO Y)."""
    piece: list[Part] = []
    rank = False
    for part in [*parts, None]:
        ranked = part is not None and part.lower.rstrip(".") in TITLES and part.lower != "prime"
        if part is not None and not ranked:
            piece.append(part)
            continue
        for name in _split(piece):
            yield name, rank, ranked
            rank = False
        rank = ranked
        piece = []


def _split(piece: list[Part]) -> list[list[Part]]:
    """A piece without what is no name at its edges, cut at joiners that join no name."""
    names: list[list[Part]] = [[]]
    head = next((part.lower for part in piece if part.kind == "word" and part.lower not in OPENERS), "")
    first_name = head in LATIN_FIRST_NAMES
    for part in _without_places(piece):
        joins = part.kind != "joiner" or part.lower == "&" or head in INSTITUTIONS
        joins |= part.lower in _INSTITUTED and any(word.lower in INSTITUTIONS for word in names[-1])
        unknown = part.lower in _ELIDED_OF and head.isalpha() and head not in dictionary()
        if joins or unknown or (part.lower in PARTICLES and (first_name or part.lower in ("von", "van"))):
            names[-1].append(part)
        else:
            names.append([])
    return [stripped for name in names if (stripped := _stripped(name))]


def _without_places(piece: list[Part]) -> Iterator[Part]:
    """The parts but for places of several words: San Francisco, Salt Lake City, but San Fermo Labs."""
    at = 0
    while at < len(piece):
        first, second = piece[at], piece[at + 1] if at + 1 < len(piece) else None
        if second is None or second.kind != "word":
            yield first
            at += 1
            continue
        alone = len(piece) == at + 2
        spanish = first.lower in HEADS or first.lower == "el"
        housed = spanish and len(piece) > at + 2 and piece[at + 2].lower in INSIDE  # El Paso Electric
        place = f"{first.lower} {second.lower}" in gazetteer() and not housed
        if place or (
            alone
            and (first.lower in HEADS or (first.lower in BEHIND_A_COMPASS and is_known_place(second.lower)))
        ):
            at += 2
            while at < len(piece) and piece[at].lower in ("city", "county", "bay", "valley"):
                at += 1
            continue
        yield first
        at += 1


def _stripped(name: list[Part]) -> list[Part]:
    """The name without what begins or ends none."""
    while name and _no_head(name):
        counted = name[0].lower in ("series", "série", "class", "phase", "part")
        name = name[1:]
        if counted and name and name[0].surface.endswith("."):
            name = name[1:]  # a Series D. Spun out of …
    while name and _no_tail(name):
        name = name[:-1]
    return name


def _no_head(name: list[Part]) -> bool:
    first = name[0]
    if first.lower in ("ai", "ia", "eu", "uk") and name[-1].lower in BODIES and len(name) > 1:
        return False  # the AI Act
    if first.kind != "word" or first.lower in OPENERS or first.lower in GENERIC:
        return True
    if is_place(first.lower):  # Tokyo Robotics, but American AI
        last = name[-1].lower
        body = last in INSTITUTIONS and len(name) <= LONGEST
        return not (body or (len(name) == 2 and last in INSIDE and last not in ("ai", "ia")))
    return bool(_NO_HEAD.fullmatch(first.surface))


def _no_tail(name: list[Part]) -> bool:
    last = name[-1]
    if last.kind == "joiner" or (
        is_place(last.lower) and last.lower not in INSIDE and not any(part.kind == "joiner" for part in name)
    ):
        return True
    plural = last.surface[-1] == "s" and last.surface[:-1].isupper()
    plural |= last.surface.isupper() and last.lower in _TERMS
    return len(name) > 1 and (plural or (last.lower in GENERIC and last.lower not in INSIDE))
