"""Signs: a hit and what stands around it in, what that says about the hit out: its kin beside it, a title, a list, a deed."""

from __future__ import annotations

from bisect import bisect_left

from pipeline.extract.names import name_cues as cues
from pipeline.extract.names.against import (
    AGAINST,
    another_before,
    is_something_else,
    next_word_is_foreign,
    spoken_against,
)
from pipeline.extract.names.certain import Certain, says
from pipeline.extract.names.context_ja import in_japanese
from pipeline.extract.names.match import Hit
from pipeline.records import Entity

EVERYBODYS = frozenset(("ai", "AI", "artificial intelligence", "robot", "ロボット", "model", "モデル"))
"""Context words that all of the industry shares: of an everyday word they say nothing."""
LEAST_TELLING = 3
"""Characters of a name up to which names around it say nothing: V3, o1."""
ATTACHED = 30
"""Characters between a name and the kin that it is joined with."""


def honoured(text: str, hit: Hit) -> bool:
    """Whether a person's title stands at the name."""
    return bool(cues.HONORIFIC_BEHIND.match(text, hit.end)) or bool(
        cues.HONORIFIC_BEFORE.search(text, max(0, hit.start - 12), hit.start)
    )


def context_word(entity: Entity, around: str, *, everyday: bool, japanese: bool) -> str | None:
    """The context word of the entity that is said around, in small letters; of an everyday word none that all share."""
    for word in entity.context:
        if word.startswith(AGAINST) or (everyday and word in EVERYBODYS):
            continue
        if says(around, word.lower()):
            return word
        if japanese and (said := next((one for one in in_japanese(word) if says(around, one)), None)):
            return said
    return None


def listed_together(text: str, end: int, start: int) -> bool:
    """Whether nothing but a comma or an `and` stands between two names."""
    return bool(cues.LISTED_BEHIND.fullmatch(text, end, start))


def is_open(hit: Hit, text: str, entity: Entity, certain: Certain) -> bool:
    """Whether nothing speaks against the hit, though nothing may speak for it."""
    return not (
        is_something_else(hit, text, certain)
        or spoken_against(hit, text, entity, certain)
        or next_word_is_foreign(hit, text, entity)
        or hit.end - hit.start <= LEAST_TELLING
    )


def attached(hit: Hit, text: str, kin: frozenset[str], certain: Certain) -> str | None:
    """The kin right before that a family name belongs to: Microsoft's Nadella."""
    before = cues.OWNED_BEFORE.search(text, max(0, hit.start - 6), hit.start)
    owner = certain.owners.get(before.start()) if before else None
    return owner if owner in kin else None


def another_of_that_name(hit: Hit, text: str, certain: Certain) -> bool:
    """Whether a given name stands before the family name, and it is not this person's."""
    return another_before(hit, text, certain) or text[hit.start - 1 : hit.start] == "・"


def stands_as_a_name(hit: Hit, text: str) -> bool:
    """Whether an everyday word is somebody in its sentence: not at its head, described by nothing, no means of anything."""
    return bool(
        cues.NAMED_BEFORE.search(text, max(0, hit.start - 2), hit.start)
    ) and not cues.USED_BEHIND.match(text, hit.end)


def maker_attached(hit: Hit, text: str, kin: frozenset[str], certain: Certain) -> str | None:
    """The kin that the name is joined with: Claude d'Anthropic, Googleの「ジェミニ」."""
    before = cues.OWNED_BEFORE.search(text, max(0, hit.start - 6), hit.start)
    if before and (owner := certain.owners.get(before.start())) in kin:
        return owner
    return next(
        (
            name
            for place, name in certain.between(hit.end + 1, hit.end + ATTACHED + 1)
            if name in kin and cues.OWNED_BEHIND.fullmatch(text, hit.end, place)
        ),
        None,
    )


def listed(hit: Hit, text: str, certain: Certain) -> str | None:
    """A name that the hit is told together with: Samsung and Micron."""
    joint = cues.LISTED_BEHIND.match(text, hit.end)
    if joint and (listed := certain.soon(hit.end)):
        place = certain.positions[listed][bisect_left(certain.positions[listed], hit.end)]
        if cues.LISTED_WITH.fullmatch(text, joint.end(), place):
            return listed
    before = cues.LISTED_BEFORE.search(text, max(0, hit.start - 8), hit.start)
    return certain.owners.get(before.start()) if before else None


def one_letter(hit: Hit, text: str) -> str | None:
    """X is the network where one writes on it."""
    if cues.ONE_LETTER_BEFORE.search(text, max(0, hit.start - 18), hit.start) or cues.ONE_LETTER_BEHIND.match(
        text, hit.end
    ):
        return "is written on"
    return None
