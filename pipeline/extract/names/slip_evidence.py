"""Slip evidence: a place that sounds like a catalogue's name in, how much speaks for its being that name out, in points.

No sign decides alone: how many sounds agree, whether the words are ordinary ones, who else is named in the document,
what stands beside the place, and whether the document is garbled anyway.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from pipeline.extract.candidates.plain_words import FIRST_NAMES, GENERIC, dictionary, gazetteer
from pipeline.extract.names import name_cues as cues
from pipeline.extract.names.against import AGAINST, begins_a_sentence
from pipeline.extract.names.certain import Certain, says
from pipeline.extract.names.common_words import is_everyday as is_daily
from pipeline.extract.names.slip_places import Place, is_phrase
from pipeline.extract.names.slips import A_VOWEL, Alike
from pipeline.extract.names.windows import is_function_word
from pipeline.records import Entity

ENOUGH = 8.0
"""Points from which on a place means what it sounds like."""
SURE = 6.0
"""Points of the place alone with which it says that the document is garbled."""
CLEAN = 0.5
"""What a name in a document without another slip lacks where a sound differs: it may be a new one."""
VERY_GARBLED = 3
LONG_ENOUGH = 600
"""Characters of a text from which on it would have more than one slip, if its names had been misheard."""
TYPED = 8
"""Letters of a name that a text without others may have written with one of them wrong."""
LONG = 6.0
"""Strength with which a name without kin is believed all the same, where one letter is wrong."""
SHORT, SHORT_AND_UNSURE = 4.0, 1.5
"""Strength below which a name in a clean document is hardly heard, and what it then needs more: Jülich, Jules."""
WHOLLY_HEARD = 4.0
"""What a single word in small letters lacks if it is not heard just so: appli, curseur."""
HOUSEHOLD, KNOWN_WELL, KNOWN_TO_ALL = 20, 4, 10
"""Kin from which on a name is on every tongue, and from which on it is known; and products and people that make it heard in an article and a word."""

_NEW_BEFORE = re.compile(
    r"(?:start-?up|jeune pousse|société|company|firm|called|named|dubbed|nommée?|baptisée?|appelée?|rivale?|rebranded(?: as)?)"
    r"[\s“\"«,]*\Z",
    re.IGNORECASE,
)
_NEW_BEHIND = re.compile(
    r"(?: [A-Z]\w+)?, (?:an?|une?) (?:new |nouvelle |jeune |small |petite )?(?:[\w-]+ )?"
    r"(?:start-?up|company|firm|dealer|société|jeune pousse|entreprise)\b"
)
_VERSION = re.compile(r"[ -]?[A-Z]?\d{1,2}(?:\.\d)?(?![\d%])")
_OTHER_BEFORE = re.compile(r"(?<![A-Za-zÀ-ÿ’'-])([A-ZÀ-Ý][a-zà-ÿ’'-]+) \Z")
_OTHER_BEHIND = re.compile(r" (?:& )?([A-ZÀ-Ý][a-zà-ÿ]+)")
_TAIL = re.compile(
    r"(?:AI|IA|Inc|Labs?|Corp|Group|Energy|Capital|Technologies|CEO|CFO|CTO|Systems?|Pro|Max|Mini|Flash|Opus|Sonnet|Large|Code)\Z"
)
_ELIDED = re.compile(r"\A[ldcnsmjt]['’]")
_GERMAN = re.compile("[äöüß]")
"""Letters that no recogniser of English or French writes: Jülich."""
_LEADING = re.compile(r"the|The|et|and|a|y|chez|at|in the")
_INDEFINITE = re.compile(r"(?<![\w.])(?:an?|my|your) \Z", re.IGNORECASE)
_INDEFINITE_FR = re.compile(r"(?<![\w.])(?:une?|mon|ma|ton) \Z", re.IGNORECASE)


def points(
    place: Place,
    alike: Alike,
    text: str,
    entity: Entity,
    kin: frozenset[str],
    certain: Certain,
    catalogue: Mapping[str, Entity],
    garbled: int,
    *,
    words: int,
    french: bool,
    goes_on: bool,
) -> float:
    """What speaks for the place meaning the entity.

    words: how many of its context words the document says. garbled: how many other slips of the document are beyond doubt. goes_on: whether what stands behind makes a longer name
    of the catalogue of it (Clawed 3.7 Sonnet).
    """
    garbled_now = certain.spoken or garbled > 1
    ordinary = len(place.words) > 1 and (is_phrase(place.words) or all(map(_is_used_daily, place.words)))
    if ordinary and children_of(entity, kin, catalogue) < KNOWN_TO_ALL:
        return 0.0
    edited = garbled <= 1 and not certain.spoken and len(certain.lowered) >= LONG_ENOUGH
    if edited and not _is_a_typing_error(place, alike, related=bool(words or kin & certain.positions.keys())):
        return 0.0
    return (
        alike.strength
        + _of_the_words(place, alike, text, is_person=entity.type == "person")
        + _of_what_stands_beside(place, text, certain, entity, french=french)
        + _of_the_document(alike, entity, kin, certain, catalogue, words, garbled_now=garbled_now)
        + _of_fame(kin)
        + min(garbled, 2)
        + (garbled > VERY_GARBLED)
        + 2.0 * (garbled == 1 and alike.one_letter and (bool(kin) or alike.strength >= LONG))
        + 3.0 * goes_on
        - CLEAN * (not garbled and not certain.spoken and alike.differing > 0 and not alike.parted)
        - SHORT_AND_UNSURE * (not garbled_now and alike.differing > 0 and alike.strength < SHORT)
        + certain.spoken
    )


def _is_a_typing_error(place: Place, alike: Alike, *, related: bool) -> bool:
    """Whether a text in which nothing else is written wrongly has a letter wrong: in such a text Nscale is not NuScale."""
    return alike.one_letter and related and len("".join(place.words)) >= TYPED


def children_of(entity: Entity, kin: frozenset[str], catalogue: Mapping[str, Entity]) -> int:
    """How many of its kin are its own, its products and people."""
    return sum(catalogue[one].parent == entity.id for one in kin if one in catalogue)


def _is_used_daily(word: str) -> bool:
    return word.islower() and (is_daily(word) or is_function_word(word))


def is_everyday(place: Place) -> bool:
    """Whether the place is a run of ordinary words without a capital."""
    return not any(word[0].isupper() for word in place.words) and all(
        _is_known(word.lower()) for word in place.words
    )


def is_sure(place: Place, alike: Alike, text: str, certain: Certain) -> bool:
    """Whether the place is a slip whoever is named in the document, so that the document is garbled."""
    return (
        alike.differing <= A_VOWEL
        and not all(_ELIDED.sub("", word.lower()) in GENERIC for word in place.words)  # l'IA
        and alike.strength + _of_the_words(place, alike, text, is_person=False) >= SURE
        and not _is_part_of_another(place, text, certain)
    )


def _of_the_words(place: Place, alike: Alike, text: str, *, is_person: bool) -> float:
    """Unknown words speak for a slip, ordinary ones, first names and places against it."""
    lowered = [word.lower() for word in place.words]
    known = [word for word in lowered if _is_known(word)]
    small = [word for word in place.words if word[0].islower() and len(word) > 1]
    score = -2.0 * alike.drawn_out - 2.0 * bool(_GERMAN.search(place.words[0].lower()))
    if len(lowered) > 1 and _LEADING.fullmatch(place.words[0]):
        score -= 1.5
    if alike.parted and not is_everyday(place) and (is_person or not known):
        score += 3.0
    if len(lowered) == 1:
        if not known:
            score += 2.0
        else:
            score -= 4.0 if small or begins_a_sentence(text, place.start) else 2.5
    elif len(known) < len(lowered):
        score += 1.5
    else:
        score += 1.0 * (not small and not alike.differing) - begins_a_sentence(text, place.start)
    if small and len(known) < len(lowered):
        edges = sum(word[0].islower() and _is_known(word) for word in (place.words[0], place.words[-1]))
        return score - 1.0 - edges - WHOLLY_HEARD * (len(lowered) == 1 and alike.differing > 0)
    return score - 1.5 * bool(small) - 2.0 * (len(small) == len(place.words))


def _of_what_stands_beside(
    place: Place, text: str, certain: Certain, entity: Entity, *, french: bool
) -> float:
    """What is introduced or called so is new, and a capital beside it makes another name of it."""
    score = 0.0
    before = text[max(0, place.start - 24) : place.start]
    if _NEW_BEFORE.search(before) or _NEW_BEHIND.match(text, place.end):
        score -= 4.0
    if (_INDEFINITE_FR if french else _INDEFINITE).search(before):
        score -= 3.0
    if _is_part_of_another(place, text, certain):
        score -= 3.0
    if (
        cues.SITE_BEFORE.search(before)
        or cues.SCHOLAR_BEFORE.search(before)
        or cues.SITE_BEHIND.match(text, place.end)
    ):
        score -= 6.0
    if entity.type == "organization" and (
        cues.COMPANY_BEFORE.search(before) or cues.COMPANY_BEHIND.match(text, place.end)
    ):
        score += 1.0
    if entity.type in ("model", "product") and _VERSION.match(text, place.end):
        score += 2.0
    if cues.LISTED_BEHIND.match(text, place.end) and certain.soon(place.end):
        score += 0.5
    return score


def _of_the_document(
    alike: Alike,
    entity: Entity,
    kin: frozenset[str],
    certain: Certain,
    catalogue: Mapping[str, Entity],
    words: int,
    *,
    garbled_now: bool,
) -> float:
    """Its full name, its parent and products, its context words, the industry at all."""
    named = certain.positions.keys() - {entity.id}
    score = 0.5 * min(len(named), 4) / 2
    if entity.id in certain.positions:
        score += (
            2.0 if garbled_now else 0.5 if not alike.differing else -2.0
        )  # else another of nearly its name
    close = [one for one in kin & named if entity.parent == one or catalogue[one].parent == entity.id]
    score += 2.0 if close else 1.0 if kin & named else 0.0
    if not garbled_now and not (words or kin & named):
        score -= 2.0
    return score + min(words, 2)


def context_words(entity: Entity, certain: Certain) -> int:
    """How many of the entity's context words the document says."""
    return sum(says(certain.lowered, word.lower()) for word in entity.context if not word.startswith(AGAINST))


def _of_fame(kin: frozenset[str]) -> float:
    return 1.5 if len(kin) >= HOUSEHOLD else 0.5 if len(kin) >= KNOWN_WELL else 0.0 if kin else -0.5


def _is_part_of_another(place: Place, text: str, certain: Certain) -> bool:
    """Whether an unlinked word with a capital stands right beside it: Nvidio Systems, Stella Anders."""
    before = _OTHER_BEFORE.search(text, max(0, place.start - 20), place.start)
    if (
        before
        and before.end(1) not in certain.owners
        and not cues.TITLE.fullmatch(before[1])
        and not begins_a_sentence(text, before.start(1))
    ):
        return True
    if text[place.end : place.end + 1] == "-" and text[place.end + 1 : place.end + 2].isupper():
        return True
    behind = _OTHER_BEHIND.match(text, place.end)
    return bool(behind and not _TAIL.match(behind[1]) and not certain.soon(place.end))


@cache
def _everyday() -> frozenset[str]:
    return dictionary() | gazetteer() | FIRST_NAMES | GENERIC


def _is_known(word: str) -> bool:
    return len(word) == 1 or word in _everyday() or (word.endswith("s") and word[:-1] in _everyday())
