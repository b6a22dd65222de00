"""Said: a versioned name in (o3-mini, GPT-4o, Gemini 2.5 Pro), how speech writes it out: `o three mini`, オースリーミニ, `r un`.

Numbers are read digit by digit, the point with its word, single letters by their names; a family's name that the catalogue
holds in kana stands in kana.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

LEAST_TELLING = 6
"""Letters of a form from which on it says by itself what is meant: gpt four, and not r one."""

_PART = re.compile(r"\d\.\d|\d+|[A-Za-z]+")
_VERSIONED = re.compile(r"(?:[A-Za-z]{1,12}[ -]?){0,3}(?:\d(?:\.\d)?)[a-z]?(?:[ -][A-Za-z]{3,9}){0,2}")
_CAMEL = re.compile(r"([A-Z][a-z]{2,})([A-Z]{3})")
_EN = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_FR = ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")
_KANA = ("ゼロ", "ワン", "ツー", "スリー", "フォー", "ファイブ", "シックス", "セブン", "エイト", "ナイン")
_KANJI = "零一二三四五六七八九"
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_NAMES_JA = (
    "エー ビー シー ディー イー エフ ジー エイチ アイ ジェー ケー エル エム エヌ オー ピー キュー アール エス ティー ユー ブイ"
    " ダブリュー エックス ワイ ゼット"
)
_NAMES_FR = "a bé cé dé e effe gé ache i ji ka elle emme enne o pé cu erre esse té u vé w ixe y zède"
_LETTERS = dict(zip(_ALPHABET, re.split(" ", _NAMES_JA), strict=True))
_LETTERS_FR = dict(zip(_ALPHABET, re.split(" ", _NAMES_FR), strict=True))
_SIZES = {
    "mini": "ミニ", "nano": "ナノ", "pro": "プロ", "max": "マックス", "ultra": "ウルトラ", "flash": "フラッシュ", "turbo": "ターボ",
    "lite": "ライト", "sonnet": "ソネット", "opus": "オーパス", "haiku": "ハイク", "large": "ラージ", "medium": "ミディアム",
    "small": "スモール",
}  # fmt: skip


def said_forms(name: str, families: Iterable[str] = ()) -> Iterator[str]:
    """How the name is said in English, French and Japanese, in small letters; none for a name without a version.

    families: the first word of the name as the catalogue writes it in kana.
    """
    if camel := _CAMEL.fullmatch(name):
        letters = " ".join(_LETTERS_FR[letter] for letter in camel[2].lower())
        yield f"{camel[1].lower()} {letters}"
    if not _VERSIONED.fullmatch(name):
        return
    parts = _PART.findall(name)
    yield from (" ".join(words) for words in product(*(_latin(part, _EN, ("point",)) for part in parts)))
    french = ("virgule", "point")
    yield from (" ".join(words) for words in product(*(_latin(part, _FR, french) for part in parts)))
    yield from ("".join(words) for words in product(*(_japanese(part, ()) for part in parts)))
    for family in families:
        yield from (
            family + "".join(words) for words in product(*(_japanese(part, (part,)) for part in parts[1:]))
        )


def _latin(part: str, digits: tuple[str, ...], points: tuple[str, ...]) -> tuple[str, ...]:
    if not part[0].isdigit():
        return ("o", "oh") if part == "o" and digits is _EN else (part.lower(),)
    whole, point, rest = part.partition(".")
    if not point:
        return (" ".join(digits[int(digit)] for digit in whole),)
    zeros = ("zero", "oh") if rest == "0" and digits is _EN else (digits[int(rest)],)
    pointed = tuple(f"{digits[int(whole)]} {word} {zero}" for word in points for zero in zeros)
    return (*pointed, f"{digits[int(whole)]} {digits[int(rest)]}")


def _japanese(part: str, written: tuple[str, ...]) -> tuple[str, ...]:
    """Nothing for a word whose kana is not known."""
    if part[0].isdigit():
        whole, _, rest = part.partition(".")
        if not rest:
            return (
                *written,
                "".join(_KANA[int(one)] for one in whole),
                "".join(_KANJI[int(one)] for one in whole),
            )
        return (
            *written,
            f"{_KANA[int(whole)]}ポイント{_KANA[int(rest)]}",
            f"{_KANJI[int(whole)]}点{_KANJI[int(rest)]}",
            f"{whole}点{rest}",
            f"{_KANA[int(whole)]}{_KANA[int(rest)]}",
        )
    if part.lower() in _SIZES:
        return (_SIZES[part.lower()],)
    if len(part) == 1 or (part.isupper() and len(part) < 4):
        return ("".join(_LETTERS[letter] for letter in part.lower()),)
    return ()
