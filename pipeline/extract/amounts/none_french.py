"""No amounts in French: a number with its unit and the text around it in, whether it is a base of a price or a process and no figure out.

« le million de jetons passe à 2 dollars », « gravée en trois nanomètres ».
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.amounts.measures import Unit

_FINEST = Decimal("3e-8")
"""Metres; what is shorter names how chips are made."""
_THE = re.compile(r"\b[Ll]e \Z")
_REACHED = re.compile(
    r"\b(?:dépass|excéd|excèd|franchi|atteign|atteint|atteindr|approch|frôl|avoisin|accept|lit|lu|pass)\w* (?:\w+ )?le \Z"
)
_BOUGHT = ("token", "request", "query", "word", "character", "image", "call")


_BY_MILLIONS = re.compile(r"\bà (?:coups?|grand renfort|grands coups|force) (?:de |d['’])?\Z")


def is_none_in_french(text: str, start: int, unit: Unit, value: Decimal) -> bool:
    """Whether an amount of this unit, told from `start` on, is none that a table would hold."""
    if unit.kind == "money" and _BY_MILLIONS.search(text, max(0, start - 24), start):
        return True  # à coups de milliards
    if unit.kind == "length":
        return 0 < value < _FINEST
    if unit.unit in _BOUGHT and value == 10**6 and text[start] == "m":
        before = max(0, start - 32)
        return bool(_THE.search(text, before, start)) and not _REACHED.search(text, before, start)
    return False
