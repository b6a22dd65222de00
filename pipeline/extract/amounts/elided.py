"""Ellipsis: a bare number and the amounts before it in, the unit (and size) that its clause leaves to them out.

`OpenAI en compte 4 000`, `200 dollars contre 20`, `two billion in March, then three in July`, `Gemini has 650m`,
`15 years, the plants at least 30`. A number without a scale word takes over that of the amount it goes on from.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.amounts import elided_cues as cues
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.bounds import bounded
from pipeline.extract.amounts.elided_beside import beside
from pipeline.extract.amounts.elided_french import in_french
from pipeline.extract.amounts.elided_french_slots import by_slot
from pipeline.extract.amounts.elided_heads import headless
from pipeline.extract.amounts.elided_loose import REACH, TALKED
from pipeline.extract.amounts.elided_money import money_said
from pipeline.extract.amounts.elided_more import more_of_them
from pipeline.extract.amounts.elided_ones import stands_for
from pipeline.extract.amounts.elided_onward import goes_on
from pipeline.extract.amounts.elided_people import people_said
from pipeline.extract.amounts.elided_rates import rate_said
from pipeline.extract.amounts.elided_signs import LEAST_COUNTED
from pipeline.extract.amounts.elided_sizes import sized
from pipeline.extract.amounts.elided_things import asked, last_thing, size_of_a_model, some_of_those
from pipeline.extract.amounts.elided_told import told
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.numeral_values import ONE

_TEN = 10


def elided(text: str, one: Measured, amounts: Sequence[Amount], lang: str) -> Unit | None:
    """The unit of a bare number in English or French, with what its size is to be multiplied by; None where nothing says one."""
    if lang not in ("en", "fr"):
        return None
    _, start, end = bounded(text, one.start, one.end)
    if lang == "en" and (
        said := people_said(text, one, start, end)
        or stands_for(text, one, start, end, amounts)
        or money_said(text, one, start, end, amounts)
        or rate_said(text, one, start, end, amounts)
        or more_of_them(text, one, start, end, amounts)
        or beside(text, one, start, end, amounts)
    ):
        return said
    if (
        one.low >= 10
        and cues.STAFF.search(text, max(0, start - 90), start)
        and (cues.STRICT.match(text, one.end) or cues.TO.match(text, one.end))
    ):
        people = next((said for said in reversed(amounts[-2:]) if said.unit in ("person", "employee")), None)
        near = people and start - people.end <= REACH
        return Unit("count", people.unit if people and near else "employee")
    if one.start > start and one.low >= 100 and cues.STAFF_NEAR.search(text, max(0, start - 48), start):
        return Unit("count", "employee") if cues.ENDS.match(text, end) else None
    if one.number.scale >= 10**6 and cues.ACTIVES.match(text, one.end):
        return Unit("count", "user")
    if lang == "en" and one.low >= LEAST_COUNTED and cues.OF_THOSE_WHO.match(text, one.end):
        return Unit("count", "person")
    if cues.OF_THEM.match(text, one.end) and one.low >= LEAST_COUNTED:
        if lang == "en" and (whole := _whole(one, start, amounts)):
            return Unit("count", whole.unit)
        if things := last_thing(text, start):
            return Unit("count", things)
    if lang == "fr" and one.low >= _TEN and cues.OF_THEM.match(text, one.end):
        before = next((said for said in reversed(amounts[-3:]) if said.kind == "count"), None)
        if before is None or start - before.end > REACH:
            return Unit("count", "person")
    if (one.low > 1 or one.low == 0) and (unit := asked(text, start, lang)):
        return unit
    if some := some_of_those(text, one, start, lang):
        return some
    if (size := size_of_a_model(text, one, start, amounts)) is not None:
        return size
    if lang == "fr":
        unit, settled = in_french(text, one, start, end, amounts)
        if unit or settled:
            return unit
    if lang == "en":
        by_place = headless(text, one, start, end, amounts) or told(text, one, start, end, amounts)
        if by_place:
            return by_place
    if spoken := _sum_said(text, one, start, end, amounts, lang):
        return spoken
    if going := goes_on(text, one, amounts, lang):
        return going
    return by_slot(text, one, start, end, amounts) if lang == "fr" else None


def _whole(one: Measured, start: int, amounts: Sequence[Amount]) -> Amount | None:
    """The things counted last of which so many can be some."""
    for said in reversed(amounts[-TALKED:]):
        counted = said.kind == "count" and said.unit not in ("parameter", "token")
        if counted and start - said.end <= REACH and one.high < (said.high or said.low or 0):
            return said
    return None


def _sum_said(
    text: str, one: Measured, start: int, end: int, amounts: Sequence[Amount], lang: str
) -> Unit | None:
    """`they were at two and a half`, `for two point four`, `they sit at two hundred million for the year`: money, said."""
    if lang != "en" or not one.number.words:
        return None
    money = next((amount for amount in reversed(amounts[-TALKED:]) if amount.kind == "money"), None)
    if money is None or start - money.end > 2 * REACH:
        return None
    if one.number.scale >= 10**6:
        sits = cues.SIT_AT.search(text, max(0, start - 32), start) and cues.FOR_YEAR.match(text, end)
        return Unit("money", money.unit) if sits else None
    if (
        one.number.scale != ONE
        or one.low == one.low.to_integral_value()
        or one.low >= 100
        or (money.low or money.high or 0) < 10**6
        or start - money.end > REACH
        or not cues.AT_SUM.search(text, max(0, start - 20), start)
        or not cues.ENDS.match(text, end)
    ):
        return None
    return sized(text, one, money, lang)
