"""Kana: a name in kana in, its plain spelling out, alike for ウェイモ, ウェイモウ and ウエイ・モー.

What writers and recognisers differ in is left out: long vowels, doubled consonants, small vowels, ヴ and ヂ.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.names.rewritten import rewritings, rewritten
from pipeline.extract.names.sounds import REMEMBERED

_HIRAGANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_ONE_EACH = str.maketrans("ヂヅヌヲァゥェォヮ", "ジズンオアウエオワ", "ーッ・ 　")
_LONG = rewritings(
    (pattern, plain)
    for pattern, plain in (
        (r"ヴァ", "バ"),
        (r"ヴィ", "ビ"),
        (r"ヴェ", "ベ"),
        (r"ヴォ", "ボ"),
        (r"ヴ", "ブ"),
        (r"(?<=[テデ])ィ", ""),
        (r"(?<=[トド])ゥ", ""),
        (r"ィ", "イ"),
        (r"(?<=[オコソトノホモヨロゴゾドボポョォ])ウ", ""),
        (r"(?<=[エケセテネヘメレゲゼデベペェ])イ", ""),
        (r"(?<=[ウクスツヌフムユルグズブプュゥ])ウ", ""),
    )
)
_LONG_END = re.compile(r"[ァ-ヺー・]{3,}(?:[テデ]ィ|[リシニジビミギタダサザカガバパマラナ])ー?")
_KANA = re.compile(r"[ぁ-ゖァ-ヺー・ 　]+")


def long_or_short(name: str) -> tuple[str, ...]:
    """The name with and without the long vowel that ends English words in -y and -er: アジリティー, コンピュータ."""
    if not _LONG_END.fullmatch(name):
        return ()
    return (name.removesuffix("ー"),) if name.endswith("ー") else (f"{name}ー",)


@lru_cache(maxsize=REMEMBERED)
def plain_kana(name: str) -> str:
    """The plain spelling in katakana; empty for what has other characters than kana and joints."""
    if not _KANA.fullmatch(name):
        return ""
    return rewritten(name.translate(_HIRAGANA), _LONG).translate(_ONE_EACH)
