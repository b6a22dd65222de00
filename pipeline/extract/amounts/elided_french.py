"""French ellipsis: a bare number and the amounts before it in, the unit that a decimal comma or the pronoun « en » says it shares, out.

« Acme demande 3,20 dollars, Bolt 2,70 », « ils louent des GPU, ils en ont 250 000 », « il n'en reste que 13 000 ».
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.amounts import elided_cues as cues
from pipeline.extract.amounts import elided_french_cues as french
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.counts_latin import noun_named, noun_next
from pipeline.extract.amounts.elided_french_clauses import by_clause
from pipeline.extract.amounts.elided_french_told import echoed, is_year, size_told, told_again
from pipeline.extract.amounts.elided_sizes import MOST_GAPPED, sized
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.numeral_values import ONE

_REACH, _SENTENCE = 280, 170
"""Characters between a number and the amount whose unit it shares, and in which the thing that `en` stands for is named."""
_SPANS = 60
"""Characters from a span of time to a decimal that is another."""
_BACK = 6
"""Amounts back that are looked at."""
_MEASURED = ("money", "percent", "power", "energy", "data", "length", "area", "mass", "temperature")
_LEAST_MANY, _LEAST_FEW = 10, 2
_MANY, _THOUSAND = 10**6, 1000
_LONGER = 10
"""How many times as long as a span told before one may be that takes over its unit."""
_NEEDS = ("faut", "faudra", "faudrait", "fallait", "a", "ont", "avait", "avaient", "veut", "voulait")
"""Verbs behind whose `en` few are a story's detail: il en a trois."""


def in_french(
    text: str, one: Measured, start: int, end: int, amounts: Sequence[Amount]
) -> tuple[Unit | None, bool]:
    """The unit of a bare number in French, and whether that is settled, so that nobody need look further."""
    if one.number.letters:
        return None, False
    if sized_thing := size_told(text, one, start, end):
        return sized_thing, True
    if noun_next(text, one.end) or french.ALL_OF.search(text, max(0, start - 14), start):
        return None, True
    heads = one.start == 0 or text[max(0, one.start - 2) : one.start] in ("\n", "\n\n", "\n*", "**")
    if heads and (label := french.LABEL.match(text, one.end)):
        noun = noun_named(text, label.start("noun"), label.start("noun") + 40, french=True, many=True)
        return (Unit("count", noun), True) if noun else (None, False)
    if counted := french.NUMBER_OF.match(text, one.end):
        noun = noun_named(f"les {counted['noun']}", 0, 60, french=True, many=True)
        return (Unit("count", noun), True) if noun else (None, False)
    is_counted = french.NUMBER_IS.search(text, max(0, start - 110), start)
    if is_counted and not french.SCALED_NEXT.match(text, end):
        noun = noun_named(f"les {is_counted['noun']}", 0, 60, french=True, many=True)
        if noun and one.low >= _LEAST_FEW and not is_year(text, one) and one.number.scale < _MANY:
            return Unit("count", noun), True
    if unit := told_again(text, one, start, end, amounts) or by_clause(text, one, start, end, amounts):
        return unit, True
    if (
        one.low == 0
        and amounts
        and amounts[-1].kind == "percent"
        and french.TO_NOUGHT.search(text, max(0, start - 24), start)
    ):
        return Unit("percent", "%"), True
    if is_decimal(text, one) and (unit := _decimal(text, one, start, amounts)):
        return unit, True
    before = cues.FILLER.sub(" ", text[max(0, start - 64) : start])
    said = french.EN.search(before)
    if not said and (unit := echoed(text, one, start, amounts)):
        return unit, True
    if not said or french.NO_PRONOUN.match(said[0]) or one.low < _LEAST_FEW or is_year(text, one):
        return None, False
    if french.RANGE_NEXT.match(text, end):
        return None, True
    if not (french.ENDS.match(text, end) or cues.ENDS.match(text, end)):
        return None, False
    return _of_it(text, one, start, amounts, said["verb"])


def begins_clause(text: str, first: int, start: int) -> int:
    """Where the sentence of a number begins; `first` where that is further back."""
    ends = [match.end() for match in french.SENTENCE.finditer(text, first, start)]
    return ends[-1] if ends else first


def is_decimal(text: str, one: Measured) -> bool:
    """Whether a number is written with a decimal comma, or said with one."""
    written = text[one.number.start : one.number.end]
    return one.number.scale == ONE and bool(french.DECIMAL.fullmatch(written) or french.POINT.search(written))


def _decimal(text: str, one: Measured, start: int, amounts: Sequence[Amount]) -> Unit | None:
    """« Acme gagne 7,1 %, Bolt 2,4 »: a decimal with no unit of its own has that of the last amount it can be like."""
    if french.OTHER_UNIT.match(text, one.end) or french.NO_SHARE.search(text, max(0, start - 40), start):
        return None
    last = amounts[-1] if amounts else None
    if last and last.kind == "duration" and start - last.end <= _SPANS:
        return sized(text, one, last, "fr", most=_LONGER)
    return _like(text, one, start, amounts, _MEASURED)


def _like(
    text: str, one: Measured, start: int, amounts: Sequence[Amount], kinds: Sequence[str]
) -> Unit | None:
    """The unit of the last amount of these kinds of which a number of this size can be more."""
    for last in reversed(amounts[-_BACK:]):
        if start - last.end > _REACH:
            return None
        large = last.kind == "count" and (last.low or last.high or 0) >= _MANY
        if (last.kind in kinds or large) and (unit := sized(text, one, last, "fr", most=MOST_GAPPED)):
            return unit
    return None


def _of_it(
    text: str, one: Measured, start: int, amounts: Sequence[Amount], verb: str
) -> tuple[Unit | None, bool]:
    """So much of what `en` stands for: money behind verbs that pay, things behind verbs that count, else what was told last."""
    near = [amount for amount in amounts[-_BACK:] if start - amount.end <= _REACH]
    plain = one.number.scale < _MANY
    last = near[-1] if near else None
    things = plain and one.low >= _THOUSAND and cues.PARTED.fullmatch(text, one.number.start, one.number.end)
    moved = things and last and last.kind == "money" and (last.low or last.high or 0) >= _MANY
    counted = next((amount for amount in reversed(near) if amount.kind == "count"), None)
    if moved and counted and french.PAYS.fullmatch(verb) and (unit := sized(text, one, counted, "fr")):
        return unit, True
    share = next((amount for amount in reversed(near) if amount.kind == "percent"), None)
    if share and plain and one.low <= 100 and french.KEEPS.fullmatch(verb):
        return Unit("percent", "%"), True
    if french.PAYS.fullmatch(verb):
        return _like(text, one, start, amounts, ("money",)), False
    if french.COUNTS.fullmatch(verb) and plain and one.low >= _LEAST_MANY and not is_decimal(text, one):
        first = max(start - _SENTENCE, counted.end if counted else 0)
        clause = max(first, begins_clause(text, first, start))
        subject = clause > first and french.SUBJECT.match(text, clause)
        if noun := noun_named(text, first, clause if subject else start, french=True, many=True):
            return Unit("count", noun), True
        if subject and counted and (unit := sized(text, one, counted, "fr")):
            return unit, True
        if noun := noun_named(text, clause, start, french=True, many=True):
            return Unit("count", noun), True
        if counted and (unit := sized(text, one, counted, "fr")):
            return unit, True
        parted = one.number.words or cues.PARTED.fullmatch(text, one.number.start, one.number.end)
        return None, bool(parted and one.low >= 1000)
    if (
        one.number.scale == _MANY
        and counted
        and not cues.SENTENCE_END.search(text, counted.end, max(counted.end, start - _SENTENCE))
    ):
        money = next((amount for amount in reversed(near) if amount.kind == "money"), None)
        if (french.COUNTS.fullmatch(verb) or french.USES.fullmatch(verb)) and (
            money is None or money.end < counted.start or french.USES.fullmatch(verb)
        ):
            return Unit("count", counted.unit), True
    if verb in _NEEDS and one.low < _LEAST_MANY:
        return None, False
    span = near[-1] if near and near[-1].kind == "duration" else None
    same = span and not cues.SENTENCE_END.search(text, span.end, start)
    if span and same and (unit := sized(text, one, span, "fr", most=_LONGER)):
        return unit, False
    told = [amount for amount in near if amount.kind not in ("duration", "multiple", "age")]
    if not told or (told[-1].kind == "percent" and one.number.words):
        return None, False
    many = cues.PARTED.fullmatch(text, one.number.start, one.number.end)
    return _like(text, one, start, told if many else told[-1:], (*_MEASURED, "count")), False
