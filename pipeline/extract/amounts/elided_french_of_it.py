"""French ellipsis by « en »: a bare number behind the pronoun and a verb in, with the amounts before it, the unit of what it stands for out.

« ils louent des GPU, ils en ont 250 000 », « il n'en reste que 13 000 », « un drone à voilure : la marine en veut cent vingt ».
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.amounts import elided_cues as cues
from pipeline.extract.amounts import elided_french_cues as french
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.elided_sizes import MOST_GAPPED, sized
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.nouns_meant import machine_told
from pipeline.extract.amounts.nouns_named import noun_named
from pipeline.extract.amounts.numeral_values import ONE

_REACH, _SENTENCE = 280, 170
"""Characters between a number and the amount whose unit it shares, and in which the thing that `en` stands for is named."""
_BACK = 6
"""Amounts back that are looked at."""
MEASURED = ("money", "percent", "power", "energy", "data", "length", "area", "mass", "temperature")
_LEAST_MANY = 10
_MANY, _THOUSAND, _HUNDRED = 10**6, 1000, 100
LONGER = 10
"""How many times as long as a span told before one may be that takes over its unit."""
_NEEDS = ("faut", "faudra", "faudrait", "fallait", "a", "ont", "avait", "avaient", "veut", "voulait")
"""Verbs behind whose `en` few are a story's detail: il en a trois."""
_NO_THINGS = frozenset(
    (
        "prize",
        "case",
        "time",
        "person",
        "part",
        "place",
        "share",
        "note",
        "class",
        "field",
        "course",
        "game",
        "step",
        "state",
        "name",
    )
)
"""What one is named in passing, and is seldom counted next."""


def is_decimal(text: str, one: Measured) -> bool:
    """Whether a number is written with a decimal comma, or said with one."""
    written = text[one.number.start : one.number.end]
    return one.number.scale == ONE and bool(french.DECIMAL.fullmatch(written) or french.POINT.search(written))


def like(
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


def of_it(
    text: str, one: Measured, start: int, amounts: Sequence[Amount], verb: str
) -> tuple[Unit | None, bool]:
    """So much of what `en` stands for: money behind verbs that pay, things behind verbs that count, else what was told last."""
    near = [amount for amount in amounts[-_BACK:] if start - amount.end <= _REACH]
    plain = one.number.scale < _MANY
    counted = next((amount for amount in reversed(near) if amount.kind == "count"), None)
    if french.PAYS.fullmatch(verb):
        moved = counted and plain and _is_of_things(text, one, near) and sized(text, one, counted, "fr")
        return (moved, True) if moved else (like(text, one, start, amounts, ("money",)), False)
    share = next((amount for amount in reversed(near) if amount.kind == "percent"), None)
    if share and plain and one.low <= 100 and french.KEEPS.fullmatch(verb):
        return Unit("percent", "%"), True
    if near and near[-1].kind == "duration" and plain and french.TAKES_TIME.fullmatch(verb):
        return sized(text, one, near[-1], "fr", most=LONGER), True
    if french.COUNTS.fullmatch(verb) and plain and one.low >= _LEAST_MANY and not is_decimal(text, one):
        if unit := _thing(text, one, start, counted):
            return unit, True
        if near and near[-1].kind == "area" and (unit := sized(text, one, near[-1], "fr")):
            return unit, True
        parted = one.number.words or cues.PARTED.fullmatch(text, one.number.start, one.number.end)
        return None, bool(parted and one.low >= _THOUSAND)
    if counted and one.number.scale == _MANY and _is_many_of(counted, near, verb):
        return Unit("count", counted.unit), True
    if verb in _NEEDS and one.low < _LEAST_MANY:
        return None, False
    span = near[-1] if near and near[-1].kind == "duration" else None
    same = span and not cues.SENTENCE_END.search(text, span.end, start)
    if span and same and (unit := sized(text, one, span, "fr", most=LONGER)):
        return unit, False
    told = [amount for amount in near if amount.kind not in ("duration", "multiple", "age")]
    if not told or (told[-1].kind == "percent" and one.number.words):
        return None, False
    many = cues.PARTED.fullmatch(text, one.number.start, one.number.end)
    return like(text, one, start, told if many else told[-1:], (*MEASURED, "count")), False


def _thing(text: str, one: Measured, start: int, counted: Amount | None) -> Unit | None:
    """What was named in the plural before the number's own sentence, in it, or else counted or named as one of them."""
    first = max(start - _SENTENCE, counted.end if counted else 0)
    clause = max(first, _begins(text, first, start))
    subject = clause > first and french.SUBJECT.match(text, clause)
    if noun := noun_named(text, first, clause if subject else start, french=True, many=True):
        return Unit("count", noun)
    if subject and counted and (unit := sized(text, one, counted, "fr")):
        return unit
    if noun := noun_named(text, clause, start, french=True, many=True):
        return Unit("count", noun)
    if counted and (unit := sized(text, one, counted, "fr")):
        return unit
    single = noun_named(text, first, clause if clause > first else start, french=True)
    if single and single not in _NO_THINGS:
        return Unit("count", single)
    machine = machine_told(text, start) if one.low >= _HUNDRED else None
    return Unit("count", machine) if machine else None


def _is_of_things(text: str, one: Measured, near: Sequence[Amount]) -> bool:
    """« 40 millions. Le barrage en a mobilisé 3 200 » : no money, which would be told in millions too."""
    last = near[-1] if near else None
    large = last and last.kind == "money" and (last.low or last.high or 0) >= _MANY
    parted = cues.PARTED.fullmatch(text, one.number.start, one.number.end)
    return bool(large and one.low >= _THOUSAND and parted)


def _is_many_of(counted: Amount, near: Sequence[Amount], verb: str) -> bool:
    """« 70 000 bornes ; elle prévoit d'en installer un million » : no money was told since, or the verb has none."""
    if french.USES.fullmatch(verb):
        return True
    money = next((amount for amount in reversed(near) if amount.kind == "money"), None)
    return bool(french.COUNTS.fullmatch(verb) and (money is None or money.end < counted.start))


def _begins(text: str, first: int, start: int) -> int:
    """Where the sentence of a number begins; `first` where that is further back."""
    ends = [match.end() for match in french.SENTENCE.finditer(text, first, start)]
    return ends[-1] if ends else first
