"""Figures: a text in, its amounts out, each with kind, unit and bounds in base units.

    numbers → a unit before or behind each → ranges and main + sub units joined → the words that bound it

A number without a unit or a thing counted is no figure; that alone leaves out dates, ordinals, versions and list numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.extract.bounds import bounded
from pipeline.extract.counts import counted_around
from pipeline.extract.durations import duration_behind
from pipeline.extract.numerals import ONE, Number, find_numbers
from pipeline.extract.ranges import TO, range_start
from pipeline.extract.tokens import Token
from pipeline.extract.units import Unit, currency_before, tenths_behind, unit_behind
from pipeline.records import Bound, Kind

_NARROW = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)} | {
    ord(wide): ord(narrow)
    for wide, narrow in zip("\u00a0\u2007\u2009\u202f\u3000〜～–—−‐‑’￥￡", "     ~~-----'¥£", strict=True)
}


LARGEST = Decimal("1e300")
"""From here on a float may be infinite."""
_COMPARED = re.compile(
    r"(?:\bcontre|\bà|\bface à|\bloin (?:toutefois )?des?|\bfrom|\bto|\bthan|\bversus|\bvs\.?|\bagainst|\bwith|より|から|に対し|比べ)\s*\Z",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[。！？!?]|\.\s")
_PER = re.compile(r"(?:あたり|当たり|当り|につき|ごと|毎に)")
_OVER = re.compile(r"over\b", re.IGNORECASE)
_PER_BEFORE = re.compile(r"(?:\b(?:per|par)\s|[/／])\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount at [start, end): exact Decimals in base units, an open end is None."""

    start: int
    end: int
    kind: Kind
    low: Decimal | None
    high: Decimal | None
    unit: str
    bound: Bound


@dataclass(frozen=True, slots=True)
class _Measured:
    """A number with its unit; [start, end) holds both. `bare` as long as no unit was found."""

    start: int
    end: int
    number: Number
    unit: Unit | None

    @property
    def low(self) -> Decimal:
        return self.number.low * (self.unit.factor if self.unit else ONE)

    @property
    def high(self) -> Decimal:
        return self.number.high * (self.unit.factor if self.unit else ONE)


def find_amounts(text: str, lang: str, tokens: Sequence[Token] = ()) -> list[Amount]:
    """The amounts of a text of this language, in order, none overlapping another.

    `tokens` (Japanese only) tell numerals from words: 千葉, 一方, 十分.
    """
    narrow = text.translate(_NARROW)  # one code point for one: offsets stay
    numbers = find_numbers(narrow, lang)
    if tokens:
        starts = [token.start for token in tokens]
        numbers = [number for number in numbers if not number.kanji or _is_numeral(number, tokens, starts)]
    measured: list[_Measured] = []
    for number in numbers:
        taken = measured[-1].end if measured else 0
        if number.start >= taken:
            measured.append(_measure(narrow, number, taken))
    return [amount for amount in _joined(narrow, measured) if _is_finite(amount)]


def _is_finite(amount: Amount) -> bool:
    """Whether it is a number as JSON has them; four hundred digits are none."""
    return all(one is None or abs(one) < LARGEST for one in (amount.low, amount.high))


def _is_numeral(number: Number, tokens: Sequence[Token], starts: Sequence[int]) -> bool:
    """Whether the words at this place are numerals and not a word that holds one."""
    token = tokens[max(0, bisect_right(starts, number.start) - 1)]
    return token.start == number.start and token.pos[:2] == ("名詞", "数詞")


def _measure(text: str, number: Number, taken: int) -> _Measured:
    """The number with the unit that stands before or behind it; nothing before `taken` is free."""
    before = currency_before(text, number.start)
    if before and before[1] >= taken:
        unit, start = before
        behind = unit_behind(text, number.end)
        same = behind and behind[0].kind == "money" and behind[0].factor == 1
        return _Measured(
            start,
            behind[1] if behind and same else number.end,
            number,
            behind[0] if behind and same else unit,
        )
    tenths = tenths_behind(text, number.end)
    if tenths and number.scale == ONE and number.low <= 10:
        share = number.low * 10 + tenths[0]
        return _Measured(
            number.start, tenths[1], replace(number, low=share, high=share), Unit("percent", "%")
        )
    behind = unit_behind(text, number.end)
    if behind and not (number.letters and behind[0].kind != "money"):
        return _Measured(number.start, behind[1], number, behind[0])
    duration = duration_behind(text, number.start, number.end, number.low)
    if duration and not number.letters and not number.vague:
        return _Measured(number.start, duration[1], number, duration[0])
    japanese = text[number.end : number.end + 1] > "\u3000" or number.kanji or _near_japanese(text, number)
    counted = counted_around(text, number.start, number.end, number.low, japanese=japanese)
    if counted and not (number.kanji and number.scale == ONE and number.low < 10):
        return _Measured(number.start, counted.end, number, Unit("count", counted.noun))
    return _Measured(number.start, number.end, number, None)


def _near_japanese(text: str, number: Number) -> bool:
    return any(character > "\u3000" for character in text[number.end : number.end + 4])


def _joined(text: str, measured: Sequence[_Measured]) -> list[Amount]:
    """Neighbours that are one amount are joined: ranges, and a main with its sub unit."""
    amounts: list[Amount] = []
    index = 0
    while index < len(measured):
        one = measured[index]
        other = measured[index + 1] if index + 1 < len(measured) else None
        ranged = _range(text, one, other) if other else None
        if ranged:
            amounts.append(ranged)
            index += 2
            continue
        if other:
            one = _with_shared_unit(text, one, other)
        if other and _is_sub_unit(one, other):
            value = one.low + other.low
            number = replace(one.number, low=value, high=value)
            one = _Measured(one.start, other.end, number, one.unit)
            index += 1
        unit = one.unit or _carried(text, one, amounts)
        if unit and not _is_rate(text, one):
            amounts.append(_amount(text, replace(one, unit=unit), unit))
        index += 1
    return amounts


def _range(text: str, one: _Measured, other: _Measured) -> Amount | None:
    """`3〜5億ドル`, `between $25 and $40 billion`: two numbers, one unit, and a word between that says from and to."""
    start = range_start(text, one.start, one.end, other.start, other.end)
    unit = other.unit or one.unit
    if start is None or unit is None or one.number.vague or other.number.vague:
        return None
    if one.unit and other.unit and (one.unit.kind, one.unit.unit) != (other.unit.kind, other.unit.unit):
        return None
    if other.unit is None and not (one.unit and one.end == one.number.end):  # $25-40 billion, not 5億ドル〜10
        return None
    low, high = (one.low if one.unit else one.number.low * unit.factor), other.number.high * unit.factor
    if (
        one.number.scale == ONE != other.number.scale
        and one.number.low < other.number.high / other.number.scale
    ):
        low *= other.number.scale
    if low >= high:
        return None
    _, _, end = bounded(text, other.start, other.end)
    return Amount(start, end, unit.kind, _plain(low), _plain(high), unit.unit, "range")


def _with_shared_unit(text: str, one: _Measured, other: _Measured) -> _Measured:
    """`de 3 milliards à 5 milliards d'euros` where a change is told: the first has the second's unit."""
    if one.unit or not other.unit or one.number.scale == ONE or not TO.fullmatch(text, one.end, other.start):
        return one
    return replace(one, unit=other.unit)


def _carried(text: str, one: _Measured, amounts: Sequence[Amount]) -> Unit | None:
    """`11,7 milliards d'euros, contre près de 6 milliards`: a large bare number behind a word of comparison."""
    last = amounts[-1] if amounts else None
    if (
        one.number.scale < 10**6
        or not last
        or last.kind not in ("money", "count")
        or one.start - last.end > 120
    ):
        return None
    if _SENTENCE_END.search(text, last.end, one.start):
        return None
    _, start, _ = bounded(text, one.start, one.end)
    return Unit(last.kind, last.unit) if _COMPARED.search(text, max(last.end, start - 24), start) else None


def _is_sub_unit(one: _Measured, other: _Measured) -> bool:
    """12ドル50セント, 2222円13銭."""
    return bool(
        one.unit and other.unit and one.unit.kind == other.unit.kind == "money" and one.unit.unit == other.unit.unit
        and one.unit.factor == 1 and other.unit.factor < 1 and other.start == one.end
    )  # fmt: skip


def _is_rate(text: str, one: _Measured) -> bool:
    """`per million tokens`, 100万トークンあたり: the base of a price, not an amount of its own."""
    if not one.unit or one.unit.kind not in ("count", "data", "energy"):
        return False
    return bool(_PER.match(text, one.end) or _PER_BEFORE.search(text, max(0, one.start - 5), one.start))


def _amount(text: str, one: _Measured, unit: Unit) -> Amount:
    shade, start, end = bounded(text, one.start, one.end)
    if unit.kind == "duration" and shade != "exact" and _OVER.match(text, start):
        shade, start = "exact", one.start  # over four years: from the first to the last
    low: Decimal | None = _plain(one.low)
    high: Decimal | None = _plain(one.high)
    bound: Bound = "vague" if one.number.vague else shade
    if one.number.about and bound == "exact":
        bound = "approx"
    if bound == "min":
        high = None
    elif bound == "max":
        low = None
    return Amount(start, end, unit.kind, low, high, unit.unit, bound)


def _plain(value: Decimal) -> Decimal:
    return value.normalize()
