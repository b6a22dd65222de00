"""Going on: a bare number and the amount of its sentence before it in, the unit that both share out, in English and French.

`11.7 billion euros, against nearly 6`; `150 megawatts, the second 220`; `jusqu'à cinq millions, jusqu'à dix`.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.amounts import elided_cues as cues
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.bounds import bounded
from pipeline.extract.amounts.elided_loose import SENTENCE, loosely, one_more, talked_of
from pipeline.extract.amounts.elided_signs import (
    LEAST_COUNTED,
    ends_its_clause,
    is_few,
    is_gapped,
    is_of_same_place,
    is_part_of_it,
    is_taken,
)
from pipeline.extract.amounts.elided_sizes import MOST_GAPPED, sized
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.nouns_named import noun_named
from pipeline.extract.amounts.numeral_values import ONE

_SHARES = 3
"""Amounts back that a share which somebody keeps goes on from."""
_NEXT = 60
"""Characters from an amount to one of another in the next sentence."""
_LEAST_AFAR, _THOUSAND = 100, 1000
_TWO_DIGITS, _LONGER = 10, 20
"""Behind a name fewer may be a version: Claude 4."""


def goes_on(text: str, one: Measured, amounts: Sequence[Amount], lang: str) -> Unit | None:
    """The unit of the amount before, where words say that the number is one more of it, or nothing else can be meant."""
    return _goes_on(text, one, amounts, lang) or loosely(text, one, amounts, lang)


def _goes_on(text: str, one: Measured, amounts: Sequence[Amount], lang: str) -> Unit | None:
    """The unit of the amount before, where the words between or behind say that the number is one more of the same."""
    _, start, end = bounded(text, one.start, one.end)
    last = talked_of(start, amounts)
    if one.number.words and one.low == 1 and one.number.scale == ONE:
        return None
    if last is None or (one.low < LEAST_COUNTED and one.number.scale == ONE and last.kind == "count"):
        return None
    before = cues.FILLER.sub(" ", text[max(0, start - 48) : start])
    same = not cues.SENTENCE_END.search(text, last.end, start)
    if more := one_more(text, one, last, start, end, lang):
        return more
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
    if (
        lang == "fr"
        and last.kind == "money"
        and one.number.scale == ONE
        and one.low >= _LEAST_AFAR
        and (last.low or last.high or 0) >= 10**6
        and cues.EN.search(before)
    ):
        noun = noun_named(text, max(last.end, start - SENTENCE), start, french=True)
        if noun and cues.ENDS.match(text, end):
            return Unit("count", noun)
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
        and is_part_of_it(text, one, last, before, end)
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
    if is_taken(text, one, last, before, end):
        return sized(text, one, last, lang)
    said = cues.AGAINST.search(before)
    if (
        cues.OF_WHICH.search(before)
        and (cues.PART_OF.match(text, end) or cues.WERE.match(text, end))
        and not is_few(one, last)
    ):
        return sized(text, one, last, lang)
    if cues.MORE.match(text, one.end) and last.kind in ("power", "money", "energy", "data", "length", "area"):
        return sized(text, one, last, lang)
    if last.kind == "percent" and one.low != one.low.to_integral_value() and cues.RATE.search(before):
        return sized(text, one, last, lang)
    if (
        said
        and not (cues.OF_WHICH.search(before) and is_few(one, last))
        and (
            cues.PARTICIPLE.match(text, end) or (not cues.WEAK.search(before) and cues.ENDS.match(text, end))
        )
    ):
        return sized(text, one, last, lang)
    if cues.AND.search(before) and cues.LATER.match(text, end) and last.kind != "count":
        return sized(text, one, last, lang)
    if last.kind in ("money", "count", "power") and cues.RAISED_TO.search(before):
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
    if cues.LISTED.search(before) and is_of_same_place(text, last.end, end):
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
    if (
        lang == "fr"
        and last.kind == "duration"
        and between.startswith((", ", " ; ", " et "))
        and cues.GAPPED.fullmatch(between.strip(" ,;").removeprefix("et "))
        and cues.AT_BEST.match(text, end)
    ):
        return sized(text, one, last, lang, most=_LONGER)
    ends = cues.CLOSED_OR_COMMA if last.kind in ("power", "energy") else cues.CLOSED
    listed = cues.LIST_GOES_ON.match(text, one.end) and not one.number.letters
    if (
        lang == "fr"
        and last.kind == "money"
        and last.low
        and one.low >= LEAST_COUNTED
        and (
            listed
            or (
                last.onward
                and (ends.match(text, one.end) or (end > one.end and cues.CLOSED_OR_COMMA.match(text, end)))
            )
        )
        and cues.NAME_ALONE.search(between)
    ):
        return sized(text, one, last, lang, most=MOST_GAPPED)
    many = last.kind == "count" and (last.low or last.high or 0) >= 10**6
    if (ends.match(text, one.end) or listed) and is_gapped(
        between,
        named=last.kind in ("power", "energy", "percent", "data")
        or (last.kind == "money" and one.low >= (_TWO_DIGITS if listed or last.onward else 100))
        or (many and one.low >= _TWO_DIGITS),
    ):
        return sized(text, one, last, lang, most=MOST_GAPPED)
    return (
        sized(text, one, last, lang, most=MOST_GAPPED)
        if ends_its_clause(text, one, last, start, end)
        else None
    )
