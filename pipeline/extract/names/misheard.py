"""Misheard names: name-like words that no alias explains in, the entities that were meant out.

A speech recogniser writes what it heard: DepSIC for DeepSeek, アンソロピクス for アンソロピック, `in video` for NVIDIA. A word,
or up to four words side by side, is compared with the catalogue by sound and by letters (Jaro-Winkler), and linked only
where the document speaks for the entity too: ordinary words share sounds as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from pipeline.extract.candidates.plain_words import dictionary
from pipeline.extract.names.catalogue_sounds import LEAST_SOUNDS, Sounds, is_kana_name, sounds_of_catalogue
from pipeline.extract.names.common_words import is_everyday
from pipeline.extract.names.fits import NUMBER_GOES_ON
from pipeline.extract.names.fold import fold_name, is_katakana
from pipeline.extract.names.homophones import homophones, sounds_of
from pipeline.extract.names.kana import plain_kana
from pipeline.extract.names.kept import Keep, make_anew
from pipeline.extract.names.likeness import LONG_SOUNDS, how_alike, shared, without_one
from pipeline.extract.names.meant_in_kana import is_introduced
from pipeline.extract.names.sounds import consonants, latin_of, sound
from pipeline.extract.names.windows import LEAST_KANA, LEAST_LETTERS, Window, japanese, latin
from pipeline.extract.tokens import Token
from pipeline.records import Entity

FEW_CONSONANTS = 2
"""With fewer nothing can be told: open eye."""
CLEAR_SOUNDS = 7
"""From here on equal sounds are hardly chance."""
CLEARLY_ALIKE = 0.95
"""Likeness that stands for one sound more."""
PLAIN_LIKE_ENOUGH = 0.88
"""Of words that a dictionary holds (deep sick, ディープ シック): they must be far more alike than unknown ones."""
SETTLED_LIKE_ENOUGH = 0.92
"""Of a name that the text introduces or repeats: it may be a new one."""
SPELLED_ALIKE = 0.97
"""Likeness of kana that differ in long vowels and such alone."""
LONG_SPELLED = 5
"""Kana from which on such a name can hardly be another word."""
LONGEST_FORM = 80
"""Letters of a word from which on it is no name that was misheard."""
REMEMBERED = 50_000
"""Forms whose comparison is kept over documents; the words of a language come again and again."""

_COUNTED = re.compile(r" (?:cents?|mille|hundred|thousand|[mbt]rillion|[mb]illi(?:ons?|ards?))\b")
_INDEFINITE = re.compile(r"(?<![\w.])(?:an?|une?|my|your) \Z")
_LITTLE = re.compile(
    r"(?:the|an?|my|your|his|her|their|our|les?|la|une?|des|du|mon|ma|mes|son|sa|ses)", re.IGNORECASE
)
_INTRODUCED = re.compile(
    r"(?:start-?up|jeune pousse|société|company|firm|called|named|dubbed|nommée?|baptisée?|appelée?|スタートアップ|新興企業|企業)"
    r"[\s「『“\"«,、]*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Likely:
    """The entity that a form sounds most like; `exact` where not one sound differs."""

    entity: str
    likeness: float
    exact: bool
    reason: str
    name: str


@dataclass(frozen=True, slots=True)
class Suspect:
    """A word at [start, end) that sounds like an entity; `likeness` is 0 to 1. `daring` ones are made of plain words,
    `clear` ones so long and so alike that they may speak for each other."""

    start: int
    end: int
    entity: str
    likeness: float
    reason: str
    daring: bool
    clear: bool
    long: bool
    exact: bool
    everyday: bool = False
    """Its words are all in the dictionary: copilote."""
    phrase: bool = False
    """One known word behind an article: the chatbot."""


class Ear:
    """The sounds of a catalogue's names, ready to be compared with."""

    def __init__(
        self, entities: Collection[Entity], kin: Mapping[str, Collection[str]], keep: Keep = make_anew
    ) -> None:
        sounds = keep("sounds", Sounds, lambda: sounds_of_catalogue(entities, kin))
        self._names, self._near, self._kana = sounds.names, sounds.near, sounds.kana
        self._known, self._in_parts, self._versions = sounds.known, sounds.in_parts, sounds.versions
        self._read, self._spelled = sounds.read, sounds.spelled
        self._longest = max(map(len, self._names), default=0) + 1  # no longer word can be like any name
        self._likely = lru_cache(REMEMBERED)(self._compare)

    def read_alike(self, text: str, tokens: Sequence[Token]) -> list[tuple[int, int, str, str]]:
        """Places of Japanese speech that are read like a name, with the name and its entity."""
        return list(homophones(text, tokens, self._read_out, self._spelled))

    def suspects(
        self,
        text: str,
        tokens: Sequence[Token],
        free: Sequence[bool],
        read_alike: Iterable[tuple[int, int, str, str]],
        *,
        spoken: bool,
    ) -> Iterator[Suspect]:
        """The unknown name-like words of the text and whom they sound like, at most one entity a word.

        free[i] is False where a mention already covers character i. In `spoken` text plain words are doubted too, and what
        is read like a name.
        """
        windows = [
            *(japanese(text, tokens, free, spoken=spoken) if tokens else ()),
            *latin(
                text,
                tokens,
                free,
                self._likely,
                spoken=spoken,
                plain_only=not (tokens or spoken),  # others with a capital: slips.py
            ),
        ]
        alike = [(window, likely) for window in windows if (likely := self._likely(window.surface))]
        places = {(window.start, window.end): window.surface for window, _ in alike}
        times = Counter(places.values())
        found = []
        for window, likely in alike:
            if self._is_believable(text, window, likely, times[window.surface], spoken=spoken):
                rank = (not likely.exact, -likely.likeness, window.start - window.end, window.plain)
                heard = sound(fold_name(window.surface))
                long = (
                    len(heard) + (likely.likeness >= CLEARLY_ALIKE and consonants(heard) > FEW_CONSONANTS)
                    >= CLEAR_SOUNDS
                )
                clear = likely.exact and (long or likely.likeness >= SPELLED_ALIKE)
                suspect = Suspect(
                    window.start,
                    window.end,
                    likely.entity,
                    likely.likeness,
                    likely.reason,
                    window.plain,
                    clear,
                    long or clear,
                    likely.exact,
                    window.plain and all(word in dictionary() for word in window.surface.lower().split()),
                    _is_phrase(window.surface),
                )
                found.append((rank, suspect))
        for start, end, name, entity in read_alike:
            suspect = Suspect(
                start,
                end,
                entity,
                0.9,
                f"is read like {name}",
                daring=True,
                clear=True,
                long=True,
                exact=False,
            )
            found.append(((False, -0.9, start - end, True), suspect))
        taken = list(free)
        for _, suspect in sorted(found, key=lambda item: item[0]):
            if all(taken[suspect.start : suspect.end]):
                taken[suspect.start : suspect.end] = [False] * (suspect.end - suspect.start)
                yield suspect

    @cached_property
    def _read_out(self) -> dict[str, tuple[str, str, str]]:
        return sounds_of(self._read)

    def _is_believable(self, text: str, window: Window, likely: Likely, times: int, *, spoken: bool) -> bool:
        if likely.name in self._versions and NUMBER_GOES_ON.match(text, window.end):
            return False
        first = window.surface.partition(" ")[0]
        if window.plain and likely.name in self._versions and first.islower() and is_everyday(first):
            return False  # going to five is no qwen two five
        if window.plain and _COUNTED.match(text, window.end):
            return False  # à huit cents millions
        last = window.surface.rpartition(" ")[2]
        if last == "I":
            return False  # tokens of context I ran it on
        if last.islower() and not spoken and likely.name in self._in_parts and likely.name.endswith(last):
            return False  # media platforms, Meta Platforms
        word = fold_name(window.surface)
        if word in dictionary() and latin_of(word).removesuffix("e") != latin_of(likely.name):
            return False  # the Senator, l'opérateur
        if is_katakana(window.surface[0]) and is_introduced(text, window.start, window.end):
            return likely.reason.startswith("is spelled")  # its consonants alone say nothing
        if window.plain:
            if " " in window.surface and _INDEFINITE.search(text, max(0, window.start - 5), window.start):
                return False  # an open eye
            if likely.exact:
                return spoken or likely.likeness >= PLAIN_LIKE_ENOUGH
            if window.surface.lower() in dictionary():
                return False  # started is no Stargate
            return spoken and likely.likeness >= PLAIN_LIKE_ENOUGH and len(likely.name) > LEAST_LETTERS
        introduced = bool(_INTRODUCED.search(text, max(0, window.start - 20), window.start))
        settled = introduced or (times > 1 and not spoken)  # a name of its own, not a slip
        return likely.exact or not settled or likely.likeness >= SETTLED_LIKE_ENOUGH

    def _compare(self, surface: str) -> Likely | None:
        form = fold_name(surface)
        if form in self._known or len(form) > LONGEST_FORM:
            return None
        if is_kana_name(surface) and (spelled := self._spelled.get(plain_kana(form))):
            likeness = 1.0 if len(form) > LONG_SPELLED else SPELLED_ALIKE
            return Likely(spelled[2], likeness, True, f"is spelled like {spelled[0]}", spelled[0])
        heard = sound(form)
        kana = self._reads_like(form) if is_kana_name(form) else None
        if not LEAST_SOUNDS <= len(heard) <= self._longest or consonants(heard) < FEW_CONSONANTS:
            return kana
        near: set[str] = {heard} if heard in self._names else set()
        if len(heard) >= LONG_SOUNDS - 1:
            for less in (heard, *without_one(heard)):
                if less in self._near:
                    near.update(self._near[less])
                if less in self._names:
                    near.add(less)
        best = kana
        letters = latin_of(form)
        for other in near:
            for name, entity in self._names[other]:
                if (common := shared(form, name)) != name and common in self._known:
                    continue  # Amazonie is made of Amazon, and not Amazon Leo
                if heard != other and name in self._versions:
                    continue  # Claude Monet
                likeness = how_alike(form, letters, heard, name, other)
                if likeness and (not best or (heard == other, likeness) > (best.exact, best.likeness)):
                    best = Likely(entity, likeness, heard == other, f"sounds like {name} ({other})", name)
        return best

    def _reads_like(self, form: str) -> Likely | None:
        """Katakana is written as heard: its letters are its sounds."""
        best: Likely | None = None
        for name, entity in self._kana.get(form[0], ()) if len(form) >= LEAST_KANA else ():
            if abs(len(name) - len(form)) > 2:
                continue
            edits, alike = Levenshtein.normalized_similarity(form, name), JaroWinkler.similarity(form, name)
            if edits >= 0.8 or (edits >= 0.7 and alike >= 0.93):
                likeness = (edits + alike) / 2
                if not best or likeness > best.likeness:
                    best = Likely(entity, likeness, False, f"reads like {name}", name)
        return best


def _is_phrase(surface: str) -> bool:
    """Whether it is one known word behind an article: the chatbot, ma voisine."""
    words = surface.split(" ")
    told = words[-1]
    return (
        len(words) > 1
        and all(_LITTLE.fullmatch(word) for word in words[:-1])
        and (told.islower() or told.lower() in dictionary())
    )
