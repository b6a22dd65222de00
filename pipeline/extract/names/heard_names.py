"""Heard names: what was linked as it is spelled in, links of names that were written as somebody heard them out.

Katakana beside the catalogue's katakana (in_kana.py), Latin letters that differ in a sound (slips.py), and words of
speech that sound like a name (misheard.py). Each room finds; here their finds become links.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.extract.candidates.more_first_names import LATIN_FIRST_NAMES
from pipeline.extract.names import name_cues as cues
from pipeline.extract.names.certain import certain_of
from pipeline.extract.names.find_in_kana import find_in_kana, find_versions
from pipeline.extract.names.garbled import Stretch, free_in
from pipeline.extract.names.in_kana import KanaNames
from pipeline.extract.names.kana_versions import KanaVersions
from pipeline.extract.names.kin_in_kana import kin_in_kana
from pipeline.extract.names.known import Known
from pipeline.extract.names.link import OPEN, Link, clear_of
from pipeline.extract.names.match import Hit
from pipeline.extract.names.meant import speaks_for
from pipeline.extract.names.misheard import Ear
from pipeline.extract.names.slip_search import Slips
from pipeline.extract.tokens import Token

MOST_LIKELY = 0.99
"""The score of a misheard name is never that of a read one."""
Groups = Sequence[Sequence[Hit]]


def slipped(
    text: str, links: Sequence[Link], others: Sequence[Hit], slips: Slips, *, spoken: bool
) -> list[Link]:
    """Names in Latin letters that differ in a sound or a letter. others: names that mean something else for certain."""
    firm = [link for link in links if link.score == 1.0]
    firm += [Link(hit.start, hit.end, hit.alias.entity, "alias", 0.0, "another thing") for hit in others]
    return [
        Link(slip.start, slip.end, slip.entity, "phonetic", slip.score, slip.evidence)
        for slip in slips.find(text, firm, links, spoken=spoken)
        if not _is_first_name(text, slip.start, slip.end)
    ]


def _is_first_name(text: str, start: int, end: int) -> bool:
    """Whether a family name stands behind a first name, which makes it nobody's product: Clarisse Vaubert is no Clari."""
    return text[start:end].lower() in LATIN_FIRST_NAMES and bool(cues.FAMILY_NAME_BEHIND.match(text, end))


def in_kana(
    text: str,
    tokens: Sequence[Token],
    groups: Groups,
    links: Sequence[Link],
    known: Known,
    names: KanaNames,
    numbered: KanaVersions,
    *,
    spoken: bool,
) -> list[Link]:
    """Names in katakana that are spelled otherwise, or were misheard."""
    spelled_right = list(_spelled_right(groups, known, spoken=spoken))
    ends: dict[int, int] = {}
    for hit in spelled_right:
        ends[hit.start] = max(hit.end, ends.get(hit.start, 0))
    unsure = {hit.alias.entity for hit in spelled_right}
    found = find_in_kana(text, tokens, links, ends, unsure, names, known.kin, known.entities, spoken=spoken)
    heard, versions = (
        [Link(one.start, one.end, one.entity, "phonetic", one.score, one.evidence) for one in finds]
        for finds in (found, find_versions(text, [*links, *found], numbered, known.entities))
    )
    said = [*versions, *clear_of(versions, heard)]
    relatives = [
        Link(one.start, one.end, one.entity, "phonetic", OPEN, f"sounds like {one.name}, beside {one.beside}")
        for one in kin_in_kana(
            text, tokens, [*clear_of(said, links), *said], known.kin_sounds, known.entities, ends
        )
    ]
    return [*said, *clear_of([*links, *said], relatives)]


def misheard(
    text: str,
    tokens: Sequence[Token],
    groups: Groups,
    links: Sequence[Link],
    known: Known,
    ear: Ear,
    read_alike: Iterable[tuple[int, int, str, str]],
    garbled: Sequence[Stretch],
    *,
    spoken: bool,
) -> list[Link]:
    """Words that sound like a name the document speaks for. read_alike: what the ear says of the whole text.

    garbled: the stretches in which they are looked for, if not everywhere.
    """
    certain = certain_of(text, links, spoken=spoken)
    free = [True] * len(text)
    read = [(link.start, link.end) for link in links]
    read += [(hit.start, hit.end) for hit in _spelled_right(groups, known, spoken=spoken)]
    for start, end in read:
        free[start:end] = [False] * (end - start)
    if garbled:
        free = free_in(free, garbled)
    suspects = list(ear.suspects(text, tokens, free, read_alike, spoken=spoken))
    clear = {suspect.entity for suspect in suspects if suspect.clear and spoken}
    found = []
    reasons: dict[tuple[str, float, bool, bool, bool, bool, bool, bool, bool], str | None] = {}
    for suspect in suspects:
        kind = (
            suspect.entity,
            suspect.likeness,
            suspect.daring,
            suspect.clear,
            suspect.long,
            suspect.exact,
            suspect.everyday,
            suspect.phrase,
            " " in text[suspect.start : suspect.end],
        )
        if kind not in reasons:  # said a thousand times, it is asked once
            entity, kin = known.entities[suspect.entity], known.kin[suspect.entity]
            reasons[kind] = speaks_for(entity, suspect, kin, certain, clear, known.entities)
        surface = text[suspect.start : suspect.end]
        if not spoken and not tokens and not certain.caseless and surface.islower() and surface.isalpha():
            continue  # one small word of a written text is itself: récursion, ministérielle
        if reason := reasons[kind]:
            evidence = f"{suspect.reason}, {reason}"
            score = round(min(suspect.likeness, MOST_LIKELY), 3)
            found.append(Link(suspect.start, suspect.end, suspect.entity, "phonetic", score, evidence))
    return found


def _spelled_right(groups: Groups, known: Known, *, spoken: bool) -> Iterator[Hit]:
    """The hits that mean another where they are not linked; pieces of a misheard name are none: the macron of emanuel macron."""
    for group in groups:
        for hit in group:
            person = known.entities[hit.alias.entity].type == "person"
            if not (hit.alias.short or (spoken and person and " " not in hit.alias.text)):
                yield hit
