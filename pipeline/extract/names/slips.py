"""Slips: a text in Latin letters in, places that nearly sound like a name of the catalogue out, and how nearly.

A place is a word or up to five side by side, split or joined as a recogniser heard them: `Grock`, `Op Cor`, `à SML`,
`Goldman Sax`. Each is compared with the catalogue's names by what an English or a French reader says (phones.py). Whether
the document means the name is another question (slip_evidence.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from rapidfuzz.distance import OSA, Levenshtein
from rapidfuzz.process import extract

from pipeline.extract.candidates.plain_words import FAMOUS, FIRST_NAMES, dictionary, gazetteer
from pipeline.extract.names.fold import fold_name
from pipeline.extract.names.phones import Reading, bones, distance, near_keys, plain_letters, readings
from pipeline.extract.names.windows import JOINING, is_function_word
from pipeline.records import Entity

REMEMBERED = 50_000
WORDS, LONGEST = 5, 30
"""Words and letters of a place."""
LEAST_SOUNDS = 4
"""Sounds of a name that can be told by them."""
A_SOUND = 4.0
"""What a differing sound takes from the strength: as much as four that agree give."""
LEAST_STRENGTH = 2.6
MOST_DIFFERING = 2
"""Sounds of another class that may differ."""
MOST_SOUNDS = 10
"""Beyond them more sounds say no more."""
MUCH_OF_A_USUAL_NAME = 0.1
MUCH_OF_A_FAMILY = 0.26
MUCH_OF_A_NAME = 0.34
"""The share of a first or family name's sounds that may differ."""
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
MOST_EVERYDAY = 3
"""Ordinary words in small letters that may be one name."""
SMALL = 2
"""Letters of small words inside a name that was heard as words: X et AI."""
SHARED_WORD = 1.0
"""What an ordinary word that both have (Capital, Energy) gives."""

_LITTLE = re.compile(
    r"(?:the|an?|my|your|his|her|their|our|les?|la|une?|des|du|mon|ma|mes|son|sa|ses|ton|ta|tes|leurs?|à|au|aux|en|de|d)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿœ]+")
_NAME = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ.&' -]+[A-Za-zÀ-ÿ]")
_FRENCH = re.compile(r"\b(?:le|la|les|des|et|est|une|du|dans|pour|que|qui|sur)\b")
_ENGLISH = re.compile(r"\b(?:the|of|and|is|to|that|it|for|with|was)\b")
_JOINED, _JOINED_BEFORE = re.compile(r"-[A-ZÀ-Ý]"), re.compile(r"[a-zà-ÿ]-(?<!ex-)\Z")
_INITIALS = ("ia", "ai")
_BETWEEN = frozenset(" -'’")
SAMPLE = 5_000


class Place(NamedTuple):
    """Words at [start, end) of a text."""

    start: int
    end: int
    words: tuple[str, ...]


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


class Told(NamedTuple):
    """A Latin name of an entity (of nobody for one of history), and how it is said in English and otherwise in French."""

    name: str
    entity: str
    person: bool
    english: tuple[Reading, ...] = ()
    french: tuple[Reading, ...] = ()
    owned: bool = False
    """Its maker's name stands before its own."""


class _Form(NamedTuple):
    name: str
    entity: str
    reading: Reading
    words: tuple[str, ...]
    letters: str
    first: str
    last: str
    """Letters of its first and its last word; of a person's and of a single word "", for nobody else's can be the same."""
    owned: bool = False
    """Its maker's name stands before its own: Anthropic Clio."""


_Forms = dict[str, dict[int, dict[str, list[_Form]]]]
"""By consonants, how many sounds, and the sounds' classes."""


def reads_french(text: str) -> bool:
    """Whether the text is French sooner than English."""
    sample = text[:SAMPLE].lower()
    return len(_FRENCH.findall(sample)) > len(_ENGLISH.findall(sample))


def told_of(entities: Iterable[Entity]) -> Iterator[Told]:
    """The catalogue's Latin names as they are said; those that are only known, and never listened for, without readings."""
    entities = tuple(entities)
    names = {entity.id: entity.name for entity in entities}
    for entity in entities:
        for name in dict.fromkeys((entity.name, *entity.aliases)):
            latin = _NAME.fullmatch(name)
            if not latin and not name.isascii():
                continue
            person = entity.type == "person"
            if not latin or (person and " " not in name) or entity.type == "law":
                yield Told(name, entity.id, person)
                continue
            english, french = (readings(name, french=one, own=not person) for one in (False, True))
            first, *more = name.replace("-", " ").split()
            owned = bool(more) and first == names.get(entity.parent or "")
            yield Told(
                name, entity.id, person, tuple(sorted(english)), tuple(sorted(french - english)), owned
            )


class Listener:
    """The catalogue's Latin names by their consonants."""

    def __init__(self, told: Iterable[Told]) -> None:
        self._forms: dict[bool, _Forms] = {False: {}, True: {}}  # by whether only a reader of French says so
        self._near: dict[bool, dict[str, list[str]]] = {False: {}, True: {}}
        self._historic: _Forms = {}
        self._known: set[str] = set()
        self._persons: set[str] = set()
        for name in FAMOUS:
            if _NAME.fullmatch(name):
                self._known.add(fold_name(name))
                for reading in readings(name, french=True, own=True) | readings(name, french=False, own=True):
                    _add(self._historic, name, "", (reading,), tuple(name.split()), person=False)
        for name, entity, person, english, french, owned in told:
            if person:
                self._persons.add(entity)
            self._known.add(fold_name(name))
            if not english:
                continue
            words = tuple(name.replace("-", " ").split())
            _add(self._forms[False], name, entity, english, words, person=person, owned=owned)
            _add(self._forms[True], name, entity, french, words, person=person, owned=owned)
        for in_french, forms in self._forms.items():
            near = self._near[in_french]
            for consonants in forms:
                for less in near_keys(consonants):
                    if less != consonants:
                        near.setdefault(less, []).append(consonants)
        self._leading = frozenset(chain(self._historic, *self._forms.values(), *self._near.values()))
        self._best = lru_cache(REMEMBERED)(self._compare)
        self._near_by_length = lru_cache(REMEMBERED)(self._gather)

    def alike(self, place: Place, *, french: bool) -> tuple[Alike, ...]:
        """What the place sounds like, the likeliest first; of no entity if it is nearer to somebody of history."""
        return self._best(place.words, french=french)

    def _compare(self, words: tuple[str, ...], *, french: bool) -> tuple[Alike, ...]:
        joined = " ".join(words)
        if fold_name(joined) in self._known or (
            len(words) == 1 and joined.isupper() and len(joined) <= ACRONYM
        ):
            return ()
        behind = words[next((place for place, word in enumerate(words) if len(word) > 1), 0) :]
        if behind != words and fold_name("".join(behind)) in self._known:
            return ()  # a Gemini
        own = _own(joined, french=french)
        by_entity: dict[str, Alike] = {}
        for form in self._forms_near(words, own, french=french):
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

    def _forms_near(
        self, words: tuple[str, ...], own: Collection[Reading], *, french: bool
    ) -> Iterator[_Form]:
        """The names whose sounds differ so little, with all consonants but one, that their strength may be enough."""
        said = {
            (reading.classes, reading.consonants)
            for reading in own
            if len(reading.sounds) >= LEAST_SOUNDS - 1
        }
        differing: dict[_Form, int] = {}
        for classes, consonants in said:
            pool: dict[str, list[_Form]] = {}
            for one in reversed(tuple(near_keys(consonants))):  # its own last: only there is who is historic
                if one not in self._leading:
                    continue
                by_length = self._near_by_length(one, french=french)
                for length in range(len(classes) - MOST_DIFFERING, len(classes) + MOST_DIFFERING + 1):
                    if length in by_length:
                        pool.update(by_length[length])
            if not pool:
                continue
            alike = extract(
                classes, list(pool), scorer=Levenshtein.distance, score_cutoff=MOST_DIFFERING, limit=None
            )
            for other, much, _ in alike:
                for form in pool[other]:
                    differing[form] = min(much, differing.get(form, much))
        sounds = max((len(reading.sounds) for reading in own), default=0)
        letters = plain_letters("".join(words))
        first, last = (plain_letters(words[0]), plain_letters(words[-1])) if len(words) > 1 else ("", "")
        for form, much in differing.items():
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

    def _gather(self, consonants: str, *, french: bool) -> dict[int, dict[str, list[_Form]]]:
        """By how many sounds, the classes of the names that have these consonants, or these and one more."""
        found: dict[int, dict[str, list[_Form]]] = {}
        lists = [self._historic.get(consonants)]
        for in_french in (False, True) if french else (False,):
            forms = self._forms[in_french]
            lists.append(forms.get(consonants))
            lists += [forms[one] for one in self._near[in_french].get(consonants, ())]
        for by_length in filter(None, lists):
            for length, by_classes in by_length.items():
                gathered = found.setdefault(length, {})
                for classes, some in by_classes.items():
                    gathered[classes] = gathered.get(classes, []) + some
        return found

    def _weigh(
        self, words: tuple[str, ...], said: frozenset[Reading], form: _Form, *, french: bool
    ) -> Alike | None:
        person = form.entity in self._persons
        heard, theirs = (words, form.words) if person else _without_shared(words, form.words)
        given = SHARED_WORD * (len(heard) < len(words))
        own = _own(" ".join(heard), french=french) if given else said
        others = _others(" ".join(theirs), french=french) if given else (form.reading,)
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
        if form.owned and not _is_near(words[-1], form.words[-1], MUCH_OF_A_NAME, french=french):
            return None  # micro soft met is no Microsoft Maia
        parted = len(words) == len(form.words) > 1 and (person or len(heard) == len(words))
        if parted and not _is_that_one(words, form.words, french=french):
            if person:
                return None
            parted = False
        one_letter = OSA.distance(letters, spelled, score_cutoff=1) <= 1
        cut_off = spelled.startswith(letters) and not one_letter
        drawn_out = differing > 0 and (letters.startswith(spelled) or cut_off)
        return Alike(form.entity, form.name, strength, differing, parted, drawn_out, one_letter)


def _add(
    forms: _Forms,
    name: str,
    entity: str,
    said: Iterable[Reading],
    words: tuple[str, ...],
    *,
    person: bool,
    owned: bool = False,
) -> None:
    letters = plain_letters(name)
    ends = ("", "") if person or len(words) == 1 else (plain_letters(words[0]), plain_letters(words[-1]))
    for reading in said:
        by_classes = forms.setdefault(reading.consonants, {}).setdefault(len(reading.classes), {})
        by_classes.setdefault(reading.classes, []).append(
            _Form(name, entity, reading, words, letters, *ends, owned)
        )


def _rank(alike: Alike | None) -> tuple[float, bool, int, str, float, bool, bool]:
    if not alike:
        return (0.0, False, 0, "", 0.0, False, False)
    nameless, name, differing = not alike.entity, alike.name, -alike.differing
    return (alike.strength, nameless, -len(name), name, differing, alike.parted, not alike.drawn_out)


def _without_shared(
    words: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both without the word with which both end or begin: Capital, Claude."""
    if len(words) > 1 and len(theirs) > 1:
        if plain_letters(words[-1]) == plain_letters(theirs[-1]) or {words[-1], theirs[-1]} == {"IA", "AI"}:
            return words[:-1], theirs[:-1]
        if plain_letters(words[0]) == plain_letters(theirs[0]):
            return words[1:], theirs[1:]
    return words, theirs


def places(text: str, free: Sequence[bool], *, bold: bool) -> Iterator[Place]:
    """Words of the text that may be a name written as it was heard; in a `bold` search without capitals too."""
    tokens = [(*match.span(), match[0]) for match in _TOKEN.finditer(text)]
    for index, (start, first_end, first) in enumerate(tokens):
        if len(first) == 1 and first.islower() and text[start - 1 : start] in ("'", "’"):
            continue  # Google's
        if not free[start] or not (bold or first[0].isupper() or len(first) == 1):
            continue
        if _JOINED_BEFORE.search(text, max(0, start - 2), start):
            continue
        if (
            len(first) >= LEAST_SOUNDS
            and not _JOINED.match(text, first_end)
            and (first[0].isupper() or first.lower() not in dictionary())
        ):
            yield Place(start, first_end, (first,))
        end = first_end
        if text[end : end + 1] not in _BETWEEN or first in JOINING:
            continue
        words, everyday, joined = [first], _is_everyday(first), False
        for place in range(index + 1, min(index + WORDS, len(tokens))):
            next_start, next_end, word = tokens[place]
            if (
                next_start != end + 1
                or text[end] not in " -'’"
                or (word == "s" and text[end] in "'’")
                or not free[next_start]
                or next_end - start > LONGEST
                or not (bold or word[0].isupper() or len(word) <= SMALL)
            ):
                break
            words.append(word)
            end = next_end
            everyday = everyday and _is_everyday(word)
            joined = joined or is_function_word(word)
            if _JOINED.match(text, end) or text[end : end + 1].isdigit():
                continue
            if bold and everyday and (joined or len(words) > MOST_EVERYDAY):
                continue  # ordinary words in small letters with little ones among them: no name is heard so
            if max(map(len, words)) > 1 and (
                word[0].isupper() or (len(word) > 1 and not is_function_word(word))
            ):
                yield Place(start, end, tuple(words))


def is_phrase(words: Sequence[str]) -> bool:
    """Whether the words are one that is known, or has no capital, behind an article: the chatbot, a Series, à Valence."""
    told = words[-1]
    return all(_LITTLE.fullmatch(word) or is_function_word(word) for word in words[:-1]) and (
        told.islower() or told.lower() in dictionary() or told.lower() in gazetteer()
    )


@lru_cache(maxsize=REMEMBERED)
def _is_everyday(word: str) -> bool:
    """Whether it is an ordinary word in small letters."""
    return not word[0].isupper() and word in dictionary()


def _own(name: str, *, french: bool) -> frozenset[Reading]:
    """How a place of a text is read: in English, and in a French text in French too."""
    return frozenset(
        one for language in {False, french} for one in readings(name, french=language, own=False)
    )


def _others(name: str, *, french: bool) -> frozenset[Reading]:
    return frozenset(one for language in {False, french} for one in readings(name, french=language, own=True))


def _is_that_one(words: tuple[str, ...], theirs: tuple[str, ...], *, french: bool) -> bool:
    """Whether each word is near, of a person first and family name, and the first is no other usual one: Daniel is not Daniela."""
    if words[0].lower() in FIRST_NAMES and not _is_near(
        words[0], theirs[0], MUCH_OF_A_USUAL_NAME, french=french
    ):
        return False
    return _is_near(words[-1], theirs[-1], MUCH_OF_A_FAMILY, french=french) and all(
        _is_near(one, other, MUCH_OF_A_NAME, french=french) for one, other in zip(words, theirs, strict=True)
    )


def _is_near(one: str, other: str, much: float, *, french: bool) -> bool:
    return any(
        distance(reading, said) <= much * max(len(reading[0]), len(said[0]))
        for reading in _own(one, french=french)
        for said in _others(other, french=french) | _own(other, french=french)
        if reading[0]
        and said[0]
        and not (reading[0].startswith(said[0]) and len(reading[0]) - len(said[0]) > 1)  # Menchon, Mensch
    )
