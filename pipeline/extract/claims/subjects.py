"""Subjects: whose figure it is. In: a text's roles and figures; out: the entity of each figure, or None.

Each role of the figure's sentence costs by its standing, by the borders between, and by how odd it is that such a thing has
such a figure (affinity.py); the cheapest owns it. The topics of the sentences before stand by, at a higher price.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.extract.claims.affinity import COMPANYS, oddity
from pipeline.extract.claims.clauses import Clauses
from pipeline.extract.claims.contrasts import contrasted
from pipeline.extract.claims.laws import law_of
from pipeline.extract.claims.nobodys import is_nobodys
from pipeline.extract.claims.pairings import Figure, is_conversion, paired
from pipeline.extract.claims.roles import NOBODY, Cast, Role
from pipeline.extract.claims.standing import OBJECT, OBLIQUE, POSSESSOR, SUBJECT, listed
from pipeline.extract.claims.turns import Turn, turn_of
from pipeline.extract.sentences import Sentences
from pipeline.records import EntityType, Kind, Metric

TOPIC = 38.0
"""What a topic of an earlier sentence costs beside a name of the figure's own sentence."""
FADING = 7
"""What each sentence since then adds, up to four; the later ones a quarter of it (lists of points)."""
_BORDER = 5.0
_ASIDE = 24.0
"""A name in a clause between commas that ends before the figure."""
_TURNED, _HEADED, _LINE = 22.0, 18.0, 40
"""A name from before the latest heading (but not the one the text began with), or in its first characters."""
_BEHIND = 42.0
"""A name behind its figure needs a reason (turns.py)."""
_NOT_OF_PUBLIC_BODIES: frozenset[Metric] = frozenset(
    ("revenue", "profit", "loss", "valuation", "funding", "cash", "price", "hardware")
)
_BEHIND_IN_JAPANESE = 54.0
_OF_THAT_FIGURE = re.compile(r"[」』]?の|[」』]?[（(]|\s?\(")
"""Between a name and a figure that is its alone: GPT-4oの88.9%."""
_OF_LAWS = -22.0
"""A duty, a fine, a threshold: what a law has."""
_OF_SHARES = 40.0
"""What it costs that a thing or a person has a price of shares."""
_MOST_POWER: dict[EntityType, int] = {"hardware": 100_000_000, "model": 1_000_000, "product": 10_000_000}
_TOO_MUCH = 30.0
"""Hundreds of megawatts are what sites and companies draw, not chips (a great computer may draw fifty)."""
_SENTENCES_BACK = 14
_TOPICS_BACK = 40
_AGAIN = 16.0
"""What it takes off that the figure before, in the same sentence, measures the same and is this topic's."""
_PUBLIC = 24.0
"""A ministry has no revenue, no valuation and no shares."""
_INVESTING = 24.0
_OF_WHO_WORKS: frozenset[Metric] = frozenset(
    ("price", "users", "subscribers", "parameters", "context", "tokens", "benchmark", "hardware", "revenue", "valuation", "power-use", "employees")
)  # fmt: skip
"""What an investor hardly has itself."""
_WATCHING = 50.0
"""Who only measures others owns hardly anything."""
_FINES, _TRAINED = 24.0, 16.0
_LOST = 140.0
"""From this cost on, nobody owns the figure."""


@dataclass(frozen=True, slots=True)
class Owned:
    """A figure as the subject rules see it."""

    start: int
    end: int
    kind: Kind
    unit: str
    amount: tuple[object, object]
    metric: Metric


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
            subject, sure, found = _subject(
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
    return lang != "ja" and pattern.fullmatch(text, before.end, figure.start) is not None


_RESTATED = re.compile(
    r"(?:\s[a-zà-ÿ'’-]+){0,3},?\s(?:soit|c['’]est-à-dire|i\.e\.|that is,?|equal to)\s(?:\w+\s)?"
)
_TIMES = re.compile(r"(?:\s[a-zà-ÿ'’-]+){0,3},\s(?:soit\s|or\s)?(?:\w+\s)?")


def _subject(
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
    best: tuple[float, int, Role] | None = None
    for role in _nearby(cast, figure, start, end):
        odd = _oddity(figure, role, turn)
        if lang == "ja" and role.start >= figure.end:
            odd = max(odd, 0.0)  # what fits best is no reason to look behind the figure
        cost = _cost_here(text, lang, clauses, figure, role, turn, last) + odd
        cost += (_BEHIND if role.start in taken else 0) + _of_turn(turn, role)
        if best is None or cost < best[0]:
            best = (cost, 0, role)
    heading = cast.heading_before(figure.start)
    for last_start, last_owner in recent:
        away = sentences.count_between(last_start, start)
        alike = last is not None and last.metric == figure.metric
        again = lang != "ja" and away == 0 and last_owner.start < start and alike
        near = again or 0 < away <= _SENTENCES_BACK
        if last_start > heading and near and last_owner.type != "person":
            cost = (
                TOPIC
                - (_AGAIN if again else 2)
                + _faded(away)
                + max(0.0, last_owner.later - last_owner.standing)
                + _oddity(figure, last_owner, turn)
                - cast.weights.get(last_owner.entity, 0.0)
            )
            if best is None or cost < best[0]:
                best = (cost, max(away, 1), last_owner)
    for role in reversed(cast.within(max(0, start - 2500), start)[-_TOPICS_BACK:]):
        away = here - role.sentence
        if away > _SENTENCES_BACK:
            break
        if role.entity == NOBODY:
            continue
        cost = (
            TOPIC
            + _faded(away)
            + min(role.later, OBLIQUE) * 0.8
            + _oddity(figure, role, turn)
            + _of_turn(turn, role)
        )
        if role.start < heading and role.entity not in (cast.first, cast.star):
            cost += _TURNED
        elif heading <= role.start < heading + _LINE and heading >= 0:
            cost -= _HEADED
        cost += (_ASIDE / 2 if role.aside or role.minor else 0) - cast.weights.get(role.entity, 0.0)
        if best is None or cost < best[0] or (cost == best[0] and best[1] == away):
            best = (cost, away, role)
    opening = cast.opening
    if opening and here - opening.sentence > _SENTENCES_BACK:
        cost = (
            TOPIC
            + _faded(_SENTENCES_BACK)
            + _oddity(figure, opening, turn)
            - cast.weights.get(opening.entity, 0.0)
        )
        if best is None or cost < best[0]:
            best = (cost, here - opening.sentence, opening)
    if best is None or best[0] >= _LOST:
        return None, False, None
    made = _made_by(cast, figure, best[2], here)
    if made:
        return made.entity, best[1] == 0, made
    if best[1] == 0:
        best = (best[0], 0, _first_of_list(text, cast, best[2], start))
    return _company_of(best[2], figure, cast), best[1] == 0, best[2]


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


def _cost_here(
    text: str, lang: str, clauses: Clauses, figure: Owned, role: Role, turn: Turn, last: Owned | None
) -> float:
    if role.end <= figure.start:
        away = figure.start - role.end
        borders = clauses.between(role.end, figure.start)
        cost = (
            role.standing
            + _BORDER * (min(borders, 4) if role.standing <= POSSESSOR else borders)
            + _distance(away)
        )
        cost += _ASIDE if 0 < role.aside <= figure.start else 0
        cost = 4.0 + _distance(away) if turn.relative(text, role.end, figure.start) else cost
        other = last and last.kind == figure.kind and _OF_THAT_FIGURE.fullmatch(text, role.end, last.start)
        cost += _BEHIND if other or (away > 4 and turn.rival(text, role.end, role.type)) else 0
        return cost + turn.before(
            text, role.start, max(role.end, role.tail), figure.start, role.standing, role.type
        )
    away = role.start - figure.end
    cost = _BEHIND if lang != "ja" else _BEHIND_IN_JAPANESE
    cost += role.standing * 0.3 + _BORDER * clauses.between(figure.end, role.start) + _distance(away) * 2
    return cost + turn.behind(text, role.start, figure.end, role.type)


def _of_turn(turn: Turn, role: Role) -> float:
    """Who fines is not who is fined; who trains is not what is trained."""
    if turn.fine and role.public:
        return _FINES
    return -_TRAINED if turn.training and role.type == "model" else 0.0


def _faded(sentences: int) -> float:
    return FADING * min(sentences, 4) + max(0, sentences - 4)


def _distance(characters: int) -> float:
    return 0.06 * min(characters, 160) + 0.2 * max(0, characters - 160)


def _oddity(figure: Owned, role: Role, turn: Turn) -> float:
    if role.type == "law" and turn.legal:
        return _OF_LAWS
    if turn.stock and role.type != "organization":
        return _OF_SHARES
    most = _MOST_POWER.get(role.type) if figure.kind == "power" else None
    if most is not None and _draws(figure) >= most:
        return _TOO_MUCH
    cost = oddity(figure.metric, figure.kind, role.type, known=role.known)
    counts = figure.metric == "hardware" and role.standing == SUBJECT
    if role.invests and figure.metric in _OF_WHO_WORKS:
        cost += _INVESTING
    cost += _WATCHING if role.watches else 0.0
    if role.public and figure.metric in _NOT_OF_PUBLIC_BODIES and not counts:
        cost += _PUBLIC
    return cost - (0 if role.known else 1.5)


def _remembered(recent: list[tuple[int, Role]], start: int, owner: Role | None) -> list[tuple[int, Role]]:
    """The latest owner of a figure with the figure's place; the one before too while the text comes back to it."""
    if owner is None or owner.entity == NOBODY:
        return recent if owner else []
    passing = owner.later > owner.standing
    others = [one for one in recent if passing and one[1].entity != owner.entity]
    return [(start, owner), *others][:3]


def _draws(figure: Owned) -> Decimal:
    """How much power at most; 0 where it is only an order of magnitude."""
    most = figure.amount[1] if figure.amount[1] is not None else figure.amount[0]
    return most if isinstance(most, Decimal) else Decimal(0)


def _company_of(role: Role, figure: Owned, cast: Cast) -> str:
    """Who says `we expect $100 billion in revenue` speaks of the company; investors invest their own money."""
    company = cast.employers.get(role.entity)
    if role.type != "person" or figure.kind == "age" or company is None:
        return role.entity
    if figure.metric in ("investment", "other") and company not in cast.named:
        return role.entity
    return company if figure.metric in COMPANYS or figure.metric == "other" else role.entity
