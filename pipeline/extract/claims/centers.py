"""Centers: a figure and the cast in, whom its paragraph is about out, each with what it costs more than any topic.

The center of a paragraph (focus.py) keeps its figures while others are only mentioned. Where another subject came in between,
it costs a little more; where that is a thing, only a thing takes the figures of things back.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.claims.affinity import OF_THINGS, PRESENTED
from pipeline.extract.claims.focus import LEADING
from pipeline.extract.claims.owner_costs import COUNTED_CHIPS, Owned
from pipeline.extract.claims.passing import passes_by
from pipeline.extract.claims.roles import Cast, Role
from pipeline.records import Metric

TOPICS_BACK = 40
"""Roles back that a sentence may go on about."""
_NEVER_OF_THINGS: frozenset[Metric] = frozenset(
    ("revenue", "profit", "loss", "valuation", "funding", "capex", "cash", "employees", "investment")
)
_FAR = 2500
_BACK_TO, _COMPARED = 4.0, -4.0
"""What it costs to come back to the center from another subject; from a rival's thing one always comes back."""


def centered(cast: Cast, figure: Owned, start: int, here: int) -> Iterator[tuple[Role, float]]:
    """The company and the thing of the paragraph, as far as the figure of a sentence that begins at `start` may be theirs."""
    line = cast.focus.line_of(figure.start)
    latest = _leader(cast, start)
    leader = latest if latest and (latest.start >= line or not cast.hero) else None
    for role in cast.focus.at(figure.start):
        if role.sentence >= here or _is_of_a_thing(figure, role, latest):
            continue
        if role.type in PRESENTED and figure.metric in _NEVER_OF_THINGS:
            continue
        led = leader is None or leader.entity == role.entity
        if not led and role.start < line:
            continue
        compared = (
            latest and role.type in PRESENTED and latest.type in PRESENTED and latest.parent != role.parent
        )
        yield (
            role,
            _COMPARED if compared and latest and latest.entity != role.entity else 0.0 if led else _BACK_TO,
        )


def _leader(cast: Cast, start: int) -> Role | None:
    """Whom the latest sentences before a place are about, bystanders left out."""
    for role in reversed(cast.within(max(0, start - _FAR), start)[-TOPICS_BACK:]):
        if role.standing <= LEADING and role.entity and role.type != "person" and not passes_by(role):
            return role
    return None


def _is_of_a_thing(figure: Owned, role: Role, latest: Role | None) -> bool:
    """Whether a company stands against a thing that was just spoken of, and the figure is what a thing has."""
    thing = latest is not None and latest.type in PRESENTED and latest.entity != role.entity
    return (
        thing
        and role.type == "organization"
        and figure.metric in OF_THINGS
        and figure.unit not in COUNTED_CHIPS
    )
