"""Windows: a text in, its words and words side by side that may be one misheard name out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.extract.names.fold import is_cjk, is_katakana, is_latin
from pipeline.extract.tokens import Token

LEAST_LETTERS, LEAST_KANA = 6, 5
"""Shorter names sound like too many words."""
LEAST_RUN = 4
"""Kana of a run that may be another spelling of a name."""
REMEMBERED = 50_000
"""Words that are looked at once; those of a language come again and again."""
WORDS = 5
"""So many words may be one name's."""
LONGEST = 28
"""Letters of them together."""

NUMBERS = frozenset(("one", "two", "three", "un", "o"))
"""Small words that end a version: grock three."""

_WORD = re.compile(r"[A-Za-zÀ-ÿ]+")
_FUNCTION = re.compile(
    r"the|and|for|with|from|are|was|its|this|that|not|a|an|of|to|in|on|at|by|as|is|it|or|but|so|we|you|they|he"
    r"|she|i|my|your|his|their|our|be|do|did|has|have|had|will|would|can|could|if|then|than|when|what|who|how"
    r"|all|one|two|three|more|up|out|just|like|about|into|over|no|go|get|got|des|les|une|un|le|la|de|du|et|ou|en"
    r"|au|aux|par|pour|sur|dans|que|qui|ce|cette|ces|est|sont|pas|plus|leur|il|elle|ils|nous|vous|on|se|ne|je|tu"
    r"|hundred|thousand|million|billion|cent|cents|mille|mais|donc|avec|sans|y|d|l|c|s|j|n|qu"
)
JOINING = frozenset(
    ["while", "because", "since", "though", "although", "unless", "until", "whereas", "whether", "where"]
)
"""Words that begin a clause, and no name however it was heard: while elon."""
_BETWEEN = frozenset(" -")
_KANA_RUN = re.compile(r"[ァ-ヺ][ァ-ヺー]*(?:[・ ][ァ-ヺ][ァ-ヺー]*)*")


class Window(NamedTuple):
    """Words at [start, end); `plain` are those that a dictionary or the text itself knows as words."""

    start: int
    end: int
    surface: str
    plain: bool


@lru_cache(maxsize=REMEMBERED)
def is_function_word(word: str) -> bool:
    """Whether it is one of the small words of English or French."""
    return _FUNCTION.fullmatch(word.lower()) is not None


def latin(
    text: str,
    tokens: Sequence[Token],
    free: Sequence[bool],
    is_like_any: Callable[[str], object],
    *,
    spoken: bool,
    plain_only: bool,
) -> Iterator[Window]:
    """Words, and words side by side, of Latin letters that are like some name. Plain are those that the text writes small too."""
    words = [(*match.span(), match[0]) for match in _WORD.finditer(text)]
    unknown = {token.start for token in tokens if token.oov} if tokens else None
    everyday = set() if tokens else {word for _, _, word in words if word.islower()}
    for index, (start, first_end, first) in enumerate(words):
        if not free[start]:
            continue
        if len(first) > 3 and (spoken or unknown is not None or not first.islower()):
            name_like = not first.islower() and first.lower() not in everyday
            if unknown is not None:
                name_like = start in unknown and (
                    not first.islower() or _beside_japanese(text, start, first_end)
                )
            if (name_like or spoken) and not (plain_only and name_like) and is_like_any(first):
                yield Window(start, first_end, first, plain=not name_like)
        if (not spoken and is_function_word(first)) or first in JOINING:
            continue
        end, capitals = first_end, first[0].isupper()
        if text[end : end + 1] not in _BETWEEN:
            continue
        for place in range(index + 1, min(index + WORDS, len(words))):
            next_start, next_end, word = words[place]
            if (
                next_start != end + 1
                or text[end] not in " -"
                or not free[next_start]
                or next_end - start > LONGEST
            ):
                break
            end = next_end
            capitals = capitals and word[0].isupper()
            if not (capitals or spoken or next_start == first_end + 1):
                break
            if (
                end - start > LEAST_LETTERS
                and not (plain_only and capitals)
                and (not is_function_word(word) or word.lower() in NUMBERS)
                and is_like_any(text[start:end])
            ):
                yield Window(start, end, text[start:end], plain=not capitals)


def japanese(text: str, tokens: Sequence[Token], free: Sequence[bool], *, spoken: bool) -> Iterator[Window]:
    """Unknown words and runs of katakana; in speech also words of kana side by side, with spaces between."""
    for token in tokens:
        if token.oov and len(token.surface) >= LEAST_KANA and all(map(is_katakana, token.surface)):
            yield Window(token.start, token.end, token.surface, plain=False)
    ordinary = {
        (token.start, token.end)
        for token in tokens
        if not token.oov and (token.pos[1] == "普通名詞" or token.pos[2] == "地名")
    }  # ブラックホール, ブルガリア
    runs = {
        match.span()
        for match in _KANA_RUN.finditer(text)
        if match.end() - match.start() >= LEAST_RUN
        and match.span() not in ordinary
        and (spoken or "・" not in match[0])  # in_kana knows better
    }
    for start, end in runs:
        yield Window(start, end, text[start:end], plain=True)
    if not spoken:
        return
    words = [token for token in tokens if not token.surface.isspace()]
    for index, first in enumerate(words):
        if not is_katakana(first.surface[0]) or not free[first.start]:
            continue
        for last in words[index + 1 : index + WORDS]:
            surface = text[first.start : last.end]
            if len(surface) > LONGEST or not all(
                is_cjk(one) or is_latin(one) or one == " " for one in surface
            ):
                break
            if is_katakana(last.surface[-1]) and (first.start, last.end) not in runs:
                yield Window(first.start, last.end, surface, plain=True)


def _beside_japanese(text: str, start: int, end: int) -> bool:
    """Whether a Latin word stands inside Japanese, and not in a foreign sentence."""
    return is_cjk(text[start - 1 : start] or " ") or is_cjk(text[end : end + 1] or " ")
