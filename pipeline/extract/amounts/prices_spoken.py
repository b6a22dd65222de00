"""Prices as they are said: numbers in words before what they are the price of in, dollars and cents out (English).

`thirty one fifty a share` is 31.50 dollars, `twelve twenty an hour` 12.20: nobody says the word dollar between.
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.numeral_values import ONE
from pipeline.extract.amounts.numerals import Number

SPOKEN = Unit("money", "USD")
"""What is left unsaid so."""
_EACH = re.compile(
    r" (?:an?|per) (?:share|hour|barrel|pop|gallon|token|ton|tonne|head|seat|unit|chip|kilo|pound|million tokens|megawatt[ -]hour|kilowatt[ -]hour)\b"
)
_LARGE_WORD = re.compile(r"hundred|thousand|illion|point|dozen", re.IGNORECASE)
_HUNDRED, _LEAST, _MOST = Decimal(100), 10, 9999


def spoken_price(text: str, one: Number, other: Number) -> Decimal | None:
    """The price that two numbers say before `a share`: thirty one, fifty."""
    pair = (
        one.words
        and other.words
        and text[one.end : other.start] == " "
        and one.scale == ONE == other.scale
        and 1 <= one.low < _HUNDRED
        and _LEAST <= other.low < _HUNDRED
        and one.low == one.high == one.low.to_integral_value()
        and other.low == other.high == other.low.to_integral_value()
    )
    return one.low + other.low / _HUNDRED if pair and _EACH.match(text, other.end) else None


def spoken_whole(text: str, number: Number) -> Decimal | None:
    """`twenty forty a share`, read as one number like a year."""
    whole = number.words and number.scale == ONE and number.low == number.high
    if not whole or not _HUNDRED < number.low <= _MOST or _LARGE_WORD.search(text, number.start, number.end):
        return None
    return number.low / _HUNDRED if _EACH.match(text, number.end) else None
