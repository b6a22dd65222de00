"""Joining: measured numbers in, the neighbours that are one amount joined out: ranges, a main with its sub unit, hours and minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.extract.amounts.ages import OLDEST, is_from_to
from pipeline.extract.amounts.lists import listed, listed_in_japanese
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import AGE, Unit
from pipeline.extract.amounts.nouns_people import PEOPLE
from pipeline.extract.amounts.numeral_values import LARGE, ONE
from pipeline.extract.amounts.prices_spoken import SPOKEN, spoken_price
from pipeline.extract.amounts.ranges import is_version, range_start
from pipeline.extract.amounts.shared_units import with_shared_unit

_SUB_JOINT = re.compile(r"\s?(?:,|and|et|と)?\s?|-(?=\d+-in)")
_TWO_DIGITS = re.compile(r" ?\d\d(?!\d|[.,]\d|\s?(?:%|[A-Za-zÀ-ÿ]+s\b))")
_AFTER_CENTS = re.compile(
    r"(?= par| per| with| an? | in\b| out\b| each\b| for\b| the | last\b| this\b| now\b| and\b| but\b| so\b| from\b| if\b| when\b| on\b| at\b| le | la | l'| en (?:entrée|sortie|moyenne)\b| et (?:la|le|les|il|elle|on|ça|puis)\b|\s?[.,;!?)\n]|\Z)"
)
_AFTER_TENTH = re.compile(
    r"\s*(?:[.,;!?)»]|\Z)| (?:de|d'|par|pour|et|à|en|au|c'est|on|ça|il|elle|euh|qui|que)\b"
)
_HUNDRED = re.compile(r"\bhundred\b|\bcents?\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:entre|between) \Z", re.IGNORECASE)
_POINTS = re.compile(r"point|ポイント|bps", re.IGNORECASE)
_DIGIT_BEFORE = re.compile(r"\b(?:one|two|three|four|five|six|seven|eight|nine) \Z")
_MILLION = 10**6
_BY = re.compile(r"\bby (?:about |around |some |nearly |almost |another )?\Z")
_STEP = 2
"""How many times a change what it leads to is, at the least."""
_BARE_TO = re.compile(r" (?:à|ou) ")
_GROUPED, _HUNDREDS = re.compile(r"\d{1,3}(?:,\d{3})+"), 100
_VAGUE_TO = re.compile(r" ?[~-] ?|(?:から|ないし)")
_LARGE_SCALES = sorted(LARGE.values(), reverse=True)
_MONTHS = {"year": 12, "month": 1}
_GIVE_OR_TAKE = re.compile(
    r",? \(?(?:give or take|plus or minus|\+/-|±|plus ou moins) ?(?:about |around |some |environ )?|(?:プラスマイナス|±)"
)


def joined(text: str, measured: Sequence[Measured], lang: str) -> list[Measured]:
    """Neighbours that are one amount are one."""
    found: list[Measured] = []
    index = 0
    while index < len(measured):
        one = measured[index]
        index += 1
        while index < len(measured) and (whole := _whole(text, one, measured[index])):
            one, index = whole, index + 1
        other = measured[index] if index < len(measured) else None
        if other and index + 1 < len(measured) and (whole := _whole(text, other, measured[index + 1])):
            other, after = whole, index + 2
        else:
            after = index + 1
        ranged = _range(text, one, other, lang) if other else None
        if ranged:
            found.append(ranged)
            index = after
            continue
        found.append(with_shared_unit(text, one, other) if other else one)
    return listed_in_japanese(text, listed(text, found))


def _whole(text: str, one: Measured, other: Measured) -> Measured | None:
    """12ドル50セント, `12 euros 50`, 2 hours 30 minutes, 6 feet 2 inches: a main unit and its part."""
    if one.unit is None and other.unit is None and (price := spoken_price(text, one.number, other.number)):
        return replace(one, end=other.end, unit=SPOKEN, low=price, high=price)
    if one.unit is None or one.number.vague or other.number.vague or other.start - one.end > 5 or one.low < 0:
        return None
    if other.unit is None:
        if tenth := _tenth(text, one, other):
            return replace(one, end=other.end, low=tenth, high=tenth)
        cents = (
            (one.unit.kind == "money" or text.startswith(" mètre", one.number.end))
            and one.unit.factor == 1
            and one.end > one.number.end
            and one.number.scale == ONE
        )
        digits = None if other.number.words else _TWO_DIGITS.match(text, one.end)
        spoken = other.number.words and 10 <= other.number.low < 100 and text[one.end : other.start] == " "
        if (
            cents
            and other.number.scale == ONE
            and ((digits and digits.end() == other.end) or (spoken and _AFTER_CENTS.match(text, other.end)))
        ):
            value = one.low + other.low / 100
            return replace(one, end=other.end, low=value, high=value)
        return None
    if not _SUB_JOINT.fullmatch(text, one.end, other.start) or one.unit.kind != other.unit.kind:
        return None
    unit, kind = one.unit, one.unit.kind
    if kind == "money":
        main = (
            unit.factor == 1
            and other.unit.factor < 1
            and other.low < 1
            and one.low == one.low.to_integral_value()
        )
        if not main or (other.unit.unit != unit.unit and not _is_cent(text, other)):
            return None
    elif kind == "duration":
        if unit.unit == "month" and other.unit.unit == "year":
            return None
        if unit.unit != other.unit.unit and not (unit.unit in _MONTHS and other.unit.unit in _MONTHS):
            return None
        if unit.unit == other.unit.unit and unit.factor <= other.unit.factor:
            return None
        if unit.unit != other.unit.unit:
            months = one.low * _MONTHS[unit.unit] + other.low * _MONTHS[other.unit.unit]
            return replace(one, end=other.end, unit=Unit("duration", "month"), low=months, high=months)
    elif (
        kind not in ("length", "mass")
        or unit.factor <= other.unit.factor
        or "," in text[one.end : other.start]
    ):
        return None
    value = one.low + other.low
    return replace(one, end=other.end, low=value, high=value)


def _tenth(text: str, one: Measured, other: Measured) -> Decimal | None:
    """une tonne deux, deux gigawatts cinq: a digit said behind the unit is its tenth."""
    said = (
        one.number.words and other.number.words and other.number.scale == ONE and 1 <= other.number.low <= 9
    )
    measured = one.unit and one.unit.kind in ("mass", "power", "energy", "data") and one.end > one.number.end
    if not said or not measured or not one.unit or text[one.end : other.start] not in (" ", " virgule "):
        return None
    return one.low + other.low * one.unit.factor / 10 if _AFTER_TENTH.match(text, other.end) else None


def _is_cent(text: str, other: Measured) -> bool:
    """Whether the part's name is one that many currencies share."""
    return text[other.number.end : other.end].strip(" -").lower() in (
        "cent",
        "cents",
        "centime",
        "centimes",
        "セント",
    )


def _range(text: str, one: Measured, other: Measured, lang: str) -> Measured | None:
    """`3〜5億ドル`, `between $25 and $40 billion`: two numbers, one unit, and a word between that says from and to."""
    unit = other.unit or one.unit
    if unit and unit.unit == "person" and one.unit:
        unit = one.unit
    if (one.number.vague or other.number.vague) and lang == "ja":
        return _vague_range(text, one, other)
    if one.number.vague or other.number.vague or other.start - one.end > 24:
        return None
    if unit is None and (
        one.number.letters
        or (
            other.number.scale < (10**4 if lang == "ja" else 10**6)
            and not _BETWEEN.search(text, max(0, one.start - 10), one.start)
            and not (lang == "fr" and _is_bare_range(text, one, other))
            and not (_is_large(text, one) and _is_large(text, other))
        )
    ):
        return None
    if one.number.words and one.low >= 10 and _DIGIT_BEFORE.search(text, max(0, one.start - 6), one.start):
        return None  # four fifty to six hundred million
    if (
        one.unit is None
        and not one.number.words
        and is_version(text, one.start, one.low, other.number.low / other.number.scale)
    ):
        return None
    ages = AGE in (one.unit, other.unit) and is_from_to(text, one.end, other.start)
    if ages and unit == AGE and one.low < other.low < OLDEST:
        return Measured(one.start, other.end, other.number, AGE, one.low, other.low, ranged=True)
    if _GIVE_OR_TAKE.fullmatch(text, one.end, other.start) and one.unit and one.unit == other.unit:
        low, high = one.low - other.low, one.low + other.low
        return Measured(one.start, other.end, other.number, one.unit, low, high, ranged=True)
    start = range_start(text, one.start, one.end, other.start, other.end, bare=one.unit is None)
    if start is None and _is_counting_on(text, one, other, lang):
        start = one.start
    if start is None:
        return None
    if _moves_by(text, one, other):
        return None
    if one.unit and other.unit and not _same_unit(one.unit, other.unit):
        return None
    if one.unit and one.unit.kind == "multiple" and other.unit is None:
        return None  # doubled to 900
    if _is_points(text, one) and other.unit and not _is_points(text, other):
        return None  # widened 3 points to 61%
    if one.unit and other.unit is None and not one.bare_end:  # $25-40 billion, not 5億ドル〜10
        return None
    if (
        one.unit is None
        and one.number.scale == ONE
        and 1900 <= one.number.low <= 2100
        and not 1900 <= other.number.low <= 20000
    ):
        return None  # a year
    low, high = _in_unit(one, unit), _in_unit(other, unit)
    if unit and unit.kind == "temperature" and text[start - 2 : start] in (" -", "(-"):
        low = (unit.shift - one.number.low) * unit.factor
    if (
        one.number.scale == ONE != other.number.scale
        and one.number.low < other.number.high / other.number.scale
    ):
        low *= other.number.scale
    if lang == "fr" and _is_of_thousands(one, other):
        low *= 1000
    if (
        one.number.words
        and one.number.low < 10
        and (hundred := _HUNDRED.search(text, other.number.start, other.number.end))
    ):
        leading = int(str(other.number.high)[0])
        if one.number.low < leading and hundred.start() > other.number.start:  # two or three hundred million
            low = high / leading * one.number.low
    if low >= high:
        return None
    return Measured(start, other.end, other.number, unit, low, high, ranged=True)


def _is_of_thousands(one: Measured, other: Measured) -> bool:
    """« de 20 à 30 000 euros » : the first is of the second's thousands."""
    first, second = one.number.low * 1000, other.number.low
    digits = one.number.scale == ONE == other.number.scale and not one.number.words
    return digits and one.unit is None and first < second <= first * 5 and second % 1000 == 0


def _moves_by(text: str, one: Measured, other: Measured) -> bool:
    """`goes up by five dollars to $30`: by how much, and where it came to."""
    apart = one.unit and other.unit and one.low * _STEP <= other.low
    return bool(apart and _BY.search(text, max(0, one.start - 16), one.start))


def _vague_range(text: str, one: Measured, other: Measured) -> Measured | None:
    """数百~数千万円, 数億円~10億円: from the least of the one to the most of the other."""
    if (
        other.unit is None
        or (one.unit and one.unit != other.unit)
        or not _VAGUE_TO.fullmatch(text, one.end, other.start)
    ):
        return None
    low, high = one.low, other.high
    if one.unit is None:
        low = one.number.low * other.unit.factor
        larger = next((large for large in _LARGE_SCALES if large <= other.number.scale), None)
        if larger and one.number.scale < larger:
            low *= larger
    if low >= high:
        return None
    return Measured(one.start, other.end, other.number, other.unit, low, high, ranged=True)


def _is_bare_range(text: str, one: Measured, other: Measured) -> bool:
    """« au lieu de 64 à 72 », « elle en veut vingt à trente »: from the one to the other of what was told before."""
    plain = one.number.scale == ONE == other.number.scale and one.number.words == other.number.words
    years = 1900 <= one.low <= 2100
    near = one.low >= 3 and one.low < other.low <= 3 * one.low and not years
    return plain and near and bool(_BARE_TO.fullmatch(text, one.end, other.start))


def _is_large(text: str, one: Measured) -> bool:
    """Whether a bare number is written as only amounts are: 600,000, a hundred and ten."""
    said = one.number.words and one.low >= _HUNDREDS
    return bool(said or _GROUPED.fullmatch(text, one.number.start, one.number.end))


def _is_points(text: str, one: Measured) -> bool:
    """Whether a percentage is told in points, which are what a share changed by and no share."""
    return bool(one.unit and one.unit.kind == "percent" and _POINTS.search(text, one.number.end, one.end))


def _is_counting_on(text: str, one: Measured, other: Measured, lang: str) -> bool:
    """`eighty, ninety million`, « deux, trois cents »: somebody counts on, and means from the one to the other."""
    if (
        text[one.end : other.start]
        not in ((", ", " ") if lang == "fr" else (", ", " ", "-", " or ", ", maybe ", " maybe "))
        or not (one.number.words and other.number.words)
        or one.unit
    ):
        return False
    leading = other.number.low / other.number.scale
    large = lang == "fr" and other.number.scale >= _MILLION
    if leading >= 1000 or one.number.scale != ONE or not (other.unit or large):
        return False
    step = leading - one.number.low
    fives = lang == "fr" and step == 5 and one.number.low in (5, 10, 15, 20)
    return (
        fives
        or (step == 1 and one.number.low < 10)
        or (step in (5, 10) and one.number.low >= 10 and one.number.low % 5 == 0)
    )


def _same_unit(one: Unit, other: Unit) -> bool:
    """Whether two ends are of one kind; things counted may be named at the second end only (3,000人〜5,000人の従業員)."""
    people = one.unit in PEOPLE and other.unit in PEOPLE and "person" in (one.unit, other.unit)
    return one.kind == other.kind and (one.unit == other.unit or people)


def _in_unit(one: Measured, unit: Unit | None) -> Decimal:
    return one.low if one.unit or unit is None else (one.number.low + unit.shift) * unit.factor
