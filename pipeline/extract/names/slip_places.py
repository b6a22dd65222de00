"""Slip places: a text in Latin letters in, its words and words side by side that may be a name written as it was heard out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.extract.candidates.plain_words import dictionary, gazetteer
from pipeline.extract.names.windows import JOINING, is_function_word

REMEMBERED = 50_000
WORDS, LONGEST = 5, 30
"""Words and letters of a place."""
LEAST_SOUNDS = 4
"""Sounds of a name that can be told by them."""
MOST_EVERYDAY = 3
"""Ordinary words in small letters that may be one name."""
SMALL = 2
"""Letters of small words inside a name that was heard as words: X et AI."""

_LITTLE = re.compile(
    r"(?:the|an?|my|your|his|her|their|our|les?|la|une?|des|du|mon|ma|mes|son|sa|ses|ton|ta|tes|leurs?|à|au|aux|en|de|d)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿœ]+")
_JOINED, _JOINED_BEFORE = re.compile(r"-[A-ZÀ-Ý]"), re.compile(r"[a-zà-ÿ]-(?<!ex-)\Z")
_BETWEEN = frozenset(" -'’")


class Place(NamedTuple):
    """Words at [start, end) of a text."""

    start: int
    end: int
    words: tuple[str, ...]


def places(text: str, free: Sequence[bool], *, bold: bool) -> Iterator[Place]:
    """Words of the text that may be a name written as it was heard; in a `bold` search without capitals too."""
    tokens = [(*match.span(), match[0]) for match in _TOKEN.finditer(text)]
    for index, (start, first_end, first) in enumerate(tokens):
        if len(first) == 1 and first.islower() and text[start - 1 : start] in ("'", "’"):
            continue  # Google's
        if not free[start] or not (bold or first[0].isupper() or len(first) == 1):
            continue
        if _JOINED_BEFORE.search(text, max(0, start - 2), start):
            continue
        if (
            len(first) >= LEAST_SOUNDS
            and not _JOINED.match(text, first_end)
            and (first[0].isupper() or first.lower() not in dictionary())
        ):
            yield Place(start, first_end, (first,))
        end = first_end
        if text[end : end + 1] not in _BETWEEN or first in JOINING:
            continue
        words, everyday, joined = [first], _is_everyday(first), False
        for place in range(index + 1, min(index + WORDS, len(tokens))):
            next_start, next_end, word = tokens[place]
            if (
                next_start != end + 1
                or text[end] not in " -'’"
                or (word == "s" and text[end] in "'’")
                or not free[next_start]
                or next_end - start > LONGEST
                or not (bold or word[0].isupper() or len(word) <= SMALL)
            ):
                break
            words.append(word)
            end = next_end
            everyday = everyday and _is_everyday(word)
            joined = joined or is_function_word(word)
            if _JOINED.match(text, end) or text[end : end + 1].isdigit():
                continue
            if bold and everyday and (joined or len(words) > MOST_EVERYDAY):
                continue  # ordinary words in small letters with little ones among them: no name is heard so
            if max(map(len, words)) > 1 and (
                word[0].isupper() or (len(word) > 1 and not is_function_word(word))
            ):
                yield Place(start, end, tuple(words))


def is_phrase(words: Sequence[str]) -> bool:
    """Whether the words are one that is known, or has no capital, behind an article: the chatbot, a Series, à Valence."""
    told = words[-1]
    return all(_LITTLE.fullmatch(word) or is_function_word(word) for word in words[:-1]) and (
        told.islower() or told.lower() in dictionary() or told.lower() in gazetteer()
    )


@lru_cache(maxsize=REMEMBERED)
def _is_everyday(word: str) -> bool:
    """Whether it is an ordinary word in small letters."""
    return not word[0].isupper() and word in dictionary()
