"""Signs of a name in English and French: a capitalised name in, cues from its position and its own words out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.extract.candidates.cues_latin import (
    AGAINST,
    FORMS,
    INSIDE,
    INSTITUTIONS,
    SCENES,
)
from pipeline.extract.candidates.lone_words import lone_word
from pipeline.extract.candidates.more_first_names import LATIN_FIRST_NAMES
from pipeline.extract.candidates.plain_words import dictionary
from pipeline.extract.candidates.sightings import Cue
from pipeline.extract.candidates.terms import HEADS_OF_TERMS

_CAMEL: Final = re.compile(r"[a-zà-ÿ][A-Z]|[A-Z]{2}[a-z]{3}")
_MAC: Final = re.compile(r"\b(?:Ma?c|Le|La|De|Du|Di|Van|Fitz|O['’])(?=[A-Z])")
"""McNamara, LeCun: capitals inside that people have."""
_PERSONAL: Final = re.compile(r"[^\W\d_]\.|[^\W\d_](?:['’]?[^\W\d_]|-[^\W\d_])*[a-zà-ÿ]")
_PARAMETERS: Final = re.compile(r"\d(?:\.\d+)?[BbMTbn]\Z")
_SERIAL: Final = re.compile(r"[A-Z]{1,4}-?\d{1,4}[A-Za-z]{0,2}\Z")
_GENERATION: Final = re.compile(r"[A-Z]\d")
"""The K2 of Kimi K2."""
_ROAD: Final = re.compile(r"(?<![A-Za-z])(?:[ABDEMNQ](?!\d00\Z)\d{1,4}|[A-Z][A-Za-z]?\d|[GT]\d\d?)\Z")
"""The A10, a Q3, CO2, the G20: roads and others that are no machine's."""
_VERSION: Final = re.compile(r"[a-z]-\d{1,2}(?:\.\d)?\Z")


class Part(NamedTuple):
    """One word of a name, at [start, end) of the text; `kind` is word, number or joiner (of, de, &)."""

    start: int
    end: int
    surface: str
    lower: str
    kind: str


def position(
    text: str,
    name: Sequence[Part],
    words: Sequence[Part],
    known: Sequence[bool],
    lowered: Collection[str],
    *,
    initial: bool,
    headline: bool,
) -> Cue:
    """How far capitals say that it is a name: little for a known word that begins a sentence or stands in a headline."""
    if len(words) > 1 and all(part.surface.isupper() for part in words) and all(known):
        return Cue("name", 0.1, "in capitals")
    if any(_CAMEL.search(part.surface) for part in words):
        return Cue("name", 0.55, "capitals inside")
    if len(name) > 1:
        if headline:
            return Cue("name", 0.15 if all(known) else 0.35, "in a headline")
        if words[0].lower in LATIN_FIRST_NAMES and len(words) > 1:
            return Cue("person", 0.6, f"first name {words[0].surface}")
        if initial:
            return Cue("name", 0.35 if all(known) else 0.5, "capitalised words")
        if len(words) > 1 and all(known) and _is_a_term(words):
            return Cue("name", 0.3, "a term in capitals")
        return Cue("name", 0.5, "capitalised words inside a sentence")
    return lone_word(text, words[0].start, words[0].end, lowered, initial=initial, headline=headline)


def _is_a_term(words: Sequence[Part]) -> bool:
    """Words of the dictionary that end on what offices and studies speak of (Risk Factors), or on a letter (Class B)."""
    last = words[-1].lower
    return last in HEADS_OF_TERMS or (len(words) == 2 and len(last) == 1)


def own_words(name: Sequence[Part], words: Sequence[Part]) -> Iterator[Cue]:
    """What the words of a name say: Labs, SAS, 7B. `words` are those of its parts that are words."""
    if len(words) > 1:
        last, first = words[-1].lower, words[0].lower
        surfaces = [part.surface for part in words]
        if last in FORMS:
            yield Cue("organization", 0.8, f"company form {words[-1].surface}")
        elif last in INSIDE:
            yield Cue(INSIDE[last], 0.55, f"ends with {words[-1].surface}")
        elif len(words) in (2, 3) and last not in dictionary() and _are_a_person_s(surfaces):
            usual = first in LATIN_FIRST_NAMES
            yield Cue("person", 0.45 if usual else 0.3, "the shape of a person's name")
        if against := next(
            (word for word in (last, first) if word in AGAINST), last if last in SCENES else ""
        ):
            yield Cue("place", 0.8, f"a {against}")
        heads = (part for part, then in pairwise(name) if then.kind == "joiner")
        if head := next((part for part in heads if part.lower in INSTITUTIONS), None):
            yield Cue("organization", 0.5, f"{head.surface} of something")
        elif INSIDE.get(first) in ("project", "law"):
            yield Cue(INSIDE[first], 0.55, f"begins with {words[0].surface}")
    last_surface = name[-1].surface
    if _PARAMETERS.search(last_surface):
        yield Cue("model", 0.5, "a count of parameters in the name")
    elif name[-1].kind == "number":
        yield Cue("model", 0.25, "a version behind it")
    elif _VERSION.search(last_surface) and name[-1].lower.rpartition("-")[0] not in dictionary():
        yield Cue("model", 0.25, "a version in the name")
    elif len(words) > 1 and _GENERATION.fullmatch(last_surface):
        yield Cue("model", 0.35, "a generation behind it")
    elif _SERIAL.search(last_surface):
        yield Cue("hardware", 0.1 if _ROAD.search(last_surface) else 0.4, "letters and digits")


def _are_a_person_s(surfaces: Sequence[str]) -> bool:
    """Whether the words are written as people's names are: no capitals inside but McNamara's."""
    return all(map(_PERSONAL.fullmatch, surfaces)) and not any(
        _CAMEL.search(_MAC.sub("", surface)) for surface in surfaces
    )
