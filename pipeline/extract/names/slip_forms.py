"""Slip forms: the catalogue's names as they are told (told.py) in, those that differ little from a reading of a place out.

Names stand by their consonants, and by these without one; who is famous in history stands among them, as nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from pipeline.extract.candidates.plain_words import FAMOUS
from pipeline.extract.names.fold import fold_name
from pipeline.extract.names.phones import Reading, near_keys, plain_letters, readings
from pipeline.extract.names.slip_places import LEAST_SOUNDS, REMEMBERED
from pipeline.extract.names.told import Told, is_latin_name

MOST_DIFFERING = 2
"""Sounds of another class that may differ."""


class Form(NamedTuple):
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


_Forms = dict[str, dict[int, dict[str, list[Form]]]]
"""By consonants, how many sounds, and the sounds' classes."""


class SlipForms:
    """The catalogue's Latin names by their consonants."""

    def __init__(self, told: Iterable[Told]) -> None:
        self.known: set[str] = set()
        """Folded names, which are no slips of others."""
        self.persons: set[str] = set()
        self._forms: dict[bool, _Forms] = {False: {}, True: {}}  # by whether only a reader of French says so
        self._near: dict[bool, dict[str, list[str]]] = {False: {}, True: {}}
        self._historic: _Forms = {}
        for name in FAMOUS:
            if is_latin_name(name):
                self.known.add(fold_name(name))
                for reading in readings(name, french=True, own=True) | readings(name, french=False, own=True):
                    _add(self._historic, name, "", (reading,), tuple(name.split()), person=False)
        for name, entity, person, english, french, owned in told:
            if person:
                self.persons.add(entity)
            self.known.add(fold_name(name))
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
        self._near_by_length = lru_cache(REMEMBERED)(self._gather)

    def differing(self, said: Collection[Reading], *, french: bool) -> dict[Form, int]:
        """The names that have all consonants of a reading but one, and in how many classes of sounds they differ from it."""
        heard = {
            (reading.classes, reading.consonants)
            for reading in said
            if len(reading.sounds) >= LEAST_SOUNDS - 1
        }
        differing: dict[Form, int] = {}
        for classes, consonants in heard:
            pool: dict[str, list[Form]] = {}
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
        return differing

    def _gather(self, consonants: str, *, french: bool) -> dict[int, dict[str, list[Form]]]:
        """By how many sounds, the classes of the names that have these consonants, or these and one more."""
        found: dict[int, dict[str, list[Form]]] = {}
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
            Form(name, entity, reading, words, letters, *ends, owned)
        )
