"""Saying: what somebody says at a place of a text, and the scene (text, names, quotations) in which sayings are looked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from pipeline.extract.sentences import Sentences
from pipeline.records import Entity

Span = tuple[int, int]


class Mentioned(Protocol):
    """A name at [start, end) that means the entity with this id; None where it means none of the catalogue."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def entity(self) -> str | None: ...


Pronoun = Literal["person", "organization", "again", "somebody"]
"""Who is not named: he, the company, whoever spoke last (a Japanese verb without a subject), and nobody we know."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of saying at [start, end), the stretches that they bring, and who speaks.

    pronoun: says how to find the speaker, until it is found.
    """

    start: int
    end: int
    brings: tuple[Span, ...]
    speaker: str | None = None
    pronoun: Pronoun | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    text: str
    lang: str
    sentences: Sentences
    names: Sequence[Mentioned]
    starts: Sequence[int]
    entities: Mapping[str, Entity]
    quotes: Sequence[Span]
    quote_starts: Sequence[int]

    def between(self, low: int, high: int) -> Sequence[Mentioned]:
        """The names that begin in [low, high)."""
        return self.names[bisect_left(self.starts, low) : bisect_left(self.starts, high)]

    def is_person(self, name: Mentioned) -> bool:
        entity = self.entities.get(name.entity or "")
        return entity is not None and entity.type == "person"

    def quote_around(self, position: int) -> Span | None:
        """The quotation that holds this position."""
        index = bisect_left(self.quote_starts, position + 1) - 1
        quote = self.quotes[index] if index >= 0 else None
        return quote if quote and quote[0] <= position < quote[1] else None
