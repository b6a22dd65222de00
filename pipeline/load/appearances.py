"""Appearances: mentions of documents in; which entity stands how often in which of them, merges applied, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.records import CANDIDATE
from pipeline.warehouse.transaction import lent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duckdb import DuckDBPyConnection

TOP_NAMES = 5
"""Names that a row of documents carries."""

_COUNTED = f"""
INSERT INTO appearances BY NAME
WITH counted AS (
    SELECT m.doc_id, coalesce(g.entity, m.entity) AS entity, any_value(m.name) AS name, any_value(m.type) AS type,
           count(*) AS mentions, count(*) FILTER (m.method = 'phonetic') AS misheard
    FROM {{mentions}} m LEFT JOIN merges g ON g.target = coalesce(m.entity, '{CANDIDATE}' || m.name)
    GROUP BY m.doc_id, coalesce(g.entity, m.entity), CASE WHEN coalesce(g.entity, m.entity) IS NULL THEN m.name END
)
SELECT c.* REPLACE (coalesce(e.name, c.name) AS name, coalesce(e.type, c.type) AS type),
       d.source, d.lang, d.said_at, d.loaded_at
FROM counted c JOIN {{documents}} d USING (doc_id) LEFT JOIN entities e ON e.entity = c.entity
"""


def count_appearances(connection: DuckDBPyConnection, mentions: str, documents: str) -> None:
    """Counts the mentions of a relation of new documents; the caller has deleted what older ones came to."""
    connection.execute(_COUNTED.format(mentions=mentions, documents=documents))


def rename(connection: DuckDBPyConnection, chosen: str) -> None:
    """Lays the most frequent names of documents anew, merges applied. chosen: a condition on documents and appearances."""
    connection.execute(
        f"""UPDATE documents SET names = n.names FROM (
            SELECT doc_id, array_agg(name ORDER BY mentions DESC, name)[:{TOP_NAMES}] AS names
            FROM appearances WHERE {chosen} GROUP BY doc_id
        ) n WHERE n.doc_id = documents.doc_id"""
    )


def recount_appearances(connection: DuckDBPyConnection, doc_ids: Sequence[str]) -> None:
    """Counts the mentions of these documents anew, as after a merge."""
    if not doc_ids:
        return
    with lent(connection, doc_id=doc_ids):
        chosen = "doc_id IN (SELECT doc_id FROM lent)"
        connection.execute(f"DELETE FROM appearances WHERE {chosen}")
        count_appearances(connection, f"(FROM mentions WHERE {chosen})", f"(FROM documents WHERE {chosen})")
        rename(connection, chosen)
