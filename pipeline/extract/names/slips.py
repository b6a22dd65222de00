"""Slips: a text in Latin letters in, places that nearly sound like a name of the catalogue out, and how nearly.

A place is a word or up to five side by side, split or joined as a recogniser heard them: `Grock`, `Op Cor`, `à SML`,
`Goldman Sax`. Each is compared with the catalogue's names by what an English or a French reader says (phones.py). Whether
the document means the name is another question (slip_evidence.py).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from pipeline.extract.names.fold import fold_name
from pipeline.extract.names.phones import Reading, bones, distance, plain_letters
from pipeline.extract.names.slip_forms import Form, SlipForms
from pipeline.extract.names.slip_places import LEAST_SOUNDS, REMEMBERED, Place
from pipeline.extract.names.slip_words import (
    MUCH_OF_A_NAME,
    is_near,
    is_that_one,
    readings_of,
    readings_of_name,
    without_shared,
)
from pipeline.extract.names.told import Told

A_SOUND = 4.0
"""What a differing sound takes from the strength: as much as four that agree give."""
LEAST_STRENGTH = 2.6
MOST_SOUNDS = 10
"""Beyond them more sounds say no more."""
SHORT_SPELLING = 5
"""Letters of a name up to which a letter more or less is another word."""
A_LETTER = 0.5
"""What a letter that is left out, doubled, changed or moved counts in sounds: Mircosoft."""
MOST_LETTERS = 4
"""Such letters beyond which no name is strong enough."""
A_VOWEL = 0.34
"""What may differ in letters that are said one by one."""
ACRONYM = 5
"""Capitals up to which a word is an acronym."""
MOST_MEANT = 4
"""Entities that one place may mean, the document deciding: Groq or Grok."""
SHARED_WORD = 1.0
"""What an ordinary word that both have (Capital, Energy) gives."""

_INITIALS = ("ia", "ai")


@dataclass(frozen=True, slots=True)
class Alike:
    """What a place sounds like: the entity, its name, and how much the likeness says (a sound that agrees is one)."""

    entity: str
    name: str
    strength: float
    differing: float
    parted: bool
    """A first and a family name, or the two words of a firm's, that are both alike."""
    drawn_out: bool
    """The one is the beginning of the other, by more than a last letter that was not heard: Mistralis."""
    one_letter: bool
    """Written all but for a letter or accents as it should be."""


class Listener:
    """The catalogue's Latin names, ready to be listened for."""

    def __init__(self, told: Iterable[Told]) -> None:
        self._forms = SlipForms(told)
        self._best = lru_cache(REMEMBERED)(self._compare)

    def alike(self, place: Place, *, french: bool) -> tuple[Alike, ...]:
        """What the place sounds like, the likeliest first; of no entity if it is nearer to somebody of history."""
        return self._best(place.words, french=french)

    def _compare(self, words: tuple[str, ...], *, french: bool) -> tuple[Alike, ...]:
        joined = " ".join(words)
        if fold_name(joined) in self._forms.known or (
            len(words) == 1 and joined.isupper() and len(joined) <= ACRONYM
        ):
            return ()
        behind = words[next((place for place, word in enumerate(words) if len(word) > 1), 0) :]
        if behind != words and fold_name("".join(behind)) in self._forms.known:
            return ()  # a Gemini
        own = readings_of(joined, french=french)
        by_entity: dict[str, Alike] = {}
        for form in self._strong_enough(words, own, french=french):
            found = self._weigh(words, own, form, french=french)
            if found and _rank(found) > _rank(by_entity.get(found.entity)):
                by_entity[found.entity] = found
        in_order = sorted(by_entity.values(), key=lambda one: one.entity)  # so that every run says the same
        best = sorted(in_order, key=_rank, reverse=True)[:MOST_MEANT]
        return tuple(
            one
            for one in best
            if one.differing <= best[0].differing and bool(one.entity) == bool(best[0].entity)
        )

    def _strong_enough(
        self, words: tuple[str, ...], own: Collection[Reading], *, french: bool
    ) -> Iterator[Form]:
        """The names whose sounds differ so little, with all consonants but one, that their strength may be enough."""
        sounds = max((len(reading.sounds) for reading in own), default=0)
        letters = plain_letters("".join(words))
        first, last = (plain_letters(words[0]), plain_letters(words[-1])) if len(words) > 1 else ("", "")
        for form, much in self._forms.differing(own, french=french).items():
            # At least one sound and one class differ for each class that does.
            most = min(sounds, len(form.reading.sounds), MOST_SOUNDS) - A_SOUND * 2 * much / 3
            if (
                most >= LEAST_STRENGTH - 1e-6
                or (first and (form.first == first or form.last == last))
                or (last in _INITIALS and form.last in _INITIALS)
                or (
                    len(form.letters) > SHORT_SPELLING
                    and form.letters[0] == letters[:1]
                    and OSA.distance(letters, form.letters, score_cutoff=MOST_LETTERS) <= MOST_LETTERS
                )
            ):
                yield form

    def _weigh(
        self, words: tuple[str, ...], said: frozenset[Reading], form: Form, *, french: bool
    ) -> Alike | None:
        person = form.entity in self._forms.persons
        heard, theirs = (words, form.words) if person else without_shared(words, form.words)
        if sum(map(len, heard)) <= LEAST_SOUNDS + 1 and said & {form.reading}:
            heard, theirs = words, form.words  # Élie Lilly, of which too little is left
        given = SHARED_WORD * (len(heard) < len(words))
        own = readings_of(" ".join(heard), french=french) if given else said
        others = readings_of_name(" ".join(theirs), french=french) if given else (form.reading,)
        pairs = [(one, other) for one in own for other in others if one[0] and other[0]]
        if not pairs:
            return None
        differing, sounds = min(
            (distance(one, other), -min(len(one[0]), len(other[0]))) for one, other in pairs
        )
        letters = plain_letters("".join(heard))
        spelled = plain_letters("".join(theirs)) if given else form.letters
        if len(spelled) > SHORT_SPELLING and letters[:1] == spelled[:1]:
            differing = min(differing, OSA.distance(letters, spelled) * A_LETTER)
        if -sounds < LEAST_SOUNDS:
            return None
        short = form.name.isupper() and len(form.name) <= ACRONYM
        if short and (
            (len(words) == 1 and len(form.name) < ACRONYM - 1)
            or not any(bones(one) == bones(other) and distance(one, other) <= A_VOWEL for one, other in pairs)
        ):
            return None
        strength = min(-sounds, MOST_SOUNDS) - A_SOUND * differing + given
        if strength < LEAST_STRENGTH or (len(words) == 1 and differing > 1):
            return None
        if form.owned and not is_near(words[-1], form.words[-1], MUCH_OF_A_NAME, french=french):
            return None  # micro soft met is no Microsoft Maia
        parted = len(words) == len(form.words) > 1 and (person or len(heard) == len(words))
        if parted and not is_that_one(words, form.words, french=french):
            if person:
                return None
            parted = False
        one_letter = OSA.distance(letters, spelled, score_cutoff=1) <= 1
        cut_off = spelled.startswith(letters) and not one_letter
        drawn_out = differing > 0 and (letters.startswith(spelled) or cut_off)
        return Alike(form.entity, form.name, strength, differing, parted, drawn_out, one_letter)


def _rank(alike: Alike | None) -> tuple[float, bool, int, str, float, bool, bool]:
    if not alike:
        return (0.0, False, 0, "", 0.0, False, False)
    nameless, name, differing = not alike.entity, alike.name, -alike.differing
    return (alike.strength, nameless, -len(name), name, differing, alike.parted, not alike.drawn_out)
