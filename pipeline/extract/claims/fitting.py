"""Fitting: a figure and a role in, how odd it is that one has the other out: a ministry has no revenue, a chip draws no gigawatt."""

from __future__ import annotations

from decimal import Decimal

from pipeline.extract.claims.affinity import oddity
from pipeline.extract.claims.owned import Owned
from pipeline.extract.claims.roles import Role
from pipeline.extract.claims.standing import SUBJECT
from pipeline.records import EntityType, Metric

_NOT_OF_PUBLIC_BODIES: frozenset[Metric] = frozenset(
    ("revenue", "profit", "loss", "valuation", "funding", "cash", "price", "hardware")
)
_PUBLIC = 24.0
_MOST_POWER: dict[EntityType, int] = {"hardware": 100_000_000, "model": 1_000_000, "product": 10_000_000}
_TOO_MUCH = 30.0
"""Hundreds of megawatts are what sites and companies draw, not chips (a great computer may draw fifty)."""
_INVESTING = 24.0
_OF_WHO_WORKS: frozenset[Metric] = frozenset(
    ("price", "users", "subscribers", "parameters", "context", "tokens", "benchmark", "hardware", "revenue", "valuation", "power-use", "employees")
)  # fmt: skip
"""What an investor hardly has itself."""
_WATCHING = 50.0
"""Who only measures others owns hardly anything."""
_PARTS = frozenset(("transistor", "core", "chiplet", "die", "B"))
_INSIDE = 24.0
"""What chips are counted in is of the chip."""


def oddity_of(figure: Owned, role: Role) -> float:
    """The more, the odder; below zero where it is what such a thing has above all."""
    most = _MOST_POWER.get(role.type) if figure.kind == "power" else None
    if most is not None and _draws(figure) >= most:
        return _TOO_MUCH
    limit = figure.kind == "age" and None in figure.amount  # for users under 18: nobody's own age
    cost = oddity(figure.metric, "duration" if limit else figure.kind, role.type, known=role.known)
    if figure.metric == "hardware" and role.type == "hardware" and figure.unit in _PARTS:
        cost -= _INSIDE
    if role.invests and figure.metric in _OF_WHO_WORKS:
        cost += _INVESTING * (2 if figure.metric == "valuation" else 1)
    cost += _WATCHING if role.watches else 0.0
    counts = figure.metric == "hardware" and role.standing == SUBJECT
    return cost + (_PUBLIC if role.public and figure.metric in _NOT_OF_PUBLIC_BODIES and not counts else 0.0)


def _draws(figure: Owned) -> Decimal:
    """How much power at most; 0 where it is only an order of magnitude."""
    most = figure.amount[1] if figure.amount[1] is not None else figure.amount[0]
    return most if isinstance(most, Decimal) else Decimal(0)
