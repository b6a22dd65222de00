"""Bearings: a lineup and some of its figures in, out who may own each, as its nearest role, and what bears on that in numbers.

Where the entity stands in the figure's sentence, before and behind it; how the text keeps coming back to it; what it is, and
how odd it is that such a thing has such a figure. The numbers are weighed by trees (forest.py) that were grown from gold
documents (benchmarks/teaching.py); Grosz's and Sidner's centers, Hobbs's distance and Soon's features are among them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pipeline.extract.claims.fitting import oddities
from pipeline.extract.claims.lineup import TYPES, Lineup
from pipeline.extract.claims.pairs import FAR, NOT_ANY, Pairs, meetings_of, pairs_of

if TYPE_CHECKING:
    import numpy.typing as npt

    from pipeline.extract.claims.lineup import Rows, Whole

    Column = npt.NDArray[np.generic] | float

_CENTER = 40
"""Characters of a line's beginning that may be its heading."""
_NONE = 99.0
"""Of what there is not: farther than anything."""
_NOWHERE = 9999.0
_LISTED, _COUNTED = 400, 20
"""Characters in which commas are counted, and how many there are where an entity is farther away."""
_NEAR = 3
"""Sentences back in which entities are counted by type."""
_NEARER = 2
_FIGURES_BACK = 40
_LANGS = {"ja": 0.0, "en": 1.0, "fr": 2.0}
NAMES = (
    # in the figure's own sentence, before it
    "in_sentence", "near_away", "near_standing", "near_told", "near_borders", "between", "best_standing", "best_away",
    "best_borders", "opens_sentence", "referred", "commas",
    # wherever it was named last
    "sentences_away", "away", "last_standing", "last_later", "last_told", "last_aside", "best_later", "previous_best",
    "previous_names", "alike_between", "figures_between", "alike_figures_between", "before_heading", "in_heading",
    # behind the figure
    "behind_away", "behind_standing", "behind_borders", "behind_between",
    # in its line and in the text
    "in_line", "opens_line", "told", "share", "first_at", "order", "is_first", "is_star", "is_hero", "is_center",
    # the figures before (history.py)
    "had_last", "had_last_here", "had", "last_figure_away", "last_alike_metric", "last_alike_kind",
    # what it is
    "somebody", "type", "stage", "odd", "public", "invests", "watches", "known", "passes", "bought", "parent_near", "child_in_sentence",
    "parent_in_sentence", "employs_here", "employs_near", "employed", "alike_near",
    # the figure
    "names_before", "names_behind", "into_sentence", "figures_in_sentence", "open", "size", "metric", "kind", "lang",
)  # fmt: skip
"""What the numbers of an entity mean, in their order."""
HAD = NAMES.index("had_last")
"""Where the numbers begin that depend on who had the figures before."""


@dataclass(frozen=True, slots=True)
class Bearings:
    """By pair of figure and entity, the pairs of a figure together."""

    owner: Whole
    """The number of the entity's role that is nearest."""
    entity: Whole
    rows: Rows
    """[pairs, NAMES]; those of who had the figures before are not filled in."""
    first: Whole
    """Where the pairs of each figure begin, and the last ones end."""


def bearings_of(lineup: Lineup, figures: Whole) -> Bearings:
    """Who may own the figures of these numbers, and what bears on each."""
    meetings = meetings_of(lineup, figures)
    if not len(meetings.role):
        nobody = np.zeros(0, dtype=np.int64)
        return Bearings(
            nobody,
            nobody,
            np.zeros((0, len(NAMES)), dtype=np.float32),
            np.zeros(len(figures) + 1, dtype=np.int64),
        )
    pairs = pairs_of(lineup, meetings)
    nearest = np.where(
        pairs.last_here != NOT_ANY, pairs.last_here, np.where(pairs.last != NOT_ANY, pairs.last, pairs.behind)
    )
    asked = figures[pairs.figure]
    columns = (
        *_in_sentence(lineup, pairs, asked, nearest),
        *_before(lineup, pairs, asked),
        *_behind(lineup, pairs, asked),
        *_in_text(lineup, pairs, asked),
        *_last_figure(lineup, asked),
        *_being(lineup, pairs, asked, nearest),
        *_of_figure(lineup, pairs, asked, len(figures)),
    )
    kept = np.flatnonzero(pairs.may_own)
    met = np.minimum.reduceat(
        np.where(meetings.before | meetings.behind, meetings.role, np.iinfo(np.int64).max), meetings.first
    )
    kept = kept[np.lexsort((met[kept], pairs.figure[kept]))]  # in the order in which they are named
    rows = np.empty((len(kept), len(NAMES)), dtype=np.float32)
    for place, column in enumerate(columns):
        rows[:, place] = column[kept] if isinstance(column, np.ndarray) else column
    first = np.searchsorted(pairs.figure[kept], np.arange(len(figures) + 1))
    return Bearings(nearest[kept], pairs.entity[kept], rows, first)


def _in_sentence(lineup: Lineup, pairs: Pairs, asked: Whole, nearest: Whole) -> tuple[Column, ...]:
    """Before the figure, in its sentence."""
    roles, meetings, start = lineup.roles, pairs.meetings, lineup.figures.start[asked]
    there, near = pairs.last_here != NOT_ANY, pairs.last_here
    standing = roles.standing[meetings.role]
    best_standing = meetings.least(standing, meetings.here, _NONE)
    best = meetings.earliest(meetings.here & (standing == best_standing[meetings.pair]))
    best = np.where(there, best, 0)
    opener = np.full(pairs.figure.max() + 1, np.iinfo(np.int64).max)
    np.minimum.at(opener, pairs.figure, pairs.first_here)
    away = start - roles.end[nearest]
    commas = np.searchsorted(lineup.commas, start) - np.searchsorted(lineup.commas, roles.end[nearest])
    return (
        meetings.count(meetings.here),
        np.where(there, start - roles.end[near], _NOWHERE),
        np.where(there, roles.standing[near], _NONE),
        np.where(there, roles.told[near], -1),
        np.where(there, lineup.between(roles.end[near], start), _NONE),
        np.where(there, pairs.passed(near), _NONE),
        best_standing,
        np.where(there, start - roles.end[best], _NOWHERE),
        np.where(there, lineup.between(roles.end[best], start), _NONE),
        there & (pairs.first_here == opener[pairs.figure]),
        meetings.any(meetings.here & ~roles.told[meetings.role]),
        np.where((away >= 0) & (away < _LISTED), commas, _COUNTED),
    )


def _before(lineup: Lineup, pairs: Pairs, asked: Whole) -> tuple[Column, ...]:
    """Where it was named last before the figure, in this sentence or another."""
    roles, meetings, figures = lineup.roles, pairs.meetings, lineup.figures
    there, last = pairs.last != NOT_ANY, pairs.last
    start, sentence, heading = figures.start[asked], figures.sentence[asked], figures.heading[asked]
    back = sentence[meetings.pair] - roles.sentence[meetings.role]
    later, standing = roles.later[meetings.role], roles.standing[meetings.role]
    previous = meetings.before & (back == 1)
    names = pairs.of_figure(meetings.any(previous), pairs.figure.max() + 1)
    since = np.maximum(_oldest(lineup, asked), np.searchsorted(figures.start, roles.end[last]))
    since = np.minimum(since, asked)
    kind = figures.kind[asked]
    heads = heading[meetings.pair]
    begins = roles.start[meetings.role]
    headed = meetings.before & (heads >= 0) & (heads <= begins) & (begins < heads + _CENTER)
    return (
        np.where(there, sentence - roles.sentence[last], _NONE),
        np.where(there, start - roles.end[last], _NOWHERE),
        np.where(there, roles.standing[last], _NONE),
        np.where(there, roles.later[last], _NONE),
        np.where(there, roles.told[last], -1),
        there & roles.aside[last],
        meetings.least(later, meetings.before & (back <= _NEAR), _NONE),
        meetings.least(np.minimum(later, standing), previous, _NONE),
        names[pairs.figure],
        np.where(there, pairs.passed(last, np.where(there, roles.type[last], len(TYPES))), _NONE),
        np.where(there, asked - since, _NONE),
        np.where(there, lineup.alike[kind, asked] - lineup.alike[kind, since], _NONE),
        there & (roles.start[last] >= heading),
        meetings.any(headed),
    )


def _behind(lineup: Lineup, pairs: Pairs, asked: Whole) -> tuple[Column, ...]:
    """Behind the figure, in its sentence."""
    roles, end, first = lineup.roles, lineup.figures.end[asked], pairs.behind
    there = first != NOT_ANY
    beyond = np.where(there, first, len(roles.start))
    return (
        np.where(there, roles.start[first] - end, _NOWHERE),
        np.where(there, roles.standing[first], _NONE),
        np.where(there, lineup.between(end, roles.start[first]), _NONE),
        np.where(there, pairs.passed(beyond, ahead=True), _NONE),
    )


def _in_text(lineup: Lineup, pairs: Pairs, asked: Whole) -> tuple[Column, ...]:
    """How much its line and the text are about it."""
    roles, meetings, cast, entity = lineup.roles, pairs.meetings, lineup.cast, pairs.entity
    start = roles.start[meetings.role]
    in_line = start >= lineup.figures.line[asked][meetings.pair]
    opener = np.full(pairs.figure.max() + 1, np.iinfo(np.int64).max)
    np.minimum.at(opener, meetings.figure[in_line], start[in_line])
    told = lineup.told
    return (
        meetings.count(meetings.before & in_line),
        meetings.any(meetings.before & (start == opener[meetings.figure])),
        meetings.count(meetings.before & roles.told[meetings.role]),
        told[entity] / max(1.0, told.sum()),
        lineup.first[entity],
        entity,
        entity == lineup.entities.get(cast.first, NOT_ANY),
        entity == lineup.entities.get(cast.star, NOT_ANY),
        entity == (lineup.entities[cast.hero.entity] if cast.hero else NOT_ANY),
        (lineup.figures.centers[asked] == entity[:, None]).any(axis=1),
    )


def _last_figure(lineup: Lineup, asked: Whole) -> tuple[Column, ...]:
    """The figure before; who had it is not known yet."""
    figures = lineup.figures
    there, last = asked > 0, asked - 1
    return (
        0.0,
        0.0,
        0.0,
        np.where(there, figures.start[asked] - figures.end[last], _NOWHERE),
        there & (figures.metric[last] == figures.metric[asked]),
        there & (figures.kind[last] == figures.kind[asked]),
    )


def _being(lineup: Lineup, pairs: Pairs, asked: Whole, nearest: Whole) -> tuple[Column, ...]:
    """What it is, and whose kin."""
    roles, meetings, figures = lineup.roles, pairs.meetings, lineup.figures
    size = len(lineup.entities)
    mine = pairs.figure * size + pairs.entity
    parents = roles.parent[nearest]
    parent = np.where(parents >= 0, pairs.figure * size + parents, NOT_ANY)
    here, start = meetings.here, roles.start[meetings.role]
    makers = (meetings.figure * size + roles.parent[meetings.role])[here & (roles.parent[meetings.role] >= 0)]
    firm = roles.firm[meetings.role]
    firms = meetings.figure * size + firm
    floor, ceiling = figures.floor[asked][meetings.pair], figures.ceiling[asked][meetings.pair]
    back = figures.sentence[asked][meetings.pair] - roles.sentence[meetings.role]
    in_sentence = (firm >= 0) & (floor <= start) & (start < ceiling)
    lately = (firm >= 0) & meetings.before & (back <= _NEARER)
    near = (pairs.last != NOT_ANY) & (figures.sentence[asked] - roles.sentence[pairs.last] <= _NEAR)
    alike = np.bincount(
        pairs.figure[near] * len(TYPES) + roles.type[pairs.last[near]],
        minlength=(pairs.figure.max() + 1) * len(TYPES),
    )
    return (
        roles.somebody[nearest],
        roles.type[nearest],
        roles.stage[nearest],
        oddities(lineup, asked, nearest),
        roles.public[nearest],
        roles.invests[nearest],
        roles.watches[nearest],
        roles.known[nearest],
        roles.passes[nearest],
        meetings.any((meetings.before | meetings.behind) & roles.bought[meetings.role]),
        np.isin(parent, mine[pairs.may_own]),
        np.isin(mine, makers),
        np.isin(parent, mine[pairs.last_here != NOT_ANY]),
        np.isin(mine, firms[in_sentence]),
        np.isin(mine, firms[lately]),
        roles.employed[nearest],
        alike[pairs.figure * len(TYPES) + roles.type[nearest]],
    )


def _of_figure(lineup: Lineup, pairs: Pairs, asked: Whole, size: int) -> tuple[Column, ...]:
    """The same for all."""
    figures = lineup.figures
    before = pairs.of_figure(pairs.last_here != NOT_ANY, size)
    behind = pairs.of_figure(pairs.behind != NOT_ANY, size)
    first = np.maximum(_oldest(lineup, asked), np.searchsorted(figures.start, figures.floor[asked]))
    return (
        before[pairs.figure],
        behind[pairs.figure],
        figures.start[asked] - figures.floor[asked],
        asked - np.minimum(first, asked),
        figures.open[asked],
        figures.digits[asked],
        figures.metric[asked],
        figures.kind[asked],
        _LANGS[lineup.lang],
    )


def _oldest(lineup: Lineup, asked: Whole) -> Whole:
    """The first of the figures before that still count."""
    start = lineup.figures.start
    return np.maximum(asked - _FIGURES_BACK, np.searchsorted(start, start[asked] - FAR))
