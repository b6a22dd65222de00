"""Measuring: a number of a text in, the unit or the thing counted that stands with it and the words that both take out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.extract.amounts.cents_french import cents
from pipeline.extract.amounts.counts import counted_around
from pipeline.extract.amounts.counts_ja_named import changed_by_name, counted_by_name
from pipeline.extract.amounts.durations import duration_around
from pipeline.extract.amounts.figure_sums import figure_sum
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.nouns import Counted
from pipeline.extract.amounts.numeral_values import ONE
from pipeline.extract.amounts.numerals import Number
from pipeline.extract.amounts.operations import in_flops
from pipeline.extract.amounts.points import points_behind
from pipeline.extract.amounts.prices_spoken import SPOKEN, spoken_whole
from pipeline.extract.amounts.units import (
    bare_times_behind,
    bracketed_behind,
    currency_before,
    degrees_behind,
    kilo_behind,
    mass_in_pounds,
    pounds_are_mass,
    tenths_behind,
    unit_behind,
)

_PENCE = re.compile(r"p\b")
_MOST_PENCE, _LINES = 10_000, (144, 240, 360, 480, 540, 720, 1080, 1440, 2160, 4320)
"""Pence that a share costs at the most, and numbers of lines of a picture (720p)."""
_HALF = re.compile(r" and a half\b| et demie?\b", re.IGNORECASE)
_HALF_FRENCH = re.compile(r" et demie?\b")
_CENT = Decimal("0.01")
_ONE_HALF = Decimal("0.5")
_BY = re.compile(
    r"\b(?:(?:multipl\w+ (?:(?:sa|son|ses|leurs?|its|their|his|her|the|la|le|les) (?:[\w'’-]+ ){1,4})?(?:par|by)|(?:by )?a factor of|un facteur|(?:division|multiplication|diviser|diviserait|divisera|divisant|démultipli\w+) par|facteur de)|divis(?:é\w*|er|ait|ent)(?: (?:sa|son|ses|leurs?|la|le|les) (?:\w+ ){0,2}\w+)? par) (?:(?:about|around|nearly|almost|more than|over|at least|roughly|up to|close to) )?\Z",
    re.IGNORECASE,
)
_PLURAL_NEXT = re.compile(r" (?!fois\b|ans\b|mois\b|times\b|years\b)[a-zà-ÿ]{3,}s\b")
"""Behind a number by which one multiplies, what it counts: multipliez par 550 rédacteurs."""
_MODEL_BEFORE = re.compile(r"\b(?:mi|rtx|gtx|series|model|iphone|[b-z]) \Z", re.IGNORECASE)
"""Before a number that a letter behind it makes the name of a chip: m i three hundred x."""
_CLOSES = re.compile(r"\s*(?:[.,;!?)]|\Z)| (?:and|but|in|every|each|a|over|more|the|faster|better|per|on)\b")
"""Behind an X that is one of times: the new one has four X."""
_BILLIONS_SAID = re.compile(r" b param(?:eter)?s?\b")
"""Seventy b parameters, as it is said."""
_BILLION = Decimal("1e9")
_BEE = re.compile(r"ビー(?![ァ-ヺー・])")
"""A model's size as it is said in Japanese: 七十ビー."""
_MOST_BILLIONS = 2000
_BRACKETS = ("(", "（")
_SIZE_NEXT = re.compile(r"[、。のとだで版がはにもをへ」)）]|から|まで|級")
_MODELS_BEFORE = re.compile(
    r"(?:モデル|パラメータ|規模|サイズ|大きさ)[^。\n]*[はが、との:：(（]\Z|\d[Bb](?:から|、|と|や|・|~|/)\Z"
)
_VERSION_NEXT = re.compile(
    r"(?:級|クラス|規模|サイズ)?(?:の)?(?:小型|軽量|中型|大型|最小|最大|上位|下位)?(?:版(?!権)|モデル|MoE|パラメ)|(?:と|、|・|や|から|~)\d+(?:\.\d+)?[Bb](?![A-Za-z])"
)
_CONTEXT = re.compile(r"(?:文脈|コンテキスト|トークン|ウィンドウ|ウインドウ|コンテクスト)[^。\n]{0,16}\Z")
"""Before 256K that are tokens."""
_LEAST_LABELLED, _MOST_MODELS = 10, 10**8
_VAGUE_SPAN = re.compile(
    r"(?:[カかヵヶケ箇]月|年|週間?|日間?|時間|分間?|秒間?)(?:以内|かけ|がかり|かか|を(?:要|費|見込)|の(?:猶予|うちに|契約|運用|使用|耐用|作業|交渉)|先|で(?:終|済|完成|回収|作|仕上|できる|処理)|に(?:わた|及)|は(?:かか|要)|もかか)"
)
"""Behind 数 where a span lies open: 数カ月以内."""
_OPEN_WORDS = 100
"""From here on a number in words counts also what no table of nouns holds."""
_TENTHS = Unit("percent", "%", Decimal(10))
_METRES = re.compile(r" ?m ?(\d\d)(?![\d.,])")
_MINUS = ("▲", "△", "negative ", "-", "−", "マイナス", "氷点下", "零下", "minus ", "moins ")
_SIGNED_KINDS = ("temperature", "percent", "money")
_MINUS_SAID = ("minus ", "negative ")
"""In English `minus 5%` is told like `fell by 5%`: by how much, and the words say in which direction."""


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
    if lang == "fr" and (coins := cents(text, number)) is not None:
        value = coins / 100
        return Measured(number.start, number.end, number, Unit("money", "USD", _CENT), value, value)
    before = currency_before(text, number.start)
    if before and before[1] >= taken:
        unit, start = before
        behind = unit_behind(text, number.end, lang)
        same = behind and behind[0].kind == "money" and behind[0].factor == 1
        if behind and same:
            return _signed(text, number, behind[0], start, behind[1], taken, lang)
        return _signed(text, number, unit, start, number.end, taken, lang)
    if lang == "fr" and (metres := _METRES.match(text, number.end)) and number.scale == ONE:  # 1m80
        height = number.low + Decimal(metres[1]) / 100
        return Measured(number.start, metres.end(), number, Unit("length", "m"), height, height)
    if lang == "en" and (said := figure_sum(text, number.start, number.end, number.low)):
        vague = replace(number, vague=not said.ranged)
        dollars = Unit("money", "USD")
        return Measured(said.start, said.end, vague, dollars, said.low, said.high, ranged=said.ranged)
    tenths = tenths_behind(text, number.end)
    if tenths and number.scale == ONE and number.low <= 10:
        low, high = (edge * 10 + tenths[0] for edge in (number.low, number.high))
        return Measured(number.start, tenths[1], number, _TENTHS, low, high)
    behind = (
        None
        if _is_thumb(text, number)
        else unit_behind(text, number.end, lang)
        or degrees_behind(text, number.start, number.end)
        or kilo_behind(text, number.start, number.end)
        or points_behind(text, number.start, number.end)
        or (
            bracketed_behind(text, number.end)
            if lang == "ja" and number.scale == ONE and text[number.end : number.end + 1] in _BRACKETS
            else None
        )
    )
    if behind is None:
        whole = number.low == number.low.to_integral_value()
        behind = bare_times_behind(text, number.start, number.end, whole=whole)
    if behind and number.words and behind[0].kind == "multiple" and text[behind[1] - 1] in "xX":
        plain = lang == "en" and (text[behind[1] - 1] == "x" or _CLOSES.match(text, behind[1]))
        if not plain or _MODEL_BEFORE.search(text, max(0, number.start - 8), number.start):
            behind = None  # des MI trois cents X
    if behind and not (number.letters and behind[0].kind != "money"):
        unit = behind[0]
        if unit.kind == "money" and pounds_are_mass(text, number.start, behind[1]):
            unit = mass_in_pounds(unit)
        return _signed(text, number, unit, number.start, behind[1], taken, lang)
    duration = (
        None
        if number.letters or (number.vague and not _is_vague_span(text, number))
        else duration_around(text, number.start, number.end, number.low)
    )
    if duration:
        low, high = ((end + duration.more) * duration.unit.factor for end in (number.low, number.high))
        return Measured(max(taken, duration.start), duration.end, number, duration.unit, low, high)
    by = _BY.search(text, max(0, number.start - 40), number.start)
    if by and not (number.low >= _LEAST_LABELLED and _PLURAL_NEXT.match(text, number.end)):
        return Measured(number.start, number.end, number, Unit("multiple", "x"), number.low, number.low)
    return _counted(text, number, lang)


def _is_vague_span(text: str, number: Number) -> bool:
    """数カ月以内, but no 複数年."""
    return bool(_VAGUE_SPAN.match(text, number.end)) and text[number.start - 1 : number.start] != "複"


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
    if lang == "ja" and 1 <= number.low < _MOST_BILLIONS and (said := _BEE.match(text, number.end)):
        low, high = number.low * _BILLION, number.high * _BILLION
        return Measured(number.start, said.end(), number, Unit("count", "parameter"), low, high)
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
    if japanese and number.letters.lower() == "b" and _VERSION_NEXT.match(text, number.end):
        counted = Counted("parameter", number.end)  # 30Bモデル, 30B版
    if japanese and counted is None and number.letters.lower() in ("k", "m"):
        context = _CONTEXT.search(text, max(0, number.start - 28), number.start)
        counted = Counted("token", number.end) if context else None
    year = 1900 <= number.low <= 2100
    if counted is None and lang == "ja" and number.scale == ONE and number.low >= 2 and not number.kanji:
        counted = changed_by_name(text, number.start, number.end)
    if (
        counted is None
        and japanese
        and (number.scale >= 10000 or (number.low >= _LEAST_LABELLED and not year))
    ):
        counted = counted_by_name(text, number.start, number.end)
        if counted and counted.noun != "point" and number.low != number.low.to_integral_value():
            counted = None
    if (
        counted and counted.noun == "model" and number.low >= _MOST_MODELS
    ):  # モデルは4600億の「さくら」, 70億モデル
        counted = Counted("parameter", number.end) if text.startswith("モデル", number.end) else None
    if counted and lang == "fr" and number.scale == ONE and (half := _HALF_FRENCH.match(text, counted.end)):
        low = number.low + _ONE_HALF  # 3 turbines et demie
        return Measured(number.start, half.end(), number, Unit("count", counted.noun), low, low)
    if counted and lang == "en" and (flops := in_flops(counted.noun)):
        low, high = number.low * flops[1], number.high * flops[1]
        return Measured(number.start, counted.end, number, Unit("count", flops[0]), low, high)
    if counted and not (number.kanji and number.scale == ONE and number.low < 10):
        return Measured(
            number.start, counted.end, number, Unit("count", counted.noun), number.low, number.high
        )
    if lang == "en" and (price := spoken_whole(text, number)):
        return Measured(number.start, number.end, number, SPOKEN, price, price)
    if (
        lang == "en"
        and _PENCE.match(text, number.end)
        and number.low < _MOST_PENCE
        and number.low not in _LINES
        and "£" in text
    ):
        pence = number.low / 100
        return Measured(
            number.start, number.end + 1, number, Unit("money", "GBP", Decimal("0.01")), pence, pence
        )
    return Measured(number.start, number.end, number, None, number.low, number.high)


def _signed(text: str, number: Number, unit: Unit, start: int, end: int, taken: int, lang: str) -> Measured:
    """The amount in base units; a minus that stands free before it turns its sign."""
    low, high = number.low, number.high
    if end > number.end and number.scale == 1 and number.low < 100 and (half := _HALF.match(text, end)):
        low, high, end = low + _ONE_HALF, high + _ONE_HALF, half.end()  # a gigawatt and a half
    if unit.kind in _SIGNED_KINDS:
        for minus in _MINUS:
            at = start - len(minus)
            if at >= taken and text.startswith(minus, at) and not _joins(text, at, minus):
                said = lang == "en" and minus in _MINUS_SAID and unit.kind != "temperature"
                low, high, start = (low, high, at) if said else (-low, -high, at)
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
            or (minus == "moins " and text[max(0, at - 3) : at].lower() in ("de ", "au ", "ou "))
        )
    return bool(before) and before not in " (（「、。\n:："
