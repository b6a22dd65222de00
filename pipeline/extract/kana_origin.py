"""Kana origin: a word in katakana in, whether it is a foreign word or a Japanese one out (カワセミ is Japanese, クワルテル is not).

Two models of three letters in a row, of foreign words and of Japanese ones, say how likely each would have the word
(interpolated as Witten and Bell 1991 do); the catalogue's foreign words and those of Japanese lessons teach them.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Final

from pipeline.extract.spellings import read_spellings

_LETTERS: Final = 90
"""Of katakana, and an end."""
_ROW: Final = 3

Model = dict[str, Counter[str]]
"""By the letters before, at most two, how often each letter follows."""


def is_foreign(kana: str) -> bool:
    """Whether the word sounds more like a foreign one."""
    foreign, japanese = _models()
    return _likelihood(foreign, kana) > _likelihood(japanese, kana)


@cache
def _models() -> tuple[Model, Model]:
    known = read_spellings()
    return _counted("".join(kana for kana, _ in word) for word in known.foreign), _counted(known.japanese)


def _counted(words: Iterable[str]) -> Model:
    found: Model = defaultdict(Counter)
    for word in words:
        row = _framed(word)
        for at in range(_ROW - 1, len(row)):
            for before in range(_ROW):
                found[row[at - before : at]][row[at]] += 1
    return dict(found)


def _likelihood(model: Model, word: str) -> float:
    """The logarithm of how likely the model would have the word."""
    row = _framed(word)
    total = 0.0
    for at in range(_ROW - 1, len(row)):
        likely = 1 / _LETTERS
        for before in range(_ROW):
            behind = model.get(row[at - before : at])
            if behind is None:
                break
            likely = (behind[row[at]] + len(behind) * likely) / (behind.total() + len(behind))
        total += math.log(likely)
    return total


def _framed(word: str) -> str:
    return "^" * (_ROW - 1) + word + "$"
