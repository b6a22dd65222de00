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
LIKE_ENOUGH = 0.78
KANA_LIKE_ENOUGH = 0.8

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
        self._by_sound: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._kana: list[tuple[str, str]] = []
        for entity in entities:
            for name in (entity.name, *entity.aliases):
                form = fold_name(name)
                if len(form) < LEAST_LETTERS or name in entity.ambiguous:
                    continue
                if form.isascii() and form.isalpha():
                    self._by_sound[jellyfish.metaphone(form)].append((form, entity.id))
                elif all(is_katakana(character) for character in form):
                    self._kana.append((form, entity.id))
        self._known = {form for forms in self._by_sound.values() for form, _ in forms} | {
            form for form, _ in self._kana
        }

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
            for name, entity in self._by_sound.get(key, ()):
                likely.append((JaroWinkler.similarity(form, name), entity, f"sounds like {name} ({key})"))
            least = LIKE_ENOUGH
        else:
            for name, entity in self._kana:
                if abs(len(name) - len(form)) <= 2:
                    likely.append(
                        (Levenshtein.normalized_similarity(form, name), entity, f"reads like {name}")
                    )
            least = KANA_LIKE_ENOUGH
        best = max(likely, default=(0.0, "", ""))
        return (best[1], best[0], best[2]) if best[0] >= least else None


def _is_kana_name(surface: str) -> bool:
    return len(surface) >= LEAST_LETTERS and all(is_katakana(character) for character in surface)
