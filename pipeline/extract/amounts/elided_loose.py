"""Loose ellipsis: a plain number and the amounts before it in, the unit of the last where nothing else can be meant, out.

`It wants 500, up from 300`; « une part de Bolt, pour 9,5 »; (45 millions) et de Bolt (30,5).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.amounts import elided_cues as cues
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.bounds import bounded
from pipeline.extract.amounts.elided_signs import LEAST_COUNTED
from pipeline.extract.amounts.elided_sizes import MOST_GAPPED, sized
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.numeral_values import ONE

REACH, SENTENCE = 200, 120
"""Characters between a number and the amount it goes on from, over a sentence's end and within it."""
TALKED = 4
"""Amounts back that a number may go on from."""
_TIMELESS = (
    "money",
    "count",
    "percent",
    "power",
    "energy",
    "data",
    "duration",
    "length",
    "area",
    "mass",
    "temperature",
)
_LOOSE = {"money": 120, "count": 160, "percent": 120, "power": 120, "energy": 120, "data": 120}
"""Characters from an amount of a kind to a number that goes on from it though no cue says so."""
_DEAR = ("money", "power")
_MOST_LOOSE, MOST_TOLD = 25, 200
"""Kinds of which a clause may go on behind the number, and how many times the last amount it may be; more where it says what it is of."""


def loosely(text: str, one: Measured, amounts: Sequence[Amount], lang: str) -> Unit | None:
    """`It wants 500, up from 300`, « l'action a fini à 600,50 »: a plain number that ends its clause behind a word that takes one."""
    if one.number.letters or one.number.scale != ONE or one.low < LEAST_COUNTED:
        return None
    if one.number.words and one.low < 10:
        return None
    last = talked_of(one.start, amounts)
    if last is None or last.kind not in _LOOSE or one.start - last.end > _LOOSE[last.kind]:
        return None
    written = text[one.number.start : one.number.end]
    parted = bool(cues.PARTED.fullmatch(written))
    if (1900 <= one.low <= 2100 and not parted) or "\n" in text[last.end : one.start]:
        return None
    if not any(
        ends.match(text, one.end) for ends in (cues.LOOSE_ENDS, cues.CLAUSE_ENDS, cues.ENDS, cues.OF_MONEY)
    ):
        return None
    _, start, end = bounded(text, one.start, one.end)
    if cues.NO_AMOUNT_BEFORE.search(text, max(0, start - 16), start):
        return None
    before = text[max(0, start - 32) : start]
    if parted and last.kind == "count":
        fits = bool(cues.LOOSE_ENDS.match(text, end))
    else:
        plain = one.low == one.low.to_integral_value() and last.kind in ("percent", "count")
        fits = bool(
            (
                cues.CLAUSE_ENDS.match(text, end)
                or (last.kind in _DEAR and cues.ENDS.match(text, end))
                or (last.kind == "money" and cues.OF_MONEY.match(text, end))
            )
            and cues.TAKES_ONE.search(before)
            and not (plain and cues.AT_BEFORE.search(before))
        )
    told = last.kind == "money" and cues.OF_MONEY.match(text, end)
    return (
        sized(text, one, last, lang, most=MOST_TOLD if told else MOST_GAPPED if parted else _MOST_LOOSE)
        if fits
        else None
    )


def one_more(text: str, one: Measured, last: Amount, start: int, end: int, lang: str) -> Unit | None:
    """`cédés pour 5 milliards ; une part de Bolt, pour 9,5`, (45 millions) et de Bolt (30,5), `beats its 70.5`."""
    if one.number.scale != ONE or one.low < LEAST_COUNTED or start - last.end > SENTENCE:
        return None
    between = text[last.end : start]
    if (
        text[last.start - 1 : last.start] == "("
        and text[start - 1 : start] == "("
        and between.startswith(")")
        and text.startswith(")", end)
    ):
        return sized(text, one, last, lang, most=MOST_GAPPED)
    if len(cues.ONE_SENTENCE.findall(between)) > 1 or "\n" in between:
        return None
    large = last.kind == "money" and (last.low or last.high or 0) >= 10**6
    if large and one.low < 1000 and cues.SOLD_FOR.search(between) and cues.CLAUSE_ENDS.match(text, end):
        return sized(text, one, last, lang, most=MOST_GAPPED)
    if (
        last.kind == "percent"
        and between in (", ", "; ", " ; ")
        and one.low != one.low.to_integral_value()
        and cues.YEAR_BEFORE.match(text, end)
    ):
        return Unit("percent", "%")
    if (
        last.kind == "percent"
        and 10 <= one.low <= 100
        and one.low != one.low.to_integral_value()
        and not cues.NAME_BEFORE.search(between)
        and not cues.SCALE_BEHIND.match(text, one.end)
        and cues.SHARE_ENDS.match(text, end)
    ):
        return Unit("percent", "%")
    return None


def talked_of(start: int, amounts: Sequence[Amount], kinds: Sequence[str] = _TIMELESS) -> Amount | None:
    """The amount that a number goes on from: the last of these kinds, but for times between."""
    for amount in reversed(amounts[-TALKED:]):
        if amount.kind not in kinds and len(kinds) < len(_TIMELESS):
            continue
        if start - amount.end > REACH or amount.kind not in _TIMELESS:
            return None
        if amount.kind != "duration" or amount is amounts[-1]:
            return amount
    return None
