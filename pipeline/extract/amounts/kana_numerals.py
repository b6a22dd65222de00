"""Spoken Japanese numbers: a text in, the numbers that a transcript left in kana out (ごせんおくドル, さんびゃくまん人)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

_DIGITS = {"いち": 1, "いっ": 1, "に": 2, "さん": 3, "よん": 4, "ご": 5, "ろく": 6, "ろっ": 6, "なな": 7, "しち": 7, "はち": 8,
           "はっ": 8, "きゅう": 9, "く": 9}  # fmt: skip
_DIGIT = "(?:" + "|".join(sorted(_DIGITS, key=len, reverse=True)) + ")"
_SMALL = {"せん": 1000, "ぜん": 1000, "ひゃく": 100, "びゃく": 100, "ぴゃく": 100, "じゅう": 10, "じゅっ": 10}
_LARGE = {"ちょう": 10**12, "おく": 10**8, "まん": 10**4}
_SECTION = rf"(?:{_DIGIT}?[せぜ]ん)?(?:{_DIGIT}?[ひびぴ]ゃく)?(?:{_DIGIT}?じゅ[うっ])?{_DIGIT}?"
_NUMBER = re.compile(rf"(?:{_SECTION}ちょう)?(?:{_SECTION}おく)?(?:{_SECTION}まん)?(?:{_SECTION})\Z")
_PART = re.compile("|".join(sorted({**_DIGITS, **_SMALL, **_LARGE}, key=len, reverse=True)))
_END = re.compile(
    r"(?:ちょう|おく|まん|[せぜ]ん|[ひびぴ]ゃく|じゅ[うっ])(?=[ 　]?(?:ドル|ユーロ|円|えん|元|人|社|台|個|件|枚|基|名|倍|パーセント|%|トークン|パラメータ|ワット|メガワット|ギガワット))"
)
_LONGEST = 32


def find_kana(text: str) -> Iterator[tuple[int, int, Decimal, Decimal]]:
    """Start, end, value and scale of each number in kana that has two parts at least and a unit right behind it."""
    for match in _END.finditer(text):
        first = max(0, match.end() - _LONGEST)
        found = next(
            (
                one
                for start in range(first, match.start() + 1)
                if (one := _NUMBER.match(text, start, match.end()))
            ),
            None,
        )
        if found and found[0]:
            parts = _PART.findall(found[0])
            if len(parts) > 1:
                yield found.start(), found.end(), *_value(parts)


def _value(parts: list[str]) -> tuple[Decimal, Decimal]:
    total, section, digit, scale = 0, 0, 0, 1
    for part in parts:
        if part in _DIGITS:
            digit = _DIGITS[part]
        elif part in _SMALL:
            section += (digit or 1) * _SMALL[part]
            digit = 0
        else:
            total += ((section + digit) or 1) * _LARGE[part]
            section, digit, scale = 0, 0, _LARGE[part]
    return Decimal(total + section + digit), Decimal(scale)
