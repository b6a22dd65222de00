"""Phrases: a table of words in, the longest of them that stands at a place of a text out, in time that the table's size does not change."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿœŒ0-9_]")


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """What each phrase stands for, and by first character the lengths to try, longest first."""

    meaning: dict[str, T]
    lengths: dict[str, tuple[int, ...]]
    exact_case: bool

    def at(self, text: str, position: int) -> tuple[T, int] | None:
        """What the longest phrase that begins here stands for, and where it ends; a Latin word must end with it."""
        first = text[position : position + 1]
        lengths = self.lengths.get(first if self.exact_case else first.lower())
        if not lengths:
            return None
        window = text[position : position + lengths[0]]
        if not self.exact_case:
            window = window.lower()
        for length in lengths:
            phrase = window[:length]
            if len(phrase) == length and phrase in self.meaning and not cuts_a_word(text, position + length):
                return self.meaning[phrase], position + length
        return None


def phrases_of(pairs: Iterable[tuple[str, T]], *, exact_case: bool = False) -> Phrases[T]:
    """The lookup of these phrases; the first meaning of a phrase stands."""
    meaning: dict[str, T] = {}
    for phrase, one in pairs:
        meaning.setdefault(phrase if exact_case else phrase.lower(), one)
    lengths: dict[str, set[int]] = defaultdict(set)
    for phrase in meaning:
        lengths[phrase[0]].add(len(phrase))
    ordered = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
    return Phrases(meaning, ordered, exact_case)


def cuts_a_word(text: str, position: int) -> bool:
    """Whether a Latin word goes on at a position (kana and signs end one)."""
    return bool(
        0 < position < len(text) and _LATIN.match(text, position) and _LATIN.match(text, position - 1)
    )
