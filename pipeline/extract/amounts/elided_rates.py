"""Ellipsis of rates: a bare number and the amounts before it in, a multiple or a percentage out that its clause leaves to it (English).

`trades at 30 times earnings; it traded at 55 last May`; `Acme fell by 3 per cent, Bolt by 7`; `from 40 per cent to zero`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.numeral_values import ONE

_FAR, _NEAR, _MOST_TIMES, _LEAST_MULTIPLE, _HUNDRED = 170, 110, 20, 4, 100
_MULTIPLE_BEFORE = re.compile(
    r"\b(?:multiple|ratio|p/e|earnings|sales)\b[^.;!?\n]{0,40}? (?:is|was|of|at|stands at|stood at) (?:about |around |some |only |just |nearly )?\Z"
    r"|\b(?:trad(?:es?|ed|ing)|chang(?:es|ed) hands|valued|sells|sold|went|rated|stands|stood|fetch(?:es|ed)|paid|pays|commands?|at|on|to|from|against|than|versus) (?:only |just |about |around |some |nearly )?\Z"
    r"|(?:;|,|\band) (?:for|at|of) [A-Z][^.;!?\n\d]{1,60}, (?:about |around |some |only |just |nearly )?\Z"
    r"|[;,] [A-Z][\w .&'’-]{1,40}, (?:for [A-Z][\w .&'’-]{1,32}, )?(?:about |around |some |only |just |nearly )?\Z"
)
_MULTIPLE_ENDS = re.compile(
    r"\s*(?:[.;!?)]|,(?= )|\Z|\n)(?!\d)| (?:last|a year|this|in|for|at|when|before|and|but|now|today|two|three)\b(?! (?:billion|million))"
)
_BY = re.compile(
    r"(?:[;,:]|\band|\bbut|\bwhile)[^.;:!?\n]{0,60}?\bby (?:about |around |some |only |just |nearly |almost |another |a further |as much as )?\Z"
)
_MOVED = re.compile(
    r"(?:[;,:]|\band|\bbut|\bwhile) (?:[^.;:!?\n]{0,48}? )?(?:up|down|lost|gained|added|fell|rose|slid|dropped|climbed|shed|slipped|jumped|put on|gave up|closed|finished|was up|was down|minus|plus) (?:about |around |some |only |just |nearly |almost |another )?\Z"
)
_RATE_ENDS = re.compile(
    r"\s*(?:[.;:!?)]|,(?= )|\Z|\n)(?!\d)| (?:and|but|in|on|after|this|last|while|by|since|because|at|for|from|despite)\b(?! a half)"
)
_TEST_BEFORE = re.compile(
    r"\b(?:MMLU(?:-Pro)?|GPQA(?: Diamond)?|AIME|SWE-bench(?: Verified)?|HumanEval|MATH(?:-500)?|GSM8K|MMMU|SimpleQA|HLE|ARC-AGI(?:-\d)?|OSWorld|LiveCodeBench):? (?:at |of )?\Z"
)
_TO_ZERO = re.compile(r",? (?:all the way )?(?:down )?to (?:almost |nearly |practically |about )?")
_MOST_MOVE = 60


def rate_said(text: str, one: Measured, start: int, end: int, amounts: Sequence[Amount]) -> Unit | None:
    """The rate that the number is one more of; start and end are those of its bound."""
    number = one.number
    last = amounts[-1] if amounts else None
    if last is None or number.letters or number.scale != ONE or number.vague or start - last.end > _FAR:
        return None
    if "\n" in text[last.end : start] or (not number.words and 1900 <= one.low <= 2100):
        return None
    value = last.high or last.low or 0
    if last.kind == "multiple":
        alike = (
            value >= _LEAST_MULTIPLE
            and one.low >= 2
            and one.high <= value * _MOST_TIMES <= one.low * _MOST_TIMES**2
        )
        fits = _MULTIPLE_ENDS.match(text, end) and _MULTIPLE_BEFORE.search(text, last.end, start)
        return Unit("multiple", "x") if alike and fits else None
    if last.kind != "percent" or start - last.end > _NEAR or one.high > _HUNDRED:
        return None
    if one.low == 0:
        return Unit("percent", "%") if _TO_ZERO.fullmatch(text, last.end, start) else None
    if _TEST_BEFORE.search(text, max(0, start - 24), start) and _RATE_ENDS.match(text, end):
        return Unit("percent", "%")
    if one.high > _MOST_MOVE or not _RATE_ENDS.match(text, end):
        return None
    moved = _BY.search(text, last.end, start) or _MOVED.search(text, last.end, start)
    return Unit("percent", "%") if moved else None
