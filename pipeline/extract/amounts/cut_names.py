"""Cut names: a name and an amount that touch each other in, whether the name is but a piece of the amount out."""

from __future__ import annotations

import re

from pipeline.extract.amounts.amount import Amount

_NUMBER_GOES_ON = re.compile(
    r" (?:(?:oh|one|two|three|four|five|six|seven|eight|nine) (?:\w+ )?(?:hundred|thousand|[mbt]r?illion|percent)|hundred (?:thousand|[mbt]r?illion)|thousand|[mbt]r?illions?|mille|millions?|milliards?)\b"
)
_NUMBER_ENDS = re.compile(r"[\d十百千万億兆](?=[ァ-ヺ])")
_SIGNS = frozenset("€$£¥")


def cuts_number(text: str, start: int, end: int, amount: Amount) -> bool:
    """Whether a name at [start, end) is but a piece of an amount: `a cent` in « elle a cent mille serveurs », `one point` of `one point six`, ドルペース of 百億ドルペース."""
    if amount.kind == "money" and start == amount.start and text[end : end + 1] in _SIGNS:
        return end < amount.end  # the 3 M of 3 M€ is no firm
    if amount.start < start and amount.kind != "count" and _NUMBER_ENDS.match(text, start - 1):
        return True
    return end < amount.end and text[start:end].islower() and bool(_NUMBER_GOES_ON.match(text, end))
