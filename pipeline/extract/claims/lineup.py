"""Lineup: a text's roles and figures in, the same as arrays out, so that all figures of a text are weighed at once (pairs.py)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from pipeline.extract.claims.clauses import Clauses
from pipeline.extract.claims.owned import Owned
from pipeline.extract.claims.passing import passes_by
from pipeline.extract.claims.roles import NOBODY, Cast
from pipeline.extract.sentences import Sentences
from pipeline.records import EntityType, Kind, Metric

if TYPE_CHECKING:
    import numpy.typing as npt

    Whole = npt.NDArray[np.int64]
    Real = npt.NDArray[np.float64]
    Truth = npt.NDArray[np.bool_]
    Rows = npt.NDArray[np.float32]

TYPES: tuple[EntityType, ...] = (
    "organization", "person", "model", "product", "hardware", "project", "law",
)  # fmt: skip
METRICS: tuple[Metric, ...] = (
    "investment", "funding", "valuation", "revenue", "cost", "price", "loss", "profit", "capex", "cash", "power-use", "hardware",
    "users", "subscribers", "employees", "share", "growth", "parameters", "tokens", "context", "benchmark", "length", "other",
)  # fmt: skip
KINDS: tuple[Kind, ...] = (
    "money", "percent", "power", "energy", "data", "length", "area", "mass", "temperature", "duration", "age", "count", "multiple",
)  # fmt: skip
_STAGES: dict[str | None, int] = {None: 0, "startup": 1, "established": 2}
_PARTS = frozenset(("transistor", "core", "chiplet", "die", "B"))
ABSENT = -1
"""The number of an entity that no role has."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Of each role of a text, by position: what roles.py says of it; entities by the order in which they are first named."""

    start: Whole
    end: Whole
    entity: Whole
    sentence: Whole
    type: Whole
    stage: Whole
    parent: Whole
    """The number of the entity that made it, ABSENT where that is not named."""
    firm: Whole
    """Of a person the number of the company that it works for."""
    employed: Truth
    somebody: Truth
    standing: Real
    later: Real
    told: Truth
    aside: Truth
    public: Truth
    bought: Truth
    invests: Truth
    watches: Truth
    known: Truth
    passes: Truth


@dataclass(frozen=True, slots=True)
class Figures:
    """Of each figure of a text, in order."""

    start: Whole
    end: Whole
    floor: Whole
    """Where its sentence begins, and ends."""
    ceiling: Whole
    sentence: Whole
    line: Whole
    """Where its line begins, as far as owners may be away; 0 where that is farther."""
    heading: Whole
    """Where the latest heading before it begins; -1 for none."""
    centers: Whole
    """[n, 2]: the numbers of the entities that its paragraph is about."""
    metric: Whole
    kind: Whole
    open: Whole
    """1 without a lower bound, -1 without an upper one, 0 with both or neither."""
    digits: Real
    """How large it is; -1 where only its order of magnitude is told."""
    most: Real
    """How much at most; 0 where it is only an order of magnitude."""
    parts: Truth
    """Whether it counts what chips are made of."""


@dataclass(frozen=True)
class Lineup:
    """A text's roles and figures as arrays."""

    lang: str
    cast: Cast
    roles: Roles
    figures: Figures
    owned: Sequence[Owned]
    entities: dict[str, int]
    """The number of each entity."""
    commas: Whole
    borders: Whole
    """Where clauses end, and the sums of weights (clauses.py)."""
    weights: Real

    def between(self, first: Whole, second: Whole) -> Real:
        """The weight of the borders between places."""
        return (
            self.weights[np.searchsorted(self.borders, second)]
            - self.weights[np.searchsorted(self.borders, first)]
        )

    @cached_property
    def told(self) -> Real:
        """How often each entity's name stands in the text."""
        told = np.bincount(self.roles.entity, weights=self.roles.told, minlength=len(self.entities))
        return told.astype(np.float64)

    @cached_property
    def first(self) -> Whole:
        """Where each entity is named first."""
        first = np.zeros(len(self.entities), dtype=np.int64)
        first[self.roles.entity[::-1]] = self.roles.start[::-1]
        return first

    @cached_property
    def alike(self) -> Whole:
        """[kinds, figures + 1]: how many figures of each kind stand before each."""
        counts = np.zeros((len(KINDS), len(self.owned) + 1), dtype=np.int64)
        counts[self.figures.kind, np.arange(1, len(self.owned) + 1)] = 1
        return counts.cumsum(axis=1)


def lineup_of(
    text: str,
    lang: str,
    sentences: Sentences,
    clauses: Clauses,
    cast: Cast,
    owned: Sequence[Owned],
    reach: int,
) -> Lineup:
    """The roles and figures of a text; `reach`: characters back that an owner may be named."""
    entities: dict[str, int] = {}
    for role in cast.roles:
        entities.setdefault(role.entity, len(entities))
    comma = "、" if lang == "ja" else ","
    return Lineup(
        lang, cast, _roles(cast, entities), _figures(text, sentences, cast, owned, entities, reach), owned, entities,
        np.array([match.start() for match in re.finditer(comma, text)], dtype=np.int64),
        np.array(clauses.starts, dtype=np.int64), np.array(clauses.sums),
    )  # fmt: skip


def _roles(cast: Cast, entities: dict[str, int]) -> Roles:
    roles = cast.roles
    kinds = {kind: number for number, kind in enumerate(TYPES)}
    whole = np.array(
        [
            (
                role.start, role.end, entities[role.entity], role.sentence, kinds[role.type], _STAGES[role.profile.stage],
                entities.get(role.parent or "?", ABSENT),
                entities.get(cast.employers.get(role.entity, "?"), ABSENT) if role.type == "person" else ABSENT,
            )
            for role in roles
        ],
        dtype=np.int64,
    ).reshape(-1, 8).T  # fmt: skip
    truth = np.array(
        [
            (
                role.type == "person" and role.entity in cast.employers, role.entity != NOBODY, role.told, role.aside > 0,
                role.public, role.bought, role.invests, role.watches, role.known, passes_by(role),
            )
            for role in roles
        ],
        dtype=np.bool_,
    ).reshape(-1, 10).T  # fmt: skip
    start, end, entity, sentence, kind, stage, parent, firm = whole
    employed, somebody, told, aside, public, bought, invests, watches, known, passes = truth
    return Roles(
        start, end, entity, sentence, kind, stage, parent, firm, employed, somebody,
        np.array([role.standing for role in roles]), np.array([role.later for role in roles]),
        told, aside, public, bought, invests, watches, known, passes,
    )  # fmt: skip


def _figures(
    text: str,
    sentences: Sentences,
    cast: Cast,
    owned: Sequence[Owned],
    entities: dict[str, int],
    reach: int,
) -> Figures:
    kinds = {kind: number for number, kind in enumerate(KINDS)}
    metrics = {metric: number for number, metric in enumerate(METRICS)}
    rows = []
    for figure in owned:
        floor, ceiling = sentences.around(figure.start)
        about = [entities.get(role.entity, ABSENT) for role in cast.focus.at(figure.start)]
        low, high = figure.amount
        rows.append(
            (
                figure.start, figure.end, floor, ceiling, sentences.count_between(-1, floor),
                text.rfind("\n", max(0, figure.start - reach), figure.start) + 1, cast.heading_before(figure.start),
                metrics[figure.metric], kinds[figure.kind], (low is None) - (high is None), *(*about, ABSENT, ABSENT)[:2],
            )
        )  # fmt: skip
    start, end, floor, ceiling, sentence, line, heading, metric, kind, bounds, company, thing = np.array(
        rows, dtype=np.int64
    ).T
    largest = [high if (high := one.amount[1]) is not None else one.amount[0] for one in owned]
    return Figures(
        start, end, floor, ceiling, sentence, line, heading, np.stack((company, thing), axis=1), metric, kind, bounds,
        digits=np.array([_digits(one) for one in largest]),
        most=np.array([float(one) if isinstance(one, Decimal) else 0.0 for one in largest]),
        parts=np.array([one.metric == "hardware" and one.unit in _PARTS for one in owned]),
    )  # fmt: skip


def _digits(amount: object) -> float:
    return amount.adjusted() if isinstance(amount, Decimal) and amount else -1.0
