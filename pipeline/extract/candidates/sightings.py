"""A sighting: one place of a text that may name something new, with the cues that speak for and against it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pipeline.records import EntityType

CueKind = EntityType | Literal["name", "place"]
"""What a cue speaks for: a type, any name at all, or a place (which speaks against it)."""


class Cue(NamedTuple):
    """One reason. `weight` 0 to 1 is the chance, by itself, that it is right; `words` go into the evidence."""

    kind: CueKind
    weight: float
    words: str


class Sighting(NamedTuple):
    """[start, end) of the text and the cues there."""

    start: int
    end: int
    cues: list[Cue]
