"""French numbers in words: a phrase in (cinq cents milliards, un milliard et demi, une trentaine), its value out."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.amounts.number_sums import (
    NO_FRACTION,
    Parsed,
    any_of,
    exact,
    order_of,
    summed,
    whole_before,
)

_UNITS = {
    "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80,
    "octante": 80, "nonante": 90,
}  # fmt: skip
_SCALES = {"cent": 100, "mille": 10**3, "million": 10**6, "milliard": 10**9, "billion": 10**12}
_MASS = {
    "dizaines": 10,
    "douzaines": 12,
    "centaines": 100,
    "milliers": 10**3,
    "millions": 10**6,
    "milliards": 10**9,
}
_ABOUT = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50,
    "soixantaine": 60, "centaine": 100, "millier": 1000,
}  # fmt: skip
_U = any_of(_UNITS)
_S = "cents?|mille|millions?|milliards?|billions?"
_ABOUTS = rf"une? (?:(?:bonne|petite|grosse|grande) )?(?:{any_of(_ABOUT)})(?: de (?:milliers|millions|milliards)|(?= d[e']|[.,;:!?]|\Z| (?:ils|elles|on|et|mais|à|pour|en|dans|sur|par|depuis|chez|dont|dès|cette|l'an|au|aux|ici|aujourd'hui|déjà|avant|après|qui|bientôt|sont|ont|seront|étaient|avaient|seraient|seulement|environ|de plus|de moins|supplémentaires?|tout|toutes|tous|hors|selon|pendant|lors|contre|il|y|y sont|restent|travaillent|viennent|partiront|resteront|en (?:tout|plus)|au total|les?|la|sous|chaque|dès|d'ici|jusqu|ensuite|puis|autres|encore|environ|nouveaux|nouvelles|de mieux|ne|se|leur|lui|nous|[a-zà-ÿ]{(3,)}(?:ent|eront|aient|èrent|iront))\b| (?:n|s|l|d'entre)['’ ]))"
PHRASE = re.compile(
    rf"(?:{_ABOUTS}|(?:deux|trois|quatre|cinq|six) (?:dizaines|douzaines|centaines|milliers)(?: de (?:milliers|millions|milliards))?(?= d[e'])"
    rf"|(?:plusieurs |quelques |de |des )(?:{any_of(_MASS)})(?: de (?:milliers|millions|milliards))?"
    rf"|(?:{any_of(_MASS)})(?: de (?:milliers|millions|milliards))?(?= d[e'])"
    rf"|(?:plusieurs|quelques) (?:{_S})\b"
    rf"|(?:une? )?demi[- ](?:million|milliard|billion|douzaine)\b"
    rf"|(?:un|trois|deux) (?:quart|tiers|quarts) de (?:million|milliard)\b"
    rf"|(?:{_U}|cent)(?:[ -](?:{_U}|vingts?|cents?|et)){{0,5}} virgule (?:{_U}|cents?)(?:[ -](?:{_U}|vingts?|cents?|et(?= une?\b| onze\b))){{0,7}}(?: (?:mille|millions?|milliards?|billions?))?\b"
    rf"|(?:{_U}|{_S})(?:(?: et |-et-)(?:une?|onze)\b|[ -](?:{_U}|vingts|{_S})\b){{0,24}})(?![\w]|-[a-zé]+ième)(?:\s+et demie?\b)?{NO_FRACTION}",
    re.IGNORECASE,
)
"""A phrase that may be a number, at a word that may begin one."""
NUMBER_WORDS = (*_UNITS, *_SCALES, *_MASS)
"""All words that numbers are made of."""
CARDINALS = frozenset((*_UNITS, "cent", "mille"))
"""Words that begin a plain number."""
BEGINS = frozenset(
    (
        *_UNITS,
        *_MASS,
        "cent",
        "cents",
        "mille",
        "million",
        "milliard",
        "billion",
        "de",
        "des",
        "plusieurs",
        "quelques",
        "demi",
    )
)


def parse_french(words: list[str]) -> Parsed | None:
    if "virgule" in words:
        return _spoken_decimal(words)
    if "demi" in words[:2] and words[-1] == "douzaine":
        return exact(Decimal(6), 1)
    if "demi" in words[:2] and words[-1] in _SCALES:
        return exact(Decimal(_SCALES[words[-1]]) / 2, _SCALES[words[-1]])
    if len(words) > 2 and (words[1] in ("tiers", "quart", "quarts")):
        scale = _SCALES[words[-1]]
        return exact(Decimal(_UNITS[words[0]] * scale) / (3 if words[1] == "tiers" else 4), scale)
    abouts = [_ABOUT[word] for word in words[:3] if word in _ABOUT]
    if abouts:
        size = Decimal(abouts[0]) * _MASS.get(words[-1], 1)
        return size, size, size
    mass = [_MASS[word] for word in words if word in _MASS]
    if mass and words[0] in _UNITS and words[1] in ("dizaines", "douzaines", "centaines", "milliers"):
        size = Decimal(_UNITS[words[0]])
        for one in mass:
            size *= one
        return exact(size, int(size))
    if words[0] in ("des", "plusieurs", "quelques", "de") or (mass and words[0] in _MASS):
        singular = [_SCALES[word.removesuffix("s")] for word in words if word.removesuffix("s") in _SCALES]
        small = [value for value in mass if value not in singular]
        return order_of(small + singular)
    fraction = Decimal("0.5") if words[-1] in ("demi", "demie") else Decimal(0)
    if (
        len(words) > 2
        and words[-2].removesuffix("s") in ("million", "milliard")
        and 0 < _UNITS.get(words[-1], 0) < 10
    ):
        words, fraction = words[:-1], Decimal(_UNITS[words[-1]]) / 10  # onze milliards sept
    if part := _said_short(words):
        return part
    plain = [
        word if word in _UNITS else word.removesuffix("s")
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
        values.append(_UNITS.get(word))
    return summed(folded, values, _SCALES, fraction)


def _spoken_decimal(words: list[str]) -> Parsed:
    """trois virgule vingt-cinq milliards, dix virgule zéro deux: digits one by one, or one number, behind the comma."""
    at = words.index("virgule")
    scale = _SCALES.get(words[-1].removesuffix("s"), 1)
    behind = words[at + 1 : -1] if scale >= 1000 else words[at + 1 :]
    noughts = next((place for place, word in enumerate(behind) if word != "zéro"), len(behind))
    rest = behind[noughts:]
    one_by_one = all(_UNITS.get(word, 10) < 10 for word in rest)
    digits = "".join(str(_UNITS[word]) for word in rest) if one_by_one else str(whole_before(rest, _UNITS))
    value = Decimal(f"{whole_before(words[:at], _UNITS)}.{'0' * noughts}{digits or 0}")
    return exact(value * (scale if scale >= 1000 else 1), max(scale, 1) if scale >= 1000 else 1)


def _said_short(words: list[str]) -> Parsed | None:
    """deux milliards trois cents, un million cinq cents: what stands behind a scale is of the next, and that is left unsaid."""
    scales = [place for place, word in enumerate(words) if word.removesuffix("s") in ("million", "milliard")]
    rest = words[scales[-1] + 1 :] if scales else []
    if not rest or "mille" in rest or any(word in ("et", "demi", "demie") for word in rest):
        return None
    small = whole_before(rest, _UNITS)
    head = parse_french(words[: scales[-1] + 1])
    if small < 10 or head is None:
        return None
    scale = _SCALES[words[scales[-1]].removesuffix("s")]
    return exact(head[0] + Decimal(small) * scale / 1000, scale)
