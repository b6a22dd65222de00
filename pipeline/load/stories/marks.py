"""Marks: an extraction in; what it is told by that another document tells the same story out.

Amounts are held against each other without what they measure, which extractors see otherwise in another language.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from pipeline.records import Extraction, Figure
from pipeline.sketch import keys_of, sketch_of

MOST_FIGURES = 64
"""Of a document, the telling ones first."""
LEAST_FIGURES = 3
"""From which on a document can be known as a translation of another."""
MOST_DIGITS = 3


@dataclass(frozen=True)
class Print:
    """All that a document is compared by. figures: keys, odd numbers. entities: ids of the catalogue, sorted."""

    lang: str
    sketch: bytes
    figures: tuple[int, ...]
    entities: tuple[str, ...]

    @cached_property
    def name(self) -> int:
        """The same for the same print."""
        text = f"{self.lang}|{self.figures}|{self.entities}|".encode() + self.sketch
        return _number(text, 63)

    @cached_property
    def keys(self) -> NDArray[np.int64]:
        """Under which it is found: of the text's bands, which are even, and of the figures, which are odd."""
        return np.concatenate((keys_of(self.sketch), np.array(self.figures, np.int64)))


@dataclass(frozen=True, slots=True)
class Mark:
    """A document and when it was said."""

    doc_id: str
    said_at: datetime
    print: Print


def marks_of(extractions: Iterable[Extraction]) -> list[Mark]:
    """Those of the documents that can be compared at all: short ones with few figures cannot."""
    marks = [_mark(one) for one in extractions]
    return [one for one in marks if one.print.sketch or one.print.figures]


def _mark(extraction: Extraction) -> Mark:
    document = extraction.document
    said_at = (document.published_at or document.collected_at).astimezone(UTC).replace(tzinfo=None)
    figures = sorted({figure_key(one) for one in extraction.figures}, key=lambda key: (-digits_of(key), key))
    entities = sorted({one.entity for one in extraction.mentions if one.entity})
    found = Print(
        extraction.lang,
        extraction.sketch or sketch_of(document.text, extraction.lang),  # none: of a worker that made none
        tuple(figures[:MOST_FIGURES]) if len(figures) >= LEAST_FIGURES else (),
        tuple(entities),
    )
    return Mark(document.doc_id, said_at, found)


def figure_key(figure: Figure) -> int:
    """The same for the same amount; it holds how telling it is, so that nothing else need be asked."""
    bounds = [None if one is None else float(f"{one:.3g}") for one in (figure.low, figure.high)]
    digits = max(
        len(f"{one:.2e}".partition("e")[0].replace(".", "").strip("-0")) for one in bounds if one is not None
    )
    return _number(f"{figure.unit}|{bounds}".encode(), 59) << 4 | min(max(digits, 1), MOST_DIGITS) << 1 | 1


def digits_of(key: int) -> int:
    """Digits of the amount that are not naughts at its end, 3 at most: 5 billion has one, 33.7 billion three."""
    return key >> 1 & 7


def _number(text: bytes, bits: int) -> int:
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "little") >> (64 - bits)
