"""Shared units: a number and its neighbours in, the unit and scale that the last of them has for all out.

`de 3 milliards à 5 milliards d'euros` where a change is told, `600 de ses 3 000 chercheurs`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.amounts.lists import AND, BELOW_SCALE
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.numeral_values import ONE
from pipeline.extract.amounts.ranges import TO, is_version

_OF_ITS = re.compile(
    r" (?:de (?:ses|leurs|nos|ces)|des|sur(?: les| ses| leurs)?|of (?:its|the|their|our|those)) (?:quelque |about |environ |some )?"
)
_SHARES = re.compile(
    r"(?:\b(?:à|de|of|at|with|for|avec|pour|par|by|rais(?:ed|es)|costs?|coûte(?:nt|ra|ront)|valent|vaudront|rapportent|levé) (?:respectivement )?|: |\bd')\Z"
)
"""Before two numbers that share one unit: des tours à 30 et 75 millions d'euros."""
_EACH_BEFORE = re.compile(r"\brespectivement (?:de |d['’]|à |par |pour )?\Z|\brespectively \Z")
_EACH_BEHIND = re.compile(r",? (?:respectivement|respectively)\b")
_SHARES_BEFORE = re.compile(
    r"\b(?:parts?|marges?|taux|hausses?|baisses?|reculs?|gains?|pertes?|participations?) (?:de |d['’])\Z"
)
"""Before or behind two amounts of one unit, one for each of two: respectivement de 7 et 9 %."""
_PRICED_AT = re.compile(
    r"\b(?:(?:factur|vend|affich|propos|lou|tarif|pay)\w*(?: à)?|coût\w+|(?:est|sont|était|étaient|passe|passent|formules?|abonnements?|forfaits?|offres?|plans?|prix|tarifs?) (?:à|de)|contre|costs?|charges?|pays|priced at|it['’]s) \Z"
)
"""Before two prices of one thing: facturé 9 et 29 euros."""
_DEAREST = 10_000
_THEN = re.compile(r",? (?:puis|puis de|contre|plutôt que|au lieu de|et non(?: plus)?|et non pas) ")
"""Between what was or is first and what is then: payé 30 puis 45 millions."""
_MILLION = 10**6
_FROM_ONE = re.compile(r"\b(?:de |d['’] ?)\Z")
_LISTED = re.compile(r"\d, \Z")
_LEAST_BOTH = 10
_HAVE = re.compile(
    r"\b(?:have|has|had|with|employ|employed|of|lost|gained|added|hired|cut|sold|bought|between them|ordered|opened|closed|at) (?:about |some |around |respectively )?\Z"
)
"""Before two numbers of the same things."""
_LEAST_OWNED, _TWO = 3, 2


def from_first(text: str, one: Measured, other: Measured, unit: Unit, lang: str) -> Measured | None:
    """« le nombre d'abonnés est passé de 10 à 25 millions »: the first of a change, in base units, where the second took over its unit."""
    if lang != "fr" or other.number.scale < _MILLION or one.number.scale != ONE or one.low >= BELOW_SCALE:
        return None
    if unit.unit in ("parameter", "token") and AND.fullmatch(text, one.end, other.start):
        pass  # tailles : 8 et 70 milliards
    elif unit.kind == "money" and _THEN.fullmatch(text, one.end, other.start) and one.low >= _TWO:
        pass  # payé 30 puis 45 millions
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
    if not one.number.words and is_version(text, one.start, one.low, other.number.low / other.number.scale):
        return one
    if other.unit.kind == "percent" and one.number.scale != ONE:
        return one  # un prêt de 400 millions à 9,5 %
    paired = (
        one.number.scale == ONE
        and other.number.scale >= 10**6
        and AND.fullmatch(text, one.end, other.start)
        and (
            (
                other.unit.unit in ("parameter", "token")
                and not _LISTED.search(text, max(0, one.start - 6), one.start)
            )
            or _SHARES.search(text, max(0, one.start - 16), one.start)
        )
    )
    then = (
        one.number.scale == ONE
        and other.unit.kind in ("money", "power", "energy", "percent")
        and (other.number.scale >= _MILLION or other.unit.kind != "money")
        and _THEN.fullmatch(text, one.end, other.start)
        and not one.number.letters
        and one.low >= _TWO
        and not (1900 <= one.low <= 2100)
    )
    both = (
        other.unit.kind != "duration"
        and AND.fullmatch(text, one.end, other.start)
        and (
            _EACH_BEFORE.search(text, max(0, one.start - 24), one.start)
            or _EACH_BEHIND.match(text, other.end)
            or (
                other.unit.kind == "money"
                and other.unit.factor == 1
                and one.low < other.low <= _DEAREST
                and _PRICED_AT.search(text, max(0, one.start - 32), one.start)
                and other.end > other.number.end
            )
            or (
                other.unit.kind == "percent"
                and one.low <= 100
                and _SHARES_BEFORE.search(text, max(0, one.start - 24), one.start)
            )
        )
        and one.number.scale == ONE
        and not one.number.letters
    )
    both_counted = (
        other.unit.kind == "count"
        and other.bare_end is False
        and one.number.scale == ONE == other.number.scale
        and one.low >= _LEAST_BOTH
        and not one.number.letters
        and not 1900 <= one.low <= 2100
        and text[one.end : other.start] == " and "
        and _HAVE.search(text, max(0, one.start - 24), one.start)
    )
    if both_counted:
        return replace(one, unit=other.unit)  # have 900 and 300 employees
    alike = (
        other.unit.kind == "count"
        and one.number.scale == other.number.scale >= 10**6
        and AND.fullmatch(text, one.end, other.start)
        and one.low < other.number.low
    )
    if alike:
        return replace(one, unit=other.unit)  # 4 milliards et 27 milliards de paramètres
    owned = other.unit.kind == "count" and _OF_ITS.fullmatch(text, one.end, other.start)
    if owned and _LEAST_OWNED <= one.number.low < other.number.low:
        return replace(one, unit=other.unit)  # 600 de ses 3 000 chercheurs
    if not paired and not both and not then and not TO.fullmatch(text, one.end, other.start):
        return one
    if one.number.scale == ONE and 1900 <= one.number.low <= 2100 and other.number.scale != ONE:
        return one  # a year
    scale = (
        other.number.scale
        if one.number.scale == ONE != other.number.scale and one.number.low < BELOW_SCALE
        else ONE
    )
    if (
        one.number.scale == ONE
        and other.unit.kind
        not in (
            "percent",
            "money",
            "count",
            "power",
            "energy",
            "data",
        )
        and not (
            other.unit.kind == "duration"
            and _FROM_ONE.search(text, max(0, one.start - 4), one.start)
            and one.low >= _TWO
        )
    ):
        return one
    unit = other.unit
    return replace(one, unit=unit, low=one.low * unit.factor * scale, high=one.high * unit.factor * scale)
