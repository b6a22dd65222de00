"""French ellipsis of spans: a bare number and the span of time before it in, the unit of one that is a part of it or as long out.

« le métro est prévu sur huit ans, le tramway sur six », « dix ans de prison, dont trois ferme ».
"""

from __future__ import annotations

import re

from pipeline.extract.amounts import elided_cues as cues
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.elided_sizes import sized
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.numeral_values import ONE

_CLAUSE = 110
"""Characters from a span to another in the same sentence."""
_LONGER = 6
"""How many times as long as the span before one may be."""
_OVER = re.compile(
    r"\b(?P<by>sur|en|pendant|dans|d['’]ici|de|à|durant|pour|après|avant|sous|tous les|toutes les) (?:moins de |plus de |près de |environ |quelque )?\Z"
)
_WHOSE = re.compile(
    r"(?:[,;(]|\b(?:et|mais|contre|puis|ou|quand|tandis que|alors que|là où)) (?:(?:l['’]|d['’])?[\w'’.&-]+ ){0,5}\Z"
)
"""Between a span and another's, whose name stands between: prévu sur huit ans, le tramway sur six."""
_SPAN_ENDS = re.compile(
    r"\s*(?:[.;:!?)»]|,(?!\d)|\Z)| (?:chez|pour|en|aujourd['’]hui|auparavant|désormais|ailleurs)\b"
)
_OF_SPAN = re.compile(
    r" (?:seule?s?\b|fermes?\b|avec sursis|de (?:sursis|prison|travaux|recherche|tests?|garantie|préavis|carence|transition|chantier|formation|suivi)|d['’](?:exclusivité|essai|études?|option|exploitation|attente)|à (?:\w+ )?(?:plein|prix|taux)|renouvelables?|offerts?|optionnels?)"
)
"""Behind a part of a span, of what it is."""


def part_of_span(text: str, one: Measured, last: Amount, start: int) -> Unit | None:
    """« dix ans de prison, dont trois ferme »."""
    if start - last.end > _CLAUSE or one.low >= (last.low or last.high or 0):
        return None
    if not cues.OF_WHICH.search(text, max(0, start - 24), start) or not _OF_SPAN.match(text, one.end):
        return None
    return Unit("duration", last.unit) if last.unit != "s" else None


def span_again(text: str, one: Measured, last: Amount, start: int, end: int) -> Unit | None:
    """« prévu sur huit ans, le tramway sur six » : behind the same small word, as long a span or nearly so."""
    if (
        start - last.end > _CLAUSE
        or one.number.scale != ONE
        or cues.SENTENCE_END.search(text, last.end, start)
    ):
        return None
    here = _OVER.search(text, max(0, start - 24), start)
    there = _OVER.search(text, max(0, last.start - 24), last.start)
    if not (here and there and here["by"] == there["by"] and _SPAN_ENDS.match(text, end)):
        return None
    if not _WHOSE.search(text, last.end, here.start()):
        return None
    return sized(text, one, last, "fr", most=_LONGER)
