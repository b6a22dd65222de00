"""Going on: a bare number and the amount of its sentence before it in, the unit that both share out, in English and French.

`11.7 billion euros, against nearly 6`; `150 megawatts, the second 220`; `jusqu'à cinq millions, jusqu'à dix`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipeline.extract.amounts import elided_cues as cues
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.bounds import bounded
from pipeline.extract.amounts.counts import RANKED
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
_SHARES = 3
"""Amounts back that a share which somebody keeps goes on from."""
_DEFAULT_KINDS = ("power", "energy", "money", "count", "percent", "data")
_CLAUSES, _HOURS = 90, 24
"""Characters from an amount to one more of it in the next clause, and hours of a day."""
_NEXT = 60
"""Characters from an amount to one of another in the next sentence."""
_TENTH = Decimal("0.1")
LEAST_COUNTED = 2
_LEAST_AFAR, _TEN, _THOUSAND = 100, 10, 1000


def goes_on(text: str, one: Measured, amounts: Sequence[Amount], lang: str) -> Unit | None:
    """The unit of the amount before, where the words between or behind say that the number is one more of the same."""
    _, start, end = bounded(text, one.start, one.end)
    last = talked_of(start, amounts)
    if one.number.words and one.low == 1 and one.number.scale == ONE:
        return None
    if last is None or (one.low < LEAST_COUNTED and one.number.scale == ONE and last.kind == "count"):
        return None
    before = cues.FILLER.sub(" ", text[max(0, start - 48) : start])
    same = not cues.SENTENCE_END.search(text, last.end, start)
    if last.kind in ("power", "energy") and cues.SET_ASIDE.search(before) and cues.ENDS.match(text, end):
        return sized(text, one, last, lang)
    if same and last.kind == "mass" and one.low >= LEAST_COUNTED and cues.CHARGES.search(before):
        return sized(text, one, last, lang, most=MOST_GAPPED) if cues.ENDS.match(text, end) else None
    if (
        same
        and last.kind in ("money", "count", "power")
        and one.low >= LEAST_COUNTED
        and cues.FROM.search(text, max(0, last.start - 8), last.start)
        and cues.FROM_TO.fullmatch(text[last.end : start])
        and cues.ENDS.match(text, end)
    ):
        return sized(text, one, last, lang)
    if (
        same
        and last.kind in ("money", "count", "percent", "power")
        and one.low >= LEAST_COUNTED
        and start - last.end <= SENTENCE
        and (
            (cues.NOW_AT.search(before) and (last.kind != "percent" or one.low <= 100))
            or (cues.DOWN_FROM.search(before) and start - last.end <= 16)
        )
        and cues.ENDS.match(text, end)
    ):
        return sized(text, one, last, lang, most=MOST_GAPPED)
    if (
        not same
        and last.kind in ("power", "energy", "data", "percent")
        and start - last.end <= _NEXT
        and one.low >= LEAST_COUNTED
        and cues.OTHER_HAD.search(before)
        and cues.CLOSED.match(text, end)
    ):
        return sized(text, one, last, lang, most=MOST_GAPPED)
    if (
        not same
        and last.kind in ("money", "count", "power")
        and start - last.end <= _NEXT
        and one.low >= LEAST_COUNTED
        and cues.NEXT_SENTENCE.fullmatch(text, last.end, start)
        and cues.NOW_BEHIND.match(text, end)
    ):
        return sized(text, one, last, lang, most=MOST_GAPPED)
    if (
        not same
        and last.kind == "money"
        and (last.low or last.high or 0) >= 10**6
        and one.number.scale == ONE
        and LEAST_COUNTED <= one.low < _THOUSAND
        and start - last.end <= _NEXT
        and cues.AIMS.search(before)
        and cues.CLOSED.match(text, end)
    ):
        return sized(text, one, last, lang, most=MOST_GAPPED)
    if same and one.low <= 100 and cues.KEEPS.search(before) and cues.CLOSED.match(text, end):
        share = next((amount for amount in reversed(amounts[-_SHARES:]) if amount.kind == "percent"), None)
        if share and start - share.end <= SENTENCE:
            return sized(text, one, share, lang, most=MOST_GAPPED)
    drawn = ("power", "energy") if cues.DRAWN.search(before) else ()
    if cues.EN.search(before) and (of := talked_of(start, amounts, ("money", "count", *drawn))):
        return (
            sized(text, one, of, lang)
            if cues.ENDS.match(text, end) or cues.PARTICIPLE.match(text, end)
            else None
        )
    if not same and last.kind == "count" and one.low >= _LEAST_AFAR and cues.HAS.search(before):
        plain = (
            cues.CLOSED_OR_COMMA.match(text, end)
            and not 1900 <= one.low <= 2100
            and start - last.end <= SENTENCE
        )
        return sized(text, one, last, lang, most=MOST_GAPPED) if plain else None
    if not same or start - last.end > SENTENCE:
        return None
    return _within(text, one, last, before, lang)


def _within(text: str, one: Measured, last: Amount, before: str, lang: str) -> Unit | None:
    """The unit of the amount that stands before in the same sentence."""
    shade, start, end = bounded(text, one.start, one.end)
    if (
        cues.ANOTHER.search(before)
        and last.kind in ("power", "energy", "money")
        and cues.ENDS.match(text, end)
    ):
        return sized(text, one, last, lang, most=MOST_GAPPED)
    if last.unit == "vote" and cues.VOTES.match(text, end):
        return sized(text, one, last, lang)
    if (
        last.kind == "count"
        and last.unit not in ("parameter", "token")
        and _is_part(text, one, last, before, end)
    ):
        return sized(text, one, last, lang)
    if last.onward and last.kind == "money" and cues.LISTED.search(before) and cues.OF_ONES.match(text, end):
        return sized(text, one, last, lang)
    if last.unit == "parameter" and cues.ACTIVE.match(text, end):
        return sized(text, one, last, lang)
    if (
        shade != "exact"
        and text[start : one.start].strip()
        and text.startswith(text[start : one.start], last.start)
    ):
        return (
            sized(text, one, last, lang) if cues.ENDS.match(text, end) else None
        )  # jusqu'à cinq, jusqu'à dix
    if _is_taken(text, one, last, before, end):
        return sized(text, one, last, lang)
    said = cues.AGAINST.search(before)
    if (
        cues.OF_WHICH.search(before)
        and (cues.PART_OF.match(text, end) or cues.WERE.match(text, end))
        and not _is_small(one, last)
    ):
        return sized(text, one, last, lang)
    if cues.MORE.match(text, one.end) and last.kind in ("power", "money", "energy", "data", "length", "area"):
        return sized(text, one, last, lang)
    if last.kind == "percent" and one.low != one.low.to_integral_value() and cues.RATE.search(before):
        return sized(text, one, last, lang)
    if (
        said
        and not (cues.OF_WHICH.search(before) and _is_small(one, last))
        and (
            cues.PARTICIPLE.match(text, end) or (not cues.WEAK.search(before) and cues.ENDS.match(text, end))
        )
    ):
        return sized(text, one, last, lang)
    if cues.AND.search(before) and cues.LATER.match(text, end) and last.kind != "count":
        return sized(text, one, last, lang)
    between = text[last.end : start]
    if (
        last.kind == "count"
        and before.endswith(", ")
        and cues.MAYBE.match(text, start)
        and cues.ENDS.match(text, end)
    ):
        return sized(text, one, last, lang)
    if between.strip() in ("to", "à") and cues.ENDS.match(text, end):
        return sized(text, one, last, lang)
    if last.kind == "percent" and cues.OF_PART.match(text, end) and cues.ONLY.search(before):
        return sized(text, one, last, lang)
    if cues.WAS.search(before) and cues.CLOSED.match(text, end):
        return sized(text, one, last, lang)
    if (
        before.endswith(", ")
        and cues.OF_THE.search(text, max(0, last.start - 20), last.start)
        and cues.WERE.match(text, end)
    ):
        return sized(text, one, last, lang)
    if last.kind == "money" and cues.OR.search(before) and cues.EACH.match(text, end):
        return sized(text, one, last, lang)
    if cues.LISTED.search(before) and any(
        shape.match(text, last.end) and shape.match(text, end) for shape in (cues.GIVEN_BY, cues.EACH_ONE)
    ):
        return sized(text, one, last, lang)
    if cues.LISTED.search(before) and _same_place(text, last.end, end):
        return sized(text, one, last, lang)
    if last.kind == "money" and cues.LISTED.search(before) and cues.FOR_WHOM.match(text, end):
        return sized(text, one, last, lang, most=MOST_GAPPED)
    if last.unit == "parameter" and said and cues.NAMED.match(text, end):
        return sized(text, one, last, lang, most=MOST_GAPPED)
    if last.kind == "money" and cues.PRICE_SIDE.match(text, end):
        return sized(text, one, last, lang)
    if shade in ("min", "max") and start < one.start and cues.STRICT.match(text, end):
        return sized(text, one, last, lang)
    if last.kind == "count" and one.low >= 10 and cues.HAS.search(before) and cues.STRICT.match(text, end):
        return sized(text, one, last, lang)
    ends = cues.CLOSED_OR_COMMA if last.kind in ("power", "energy") else cues.CLOSED
    if ends.match(text, one.end) and _is_gapped(
        between,
        named=last.kind in ("power", "energy", "percent", "data")
        or (last.kind == "money" and one.low >= 100),
    ):
        return sized(text, one, last, lang, most=MOST_GAPPED)
    return (
        sized(text, one, last, lang, most=MOST_GAPPED) if _is_one_more(text, one, last, start, end) else None
    )


def _is_one_more(text: str, one: Measured, last: Amount, start: int, end: int) -> bool:
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


def _is_taken(text: str, one: Measured, last: Amount, before: str, end: int) -> bool:
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


def _is_part(text: str, one: Measured, last: Amount, before: str, end: int) -> bool:
    """`10% of staff, 18,000 people; Amazon let go of 14,000`, « un million l'ont essayé ; trois cent mille paient »."""
    if one.low < _TEN or one.number.letters:
        return False
    if last.unit in ("person", "employee", "job") and cues.LET_GO.search(before):
        return bool(cues.ENDS.match(text, end))
    many = last.low or last.high or 0
    return bool(one.low < many and cues.CLAUSE_BEGINS.search(before) and cues.VERB_OF_MANY.match(text, end))


def _is_small(one: Measured, last: Amount) -> bool:
    """Whether so few of so many people or machines are a story's detail."""
    return last.kind == "count" and last.unit != "parameter" and one.low < 10


def _is_gapped(between: str, *, named: bool) -> bool:
    """`150 megawatts, the second 220.`: after a comma nothing but whose the number is, in a few words and no name of a thing."""
    part = re.split(r"[,;] |\b(?:and|et|while|tandis que|quand) ", between.rstrip(", "))[-1]
    gapped = len(part) < len(between) and (
        cues.GAPPED.fullmatch(part.strip()) or (named and cues.ONE_NAME.fullmatch(part.strip()))
    )
    return bool(gapped and not cues.ARTICLE_LAST.search(part) and not RANKED.search(between))


def _same_place(text: str, first: int, second: int) -> bool:
    """7 milliards de paramètres pour le petit, 70 pour le grand: what stands behind the two begins alike."""
    one, other = cues.PLACED_SOON.match(text, first), cues.PLACED.match(text, second + 1)
    return bool(one and other and one["place"] == other[0])


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
