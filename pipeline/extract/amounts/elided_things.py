"""Ellipsis by name: a bare number in, the thing out that the words before it name, ask for or are about.

`graphics processors, 23,000 of them`, « les emplettes, une quinzaine depuis 2024 », `Llama and its 405 billion`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts import elided_cues as cues
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.nouns_named import noun_named

_SHARE_ASKED = re.compile(
    r"\b(?:marge|taux|part de marché|part|proportion|pourcentage|croissance|rendement|rentabilité)\b[^?.\n]{0,40}\? ?»?\s*(?:[–—-] ?)?(?:«\s?)?(?:[A-ZÀ-Ý][\w. ]{0,20} ?: )?(?:[Aa]utour de|[Ee]nviron|[Pp]rès de|[Pp]lus de|[Mm]oins de|[ÀA]|[Dd]e l['’]ordre de)? ?\Z"
)
"""Before a share that answers: et la marge ? — Autour de 12."""
_SENTENCE = 120
"""Characters before a number in which its thing may be named."""


def some_of_those(text: str, one: Measured, start: int, lang: str) -> Unit | None:
    """« Il a multiplié les emplettes, une quinzaine depuis 2024 » : of what the words before name."""
    if lang != "fr" or not one.number.about or not cues.ENDS.match(text, one.end):
        return None
    before = text[max(0, start - 48) : start]
    if cues.EN.search(before):
        reach = max(0, start - _SENTENCE)
    elif cues.APPOSED.search(before):
        reach = max(0, start - 40)
    else:
        return None
    noun = noun_named(text, reach, start, french=True)
    return Unit("count", noun) if noun and noun != "prize" else None


def last_thing(text: str, start: int) -> str | None:
    """`they ran out of GPUs and add tens of thousands of them`: what was named last."""
    named, end = None, 0
    for match in cues.THINGS.finditer(text, max(0, start - _SENTENCE), start):
        named, end = match.lastgroup, match.end()
    return noun_named(text, max(end, start - _SENTENCE), start, french=False, many=True) or named


def asked(text: str, start: int, lang: str) -> Unit | None:
    """« Combien êtes-vous ? — Vingt-deux », `How many GPUs do you run? Four hundred.`"""
    if "?" not in text[max(0, start - 12) : start]:
        return None
    if lang == "fr" and _SHARE_ASKED.search(text, max(0, start - 80), start):
        return Unit("percent", "%")
    asked = cues.ASKED.search(text, max(0, start - 100), start)
    if not asked:
        return None
    things = cues.THINGS.search(asked["of"])
    if things:
        named = str(things.lastgroup)
        return Unit("count", "customer" if (lang, named) == ("fr", "client") else named)
    noun = (
        noun_named(
            f"des {asked['of'].strip().removeprefix('de ').removeprefix(chr(100) + chr(39))}",
            0,
            60,
            french=True,
            many=True,
        )
        if lang == "fr"
        else None
    )
    if noun:
        return Unit("count", noun)
    people = re.search(r"\b(?:êtes|sommes|of you|people|team|staff|workforce|équipe)\b", asked["of"])
    return Unit("count", "person") if people else None


def size_of_a_model(text: str, one: Measured, start: int, amounts: Sequence[Amount]) -> Unit | None:
    """« Qwen et ses 480 milliards »: parameters, where models are talked of and no money is."""
    if (
        not 10**9 <= one.low <= 10**13
        or one.number.letters
        or not cues.SIZE_OF.search(text, max(0, start - 32), start)
    ):
        return None
    clause = text[max(0, start - 100) : one.end + 32]
    told = any(amount.unit == "parameter" for amount in amounts[-8:])
    if not (told or cues.MODELS.search(clause)) or cues.NO_SIZE.search(clause[-80:]):
        return None
    return None if cues.OF_MORE.match(text, one.end) else Unit("count", "parameter")
