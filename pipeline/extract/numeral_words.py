"""Numbers in words: English and French phrases in (five hundred billion, cinq cents milliards), values out.

Orders of magnitude too: hundreds of millions, des milliards, several billion.
"""

from __future__ import annotations

import re
from decimal import Decimal

Parsed = tuple[Decimal, Decimal, Decimal]
"""low, high (the same but for an order of magnitude), scale."""

_EN_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_EN_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_FR_UNITS = {
    "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
}  # fmt: skip
_FR_SCALES = {"cent": 100, "mille": 10**3, "million": 10**6, "milliard": 10**9, "billion": 10**12}

_EN_MASS = {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 10**3, "millions": 10**6, "billions": 10**9,
            "trillions": 10**12}  # fmt: skip
_FR_MASS = {"dizaines": 10, "centaines": 100, "milliers": 10**3, "millions": 10**6, "milliards": 10**9}

_EN_UNIT, _EN_SCALE = "|".join(sorted(_EN_UNITS, key=len, reverse=True)), "|".join(_EN_SCALES)
_FR_UNIT, _FR_SCALE = (
    "|".join(sorted(_FR_UNITS, key=len, reverse=True)),
    "cents?|mille|millions?|milliards?|billions?",
)

_FR_ABOUT = {
    "dizaine": 10, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50,
    "soixantaine": 60, "centaine": 100, "millier": 1000,
}  # fmt: skip
_FR_ABOUTS = rf"une? (?:{'|'.join(_FR_ABOUT)})(?: de (?:milliers|millions|milliards))?(?= d[e'])"
ABOUT = re.compile(_FR_ABOUTS.removesuffix("(?= d[e'])"), re.IGNORECASE)
"""Phrases that name a number as about so many."""
_FRACTION = r"(?![- ](?:thirds?|half|halves|quarters?|fifths?|tenths?|tiers|quarts?|dixièmes?)\b)"

WORDS = {
    "en": re.compile(
        rf"\b(?:(?:{'|'.join(_EN_MASS)})(?: of (?:thousands|millions|billions|trillions))?(?= of\b)"
        rf"|(?:several|a few|multiple|many) (?:hundred |thousand )?(?:hundred|thousand|million|billion|trillion)\b"
        rf"|half a (?:million|billion|trillion)\b"
        rf"|(?:an?|{_EN_UNIT})(?: and a half| and a quarter)? (?:{_EN_SCALE})(?:(?:-| |(?<=ed|nd) and )(?:{_EN_UNIT}|{_EN_SCALE})\b)*"
        rf"|(?:{_EN_UNIT})(?:(?:-| |(?<=ed|nd) and )(?:{_EN_UNIT}|{_EN_SCALE})\b)*)\b{_FRACTION}",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        rf"\b(?:{_FR_ABOUTS}|(?:des |plusieurs |quelques |de )?(?:{'|'.join(_FR_MASS)})(?: de (?:milliers|millions|milliards))?(?= d[e'])"
        rf"|(?:plusieurs|quelques) (?:{_FR_SCALE})\b"
        rf"|(?:une? )?demi[- ](?:million|milliard|billion)\b"
        rf"|(?:{_FR_UNIT}|{_FR_SCALE})(?:(?:-| et |-et-| )(?:{_FR_UNIT}|vingts|{_FR_SCALE})\b)*)\b(?:\s+et demie?\b)?{_FRACTION}",
        re.IGNORECASE,
    ),
}
"""By language: a phrase that may be a number; parse_words has the last word."""


def parse_words(phrase: str, lang: str) -> Parsed | None:
    """The value of a phrase that WORDS found, or None where it is no number."""
    words = re.findall(r"[^\W\d_]+", phrase.lower())
    return _english(words) if lang == "en" else _french(words)


def _english(words: list[str]) -> Parsed | None:
    if words[0] in _EN_MASS:
        return _mass([_EN_MASS[word] for word in words if word in _EN_MASS])
    if words[0] in ("several", "multiple", "many") or words[:2] == ["a", "few"]:
        return _mass([_EN_SCALES[word] for word in words if word in _EN_SCALES])
    if words[0] == "half":
        return _exact(Decimal(_EN_SCALES[words[-1]]) / 2, _EN_SCALES[words[-1]])
    fraction = Decimal("0.5") if "half" in words else Decimal("0.25") if "quarter" in words else Decimal(0)
    plain = [word for word in words if word not in ("and", "half", "quarter")]
    if fraction:
        plain.remove("a") if "a" in plain[1:] else None
    values = [1 if word in ("a", "an") else _EN_UNITS.get(word) for word in plain]
    return _sum(plain, values, _EN_SCALES, fraction)


def _french(words: list[str]) -> Parsed | None:
    if "demi" in words[:2] and words[-1] in _FR_SCALES:
        return _exact(Decimal(_FR_SCALES[words[-1]]) / 2, _FR_SCALES[words[-1]])
    if len(words) > 1 and words[1] in _FR_ABOUT:
        size = Decimal(_FR_ABOUT[words[1]]) * _FR_MASS.get(words[-1], 1)
        return size, size, size
    mass = [_FR_MASS[word] for word in words if word in _FR_MASS]
    if words[0] in ("des", "plusieurs", "quelques", "de") or (mass and words[0] in _FR_MASS):
        singular = [
            _FR_SCALES[word.removesuffix("s")] for word in words if word.removesuffix("s") in _FR_SCALES
        ]
        small = [value for value in mass if value not in singular]
        return _mass(small + singular)
    fraction = Decimal("0.5") if words[-1] in ("demi", "demie") else Decimal(0)
    plain = [
        word if word in _FR_UNITS else word.removesuffix("s")
        for word in words
        if word not in ("et", "demi", "demie")
    ]
    folded: list[str] = []
    values: list[int | None] = []
    for word in plain:
        if word == "vingt" and folded and folded[-1] == "quatre":
            values[-1] = 80
            continue
        folded.append(word)
        values.append(_FR_UNITS.get(word))
    return _sum(folded, values, _FR_SCALES, fraction)


def _sum(
    words: list[str], values: list[int | None], scales: dict[str, int], fraction: Decimal
) -> Parsed | None:
    total, section, current, last = Decimal(0), Decimal(0), None, 1
    for word, value in zip(words, values, strict=True):
        if value is not None:
            current = value if current is None else current + value
        elif word in scales:
            last = scales[word]
            if last == 100:
                section += (Decimal(1) if current is None else current) * 100
            else:
                amount = section + (current or 0)
                total += ((amount or 1) + fraction) * last
                section, fraction = Decimal(0), Decimal(0)
            current = None
        else:
            return None
    return _exact(total + section + (current or 0) + fraction, last)


def _mass(sizes: list[int]) -> Parsed | None:
    if not sizes:
        return None
    size = Decimal(1)
    for one in sizes:
        size *= one
    return 2 * size, 9 * size, size


def _exact(value: Decimal, scale: int) -> Parsed:
    return value, value, Decimal(scale)
