"""Likeness: the prints of two documents in; for how long they tell one story, and how much of their texts is common, out.

It depends on nothing but the two, and is the same from both sides: so the same documents come to the same stories in
whatever order they arrive. How rare a figure is is told by its digits, and not by the documents that are there, for the
same reason.
"""

from __future__ import annotations

from pipeline.load.stories.marks import LEAST_FIGURES, Print, digits_of
from pipeline.sketch import SAMPLES, numbers_of, samples_of, size_of

WINDOW, TRANSLATED = 7, 3
"""Days between a text and its copy, or its translation, at most; by others between them a story may last longer."""
COMMON = 0.5
"""Share of all shingles of both that two copies have in common."""
INSIDE, LEAST_COMMON = 0.8, 0.2
"""Share of the shorter one's shingles that stand in the longer, of which it is a part; and of all of both."""
FEW_NUMBERS, SAME_NUMBERS = 3, 0.5
"""Copies have the same numbers: from so many on in each, so many of the one that has fewer."""
SAME_FIGURES, SAME_OF_MORE = 0.6, 0.4
"""Of a translation: share of the figures of the one with fewer, and of the one with more, each counted by its digits."""
SAME_ENTITIES, LEAST_ENTITIES = 0.6, 2
ENOUGH = 8
"""Of a translation: the digits of common figures and the common entities, together."""


def reach(one: Print, other: Print) -> int:
    """How many days may lie between two documents with these prints for them to tell one story; -1: they do not."""
    if copied(one, other):
        return WINDOW
    return TRANSLATED if one.lang != other.lang and translated(one, other) else -1


def copied(one: Print, other: Print) -> bool:
    """Whether both have the same text, changed a little, or one is a part of the other."""
    if not (one.sketch and other.sketch):
        return False
    common = common_share(one.sketch, other.sketch)
    if common < COMMON and not (
        common >= LEAST_COMMON and _inside(one.sketch, other.sketch, common) >= INSIDE
    ):
        return False
    numbers, others = numbers_of(one.sketch), numbers_of(other.sketch)
    fewer = min(len(numbers), len(others))
    return fewer < FEW_NUMBERS or len(numbers & others) >= SAME_NUMBERS * fewer


def common_share(sketch: bytes, other: bytes) -> float:
    """Of all shingles of two texts, the share that both have, as their samples let guess."""
    return int((samples_of(sketch) == samples_of(other)).sum()) / SAMPLES


def _inside(sketch: bytes, other: bytes, common: float) -> float:
    """Of the shorter text's shingles, the share that the longer has."""
    sizes = size_of(sketch), size_of(other)
    return common * sum(sizes) / (1 + common) / min(sizes)


def translated(one: Print, other: Print) -> bool:
    """Whether figures and names of both agree, and are so many that this is no chance."""
    figures = set(one.figures) & set(other.figures)
    entities = set(one.entities) & set(other.entities)
    if len(figures) < LEAST_FIGURES or len(entities) < LEAST_ENTITIES:
        return False
    told = _digits(figures)
    fewer, more = sorted((_digits(one.figures), _digits(other.figures)))
    return (
        told + len(entities) >= ENOUGH
        and told >= SAME_FIGURES * fewer
        and told >= SAME_OF_MORE * more
        and len(entities) >= SAME_ENTITIES * min(len(one.entities), len(other.entities))
    )


def _digits(figures: set[int] | tuple[int, ...]) -> int:
    return sum(map(digits_of, figures))
