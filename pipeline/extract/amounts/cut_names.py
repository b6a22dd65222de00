"""Cut names: a name and an amount that touch each other in, whether one is but a piece of the other out."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.amounts.amount import Amount

_NUMBER_GOES_ON = re.compile(
    r" (?:(?:oh|one|two|three|four|five|six|seven|eight|nine) (?:\w+ )?(?:hundred|thousand|[mbt]r?illion|percent)|hundred (?:thousand|[mbt]r?illion)|thousand|[mbt]r?illions?|mille|millions?|milliards?"
    r"|(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf)(?: [a-z]+){0,2} (?:mille|millions?|milliards?))\b"
)
_NUMBER_ENDS = re.compile(r"[\d十百千万億兆](?=[ァ-ヺ])")
_NUMBER_AND_SPACE = re.compile(r"[^\n]*\d[ \u00a0\u202f](?:de |d['’])?")
_SIGNS = frozenset("€$£¥")


def cuts_number(text: str, start: int, end: int, amount: Amount) -> bool:
    """Whether a name at [start, end) is but a piece of an amount: `a cent` in « elle a cent mille serveurs », `one point` of `one point six`, ドルペース of 百億ドルペース."""
    if amount.kind == "money" and start == amount.start and text[end : end + 1] in _SIGNS:
        return end < amount.end  # the 3 M of 3 M€ is no firm
    if amount.start < start and amount.kind != "count" and _NUMBER_ENDS.match(text, start - 1):
        return True
    return end < amount.end and text[start:end].islower() and bool(_NUMBER_GOES_ON.match(text, end))


def before_name(text: str, start: int, end: int, amount: Amount) -> Amount | None:
    """The amount up to a name that begins with the thing counted (`900 chips Orin`); None where the name begins elsewhere."""
    counted = amount.kind == "count" and amount.start < start < amount.end < end
    if not counted or not _NUMBER_AND_SPACE.fullmatch(text, amount.start, start):
        return None
    return replace(amount, end=amount.start + len(text[amount.start : start].rstrip(" \u00a0\u202f")))
