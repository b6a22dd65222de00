"""Sightings in English and French: a text in, its capitalised names with the cues around them out.

A run of capitalised words is cut at ranks, places and what the catalogue has linked; what is left is judged by its own
words (Labs, 7B, SAS), by its position (a sentence's first word is capitalised anyway) and by the words on both sides.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from pipeline.extract.candidates.candidates_small import small_sightings
from pipeline.extract.candidates.cues_latin import COMPOUNDS, COUNTED, FORMS, INSIDE, INSTITUTIONS, PLACING
from pipeline.extract.candidates.plain_words import (
    FAMOUS,
    FIRST_NAMES,
    GENERIC,
    OPENERS,
    TITLES,
    dictionary,
    gazetteer,
    is_place,
)
from pipeline.extract.candidates.sightings import Cue, Sighting
from pipeline.extract.candidates.signs_latin import Part, own_words, position, words_before, words_behind
from pipeline.extract.candidates.word_lists import words_in
from pipeline.extract.sentences import Sentences
from pipeline.records import EntityType

TO: Final = Cue("place", PLACING["à"], "à before it")
"""What speaks for a place before one word, but not before several: à Lyon, but à Jeanne Duval."""
LONGEST: Final = 6
"""Words; what has more is a line in capitals and no name."""
LONGEST_LINE: Final = 240
"""Characters; longer lines are no headlines."""

_UP = "A-ZÀ-ÖØ-ÞŒ"
_PART = (
    rf"(?:[{_UP}]\.(?=[ ][{_UP}])|[ae]l-[{_UP}]\w+|[{_UP}]\w*(?:[-’'.&+]\w+)*|[a-z]{{1,3}}[A-Z]\w*(?:-\w+)*)"
)
_NUMBER = r"(?:v\d{1,3}(?:\.\d{1,2}){0,2}|\d{1,2}(?:\.\d{1,2}){1,2}[A-Za-z]{0,2}|\d{1,3}[A-Za-z]{1,2}|\d)(?![\w%.,]*[\d%])"
_JOINER = (
    r"(?:&|of the|of|for|de la|de l['’]|de|du|des|d['’]|von|van der|van|der|di|del|da|la|le|el|al|bin|ben)"
)
_RUN: Final = re.compile(
    rf"(?<![\w@#/.-]){_PART}(?:[ \u00a0](?:{_JOINER}[ \u00a0]?)?(?:{_PART}|{_NUMBER})){{0,11}}"
)
_WORD: Final = re.compile(
    rf"(?P<joiner>{_JOINER}(?=[ \u00a0{_UP}]))|(?P<word>{_PART})|(?P<number>{_NUMBER})|\S"
)
_LOWER: Final = re.compile(r"(?<![\w’'-])[a-zà-öø-ÿœ]{3,}(?![\w-])")
_LONG_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_BREAK: Final = re.compile(r"(?:[:\n•·|–—>]\s*|[\"“«‘(]\s?)\Z")
_ELIDED: Final = re.compile(r"(?:[LDNSMTCJ]|Qu)['’](?=\w)")
_NO_HEAD: Final = re.compile(
    r"(?:[Ii]|[Ww]e|[Yy]ou|[Tt]hey|[Ss]?[Hh]e|[Ii]t|[Tt]hat|[Tt]here|[Hh]ere|[Ww]hat|[Ww]ho|[Ll]et|[Hh]ow|[Ww]here)['’].*"
    r"|[IVXLC]+(?:e|er|ère|ème)?|[A-Z]{2,4}s"
)
"""I'm, XIVe, GPUs: no name begins with them."""
_BODY: Final = re.compile(
    r"(?<![\w-])(Commission|Agence|Autorité|Conseil|Institut|Laboratoire|Observatoire|Office|Haut-Commissariat|Direction"
    r"|Bureau|Tribunal|Cour|Chambre|Comité|Fédération|Fonds|Centre|École|Délégation|Secrétariat)"
    r"(?: [a-zéèê]+(?:al|ale|ien|ienne|aire|ique|if|ive|el|elle|eur|eure|ain|aine|éen|éenne|ais|aise|ois|oise|é|ée))?"
    r" (?:de la |de l['’]|des |du |de |d['’])(?!entre )[a-zéèêâîô]{4,20}"
    r"(?: (?:et|de|du|des) (?:la |l['’]|des )?[a-zéèêâîô]{4,20}| [a-zéèêâîô]+(?:al|ale|ales|aux|aire|aires|ique|iques|el|elle|elles|if|ive|ives))?"
    r"(?![\w-])"
)
_LISTED: Final = re.compile(r",? (?:and|or|et|ou) |, ")
_VERSIONED: Final = re.compile(r"([^\d\s]{3,}?)[- ]v?\d[\w.]*")
_INSTITUTED: Final = ("for", "of", "of the")
_ELIDED_OF: Final = ("d'", "d’")
_PARTICLES: Final = words_in("von van der di del da la le de du des el al bin ben d' d’")


def latin_sightings(text: str, sentences: Sentences, taken: Sequence[tuple[int, int]]) -> list[Sighting]:
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
        for piece, rank, owner in _pieces(list(_parts(text, run.start(), run.end(), taken, at))):
            initial = _begins(text, piece[0].start, sentences)
            if sighting := _sighting(text, piece, (rank, owner), lowered, initial=initial, headline=headline):
                if _listed(text, sighting, taken[max(0, at - 1) : at + 2]):
                    sighting.cues.append(Cue("organization", 0.25, "in a list with a known name"))
                found.append(sighting)
    others = [*_bodies(text), *small_sightings(text)]
    return found + [one for one in others if not _touches(taken, one)]


def _touches(taken: Sequence[tuple[int, int]], sighting: Sighting) -> bool:
    at = bisect_left(taken, (sighting.start, sighting.start))
    return any(
        low < sighting.end and sighting.start < high for low, high in taken[max(0, at - 1) : at + 1]
    ) or any(sighting.start <= low < sighting.end for low, _ in taken[at : at + 2])


def _bodies(text: str) -> Iterator[Sighting]:
    """French bodies of which only the first word is capitalised: la Commission nationale du calcul."""
    for match in _BODY.finditer(text):
        yield Sighting(*match.span(), [Cue("organization", 0.6, f"begins with {match[1]}")])


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


def _parts(
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


def _pieces(parts: list[Part | None]) -> Iterator[tuple[list[Part], bool, bool]]:
    """The names of a run, each with whether a rank stands before it (CEO X) and whether one behind it (X CEO Y)."""
    piece: list[Part] = []
    rank = False
    for part in [*parts, None]:
        ranked = part is not None and part.lower.rstrip(".") in TITLES
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
    first_name = head in FIRST_NAMES
    for part in piece:
        joins = part.kind != "joiner" or part.lower == "&" or head in INSTITUTIONS
        joins |= part.lower in _INSTITUTED and any(word.lower in INSTITUTIONS for word in names[-1])
        unknown = part.lower in _ELIDED_OF and head.isalpha() and head not in dictionary()
        if joins or unknown or (part.lower in _PARTICLES and (first_name or part.lower in ("von", "van"))):
            names[-1].append(part)
        else:
            names.append([])
    return [stripped for name in names if (stripped := _stripped(name))]


def _stripped(name: list[Part]) -> list[Part]:
    """The name without what begins or ends none."""
    while name and _no_head(name):
        name = name[1:]
    while name and _no_tail(name):
        name = name[:-1]
    return name


def _no_head(name: list[Part]) -> bool:
    first = name[0]
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
    return len(name) > 1 and (plural or (last.lower in GENERIC and last.lower not in INSIDE))


def _sighting(
    text: str,
    name: list[Part],
    ranks: tuple[bool, bool],
    lowered: Collection[str],
    *,
    initial: bool,
    headline: bool,
) -> Sighting | None:
    """The cues of one name. `ranks`: whether a rank stands before it and behind it; `lowered`: the text's small words."""
    start, end = name[0].start, name[-1].end
    words = [part for part in name if part.kind == "word"]
    known = [part.lower in lowered or part.lower in dictionary() for part in words]
    if end - start < 2 or " ".join(part.lower for part in name) in gazetteer():
        return None
    if len(words) == 1 and (words[0].lower in GENERIC or len(words[0].surface) == 1):
        return None
    if len(words) > LONGEST or text[start:end] in FAMOUS:
        return None
    if len(words) > 2 and any(known) and all(part.surface.isupper() for part in words):  # a line in capitals
        return None
    if len(words) == 1 and len(name) == 2 and words[0].lower in COUNTED:
        return None
    if (
        len(name) == 1
        and name[0].surface[-1] in "sx"
        and text[max(0, start - 4) : start].lower() in ("les ", "des ")
    ):
        return None  # les Marseillais, les Gémeaux
    place = position(name, words, known, lowered, initial=initial, headline=headline)
    if len(name) == 1 and known[0] and text[max(0, start - 4) : start].lower() == "the ":
        place = Cue("name", 0.25, "the before a known word")
    cues = [place, *own_words(name, words)]
    if ranks[0]:
        cues.append(Cue("person", 0.8, "a rank before it"))
    if headline:
        return Sighting(start, end, cues)
    if ranks[1]:
        # Novalys CEO, but the Information Commissioner
        weight = 0.1 if len(words) == 1 and known[0] else 0.6
        cues.append(Cue("organization", weight, "a rank behind it"))
    cues += (cue for cue in words_before(text, start) if cue != TO or len(words) == 1)
    if not (initial and len(words) == 1 and known[0]):  # Investors said
        cues += words_behind(text, end, known=all(known))
    return Sighting(start, end, cues)


def short_forms_latin(name: str, kind: EntityType) -> list[str]:
    """What a text may call the owner of this full name later: Duval, Novalys."""
    words = name.replace("\u00a0", " ").split(" ")
    if (versioned := _VERSIONED.fullmatch(name)) and kind in ("model", "product", "hardware"):
        return [versioned[1]]
    if len(words) < 2:
        return []
    if kind == "person":
        particle = next((at for at, word in enumerate(words) if at and word.lower() in _PARTICLES), None)
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
