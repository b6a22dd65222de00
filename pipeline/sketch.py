"""Sketches: a text in; a few hundred bytes out that say how much of it stands in another text, or nothing for a short one.

A text is the set of its shingles: five characters in a row in languages that are written without blanks, else three
words. Of these, MinHash keeps a sample that depends on nothing but the text. Beside it stand how many shingles there
were, so that a text is known again in a longer one, and some of its numbers: two price lists of one form share their
shingles, and not these.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import shake_256
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

UNSPACED = frozenset(("ja", "zh", "th", "lo", "km", "my"))
"""Languages that are written without blanks."""
CHARACTERS, WORDS = 5, 3
"""Of a shingle."""
SHORT = 20
"""Shingles from which on a text has a sketch: what is shorter, such as "Read on at …", stands in many texts."""
SAMPLES = 96
"""Of a sketch: the share of common shingles is known to 0.05 (one standard deviation)."""
BAND = 3
"""Samples of a key: of two texts with half of their shingles in common, 99 in 100 have a key in common, of a third, 70."""
NUMBERS = 16
"""Of a sketch."""
_AT_ONCE = 4096
"""Shingles that are mixed at once, in 1.5 MB."""
_MULTIPLIERS = np.frombuffer(shake_256(b"kikimimi").digest(4 * SAMPLES), "<u4")[:, None] | 1
"""One a sample. What they are does not matter, but they stay: sketches are kept, and compared with later ones."""
_NUMBER = re.compile(r"\d[\d.,]*\d")
_WORD = re.compile(r"\w+")
_SIZE = 4 + 2 * SAMPLES


def sketch_of(text: str, lang: str) -> bytes:
    """The sketch of a text, or nothing."""
    text = unicodedata.normalize("NFKC", text).casefold()
    words = _WORD.findall(text)
    if lang in UNSPACED:
        shingles = _shingles(np.frombuffer("".join(words).encode("utf-32-le", "replace"), "<u4"), CHARACTERS)
    else:
        shingles = _shingles(np.array([crc32(one.encode()) for one in words], np.uint32), WORDS)
    if len(shingles) < SHORT:
        return b""
    samples = np.full(SAMPLES, 2**32 - 1, np.uint32)
    for start in range(0, len(shingles), _AT_ONCE):
        mixed = shingles[start : start + _AT_ONCE] * _MULTIPLIERS
        np.minimum(samples, mixed.min(axis=1), out=samples)
    written = set(_NUMBER.findall(text))
    numbers = sorted({crc32(one.replace(",", "").replace(".", "").encode()) for one in written})[:NUMBERS]
    parts = (np.array([len(shingles)], "<u4"), samples.astype("<u2"), np.array(numbers, "<u4"))
    return b"".join(one.tobytes() for one in parts)  # the lower half of a sample tells them apart as well


def _shingles(tokens: NDArray[np.uint32], length: int) -> NDArray[np.uint32]:
    """A number for each different row of so many tokens, which looks like chance."""
    count = len(tokens) - length + 1
    if count < 1:
        return np.empty(0, np.uint32)
    mixed = np.zeros(count, np.uint64)
    for ahead in range(length):
        mixed = (mixed ^ tokens[ahead : count + ahead]) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    found = np.sort((mixed >> np.uint64(32)).astype(np.uint32))
    return found[np.concatenate(([True], found[1:] != found[:-1]))]


def keys_of(sketch: bytes) -> NDArray[np.int64]:
    """The keys under which it is found: even numbers, each of which holds a band of samples."""
    if not sketch:
        return np.empty(0, np.int64)
    bands = samples_of(sketch).astype(np.int64).reshape(-1, BAND)
    packed = np.arange(len(bands), dtype=np.int64)
    for column in range(BAND):
        packed = (packed << 16) | bands[:, column]
    return packed << 1


def samples_of(sketch: bytes) -> NDArray[np.uint16]:
    return np.frombuffer(sketch, "<u2", SAMPLES, 4)


def size_of(sketch: bytes) -> int:
    """How many shingles the text has."""
    return int.from_bytes(sketch[:4], "little")


def numbers_of(sketch: bytes) -> frozenset[int]:
    return frozenset(np.frombuffer(sketch, "<u4", offset=_SIZE).tolist())
