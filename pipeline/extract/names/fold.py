"""Folding: text in, its form for comparing names out, with the way back to the original offsets.

Width, case and the joints of names (spaces, hyphens, middle dots) are folded away, so that `O3 mini`, `o3-mini` and
`Ｏ３ｍｉｎｉ` are one name, as are サム・アルトマン and サムアルトマン. Offsets always lead back to the text as stored.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache

JOINTS = " \u00a0\u3000-‐‑–—−・･·_’'"
"""Characters that stand or are left out between the parts of one name."""

_HALF_KANA_MARKS = "\uff9e\uff9f"
_BETWEEN_JOINTS = re.compile(f"[^{re.escape(JOINTS)}]+")
_HALF_KANA_MARK = re.compile(f"[{_HALF_KANA_MARKS}]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `origin[i]` is the offset in the original of the character that gave folded character i."""

    text: str
    origin: array[int]


def fold(text: str) -> Folded:
    """The folded text with its map. One original character gives none, one or several folded ones."""
    if not _HALF_KANA_MARK.search(text) and all(
        len(_fold_alone(one)) == 1 for one in set(text).difference(JOINTS)
    ):  # letter by letter: nearly every text
        origin = array("q")
        for kept in _BETWEEN_JOINTS.finditer(text):
            origin.extend(range(*kept.span()))
        return Folded(text.translate(_LETTERS), origin)
    if _HALF_KANA_MARK.search(text):
        folded = [_fold_character(one, text[index + 1 : index + 2]) for index, one in enumerate(text)]
    else:
        folded = [_fold_alone(one) for one in text]
    plain = "".join(folded)
    if len(plain) == len(text) and "" not in folded:
        return Folded(plain, array("q", range(len(text))))
    return Folded(plain, array("q", [index for index, one in enumerate(folded) for _ in one]))


def fold_name(name: str) -> str:
    """The folded form of a name, without its map."""
    return fold(name).text if _HALF_KANA_MARK.search(name) else name.translate(_LETTERS)


def _fold_character(character: str, following: str) -> str:
    if character in JOINTS or character in _HALF_KANA_MARKS:
        return ""
    if character < "\x80":
        return character.lower()
    if following and following in _HALF_KANA_MARKS and "\uff66" <= character <= "\uff9d":
        character = character + following  # half-width ｶﾞ is one letter written in two
    return unicodedata.normalize("NFKC", character).casefold()


class _Letters(dict[int, str]):
    """The folded form of each letter by its number, made when first asked for."""

    def __missing__(self, number: int) -> str:
        folded = self[number] = _fold_alone(chr(number))
        return folded


_LETTERS = _Letters()


@lru_cache(maxsize=65_536)
def _fold_alone(character: str) -> str:
    """As _fold_character, where no half-width mark follows; texts have few different characters."""
    return _fold_character(character, "")


def is_latin(character: str) -> bool:
    """A letter or digit of the Latin script, full-width forms included."""
    if character < "\x80":
        return character.isalnum()
    return character.isalnum() and unicodedata.name(character, "").startswith(
        ("LATIN", "FULLWIDTH LATIN", "FULLWIDTH DIGIT")
    )


def is_katakana(character: str) -> bool:
    """A katakana letter or the long-vowel mark, half-width forms included."""
    return "\u30a1" <= character <= "\u30fa" or character == "ー" or "\uff66" <= character <= "\uff9f"


def is_cjk(character: str) -> bool:
    """A kana or a Chinese character."""
    return (
        "\u3041" <= character <= "\u30ff"
        or "\u3400" <= character <= "\u9fff"
        or "\uff66" <= character <= "\uff9f"
    )


def is_kanji(character: str) -> bool:
    """A Chinese character."""
    return "\u3400" <= character <= "\u9fff"
