"""Worth: a bare number, the unit that it takes over and the money before it in, the unit of what a firm is worth out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.extract.amounts import carried_cues as cues
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit

_MILLION = Decimal(10**6)


def of_a_firm(text: str, one: Measured, unit: Unit, amounts: Sequence[Amount]) -> Unit:
    """`raised 350 million at a valuation of four point two`: a firm is worth more than the round, so that these are billions."""
    last = next((said for said in reversed(amounts[-2:]) if said.kind == "money"), None)
    round_of = (last.high or last.low or 0) if last else 0
    if unit.kind != "money" or unit.factor != _MILLION or not round_of or one.high * _MILLION >= round_of:
        return unit
    valued = cues.VALUED.search(text, max(0, one.start - 40), one.start)
    return Unit("money", unit.unit, _MILLION * 1000) if valued else unit
