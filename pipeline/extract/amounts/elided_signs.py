"""Signs of ellipsis: a bare number and the amount before it in, whether the words around say that it is more of the same out.

A verb with so many (regulators have cleared 1,500), a comma and whose it is (the second 220), a part of people (14,000 pay).
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.amounts import elided_cues as cues
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.counts import RANKED
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.numeral_values import ONE

LEAST_COUNTED, _TEN = 2, 10
_DEFAULT_KINDS = ("power", "energy", "money", "count", "percent", "data")
_CLAUSES, _HOURS = 90, 24
"""Characters from an amount to one more of it in the next clause, and hours of a day."""
_TENTH = Decimal("0.1")


def ends_its_clause(text: str, one: Measured, last: Amount, start: int, end: int) -> bool:
    """Whether a number that ends its clause, behind a verb or an `and`, is more of what was told.

    `wants 2,400 megawatts; regulators have cleared 1,500`: what else could it be.
    """
    if last.kind not in _DEFAULT_KINDS or one.number.letters or start - last.end > _CLAUSES:
        return False
    if not cues.CLAUSE_ENDS.match(text, end) or RANKED.search(text, max(0, start - 14), start):
        return False
    after_and = cues.AND_TO.search(text, max(0, start - 12), start)
    if one.number.scale != ONE or not (
        after_and or cues.DONE_TO.search(text, max(0, one.start - 40), one.start)
    ):
        return False
    if last.kind == "percent":
        return one.low <= 100 and not one.number.words and not after_and
    if one.low >= _TEN and not after_and:
        return not (one.low <= _HOURS and cues.CLOCK_BEFORE.search(text, max(0, start - 10), start))
    large = (last.low or last.high or 0) >= 10**6 and last.kind in ("money", "power", "energy")
    return large and one.low >= LEAST_COUNTED and bool(cues.TIME_NEXT.match(text, end))


def is_taken(text: str, one: Measured, last: Amount, before: str, end: int) -> bool:
    """`more than 2 gigawatts and could one day swallow five`, `a framework for 500`, `celui d'OpenAI était à 74,3`, `comptez 449`."""
    if last.kind in ("power", "energy", "data") and one.low >= LEAST_COUNTED:
        return bool(cues.TAKES.search(before) and cues.ENDS.match(text, end))
    if (
        last.kind == "percent"
        and one.low <= 100
        and cues.ANOTHERS.search(before)
        and cues.CLOSED.match(text, end)
    ):
        return True
    if last.kind == "percent" and one.low != one.low.to_integral_value():
        return bool(cues.STANDS.search(before) and cues.STRICT.match(text, end))
    if (
        last.kind == "money"
        and one.number.scale == ONE
        and 2 <= one.low < 1000
        and (last.low or last.high or 0) >= 10**6
        and cues.AIMS.search(before)
        and cues.ENDS.match(text, end)
    ):
        return True
    if last.kind == "money":
        return bool(cues.RECKON.search(before) and one.low >= LEAST_COUNTED and cues.ENDS.match(text, end))
    if last.kind == "count" and last.unit not in ("person", "employee"):
        times = one.low / (last.low or last.high or 1)
        faced = cues.FACED.search(before) and one.low >= 1000 and cues.NAMED.match(text, end)
        takes = (
            cues.TAKES.search(before)
            and _TENTH <= times <= 10
            and one.low >= 10
            and cues.ENDS.match(text, end)
        )
        return bool(faced or takes)
    return False


def is_part_of_it(text: str, one: Measured, last: Amount, before: str, end: int) -> bool:
    """`10% of staff, 18,000 people; Amazon let go of 14,000`, « un million l'ont essayé ; trois cent mille paient »."""
    if one.low < _TEN or one.number.letters:
        return False
    if last.unit in ("person", "employee", "job") and cues.LET_GO.search(before):
        return bool(cues.ENDS.match(text, end))
    many = last.low or last.high or 0
    return bool(one.low < many and cues.CLAUSE_BEGINS.search(before) and cues.VERB_OF_MANY.match(text, end))


def is_few(one: Measured, last: Amount) -> bool:
    """Whether so few of so many people or machines are a story's detail."""
    return last.kind == "count" and last.unit != "parameter" and one.low < 10


def is_gapped(between: str, *, named: bool) -> bool:
    """`150 megawatts, the second 220.`: after a comma nothing but whose the number is, in a few words and no name of a thing."""
    part = re.split(r"[,;] |\b(?:and|et|while|tandis que|quand) ", between.rstrip(", "))[-1]
    gapped = len(part) < len(between) and (
        cues.GAPPED.fullmatch(part.strip()) or (named and cues.ONE_NAME.fullmatch(part.strip()))
    )
    return bool(gapped and not cues.ARTICLE_LAST.search(part) and not RANKED.search(between))


def is_of_same_place(text: str, first: int, second: int) -> bool:
    """7 milliards de paramètres pour le petit, 70 pour le grand: what stands behind the two begins alike."""
    one, other = cues.PLACED_SOON.match(text, first), cues.PLACED.match(text, second + 1)
    return bool(one and other and one["place"] == other[0])
