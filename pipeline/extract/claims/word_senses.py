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

Hit = tuple[int, int, tuple[str, ...]]
"""Start, end and senses of a word."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a language, and of each whether more letters may follow, and its senses."""

    automaton: ahocorasick_rs.AhoCorasick
    told: tuple[tuple[bool, tuple[str, ...]], ...]


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
    return _Words(automaton, tuple((open_[word], tuple(dict.fromkeys(senses[word]))) for word in senses))


def senses_of(text: str, lang: str) -> list[Hit]:
    """The words of the text that have senses, in order."""
    words = _words(lang)
    low = text.lower()
    if len(low) != len(text):
        low = "".join(one if len(one.lower()) != 1 else one.lower() for one in text)
    found: list[Hit] = []
    for place, start, end in words.automaton.find_matches_as_indexes(low):
        goes_on, senses = words.told[place]
        if lang == "ja" or (
            not (start and low[start - 1].isalpha())
            and (goes_on or end == len(low) or not low[end].isalpha())
        ):
            found.append((start, end, senses))
    return found


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
    before: list[tuple[str, ...]] = []
    behind: list[tuple[str, ...]] = []
    for at in range(bisect_left(hits, (floor,)), len(hits)):
        first, last, senses = hits[at]
        if first >= ceiling:
            break
        if last <= start:
            side, away = "<", start - last
            before.append(senses)
        elif first >= end:
            side, away = ">", first - end
            behind.append(senses)
        else:
            continue
        weight = _NEAREST / (1 + away / fades)
        for sense in senses:
            mark = f"sense:{side}{sense}"
            if marks.get(mark, 0.0) < weight:
                marks[mark] = weight
    for side, near in (("<", before[-_NEXT:]), (">", behind[:_NEXT])):
        for senses in near:
            for sense in senses:
                marks[f"sense:{side}{sense} {size}"] = _WITH_SIZE


def senses_before(hits: Sequence[Hit], low: int) -> dict[str, float]:
    """The marks of what is said right before the sentence that begins at `low`."""
    then = bisect_left(hits, (low,))
    first = bisect_left(hits, (low - _BEFORE,))
    return {f"sense:^{sense}": _SAID_BEFORE for hit in hits[first:then] for sense in hit[2]}
