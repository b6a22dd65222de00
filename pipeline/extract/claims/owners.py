"""Owners: one figure and the cast in, the role that owns the figure out: the cheapest of its sentence, or a topic of those before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.claims.affinity import COMPANYS
from pipeline.extract.claims.centers import TOPICS_BACK, centered
from pipeline.extract.claims.clauses import Clauses
from pipeline.extract.claims.defined import defined_behind
from pipeline.extract.claims.owner_costs import ASIDE, BEHIND, Owned, cost_here, faded, oddity_of, of_turn
from pipeline.extract.claims.passing import passes_by
from pipeline.extract.claims.roles import NOBODY, Cast, Role
from pipeline.extract.claims.standing import OBLIQUE, listed
from pipeline.extract.claims.turns import Turn, turn_of
from pipeline.extract.sentences import Sentences
from pipeline.records import Metric

TOPIC = 38.0
"""What a topic of an earlier sentence costs beside a name of the figure's own sentence."""
_TURNED, _HEADED, _LINE = 22.0, 18.0, 40
"""A name from before the latest heading (but not the one the text began with), or in its first characters."""
SENTENCES_BACK = 14
_FAR = 2500
"""Characters back that a topic may be."""
_AGAIN = 16.0
"""What it takes off that the figure before, in the same sentence, measures the same and is this topic's."""
_PASSING = 20.0
"""What it costs that a bystander (passing.py) is what a later sentence is about."""
_LOST = 140.0
"""From this cost on, nobody owns the figure."""
_Found = tuple[float, int, Role]
"""What it costs that this role owns the figure, and how many sentences it is away."""


def owner_of(
    text: str,
    lang: str,
    sentences: Sentences,
    clauses: Clauses,
    cast: Cast,
    figure: Owned,
    last: Owned | None,
    recent: Sequence[tuple[int, Role]],
    taken: frozenset[int],
) -> tuple[str | None, bool, Role | None]:
    """The owner, whether the figure's own sentence names it, and in which role."""
    start, end = sentences.around(figure.start)
    here = sentences.count_between(-1, start)
    turn = turn_of(text, lang, figure.start, figure.end, figure.kind, figure.unit, figure.metric, start, end)
    defined = defined_behind(text, cast, figure, turn)
    if defined:
        return _company_of(text, defined, figure, cast), True, defined
    best: _Found | None = None
    for found in (
        *_of_sentence(text, lang, clauses, cast, figure, turn, last, taken, (start, end)),
        *_of_recent(lang, sentences, cast, figure, turn, last, recent, start),
    ):
        best = cheaper(best, found)
    for found in _of_topics(cast, figure, turn, start, here):
        # of equals in one sentence the first
        tied = best is not None and found[:2] == best[:2]
        best = found if tied else cheaper(best, found)
    for role, cost in centered(cast, figure, start, here):
        odd = oddity_of(figure, role, turn) + of_turn(turn, role)
        best = cheaper(best, (TOPIC + cost + odd, here - role.sentence, role))
    opening = cast.opening
    if opening and here - opening.sentence > SENTENCES_BACK:
        cost = TOPIC + faded(SENTENCES_BACK) + oddity_of(figure, opening, turn)
        cost -= cast.weights.get(opening.entity, 0.0)
        best = cheaper(best, (cost, here - opening.sentence, opening))
    if best is None or best[0] >= _LOST:
        return None, False, None
    made = _made_by(cast, figure, best[2], here)
    if made:
        return made.entity, best[1] == 0, made
    if best[1] == 0:
        best = (best[0], 0, _first_of_list(text, cast, best[2], start))
    return _company_of(text, best[2], figure, cast), best[1] == 0, best[2]


def cheaper(best: _Found | None, found: _Found) -> _Found:
    """The one that costs less; of equals the first."""
    return found if best is None or found[0] < best[0] else best


def _of_sentence(
    text: str,
    lang: str,
    clauses: Clauses,
    cast: Cast,
    figure: Owned,
    turn: Turn,
    last: Owned | None,
    taken: frozenset[int],
    sentence: tuple[int, int],
) -> Iterator[_Found]:
    for role in _nearby(cast, figure, *sentence):
        odd = oddity_of(figure, role, turn)
        if lang == "ja" and role.start >= figure.end:
            odd = max(odd, 0.0)  # what fits best is no reason to look behind the figure
        cost = cost_here(text, lang, clauses, figure, role, turn, last) + odd
        yield cost + (BEHIND if role.start in taken else 0) + of_turn(turn, role), 0, role


def _of_recent(
    lang: str,
    sentences: Sentences,
    cast: Cast,
    figure: Owned,
    turn: Turn,
    last: Owned | None,
    recent: Sequence[tuple[int, Role]],
    start: int,
) -> Iterator[_Found]:
    """Who owned the figures before."""
    heading = cast.heading_before(figure.start)
    for place, role in recent:
        away = sentences.count_between(place, start)
        alike = last is not None and last.metric == figure.metric
        again = lang != "ja" and away == 0 and role.start < start and alike
        near = again or 0 < away <= SENTENCES_BACK
        if place > heading and near and role.type != "person":
            cost = TOPIC - (_AGAIN if again else 2) + faded(away) + max(0.0, role.later - role.standing)
            cost += _PASSING if away and passes_by(role) and role.entity != cast.first else 0
            cost += oddity_of(figure, role, turn) - cast.weights.get(role.entity, 0.0)
            yield cost, max(away, 1), role


def _of_topics(cast: Cast, figure: Owned, turn: Turn, start: int, here: int) -> Iterator[_Found]:
    """Who was named in the sentences before, the latest first."""
    heading = cast.heading_before(figure.start)
    for role in reversed(cast.within(max(0, start - _FAR), start)[-TOPICS_BACK:]):
        away = here - role.sentence
        if away > SENTENCES_BACK:
            break
        if role.entity == NOBODY:
            continue
        cost = TOPIC + faded(away) + min(role.later, OBLIQUE) * 0.8
        cost += oddity_of(figure, role, turn) + of_turn(turn, role)
        if role.start < heading and role.entity not in (cast.first, cast.star):
            cost += _TURNED
        elif heading <= role.start < heading + _LINE and heading >= 0:
            cost -= _HEADED
        cost += _PASSING if passes_by(role) and role.entity != cast.first else 0
        cost += (ASIDE / 2 if role.aside or role.minor else 0) - cast.weights.get(role.entity, 0.0)
        yield cost, away, role


def _made_by(cast: Cast, figure: Owned, maker: Role, here: int) -> Role | None:
    """The thing that has the price or the score that its maker is said to have: Microsoft charges $30 for it."""
    if maker.type != "organization" or figure.metric not in _MAKERS:
        return None
    for role in reversed(cast.within(max(0, figure.start - 500), figure.start)[-12:]):
        if here - role.sentence > 1:
            break
        if role.type in ("model", "product") and role.parent == maker.entity:
            return role
    return None


_MAKERS: frozenset[Metric] = frozenset(("price", "context", "benchmark", "parameters"))


def _first_of_list(text: str, cast: Cast, role: Role, floor: int) -> Role:
    """Of `A and B raised $5m`, A."""
    for before in reversed(cast.within(max(floor, role.start - 160), role.start)):
        if before.standing != role.standing or before.type != role.type:
            break
        if not (before.told and role.told and listed(text, before.end, role.start)):
            break
        role = before
    return role


def _nearby(cast: Cast, figure: Owned, start: int, end: int) -> list[Role]:
    """The sentence's roles, latest first, so that of equals the nearest before the figure is taken."""
    roles = cast.within(max(start, figure.start - 700), min(end, figure.end + 200))
    before = [role for role in roles if role.end <= figure.start]
    behind = [role for role in roles if role.start >= figure.end]
    return [*reversed(before[-24:]), *behind[:8]]


def _company_of(text: str, role: Role, figure: Owned, cast: Cast) -> str:
    """Who says `we expect $100 billion in revenue` speaks of the company; investors invest their own money."""
    company = cast.employers.get(role.entity)
    if role.type != "person" or figure.kind == "age" or company is None:
        return role.entity
    if figure.metric == "share" and _HOLDS.match(text, role.end):
        return role.entity
    if figure.metric in ("investment", "other") and company not in cast.named:
        return role.entity
    return company if figure.metric in COMPANYS or figure.metric == "other" else role.entity


_HOLDS = re.compile(
    r"(?:\s\w+)?(?:\s(?:and his|and her|et sa) family)?\s(?:owns?|holds?|held|controls?|détient|possède|contrôle)\b|[^。、\n]{0,10}(?:は|が)[^。\n]{0,16}(?:保有|握る|持つ)"
)
"""What a person has of the company is not the company's."""
