"""Fitting: figures and roles in, how odd it is that one has the other out: a ministry has no revenue, a chip draws no gigawatt."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from pipeline.extract.claims.affinity import oddity
from pipeline.extract.claims.lineup import KINDS, METRICS, TYPES, Lineup
from pipeline.extract.claims.standing import SUBJECT
from pipeline.records import EntityType, Metric

if TYPE_CHECKING:
    from pipeline.extract.claims.lineup import Real, Whole

_NOT_OF_PUBLIC_BODIES: frozenset[Metric] = frozenset(
    ("revenue", "profit", "loss", "valuation", "funding", "cash", "price", "hardware")
)
_PUBLIC = 24.0
_MOST_POWER: dict[EntityType, float] = {"hardware": 1e8, "model": 1e6, "product": 1e7}
_TOO_MUCH = 30.0
"""Hundreds of megawatts are what sites and companies draw, not chips (a great computer may draw fifty)."""
_INVESTING = 24.0
_OF_WHO_WORKS: frozenset[Metric] = frozenset(
    ("price", "users", "subscribers", "parameters", "context", "tokens", "benchmark", "hardware", "revenue", "valuation", "power-use", "employees")
)  # fmt: skip
"""What an investor hardly has itself."""
_WATCHING = 50.0
"""Who only measures others owns hardly anything."""
_INSIDE = 24.0
"""What chips are counted in is of the chip."""
_HARDWARE, _POWER = METRICS.index("hardware"), KINDS.index("power")
_CHIP = TYPES.index("hardware")


def oddities(lineup: Lineup, figure: Whole, role: Whole) -> Real:
    """Of each pair of a figure and a role, by their numbers: the more, the odder; below zero where it is what such a thing has
    above all."""
    figures, roles = lineup.figures, lineup.roles
    metric, kind, kin = figures.metric[figure], figures.kind[figure], roles.type[role]
    # a limit of age, for users under 18, is nobody's own age
    limit = (kind == KINDS.index("age")) & (figures.open[figure] != 0)
    cost = _table()[
        metric, np.where(limit, KINDS.index("duration"), kind), kin, roles.known[role].astype(int)
    ]
    cost = cost - _INSIDE * (figures.parts[figure] & (kin == _CHIP))
    cost += roles.invests[role] * _of_investors()[metric]
    cost += roles.watches[role] * _WATCHING
    counts = (metric == _HARDWARE) & (roles.standing[role] == SUBJECT)
    cost += (roles.public[role] & ~counts) * _of_public_bodies()[metric]
    too_much = (kind == _POWER) & (figures.most[figure] >= _most_power()[kin])
    return np.where(too_much, _TOO_MUCH, cost)


@cache
def _table() -> Real:
    """By metric, kind, type and whether the catalogue knows it."""
    each = [
        oddity(metric, kind, type_, known=known)
        for metric, kind, type_, known in product(METRICS, KINDS, TYPES, (False, True))
    ]
    return np.array(each).reshape(len(METRICS), len(KINDS), len(TYPES), 2)


@cache
def _of_investors() -> Real:
    return np.array(
        [_INVESTING * (one in _OF_WHO_WORKS) * (2 if one == "valuation" else 1) for one in METRICS]
    )


@cache
def _of_public_bodies() -> Real:
    return np.array([_PUBLIC * (one in _NOT_OF_PUBLIC_BODIES) for one in METRICS])


@cache
def _most_power() -> Real:
    return np.array([_MOST_POWER.get(one, np.inf) for one in TYPES])
