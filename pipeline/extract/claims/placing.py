"""Placing: a name or a word that points back in its sentence in, its standing there (standing.py, standing_ja.py) out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.claims.affinity import PRESENTED
from pipeline.extract.claims.clauses import Clauses
from pipeline.extract.claims.referents import Referent
from pipeline.extract.claims.roles import NOBODY, Role
from pipeline.extract.claims.standing import (
    MODIFIER,
    OBJECT,
    OBLIQUE,
    OTHER,
    POSSESSOR,
    SUBJECT,
    heads_a_clause,
    in_brackets,
    is_acted_on,
    is_gapped,
    is_object,
    is_presented,
    latin_standing,
    listed,
)
from pipeline.extract.claims.standing_ja import japanese_standing
from pipeline.extract.named import Named

_SURVEYED = 30.0
"""The standing of nobody where a survey or a frame (国内で) is told: names of the sentence come first, topics of earlier
ones do not."""

OWNING = frozenset(
    (
        "its",
        "their",
        "his",
        "her",
        "our",
        "my",
        "your",
        "votre",
        "vos",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "notre",
        "nos",
    )
)
"""Words that say whose something is."""


def standing_of(
    text: str,
    lang: str,
    word: Named | Referent,
    role: Role,
    floor: int,
    following: int,
    roles: Sequence[Role],
    clauses: Clauses,
) -> float:
    if lang == "ja":
        if role.entity == NOBODY:
            return SUBJECT if text[word.end : word.end + 1] in ("は", "が", "も") else _SURVEYED
        standing = japanese_standing(text, word.start, word.end, floor, following)
        return max(standing, OBJECT) if in_brackets(text, word.start, floor) else standing
    if isinstance(word, Named) and not role.told:  # `the maker of X` stands as its first word does
        return SUBJECT if word.start - floor < 60 else POSSESSOR
    if isinstance(word, Referent) and text[word.start : word.end] == "lui":
        return OBLIQUE
    last = roles[-1] if roles and roles[-1].start >= floor else None
    standing = latin_standing(text, word.start, word.end, floor, following, first=last is None)
    if isinstance(word, Referent) and text[word.start : word.end].lower() in OWNING:
        near = following - word.end <= 24 and standing == SUBJECT
        standing = max(standing, MODIFIER if near else POSSESSOR)
    if last and listed(text, last.end, word.start) and not _begins_a_clause(text, last, word):
        return last.standing if standing in (SUBJECT, OBLIQUE) else standing
    if in_brackets(text, word.start, floor):
        return max(standing, OBJECT)
    doer = last_subject(roles, floor)
    same_clause = doer and clauses.between(doer.end, word.start) == 0
    acted = (
        standing == SUBJECT
        and bool(roles)
        and roles[-1].start >= floor
        and is_acted_on(text, word.start, word.end)
    )
    if acted and isinstance(word, Named):
        return OTHER if word.type in PRESENTED and is_presented(text, word.start) else OBJECT
    if isinstance(word, Named) and word.type in PRESENTED and is_presented(text, word.start):
        return OTHER
    if standing == SUBJECT and doer and same_clause and is_object(text, doer.end, word.start, word.end):
        return OBJECT
    return standing


def doer_of(
    text: str, lang: str, word: Referent, roles: Sequence[Role], floor: int, clauses: Clauses
) -> str | None:
    """The subject of the clause in which a company is only spoken of: Adobe would acquire the Bristol company."""
    him = text[word.start : word.end] == "lui"
    it = text[word.start : word.end] == "it"
    if lang == "ja" or not (him or it or word.sort in ("company", "newcomer")):
        return None
    subject = last_subject(roles, floor)
    if subject is None or clauses.between(subject.end, word.start) > 0:
        return None
    if him:
        return subject.entity
    return subject.entity if is_object(text, subject.end, word.start, word.end) else None


def _begins_a_clause(text: str, last: Role, word: Named | Referent) -> bool:
    """`Backed by Microsoft, OpenAI lost`: a comma behind what stands oblique, and a verb behind the name."""
    if last.standing >= OBLIQUE and word.start - last.end > 2 and _is_gapped(text, word):
        return True
    if (
        last.standing < OBLIQUE
        or text[last.end] != ","
        or re.match(r",?\s(?:and|or|et|ou)\s", text[last.end : last.end + 6])
    ):
        return False
    return heads_a_clause(text, word.end) or not re.match(
        r"\s?(?:,|and\b|et\b|or\b|ou\b|\(|[.;])", text[word.end : word.end + 5]
    )


def _is_gapped(text: str, word: Named | Referent) -> bool:
    return isinstance(word, Named) and word.type == "organization" and is_gapped(text, word.end)


def last_subject(roles: Sequence[Role], floor: int) -> Role | None:
    for role in reversed(roles[-6:]):
        if role.start < floor:
            return None
        if role.standing <= POSSESSOR:
            return role
    return None
