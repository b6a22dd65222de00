"""Owner costs: a figure and a role of its sentence in, how far the role is from owning the figure out.

Its standing, the borders between, what stands around both (turns.py), and how odd it is that such a thing has such a figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from pipeline.extract.claims.affinity import oddity
from pipeline.extract.claims.clauses import Clauses
from pipeline.extract.claims.roles import Role
from pipeline.extract.claims.standing import CITED, POSSESSOR, SUBJECT
from pipeline.extract.claims.turns import Turn
from pipeline.records import EntityType, Kind, Metric

FADING = 7
"""What each sentence since then adds, up to four; the later ones a quarter of it (lists of points)."""
ASIDE = 24.0
"""A name in a clause between commas that ends before the figure."""
BEHIND = 42.0
"""A name behind its figure needs a reason (turns.py)."""
_BORDER = 5.0
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
_PUBLIC = 24.0
"""A ministry has no revenue, no valuation and no shares."""
_INVESTING = 24.0
_OF_WHO_WORKS: frozenset[Metric] = frozenset(
    ("price", "users", "subscribers", "parameters", "context", "tokens", "benchmark", "hardware", "revenue", "valuation", "power-use", "employees")
)  # fmt: skip
"""What an investor hardly has itself."""
_WATCHING = 50.0
"""Who only measures others owns hardly anything."""
COUNTED_CHIPS = frozenset(("GPU", "TPU", "chip", "processor", "accelerator", "card"))
"""What is counted of chips is of who has them; what is counted in them (cores) is theirs."""
_PARTS = frozenset(("transistor", "core", "chiplet", "die", "B"))
_INSIDE = 24.0
_FINES, _TRAINED = 24.0, 16.0


@dataclass(frozen=True, slots=True)
class Owned:
    """A figure as the subject rules see it."""

    start: int
    end: int
    kind: Kind
    unit: str
    amount: tuple[object, object]
    metric: Metric


def cost_here(
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
        cost += ASIDE if 0 < role.aside <= figure.start else 0
        relative = role.standing < CITED and turn.relative(text, role.end, figure.start)
        cost = 4.0 + _distance(away) if relative else cost
        other = last and last.kind == figure.kind and _OF_THAT_FIGURE.fullmatch(text, role.end, last.start)
        cost += BEHIND if other or (away > 4 and turn.rival(text, role.end, role.type)) else 0
        return cost + turn.before(
            text, role.start, max(role.end, role.tail), figure.start, role.standing, role.type
        )
    away = role.start - figure.end
    cost = BEHIND if lang != "ja" else _BEHIND_IN_JAPANESE
    cost += role.standing * 0.3 + _BORDER * clauses.between(figure.end, role.start) + _distance(away) * 2
    return cost + turn.behind(text, role.start, figure.end, role.type)


def of_turn(turn: Turn, role: Role) -> float:
    """Who fines is not who is fined; who trains is not what is trained."""
    if (turn.fine or turn.grant) and role.public:
        return _FINES
    return -_TRAINED if turn.training and role.type == "model" else 0.0


def faded(sentences: int) -> float:
    return FADING * min(sentences, 4) + max(0, sentences - 4)


def _distance(characters: int) -> float:
    return 0.06 * min(characters, 160) + 0.2 * max(0, characters - 160)


def oddity_of(figure: Owned, role: Role, turn: Turn) -> float:
    if role.type == "law" and turn.legal:
        return _OF_LAWS
    if turn.stock and role.type != "organization":
        return _OF_SHARES
    most = _MOST_POWER.get(role.type) if figure.kind == "power" else None
    if most is not None and _draws(figure) >= most:
        return _TOO_MUCH
    limit = figure.kind == "age" and None in figure.amount  # for users under 18: nobody's own age
    cost = oddity(figure.metric, "duration" if limit else figure.kind, role.type, known=role.known)
    if figure.metric == "hardware" and role.type == "hardware" and figure.unit in _PARTS:
        cost -= _INSIDE
    counts = figure.metric == "hardware" and role.standing == SUBJECT
    if role.invests and figure.metric in _OF_WHO_WORKS:
        cost += _INVESTING * (2 if figure.metric == "valuation" else 1)
    cost += _WATCHING if role.watches else 0.0
    if role.public and figure.metric in _NOT_OF_PUBLIC_BODIES and not counts:
        cost += _PUBLIC
    return cost - (0 if role.known else 1.5)


def _draws(figure: Owned) -> Decimal:
    """How much power at most; 0 where it is only an order of magnitude."""
    most = figure.amount[1] if figure.amount[1] is not None else figure.amount[0]
    return most if isinstance(most, Decimal) else Decimal(0)
