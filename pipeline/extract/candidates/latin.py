"""Sightings in English and French: a text in, its capitalised names with the cues around them out.

A run of capitalised words is cut at ranks, places and what the catalogue has linked; what is left is judged by its own
words (Labs, 7B, SAS), by its position (a sentence's first word is capitalised anyway) and by the words on both sides.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import Final

from pipeline.extract.candidates.bodies import bodies
from pipeline.extract.candidates.candidates_small import small_sightings
from pipeline.extract.candidates.cues_latin import FORMS, INSIDE, INSTITUTIONS, PLACING
from pipeline.extract.candidates.determiners import INDEFINITE, left_of_capital
from pipeline.extract.candidates.latin_runs import (
    JOINER,
    NUMBER,
    PART,
    PARTICLES,
    parts,
    pieces,
)
from pipeline.extract.candidates.lone_words import is_plain
from pipeline.extract.candidates.more_places import is_known_place
from pipeline.extract.candidates.nobody import is_nobody
from pipeline.extract.candidates.plain_words import (
    GENERIC,
    OPENERS,
    dictionary,
)
from pipeline.extract.candidates.sightings import Cue, Sighting
from pipeline.extract.candidates.signs_latin import Part, own_words, position
from pipeline.extract.candidates.words_around import words_before, words_behind
from pipeline.extract.sentences import Sentences
from pipeline.records import EntityType

TO: Final = Cue("place", PLACING["à"], "à before it")
"""What speaks for a place before one word, but not before several: à Lyon, but à Jeanne Duval."""
LONGEST_LINE: Final = 240
"""Characters; longer lines are no headlines."""
_RUN: Final = re.compile(
    rf"(?<![\w@#/.-]){PART}(?:[ \u00a0](?:{JOINER}[ \u00a0]?)?(?:{PART}|{NUMBER})){{0,11}}"
)
_LOWER: Final = re.compile(r"(?<![\w’'-])[a-zà-öø-ÿœ]{3,}(?![\w-])")
_LONG_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_BREAK: Final = re.compile(r"(?:[:\n•·|–—>]\s*|[\"“«‘(]\s?)\Z")
_LISTED: Final = re.compile(r",? (?:and|or|et|ou) |, ")
_VERSIONED: Final = re.compile(r"([^\d\s]{3,}?)[- ]v?\d[\w.]*")


def latin_sightings(
    text: str, sentences: Sentences, taken: Sequence[tuple[int, int]], *, french: bool
) -> list[Sighting]:
    """The sightings of the text, those of each sort in order; none overlaps what is taken (sorted spans)."""
    lowered = set(_LOWER.findall(text))
    headlines = _headlines(text)
    found: list[Sighting] = []
    at = line = 0
    for run in _RUN.finditer(text):
        while at < len(taken) and taken[at][1] <= run.start():
            at += 1
        while line < len(headlines) and headlines[line][1] <= run.start():
            line += 1
        headline = line < len(headlines) and headlines[line][0] <= run.start()
        for piece, rank, owner in pieces(list(parts(text, run.start(), run.end(), taken, at))):
            initial = _begins(text, piece[0].start, sentences)
            if sighting := _sighting(
                text, piece, (rank, owner), lowered, french=french, initial=initial, headline=headline
            ):
                if _listed(text, sighting, taken[max(0, at - 1) : at + 2]):
                    sighting.cues.append(Cue("organization", 0.25, "in a list with a known name"))
                found.append(sighting)
    others = [*bodies(text), *small_sightings(text)]
    return found + [one for one in others if not _touches(taken, one)]


def _touches(taken: Sequence[tuple[int, int]], sighting: Sighting) -> bool:
    at = bisect_left(taken, (sighting.start, sighting.start))
    return any(
        low < sighting.end and sighting.start < high for low, high in taken[max(0, at - 1) : at + 1]
    ) or any(sighting.start <= low < sighting.end for low, _ in taken[at : at + 2])


def _listed(text: str, sighting: Sighting, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether the name stands in a list beside one of these spans, which the catalogue knows."""
    return any(
        text[low].isupper()
        and (_LISTED.fullmatch(text, high, sighting.start) or _LISTED.fullmatch(text, sighting.end, low))
        for low, high in taken
        if high <= sighting.start or sighting.end <= low
    )


def _begins(text: str, start: int, sentences: Sentences) -> bool:
    """Whether a capital stands at `start` because a sentence, a quotation or an item of a list begins there."""
    first = sentences.around(start)[0]
    head = start - first <= 6 and not any(character.isalpha() for character in text[first:start])
    return head or bool(_BREAK.search(text, max(0, start - 3), start))


def _headlines(text: str) -> list[tuple[int, int]]:
    """Lines in which nearly all longer words are capitalised, so that a capital says nothing."""
    spans = []
    position = 0
    for line in text.split("\n"):
        if len(line) <= LONGEST_LINE:
            words = _LONG_WORD.findall(line)
            if len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.8 * len(words):
                spans.append((position, position + len(line)))
        position += len(line) + 1
    return spans


def _sighting(
    text: str,
    name: list[Part],
    ranks: tuple[bool, bool],
    lowered: Collection[str],
    *,
    french: bool,
    initial: bool,
    headline: bool,
) -> Sighting | None:
    """The cues of one name. `ranks`: whether a rank stands before it and behind it; `lowered`: the text's small words."""
    start, end = name[0].start, name[-1].end
    words = [part for part in name if part.kind == "word"]
    known = [part.lower in lowered or part.lower in dictionary() for part in words]
    if is_nobody(text, name, words, known, ranks):
        return None
    place = position(text, name, words, known, lowered, initial=initial, headline=headline)
    if len(name) == 1 and known[0] and text[max(0, start - 4) : start].lower() == "the ":
        place = Cue("name", 0.25, "the before a known word")
    if not headline:
        left = left_of_capital(text, start, end, words=len(words), known=all(known), french=french)
        if left == INDEFINITE and len(words) > 1 and all(known):
            return None  # a Solar Park
        place = place._replace(weight=place.weight * left)
    cues = [place, *own_words(name, words)]
    if ranks[0]:
        cues.append(Cue("person", 0.8, "a rank before it"))
    if headline:
        return Sighting(start, end, cues)
    if ranks[1]:
        # Novalys CEO, but the Information Commissioner
        weight = 0.1 if len(words) == 1 and known[0] else 0.6
        cues.append(Cue("organization", weight, "a rank behind it"))
    before = [cue for cue in words_before(text, start) if cue != TO or len(words) == 1]
    if len(words) == 1 and is_known_place(words[0].lower) and any(cue.kind == "place" for cue in before):
        return None  # À Charleroi, la commune pousse un projet
    cues += before
    plain = is_plain(words[0].surface, lowered) if len(words) == 1 else all(known)
    if not (initial and len(words) == 1 and plain):  # Investors said
        cues += words_behind(text, end, known=plain)
    return Sighting(start, end, cues)


def short_forms_latin(name: str, kind: EntityType) -> list[str]:
    """What a text may call the owner of this full name later: Duval, Novalys."""
    words = name.replace("\u00a0", " ").split(" ")
    if (versioned := _VERSIONED.fullmatch(name)) and kind in ("model", "product", "hardware"):
        return [versioned[1]]
    if len(words) < 2:
        return []
    if kind == "person":
        particle = next((at for at, word in enumerate(words) if at and word.lower() in PARTICLES), None)
        return [*([" ".join(words[particle:])] if particle else []), words[-1], words[0]]
    if kind == "organization":
        bare = [word for word in words if word.lower().rstrip(".") not in FORMS]
        forms = [" ".join(bare)] if len(bare) < len(words) else []
        if len(bare) > 1 and bare[0].lower() not in GENERIC | INSTITUTIONS | OPENERS:
            if bare[-1].lower() in INSIDE:
                forms.append(" ".join(bare[:-1]))
            if bare[0].lower() not in dictionary():
                forms.append(bare[0])
        return list(dict.fromkeys(forms))
    return []
