"""French ellipsis by signs: a bare number and the amount before it in, the unit that a bracket, a plus, a label or a score's words give it, out.

« 14 jours (21 en 2023) », « + 22 % en volume, + 31 en valeur », « 1 700 tonnes ; objectif, 4 000 », « au bench, il est à soixante-dix-sept ».
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts import elided_cues as cues
from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.elided_sizes import MOST_GAPPED, sized
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit

_REACH = 110
"""Characters from an amount to one that goes on from it in its sentence."""
_TEN, _WHOLE, _MILLION = 10, 100, 10**6
_KINDS = ("money", "count", "power", "energy", "percent", "data", "mass", "length", "area", "duration")
_BRACKET = re.compile(r" ?\((?:contre |et |puis |soit )?\Z")
_THEN = re.compile(
    r" (?:en (?:20\d\d|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)|l['’]an (?:dernier|passé|prochain)|un an (?:plus tôt|auparavant)|auparavant|hier|avant|au départ|aujourd['’]hui|en moyenne|au total|fin 20\d\d|il y a)\b"
)
"""Behind a number in brackets that is the same at another time."""
_PLUS = re.compile(r"[+−-] ?\Z")
_LABEL = re.compile(
    r"\b(?:objectif|cible|plafond|record|pic|maximum|minimum|moyenne|capacité|ambition|prévision|consensus|total)(?: (?:à terme|final|visé|20\d\d|de fin d['’]année|pour 20\d\d))?(?: ?:|,) (?:plus de |près de |environ )?\Z",
    re.IGNORECASE,
)
_USED_TO_SAY = re.compile(
    r"\b(?:disai(?:t|ent)|annonçai(?:t|ent)|parlai(?:t|ent) (?:plutôt |encore )?de|tablai(?:t|ent) sur|visai(?:t|ent)|attendai(?:t|ent)|espérai(?:t|ent)|prévoyai(?:t|ent)|promettai(?:t|ent)|réclamai(?:t|ent)|(?:en )?étai(?:t|ent) (?:encore )?à|affichai(?:t|ent)|misai(?:t|ent) sur|avai(?:t|ent) (?:promis|annoncé|prévu|demandé|espéré|obtenu)) (?:plutôt |encore |seulement |environ |plus de |moins de |près de )?\Z"
)
"""Before what somebody said or had before: en mars, ils disaient trois cents."""
_PEAK = re.compile(
    r"\b(?:pics?|sommets?|records?|planchers?|creux|maximum|minimum|plafonds?|point (?:bas|haut)|pointes?) (?:historique |absolu )?(?:à|de|d['’]) ?(?:plus de |près de |environ )?\Z"
)
_PEAK_ENDS = re.compile(
    r"\s*(?:[.,;:!?)»]|\Z)(?!\d)| (?:au|en|fin|début|le|la|l['’]|à la|avant|après|pendant|cet|cette)\b"
)
"""Around the most or the least that the same was: après un pic à neuf au printemps."""
_OUT_OF = re.compile(r",? sur (?:un total de |les |ses |leurs |quelque |environ )?\Z")
_SCORES = re.compile(
    r"\b(?:(?:est|était|reste|sort|arrive|plafonn\w+|tomb\w+|mont\w+|grimp\w+|pass\w+) à|fait|faisait|tape|tapait|obtient|obtenait|score|décroche|atteint|affiche|sort) (?:à peine |déjà |presque )?\Z"
)
_SCORE_TALK = re.compile(
    r"\b(?:\w*[Bb]ench\w*|[Ss]cores?|MMLU|GPQA|AIME|SWE|Arc|ARC|[Ee]xamen|précision|réussite|justesse)\b[^.!?\n]*\Z"
)
"""Before a score that is told without its percent."""


def by_sign(text: str, one: Measured, start: int, end: int, amounts: Sequence[Amount]) -> Unit | None:
    """The unit of a bare number, where a sign or a label says what it is."""
    plain = one.number.scale < _MILLION and not one.number.letters
    if not plain or one.low < 1 or 1900 <= one.low <= 2100:
        return None
    scores = _TEN <= one.low <= _WHOLE and _SCORES.search(text, max(0, start - 28), start)
    if scores and _SCORE_TALK.search(text, max(0, start - 150), start):
        return Unit("percent", "%") if cues.CLOSED_OR_COMMA.match(text, end) else None
    last = amounts[-1] if amounts else None
    if last is None or last.kind not in _KINDS or start - last.end > _REACH:
        return None
    bracket = _BRACKET.fullmatch(text, last.end, start)
    if bracket and _THEN.match(text, end):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    if (
        one.low >= 2
        and last.kind in ("money", "power", "energy", "percent", "count")
        and (last.kind != "count" or one.low >= _TEN)
        and _USED_TO_SAY.search(text, max(0, start - 48), start)
        and cues.CLOSED.match(text, end)
    ):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    if cues.SENTENCE_END.search(text, last.end, start):
        return None
    signed = _PLUS.search(text, max(0, start - 2), start) and _PLUS.search(
        text, max(0, last.start - 2), last.start
    )
    if signed and last.kind == "percent":
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    if _LABEL.search(text, max(0, start - 44), start) and cues.CLOSED_OR_COMMA.match(text, end):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    if _PEAK.search(text, max(0, start - 44), start) and _PEAK_ENDS.match(text, end):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    many = last.low or last.high or 0
    if (
        last.kind == "count"
        and one.low > many
        and _OUT_OF.search(text, max(last.end, start - 24), start)
        and cues.CLOSED_OR_COMMA.match(text, end)
    ):
        return sized(text, one, last, "fr", most=MOST_GAPPED)
    return None
