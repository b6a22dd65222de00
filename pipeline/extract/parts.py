"""Parts: a text of any length in, the stretches that are read one at a time out, and what is remembered before each.

Rules of a text take memory for every character of it, and compare what stands in it with what else does. Read by the part, a
text of 5 MB takes little more than one of 100,000 characters does, and time as it is long. Whom earlier parts have introduced, the next
one is told: it is read behind the sentences in which they were named, and behind those just before it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from pipeline.extract.sentences import trimmed
from pipeline.records import Figure, Mention

_Found = TypeVar("_Found", Mention, Figure)

MOST = 100_000
"""Characters read at once: a podcast of three hours, the longest that press and speech bring, is one part."""
_SEEK = 3_000
"""Characters before the end of a part in which a place is sought where nothing is cut in two."""
_ENDS = (re.compile(r"\n+"), re.compile(r"[。！？]|[.!?](?=\s)"), re.compile(r"[\s、;；」』)）]|[，,](?!\d)"))
"""Places to cut at, the best first: paragraphs, sentences, words."""
JUST_BEFORE = 1_000
"""Characters before a part that are read with it: whom its first sentences speak of stands there."""
INTRODUCED = 4_000
"""Characters of introductions, the sentences of the names most often said."""
LONGEST_INTRODUCTION = 240


def parts_of(text: str, most: int = MOST) -> Iterator[tuple[int, int]]:
    """The [start, end) of each part, in order, together all of the text; none longer than `most`.

    >>> list(parts_of("One line.\\nAnother one.", most=15))
    [(0, 10), (10, 22)]
    """
    start = 0
    while len(text) - start > most:
        end = _cut(text, start, start + most)
        yield start, end
        start = end
    yield start, len(text)


def _cut(text: str, start: int, end: int) -> int:
    """The last place before `end` at which nothing is cut in two; `end` where there is none near it."""
    since = max(start + 1, end - _SEEK)
    for place in _ENDS:
        ends = [match.end() for match in place.finditer(text, since, end)]
        if ends:
            return ends[-1]
    return end


@dataclass(slots=True)
class Memory:
    """Who was named so far, how often, and the sentence that names each most fully."""

    _times: Counter[str] = field(default_factory=Counter)
    _introductions: dict[str, tuple[int, str]] = field(default_factory=dict)

    def learn(self, text: str, mentions: Iterable[Mention]) -> None:
        """Adds the mentions of a text; their offsets are in it. Names that were misheard are known by their sound anew."""
        for mention in mentions:
            if mention.method == "phonetic":
                continue  # many together would make any part a garbled one
            who = mention.entity or mention.name
            self._times[who] += 1
            length = mention.end - mention.start
            if who not in self._introductions or length > self._introductions[who][0]:
                self._introductions[who] = length, _introduction(text, mention)

    def before(self, text: str, start: int) -> str:
        """What is read before the part that begins there: introductions, and what stands just before it, to the letter."""
        just_before = text[_sentence_near(text, max(0, start - JUST_BEFORE), start) : start]
        told: dict[str, None] = {}
        left = INTRODUCED
        for who, _ in self._times.most_common():
            _, sentence = self._introductions[who]
            if sentence in told:
                continue
            left -= len(sentence)
            if left < 0:
                break
            told[sentence] = None
        return "\n".join((*told, just_before))


def _introduction(text: str, mention: Mention) -> str:
    """The mention's sentence, or the words around it where that is long; on one line."""
    around = (LONGEST_INTRODUCTION - (mention.end - mention.start)) // 2
    start, end = (
        max(mention.sentence_start, mention.start - around),
        min(mention.sentence_end, mention.end + around),
    )
    start, end = trimmed(text, (start, max(end, mention.end)))
    return text[start:end].replace("\n", " ")


def _sentence_near(text: str, start: int, end: int) -> int:
    """Where the first sentence behind `start` begins, `start` where none does before `end`."""
    for place in _ENDS:
        if found := place.search(text, start, end):
            return found.end() if found.end() < end else start
    return start


def moved(found: _Found, by: int) -> _Found:
    """The same, its offsets greater by that many characters."""
    return msgspec.structs.replace(
        found,
        start=found.start + by,
        end=found.end + by,
        sentence_start=found.sentence_start + by,
        sentence_end=found.sentence_end + by,
    )
