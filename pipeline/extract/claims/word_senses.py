"""Senses of the words beside a figure: a text in, where words stand that have to do with money and figures, as marks with weights, out.

Each language has its words for the same senses (word_senses_en, _fr, _ja): what is learnt of a court in French serves a court in
Japanese, and one rare word what is learnt of others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from pipeline.extract.claims import word_senses_en, word_senses_fr, word_senses_ja

_SENSES = {"en": word_senses_en.SENSES, "fr": word_senses_fr.SENSES, "ja": word_senses_ja.SENSES}
_FADES = {"en": 30.0, "fr": 30.0, "ja": 12.0}
"""So many characters away, a word weighs half."""
_NEAREST, _WITH_SIZE, _SAID_BEFORE = 0.8, 0.4, 0.25
"""What a word right beside the figure weighs, one of the next with the figure's size, and one of the sentence before."""
_NEXT = 2
"""So many words on each side are told together with the figure's size."""
_BEFORE = 150
"""Characters of what was said before the sentence."""

_MARK = "sense:"

Hit = tuple[int, int, tuple[str, ...], tuple[str, ...]]
"""Start and end of a word, and the marks of its senses where it stands before a figure and behind one."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a language, and of each whether more letters may follow, and its marks on either side."""

    automaton: ahocorasick_rs.AhoCorasick
    told: tuple[tuple[bool, tuple[str, ...], tuple[str, ...]], ...]


@cache
def _words(lang: str) -> _Words:
    senses: dict[str, list[str]] = {}
    open_: dict[str, bool] = {}
    for sense, words in _SENSES[lang].items():
        for written in words.split():
            goes_on = written.endswith("-") or lang == "ja"
            word = written.removesuffix("-").lower()
            senses.setdefault(word, []).append(sense)
            open_[word] = open_.get(word, False) or goes_on
    automaton = ahocorasick_rs.AhoCorasick(list(senses), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    told = [
        (
            open_[word],
            tuple(f"{_MARK}<{one}" for one in dict.fromkeys(senses[word])),
            tuple(f"{_MARK}>{one}" for one in dict.fromkeys(senses[word])),
        )
        for word in senses
    ]
    return _Words(automaton, tuple(told))


def senses_of(text: str, lang: str) -> list[Hit]:
    """The words of the text that have senses, in order."""
    words = _words(lang)
    low = text.lower()
    if len(low) != len(text):
        low = "".join(one if len(one.lower()) != 1 else one.lower() for one in text)
    if lang == "ja":
        return [
            (start, end, *words.told[place][1:])
            for place, start, end in words.automaton.find_matches_as_indexes(low)
        ]
    return [
        (start, end, before, behind)
        for place, start, end in words.automaton.find_matches_as_indexes(low)
        if not (start and low[start - 1].isalpha())
        for goes_on, before, behind in (words.told[place],)
        if goes_on or end == len(low) or not low[end].isalpha()
    ]


def add_senses(
    hits: Sequence[Hit],
    lang: str,
    start: int,
    end: int,
    floor: int,
    ceiling: int,
    size: str,
    marks: dict[str, float],
) -> None:
    """Adds the marks of the figure at [start, end) whose words stand in [floor, ceiling): each sense on each side where it is nearest.

    `size`: how much it is, or its kind; `pay 20` is of a price and `pay 20 million` of none.
    """
    fades = _FADES[lang]
    first = bisect_left(hits, (floor,))
    here = bisect_left(hits, (start,), first)
    while here > first and hits[here - 1][1] > start:
        here -= 1  # a word that goes on in the figure
    for count, (_, last, before, _) in enumerate(reversed(hits[first:here])):
        weight = _NEAREST / (1 + (start - last) / fades)
        for mark in before:
            marks.setdefault(mark, weight)  # the nearest comes first
            if count < _NEXT:
                marks[f"{mark} {size}"] = _WITH_SIZE
    here = bisect_left(hits, (end,), here)
    for count, (begin, _, _, behind) in enumerate(hits[here : bisect_left(hits, (ceiling,), here)]):
        weight = _NEAREST / (1 + (begin - end) / fades)
        for mark in behind:
            marks.setdefault(mark, weight)
            if count < _NEXT:
                marks[f"{mark} {size}"] = _WITH_SIZE


def senses_before(hits: Sequence[Hit], low: int) -> dict[str, float]:
    """The marks of what is said right before the sentence that begins at `low`."""
    then = bisect_left(hits, (low,))
    first = bisect_left(hits, (low - _BEFORE,))
    return {f"{_MARK}^{mark[len(_MARK) + 1 :]}": _SAID_BEFORE for hit in hits[first:then] for mark in hit[2]}
