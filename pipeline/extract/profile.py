"""Profile: an entity of the catalogue in, what a reader knows of an organization by its name alone out: trade, country, city, age."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records import Entity, OrganizationKind, Stage


@dataclass(frozen=True, slots=True)
class Profile:
    """What is not known is None, and speaks neither for nor against."""

    kind: OrganizationKind | None = None
    country: str | None = None
    city: str | None = None
    stage: Stage | None = None


UNKNOWN = Profile()


def profile_of(entity: Entity) -> Profile:
    """What the catalogue tells."""
    return Profile(entity.kind, entity.country, entity.city, entity.stage)
