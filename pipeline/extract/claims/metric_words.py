"""Words beside a figure: a text with its names and figures in, what stands before and behind one figure out, as marks with weights.

A mark is the beginning of a word (in Japanese two or three characters that stand side by side) with its side: `<raise`, `>from`. The
nearer, the more it weighs. Names and other figures are marked by what they are: `<ORGANIZATION`, `>MONEY`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

REACH = 110
"""Characters on each side of a figure."""
_WORDS, _CHARACTERS = 22, 50
"""So many on each side at most."""
_AT_ONCE = 0.5
"""What the first weighs."""
_FADES = 6.0
"""So many words (characters) away, one weighs half."""
_BORDER_OF_WORDS, _BORDER_OF_CHARACTERS = 0.4, 0.3
"""What a border of clauses takes away, likewise."""
_TOUCHING = 3
"""So many words have marks of their own for their places."""
_STEM = 5
"""Letters by which forms of a word are one."""
_WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*|[^\w\s]")
_NUMBER = re.compile(r"[0-9０-９][0-9０-９.,]*")
_BREAKS = frozenset("、。 \n\t\r\u3000")
_BORDERS = frozenset(",;:()–—")
_BORDERS_IN_JAPANESE = frozenset("、（）()　・")
_TYPES = ("organization", "person", "model", "product", "hardware", "project", "law")
_KINDS = (
    "money", "percent", "power", "energy", "data", "length", "area", "mass", "temperature", "duration", "age", "count", "multiple",
)  # fmt: skip
_AS_CHARACTER = {what: chr(0xE000 + place) for place, what in enumerate((*_TYPES, *_KINDS))}
"""In Japanese a name or a figure is one character among the others, of those that no text has a use for."""

Marks = dict[str, float]


@dataclass(frozen=True, slots=True)
class Beside:
    """A text that is read for the words beside its figures. `spans`: its names and figures, start, end and what they are, by place."""

    text: str
    lang: str
    spans: Sequence[tuple[int, int, str]]

    def add(self, start: int, end: int, floor: int, ceiling: int, marks: Marks) -> None:
        """Adds those of the figure at [start, end), of which [floor, ceiling) may tell."""
        before = self._pieces(max(floor, start - REACH), start)
        behind = self._pieces(end, min(ceiling, end + REACH))
        if self.lang == "ja":
            _of_characters("<", "".join(before)[::-1], marks)
            _of_characters(">", "".join(behind), marks)
        else:
            _of_words("<", _words(before)[::-1], marks)
            _of_words(">", _words(behind), marks)

    def _pieces(self, floor: int, ceiling: int) -> Iterator[str]:
        """The text of [floor, ceiling), with each name or figure in it as what it is."""
        japanese = self.lang == "ja"
        at = floor
        for place in range(bisect_left(self.spans, (floor,)), len(self.spans)):
            start, end, what = self.spans[place]
            if start >= ceiling:
                break
            if start < at:
                continue
            yield _NUMBER.sub("0", self.text[at:start]) if japanese else self.text[at:start].lower()
            yield _AS_CHARACTER[what] if japanese else what.upper()
            at = end
        if at < ceiling:
            yield _NUMBER.sub("0", self.text[at:ceiling]) if japanese else self.text[at:ceiling].lower()


def _words(pieces: Iterator[str]) -> list[str]:
    """Their beginnings; a number is 0, and a name or figure whole."""
    return [
        word if word.isupper() else "0" if word[0].isdigit() else word[:_STEM]
        for piece in pieces
        for word in _WORD.findall(piece)
    ]


def _of_words(side: str, words: Sequence[str], marks: Marks) -> None:
    borders = 0
    for away, word in enumerate(words[:_WORDS]):
        borders += word in _BORDERS
        weight = _AT_ONCE / (1 + away / _FADES) / (1 + _BORDER_OF_WORDS * borders)
        mark = side + word
        if marks.get(mark, 0) < weight:
            marks[mark] = weight
        if away < _TOUCHING:
            marks[f"{side}{away}{word}"] = _AT_ONCE


def _of_characters(side: str, said: str, marks: Marks) -> None:
    """`said` begins at the figure: what stands before that is read backwards."""
    back = -1 if side == "<" else 1
    reach = min(len(said) - 1, _CHARACTERS)
    borders = accumulate(character in _BORDERS_IN_JAPANESE for character in said[:reach])
    weights = [faded[away] for away, faded in enumerate(map(_faded, borders))]
    pairs = [side + said[away : away + 2][::back] for away in range(reach)]
    threes = {
        side + said[away : away + 3][::back]: weights[away]
        for away in reversed(range(min(reach, len(said) - 2)))
        if said[away] not in _BREAKS and said[away + 1] not in _BREAKS
    }
    marks.update(
        zip(reversed(pairs), reversed(weights), strict=True)
    )  # of the same marks the nearest is kept
    marks.update(threes)
    for length in (1, 2, 3, 4, 5):
        marks[f"{side}0{said[:length][::back]}"] = _AT_ONCE


@lru_cache(maxsize=_CHARACTERS + 1)
def _faded(borders: int) -> tuple[float, ...]:
    """What a run of characters weighs behind so many borders, by how far away it is."""
    return tuple(
        _AT_ONCE / (1 + away / _FADES) / (1 + _BORDER_OF_CHARACTERS * borders) for away in range(_CHARACTERS)
    )
