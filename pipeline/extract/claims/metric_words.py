"""Words beside a figure: a text with its names and figures in, what stands before and behind each figure out, as marks with weights.

A mark is a word (in Japanese some characters that stand side by side) with its side: `<raised`, `>from`. The nearer, the more it weighs.
Names and other figures are marked by what they are: `<ORGANIZATION`, `>MONEY`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.extract.sentences import Sentences

REACH = 110
"""Characters on each side of a figure."""
_WORDS, _CHARACTERS = 22, 50
"""So many on each side at most."""
_AT_ONCE = 0.5
"""What the first word weighs."""
_FADES = 6.0
"""So many words (characters) away, one weighs half."""
_BORDER_OF_WORDS, _BORDER_OF_CHARACTERS = 0.4, 0.3
"""What a border of clauses takes away, likewise."""
_BEFORE = 120
"""Characters of the sentence before."""
_STEM = 5
"""Letters by which forms of a word are one."""
_WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*|[^\w\s]")
_NUMBER = re.compile(r"[0-9０-９][0-9０-９.,]*")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_CONTENT = re.compile(r"(?=([一-龥ァ-ンー]{2}))")
_BREAK = re.compile(r"[、。\s]")
_BORDERS = frozenset(",;:()–—")
_BORDERS_IN_JAPANESE = frozenset("、（）()　・")
Marks = dict[str, float]


@dataclass(frozen=True, slots=True)
class Tag:
    """A name or a figure at [start, end), with what it is: in Japanese one character, else a word in capitals."""

    start: int
    end: int
    tag: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A text that is read for the words beside its figures. `tags`: its names and figures by place."""

    text: str
    lang: str
    sentences: Sentences
    tags: Sequence[Tag]
    read: dict[tuple[int, int], tuple[list[int], list[str]]] = field(default_factory=dict)

    def marks(self, start: int, end: int, floor: int, ceiling: int, marks: Marks) -> None:
        """Adds those of the figure at [start, end) of which [floor, ceiling) may tell."""
        key = (floor, ceiling)
        if key not in self.read:
            self.read[key] = _units(self.text, self.lang, self.tags, floor, ceiling)
        starts, units = self.read[key]
        here, then = bisect_left(starts, start), bisect_left(starts, end)
        first, last = bisect_left(starts, start - REACH), bisect_left(starts, end + REACH)
        before, behind = units[first:here][::-1], units[then:last]
        if self.lang == "ja":
            _of_characters("<", before, marks)
            _of_characters(">", behind, marks)
        else:
            _of_words("<", before, marks)
            _of_words(">", behind, marks)
        low = self.sentences.around(floor)[0]
        if low > 0:
            said = self.text[max(low - _BEFORE, self.sentences.around(low - 1)[0]) : low]
            marks.update(dict.fromkeys(_said_before(said, self.lang), _AT_ONCE))


def _units(
    text: str, lang: str, tags: Sequence[Tag], floor: int, ceiling: int
) -> tuple[list[int], list[str]]:
    """The words of [floor, ceiling), in Japanese its characters, with their places; a name or a figure is one."""
    starts: list[int] = []
    units: list[str] = []
    read = _read_characters if lang == "ja" else _read_words
    at = floor
    for index in range(max(0, bisect_left(tags, floor, key=lambda tag: tag.end)), len(tags)):
        tag = tags[index]
        if tag.start >= ceiling:
            break
        if tag.start < at:
            continue
        read(text, at, tag.start, starts, units)
        starts.append(tag.start)
        units.append(tag.tag)
        at = tag.end
    read(text, at, ceiling, starts, units)
    return starts, units


def _read_words(text: str, floor: int, ceiling: int, starts: list[int], units: list[str]) -> None:
    for word in _WORD.finditer(text, floor, ceiling):
        starts.append(word.start())
        said = word[0].lower()
        units.append("0" if said[0].isdigit() else said[:_STEM])


def _read_characters(text: str, floor: int, ceiling: int, starts: list[int], units: list[str]) -> None:
    at = floor
    for number in _NUMBER.finditer(text, floor, ceiling):
        starts.extend(range(at, number.start() + 1))
        units.extend(text[at : number.start()])
        units.append("0")
        at = number.end()
    starts.extend(range(at, ceiling))
    units.extend(text[at:ceiling])


def _of_words(side: str, words: Sequence[str], marks: Marks) -> None:
    borders = 0
    for away, word in enumerate(words[:_WORDS]):
        borders += word in _BORDERS
        weight = _AT_ONCE / (1 + away / _FADES) / (1 + _BORDER_OF_WORDS * borders)
        mark = side + word
        if marks.get(mark, 0) < weight:
            marks[mark] = weight
        if away < 3:
            marks[f"{side}{away}{word}"] = _AT_ONCE


def _of_characters(side: str, characters: Sequence[str], marks: Marks) -> None:
    said = "".join(characters[: _CHARACTERS + 4])
    borders = 0
    for away in range(min(len(said), _CHARACTERS)):
        borders += said[away] in _BORDERS_IN_JAPANESE
        weight = _AT_ONCE / (1 + away / _FADES) / (1 + _BORDER_OF_CHARACTERS * borders)
        for length in (2, 3):
            run = said[away : away + length]
            if len(run) < length or (length > 2 and _BREAK.search(run, 0, length - 1)):
                break
            mark = side + (run[::-1] if side == "<" else run)
            if marks.get(mark, 0) < weight:
                marks[mark] = weight
    for length in (1, 2, 3, 4, 5):
        run = said[:length]
        marks[f"{side}0{run[::-1] if side == '<' else run}"] = _AT_ONCE


def _said_before(said: str, lang: str) -> set[str]:
    """Marks of the words of the sentence before."""
    if lang == "ja":
        return {f"^{run}" for run in _CONTENT.findall(said)}
    return {f"^{word[:6].lower()}" for word in _LONG_WORD.findall(said)}
