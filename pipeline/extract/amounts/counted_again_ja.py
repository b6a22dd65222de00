"""Counting again in Japanese: a bare counter (5万個, 120件, 1億人) with the amounts before it in, what it counts out, where it goes on from one of them.

26万個のGPUを供給し、うち5万個は; 苦情は450件。前年は300件だった; 利用者は7億人。前の期から1億人増えた.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.counts_ja_told import MACHINE_UNITS, machine_named
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.nouns_people import PEOPLE

_REACH, _LAST = 80, 3
"""Characters from the same counter before, and amounts back that are looked at."""
_OF_THOSE = re.compile(r"[^。\n]{0,72}?[、。で\s](?:この|その|が、)?(?:うち|内)(?:の|訳は)?(?:約|およそ|、)?")
"""Between a count and a part of it."""
_NEXT = re.compile(r"[^。\n]{0,60}(?:。[^。\n]{0,40})?")
"""At most one end of a sentence."""
_UNTOLD = frozenset(("unit", "case", "site", "type", "item", "group", "person"))
"""What a counter counts where no noun tells."""
_GREW = re.compile(
    r"(?:以上|超|弱|強|近く|程度|ほど|余り)?(?:も|が|は|の|を|ずつ|ほど)?(?:純増|純減|増|減|上積|積み増|上乗せ|失|離れ|去|流出|獲得|加わ|入れ替わ|伸び|に(?:増|減|伸|達|のぼ|届|迫|膨|倍増|なる|なっ))"
)
"""Behind so many more of those who were counted before."""
_SINCE = re.compile(
    r"(?:前(?:の)?(?:四半期|月|年|期|週|回)|昨年|去年|[一1]年前|半年前|当初|そこ|年初|前年同(?:期|月)|(?:\d|[一二三四五六七八九十])(?:カ月|か月|ヶ月|年)前)(?:は|から|より|には|の|に比べ|比で?|は、|と比べ)?(?:約|およそ|わずか)?\Z"
)
"""Before so many as there were of them once."""
_BEFORE = 16


def counted_again(text: str, one: Measured, unit: str, amounts: Sequence[Amount]) -> str:
    """What is counted here: `unit`, or what the same counter counted just before."""
    counter = text[one.number.end : one.end].strip()
    if not counter or counter[-1] < "\u3000":
        return unit
    told = next(
        (
            amount
            for amount in reversed(amounts[-_LAST:])
            if amount.kind == "count" and _is_counted_by(text, amount, counter)
        ),
        None,
    )
    if told is None or one.start - told.end > _REACH or told.unit == unit:
        return unit
    if _OF_THOSE.fullmatch(text, told.end, one.start):
        return told.unit if unit not in PEOPLE or unit == "person" else unit
    if unit in MACHINE_UNITS and not machine_named(text[told.end : one.start]):
        return told.unit if _NEXT.fullmatch(text, told.end, one.start) else unit
    if unit not in _UNTOLD or not _NEXT.fullmatch(text, told.end, one.start):
        return unit
    if unit == "person":
        before = _SINCE.search(text, max(told.end, one.start - _BEFORE), one.start)
        return told.unit if before or _GREW.match(text, one.end) else unit
    return told.unit


def _is_counted_by(text: str, amount: Amount, counter: str) -> bool:
    """Whether this counter ends its number, words that shade it behind."""
    at = text.find(counter, amount.start, amount.end)
    return at > 0 and (text[at - 1].isdigit() or text[at - 1] in "十百千万億兆一二三四五六七八九余")
