"""Tokens: a Japanese text in, its words with their part of speech out (SudachiPy, the longest units)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sudachipy import Morpheme, Tokenizer

LONGEST_PIECE = 15_000
"""Code points a call: Sudachi takes 49,149 bytes of UTF-8, and a code point has at most three where words are long."""

REMEMBERED = 100_000
"""Words of the dictionary of which is kept what it says: more than a year of a newspaper has."""

_UNKNOWN = 0xF
"""The dictionary, in the highest bits of a word's number, of words that none holds."""
_JOINED = 0x0FFF_FFFF
"""Word number that Sudachi gives to katakana joined from pieces of which one is unknown."""

_MARKS = ("空白", "補助記号", "記号")
_JAPANESE = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uff66-\uff9f]")
_BREAK = re.compile(r"[\n。！？!?、,\s]")


class Token(NamedTuple):
    """A word at [start, end): surface, Sudachi's part of speech, and whether the dictionary does not hold it (oov).

    `reading` is how it is read out, in katakana; empty for marks and spaces.
    """

    start: int
    end: int
    surface: str
    pos: tuple[str, ...]
    oov: bool
    reading: str = ""


def has_japanese(text: str) -> bool:
    """Whether the text holds kana or Chinese characters, so that its words need to be looked for."""
    return bool(_JAPANESE.search(text))


def tokenize(text: str) -> list[Token]:
    """The words of the text in order. Pieces are cut at line ends or after punctuation, else hard."""
    tokenizer, known = _tokenizer(), _known_words()
    tokens = []
    for start, piece in _pieces(text):
        first = 0
        for word in tokenizer.tokenize(piece):
            last = (
                word.end()
            )  # what Sudachi tells costs more than what can be worked out: the next begins there
            if first < last:  # of İ, whose small form is two letters, it makes a word and nothing
                number = word.word_id()
                if (told := known.get(number)) is None:
                    told = _told(word, number)
                    if not told[1] and len(known) < REMEMBERED:
                        known[number] = told
                tokens.append(Token(start + first, start + last, piece[first:last], *told))
            first = last
    return tokens


def _told(word: Morpheme, number: int) -> tuple[tuple[str, ...], bool, str]:
    """What the dictionary says of a word: its part of speech, whether it holds it, its reading."""
    parts = _parts_of_speech()
    kind = word.part_of_speech_id()
    pos = parts.get(kind) or parts.setdefault(kind, word.part_of_speech())
    oov = number >> 28 == _UNKNOWN or number & _JOINED == _JOINED
    return pos, oov, "" if pos[0] in _MARKS else word.reading_form()


@cache
def _parts_of_speech() -> dict[int, tuple[str, ...]]:
    """By their numbers, so that the words of one kind share theirs."""
    return {}


@cache
def _known_words() -> dict[int, tuple[tuple[str, ...], bool, str]]:
    """Of words of the dictionary by their numbers, what it says of them: asked anew it would be made anew."""
    return {}


def usual_form(word: str) -> str:
    """How the dictionary would write a word: 翡翠 for カワセミ, and a loan word in katakana as it is; empty for no single word."""
    words = _tokenizer().tokenize(word)
    if len(words) != 1 or words[0].is_oov() or words[0].word_id() & _JOINED == _JOINED:
        return ""
    return str(words[0].normalized_form())


def words_of(run: str) -> list[str]:
    """The words of which a run of letters is made."""
    return [str(word.surface()) for word in _tokenizer().tokenize(run)]


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces that Sudachi can take; one line a piece where lines are short."""
    start = 0
    while start < len(text):
        end = min(len(text), start + LONGEST_PIECE)
        if end < len(text):
            end = _last_break(text, start, end)
        piece = text[start:end]
        while len(piece.encode("utf-8", "surrogatepass")) > 49_000:  # four-byte characters throughout
            piece = piece[: len(piece) // 2]
        yield start, piece.encode("utf-8", "replace").decode()  # a lone surrogate is no text for Sudachi
        start += len(piece)


def _last_break(text: str, start: int, end: int) -> int:
    for position in range(end, max(start, end - 2000), -1):
        if _BREAK.match(text, position - 1):
            return position
    return end


@cache
def _tokenizer() -> Tokenizer:
    from sudachipy import Dictionary, SplitMode

    return Dictionary(dict="core").create(mode=SplitMode.C)
