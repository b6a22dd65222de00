"""Bearings: one figure and the roles around it in, the entities that may own it out, each with what bears on that in numbers.

Where the entity stands in the figure's sentence, before and behind it; how the text keeps coming back to it; what it is, and
how odd it is that such a thing has such a figure. The numbers are weighed by trees (forest.py) that were grown from gold
documents (benchmarks/teaching.py); Grosz's and Sidner's centers, Hobbs's distance and Soon's features are among them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain

from pipeline.extract.claims.clauses import Clauses
from pipeline.extract.claims.fitting import oddity_of
from pipeline.extract.claims.owned import Owned
from pipeline.extract.claims.passing import passes_by
from pipeline.extract.claims.roles import NOBODY, Cast, Role
from pipeline.extract.sentences import Sentences
from pipeline.records import EntityType, Kind, Metric

FAR = 2500
"""Characters back that an owner may be named."""
BEHIND = 300
"""Characters behind the figure, in its sentence."""
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


@dataclass(slots=True)
class Census:
    """What a whole text knows of its entities: counted once, and who had the figures so far."""

    order: dict[str, int] = field(default_factory=dict)
    """In which order they were first named."""
    first: dict[str, int] = field(default_factory=dict)
    told: Counter[str] = field(default_factory=Counter)
    owners: list[str] = field(default_factory=list)
    """Of the figures so far; empty for nobody."""
    had: Counter[str] = field(default_factory=Counter)

    def goes_to(self, subject: str | None) -> None:
        """The next figure's owner."""
        self.owners.append(subject or "")
        if subject:
            self.had[subject] += 1


def census_of(cast: Cast) -> Census:
    """At the beginning of a text."""
    census = Census()
    for role in cast.roles:
        census.order.setdefault(role.entity, len(census.order))
        census.first.setdefault(role.entity, role.start)
        census.told[role.entity] += role.told
    return census


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is the same for every entity that may own one figure."""

    figure: Owned
    start: int
    end: int
    sentence: int
    line: int
    heading: int
    clauses: Clauses
    here: list[Role]
    previous: int
    """How many entities the sentence before names."""
    figures: Sequence[Owned]
    since: dict[str, int]
    """How many others were named after an entity was named last, in this sentence and before the figure."""
    alike_since: dict[str, int]
    """The same of entities of its type, and in any sentence."""
    until: dict[str, int]
    """How many others stand between the figure and an entity behind it."""


def bearings_of(
    text: str,
    lang: str,
    sentences: Sentences,
    clauses: Clauses,
    cast: Cast,
    figures: Sequence[Owned],
    index: int,
    census: Census,
) -> tuple[list[Role], list[list[float]]]:
    """The entities that may own the figure of this index, each as its nearest role, and their numbers."""
    figure = figures[index]
    start, end = sentences.around(figure.start)
    sentence = sentences.count_between(-1, start)
    low = max(0, figure.start - FAR)
    roles = cast.within(low, min(end, figure.end + BEHIND))
    for role in (cast.opening, cast.hero):
        if role and role.start < low:
            roles.insert(0, role)
    before = [role for role in roles if role.end <= figure.start]
    behind = [role for role in roles if role.start >= figure.end]
    line = text.rfind("\n", low, figure.start) + 1
    here = [role for role in before if role.start >= start]
    scene = _Scene(
        figure, start, end, sentence, line, cast.heading_before(figure.start), clauses, here,
        len({role.entity for role in before if role.sentence == sentence - 1}),
        [one for one in figures[max(0, index - 40) : index] if one.start >= low],
        _passed(reversed(here)), _passed_of_type(before), _passed(behind),
    )  # fmt: skip
    groups: dict[str, list[Role]] = {}
    for role in chain(before, behind):
        groups.setdefault(role.entity, []).append(role)
    opener = next((role.start for role in roles if role.start >= line), -1)
    near = {role.entity: role.type for role in before if sentence - role.sentence <= 3}
    alike_near = Counter(near.values())
    last = figures[index - 1] if index else None
    shared = _of_figure(scene, len({role.entity for role in behind}), lang)
    makers = {role.parent for role in scene.here if role.parent}
    named_here = {role.entity for role in scene.here}
    centers = {role.entity for role in cast.focus.at(figure.start)}
    firms = [
        (cast.employers[role.entity], role)
        for role in roles
        if role.type == "person" and role.entity in cast.employers
    ]
    firms_here = {firm for firm, role in firms if start <= role.start < end}
    firms_near = {firm for firm, role in firms if role.end <= figure.start and sentence - role.sentence <= 2}
    total = max(1, census.told.total())
    entities = set(groups)
    owners: list[Role] = []
    rows: list[list[float]] = []
    for entity, group in groups.items():
        earlier = [role for role in group if role.end <= figure.start]
        here = [role for role in earlier if role.start >= start]
        later = [role for role in group if role.start >= figure.end]
        role = here[-1] if here else earlier[-1] if earlier else later[0]
        owners.append(role)
        rows.append(
            [
                *_in_sentence(text, lang, scene, entity, here, role),
                *_before(scene, entity, earlier),
                *_behind(scene, entity, later),
                len([one for one in earlier if one.start >= line]),
                any(one.start == opener for one in earlier),
                sum(one.told for one in earlier),
                census.told[entity] / total,
                census.first[entity],
                census.order[entity],
                entity == cast.first,
                entity == cast.star,
                cast.hero is not None and cast.hero.entity == entity,
                entity in centers,
                *_had(census, entity, figure, last, start),
                entity != NOBODY,
                _TYPES[role.type],
                _STAGES[role.profile.stage],
                oddity_of(figure, role),
                role.public,
                role.invests,
                role.watches,
                role.known,
                passes_by(role),
                any(one.bought for one in group),
                role.parent in entities,
                entity in makers,
                role.parent in named_here,
                entity in firms_here,
                entity in firms_near,
                role.type == "person" and entity in cast.employers,
                alike_near[role.type],
                *shared,
            ]
        )
    return owners, rows


def _in_sentence(
    text: str, lang: str, scene: _Scene, entity: str, here: Sequence[Role], role: Role
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


def _before(scene: _Scene, entity: str, earlier: Sequence[Role]) -> tuple[float, ...]:
    """Where it was named last before the figure, in this sentence or another."""
    if not earlier:
        return (_NONE, _NOWHERE, _NONE, _NONE, -1, 0, _NONE, _NONE, scene.previous, _NONE, _NONE, _NONE, 0, 0)
    figure, sentence = scene.figure, scene.sentence
    last = earlier[-1]
    since = [one.kind for one in scene.figures if one.start >= last.end]
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


def _behind(scene: _Scene, entity: str, later: Sequence[Role]) -> tuple[float, ...]:
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


def _passed(roles: Iterable[Role]) -> dict[str, int]:
    """How many other entities one meets before each."""
    passed: dict[str, int] = {}
    for role in roles:
        passed.setdefault(role.entity, len(passed))
    return passed


def _passed_of_type(before: Sequence[Role]) -> dict[str, int]:
    """How many of its own type one meets before each, going back."""
    passed: dict[str, int] = {}
    met: Counter[EntityType] = Counter()
    for role in reversed(before):
        if role.entity not in passed:
            passed[role.entity] = met[role.type]
            met[role.type] += 1
    return passed


def _had(census: Census, entity: str, figure: Owned, last: Owned | None, start: int) -> tuple[float, ...]:
    """Whether it had the figures before this one."""
    latest = next((owner for owner in reversed(census.owners[-12:]) if owner), "")
    again = entity == latest
    if last is None:
        return again, False, census.had[entity], _NOWHERE, False, False
    return (
        again,
        again and last.start >= start,
        census.had[entity],
        figure.start - last.end,
        last.metric == figure.metric,
        last.kind == figure.kind,
    )


def _of_figure(scene: _Scene, behind: int, lang: str) -> tuple[float, ...]:
    """The same for all."""
    figure = scene.figure
    low, high = figure.amount
    return (
        len({one.entity for one in scene.here}),
        behind,
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
