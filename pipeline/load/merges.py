"""Merges: what people decided about entities in; which entity each target counts as, in tables and extractions, out.

The edits are kept and the table `merges` is what they come to: the last word on each target, chains followed to their
end. Mentions and figures stay as they were extracted, so that what was merged can be parted again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from pipeline.load.appearances import recount_appearances
from pipeline.records import CANDIDATE, ENTITY_ACTIONS, Extraction
from pipeline.warehouse.transaction import lent

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Merges = Mapping[str, str]
"""By target: the entity that it counts as."""


def read_merges(connection: DuckDBPyConnection) -> dict[str, str]:
    return dict(connection.execute("SELECT target, entity FROM merges").fetchall())


def resolve(edits: Iterable[tuple[str, str, str | None]]) -> dict[str, str]:
    """Edits (action, target, becomes) in the order in which they were made, to merges.

    One that would make an entity count as itself, by whatever way, is passed over.
    """
    into: dict[str, str] = {}
    for action, target, becomes in edits:
        if action == "split-entity":
            into.pop(target, None)
        elif becomes and _end(into, becomes) != target:
            into[target] = becomes
    return {target: _end(into, entity) for target, entity in into.items()}


def apply_entity_edits(connection: DuckDBPyConnection) -> None:
    """Brings `merges`, the promoted entities and the appearances in step with `edits`; the caller holds the transaction."""
    before = read_merges(connection)
    edits = connection.execute(
        f"SELECT action, target, becomes FROM edits WHERE action IN {ENTITY_ACTIONS} ORDER BY edited_at, edit_id"
    ).fetchall()
    after = resolve(edits)
    if after != before:
        connection.execute("DELETE FROM merges")
        if after:
            with lent(connection, target=list(after), entity=list(after.values())):
                connection.execute("INSERT INTO merges BY NAME SELECT * FROM lent")
    write_promoted(connection)
    changed = [one for one in before.keys() | after.keys() if before.get(one) != after.get(one)]
    if changed:
        recount_appearances(connection, _documents_naming(connection, changed))


def write_promoted(connection: DuckDBPyConnection) -> None:
    """Adds the promoted candidates to the catalogue's tables, unless they have come into the catalogue since."""
    connection.execute(
        "DELETE FROM aliases WHERE entity IN (SELECT entity FROM entities WHERE origin = 'promoted')"
    )
    connection.execute("DELETE FROM entities WHERE origin = 'promoted'")
    connection.execute(
        """INSERT INTO entities BY NAME
        SELECT becomes AS entity, arg_max(name, edited_at) AS name, arg_max(type, edited_at) AS type, 'promoted' AS origin
        FROM edits WHERE action = 'promote-candidate' AND becomes NOT IN (SELECT entity FROM entities)
          AND becomes IN (SELECT entity FROM merges)
        GROUP BY becomes"""
    )
    connection.execute(
        """INSERT INTO aliases SELECT entity, name, 'full' FROM entities WHERE origin = 'promoted'"""
    )


def merged(extraction: Extraction, merges: Merges) -> Extraction:
    """The extraction with the entities that its own count as, so that alert rules follow the merges."""
    if not merges:
        return extraction
    mentions = [
        msgspec.structs.replace(one, entity=entity)
        if (entity := merges.get(one.entity or f"{CANDIDATE}{one.name}"))
        else one
        for one in extraction.mentions
    ]
    return msgspec.structs.replace(extraction, mentions=mentions)


def _documents_naming(connection: DuckDBPyConnection, targets: Sequence[str]) -> list[str]:
    query = f"""SELECT DISTINCT doc_id FROM mentions
        WHERE coalesce(entity, '{CANDIDATE}' || name) IN (SELECT target FROM lent)"""
    with lent(connection, target=targets):
        return [doc_id for (doc_id,) in connection.execute(query).fetchall()]


def _end(into: Mapping[str, str], entity: str) -> str:
    while entity in into:
        entity = into[entity]
    return entity
