"""Money in French by what it is of: a place behind bare millions in, whether they are of something that is itself money out.

« 3 milliards de dette », « 600 millions d'investissements », « 40 millions de la Région » ; but not « 40 millions d'abonnés ».
"""

from __future__ import annotations

import re

from pipeline.extract.amounts import carried_french_cues as french
from pipeline.extract.amounts.counts_latin_words import MONEY, MONEY_OF_BILLIONS

_OF_THINGS = re.compile(r" (?:de |d['’])(?P<noun>[a-zà-ÿ-]{3,})")


def is_of_money(text: str, end: int) -> bool:
    """Whether the millions that end here are of a mass, or of things that are money."""
    of = _OF_THINGS.match(text, end)
    return bool(french.OF_A_MASS.match(text, end) or (of and of["noun"].lower() in MONEY | MONEY_OF_BILLIONS))
