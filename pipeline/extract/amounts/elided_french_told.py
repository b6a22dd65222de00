"""French ellipsis by what was told: a bare number and the amount before it in, the unit of one that is more of it out.

« 300 postes supprimés, 120 à Lyon », « ici, on le paie trente », « un modèle de 70 milliards », « trois cents agents. Trois cents ! »
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts import elided_cues as cues
from pipeline.extract.amounts import elided_french_cues as french
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.elided_sizes import MOST_GAPPED, sized
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit

_REACH, _SENTENCE = 280, 170
"""Characters between a number and the amount whose unit it shares, and in which the thing that `en` stands for is named."""
_LEAST_MANY, _LEAST_FEW = 10, 2
_MANY = 10**6
_SMALLEST, _LARGEST = 10**8, 10**13
"""Parameters that a model has."""
_CLAUSES = 110
"""Characters from an amount to one more of it in the same sentence."""
_OLDEST = 100
_LEAST_ECHO = 20
"""Fewer are said again by chance."""


def size_told(text: str, one: Measured, start: int, end: int) -> Unit | None:
    """« un modèle de 70 milliards », « un contexte d'un million »: parameters of models, tokens of what they can hold."""
    if french.OF_IT.match(text, end) or not (before := french.SIZED.search(text, max(0, start - 48), start)):
        return None
    if before["model"] or before["sizes"] or before["weighs"]:
        return Unit("count", "parameter") if _SMALLEST <= one.low <= _LARGEST else None
    return Unit("count", "token") if 1000 <= one.low <= _MANY * 100 and not is_year(text, one) else None


def told_again(text: str, one: Measured, start: int, end: int, amounts: Sequence[Amount]) -> Unit | None:
    """« moins que les 700 que l'entreprise avait levés », « ici, on le paie trente », « Acme, qui en est à trente-deux »."""
    last = next(
        (amount for amount in reversed(amounts[-3:]) if amount.kind not in ("duration", "multiple")), None
    )
    if last is None or start - last.end > _REACH or one.low < _LEAST_FEW:
        return None
    before = text[max(0, start - 48) : start]
    if last.kind == "age":
        other = french.OTHERS_AGE.search(before) and _LEAST_MANY <= one.low < _OLDEST
        return (
            Unit("age", "year")
            if other and cues.CLOSED_OR_COMMA.match(text, end) and start - last.end <= _CLAUSES
            else None
        )
    if french.THOSE.search(before) and (
        french.THAT.match(text, end) or (french.FAR.search(before) and french.OF_WHOM.match(text, end))
    ):
        if amounts[-1].kind == "percent" and one.low <= 100 and french.FAR.search(before):
            return Unit("percent", "%")
        return next(
            (
                unit
                for amount in reversed(amounts[-3:])
                if amount.kind in ("money", "count", "power")
                and (unit := sized(text, one, amount, "fr", most=MOST_GAPPED))
            ),
            None,
        )
    if start - last.end <= _CLAUSES and _is_parallel(text, last, start, end):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    same = start - last.end <= _CLAUSES and not cues.SENTENCE_END.search(text, last.end, start)
    if same and (unit := _one_more(text, one, last, before, end)):
        return unit
    if (
        same
        and last.kind == "percent"
        and one.low <= 100
        and (french.IS_AT.search(before) or french.MOVED.search(before))
        and cues.CLOSED_OR_COMMA.match(text, end)
    ):
        return Unit("percent", "%")
    if (
        same
        and last.kind in ("money", "power")
        and french.IS_AT.search(before)
        and cues.CLOSED_OR_COMMA.match(text, end)
    ):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    if (
        last.kind == "money"
        and french.EACH_TIME.fullmatch(text, last.end, start)
        and cues.FOR_WHOM.match(text, end)
    ):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    if last.kind == "money" and french.PRICED.search(before) and cues.CLOSED_OR_COMMA.match(text, end):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    return None


def _is_parallel(text: str, last: Amount, start: int, end: int) -> bool:
    """« Lyon, 120 emplois ; Metz, 80 », « 2024 : 11 millions. 2025 : 30. », « 3 000 euros. Elle, 4 200. »"""
    if not cues.CLOSED_OR_COMMA.match(text, end):
        return False
    before = french.PARALLEL.search(text, max(0, start - 40), start)
    first = french.PARALLEL.search(text, max(0, last.start - 40), last.start)
    if before and first and before["sign"] == first["sign"]:
        return True
    return last.kind == "money" and bool(french.PERSONS.search(text, max(0, start - 28), start))


def _one_more(text: str, one: Measured, last: Amount, before: str, end: int) -> Unit | None:
    """« 300 postes supprimés, 120 à Lyon et 45 à Lille », « 4 000 en 2022, 2 600 aujourd'hui », « dont 5 d'aides, 4 de dette »."""
    if (
        last.kind in ("money", "power")
        and french.REACHES.search(before)
        and (cues.CLOSED_OR_COMMA.match(text, end) or french.IN_TIME.match(text, end))
    ):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    listed = cues.LISTED.search(before) or before.endswith((" soit ", " mais "))
    if listed and last.kind == "count" and one.low >= _LEAST_MANY and french.THAN.match(text, end):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    if (
        listed
        and last.kind in ("money", "power", "percent", "mass", "length", "energy", "data")
        and french.THAN.match(text, end)
    ):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    if not listed and not cues.OF_WHICH.search(before):
        return None
    counted = last.kind == "count" and one.low >= _LEAST_MANY
    if (counted or last.kind in ("money", "power", "energy")) and (
        french.IN_PLACE.match(text, end) or french.IN_TIME.match(text, end)
    ):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    if last.kind == "money" and listed and french.IN_FORM.match(text, end):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    parts = cues.OF_WHICH.search(before) or last.onward
    if last.kind == "money" and parts and french.OF_KIND.match(text, end):
        return sized(text, one, last, "fr")
    return None


def echoed(text: str, one: Measured, start: int, amounts: Sequence[Amount]) -> Unit | None:
    """« 300 agents en parallèle. Trois cents ! », « neuf cents millions, ouais, neuf cents »: the same number said again."""
    written = text[one.number.start : one.number.end].lower()
    if one.low < _LEAST_ECHO or french.LETTER.search(text, max(0, start - 3), start):
        return None
    if not (french.ENDS.match(text, one.end) or french.SAYS_ON.match(text, one.end)):
        return None
    for last in reversed(amounts[-2:]):
        said = text[last.start : last.end].lower()
        if (
            start - last.end <= _SENTENCE
            and re.match(rf"{re.escape(written)}(?![\d\w]| \d)", said)
            and (last.kind != "percent" or french.SHOUTED.match(text, one.end))
        ):
            value = last.low if last.low is not None else last.high
            return Unit(last.kind, last.unit, value / one.low) if value else None
    return None


def is_year(text: str, one: Measured) -> bool:
    """Whether a number in four digits may be a year."""
    return 1900 <= one.low <= 2100 and text[one.number.start : one.number.end].isdigit()
