"""Scales: the place behind a number in digits in, the scale written there (million, LAKH CRORE, bn, K) as a power of ten out.

Words may be in capitals and may follow one another: lakh crore, thousand crore, mille milliards. Letters are many things, so
some count only where a currency stands before the number: $5 B, Rs 500 cr.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_POWERS = {
    "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "quadrillion": 15, "quintillion": 18,
    "lakh": 5, "lac": 5, "crore": 7, "mille": 3, "millier": 3, "milliard": 9,
    "mn": 6, "mm": 6, "mln": 6, "mio": 6, "mil": 6, "mill": 6, "bn": 9, "bln": 9, "bil": 9, "tn": 12, "trn": 12, "tln": 12, "tril": 12,
    "md": 9, "mds": 9, "mrd": 9, "mrds": 9, "mdr": 9, "mia": 9, "cr": 7, "k": 3, "m": 6, "b": 9, "t": 12, "l": 5,
}  # fmt: skip
_LONG = {"billion": 12, "trillion": 18}
"""The long scale is French."""
LETTERS = frozenset(("k", "m", "b", "t", "mm", "mn", "md", "mds", "mil", "cr"))
_FOLLOWED = (
    r"(?:hundred(?=[ -](?:thousand|million|billion|trillion|lakh|crore)s?\b)|thousand(?=[ -](?:million|billion|trillion|crore|lakh)s?\b)|(?:lakh|lac)(?=[ -]crores?\b)"
    r"|million(?=[ -]millions?\b)|mille(?=[ -]mill(?:ion|iard)s?\b))[ -]"
)
_WORD = re.compile(
    rf"[ -]?(?P<first>{_FOLLOWED})?(?P<word>hundred|thousand|millions?|billions?|trillions?|quadrillions?|quintillions?|lakhs?|lacs?|crores?|mille|milliers?|milliards?|mln|bln|trn|tln|mio)(?![A-Za-zÀ-ÿ])",
    re.IGNORECASE,
)
_FREE = re.compile(
    r" ?(?P<word>[kK](?= ?(?:[€$£]|EUR\b))|Mds?|MM|mn|bn|Bn|BN|MN|Mn|tn|TN|Tn|[Cc]rs?|Mrds?|mdr|Mia|mil|M(?= ?(?:[€$£]|d'[a-zé]|de [a-zé]|EUR\b|USD\b)))(?=[A-Z]{3}(?![A-Za-z])|(?![A-Za-zÀ-ÿ0-9]))"
    r"|(?P<letter>[kKmMbBtT])(?=[A-Z]{3}(?![A-Za-z])|(?![A-Za-zÀ-ÿ0-9²³/]))"
)
_DOT = re.compile(r"\.(?= ?(?:(?:CHF|EUR|USD|GBP|SEK|NOK|DKK|PLN|CZK|HUF)\b|[€$£]))")
"""Behind an abbreviation, before its currency: 5 Mio. CHF."""
_PRICED = re.compile(
    r" ?(?P<word>[Mm]ill?|MILL?|[Bb]il|BIL|[Tt]ril|TRIL|[KMBT]|[km](?=[\s.,;:)]|\Z))(?![\w'’/²³]|-\w)"
)
"""Letters that are a scale where a currency stands before the number."""
_RUPEES = re.compile(
    r" ?(?P<word>(?:lakh|lac)[ -]?(?:cr|crs|crore)\b|crs?|L(?:PA)?)(?![\w'’/]|-\w)", re.IGNORECASE
)
"""The same where that is the rupee: Rs 5 L, ₹1.2 lakh cr."""
_MONEY_BEFORE = re.compile(
    r"(?:[$€£¥₩₹₽₫₺₴₪฿₦₱₵₸]|(?<![A-Za-z])(?:[A-Z]{3}|SFr\.?|Rs\.?|Rp|RM|KSh|kr))[  ]?\Z"
)
_RUPEE_BEFORE = re.compile(r"(?:₹|(?<![A-Za-z])(?:Rs\.?|INR))[  ]?\Z")


class Scale(NamedTuple):
    """A power of ten, where its words end, and the letters that it is written in, "" if it is a word."""

    power: int
    end: int
    letters: str


def scale_behind(text: str, start: int, end: int, lang: str) -> Scale | None:
    """The scale behind the digits at [start, end)."""
    if (rupees := _RUPEES.match(text, end)) and _RUPEE_BEFORE.search(text, max(0, start - 5), start):
        word = rupees["word"].lower()
        lakhs = word.startswith("la")
        return Scale(12 if lakhs else 7 if word.startswith("c") else 5, rupees.end(), "")
    if match := _WORD.match(text, end):
        first = match["first"]
        power = _power(match["word"], lang) + (_power(first.strip(" -"), lang) if first else 0)
        return Scale(power, _dotted(text, match.end()), "")
    match = _FREE.match(text, end)
    priced = None
    if (not match or text[end] == " ") and (priced := _PRICED.match(text, end)):
        money = _MONEY_BEFORE.search(text, max(0, start - 5), start)
        priced = priced if money else None
    if priced:
        return Scale(_power(priced["word"], lang), priced.end(), "")
    if not match:
        return None
    word = (match["word"] or match["letter"]).lower()
    return Scale(_POWERS[word], _dotted(text, match.end()), word if word in LETTERS else "")


def _dotted(text: str, end: int) -> int:
    return end + 1 if _DOT.match(text, end) else end


def _power(word: str, lang: str) -> int:
    stem = word.lower()
    stem = stem if stem in _POWERS else stem.removesuffix("s")
    return _LONG.get(stem, _POWERS[stem]) if lang == "fr" else _POWERS[stem]
