"""Entities as people see them: who says which names are one, in; checked edits on the topic `edits`, out.

Nothing is rewritten: the catalogue stays as it is, the loader lets the views follow, and what was merged can be parted.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast, get_args

from pipeline.errors import Rejected
from pipeline.records import CANDIDATE, ENTITY_ACTIONS, Edit, EditAction, EntityType, decode
from pipeline.topics.base import Partition, Topics
from pipeline.topics.envelope import pack

if TYPE_CHECKING:
    from duckdb import DuckDBPyRelation

PAGE = 500

Resolve = Callable[[Iterable[tuple[str, str, str | None]]], Mapping[str, str]]
"""What edits (action, target, becomes) come to, by target; the loader's own, so that both agree."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is decided so far. known: ids of the catalogue and of promoted candidates. merges: by target, its entity."""

    known: Collection[str]
    merges: Mapping[str, str]
    edits: tuple[Edit, ...]

    def last(self, target: str) -> Edit:
        """The edit that says what the target is now."""
        return next(edit for edit in reversed(self.edits) if edit.target == target)


def read_standing(topics: Topics, catalogue: Collection[str], resolve: Resolve) -> Standing:
    """Reads the topic `edits` from its start."""
    edits = tuple(sorted(_edits(topics), key=lambda edit: (edit.at, edit.edit_id)))
    merges = resolve((edit.action, edit.target, edit.becomes) for edit in edits)
    promoted = {
        edit.becomes for edit in edits if edit.action == "promote-candidate" and edit.target in merges
    }
    return Standing({*catalogue, *(one for one in promoted if one)}, merges, edits)


def merge(topics: Topics, standing: Standing, variant: str, into: str, who: str) -> Edit:
    """From now on the variant counts as the other entity. Raises Rejected where that makes no sense."""
    target = target_of(standing, variant)
    if into not in standing.known:
        raise Rejected(f"{into} is no entity", _suggestion(into, standing.known))
    end = standing.merges.get(into, into)
    if end == target:
        raise Rejected(
            f"{into} counts as {end} already, so {variant} would count as itself",
            f"part them first: kikimimi entities split {into}",
        )
    if standing.merges.get(target) == end:
        raise Rejected(f"{variant} counts as {end} already", "see kikimimi entities list")
    return _append(topics, "merge-entity", target, who, becomes=into)


def split(topics: Topics, standing: Standing, variant: str, who: str) -> Edit:
    """From now on the variant is what the extractor says again. Raises Rejected where nothing was merged."""
    target = target_of(standing, variant)
    if target not in standing.merges:
        raise Rejected(f"{variant} counts as nothing else", "see kikimimi entities list")
    return _append(topics, "split-entity", target, who)


def promote(topics: Topics, standing: Standing, name: str, id_: str, type_: str, who: str) -> Edit:
    """Makes an entity of a candidate. Raises Rejected for an id that is taken or no slug, or an unknown type."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id_):
        raise Rejected(
            f"{id_!r} is no id", "give one with --id: lower-case letters, digits and single hyphens"
        )
    if id_ in standing.known:
        raise Rejected(
            f"{id_} is an entity already",
            f"merge the name into it: kikimimi entities merge '{name}' --into {id_}",
        )
    if type_ not in get_args(EntityType):
        raise Rejected(f"{type_!r} is no type of entity", f"known are {', '.join(get_args(EntityType))}")
    return _append(topics, "promote-candidate", f"{CANDIDATE}{name}", who, becomes=id_, name=name, type=type_)


def check_seen(ask: Callable[[str], DuckDBPyRelation], name: str) -> None:
    """Raises Rejected for a candidate that stands in no document: most likely a slip of the pen."""
    quoted = name.removeprefix(CANDIDATE).replace("'", "''")
    query = f"SELECT count(*) FROM mentions WHERE entity IS NULL AND name = '{quoted}'"
    if ask(query).fetchall() == [(0,)]:
        raise Rejected(
            f"{name} is no entity, and no candidate that was ever seen",
            "see kikimimi sql 'FROM candidates_ranked'",
        )


def target_of(standing: Standing, variant: str) -> str:
    """The target that people mean: an entity's id, else the name of a candidate."""
    if variant in standing.known or variant.startswith(CANDIDATE):
        return variant
    return f"{CANDIDATE}{variant}"


def _append(topics: Topics, action: EditAction, target: str, who: str, **more: Any) -> Edit:
    now = datetime.now(UTC)
    edit_id = hashlib.sha256(f"{target} {action} {now.isoformat()}".encode()).hexdigest()[:32]
    edit = Edit(edit_id=edit_id, action=action, target=target, who=who, at=now, **more)
    topics.append("edits", [pack("edits", target, edit)])
    return edit


def _edits(topics: Topics) -> Iterable[Edit]:
    positions: dict[Partition, int] = {}
    while batch := topics.read("edits", positions, PAGE):
        for stored in batch:
            positions[stored.partition] = stored.offset + 1
            try:
                edit = cast("Edit", decode("edits", stored.message.value, stored.message.headers))
            except Rejected:  # the loader makes a dead letter of it
                continue
            if edit.action in ENTITY_ACTIONS:
                yield edit


def _suggestion(id_: str, known: Collection[str]) -> str:
    from rapidfuzz.process import extract

    near = [name for name, score, _ in extract(id_, list(known), limit=3) if score > 60]
    return f"did you mean {' or '.join(near)}?" if near else "see kikimimi sql 'FROM entities'"
