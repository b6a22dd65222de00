"""Ranges: two numbers side by side in, whether the words around them say `from … to`, and where that begins, out."""

from __future__ import annotations

import re

_BETWEEN = re.compile(
    r"\s*(?:~|-|から|ないし|乃至|to|and|à|et|through)\s*(?:約|およそ|about|around|perhaps|maybe|even|environ)?\s*",
    re.IGNORECASE,
)
TO = re.compile(r"\s*(?:から|to|à)\s*", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:\bbetween|\bfrom|\bentre|\bde)\s+(?:about |around |roughly |environ )?\Z", re.IGNORECASE
)
_CHANGE_BEFORE = re.compile(
    r"\b(?:rais(?:ed?|ing)|rose|ris(?:e[ns]?|ing)|gr[eo]w(?:n|s|ing|th)?|jump\w*|increas\w*|fell|fall\w*|dropp?\w*|cut|lower\w*|climb\w*|surg\w*|soar\w*"
    r"|up|down|went|go(?:ing|es)?|expand\w*|doubl\w*|tripl\w*|declin\w*|decreas\w*|reduc\w*|chang\w*|pass(?:é|e|er|ée|ait)|augment\w*|grimp\w*|bond\w*|chut\w*|rédui\w*|relev\w*|port(?:é|er|ée))\b[^.;。]{0,60}\Z",
    re.IGNORECASE,
)
_CHANGE_BEHIND = re.compile(r"(?:に|へ)(?!の)")


def range_start(text: str, start: int, end: int, other_start: int, other_end: int) -> int | None:
    """Where the range begins (its opening word included), or None where the two are apart or a change is told.

    `A and B` needs a between, `A to B` may do without; `rose from A to B` and AからBに増えた are two amounts.
    """
    between = _BETWEEN.fullmatch(text, end, other_start)
    if not between:
        return None
    word = between[0].strip().lower().split()[0] if between[0].strip() else ""
    opening = _OPENS.search(text, max(0, start - 24), start)
    if word in ("and", "et") and not (
        opening and opening[0].strip().lower().split()[0] in ("between", "entre")
    ):
        return None
    if word in ("to", "à", "から") and _tells_change(text, start, other_end, word):
        return None
    if word == "à" and not opening and text[end - 1].isalpha():
        return None
    return opening.start() if opening else start


def _tells_change(text: str, start: int, other_end: int, word: str) -> bool:
    if word == "から":
        return bool(_CHANGE_BEHIND.match(text, other_end))
    return bool(_CHANGE_BEFORE.search(text, max(0, start - 80), start))
