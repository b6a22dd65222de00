"""Scores: a bare number and the amounts before it in, the percentage or the points that a test or a ranking makes of it out (English).

`on MMLU it scores 85.0`; `an Elo of 1,417`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.numeral_values import ONE

_NEAR, _LOOK, _THOUSAND = 160, 40, 1000
"""Characters of a sentence before a number, and behind it, in which its test or ranking may be named."""
_SCORE_BEFORE = re.compile(
    r"\b(?:scor(?:es?|ed|ing)|gets?|got|manag(?:es|ed)|reach(?:es|ed)|hits?|posts?|posted|records?|recorded|achiev(?:es|ed)|earns?|lands?|landed|at|of|to|with|by|versus|from|against|is|was|on|has|had|than) (?:only |just |about |a mere )?\Z|[:(] ?\Z"
)
_SCORE_ENDS = re.compile(
    r"\s*(?:[.,;:!?)]|\Z|\n)(?!\d)| (?:on|for|in|and|against|versus|to|at|with|from|without|when|where|while|but|compared|up)\b"
)
_TEST = re.compile(
    r"\b(?:MMLU(?:-Pro)?|GPQA|AIME|SWE|ARC|HLE|\w*[Bb]ench\w*|MATH|GSM8K|HumanEval|LiveCode\w*|OSWorld|MMMU|BrowseComp|FrontierMath|Last Exam|olympiad|mathematics test|exam|Aider|Codeforces|tau2?|SimpleQA|hallucinat\w+)\b"
)
_SHARES_SOLVED = frozenset(
    (
        "MMLU",
        "MMLU-Pro",
        "GPQA",
        "AIME",
        "SWE",
        "HumanEval",
        "MATH",
        "GSM8K",
        "MMMU",
        "SimpleQA",
        "HLE",
        "ARC",
        "Last Exam",
        "OSWorld",
        "BrowseComp",
        "FrontierMath",
    )
)
"""Tests whose score is always the share that is solved."""
_ELO = re.compile(r"\b(?:Elo|ELO|elo|LM ?Arena|leader-?board|[Aa]rena|rating)\b")
_ELO_BEHIND = re.compile(r" (?:Elo|ELO|elo)\b")
_LEAST_ELO, _MOST_ELO, _PERCENT = 700, 4000, 100


def scored(text: str, one: Measured, start: int, end: int, near: Sequence[Amount]) -> Unit | None:
    """A score by its decimals (85.0), in percent where percentages are told, and one of a ranking by its size (an Elo of 1,417)."""
    if one.number.scale > _THOUSAND or one.low != one.high:
        return None
    decimal = (
        one.number.scale == ONE and not one.number.words and "." in text[one.number.start : one.number.end]
    )
    if decimal and one.low <= _PERCENT and _SCORE_ENDS.match(text, end):
        tested = _TEST.search(text, _sentence(text, start), start) or _TEST.match(text, end + len(" on "))
        if not tested or not _SCORE_BEFORE.search(text, max(0, start - 24), start):
            return None
        percent = tested[0] in _SHARES_SOLVED or any(said.kind == "percent" for said in near)
        return Unit("percent", "%") if percent else Unit("count", "point")
    if _LEAST_ELO <= one.low <= _MOST_ELO and one.low == one.low.to_integral_value():
        if _ELO_BEHIND.match(text, one.end):
            return Unit("count", "point")
        ranked = _ELO.search(text, _sentence(text, start), start) or _ELO.search(text, end, end + _LOOK)
        written = (
            one.number.words or "," in text[one.number.start : one.number.end] or not 1900 <= one.low <= 2100
        )
        fits = (
            ranked
            and written
            and _SCORE_ENDS.match(text, end)
            and _SCORE_BEFORE.search(text, max(0, start - 24), start)
        )
        return Unit("count", "point") if fits else None
    return None


def _sentence(text: str, start: int) -> int:
    first = max(0, start - _NEAR)
    return max(first, text.rfind(". ", first, start) + 1, text.rfind("\n", first, start) + 1)
