"""Sentences: text in, spans out, in Japanese, English and French."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

# A Latin full stop ends a sentence only before white space, and not behind an initial or a usual short form.
_END = re.compile(r"[。！？]+[」』）”\"]*|[!?]+[\"”’»)」』]*|(?P<stop>\.)[\"”’»)]*(?=\s)|\n+")
_SHORT_FORM = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Inc|Corp|Ltd|Co|vs|etc|approx|env|No|St|Mme|Mlle|Jr|Sr|U\.S|U\.K))\Z"
)


LONGEST = 1500
"""Characters; what runs on longer is cut, so that no rule ever reads further than this."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentence spans of one text, in order, together covering all of it."""

    ends: list[int]

    def around(self, position: int) -> tuple[int, int]:
        """The [start, end) of the sentence that holds this position."""
        index = min(bisect_right(self.ends, position), len(self.ends) - 1)
        return (self.ends[index - 1] if index else 0), self.ends[index]

    def count_between(self, first: int, second: int) -> int:
        """How many sentence ends lie between two positions."""
        return bisect_right(self.ends, second) - bisect_right(self.ends, first)


def split_sentences(text: str) -> Sentences:
    """Where the sentences of the text end."""
    ends: list[int] = []
    for match in _END.finditer(text):
        if match["stop"] and _SHORT_FORM.search(text, max(0, match.start() - 8), match.start()):
            continue
        _append(ends, match.end())
    if not ends or ends[-1] < len(text):
        _append(ends, len(text))
    return Sentences(ends)


def _append(ends: list[int], end: int) -> None:
    start = ends[-1] if ends else 0
    ends.extend(range(start + LONGEST, end, LONGEST))
    ends.append(end)


def trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The span without the white space at its edges."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
