"""Misheard names: name-like words that no alias explains in, the entities that were meant out.

A speech recogniser writes what it heard: DepSIC for DeepSeek, アンソロピクス for アンソロピック. Such a word is compared
with the catalogue by sound (Metaphone, L. Philips 1990, as in jellyfish) and by letters (Jaro-Winkler), and linked only
where the document speaks for the entity too: ordinary words share sounds as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import jellyfish
from rapidfuzz.distance import JaroWinkler, Levenshtein

from pipeline.extract.fold import fold_name, is_katakana
from pipeline.extract.tokens import Token
from pipeline.records import Entity

LEAST_LETTERS = 5
"""Shorter names sound like too many words."""
LEAST_SOUNDS = 4
"""Consonants of a Metaphone key from which on an equal key says much by itself."""

_LATIN_WORD = re.compile(r"[A-Za-zÀ-ÿ]{4,}")


@dataclass(frozen=True, slots=True)
class Suspect:
    """A word at [start, end) that sounds like an entity; `likeness` is 0 to 1."""

    start: int
    end: int
    entity: str
    likeness: float
    reason: str


class Ear:
    """The sounds of a catalogue's names, ready to be compared with."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._latin: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        self._kana: list[tuple[str, str]] = []
        for entity in entities:
            for name in (entity.name, *entity.aliases):
                form = fold_name(name)
                if len(form) < LEAST_LETTERS or name in entity.ambiguous:
                    continue
                if form.isascii() and form.isalpha():
                    self._latin[form[0]].append((form, jellyfish.metaphone(form), entity.id))
                elif all(is_katakana(character) for character in form):
                    self._kana.append((form, entity.id))
        self._known = {name for names in self._latin.values() for name, *_ in names}
        self._known |= {name for name, _ in self._kana}

    def suspects(self, text: str, tokens: Sequence[Token], free: Sequence[bool]) -> Iterator[Suspect]:
        """The unknown name-like words of the text and whom they sound like, at most one entity a word.

        free[i] is False where a mention already covers character i.
        """
        heard: dict[str, tuple[str, float, str] | None] = {}
        for start, end in self._unknown_words(text, tokens):
            if not all(free[start:end]):
                continue
            form = fold_name(text[start:end])
            if form not in heard:
                heard[form] = self._sounds_like(form)
            if likely := heard[form]:
                yield Suspect(start, end, *likely)

    def _unknown_words(self, text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        if tokens:
            for token in tokens:
                if token.oov and (_LATIN_WORD.fullmatch(token.surface) or _is_kana_name(token.surface)):
                    yield token.start, token.end
            return
        everyday = {match[0] for match in _LATIN_WORD.finditer(text) if match[0].islower()}
        for match in _LATIN_WORD.finditer(text):
            if not match[0].islower() and match[0].lower() not in everyday:
                yield match.span()

    def _sounds_like(self, form: str) -> tuple[str, float, str] | None:
        if form in self._known:
            return None
        likely: list[tuple[float, str, str]] = []
        if form.isascii():
            key = jellyfish.metaphone(form)
            for name, name_key, entity in self._latin[form[0]]:
                if (likeness := _latin_likeness(form, key, name, name_key)) > 0:
                    likely.append((likeness, entity, f"sounds like {name} ({name_key})"))
        else:
            for name, entity in self._kana:
                if (likeness := _kana_likeness(form, name)) > 0:
                    likely.append((likeness, entity, f"reads like {name}"))
        best = max(likely, default=None)
        return (best[1], best[0], best[2]) if best else None


def _latin_likeness(form: str, key: str, name: str, name_key: str) -> float:
    """0 to 1; 0 for what does not sound or read alike enough."""
    letters = JaroWinkler.similarity(form, name)
    if key == name_key:
        least = 0.6 if len(key) >= LEAST_SOUNDS else 0.85
    else:
        least = 0.9 if Levenshtein.distance(key, name_key) <= 1 else 1.0
    return (letters + JaroWinkler.similarity(key, name_key)) / 2 if letters >= least else 0.0


def _kana_likeness(form: str, name: str) -> float:
    """0 to 1; 0 for what does not read alike enough. Katakana is written as heard: its letters are its sounds."""
    if abs(len(name) - len(form)) > 2:
        return 0.0
    edits = Levenshtein.normalized_similarity(form, name)
    if edits >= 0.8 or (edits >= 0.7 and JaroWinkler.similarity(form, name) >= 0.93):
        return edits
    return 0.0


def _is_kana_name(surface: str) -> bool:
    return len(surface) >= LEAST_LETTERS and all(is_katakana(character) for character in surface)
