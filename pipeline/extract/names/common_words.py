"""Common words: how often English and French use a word, so that a name that is one of them must show evidence.

The catalogue marks such names as ambiguous by hand; what it forgot is known here, by pyspellchecker's frequency lists.
"""

from __future__ import annotations

import gzip
import re
from functools import cache
from importlib.resources import files

A_MILLION = 1_000_000
COMMON = 0.55
"""Times in a million words from which on a word that has a plural is no name alone: proton, tether, carrefour."""
EVERYDAY = 8.0
"""The same from which on a word says next to nothing as a name: free, nice, line."""

_COUNTED = re.compile(r'^"([^"\']+)": (\d+)', re.MULTILINE)


def how_often(word: str) -> float:
    """Times in a million words, in the language that uses the word more."""
    return _frequencies().get(word.lower(), 0.0)


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
            form in _frequencies()
            for form in (f"{small}s", f"{small}es", small.removesuffix("s"))
            if form != small
        )
    )


@cache
def _frequencies() -> dict[str, float]:
    """The listed words, in small letters; an inflected form that was never counted has next to nothing."""
    often: dict[str, float] = {}
    lists = files("spellchecker") / "resources"
    for lang in ("en", "fr"):
        listed = gzip.decompress((lists / f"{lang}.json.gz").read_bytes()).decode()
        counted = [(word, int(count)) for word, count in _COUNTED.findall(listed)]
        total = sum(count for _, count in counted)
        for word, count in counted:
            often[word] = max(count * A_MILLION / total, often.get(word, 0.0))
    return often
