"""Naming again: an amount whose words name its thing but loosely in, with the amounts before it, the unit that is meant out.

追加で3000基 of what was counted before, cards where GPUs are talked of, gigas of electricity, titles of books.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.amounts import carried_cues as cues
from pipeline.extract.amounts import carried_french_cues as french
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.counted_again_ja import counted_again
from pipeline.extract.amounts.counts_ja_told import MACHINE_UNITS
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit

_NEAR, _CLAUSE, _LAST = 160, 80, 8
"""Characters between an amount and what tells its unit, of a clause, and amounts back that are looked at."""


def named_again(text: str, one: Measured, unit: Unit, amounts: Sequence[Amount]) -> Unit:
    """Cards are GPUs where GPUs are talked of, 追加で3000基 what was counted before, and gigas of electricity are watts."""
    if unit.kind == "data" and cues.BARE_GIGA.fullmatch(text, one.number.end, one.end):
        before = text[max(0, one.start - _CLAUSE) : one.start] + text[one.end : one.end + 20]
        power = (amounts and amounts[-1].kind == "power") or cues.POWER_TALK.search(before)
        return Unit("power", "W", unit.factor) if power else unit
    if unit.unit == "share" and cues.TITLES.fullmatch(text, one.number.end, one.end):
        works = cues.WORKS.search(text, max(0, one.start - _NEAR), one.end + _CLAUSE)
        return Unit("count", "title") if works else unit
    if (
        unit.unit == "book"
        and one.number.scale >= 10**6
        and cues.POUNDS.fullmatch(text, one.number.end, one.end)
        and (
            cues.MONEY_TALK.search(text, max(0, one.start - _CLAUSE), one.start)
            or french.POUNDS_PAID.search(text, max(0, one.start - _CLAUSE), one.start)
        )
        and not cues.BOOKISH.search(text, max(0, one.start - _NEAR), one.end + _CLAUSE)
    ):
        return Unit("money", "GBP")
    if unit.unit in ("card", "processor") and not cues.OTHER_CARDS.match(text, one.end):
        near = text[max(0, one.start - 2 * _NEAR) : one.end + _CLAUSE]
        again = any(amount.unit == "GPU" for amount in amounts[-_LAST:]) or cues.GPU_TALK.search(near)
        return Unit("count", "GPU") if again else unit
    last = amounts[-1] if amounts else None
    if unit.kind == "count" and amounts:
        again_unit = counted_again(text, one, unit.unit, amounts)
        unit = unit if again_unit == unit.unit else Unit("count", again_unit)
    if (
        unit.unit == "unit"
        and text[one.end - 1] in "基枚"
        and any(amount.unit == "GPU" for amount in amounts[-2 * _LAST :])
    ):
        return Unit("count", "GPU")
    if unit.unit == "unit" and last and last.unit in MACHINE_UNITS and one.start - last.end <= _CLAUSE // 2:
        return Unit("count", last.unit) if cues.GOES_ON.search(text, last.end, one.start) else unit
    return unit
