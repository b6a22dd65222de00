"""Sounds: a name in Latin letters or kana in, a rough transcription of how it is heard out, alike over three languages.

Metaphone (L. Philips, 1990) keeps the consonants of an English reader; a recogniser writes French and Japanese too, and
splits or joins words. Here voiced and unvoiced consonants, l and r, and all vowels are one each: DepSIC, Dip Sik and
DeepSeek are `tapsak`, Dario Amo day and Dario Amodei `tariamata`, サム アルとマン and サム・アルトマン `samarataman`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pipeline.extract.names.rewritten import rewritings, rewritten

REMEMBERED = 50_000
"""Forms whose transcription is kept; the words of a language come again and again."""

_SPELLINGS = rewritings(
    (pattern, heard)
    for pattern, heard in (
        (r"gue\Z", "g"),
        (r"g(?=[ei])", "j"),  # Gemini is heard as jemini
        (r"[tq]ue\Z|que\Z|ck", "k"),
        (r"(?<=[^aeiouy])e\Z", ""),
        (r"tsch|tch|sch|sh|ch|j", "S"),
        (r"ph|v", "f"),
        (r"th|d", "t"),
        (r"gn", "n"),
        (r"x", "ks"),
        (r"qu|q", "k"),
        (r"c(?=[eiy])|z", "s"),
        (r"ng(?![aeiou])", "n"),
        (r"[cg]", "k"),
        (r"b", "p"),
        (r"l", "r"),
        (r"h", ""),
        (r"[aeiouyw]+", "a"),
        (r"(.)\1+", r"\1"),
        (r"\A([nmr])(?=[^a])", r"a\1"),  # NVIDIA is heard as in-vidia
    )
)
_ROWS = {
    "": "アイウエオ",
    "k": "カキクケコ",
    "g": "ガギグゲゴ",
    "s": "サ_スセソ",
    "z": "ザ_ズゼゾ",
    "t": "タ__テト",
    "d": "ダヂヅデド",
    "n": "ナニヌネノ",
    "h": "ハヒ_ヘホ",
    "b": "バビブベボ",
    "p": "パピプペポ",
    "m": "マミムメモ",
    "r": "ラリルレロ",
    "y": "ヤ_ユ_ヨ",
    "w": "ワヰ_ヱヲ",
}
_KANA = {
    ord(kana): onset + vowel
    for onset, row in _ROWS.items()
    for kana, vowel in zip(row, "aiueo", strict=True)
    if kana != "_"
} | {
    ord(kana): heard
    for kana, heard in zip(
        "シジチツフヴンッーァィゥェォャュョヮ・",
        (
            "shi",
            "ji",
            "chi",
            "tsu",
            "fu",
            "vu",
            "n",
            "",
            "",
            "a",
            "i",
            "u",
            "e",
            "o",
            "ya",
            "yu",
            "yo",
            "wa",
            "",
        ),
        strict=True,
    )
}
_HIRAGANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_PLAIN = re.compile(r"[a-z]+")


def latin_of(form: str) -> str:
    """A folded form in the letters a to z: kana as they are read, accents left out. Other characters stay."""
    if form.isascii():
        return form
    kana = form.translate(_HIRAGANA)
    spelled = kana.translate(_KANA)
    if spelled.isascii():
        return spelled
    return "".join(one for one in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(one))


@lru_cache(maxsize=REMEMBERED)
def sound(form: str) -> str:
    """How a folded form is heard; empty for what has other characters than letters and kana."""
    heard = latin_of(form)
    if not _PLAIN.fullmatch(heard):
        return ""
    return rewritten(heard, _SPELLINGS)


def consonants(heard: str) -> int:
    """How many consonants a transcription has: what there is to tell it by."""
    return len(heard) - heard.count("a")
