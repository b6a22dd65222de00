"""Pairs: a lineup and some of its figures in, out who may own each, and which of its roles stand where: arrays by pair of figure and entity.

A figure meets the roles of the last FAR characters and of the rest of its sentence, and the hero of the text and the company
that it began with from anywhere. Roles that mean the same entity are one owner.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pipeline.extract.claims.lineup import TYPES, Lineup

if TYPE_CHECKING:
    from pipeline.extract.claims.lineup import Real, Truth, Whole

FAR = 2500
"""Characters back that an owner may be named."""
_BEHIND = 300
"""Characters behind the figure, in its sentence."""
_MOST = 16
"""Entities on each side that may own a figure: those that were named last."""
NOT_ANY = -1
_LATER = 1 << 40
"""Behind every role."""


@dataclass(frozen=True, slots=True)
class Meetings:
    """Each role that a figure meets, those of an entity together and by position: `pair` is the number of figure and entity."""

    figure: Whole
    role: Whole
    pair: Whole
    before: Truth
    here: Truth
    """Before the figure, and in its sentence."""
    behind: Truth
    first: Whole
    """Where each pair begins."""

    def count(self, true: Truth) -> Whole:
        """How many roles of each pair it is true of."""
        return np.add.reduceat(true, self.first, dtype=np.int64)

    def any(self, true: Truth) -> Truth:
        """Whether it is true of any."""
        return np.logical_or.reduceat(true, self.first)

    def earliest(self, true: Truth) -> Whole:
        """The first role of each pair that it is true of, or one beyond all."""
        return np.minimum.reduceat(np.where(true, self.role, _LATER), self.first)

    def latest(self, true: Truth) -> Whole:
        """The last one, NOT_ANY where there is none."""
        return np.maximum.reduceat(np.where(true, self.role, NOT_ANY), self.first)

    def least(self, numbers: Real, true: Truth, none: float) -> Real:
        """The least number of those that it is true of, `none` where it is of none."""
        least = np.minimum.reduceat(np.where(true, numbers, np.inf), self.first)
        return np.where(np.isinf(least), none, least)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Each figure and each entity that it meets."""

    figure: Whole
    """The figure's place among those that were asked for."""
    entity: Whole
    meetings: Meetings
    last: Whole
    """The entity's last role before the figure, the last and the first in its sentence, the first behind it; NOT_ANY for none."""
    last_here: Whole
    first_here: Whole
    behind: Whole
    may_own: Truth

    def of_figure(self, true: Truth, size: int) -> Whole:
        """Of how many entities it is true, by figure."""
        return np.bincount(self.figure[true], minlength=size)

    def passed(self, role: Whole, kin: Whole | None = None, *, ahead: bool = False) -> Real:
        """How many other entities (of the same type: `kin`) one meets before each, going back from the figure, or ahead."""
        groups = self.figure if kin is None else self.figure * (len(TYPES) + 1) + kin
        way = role if ahead else -role
        order = np.lexsort((way, groups))
        ordered = groups[order]
        begins = np.maximum.accumulate(
            np.where(np.r_[True, ordered[1:] != ordered[:-1]], np.arange(len(ordered)), 0)
        )
        met = np.empty(len(groups))
        met[order] = np.arange(len(ordered)) - begins
        return met


def meetings_of(lineup: Lineup, figures: Whole) -> Meetings:
    """Whom the figures of these numbers meet; of a text without roles nobody."""
    told, roles = lineup.figures, lineup.roles
    start, end = told.start[figures], told.end[figures]
    low = np.maximum(0, start - FAR)
    first = np.searchsorted(roles.start, low)
    beyond = np.searchsorted(roles.start, np.minimum(told.ceiling[figures], end + _BEHIND))
    counts = np.maximum(beyond - first, 0)
    figure = np.repeat(np.arange(len(figures)), counts)
    role = np.arange(counts.sum()) + np.repeat(first - np.r_[0, counts.cumsum()[:-1]], counts)
    for lasting in _lasting(lineup):
        far = np.flatnonzero(roles.start[lasting] < low)
        figure, role = np.r_[figure, far], np.r_[role, np.full(len(far), lasting)]
    key = figure * len(lineup.entities) + roles.entity[role]
    order = np.lexsort((role, key))
    figure, role, key = figure[order], role[order], key[order]
    turns = np.r_[True, key[1:] != key[:-1]][: len(key)]
    before = roles.end[role] <= start[figure]
    return Meetings(
        figure, role,
        pair=turns.cumsum() - 1,
        before=before,
        here=before & (roles.start[role] >= told.floor[figures][figure]),
        behind=roles.start[role] >= end[figure],
        first=np.flatnonzero(turns),
    )  # fmt: skip


def pairs_of(lineup: Lineup, meetings: Meetings) -> Pairs:
    """The figures and entities of the meetings, of which there is at least one."""
    figure, entity = meetings.figure[meetings.first], lineup.roles.entity[meetings.role[meetings.first]]
    last = meetings.latest(meetings.before)
    behind = meetings.earliest(meetings.behind)
    pairs = Pairs(
        figure, entity, meetings, last, meetings.latest(meetings.here), meetings.earliest(meetings.here),
        np.where(behind == _LATER, NOT_ANY, behind), np.zeros(len(figure), dtype=np.bool_),
    )  # fmt: skip
    nearest = np.full(figure.max() + 1, _LATER)
    np.minimum.at(nearest, figure, behind)
    may = (last != NOT_ANY) & (pairs.passed(last) < _MOST)
    may |= (behind != _LATER) & (behind - nearest[figure] < _MOST)
    lasting = [lineup.roles.entity[role] for role in _lasting(lineup)]
    pairs.may_own[:] = may | (np.isin(entity, lasting) & ((last != NOT_ANY) | (behind != _LATER)))
    return pairs


def _lasting(lineup: Lineup) -> list[int]:
    """The roles that stay in mind to the end of a text."""
    cast = lineup.cast
    found = {
        lineup.entities[role.entity]: role for role in (cast.hero, cast.opening) if role
    }  # of the same entity only one
    return sorted(cast.roles.index(role) for role in found.values())
