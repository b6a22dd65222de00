"""Whom a Japanese 人 or 名 counts: text, place and value in, users, subscribers, staff or persons out (週に一度は使う人は4,000万人)."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from pipeline.extract.amounts import counts_ja_cues as cues
from pipeline.extract.amounts import counts_ja_kinds as kinds
from pipeline.extract.amounts.counts_ja_told import nouns_before
from pipeline.extract.amounts.nouns_people import PEOPLE

_NEAR, _NEXT = 20, 16
"""Characters before the number in which is told what these people do."""
_MANY = 1_000_000
_GATHERINGS = ("会議", "大会", "集会", "イベント", "向け", "用の", "支援")
"""Behind people who are not those who came: 開発者会議."""


def people_counted(text: str, start: int, after: int, value: Decimal, noun: str) -> str:
    """What the people at [start, after) are, of whom `noun` is told."""
    if noun in ("person", "employee") and (who := cues.USERS_BEHIND.match(text, after)):
        noun = "user" if who["who"][:2] in ("利用", "ユー") else "subscriber"
    if noun in PEOPLE - kinds.NO_USERS and value >= kinds.LEAST_PARTED:
        used = cues.USED.match(text, after) or cues.ENROLLED.search(text, max(0, start - _NEXT), start)
        return "user" if used else noun  # 看護師6万人が使う
    if noun != "person":
        return noun
    if cues.STAFFED.match(text, after):
        return "employee"
    if cues.PAYERS.search(text, max(0, start - _NEAR), start):
        return "subscriber"
    if cues.USED.match(text, after) or cues.USERS_BEFORE.search(text, max(0, start - _NEAR), start):
        return "user"
    return _people_before(text, start) or _people_told(text, start, value)


def _people_before(text: str, start: int) -> str | None:
    """社員は41人で、秋には75人へ: bare 人 are those that the sentence named last."""
    sentence = text[max(0, start - 40) : start].rpartition("。")[2].rpartition("\n")[2]
    named = max(
        (
            (at + len(word), len(word), unit)
            for word, unit in _people().items()
            if (at := sentence.rfind(word)) >= 0 and not sentence.startswith(_GATHERINGS, at + len(word))
        ),
        default=None,
    )
    return named[2] if named else None


def _people_told(text: str, start: int, value: Decimal) -> str:
    """週に八億人: so many in a week use something; 人は39人だけ: those of a company."""
    before = max(0, start - 16)
    if value >= _MANY and cues.OFTEN.search(text, before, start):
        return "user"
    return "employee" if cues.COMPANY_PEOPLE.search(text, before, start) else "person"


@cache
def _people() -> dict[str, str]:
    return {
        noun: unit
        for noun, unit in nouns_before().items()
        if unit
        in ("person", "user", "employee", "subscriber", "customer", "student", "developer", "follower")
    }
