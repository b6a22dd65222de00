"""Cents in French: a number in words that ends with `cent` in, what it is in dollars where these are coins and no hundreds, out.

« trente-cinq cents la minute », « cinq cents le million de jetons », but « cinq cents euros », « douze cents pages ».
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.amounts.numeral_values import ONE
from pipeline.extract.amounts.numerals import Number

_CENTS = re.compile(r"[ -]cents?\Z", re.IGNORECASE)
_HUNDREDS, _HUNDRED, _MOST = 17, 100, 100
"""So many hundreds nobody says, and so many cents are a dollar."""
_EACH = re.compile(
    r" (?:américains?\b|US\b|de dollar|l['’](?:unité|heure|appel|action|image|exemplaire|entrée)|la (?:pièce|minute|page|requête|seconde|ligne)|pièce\b|le (?:million|mot|litre|kilo|kilowatt|token|jeton)|les (?:mille|1 ?000)|de l['’]heure"
    r"|(?:par|pour) (?:un |une |chaque |mille |million )?(?:jeton|token|million|requête|action|minute|page|kilowatt|kWh|mot|appel|heure|image|utilisateur)|à l['’](?:entrée|heure|unité)|en (?:entrée|sortie))"
)
_DOLLARS = re.compile(r"[$]|\bdollars?\b|\bcents? (?:de|US)\b")
_NEAR = 240


def cents(text: str, number: Number) -> Decimal | None:
    """How many cents; None where the word is a hundred."""
    if not number.words or number.scale != _HUNDRED or not _CENTS.search(text, number.start, number.end):
        return None
    many = number.low / _HUNDRED
    if " mille" in text[number.start : number.end].lower():
        return None
    if not ONE <= many < _MOST or many != many.to_integral_value() or number.high != number.low:
        return None
    if many >= _HUNDREDS:
        return many
    told = _EACH.match(text, number.end) and _DOLLARS.search(
        text, max(0, number.start - _NEAR), number.end + _NEAR
    )
    return many if told else None
