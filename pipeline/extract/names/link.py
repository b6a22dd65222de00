"""Links: a place of a text and the entity that is meant there, with the reason; those of a later step beside an earlier's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.records import Method

OPEN = 0.9
"""The score of a plain word that the document speaks for."""


@dataclass(frozen=True, slots=True)
class Link:
    """A name at [start, end) that means the entity; score 0 to 1, evidence in words."""

    start: int
    end: int
    entity: str
    method: Method
    score: float
    evidence: str


def clear_of(links: Sequence[Link], more: Sequence[Link]) -> list[Link]:
    """Those of the later links that overlap none of the earlier."""
    taken = {place for link in links for place in range(link.start, link.end)}
    return [link for link in more if taken.isdisjoint(range(link.start, link.end))]
