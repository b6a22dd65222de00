"""French ellipsis: a bare number and the amounts before it in, the unit that a decimal comma or the pronoun « en » says it shares, out.

« Acme demande 3,20 dollars, Bolt 2,70 », « ils louent des GPU, ils en ont 250 000 », « il n'en reste que 13 000 ».
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.amounts import elided_cues as cues
from pipeline.extract.amounts import elided_french_cues as french
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.elided_french_clauses import by_clause
from pipeline.extract.amounts.elided_french_of_it import LONGER, MEASURED, is_decimal, like, of_it
from pipeline.extract.amounts.elided_french_signs import by_sign
from pipeline.extract.amounts.elided_french_things import by_thing
from pipeline.extract.amounts.elided_french_told import echoed, is_year, size_told, told_again
from pipeline.extract.amounts.elided_sizes import sized
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.nouns_named import noun_named, noun_next

_REACH, _SENTENCE = 280, 170
"""Characters between a number and the amount whose unit it shares, and in which the thing that `en` stands for is named."""
_SPANS = 60
"""Characters from a span of time to a decimal that is another."""
_BACK = 6
"""Amounts back that are looked at."""
_LEAST_MANY, _LEAST_FEW = 10, 2
_MANY, _THOUSAND = 10**6, 1000


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
    for rule in (told_again, by_clause, by_sign, by_thing):
        if unit := rule(text, one, start, end, amounts):
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
    return of_it(text, one, start, amounts, said["verb"])


def _decimal(text: str, one: Measured, start: int, amounts: Sequence[Amount]) -> Unit | None:
    """« Acme gagne 7,1 %, Bolt 2,4 »: a decimal with no unit of its own has that of the last amount it can be like."""
    if french.OTHER_UNIT.match(text, one.end) or french.NO_SHARE.search(text, max(0, start - 40), start):
        return None
    last = amounts[-1] if amounts else None
    if last and last.kind == "duration" and start - last.end <= _SPANS:
        return sized(text, one, last, "fr", most=LONGER)
    return like(text, one, start, amounts, MEASURED)
