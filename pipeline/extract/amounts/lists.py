"""Lists: measured numbers in, the bare members of a list with the unit of its last out (5, 10 and 20 MW; 20億、90億、270億パラメータ)."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.numeral_values import ONE

AND = re.compile(r" (?:et|and|ou|or) ")
BELOW_SCALE = 1000
"""From 2 to 3 million: what is smaller takes over the scale of the second."""
_COMMA = re.compile(r", ")
_NAMING = frozenset("がはにも")
_LIST_JA = re.compile(r"[、・/／]|(?:と|や|または|および|及び)")
_EACH_JA = re.compile(r"、[^、。\n\d]{1,12}[がはにも](?:約|およそ)?")
"""Between the members of a Japanese list, and where each has its own name: A社が100億、B社が50億円."""


def listed(text: str, found: list[Measured]) -> list[Measured]:
    """3, 8 et 14 milliards de paramètres: the numbers of a list have the unit and scale of its last."""
    shared = found[:]
    for index in range(len(found) - 3, -1, -1):
        one, other, third = shared[index : index + 3]
        if one.unit or not third.unit or one.number.scale != ONE or not one.low < BELOW_SCALE:
            continue
        listed = other.unit is None and AND.fullmatch(text, other.end, third.start)
        if not _COMMA.fullmatch(text, one.end, other.start) or not (listed or other.unit == third.unit):
            continue
        if other.unit is not None and other is found[index + 1]:
            continue  # it has not taken over its unit
        if one.number.low < third.number.high / third.number.scale and (
            third.number.scale != ONE or one.number.words == third.number.words
        ):
            for at in (index, index + 1):
                if shared[at].unit is None:
                    low = shared[at].number.low * third.number.scale * third.unit.factor
                    shared[at] = replace(shared[at], unit=third.unit, low=low, high=low)
    return shared


def listed_in_japanese(text: str, found: list[Measured]) -> list[Measured]:
    """20億、90億、270億パラメータ: the bare members of a list have the unit of its last, where each has its own scale word."""
    shared = found[:]
    for index in range(len(found) - 2, -1, -1):
        one, other = shared[index : index + 2]
        if one.unit or not other.unit or other.unit.kind not in ("money", "count"):
            continue
        named = other.end > other.number.end and one.end - one.start > 1 and not one.number.letters
        taken_over = other is not found[index + 1]
        alike = one.number.scale == other.number.scale >= 10**4 and (named or taken_over)
        if alike and (
            _LIST_JA.fullmatch(text, one.end, other.start)
            or (text[one.start - 1 : one.start] in _NAMING and _EACH_JA.fullmatch(text, one.end, other.start))
        ):
            low, high = (edge * other.unit.factor for edge in (one.number.low, one.number.high))
            shared[index] = replace(one, unit=other.unit, low=low, high=high)
    return shared
