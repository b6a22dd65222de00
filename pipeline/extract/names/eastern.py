"""Eastern: a word of a Chinese or Korean name in Latin letters in, its sounds as Japanese writes them out.

Pinyin and the spellings of Korean are read by rules of their own: Xingxing is シンシン, Qiao チャオ, Woo-hyun ウヒョン. Sounds are those of
phonemes.py.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.names.phonemes import REMEMBERED, as_kana_sounds, phonemes
from pipeline.extract.names.rewritten import rewritings, rewritten

_INITIALS = {
    "zh": "J", "ch": "C", "sh": "S", "q": "C", "x": "S", "j": "J", "z": "z", "c": "T", "l": "r", "y": "y", "w": "w", "": "",
} | {one: one for one in "bpmfdtngkhrs"}  # fmt: skip
_FINALS = {
    "iang": "yan", "iong": "yon", "uang": "wan", "ang": "an", "eng": "en", "ing": "in", "ong": "on", "ian": "ien", "iao": "yao",
    "uan": "uan", "uai": "uai", "ai": "ai", "ei": "ei", "ao": "ao", "ou": "ou", "an": "an", "en": "en", "in": "in", "un": "un",
    "ia": "ya", "ie": "ie", "iu": "yu", "ua": "ua", "uo": "uo", "ui": "ui", "ue": "ue", "a": "a", "o": "o", "e": "a", "i": "i", "u": "u",
}  # fmt: skip
_SYLLABLE = re.compile(f"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)({'|'.join(_FINALS)})(?![aeiou])")
_HISSED = ("z", "c", "s")
_KOREAN_FAMILIES = {
    "lee": "i", "yi": "i", "rhee": "i", "park": "paku", "choi": "che", "noh": "no", "roh": "no", "lim": "imu", "yoon": "yun", "jung": "jon",
    "jeong": "jon", "chung": "chon", "cho": "cho", "kang": "kan", "hwang": "fan", "kwon": "kuon", "shin": "shin", "suh": "so", "seo": "so", "moon": "mun",
    "kim": "kimu", "yoo": "yu", "yu": "yu", "oh": "o", "koo": "ku", "song": "son", "ahn": "an", "han": "han", "chang": "chan", "ryu": "ryu", "baek": "peku",
    "bae": "pe", "hong": "hon", "jang": "chan", "yang": "yan", "min": "min", "son": "son", "jeon": "chon", "kwak": "kuaku",
}  # fmt: skip
_KOREAN = rewritings(
    (pattern, plain)
    for pattern, plain in (
        (r"(?<=[yh])(?:ou|eo)(?=ng)|(?<=[yh])eo|(?<=hy)u(?=[nk])", "o"),
        (r"(?<=[jskyhcd])u(?=ng)", "o"),
        (r"woo|wu", "u"),
        (r"eo", "o"),
        (r"eu", "u"),
        (r"ae", "e"),
        (r"oo", "u"),
        (r"ee", "i"),
        (r"ng\Z", "n"),
        (r"k\Z", "ku"),
        (r"m\Z", "mu"),
        (r"l\Z", "ru"),
    )
)


@lru_cache(maxsize=REMEMBERED)
def in_chinese(part: str) -> str:
    """The sounds of a word of pinyin; empty for what is none."""
    word = part.casefold().replace("ü", "u").replace("'", "")
    heard, at = "", 0
    while at < len(word):
        syllable = _SYLLABLE.match(word, at)
        if not syllable:
            return ""
        onset, rhyme = syllable.groups()
        vowel = "u" if rhyme == "i" and onset in _HISSED else _FINALS[rhyme]
        consonant = _INITIALS[onset]
        if consonant in ("S", "C", "J") and vowel[0] in "yu" and len(vowel) > 1:
            vowel = vowel.removeprefix("y")  # シアン, シャン
        if onset == "y" and vowel[0] == "i":
            consonant = ""
        if onset == "w" and vowel[0] in "uo":
            consonant = ""
        heard += consonant + vowel
        at = syllable.end()
    return as_kana_sounds(heard)


def in_korean(words: list[str]) -> tuple[str, ...]:
    """The sounds of a Korean name, the family's first or last, the given one with a hyphen; empty for another's."""
    if len(words) != 2 or sum("-" in word for word in words) != 1:
        return ()
    if not any(word.casefold() in _KOREAN_FAMILIES for word in words):
        return ()
    said = tuple(
        phonemes(_KOREAN_FAMILIES[word.casefold()])
        if word.casefold() in _KOREAN_FAMILIES
        else "".join(phonemes(rewritten(piece.casefold(), _KOREAN)) for piece in word.split("-"))
        for word in words
    )
    return said if "-" not in words[0] else said[::-1]
