"""Named: names of the catalogue and candidates of one text in, both in one list out, as those who may own a figure or say it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extract.candidates.propose import Candidate
from pipeline.extract.names.link import Link
from pipeline.extract.profile import UNKNOWN, Profile, profile_of
from pipeline.extract.romaji import in_latin
from pipeline.extract.tokens import has_japanese
from pipeline.records import Entity, EntityType

_NO_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Named:
    """A name at [start, end) that means `entity`: a catalogue's id, or the slug of a candidate (then not `known`).

    `profile`: of the organization that it is, or whose person or thing it is.
    """

    start: int
    end: int
    entity: str
    type: EntityType
    parent: str | None
    known: bool
    profile: Profile = UNKNOWN


def named_in(
    links: Sequence[Link], candidates: Sequence[Candidate], entities: Mapping[str, Entity]
) -> list[Named]:
    """All names by position. A candidate whose name gives no slug (Greek, say) owns nothing."""
    known = [_known(one, entities) for one in links]
    proposed = [
        Named(one.start, one.end, slug, one.type, None, False)
        for one in candidates
        if (slug := slug_of(one.name)) and slug not in entities
    ]
    return sorted([*known, *proposed], key=lambda one: one.start)


def _known(link: Link, entities: Mapping[str, Entity]) -> Named:
    entity, maker = entities[link.entity], _maker(link.entity, entities)
    firm = entity if entity.type == "organization" else entities.get(maker or "")
    profile = profile_of(firm) if firm else UNKNOWN
    return Named(link.start, link.end, link.entity, entity.type, maker, True, profile)


def _maker(entity: str, entities: Mapping[str, Entity]) -> str | None:
    """The parent of an entity; of a version, whose parent is a family, that of the family: who made it."""
    parent = entities[entity].parent
    for _ in range(4):
        if (
            parent is None
            or parent not in entities
            or entities[parent].type not in ("model", "product", "hardware")
        ):
            break
        parent = entities[parent].parent or parent
    return parent


@lru_cache(maxsize=20_000)
def slug_of(name: str) -> str:
    """The id a name would have in the catalogue: small letters and digits joined by hyphens; "" where it has none."""
    latin = in_latin(name) if has_japanese(name) else name
    plain = unicodedata.normalize("NFKD", latin.casefold())
    return _NO_SLUG.sub("-", "".join(one for one in plain if not unicodedata.combining(one))).strip("-")
