"""Clauses: a text in, how much grammar stands between two of its places out.

No parse: a comma, a bracket or a conjunction is a border, and each border has a weight. Between a figure and the name or
word that it belongs to there are few borders; that holds in all three languages.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

_LATIN_MARKS = r"(?P<strong>;|:(?=\s)|\s[-–—]\s)|(?P<plain>,(?=\s)|[()])"
_ENGLISH = re.compile(
    _LATIN_MARKS
    + r"|\b(?P<turn>but|while|whereas|although|because|when|as(?!\s(?:much|many|of)\b)|so|then)\b"
    r"|\b(?P<link>and|which|who|that|where|whose)\b"
)
_FRENCH = re.compile(
    _LATIN_MARKS + r"|\b(?P<turn>mais|tandis que|alors que|quand|lorsque|car|puis|donc|alors)\b"
    r"|\b(?P<link>et|qui|que|dont|où)\b"
)
_JAPANESE = re.compile(
    r"(?P<strong>[；：]|──?|(?<=[^\n])　)|(?P<plain>[、（）()])|(?P<space> )|(?P<turn>一方|しかし|ですが|けれど|けども)"
)
_BORDERS = {"en": _ENGLISH, "fr": _FRENCH, "ja": _JAPANESE}
_WEIGHTS = {"strong": 3.0, "turn": 2.0, "plain": 1.0, "link": 1.0, "space": 0.3}


@dataclass(frozen=True, slots=True)
class Clauses:
    """The borders of one text: where each begins, and the sum of weights up to and without it."""

    starts: list[int]
    sums: list[float]

    def between(self, first: int, second: int) -> float:
        """The weight of the borders that begin in [first, second); 0 is the same clause."""
        return self.sums[bisect_left(self.starts, second)] - self.sums[bisect_left(self.starts, first)]


def clauses_of(text: str, lang: str, covered: Callable[[int], bool] = lambda _: False) -> Clauses:
    """The borders of a text in ja, en or fr; what `covered` tells to lie inside a name or a figure is none."""
    starts: list[int] = []
    weights: list[float] = []
    for match in _BORDERS[lang].finditer(text):
        if not covered(match.start()):
            starts.append(match.start())
            weights.append(_WEIGHTS[str(match.lastgroup)])
    return Clauses(starts, [0.0, *accumulate(weights)])
