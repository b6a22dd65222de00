"""Speech: a text in, whether it is speech written down without its marks out; and how names are spelled out when spoken.

A speech recogniser gives few commas and full stops, capitals as it likes, and numbers and letters in words: `GB three
hundred`, ジーピーティー. What is too daring to believe of an edited text may be believed of such a one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.extract.candidates.word_lists import words_in

LEAST_WORDS = 40
"""Shorter texts say nothing about their marks (a headline has none)."""
WORDS_A_MARK = 28
"""Words to a comma or full stop from which on a text is speech; edited prose has eight to fifteen."""
LETTERS_A_MARK = 90
"""The same in characters of a script without spaces; edited Japanese has twenty to forty."""
SAMPLE = 5_000
"""Characters that are looked at."""

_MARK = re.compile(r"[.,;:!?](?=\s|[\"”»’')]|\Z)|[。、，．！？「」]")
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+")
_CJK = re.compile(r"[ぁ-ヿ一-鿿]")

LEAST_SAID, SAID_A_THOUSAND = 4, 2.5
"""Words of speech, and how many of them in a thousand characters, from which on a text with marks was said too."""
_ONES = words_in(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand"
    " un une deux trois quatre cinq sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante cent cents mille"
)
_COUNTED = words_in(
    "hundred thousand million billion trillion point percent megawatts gigawatts bucks cent cents mille millions milliard milliards virgule"
    " mégawatts gigawatt megawatt euros dollars"
)
_FILLERS = words_in("uh um yeah gonna gotta wanna kinda euh ben bah hein ouais voilà")
_IN_TWO = frozenset((("you", "know"), ("i", "mean"), ("uh", "huh"), ("du", "coup"), ("bon", "alors")))

_TENS = {
    20: "twenty",
    30: "thirty",
    40: "forty",
    50: "fifty",
    60: "sixty",
    70: "seventy",
    80: "eighty",
    90: "ninety",
}
_ONES_EN = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_KANJI = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九")
_ONES_FR = ("", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")
_CHIP = re.compile(r"([A-Z]{1,3})(\d{2,3})")
_LETTERS = re.compile(r"[A-Z]{3,5}|xAI")
_INITIALS = re.compile(r"([A-Za-z]+[ .]?)AI")
_WITH_KANA = re.compile(r"([A-Z]{2,4}(?=[ァ-ヺー])|(?=[ァ-ヺー・]{2,12}AI))([ァ-ヺー・]{2,12})(AI|)")
_LETTER_NAMES = (
    "エー ビー シー ディー イー エフ ジー エイチ アイ ジェー ケー エル エム エヌ オー ピー キュー アール エス ティー ユー ブイ ダブリュー"
    " エックス ワイ ゼット"
)
_KANA = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", re.split(" ", _LETTER_NAMES), strict=True))


def is_spoken(text: str) -> bool:
    """Whether the text is speech without marks."""
    sample = text[:SAMPLE]
    marks = len(_MARK.findall(sample)) + 1
    letters = len(_CJK.findall(sample))
    if letters > len(sample) / 4:
        return letters > 4 * LEAST_WORDS and letters / marks > LETTERS_A_MARK
    words = len(_WORD.findall(sample))
    return words > LEAST_WORDS and words / marks > WORDS_A_MARK


def is_told(text: str) -> bool:
    """Whether a text in Latin letters, though it has marks, was spoken: it says its numbers in words, and euh, and yeah."""
    sample = text[:SAMPLE]
    words = _WORD.findall(sample.lower())
    said = sum(
        one in _FILLERS or (one in _ONES and two in _COUNTED) or (one, two) in _IN_TWO
        for one, two in pairwise(words)
    )
    return said >= LEAST_SAID and said * 1_000 >= SAID_A_THOUSAND * len(sample)


def is_caseless(text: str) -> bool:
    """Whether the text is of Latin letters and has no capital, so that a small letter says nothing."""
    return (
        text == text.lower()
        and text != text.upper()
        and len(_CJK.findall(text[:SAMPLE])) * 4 < len(text[:SAMPLE])
    )


def spoken_forms(name: str) -> Iterator[str]:
    """How the name is written where every letter and number was spelled out."""
    if chip := _CHIP.fullmatch(name):
        for number in (*_in_words(int(chip[2])), *_by_digits(chip[2])):
            yield f"{chip[1]} {number}"
        letters = "".join(_KANA[letter] for letter in chip[1])
        yield f"{letters}{chip[2]}"
        if kanji := _in_kanji(int(chip[2])):
            yield f"{letters}{kanji}"
    if initials := _INITIALS.fullmatch(name):
        yield f"{initials[1]}A.I."
    if mixed := _WITH_KANA.fullmatch(name):
        before, kana, behind = ("".join(_KANA.get(one, one) for one in part) for part in mixed.groups())
        yield f"{before}{kana}{behind}"
        if behind:
            yield f"{before}{kana}エイアイ"
            yield f"{_hiragana(kana)}{mixed[3]}"
    if _LETTERS.fullmatch(name):
        yield "".join(_KANA[letter] for letter in name.upper())


def _by_digits(number: str) -> Iterator[str]:
    """three oh eight, three zero eight."""
    if len(number) > 2 and not number.endswith("00"):
        for zero in ("oh", "zero"):
            yield " ".join(zero if digit == "0" else _ONES_EN[int(digit)] for digit in number)


def _in_kanji(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    return "".join(
        ("" if count == 1 and unit else _KANJI[count]) + unit
        for count, unit in ((hundreds, "百"), (tens, "十"), (ones, ""))
        if count
    )


def _in_words(number: int) -> Iterator[str]:
    hundreds, rest = divmod(number, 100)
    if rest == 0:
        yield f"{_ONES_EN[hundreds]} hundred"
        yield "cent" if hundreds == 1 else f"{_ONES_FR[hundreds]} cents"
        yield "cent" if hundreds == 1 else f"{_ONES_FR[hundreds]} cent"
    elif not hundreds and number in _TENS:
        yield _TENS[number]
    elif not hundreds and number > 20:
        yield f"{_TENS[number - number % 10]} {_ONES_EN[number % 10]}"


def _hiragana(kana: str) -> str:
    return "".join(chr(ord(one) - 0x60) if "ァ" <= one <= "ヶ" else one for one in kana)
