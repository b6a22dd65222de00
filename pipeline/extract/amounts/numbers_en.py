"""English numbers in words: a phrase in (five hundred billion, one and a half million, hundreds of millions), its value out."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.amounts.number_sums import (
    NO_FRACTION,
    PARTS,
    WORD,
    Parsed,
    Spelled,
    any_of,
    exact,
    order_of,
    spoken_decimal,
    summed,
)

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
           "lakh": 10**5, "lac": 10**5, "crore": 10**7}  # fmt: skip
_MASS = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 10**3, "millions": 10**6, "billions": 10**9,
         "trillions": 10**12, "quadrillions": 10**15, "lakhs": 10**5, "crores": 10**7}  # fmt: skip
_U, _S = any_of(_UNITS), any_of(_SCALES)
_HALVED = "mile|tonn?e?|year|month|day|second|minute|metre|meter|kilometre|kilometer|(?:mega|giga|tera)watt|(?:tera|peta|giga)byte|acre|hectare|dollar|cent|degree|inch|foot|decade|century"
_STRESSED = "cool|whopping|mere|full|staggering|round|whole|tidy"
_DIGIT = "one|two|three|four|five|six|seven|eight|nine"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_BIG = "million|billion|trillion"
PHRASE = re.compile(
    rf"(?:(?<=another )(?:hundred(?: (?:{_BIG}|thousand))?|{_BIG})\b(?! (?:and|one|two|three|four|five|six|seven|eight|nine|ten)\b)|(?:{any_of(_MASS)})(?: (?:up)?on (?:{any_of(_MASS)}))?(?: of (?:thousands|millions|billions|trillions))?"
    rf"|(?:several|a few|few|multiple|many|countless|a couple(?: of)?|a couple of) (?:hundred |thousand |dozen )?(?:(?:{_S})\b|(?:m|b|tr)illions\b)"
    r"|(?:several|a few|a couple of)(?= (?:us |american )?(?:cents|pence|dollars|bucks|euros|pounds|quid|yuan|rupees)\b)"
    rf"|multi-?(?:{_BIG})\b(?=[ -](?:us |u\.s\. |american )?(?:dollar|euro|pound|yen|yuan|won|rupee|user|gpu|token|parameter)s?\b)"
    rf"|(?:an? )?half[- ](?:an?[- ])?(?:{_BIG}|dozen)\b"
    rf"|(?:an?|one|two|three)[- ](?:quarter|third)s?(?:(?: of)? an?)?[- ](?:{_BIG})\b"
    rf"|quarter(?: of an?)? (?:{_BIG})\b"
    rf"|an? (?:{_STRESSED}) (?:{_BIG})\b"
    r"|an?(?= (?:dollar|buck|quid|pound|euro) (?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b)"
    rf"|(?:{_DIGIT}) (?:(?:{_TENS})(?:[ -](?:{_DIGIT}))?|{_TEENS})(?: (?:{_BIG}|thousand)\b|(?= (?:mega|giga)?watts?\b| people\b| employees\b| to (?:{_DIGIT}) (?:hundred|{_TENS})\b))"
    rf"|(?:(?<= at )|(?<= to )|(?<=from )|(?<=maybe )|(?<=about )|(?<=like )|(?<=previous )|(?<= led )|(?<= was )|(?<=: ))(?:{_DIGIT})[ -](?:(?:{_TENS})(?:[ -](?:{_DIGIT}))?|{_TEENS})(?=[.,;?!]|\Z| (?:to|and|a|at|in|from|now|last|this|for|by)\b)(?!,? (?:[ap]\.?m|o'clock))"
    rf"|half an?(?= (?:{_HALVED})\b)"
    r"|a(?= (?:mega|giga|tera|peta|exa)(?:watt|byte)s?\b)"
    r"|an?(?= [a-z-]+ and a half\b(?! (?:m|b|tr)illion))(?! (?:million|billion|trillion|hundred|thousand|dozen)\b)"
    rf"|(?:an?|one) (?:{_BIG}) and a (?:half|quarter)\b"
    rf"|(?:an?|{_U})(?:[ -](?:{_U}))?(?:[ -]and[ -]a[ -](?:half|quarter)| and three quarters)(?: (?:{_S}))?\b"
    rf"|point(?: (?:{_U}|oh)){{1,4}}(?= per ?cent)"
    rf"|(?:{_U})(?:[ -](?:{_U}))? point(?: (?:{_U}|oh)){{1,8}}(?: (?:{_S}))?\b)\b{NO_FRACTION}",
    re.IGNORECASE,
)
"""A phrase that is more than a row of number words, at a word that may begin one."""
_LONGEST = 24
"""Words of the longest number that anyone spells."""
NUMBER_WORDS = (*_UNITS, *_SCALES, *_MASS)
"""All words that numbers are made of."""
BEGINS = frozenset(
    (
        *_UNITS,
        *_MASS,
        "point",
        "hundred",
        "million",
        "billion",
        "trillion",
        "a",
        "an",
        "half",
        "quarter",
        "several",
        "few",
        "multiple",
        "multi",
        "multimillion",
        "multibillion",
        "multitrillion",
        "many",
        "countless",
    )
)
_CUT = re.compile(NO_FRACTION.replace("(?!", "(?:", 1))


def parse_english(words: list[str]) -> Parsed | None:
    words = [word for word in words if word not in _STRESSED.split("|")]
    if words[0] in _MASS:
        return order_of([_MASS[word] for word in words if word in _MASS])
    if words[0] in _DIGIT.split("|") and len(words) > 1 and _UNITS.get(words[1], 0) >= 10:  # four fifty
        scale = _SCALES.get(words[-1], 1)
        value = 100 * _UNITS[words[0]] + sum(_UNITS.get(word, 0) for word in words[1:])
        return exact(Decimal(value * scale), scale)
    if words[0].startswith("multi") and words[0] != "multiple":
        return order_of([_SCALES[words[-1].removeprefix("multi")]])
    if words in (["half", "a"], ["half", "an"]):
        return exact(Decimal("0.5"), 1)
    if "couple" in words:
        scale = 1
        for word in words:
            scale *= _SCALES.get(word, 1)
        return exact(Decimal(2 * scale), scale)
    if words in (["several"], ["a", "few"]):
        return order_of([1])  # a few cents
    if words[0] in ("several", "few", "multiple", "many", "countless") or words[:2] == ["a", "few"]:
        return order_of(
            [_SCALES[one] for one in (word.removesuffix("s") for word in words) if one in _SCALES]
        )
    if "point" in words:
        return spoken_decimal(words, "point", _UNITS, _SCALES)
    if words[-1] in _SCALES and any(word.removesuffix("s") in PARTS for word in words[:2]):
        top = _UNITS.get(words[0], 1)
        part = next(PARTS[word.removesuffix("s")] for word in words if word.removesuffix("s") in PARTS)
        return exact(Decimal(top * _SCALES[words[-1]]) / part, _SCALES[words[-1]])
    if words[-1] in ("half", "quarter") and words[-4] in _SCALES:
        scale = _SCALES[words[-4]]
        return exact(Decimal(scale) * (1 + Decimal(1) / PARTS[words[-1]]), scale)
    fraction = (
        Decimal("0.5")
        if "half" in words
        else Decimal("0.75")
        if "quarters" in words
        else Decimal("0.25")
        if "quarter" in words
        else Decimal(0)
    )
    if fraction:
        joint = words.index("and")
        rest = [word for word in words[joint:] if word in _SCALES]
        words = words[:joint] + rest
    values = [1 if word in ("a", "an") else _UNITS.get(word) for word in words]
    return summed(words, values, _SCALES, fraction)


def spoken_english(text: str, start: int) -> Spelled | None:
    """The longest plain number that begins here: groups below a thousand, each with a scale, the scales falling."""
    words, ends = _number_words(text, start)
    if words and words[0] in ("a", "an"):
        if len(words) < 2 or words[1] not in _SCALES:
            return None
        words[0] = "one"
    total, scale, at = 0, 1, 0
    last = 10**15
    while at < len(words):
        after_and = at + (words[at] == "and" and at > 0)
        value, stop = _below_thousand(words, after_and)
        if stop == after_and:
            break
        factor = 1
        while stop < len(words) and (step := _SCALES.get(words[stop], 0)) and step != 100:
            factor *= step
            stop += 1
        if (
            factor >= last
            or (after_and > at and stop < len(words) and words[stop] == "hundred")
            or (at and value >= last)
        ):
            break
        if factor == 1 and value < 10 and at and last >= 10**6 and after_and == at:
            total += value * last // 10  # a billion two
        else:
            total += value * factor
        at, last, scale = stop, factor, factor if factor > 1 else scale
        if factor == 1:
            break
    if not at:
        return None
    scale = 100 if scale == 1 and "hundred" in words[:at] else scale
    return (
        None
        if _CUT.match(text, ends[at - 1])
        else Spelled(start, ends[at - 1], Decimal(total), Decimal(total), Decimal(scale), False)
    )


def _number_words(text: str, start: int) -> tuple[list[str], list[int]]:
    """The words of number that follow one another from here, and where each ends."""
    words: list[str] = []
    ends: list[int] = []
    while len(words) < _LONGEST and (match := WORD.match(text, start)):
        word = match[0].lower()
        if not (
            word in _UNITS
            or word in _SCALES
            or (word == "and" and words)
            or (word in ("a", "an") and not words)
        ):
            break
        words.append(word)
        ends.append(match.end())
        if text[match.end() : match.end() + 1] not in (" ", "-"):
            break
        start = match.end() + 1
    return words, ends


def _below_thousand(words: list[str], at: int) -> tuple[int, int]:
    """Value and end of a number below a thousand (twelve hundred too) at a place of the words."""
    value, at = _below_hundred(words, at)
    if at < len(words) and words[at] == "hundred":
        value, at = (value or 1) * 100, at + 1
        joint = at + (at < len(words) and words[at] == "and")
        rest, after = _below_hundred(words, joint)
        if after > joint and not (after < len(words) and words[after] == "hundred"):
            return value + rest, after
    return value, at


def _below_hundred(words: list[str], at: int) -> tuple[int, int]:
    value = _UNITS.get(words[at]) if at < len(words) else None
    if value is None:
        return 0, at
    ones = _UNITS.get(words[at + 1], 0) if at + 1 < len(words) else 0
    return (value + ones, at + 2) if value >= 20 and 0 < ones < 10 else (value, at + 1)
