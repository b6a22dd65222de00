"""Parallels in Japanese: a bare number and the amount before it in, its unit out where one is told of each of several.

A社が42%、B社が31、C社は20だった; 国内に340店、海外に85ある; 26万枚のうち5万が新興勢に渡る.
"""

from __future__ import annotations

import re

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.elided_sizes import sized
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit

_LONGEST, _MOST_TIMES, _PART = 28, 20, 64
"""Characters between the two, how many times the one the other may be, and characters to what it is a part of."""
_PARTICLES = frozenset("がはにもで")
_NEXT_ONE = re.compile(
    r"(?:だった|でし?た?|と|だが|ですが|あり|に対し(?:て)?|なのに対し)?[、。]\s?(?:一方|逆に|そして|次いで|続いて|対して)?、?"
    r"[^、。\n]{1,16}[がはにもで](?:約|およそ|わずか|、)?"
)
"""Between what is told of the one and what is told of the next."""
_ENDS = re.compile(
    r"(?:以上|弱|強|前後|程度|ほど|近く)?(?:[、。）)\n]|\Z|だ[。っが]|です|でし|で(?:[、。]|あ[るっ]|し)|と(?:な[るっ]|続[くい])|に(?:とど|な[るっ])|ある|あ[りっ]|しか|なの|だと)"
)
_PART_OF = re.compile(
    r"(?:[^。\n]{0,48}[、。で])?\s?(?:このうち|そのうち|うち|同じく|残る|残りの?|別の|さらに|もう)(?:の|、)?(?:約|およそ)?"
)
_PART_ENDS = re.compile(r"(?:[がはをも](?![\d]))")
_SCALED = 10_000
_COUNTED = ("count", "money")


def in_parallel(text: str, one: Measured, last: Amount) -> Unit | None:
    """A社が42%、B社が31: of each of two so much, the particles alike before both."""
    if one.number.scale != 1 or one.number.vague or one.low < 2 or one.start - last.end > _LONGEST:
        return None
    if not _NEXT_ONE.fullmatch(text, last.end, one.start) or not _ENDS.match(text, one.end):
        return None
    if one.number.kanji and one.low < _MOST_TIMES:
        return None
    if text[last.start - 1 : last.start] not in _PARTICLES or last.kind == "duration":
        return None
    return sized(text, one, last, "ja", most=_MOST_TIMES)


def part_of(text: str, one: Measured, last: Amount) -> Unit | None:
    """GPUは26万枚。うち5万が新興勢に、同じく5万が大学に: a part of those that were counted, with no counter of its own."""
    if one.number.scale < _SCALED or last.kind not in _COUNTED or one.start - last.end > _PART:
        return None
    whole = last.low if last.low is not None else last.high
    if whole is None or not one.low <= whole <= one.low * 1000:
        return None
    if not _PART_OF.fullmatch(text, last.end, one.start) or not _PART_ENDS.match(text, one.end):
        return None
    return Unit(last.kind, last.unit)
