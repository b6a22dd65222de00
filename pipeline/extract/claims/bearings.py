"""Bearings: a figure's scene in, the entities that may own it out, each with what bears on that in numbers.

Where the entity stands in the figure's sentence, before and behind it; how the text keeps coming back to it; what it is, and
how odd it is that such a thing has such a figure. The numbers are weighed by trees (forest.py) that were grown from gold
documents (benchmarks/teaching.py); Grosz's and Sidner's centers, Hobbs's distance and Soon's features are among them.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile

from pipeline.extract.claims.fitting import oddity_of
from pipeline.extract.claims.passing import passes_by
from pipeline.extract.claims.roles import NOBODY, Cast, Role
from pipeline.extract.claims.scenes import Census, Scene
from pipeline.records import EntityType, Kind, Metric

_CENTER = 40
"""Characters of a line's beginning that may be its heading."""
_NONE = 99.0
"""Of what there is not: farther than anything."""
_NOWHERE = 9999.0

_TYPES: dict[EntityType, float] = {
    "organization": 0,
    "person": 1,
    "model": 2,
    "product": 3,
    "hardware": 4,
    "project": 5,
    "law": 6,
}
_STAGES: dict[str | None, float] = {None: 0.0, "startup": 1.0, "established": 2.0}
_LANGS = {"ja": 0.0, "en": 1.0, "fr": 2.0}
_METRICS: tuple[Metric, ...] = (
    "investment", "funding", "valuation", "revenue", "cost", "price", "loss", "profit", "capex", "cash", "power-use", "hardware",
    "users", "subscribers", "employees", "share", "growth", "parameters", "tokens", "context", "benchmark", "length", "other",
)  # fmt: skip
_KINDS: tuple[Kind, ...] = (
    "money", "percent", "power", "energy", "data", "length", "area", "mass", "temperature", "duration", "age", "count", "multiple",
)  # fmt: skip
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
    # the figures before
    "had_last", "had_last_here", "had", "last_figure_away", "last_alike_metric", "last_alike_kind",
    # what it is
    "somebody", "type", "stage", "odd", "public", "invests", "watches", "known", "passes", "bought", "parent_near", "child_in_sentence",
    "parent_in_sentence", "employs_here", "employs_near", "employed", "alike_near",
    # the figure
    "names_before", "names_behind", "into_sentence", "figures_in_sentence", "open", "size", "metric", "kind", "lang",
)  # fmt: skip
"""What the numbers of an entity mean, in their order."""


def bearings_of(
    text: str, lang: str, scene: Scene, cast: Cast, census: Census
) -> tuple[list[Role], list[list[float]]]:
    """The entities that may own the figure of the scene, each as its nearest role, and their numbers."""
    shared = _of_figure(scene, lang)
    owners: list[Role] = []
    rows: list[list[float]] = []
    for entity, group in scene.groups.items():
        earlier = [role for role in group if role.end <= scene.figure.start]
        here = [role for role in earlier if role.start >= scene.start]
        later = [role for role in group if role.start >= scene.figure.end]
        role = here[-1] if here else earlier[-1] if earlier else later[0]
        owners.append(role)
        rows.append(
            [
                *_in_sentence(text, lang, scene, entity, here, role),
                *_before(scene, entity, earlier),
                *_behind(scene, entity, later),
                *_in_text(scene, cast, census, entity, earlier),
                *_had(scene, census, entity),
                *_being(scene, cast, group, role),
                *shared,
            ]
        )
    return owners, rows


def _in_sentence(
    text: str, lang: str, scene: Scene, entity: str, here: Sequence[Role], role: Role
) -> tuple[float, ...]:
    """Before the figure, in its sentence."""
    figure = scene.figure
    away = figure.start - role.end
    commas = text.count("、" if lang == "ja" else ",", role.end, figure.start) if 0 <= away < 400 else 20
    if not here:
        return 0, _NOWHERE, _NONE, -1, _NONE, _NONE, _NONE, _NOWHERE, _NONE, 0, 0, commas
    near = here[-1]
    best = min(here, key=lambda one: one.standing)
    return (
        len(here),
        figure.start - near.end,
        near.standing,
        near.told,
        scene.clauses.between(near.end, figure.start),
        scene.since[entity],
        best.standing,
        figure.start - best.end,
        scene.clauses.between(best.end, figure.start),
        here[0] is scene.here[0],
        any(not one.told for one in here),
        commas,
    )


def _before(scene: Scene, entity: str, earlier: Sequence[Role]) -> tuple[float, ...]:
    """Where it was named last before the figure, in this sentence or another."""
    if not earlier:
        return (_NONE, _NOWHERE, _NONE, _NONE, -1, 0, _NONE, _NONE, scene.previous, _NONE, _NONE, _NONE, 0, 0)
    figure, sentence = scene.figure, scene.sentence
    last = earlier[-1]
    since = [one.kind for one in takewhile(lambda one: one.start >= last.end, reversed(scene.figures))]
    return (
        sentence - last.sentence,
        figure.start - last.end,
        last.standing,
        last.later,
        last.told,
        last.aside > 0,
        min((one.later for one in earlier if sentence - one.sentence <= 3), default=_NONE),
        min((min(one.later, one.standing) for one in earlier if one.sentence == sentence - 1), default=_NONE),
        scene.previous,
        scene.alike_since[entity],
        len(since),
        since.count(figure.kind),
        last.start >= scene.heading,
        scene.heading >= 0 and any(scene.heading <= one.start < scene.heading + _CENTER for one in earlier),
    )


def _behind(scene: Scene, entity: str, later: Sequence[Role]) -> tuple[float, ...]:
    """Behind the figure, in its sentence."""
    if not later:
        return _NOWHERE, _NONE, _NONE, _NONE
    end, first = scene.figure.end, later[0]
    return (
        first.start - end,
        first.standing,
        scene.clauses.between(end, first.start),
        scene.until[entity],
    )


def _in_text(
    scene: Scene, cast: Cast, census: Census, entity: str, earlier: Sequence[Role]
) -> tuple[float, ...]:
    """How much its line and the text are about it."""
    return (
        sum(one.start >= scene.line for one in earlier),
        any(one.start == scene.opener for one in earlier),
        sum(one.told for one in earlier),
        census.told[entity] / max(1, census.total),
        census.first[entity],
        census.order[entity],
        entity == cast.first,
        entity == cast.star,
        cast.hero is not None and cast.hero.entity == entity,
        entity in scene.centers,
    )


def _had(scene: Scene, census: Census, entity: str) -> tuple[float, ...]:
    """Whether it had the figures before this one."""
    figure, last = scene.figure, scene.last
    again = entity == scene.latest
    if last is None:
        return again, False, census.had[entity], _NOWHERE, False, False
    return (
        again,
        again and last.start >= scene.start,
        census.had[entity],
        figure.start - last.end,
        last.metric == figure.metric,
        last.kind == figure.kind,
    )


def _being(scene: Scene, cast: Cast, group: Sequence[Role], role: Role) -> tuple[float, ...]:
    """What it is, and whose kin."""
    entity = role.entity
    return (
        entity != NOBODY,
        _TYPES[role.type],
        _STAGES[role.profile.stage],
        oddity_of(scene.figure, role),
        role.public,
        role.invests,
        role.watches,
        role.known,
        passes_by(role),
        any(one.bought for one in group),
        role.parent in scene.groups,
        entity in scene.makers,
        role.parent in scene.named_here,
        entity in scene.firms_here,
        entity in scene.firms_near,
        role.type == "person" and entity in cast.employers,
        scene.alike[role.type],
    )


def _of_figure(scene: Scene, lang: str) -> tuple[float, ...]:
    """The same for all."""
    figure = scene.figure
    low, high = figure.amount
    return (
        len(scene.named_here),
        scene.behind,
        figure.start - scene.start,
        sum(one.start >= scene.start for one in scene.figures),
        (low is None) - (high is None),
        _digits(high if high is not None else low),
        _METRICS.index(figure.metric),
        _KINDS.index(figure.kind),
        _LANGS[lang],
    )


def _digits(amount: object) -> float:
    """How large it is; -1 where only its order of magnitude is told."""
    return amount.adjusted() if isinstance(amount, Decimal) and amount else -1.0
