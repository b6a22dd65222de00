"""Ellipsis: a bare number and the amounts before it in, the unit (and size) that its clause leaves to them out.

`OpenAI en compte 4 000`, `200 dollars contre 20`, `two billion in March, then three in July`, `Gemini has 650m`,
`15 years, the plants at least 30`. A number without a scale word takes over that of the amount it goes on from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.extract.amounts import elided_cues as cues
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.bounds import bounded
from pipeline.extract.amounts.counts import RANKED
from pipeline.extract.amounts.elided_things import asked, last_thing, size_of_a_model, some_of_those
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.numeral_values import ONE, parse_digits

_REACH, _SENTENCE = 200, 120
"""Characters between a number and the amount it goes on from, over a sentence's end and within it."""
_TALKED = 4
"""Amounts back that a number may go on from."""
_TIMELESS = (
    "money",
    "count",
    "percent",
    "power",
    "energy",
    "data",
    "duration",
    "length",
    "area",
    "mass",
    "temperature",
)
_TENTH = Decimal("0.1")
_SCALES = (
    (re.compile(r"trillions?\b|兆|\dT\b|tn\b", re.IGNORECASE), Decimal("1e12")),
    (re.compile(r"billions?\b|milliards?\b|\bM[dr]s?|bn\b|\dB\b|giga|GW", re.IGNORECASE), Decimal("1e9")),
    (re.compile(r"millions?\b|\dM\b|\bM[€$£]|mn\b|\dm\b|m[ée]ga|MW"), Decimal("1e6")),
    (re.compile(r"kilo", re.IGNORECASE), Decimal(1000)),
)
_FACTORS = (
    *(Decimal(10) ** power for power in (-3, -2, 0, 3, 6, 9, 12, 15)),
    Decimal(60),
    Decimal(3600),
)
_MOST_TIMES, _MOST_GAPPED = 1000, 50
_LEAST_COUNTED, _LEAST_AFAR = 2, 100


def elided(text: str, one: Measured, amounts: Sequence[Amount], lang: str) -> Unit | None:
    """The unit of a bare number in English or French, with what its size is to be multiplied by; None where nothing says one."""
    if lang not in ("en", "fr"):
        return None
    shade, start, end = bounded(text, one.start, one.end)
    before = cues.FILLER.sub(" ", text[max(0, start - 48) : start])
    if (
        one.low >= 10
        and cues.STAFF.search(text, max(0, start - 90), start)
        and (cues.STRICT.match(text, one.end) or cues.TO.match(text, one.end))
    ):
        people = next((said for said in reversed(amounts[-2:]) if said.unit in ("person", "employee")), None)
        near = people and start - people.end <= _REACH
        return Unit("count", people.unit if people and near else "employee")
    if one.number.scale >= 10**6 and cues.ACTIVES.match(text, one.end):
        return Unit("count", "user")
    if (
        cues.OF_THEM.match(text, one.end)
        and one.low >= _LEAST_COUNTED
        and (things := last_thing(text, start))
    ):
        return Unit("count", things)
    if one.low > 1 and (unit := asked(text, start, lang)):
        return unit
    if some := some_of_those(text, one, start, lang):
        return some
    if (size := size_of_a_model(text, one, start, amounts)) is not None:
        return size
    if spoken := _sum_said(text, one, start, end, amounts, lang):
        return spoken
    last = _talked_of(start, amounts)
    if one.number.words and one.low == 1 and one.number.scale == ONE:
        return None
    if last is None or (one.low < _LEAST_COUNTED and one.number.scale == ONE and last.kind == "count"):
        return None
    same = not cues.SENTENCE_END.search(text, last.end, start)
    if last.kind in ("power", "energy") and cues.SET_ASIDE.search(before) and cues.ENDS.match(text, end):
        return sized(text, one, last, lang)
    if same and last.kind == "mass" and one.low >= _LEAST_COUNTED and cues.CHARGES.search(before):
        return sized(text, one, last, lang, most=_MOST_GAPPED) if cues.ENDS.match(text, end) else None
    if (
        same
        and last.kind in ("money", "count", "power")
        and one.low >= _LEAST_COUNTED
        and cues.FROM.search(text, max(0, last.start - 8), last.start)
        and cues.FROM_TO.fullmatch(text[last.end : start])
        and cues.ENDS.match(text, end)
    ):
        return sized(text, one, last, lang)
    if (
        same
        and last.kind in ("money", "count", "percent", "power")
        and one.low >= _LEAST_COUNTED
        and start - last.end <= _SENTENCE
        and (
            (cues.NOW_AT.search(before) and (last.kind != "percent" or one.low <= 100))
            or (cues.DOWN_FROM.search(before) and start - last.end <= 16)
        )
        and cues.ENDS.match(text, end)
    ):
        return sized(text, one, last, lang, most=_MOST_GAPPED)
    drawn = ("power", "energy") if cues.DRAWN.search(before) else ()
    if cues.EN.search(before) and (of := _talked_of(start, amounts, ("money", "count", *drawn))):
        return (
            sized(text, one, of, lang)
            if cues.ENDS.match(text, end) or cues.PARTICIPLE.match(text, end)
            else None
        )
    if not same and last.kind == "count" and one.low >= _LEAST_AFAR and cues.HAS.search(before):
        plain = (
            cues.CLOSED_OR_COMMA.match(text, end)
            and not 1900 <= one.low <= 2100
            and start - last.end <= _SENTENCE
        )
        return sized(text, one, last, lang, most=_MOST_GAPPED) if plain else None
    if not same or start - last.end > _SENTENCE:
        return None
    if last.unit == "parameter" and cues.ACTIVE.match(text, end):
        return sized(text, one, last, lang)
    if (
        shade != "exact"
        and text[start : one.start].strip()
        and text.startswith(text[start : one.start], last.start)
    ):
        return (
            sized(text, one, last, lang) if cues.ENDS.match(text, end) else None
        )  # jusqu'à cinq, jusqu'à dix
    if _is_taken(text, one, last, before, end):
        return sized(text, one, last, lang)
    said = cues.AGAINST.search(before)
    if (
        cues.OF_WHICH.search(before)
        and (cues.PART_OF.match(text, end) or cues.WERE.match(text, end))
        and not _is_small(one, last)
    ):
        return sized(text, one, last, lang)
    if cues.MORE.match(text, one.end) and last.kind in ("power", "money", "energy", "data", "length", "area"):
        return sized(text, one, last, lang)
    if last.kind == "percent" and one.low != one.low.to_integral_value() and cues.RATE.search(before):
        return sized(text, one, last, lang)
    if (
        said
        and not (cues.OF_WHICH.search(before) and _is_small(one, last))
        and (
            cues.PARTICIPLE.match(text, end) or (not cues.WEAK.search(before) and cues.ENDS.match(text, end))
        )
    ):
        return sized(text, one, last, lang)
    if cues.AND.search(before) and cues.LATER.match(text, end) and last.kind != "count":
        return sized(text, one, last, lang)
    between = text[last.end : start]
    if (
        last.kind == "count"
        and before.endswith(", ")
        and cues.MAYBE.match(text, start)
        and cues.ENDS.match(text, end)
    ):
        return sized(text, one, last, lang)
    if between.strip() in ("to", "à") and cues.ENDS.match(text, end):
        return sized(text, one, last, lang)
    if last.kind == "percent" and cues.OF_PART.match(text, end) and cues.ONLY.search(before):
        return sized(text, one, last, lang)
    if cues.WAS.search(before) and cues.CLOSED.match(text, end):
        return sized(text, one, last, lang)
    if (
        before.endswith(", ")
        and cues.OF_THE.search(text, max(0, last.start - 20), last.start)
        and cues.WERE.match(text, end)
    ):
        return sized(text, one, last, lang)
    if last.kind == "money" and cues.OR.search(before) and cues.EACH.match(text, end):
        return sized(text, one, last, lang)
    if cues.LISTED.search(before) and any(
        shape.match(text, last.end) and shape.match(text, end) for shape in (cues.GIVEN_BY, cues.EACH_ONE)
    ):
        return sized(text, one, last, lang)
    if cues.LISTED.search(before) and _same_place(text, last.end, end):
        return sized(text, one, last, lang)
    if last.kind == "money" and cues.LISTED.search(before) and cues.FOR_WHOM.match(text, end):
        return sized(text, one, last, lang, most=_MOST_GAPPED)
    if last.unit == "parameter" and said and cues.NAMED.match(text, end):
        return sized(text, one, last, lang, most=_MOST_GAPPED)
    if last.kind == "money" and cues.PRICE_SIDE.match(text, end):
        return sized(text, one, last, lang)
    if shade in ("min", "max") and start < one.start and cues.STRICT.match(text, end):
        return sized(text, one, last, lang)
    if last.kind == "count" and one.low >= 10 and cues.HAS.search(before) and cues.STRICT.match(text, end):
        return sized(text, one, last, lang)
    if cues.CLOSED.match(text, one.end) and _is_gapped(
        between,
        named=last.kind in ("power", "energy", "percent", "data")
        or (last.kind == "money" and one.low >= 100),
    ):
        return sized(text, one, last, lang, most=_MOST_GAPPED)
    return None


def _sum_said(
    text: str, one: Measured, start: int, end: int, amounts: Sequence[Amount], lang: str
) -> Unit | None:
    """`they were at two and a half`, `for two point four`, `they sit at two hundred million for the year`: money, said."""
    if lang != "en" or not one.number.words:
        return None
    money = next((amount for amount in reversed(amounts[-_TALKED:]) if amount.kind == "money"), None)
    if money is None or start - money.end > 2 * _REACH:
        return None
    if one.number.scale >= 10**6:
        sits = cues.SIT_AT.search(text, max(0, start - 32), start) and cues.FOR_YEAR.match(text, end)
        return Unit("money", money.unit) if sits else None
    if (
        one.number.scale != ONE
        or one.low == one.low.to_integral_value()
        or one.low >= 100
        or (money.low or money.high or 0) < 10**6
        or start - money.end > _REACH
        or not cues.AT_SUM.search(text, max(0, start - 20), start)
        or not cues.ENDS.match(text, end)
    ):
        return None
    return sized(text, one, money, lang)


def _is_taken(text: str, one: Measured, last: Amount, before: str, end: int) -> bool:
    """`more than 2 gigawatts and could one day swallow five`, `a framework for 500`, `celui d'OpenAI était à 74,3`, `comptez 449`."""
    if last.kind in ("power", "energy", "data") and one.low >= _LEAST_COUNTED:
        return bool(cues.TAKES.search(before) and cues.ENDS.match(text, end))
    if (
        last.kind == "percent"
        and one.low <= 100
        and cues.ANOTHERS.search(before)
        and cues.CLOSED.match(text, end)
    ):
        return True
    if last.kind == "percent" and one.low != one.low.to_integral_value():
        return bool(cues.STANDS.search(before) and cues.STRICT.match(text, end))
    if (
        last.kind == "money"
        and one.number.scale == ONE
        and 2 <= one.low < 1000
        and (last.low or last.high or 0) >= 10**6
        and cues.AIMS.search(before)
        and cues.ENDS.match(text, end)
    ):
        return True
    if last.kind == "money":
        return bool(cues.RECKON.search(before) and one.low >= _LEAST_COUNTED and cues.ENDS.match(text, end))
    if last.kind == "count" and last.unit not in ("person", "employee"):
        times = one.low / (last.low or last.high or 1)
        faced = cues.FACED.search(before) and one.low >= 1000 and cues.NAMED.match(text, end)
        takes = (
            cues.TAKES.search(before)
            and _TENTH <= times <= 10
            and one.low >= 10
            and cues.ENDS.match(text, end)
        )
        return bool(faced or takes)
    return False


def _is_small(one: Measured, last: Amount) -> bool:
    """Whether so few of so many people or machines are a story's detail."""
    return last.kind == "count" and last.unit != "parameter" and one.low < 10


def _is_gapped(between: str, *, named: bool) -> bool:
    """`150 megawatts, the second 220.`: after a comma nothing but whose the number is, in a few words and no name of a thing."""
    part = re.split(r"[,;] |\b(?:and|et|while|tandis que|quand) ", between.rstrip(", "))[-1]
    gapped = len(part) < len(between) and (
        cues.GAPPED.fullmatch(part.strip()) or (named and cues.ONE_NAME.fullmatch(part.strip()))
    )
    return bool(gapped and not RANKED.search(between))


def _same_place(text: str, first: int, second: int) -> bool:
    """7 milliards de paramètres pour le petit, 70 pour le grand: what stands behind the two begins alike."""
    one, other = cues.PLACED_SOON.match(text, first), cues.PLACED.match(text, second + 1)
    return bool(one and other and one["place"] == other[0])


def _talked_of(start: int, amounts: Sequence[Amount], kinds: Sequence[str] = _TIMELESS) -> Amount | None:
    """The amount that a number goes on from: the last of these kinds, but for times between."""
    for amount in reversed(amounts[-_TALKED:]):
        if amount.kind not in kinds and len(kinds) < len(_TIMELESS):
            continue
        if start - amount.end > _REACH or amount.kind not in _TIMELESS:
            return None
        if amount.kind != "duration" or amount is amounts[-1]:
            return amount
    return None


def sized(text: str, one: Measured, last: Amount, lang: str, *, most: int = _MOST_TIMES) -> Unit | None:
    """The unit of the last amount, if a number of this size can be one of the same."""
    value = last.low if last.low is not None else last.high
    if not value or value < 0:
        return None
    whole = one.number.scale >= 1000 or one.number.letters
    said = text[last.start : last.end]
    factor = ONE if whole else _factor(said, value, lang, few=one.number.words and one.high < 10)
    if factor >= 10**6 and one.high >= 1000 and last.kind in ("money", "count"):
        factor = ONE
    if last.kind == "percent" and (one.high > 100 or one.number.scale != ONE):
        return None
    if one.number.letters and last.kind not in ("count", "money"):
        return None
    times = one.high * factor / value
    if not ONE / most <= times <= most:
        return None
    return Unit(last.kind, last.unit, factor)


def _factor(said: str, value: Decimal, lang: str, *, few: bool) -> Decimal:
    """What a number of the same words would be multiplied by: `50 MW` by a million, `deux milliards` by a billion."""
    if digits := cues.DIGITS.search(said):
        number = parse_digits(digits[0], lang)
        factor = value / number if number else ONE
        return factor if factor in _FACTORS else ONE
    named = next((size for pattern, size in _SCALES if pattern.search(said)), None)
    if named is None:  # elided itself
        return next((size for _, size in _SCALES if size >= 10**6 and size <= value), ONE)
    hundreds = few and cues.HUNDREDS.search(said)  # three hundred million, going on four
    return named * 100 if hundreds else named


def taken_over(one: Measured, unit: Unit) -> Measured:
    """The number in base units of what it takes over."""
    return replace(one, low=one.low * unit.factor, high=one.high * unit.factor)
