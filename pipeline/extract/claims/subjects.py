"""Subjects: whose figure it is. In: a text's roles and figures; out: the entity of each figure, or None.

What is paired, compared, bought, a law's or nobody's is told by its form; of the rest each has the owner that costs least
(owners.py). An amount that is said again keeps its owner.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.extract.claims.clauses import Clauses
from pipeline.extract.claims.contrasts import contrasted
from pipeline.extract.claims.laws import law_of
from pipeline.extract.claims.nobodys import is_nobodys
from pipeline.extract.claims.owner_costs import Owned
from pipeline.extract.claims.owners import owner_of
from pipeline.extract.claims.pairings import Figure, is_conversion, paired
from pipeline.extract.claims.roles import NOBODY, Cast, Role
from pipeline.extract.claims.standing import OBJECT
from pipeline.extract.sentences import Sentences


def subjects_of(
    text: str,
    lang: str,
    sentences: Sentences,
    clauses: Clauses,
    cast: Cast,
    figures: Sequence[Owned],
    told: Mapping[int, str],
) -> list[str | None]:
    """The subject of each figure, in the figures' order. `told`: those that are known already, by index."""
    taken: frozenset[int] = frozenset()
    listed = paired(text, sentences, cast, figures)
    if lang != "ja":
        compared = contrasted(text, cast, figures)
        taken = frozenset(role.start for role in compared.values())
        listed = {index: role.entity for index, role in compared.items()} | listed
    listed |= told
    projects = {role.entity for role in cast.roles if role.type == "project" and role.told}
    recent: list[tuple[int, Role]] = []
    owners: dict[tuple[object, ...], str] = {}
    subjects: list[str | None] = []
    for index, figure in enumerate(figures):
        before = figures[index - 1] if index else None
        sure = True
        if index in listed:
            subject: str | None = listed[index]
        elif before and subjects and subjects[-1] and is_conversion(text, before, figure):
            subject = subjects[-1]
        elif _is_nobodys(
            text, lang, sentences, cast, figure, before if subjects and subjects[-1] == NOBODY else None
        ):
            subject = NOBODY
        elif lang != "ja" and (
            law := law_of(text, sentences, cast, figure.start, figure.kind, *sentences.around(figure.start))
        ):
            subject = law
        elif before and subjects and subjects[-1] and _is_restated(text, lang, before, figure):
            subject = subjects[-1]
        elif len(projects) == 1 and figure.kind == "money" and _PROJECT_BEHIND.match(text, figure.end):
            subject = next(iter(projects))
        else:
            if lang != "ja" and before:
                recent = [(before.start, role) for _, role in recent]
            subject, sure, found = owner_of(
                text, lang, sentences, clauses, cast, figure, before, recent, taken
            )
            # what stands behind or aside is no topic of what follows
            topical = found and found.start < figure.start and found.standing < OBJECT and not found.minor
            if lang == "ja":
                recent = _remembered(recent, figure.start, found)
            elif found is None or topical or not recent:
                recent = [(figure.start, found)] if found else []
        value = (figure.kind, figure.unit, figure.amount)
        if subject == NOBODY:
            pass
        elif subject and sure:
            owners.setdefault(value, subject)
        elif value in owners:  # an amount that is said twice keeps its owner
            subject = owners[value]
        subjects.append(subject)
    return [
        (owners.get((figure.kind, figure.unit, figure.amount)) if subject is None else subject) or None
        for figure, subject in zip(figures, subjects, strict=True)
    ]


def _is_nobodys(
    text: str, lang: str, sentences: Sentences, cast: Cast, figure: Owned, last: Owned | None
) -> bool:
    """Whether no entity has the figure; `last` is the one before, if nobody had that: then so it goes on."""
    floor, ceiling = sentences.around(figure.start)
    named = cast.within(max(floor, figure.start - _NAMED_BEFORE), figure.start)
    if last and last.end >= floor and figure.start - last.end <= _GOES_ON:
        told = any(role.told for role in cast.within(last.end, figure.start))
        if not told:
            return True
    return is_nobodys(text, lang, figure, floor, ceiling, named_before=any(role.told for role in named))


_NAMED_BEFORE, _GOES_ON = 40, 50
_PROJECT_BEHIND = re.compile(
    r"[^。、,.\n]{0,24}(?:プロジェクト|計画|構想|\bproject\b|\binitiative\b|\bventure\b|\bprojet\b)",
    re.IGNORECASE,
)


def _is_restated(text: str, lang: str, before: Figure, figure: Owned) -> bool:
    """Whether a figure only says how the one before compares: 128 000 tokens, quatre fois celle de …; 200, soit 14 %."""
    pattern = _RESTATED if figure.kind != "multiple" else _TIMES
    if figure.kind == "percent" and lang != "ja" and _GROWN.fullmatch(text, before.end, figure.start):
        return True
    return lang != "ja" and pattern.fullmatch(text, before.end, figure.start) is not None


_RESTATED = re.compile(
    r"(?:\s[a-zà-ÿ'’-]+){0,3},?\s(?:soit|c['’]est-à-dire|i\.e\.|that is,?|equal to)\s(?:\w+\s)?"
)
_GROWN = re.compile(
    r"(?:\s[a-z-]+){0,3},?\s\(?(?:up|down|(?:a|an) (?:\w+ )?(?:gain|rise|jump|drop|fall|increase|decline|growth) of|en (?:\w+ )?(?:hausse|baisse|recul|progression|croissance) de|soit (?:une )?(?:hausse|baisse) de)"
    r"\s(?:(?:by|about|nearly|some|almost|over|more than|près de|plus de|environ|quelque)\s){0,2}"
)
_TIMES = re.compile(r"(?:\s[a-zà-ÿ'’-]+){0,3},\s(?:soit\s|or\s)?(?:\w+\s)?")


def _remembered(recent: list[tuple[int, Role]], start: int, owner: Role | None) -> list[tuple[int, Role]]:
    """The latest owner of a figure with the figure's place; the one before too while the text comes back to it."""
    if owner is None or owner.entity == NOBODY:
        return recent if owner else []
    passing = owner.later > owner.standing
    others = [one for one in recent if passing and one[1].entity != owner.entity]
    return [(start, owner), *others][:3]
