"""Shared units: a number and its neighbours in, the unit and scale that the last of them has for all out.

`3, 8 et 14 milliards de paramètres`, `de 3 milliards à 5 milliards d'euros` where a change is told, `600 de ses 3 000 chercheurs`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.numeral_values import ONE
from pipeline.extract.amounts.ranges import TO

_BELOW_SCALE = 1000
"""From 2 to 3 million: what is smaller takes over the scale of the second."""
_OF_ITS = re.compile(
    r" (?:de (?:ses|leurs|nos|ces)|des|sur(?: les| ses| leurs)?|of (?:its|the|their|our|those)) (?:quelque |about |environ |some )?"
)
_AND = re.compile(r" (?:et|and|ou|or) ")
_COMMA = re.compile(r", ")
_SHARES = re.compile(
    r"(?:\b(?:à|de|of|at|with|for|avec|pour|par|by|rais(?:ed|es)|costs?|coûte(?:nt|ra|ront)|valent|vaudront|rapportent|levé) (?:respectivement )?|: |\bd')\Z"
)
"""Before two numbers that share one unit: des tours à 30 et 75 millions d'euros."""
_MILLION = 10**6
_FROM_ONE = re.compile(r"\b(?:de |d['’] ?)\Z")
_LISTED = re.compile(r"\d, \Z")
_LEAST_OWNED = 3


def listed(text: str, found: list[Measured]) -> list[Measured]:
    """3, 8 et 14 milliards de paramètres: the numbers of a list have the unit and scale of its last."""
    shared = found[:]
    for index in range(len(found) - 3, -1, -1):
        one, other, third = shared[index : index + 3]
        if one.unit or not third.unit or one.number.scale != ONE or not one.low < _BELOW_SCALE:
            continue
        listed = other.unit is None and _AND.fullmatch(text, other.end, third.start)
        if not _COMMA.fullmatch(text, one.end, other.start) or not (listed or other.unit == third.unit):
            continue
        if other.unit is not None and index + 1 not in _filled(found, shared):
            continue
        if one.number.low < third.number.high / third.number.scale and (
            third.number.scale != ONE or one.number.words == third.number.words
        ):
            for at in (index, index + 1):
                if shared[at].unit is None:
                    low = shared[at].number.low * third.number.scale * third.unit.factor
                    shared[at] = replace(shared[at], unit=third.unit, low=low, high=low)
    return shared


def _filled(found: list[Measured], shared: list[Measured]) -> set[int]:
    """The places of those that have taken over a unit."""
    return {at for at, (was, now) in enumerate(zip(found, shared, strict=True)) if was is not now}


def from_first(text: str, one: Measured, other: Measured, unit: Unit, lang: str) -> Measured | None:
    """« le nombre d'abonnés est passé de 10 à 25 millions »: the first of a change, in base units, where the second took over its unit."""
    if lang != "fr" or other.number.scale < _MILLION or one.number.scale != ONE or one.low >= _BELOW_SCALE:
        return None
    if unit.unit in ("parameter", "token") and _AND.fullmatch(text, one.end, other.start):
        pass  # tailles : 8 et 70 milliards
    elif not TO.fullmatch(text, one.end, other.start) or not _FROM_ONE.search(
        text, max(0, one.start - 8), one.start
    ):
        return None
    low, high = one.low * other.number.scale, one.high * other.number.scale
    return replace(one, low=low, high=high)


def with_shared_unit(text: str, one: Measured, other: Measured) -> Measured:
    """`de 3 milliards à 5 milliards d'euros` where a change is told: the first has the second's unit."""
    if one.unit or not other.unit or other.unit.kind == "multiple":
        return one
    if other.unit.kind == "percent" and one.number.scale != ONE:
        return one  # un prêt de 400 millions à 9,5 %
    paired = (
        one.number.scale == ONE
        and other.number.scale >= 10**6
        and _AND.fullmatch(text, one.end, other.start)
        and (
            (
                other.unit.unit in ("parameter", "token")
                and not _LISTED.search(text, max(0, one.start - 6), one.start)
            )
            or _SHARES.search(text, max(0, one.start - 16), one.start)
        )
    )
    alike = (
        other.unit.kind == "count"
        and one.number.scale == other.number.scale >= 10**6
        and _AND.fullmatch(text, one.end, other.start)
        and one.low < other.number.low
    )
    if alike:
        return replace(one, unit=other.unit)  # 8 milliards et 70 milliards de paramètres
    owned = other.unit.kind == "count" and _OF_ITS.fullmatch(text, one.end, other.start)
    if owned and _LEAST_OWNED <= one.number.low < other.number.low:
        return replace(one, unit=other.unit)  # 600 de ses 3 000 chercheurs
    if not paired and not TO.fullmatch(text, one.end, other.start):
        return one
    if one.number.scale == ONE and 1900 <= one.number.low <= 2100 and other.number.scale != ONE:
        return one  # a year
    scale = (
        other.number.scale
        if one.number.scale == ONE != other.number.scale and one.number.low < _BELOW_SCALE
        else ONE
    )
    if one.number.scale == ONE and other.unit.kind not in (
        "percent",
        "money",
        "count",
        "power",
        "energy",
        "data",
    ):
        return one
    unit = other.unit
    return replace(one, unit=unit, low=one.low * unit.factor * scale, high=one.high * unit.factor * scale)
