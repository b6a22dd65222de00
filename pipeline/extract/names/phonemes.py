"""Phonemes: a name's part in katakana or Latin letters in, its sounds out, one character each, that both scripts share.

Katakana says each vowel and adds some (クス); Latin spelling leaves open which vowel is meant. So the vowels of Latin letters
are capitals, near to several of kana, and what a reader may leave out (the r of Karp, the h of Ghodsi) is cheap to lose.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from pipeline.extract.names.rewritten import rewritings, rewritten

REMEMBERED = 50_000
"""Words whose sounds are kept."""

MOST_READINGS = 16

VOWELS = "aiueoYW"
"""Of kana; Y is ai, W is au."""
LATIN_VOWELS = "AEIOUQZ"
"""Of Latin letters: Q is au or aw, Z is ai or ei."""

_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "g": "ガギグゲゴ", "s": "サ_スセソ", "z": "ザ_ズゼゾ", "t": "タ__テト", "d": "ダ__デド",
    "n": "ナニヌネノ", "h": "ハヒ_ヘホ", "b": "バビブベボ", "p": "パピプペポ", "m": "マミムメモ", "r": "ラリルレロ", "y": "ヤ_ユ_ヨ",
    "w": "ワヰ_ヱヲ",
}  # fmt: skip
_ALONE = {
    kana: onset + vowel
    for onset, row in _ROWS.items()
    for kana, vowel in zip(row, "aiueo", strict=True)
    if kana != "_"
} | {
    "シ": "Si",
    "ジ": "Ji",
    "ヂ": "Ji",
    "チ": "Ci",
    "ツ": "Tu",
    "ヅ": "zu",
    "フ": "fu",
    "ヴ": "bu",
    "ン": "n",
}
_SMALL = {
    "ァ": "a",
    "ィ": "i",
    "ゥ": "u",
    "ェ": "e",
    "ォ": "o",
    "ャ": "ya",
    "ュ": "yu",
    "ョ": "yo",
    "ヮ": "wa",
}


def _morae() -> dict[str, str]:
    """ティ is ti, シャ Sa, キャ kya, ウィ wi, クォ kwo."""
    pairs = {}
    for kana, heard in _ALONE.items():
        for small, vowel in _SMALL.items():
            onset = heard[:-1]
            if kana in "ウクグ" and vowel[0] not in "yu":
                onset += "w" if vowel[0] != "w" else ""
            pairs[kana + small] = onset + (vowel[-1] if onset in ("S", "J", "C") else vowel)
    return _ALONE | _SMALL | pairs


_MORAE = _morae()
_MORA = re.compile(r"[ァ-ヺ][ァィゥェォャュョヮ]?")
_HIRAGANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_KANA_RULES = rewritings(
    (pattern, plain)
    for pattern, plain in (
        (r"(?<=[td])u", "o"),  # トゥ, ト
        (r"ai", "Y"),
        (r"au", "W"),
        (r"ou", "o"),
        (r"ei", "e"),
        (r"([aiueo])\1+", r"\1"),
        (r"iy(?=[aeo])", "i"),
        (r"(?<!y)u(?=[aeo])|(?<![kgsztdnhbpmrJSCTfy])u(?=i)", "w"),
        (r"nn+", "n"),  # ワンネックス, one X
        (r"n(?=[bp])", "m"),
        (r"(?:ho|hu|fo|fu|f)w(?=a)", "hw"),  # フアン, ホワン
        (r"rab[ou](?:[sz]u)?\Z", "rab"),  # ラボ, ラブズ
    )
)
_LATIN_RULES = rewritings(
    (pattern, plain)
    for pattern, plain in (
        (r"\A(?:kn|gn)", "n"),
        (r"\Awr", "r"),
        (r"\Ax", "z"),
        (r"\Aye", "ie"),
        (r"\All", "l"),
        (r"tsch|tch", "C"),
        (r"sch|sh", "S"),
        (r"[tcs]io(?=n)", "Sjo"),
        (r"ph|ff", "f"),
        (r"dge|dg(?=[ei])|dj", "J"),
        (r"ow(?=sk)", "ov"),
        (r"th", "P"),
        (r"ch", "X"),
        (r"ck|kk|cc(?![ei])", "k"),
        (r"qu(?=[aeio])|q", "k"),
        (r"cz", "C"),
        (r"tz|ts|zz|ds(?=[aeiou]|\Z)", "T"),
        (r"gh(?=[aeiou])", "g"),
        (r"gh", ""),
        (r"g(?=[eiy])", "G"),
        (r"x", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"(?<=[aeiou])ng(?![aeiourl])", "n"),
        (r"v", "b"),
        (r"(?<=[bpkgftds])re\Z", "r"),  # centre
        (r"(?<=[^aeiou])e\Z", ""),
        (r"(?<=[^aeiou])es\Z", "s"),
        (r"([b-df-hj-np-tv-z])\1", r"\1"),
        (r"(?<=[aeiouy])r(?![aeiouyr])", "L"),
        (r"l", "r"),
        (r"ai|ay|ei|ey", "Z"),
        (r"oa(?=[mnhz])", "OA"),  # Noam, Joan
        (r"eau|oa", "O"),
        (r"au|aw", "Q"),
        (r"ee|ea|ie|y(?![aeiou])", "I"),
        (r"oo", "U"),
        (r"(?<=[aeiou])w(?![aeiou])", "U"),
        (r"ou", "OU"),
        (r"a", "A"),
        (r"e", "E"),
        (r"i", "I"),
        (r"o", "O"),
        (r"u", "U"),
        (r"([AEIOUQZ])\1+", r"\1"),
        (r"OU", "V"),
        (r"rAbs?\Z", "rab"),
    )
)
_FRENCH_RULES = rewritings(
    (pattern, plain)
    for pattern, plain in (
        (r"ch", "sh"),
        (r"ille?(?=[aeiou]|\Z)", "iy"),
        (r"oi", "wa"),
        (r"eaux?\Z|ault\Z|aud\Z|ot\Z|aux\Z", "o"),
        (r"eu|œu", "u"),
        (r"(?:er|ez|et)\Z", "e"),
        (r"(?<=[aeiouyrn])[dtxps]\Z", ""),
        (r"gn", "ny"),
        (r"[ea]n(?=[^aeiouyn])", "an"),
        (r"\Ah", ""),
        (r"qu", "k"),
    )
)
_PLAIN = re.compile(r"[a-z]+")
_KANA = re.compile(r"[ァ-ヺー]+")
_CLASSES = {
    ord(one): heard
    for heard, group in {"k": "kgXq", "s": "szSJCTGj", "t": "tdP", "n": "nm", "p": "pbf", "r": "r"}.items()
    for one in group
}
_CLASSES |= {ord(one): "" for one in VOWELS + LATIN_VOWELS + "VLhyw"}


@lru_cache(maxsize=REMEMBERED)
def phonemes(part: str) -> str:
    """The sounds of a word of katakana or Latin letters; empty for what has others."""
    kana = part.translate(_HIRAGANA)
    if _KANA.fullmatch(kana):
        return _of_kana(kana)
    letters = (
        "".join(
            one
            for one in unicodedata.normalize("NFKD", part.casefold())
            if not unicodedata.combining(one) and one not in "'’.-"
        )
        .replace("ø", "o")
        .replace("ł", "l")
        .replace("ß", "ss")
    )
    return _of_latin(letters) if _PLAIN.fullmatch(letters) else ""


def bones(sounds: str) -> str:
    """The consonants in six classes, by which alike names are found: voice and place do not count."""
    return sounds.translate(_CLASSES)


def readings_of_bones(sounds: str) -> Iterator[str]:
    """The same of a Latin name whose letters may be read in two ways: ch as in church or as in Christ, th as in thrive, ジャ or ヤ for j.

    Of one with many such letters (Arthur, Werner Vogels) not more than MOST_READINGS.
    """
    forms = [sounds, sounds[:-1]] if sounds.endswith("s") else [sounds]
    for letter, other in (("P", "s"), ("L", "r"), ("X", "C"), ("j", ""), ("G", "k")):
        if letter in sounds and len(forms) < MOST_READINGS:
            forms += [form.replace(letter, other) for form in forms]
    yield from dict.fromkeys(map(bones, forms))


def as_kana_sounds(heard: str) -> str:
    """Sounds, syllable by syllable, as they are of katakana: long vowels short, ai and au one."""
    return rewritten(heard, _KANA_RULES)


def _of_kana(kana: str) -> str:
    return as_kana_sounds("".join(_MORAE.get(one, "") for one in _MORA.findall(kana)))


def _of_latin(letters: str) -> str:
    return rewritten(letters, _LATIN_RULES)


def in_french(part: str) -> str:
    """How a Frenchman says a Latin name; empty where that is no other way than phonemes knows."""
    spelled = rewritten(part.casefold(), _FRENCH_RULES)
    return phonemes(spelled) if spelled != part.casefold() else ""
