"""Measuring: a number of a text in, the unit or the thing counted that stands with it and the words that both take out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from pipeline.extract.amounts.counts import counted_around
from pipeline.extract.amounts.counts_ja import counted_by_name
from pipeline.extract.amounts.durations import duration_around
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.nouns import Counted
from pipeline.extract.amounts.numeral_values import ONE
from pipeline.extract.amounts.numerals import Number
from pipeline.extract.amounts.units import (
    bare_times_behind,
    currency_before,
    degrees_behind,
    kilo_behind,
    mass_in_pounds,
    points_behind,
    pounds_are_mass,
    tenths_behind,
    unit_behind,
)

_PENCE = re.compile(r"p\b")
_HALF = re.compile(r" and a half\b| et demie?\b", re.IGNORECASE)
_ONE_HALF = Decimal("0.5")
_BY = re.compile(
    r"\b(?:(?P<times>multipl\w+ (?:(?:sa|son|ses|leurs?|its|their|his|her|the|la|le|les) (?:\w+ ){1,2})?(?:par|by)|(?:by )?a factor of|un facteur)|divis(?:é\w*|er|ait|ent)(?: (?:sa|son|ses|leurs?|la|le|les) (?:\w+ ){0,2}\w+)? par) \Z",
    re.IGNORECASE,
)
_MODEL_BEFORE = re.compile(r"\b(?:mi|rtx|gtx|series|model|iphone|[a-z]) \Z", re.IGNORECASE)
"""Before a number that a letter behind it makes the name of a chip: m i three hundred x."""
_BILLIONS_SAID = re.compile(r" b param(?:eter)?s?\b")
"""Seventy b parameters, as it is said."""
_BILLION = Decimal("1e9")
_SIZE_NEXT = re.compile(r"[、。のとだで版]")
_MODELS_BEFORE = re.compile(r"(?:モデル|パラメータ|規模|サイズ)[^。\n]*[はが、との:：(（]\Z")
_LEAST_LABELLED, _MOST_MODELS = 10, 10**8
_OPEN_WORDS = 100
"""From here on a number in words counts also what no table of nouns holds."""
_TENTHS = Unit("percent", "%", Decimal(10))
_METRES = re.compile(r" ?m ?(\d\d)(?![\d.,])")
_MINUS = ("▲", "△", "negative ", "-", "−", "マイナス", "氷点下", "零下", "minus ", "moins ")
_SIGNED_KINDS = ("temperature", "percent", "money")


@dataclass(frozen=True, slots=True)
class Measured:
    """An amount at [start, end) in base units, the number and the unit that it came from; unit None as long as it is bare."""

    start: int
    end: int
    number: Number
    unit: Unit | None
    low: Decimal
    high: Decimal
    ranged: bool = False

    @property
    def bare_end(self) -> bool:
        """Whether its number ends it, so that the unit, if any, stands before."""
        return self.end == self.number.end


def measure(text: str, number: Number, taken: int, lang: str) -> Measured:
    """The number with the unit that stands before or behind it; nothing before `taken` is free."""
    before = currency_before(text, number.start)
    if before and before[1] >= taken:
        unit, start = before
        behind = unit_behind(text, number.end, lang)
        same = behind and behind[0].kind == "money" and behind[0].factor == 1
        if behind and same:
            return _signed(text, number, behind[0], start, behind[1], taken)
        return _signed(text, number, unit, start, number.end, taken)
    if lang == "fr" and (metres := _METRES.match(text, number.end)) and number.scale == ONE:  # 1m80
        height = number.low + Decimal(metres[1]) / 100
        return Measured(number.start, metres.end(), number, Unit("length", "m"), height, height)
    tenths = tenths_behind(text, number.end)
    if tenths and number.scale == ONE and number.low <= 10:
        share = number.low * 10 + tenths[0]
        return Measured(number.start, tenths[1], number, _TENTHS, share, share)
    behind = (
        None
        if _is_thumb(text, number)
        else unit_behind(text, number.end, lang)
        or degrees_behind(text, number.start, number.end)
        or kilo_behind(text, number.start, number.end)
        or points_behind(text, number.start, number.end)
    )
    if behind is None:
        whole = number.low == number.low.to_integral_value()
        behind = bare_times_behind(text, number.start, number.end, whole=whole)
    if behind and number.words and behind[0].kind == "multiple" and text[behind[1] - 1] in "xX":
        plain = text[behind[1] - 1] == "x" and lang == "en"
        if not plain or _MODEL_BEFORE.search(text, max(0, number.start - 8), number.start):
            behind = None  # des MI trois cents X
    if behind and not (number.letters and behind[0].kind != "money"):
        unit = behind[0]
        if unit.kind == "money" and pounds_are_mass(text, number.start, behind[1]):
            unit = mass_in_pounds(unit)
        return _signed(text, number, unit, number.start, behind[1], taken)
    duration = (
        None
        if number.letters or number.vague
        else duration_around(text, number.start, number.end, number.low)
    )
    if duration:
        value = (number.low + duration.more) * duration.unit.factor
        return Measured(max(taken, duration.start), duration.end, number, duration.unit, value, value)
    if by := _BY.search(text, max(0, number.start - 40), number.start):
        times = number.low if by["times"] else ONE / number.low if number.low else number.low
        return Measured(number.start, number.end, number, Unit("multiple", "x"), times, times)
    return _counted(text, number, lang)


def _is_thumb(text: str, number: Number) -> bool:
    """`un pouce bleu`, `one foot in the door`."""
    return (
        number.words
        and number.low == 1
        and not _HALF.match(text, text.find(" ", number.end + 1))
        and text.startswith((" pouce", " pied", " foot", " mile", " bit"), number.end)
    )


def _counted(text: str, number: Number, lang: str) -> Measured:
    japanese = (
        lang == "ja"
        or number.kanji
        or any(character > "\u3000" for character in text[number.end : number.end + 4])
    )
    if number.words and number.scale == ONE and (billions := _BILLIONS_SAID.match(text, number.end)):
        low, high = number.low * _BILLION, number.high * _BILLION
        return Measured(number.start, billions.end(), number, Unit("count", "parameter"), low, high)
    counted = counted_around(
        text,
        number.start,
        number.end,
        number.high,
        lang,
        japanese=japanese,
        digits=not number.words or number.about or number.high >= _OPEN_WORDS,
    )
    if (
        japanese
        and number.letters in ("B", "b")
        and (counted is None or counted.noun == "model")
        and _SIZE_NEXT.match(text, number.end)
        and _MODELS_BEFORE.search(text, max(0, number.start - 32), number.start)
    ):
        counted = Counted("parameter", number.end)  # モデルは3B、8B、14B
    if counted and counted.noun == "model" and number.letters in ("B", "b") and japanese:
        counted = Counted("parameter", number.end)  # 30Bモデル
    year = 1900 <= number.low <= 2100
    if (
        counted is None
        and japanese
        and (number.scale >= 10000 or (number.low >= _LEAST_LABELLED and not year))
    ):
        counted = counted_by_name(text, number.start, number.end)
    if counted and counted.noun == "model" and number.low >= _MOST_MODELS:
        counted = None  # モデルは4600億の「さくら」: so many parameters
    if counted and not (number.kanji and number.scale == ONE and number.low < 10):
        return Measured(
            number.start, counted.end, number, Unit("count", counted.noun), number.low, number.high
        )
    if lang == "en" and _PENCE.match(text, number.end) and number.low < 100 and "£" in text:
        pence = number.low / 100
        return Measured(
            number.start, number.end + 1, number, Unit("money", "GBP", Decimal("0.01")), pence, pence
        )
    return Measured(number.start, number.end, number, None, number.low, number.high)


def _signed(text: str, number: Number, unit: Unit, start: int, end: int, taken: int) -> Measured:
    """The amount in base units; a minus that stands free before it turns its sign."""
    low, high = number.low, number.high
    if end > number.end and number.scale == 1 and number.low < 100 and (half := _HALF.match(text, end)):
        low, high, end = low + _ONE_HALF, high + _ONE_HALF, half.end()  # a gigawatt and a half
    if unit.kind in _SIGNED_KINDS:
        for minus in _MINUS:
            at = start - len(minus)
            if at >= taken and text.startswith(minus, at) and not _joins(text, at, minus):
                low, high, start = -low, -high, at
                break
    return Measured(
        start, end, number, unit, (low + unit.shift) * unit.factor, (high + unit.shift) * unit.factor
    )


def _joins(text: str, at: int, minus: str) -> bool:
    """Whether this is a hyphen, a dash between two numbers, or `moins` in a comparison."""
    before = text[max(0, at - 1) : at]
    if minus in ("▲", "△", "マイナス", "氷点下", "零下"):
        return False
    if minus in ("minus ", "moins "):
        return (
            text[max(0, at - 8) : at] in ("plus or ", "plus ou ")
            or before.isalnum()
            or (minus == "moins " and text[max(0, at - 3) : at] in ("de ", "au ", "ou "))
        )
    return bool(before) and before not in " (（「、。\n:："
