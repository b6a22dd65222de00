"""Plain numbers: a bare number of two digits and more in, with the amounts before it, the unit of the last of them out.

`It wants 200 by May`, `they want to get to five hundred`, `the small plan is thirty, the large one ninety`: what is no name, no clock,
no day and no telephone number, and ends its clause, is one more of what was told. In English, after all that is surer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.bounds import bounded
from pipeline.extract.amounts.elided_sizes import sized
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.candidates.word_lists import words_in

_FEW, _LEAST, _NEAR, _MOST, _THOUSAND, _MILLION = 2, 10, 130, 20, 1000, 10**6
_KINDS = ("money", "count", "percent", "power", "energy", "data", "mass", "multiple")
_WORD_BEFORE = re.compile(r"(?<![\w'’-])(?:(?P<word>[a-z'’-]+),?|(?P<name>[A-Z][\w'’-]+)[,:]) \Z")
_NO_WORD = words_in(
    """
    page pages chapter chapters episode issue hall level version line lines code number numbers desk ext extension
    channel call ring text dial phone fax the route box article articles step day days week weeks question
    questions item items section sections phase stage act rule table figure fig column row slide season part
    volume vol verse paragraph clause appendix exhibit gate platform room floor lot bus train flight zone class
    grade group score game round set match seed page title case bill order in on since until till from between
    during a an class fiscal year quarter january february march april may june july august september
    october november december monday tuesday wednesday thursday friday saturday sunday noon past o'clock no not
    one two three four five six seven eight nine oh point minus plus times percent dollars euros hundred thousand
    million billion were
    """
)
"""Words before a number that is a name, a day or a part of another number."""
_ENDS = re.compile(
    r"\s*(?:[.;!?)»”…]|,(?= )|\Z|\n)(?!\d)| (?:by|next|now|before|after|last|this|a (?:day|week|month|year|piece|seat|head|share|token)|per|each|apiece|at|for|there|more|less|fewer|to|when|if|in (?:20|the|all|total)|or so|or more|supposedly|today|so far|alone|because|while|whereas|but|though|hot|from|with|as|and(?! a half)|off|instead|rather|so|okay|even|right|yeah|you know|I mean|which|they|we|it|of (?:them|these|those))\b"
)
_OF_THEM = re.compile(r" of (?:them|these|those)\b")
_TELEPHONE = re.compile(
    r"\b(?:call|calls|ring|dial|text|phone|telephone|hotline|line is|line:|contact|fax|Tel)\b[^.\n]{0,40}\Z"
)
_CLOCK = re.compile(r"\b(?:at|by|till|until|before|after|from|to) \Z")
_HOURS = 24
_DIGITS_NEXT = re.compile(r"(?:[-/:]| )\d|[-–][A-Za-z]|(?:st|nd|rd|th)\b|/")
_DIGITS_BEFORE = re.compile(r"\d[-/: .]\Z|[-#+/.:]\Z")


def plain(text: str, one: Measured, amounts: Sequence[Amount]) -> Unit | None:
    """The unit of the last amount, where the number can be nothing else."""
    number = one.number
    if number.vague or number.letters or one.low != one.low.to_integral_value() or one.low < _FEW:
        return None
    if number.scale >= _THOUSAND or (not number.words and (1900 <= one.low <= 2100)):
        return None
    if not amounts or text[number.start] == "0":
        return None
    last = next((said for said in reversed(amounts[-3:]) if said.kind in _KINDS), None)
    _, start, end = bounded(text, one.start, one.end)
    if last is None or start - last.end > _NEAR or "\n" in text[last.end : start]:
        return None
    large = last.kind == "money" and (last.high or last.low or 0) >= _MILLION
    if one.low < _LEAST and not (large or last.kind == "percent"):
        return None
    if _DIGITS_NEXT.match(text, one.end) or _DIGITS_BEFORE.search(text, max(0, one.start - 2), one.start):
        return None
    word = _WORD_BEFORE.search(text, max(0, start - 24), start)
    if not word or (word["word"] or word["name"]).lower() in _NO_WORD or not _ENDS.match(text, end):
        return None
    if _OF_THEM.match(text, end) and last.kind != "count":
        return None
    if _TELEPHONE.search(text, max(0, start - 48), start):
        return None
    if one.low <= _HOURS and _CLOCK.search(text, max(0, start - 8), start):
        return None
    return sized(text, one, last, "en", most=_MOST)
