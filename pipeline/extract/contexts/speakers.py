"""Speakers: the figures and names of a text in, the entity that says each figure out, where the text tells (said, selon, と述べた).

In a quotation it is whoever the words around it name, or who had the word just before (`"…," she said. "…"`); elsewhere the
saying of the same sentence that brings the figure, the nearest of several.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from pipeline.extract.contexts.calendar_words import narrowed
from pipeline.extract.contexts.quotes import find_quotes
from pipeline.extract.contexts.saying import Mentioned, Saying
from pipeline.extract.contexts.sayings import find_sayings
from pipeline.extract.sentences import Sentences
from pipeline.records import Entity

Place = tuple[int, int]
"""[start, end) of a figure."""

_INTRODUCED, _CLOSED = 60, 40
"""Characters between words of saying and the quotation behind or before them."""
_GOES_ON = 160
"""Characters between two quotations of which the second goes on with the first."""


def speakers_of(
    text: str,
    lang: str,
    figures: Sequence[Place],
    sentences: Sentences,
    mentions: Sequence[Mentioned],
    entities: Mapping[str, Entity],
) -> list[str | None]:
    """Who says each figure: the id of a person or organisation, None where the text does not tell. All sorted by start."""
    if not figures:
        return []
    quotes = find_quotes(text)
    sayings = find_sayings(narrowed(text), lang, sentences, mentions, entities, quotes)
    quoted = _who_is_quoted(text, quotes, sayings)
    starts = [start for start, _ in quotes]
    brought = _by_sentence(sayings, sentences)
    found: list[str | None] = []
    for start, end in figures:
        index = bisect_right(starts, start) - 1
        if index >= 0 and end <= quotes[index][1] and index in quoted:
            found.append(quoted[index])
        else:
            found.append(_spoken(start, end, brought.get(sentences.around(start)[0], ())))
    return found


def speaker_of(
    text: str,
    lang: str,
    figure: Place,
    sentences: Sentences,
    mentions: Sequence[Mentioned],
    entities: Mapping[str, Entity],
) -> str | None:
    """Who says one figure; for more of one text use speakers_of, which reads it once."""
    return speakers_of(text, lang, [figure], sentences, mentions, entities)[0]


def _who_is_quoted(text: str, quotes: Sequence[Place], sayings: Sequence[Saying]) -> dict[int, str | None]:
    """By number of the quotation who is quoted; without those that no words of saying stand around."""
    found: dict[int, str | None] = {}
    starts = [saying.start for saying in sayings]
    for index, (start, end) in enumerate(quotes):
        near = sayings[bisect_left(starts, start - 400) : bisect_right(starts, end + _CLOSED)]
        costs = [
            (cost, saying.speaker)
            for saying in near
            if (cost := _distance(text, saying, start, end)) is not None
        ]
        if costs:
            found[index] = min(costs, key=lambda pair: pair[0])[1]
        elif index and index - 1 in found and _goes_on(text, quotes[index - 1], start, near):
            found[index] = found[index - 1]
    return found


def _distance(text: str, saying: Saying, start: int, end: int) -> int | None:
    """How near words of saying stand to a quotation; None where they do not belong to it."""
    if saying.start <= start and end <= saying.end:
        return 0
    if end <= saying.start <= end + _CLOSED and "\n" not in text[end : saying.start]:
        between = text[end : saying.start].strip(" ,、と")
        return saying.start - end if len(between) <= 30 and not between.startswith((".", "。")) else None
    if saying.end <= start <= saying.end + _INTRODUCED:
        between = text[saying.end : start].strip()
        return None if any(mark in between for mark in ".。\n;»”") else start - saying.end + 1
    return None


def _goes_on(text: str, before: Place, start: int, near: Sequence[Saying]) -> bool:
    """Whether a quotation goes on with the one before it: words of saying, or nothing, stand between."""
    gap = start - before[1]
    if gap > _GOES_ON:
        return False
    between = text[before[1] : start]
    return not between.strip() or (
        "\n\n" not in between and any(before[1] <= one.start < start for one in near)
    )


def _by_sentence(sayings: Sequence[Saying], sentences: Sentences) -> dict[int, list[Saying]]:
    """The sayings by the start of the sentence that what they bring stands in."""
    found: dict[int, list[Saying]] = {}
    for saying in sayings:
        places = {
            sentences.around(place)[0]
            for start, end in saying.brings
            for place in (start, max(start, end - 1))
        }
        for sentence in places:
            found.setdefault(sentence, []).append(saying)
    return found


def _spoken(start: int, end: int, here: Sequence[Saying]) -> str | None:
    """The speaker of the nearest saying of its sentence that brings a figure at [start, end)."""
    costs = [
        (min(abs(start - saying.end), abs(saying.start - end)), index, saying.speaker)
        for index, saying in enumerate(here)
        if any(low <= start and end <= high for low, high in saying.brings)
    ]
    return min(costs, key=lambda cost: cost[:2])[2] if costs else None
