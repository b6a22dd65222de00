"""What is certain: a text and the links made in it so far in, what they say about other places of it out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from pipeline.extract.names.fold import is_kanji, is_katakana
from pipeline.extract.names.spoken import is_caseless

NEAR = 160
"""Characters on each side in which other names and words speak for a hit."""
NOWHERE = 1 << 62
"""Farther than any text is long."""
TAKES_PLACE = 8
"""Characters behind a hit within which a listed name begins."""


class Linked(Protocol):
    """A name at [start, end) and the entity that it means."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def entity(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Certain:
    """What is linked in a document without doubt: positions by entity, and its text in lower case."""

    lowered: str
    positions: Mapping[str, list[int]]
    places: Sequence[tuple[int, str]]
    """The same in the order of the text."""
    caseless: bool
    spoken: bool
    owners: Mapping[int, str]
    """Entities by the offset at which their mention ends."""

    def near(self, position: int) -> str | None:
        """An entity that is named around here, the first in the text."""
        return next(self.between(position - NEAR, position + NEAR + 1), (0, None))[1]

    def soon(self, position: int) -> str | None:
        """An entity that is named within a few characters from here on."""
        return next(self.between(position, position + TAKES_PLACE + 1), (0, None))[1]

    def distances(self, entity: str, position: int) -> tuple[int, int]:
        """Characters back to the entity's last mention up to here and ahead to its next; NOWHERE where there is none."""
        places = self.positions[entity]
        index = bisect_right(places, position)
        back = position - places[index - 1] if index else NOWHERE
        return back, places[index] - position if index < len(places) else NOWHERE

    def between(self, low: int, high: int) -> Iterator[tuple[int, str]]:
        """The entities whose names begin in [low, high), with their places."""
        for index in range(bisect_left(self.places, (low, "")), len(self.places)):
            if self.places[index][0] >= high:
                return
            yield self.places[index]


def certain_of(text: str, links: Sequence[Linked], *, spoken: bool) -> Certain:
    """What the links of a text make certain."""
    positions: dict[str, list[int]] = defaultdict(list)
    for link in sorted(links, key=lambda link: link.start):
        positions[link.entity].append(link.start)
    return Certain(
        _lowered(text),
        dict(positions),
        sorted((link.start, link.entity) for link in links),
        caseless=_caseless(text),
        spoken=spoken,
        owners={link.end: link.entity for link in links},
    )


@lru_cache(maxsize=2)
def _lowered(text: str) -> str:
    """Asked for after each step of one text."""
    return text.lower()


@lru_cache(maxsize=2)
def _caseless(text: str) -> bool:
    return is_caseless(text)


def says(text: str, word: str) -> bool:
    """Whether the text in lower case holds the word; a Latin one as a word, or the beginning of one of five letters or more."""
    place = text.find(word)
    if place < 0:
        return False
    if is_katakana(word[0]) and is_katakana(word[-1]):
        behind = text[place + len(word) : place + len(word) + 1]
        return not (behind and (is_katakana(behind) or is_kanji(behind)))  # メタ, no メタ認知
    if not word[0].isascii() or not word[0].isalnum():
        return True
    while place >= 0:
        end = place + len(word)
        begins = not (place > 0 and text[place - 1].isascii() and text[place - 1].isalnum())
        ends = (
            len(word) > 4
            or not text[end : end + 1].isalnum()
            or (text[end] == "s" and not text[end + 1 : end + 2].isalnum())
        )
        if begins and ends:
            return True
        place = text.find(word, place + 1)
    return False
