"""Laws: a figure's place in, the law whose fine, threshold or time limit it is out.

`fines of up to €35m or 7 % of turnover` are the law's; a fine imposed on a firm is left to the trees (owners.py). What firms must do within
fifteen days, from which size on it binds them, and by how long it is put off are the law's too.
"""

from __future__ import annotations

import re

from pipeline.extract.claims.roles import Cast
from pipeline.extract.claims.standing import OBJECT, OBLIQUE
from pipeline.extract.sentences import Sentences
from pipeline.records import Kind

_FINE = re.compile(
    r"\bfine[sd]?\b|\bpenalt(?:y|ies)\b|\bviolat\w+|\bbreach\w*|\binfringements?\b|\bamendes?\b|\bsanctions?\b|\binfractions?\b|\bmanquements?\b|\bpratiques? interdites?\b",
    re.IGNORECASE,
)
_THREAT = re.compile(
    r"\bup to\b|\bas much as\b|\bmaximum\b|\bat most\b|\bcan\b|\bcould\b|\bmay\b|\brisks?\b|\bfaces?\b|\bexpos\w+|\bcarr(?:y|ies)\b|\bcosts?\b|\bunder\b|\bprovides?\b"
    r"|jusqu['’]à|\bau plus\b|\bencour\w+|\brisqu\w+|\bpeu(?:t|vent)\b|\bpourr\w+|\bprévoi\w+|\bpassibles?\b|\ballant\b|\bpuni\w*|\bs['’]expos\w+",
    re.IGNORECASE,
)
_RISK = re.compile(r"\brisquent\b|\bencourent\b|\bs['’]exposent\b")
_PUT_OFF = re.compile(
    r"\bput(?:s|ting)? off\b|\bdelay\w*|\bpostpon\w+|\bpush(?:es|ed|ing)? back\b|\bdefer\w*|\bgrace period\b|\bpause\b|\bmoratori\w+|\bdécal\w+|\breport(?:er|e|é|és|ée|ées|erait)\b|\brepouss\w+|\bretard\w+|\bsursis\b",
    re.IGNORECASE,
)
_AMENDS = re.compile(r"omnibus|amendment")
"""A law that only changes others has no fines of its own."""
_DUTY = re.compile(
    r"\bmust\b|\bshall\b|\bare required\b|\bhave to\b|\bhave until\b|\bdoivent\b|\bdevront\b|\bsont tenus\b|\bobligation\b|\bde notification\b"
)
_THRESHOLD = re.compile(
    r"\bdeemed\b|\bpresumed\b|\bthresholds?\b|\bprésumée?s?\b|\bréputée?s?\b|\bseuils?\b|\bapplies to\b|\bs['’]applique aux?\b"
)
_FIRST = 8.0
"""What the law that the text names first has before others."""
_WITHIN = 5000
"""Characters back within which a law is looked for."""
_FAR, _NEAR = 14, 4
"""Sentences back that a law may be named for a fine, and for a time or a threshold."""


def law_of(
    text: str, sentences: Sentences, cast: Cast, start: int, kind: Kind, floor: int, ceiling: int
) -> str | None:
    """The law that the figure at `start` of a sentence at [floor, ceiling) belongs to; None where it is somebody's."""
    if not cast.laws or kind in ("power", "energy", "multiple"):
        return None
    low, high = max(floor, start - 200), min(ceiling, start + 120)
    fine = kind in ("money", "percent") and (
        (_FINE.search(text, low, high) and _THREAT.search(text, low, high)) or _RISK.search(text, low, start)
    )
    put_off = kind == "duration" and _PUT_OFF.search(text, low, high)
    duty = kind == "duration" and _DUTY.search(text, low, high)
    threshold = _THRESHOLD.search(text, low, high)
    if not (fine or put_off or duty or threshold):
        return None
    if not put_off and _somebody(cast, low, high):
        return None
    return _law_before(sentences, cast, start, floor, high, _FAR if fine else _NEAR, bool(put_off))


def _somebody(cast: Cast, floor: int, ceiling: int) -> bool:
    """Whether a company of this sentence is who pays or must."""
    return any(
        role.type in ("organization", "product") and not role.public and role.standing <= OBJECT and role.told
        for role in cast.within(floor, ceiling)
    )


def _law_before(
    sentences: Sentences, cast: Cast, start: int, floor: int, ceiling: int, reach: int, put_off: bool
) -> str | None:
    """The law of the sentence, nearest before the figure, or the one that the sentences before are most about."""
    near = [role for role in cast.within(max(0, start - _WITHIN), ceiling) if role.type == "law"]
    here = [role for role in near if role.start >= floor]
    before = [role for role in here if role.start < start]
    behind = [role for role in here if role.start > start]
    if put_off and behind:  # a new law puts off the old one by a year
        return behind[0].entity
    if here:
        return (before[-1] if before else here[0]).entity
    sentence = sentences.count_between(-1, floor)
    known = [
        role
        for role in near
        if role.start < floor and sentence - role.sentence <= reach and not _AMENDS.search(role.entity)
    ]
    if not known:
        return None
    return max(
        known,
        key=lambda role: (
            cast.weights.get(role.entity, 0.0)
            - 2.0 * (sentence - role.sentence)
            - (3 if role.standing >= OBLIQUE else 0)
            + (_FIRST if role.entity == cast.laws[0].entity else 0)
        ),
    ).entity
