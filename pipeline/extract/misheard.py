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
from functools import lru_cache

import jellyfish
from rapidfuzz.distance import JaroWinkler, Levenshtein

from pipeline.extract.fold import fold_name, is_cjk, is_katakana
from pipeline.extract.tokens import Token
from pipeline.records import Entity

LEAST_LETTERS, LEAST_KANA = 6, 5
"""Shorter names sound like too many words."""
LEAST_SOUNDS = 4
"""Consonants of a Metaphone key from which on an equal key says much by itself."""

PAIR_LIKE_ENOUGH = 0.85
"""Of words that a dictionary holds (deep sick, ディープ シック): they must be far more alike than unknown ones."""
REMEMBERED = 50_000
"""Forms whose comparison is kept over documents; the words of a language come again and again."""

_LATIN_WORD = re.compile(r"[A-Za-zÀ-ÿ]{4,}")
_JOINING = re.compile(r"the|and|for|with|from|are|was|its|this|that|not|des|les|une")
_LATIN_PAIR = re.compile(r"(?<![A-Za-zÀ-ÿ])(?=([A-Za-z]{3,} [A-Za-z]{3,})(?![A-Za-zÀ-ÿ]))")
_KANA_RUN = re.compile(r"[ァ-ヺー]+(?:・[ァ-ヺー]+)*")

Likely = tuple[str, float, str, str]
"""An entity, how alike it is, why, and the name that it is compared with."""


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
        self._in_parts: set[str] = set()  # names that the catalogue writes in several words
        for entity in entities:
            for name in (entity.name, *entity.aliases):
                form = fold_name(name)
                if len(form) < LEAST_KANA or name in entity.ambiguous:
                    continue
                if " " in name:
                    self._in_parts.add(form)
                if form.isascii() and form.isalpha() and len(form) >= LEAST_LETTERS:
                    self._latin[form[0]].append((form, jellyfish.metaphone(form), entity.id))
                elif all(is_katakana(character) for character in form):
                    self._kana.append((form, entity.id))
        self._known = {name for names in self._latin.values() for name, *_ in names}
        self._known |= {name for name, _ in self._kana}
        self._by_key: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for names in self._latin.values():
            for name, key, owner in names:
                if len(key) >= LEAST_SOUNDS:
                    self._by_key[key].append((name, owner))
        self._sounds_like = lru_cache(REMEMBERED)(self._compare)
        self._reads_like_pair = lru_cache(REMEMBERED)(self._compare_pair)

    def suspects(self, text: str, tokens: Sequence[Token], free: Sequence[bool]) -> Iterator[Suspect]:
        """The unknown name-like words of the text and whom they sound like, at most one entity a word.

        free[i] is False where a mention already covers character i.
        """
        words = ((start, end, self._sounds_like) for start, end in self._unknown_words(text, tokens))
        pairs = ((start, end, self._reads_like_pair) for start, end in self._pairs(text, tokens))
        last = 0
        for start, end, likely_of in sorted((*words, *pairs), key=lambda item: (item[0], -item[1])):
            if start < last or not all(free[start:end]):
                continue
            surface = text[start:end]
            likely = likely_of(fold_name(surface))
            if likely and not (
                surface.islower() and likely[3] in self._in_parts
            ):  # media platforms, Meta Platforms
                last = end
                yield Suspect(start, end, *likely[:3])

    def _unknown_words(self, text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        if tokens:
            for token in tokens:
                latin = token.oov and _LATIN_WORD.fullmatch(token.surface)
                if (latin and (not token.surface.islower() or _beside_japanese(text, token))) or (
                    token.oov and _is_kana_name(token.surface)
                ):
                    yield token.start, token.end
            return
        everyday = {match[0] for match in _LATIN_WORD.finditer(text) if match[0].islower()}
        for match in _LATIN_WORD.finditer(text):
            if not match[0].islower() and match[0].lower() not in everyday:
                yield match.span()

    def _pairs(self, text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """Two Latin words side by side, and runs of katakana: known words that may be one misheard name."""
        for match in _LATIN_PAIR.finditer(text):
            first, _, second = match[1].lower().partition(" ")
            if not (_JOINING.fullmatch(first) or _JOINING.fullmatch(second)):
                yield match.span(1)
        if tokens:
            for match in _KANA_RUN.finditer(text):
                if match.end() - match.start() > LEAST_KANA:
                    yield match.span()

    def _compare_pair(self, form: str) -> Likely | None:
        if form in self._known:
            return None
        likely: list[tuple[float, str, str, str]] = []
        if form.isascii():
            key = jellyfish.metaphone(form)
            for name, entity in self._by_key.get(key, ()):
                if name[0] == form[0]:
                    likely.append(
                        (JaroWinkler.similarity(form, name), entity, f"sounds like {name} ({key})", name)
                    )
        else:
            for name, entity in self._kana:
                if name[0] == form[0]:
                    likely.append((_kana_likeness(form, name), entity, f"reads like {name}", name))
        best = max(likely, default=None)
        return (best[1], best[0], *best[2:]) if best and best[0] >= PAIR_LIKE_ENOUGH else None

    def _compare(self, form: str) -> Likely | None:
        if form in self._known:
            return None
        likely: list[tuple[float, str, str, str]] = []
        if form.isascii():
            key = jellyfish.metaphone(form)
            for name, name_key, entity in self._latin[form[0]]:
                if (likeness := _latin_likeness(form, key, name, name_key)) > 0:
                    likely.append((likeness, entity, f"sounds like {name} ({name_key})", name))
        else:
            for name, entity in self._kana:
                if (likeness := _kana_likeness(form, name)) > 0:
                    likely.append((likeness, entity, f"reads like {name}", name))
        best = max(likely, default=None)
        return (best[1], best[0], *best[2:]) if best else None


def _latin_likeness(form: str, key: str, name: str, name_key: str) -> float:
    """0 to 1; 0 for what does not sound or read alike enough."""
    if name.startswith(form) or (form.startswith(name) and len(form) - len(name) > 1):
        return 0.0  # Open and OpenAPI are words of their own, not OpenAI cut off or drawn out
    letters = JaroWinkler.similarity(form, name)
    if key == name_key:
        alike = letters >= (0.6 if len(key) >= LEAST_SOUNDS else 0.85)
    else:
        alike = (
            min(len(form), len(name)) > LEAST_LETTERS
            and Levenshtein.distance(key, name_key) <= 1
            and Levenshtein.normalized_similarity(form, name) >= 0.75
        )
    return (letters + JaroWinkler.similarity(key, name_key)) / 2 if alike else 0.0


def _kana_likeness(form: str, name: str) -> float:
    """0 to 1; 0 for what does not read alike enough. Katakana is written as heard: its letters are its sounds."""
    if abs(len(name) - len(form)) > 2:
        return 0.0
    edits = Levenshtein.normalized_similarity(form, name)
    if edits >= 0.8 or (edits >= 0.7 and JaroWinkler.similarity(form, name) >= 0.93):
        return edits
    return 0.0


def _is_kana_name(surface: str) -> bool:
    return len(surface) >= LEAST_KANA and all(is_katakana(character) for character in surface)


def _beside_japanese(text: str, token: Token) -> bool:
    """Whether a Latin word stands inside Japanese, and not in a foreign sentence."""
    return is_cjk(text[token.start - 1 : token.start] or " ") or is_cjk(
        text[token.end : token.end + 1] or " "
    )
