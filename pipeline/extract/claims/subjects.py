"""Subjects: whose figure it is. In: a text's roles and figures; out: the entity of each figure, or None.

What is paired, compared, bought, a law's or nobody's is told by its form; of the rest trees judge (owners.py). An amount that is said again keeps its owner.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from pipeline.extract.claims.clauses import Clauses
from pipeline.extract.claims.contrasts import but_compared, contrasted
from pipeline.extract.claims.history import History
from pipeline.extract.claims.laws import law_of
from pipeline.extract.claims.lineup import lineup_of
from pipeline.extract.claims.nobodys import is_nobodys
from pipeline.extract.claims.owned import Owned
from pipeline.extract.claims.owners import Judge, by_forest, candidates_of, first_of_list
from pipeline.extract.claims.pairings import Figure, is_conversion, paired
from pipeline.extract.claims.pairs import FAR
from pipeline.extract.claims.price_targets import may_own_target
from pipeline.extract.claims.roles import NOBODY, Cast
from pipeline.extract.sentences import Sentences


def subjects_of(
    text: str,
    lang: str,
    sentences: Sentences,
    clauses: Clauses,
    cast: Cast,
    figures: Sequence[Owned],
    told: Mapping[int, str],
    judge: Judge = by_forest,
) -> list[str | None]:
    """The subject of each figure, in the figures' order. `told`: those that are known already, by index."""
    listed = paired(text, sentences, cast, figures)
    if lang != "ja":
        listed = {index: role.entity for index, role in contrasted(text, cast, figures).items()} | listed
    listed |= told
    projects = {role.entity for role in cast.roles if role.type == "project" and role.told}
    lineup = lineup_of(text, lang, sentences, clauses, cast, figures, FAR)
    history = History(lineup.entities)
    owners: dict[tuple[object, ...], str] = {}
    subjects: list[str | None] = []
    for index, (figure, (places, entities, rows)) in enumerate(
        zip(figures, candidates_of(lineup), strict=True)
    ):
        before = figures[index - 1] if index else None
        last = subjects[-1] if subjects else None
        sure = True
        subject: str | None
        if index in listed:
            subject = listed[index]
        elif before and last and is_conversion(text, before, figure):
            subject = last
        elif _is_nobodys(text, lang, sentences, cast, figure, before if last == NOBODY else None):
            subject = NOBODY
        elif lang != "ja" and (
            law := law_of(text, sentences, cast, figure.start, figure.kind, *sentences.around(figure.start))
        ):
            subject = law
        elif before and last and _is_restated(text, lang, before, figure):
            subject = last
        elif len(projects) == 1 and figure.kind == "money" and _PROJECT_BEHIND.match(text, figure.end):
            subject = next(iter(projects))
        else:
            floor, _ = sentences.around(figure.start)
            again = before is not None and before.start >= floor
            roles = [cast.roles[place] for place in places.tolist()]
            kept = may_own_target(text, cast, figure.start, figure.kind, _most(figure), roles)
            if kept is None and lang == "ja":
                kept = but_compared(text, figure.start, roles)
            if kept is not None:
                roles, entities, rows = [roles[nth] for nth in kept], entities[kept], rows[kept]
            owner = (
                roles[judge(index, roles, history.told(rows, entities, in_sentence=again))] if roles else None
            )
            if owner and floor <= owner.start < figure.start:
                owner = first_of_list(text, cast, owner, floor)
            subject = owner.entity if owner else None
            sure = owner is not None and owner.start >= floor
        history.add(subject)
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


def _most(figure: Owned) -> float:
    low, high = figure.amount
    largest = high if high is not None else low
    return float(largest) if isinstance(largest, Decimal) else 0.0


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
