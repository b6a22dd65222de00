"""Romaji: a Japanese name in, how it is written in English out.

Loan words become the words they were borrowed from, the rest is modified Hepburn without marks for long vowels, as passports
have it; a person's given name comes first.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

from pipeline.extract.foreign_words import family_name, first_name, foreign_spelling
from pipeline.extract.loan_words import is_loan_word
from pipeline.extract.tokens import Token, has_japanese, tokenize
from pipeline.extract.trade_words import trade_of, without_form

_KATAKANA = re.compile(r"[ァ-ヺー]+")
_FAMILY = re.compile(r"[ァ-ヺー]+(?:・[ァ-ヺー]+)*")
_LONG = re.compile(r"(?:ou|oo|uu)(?![aeiou])")

_ROWS = (
    ("", "aiueo", "アイウエオ"),
    ("k", "aiueo", "カキクケコ"),
    ("s", "aiueo", "サシスセソ"),
    ("t", "aiueo", "タチツテト"),
    ("n", "aiueo", "ナニヌネノ"),
    ("h", "aiueo", "ハヒフヘホ"),
    ("m", "aiueo", "マミムメモ"),
    ("y", "auo", "ヤユヨ"),
    ("r", "aiueo", "ラリルレロ"),
    ("w", "aieo", "ワヰヱヲ"),
    ("g", "aiueo", "ガギグゲゴ"),
    ("z", "aiueo", "ザジズゼゾ"),
    ("d", "aiueo", "ダヂヅデド"),
    ("b", "aiueo", "バビブベボ"),
    ("p", "aiueo", "パピプペポ"),
    ("v", "u", "ヴ"),
)
"""The syllabary: consonant, vowels, kana."""
_OWN = {
    "シ": "shi",
    "チ": "chi",
    "ツ": "tsu",
    "フ": "fu",
    "ジ": "ji",
    "ヂ": "ji",
    "ヅ": "zu",
    "ン": "n",
    "ヲ": "o",
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
_HISSED = ("sh", "ch", "j")
"""Consonants that swallow the y: シャ is sha."""
_BEFORE_SMALL = {
    "テ": "t",
    "デ": "d",
    "ト": "t",
    "ド": "d",
    "ウ": "w",
    "ツ": "ts",
    "フ": "f",
    "ヴ": "v",
    "ク": "kw",
    "グ": "gw",
}
"""Kana whose vowel another small vowel takes the place of: ティ is ti, ウェ is we."""


def _syllables() -> dict[str, str]:
    sounds = {
        letter: consonant + vowel
        for consonant, vowels, kana in _ROWS
        for vowel, letter in zip(vowels, kana, strict=True)
    } | _OWN
    pairs = {}
    for letter, sound in sounds.items():
        for small, vowel in _SMALL.items():
            if vowel.startswith("y") and sound.endswith("i"):
                stem = sound[:-1]
                pairs[letter + small] = stem + (vowel[1:] if stem in _HISSED else vowel)
            elif small == "ェ" and sound.endswith("i") and sound[:-1] in _HISSED:
                pairs[letter + small] = sound[:-1] + vowel
            elif letter in _BEFORE_SMALL:
                pairs[letter + small] = _BEFORE_SMALL[letter] + vowel
    return sounds | pairs


_SOUNDS = _syllables()


def in_latin(name: str) -> str:
    """A name in Latin letters, its parts with spaces between: ホタルラボ → hotaru lab, 真壁早紀 → saki makabe."""
    own, trade = trade_of(without_form(unicodedata.normalize("NFKC", name)))
    if trade:
        return f"{in_latin(own)} {trade}"
    words = tokenize(own)
    told = [word for word in words if not word.surface.isspace()]
    if [word.pos[3] for word in told] == ["姓", "名"]:
        return " ".join(_sound(word) for word in reversed(told))
    written, before = "", ""
    person = re.match(r"([ァ-ヺー]{2,})・", own)
    given = first_name(person[1]) if person else None
    somebody = bool(person) and not any(map(is_loan_word, own.split("・")))  # カガリ・ロボティクス is a firm
    if person and somebody and not given and told[0].surface == person[1] and told[0].pos[2] == "人名":
        given = family_name(person[1])
    if person and given:
        rest = own[person.end() :]
        if _FAMILY.fullmatch(rest):
            return " ".join((given, *map(family_name, rest.split("・"))))
        return f"{given} {in_latin(rest)}"
    for script, group in groupby(words, key=lambda word: _script(word.surface)):
        run = list(group)
        if script == "katakana":
            written += " " + foreign_spelling("".join(word.surface for word in run))
            before = script
            continue
        for word in run:
            written += ("" if script == before == "native" else " ") + _sound(word)
            before = script
    return romaji(written).strip()


def romaji(kana: str) -> str:
    """Katakana in Latin letters; what else stands there stays."""
    written, position = "", 0
    while position < len(kana):
        letter = kana[position]
        pair = _SOUNDS.get(kana[position : position + 2])
        if letter == "ッ":
            doubled = _SOUNDS.get(kana[position + 1 : position + 3]) or _SOUNDS.get(
                kana[position + 1 : position + 2]
            )
            written += {"c": "t"}.get((doubled or "")[:1], (doubled or "")[:1])
        elif letter in "ー・":
            written += "" if letter == "ー" else " "
        elif pair:
            written += pair
            position += 1
        else:
            written += _SOUNDS.get(letter) or _SMALL.get(letter) or letter
        position += 1
    return written


def _script(surface: str) -> str:
    if _KATAKANA.fullmatch(surface):
        return "katakana"
    return "native" if has_japanese(surface) else "other"


def _sound(word: Token) -> str:
    """A word of kanji or hiragana as it sounds; another as it is written."""
    if not has_japanese(word.surface):
        return word.surface
    return _LONG.sub(lambda match: match[0][0], romaji(word.reading or word.surface))
