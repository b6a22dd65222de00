"""Common words: how often English and French use a word, so that a name that is one of them must show evidence.

The catalogue marks such names as ambiguous by hand; what it forgot is known here, by pyspellchecker's frequency lists.
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

A_MILLION = 1_000_000
COMMON = 0.55
"""Times in a million words from which on a word that has a plural is no name alone: proton, tether, carrefour."""
EVERYDAY = 8.0
"""The same from which on a word says next to nothing as a name: free, nice, line."""


class _List(NamedTuple):
    """How often each word was counted in a language's texts, in small letters, and all words together."""

    counts: dict[str, int]
    total: int


def how_often(word: str) -> float:
    """Times in a million words, in the language that uses the word more."""
    small = word.lower()
    if "'" in small:
        return 0.0
    return max(listed.counts.get(small, 0) * A_MILLION / listed.total for listed in _lists())


def is_everyday(word: str) -> bool:
    """Whether the word, in any case, is one that people use daily."""
    return how_often(word) >= EVERYDAY


def is_common(word: str) -> bool:
    """Whether the word is a word of the language, and no name that the lists have counted with the words.

    A noun or a verb has a form in -s, which most names have not.
    """
    small, often = word.lower(), how_often(word)
    return often >= EVERYDAY or (
        often >= COMMON
        and any(
            _is_listed(form) for form in (f"{small}s", f"{small}es", small.removesuffix("s")) if form != small
        )
    )


def _is_listed(word: str) -> bool:
    return "'" not in word and any(word in listed.counts for listed in _lists())


@cache
def _lists() -> tuple[_List, ...]:
    """The lists of both languages; an inflected form that was never counted has next to nothing."""
    return tuple(_listed(lang) for lang in ("en", "fr"))


@cache
def counts_of(lang: str) -> dict[str, int]:
    """The words of English or French (en, fr) in small letters, and how often each was counted (pyspellchecker's lists)."""
    packed = (files("spellchecker") / "resources" / f"{lang}.json.gz").read_bytes()
    return msgspec.json.decode(gzip.decompress(packed), type=dict[str, int])


def _listed(lang: str) -> _List:
    counts = counts_of(lang)
    elided = sum(count for word, count in counts.items() if "'" in word)  # which are no words: it's, l'an
    return _List(counts, sum(counts.values()) - elided)
