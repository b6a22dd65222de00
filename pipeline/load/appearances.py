"""Appearances: mentions of documents in; which entity stands how often in which of them out.

Merges are applied, and mentions and documents that are held back do not count.
"""

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
    FROM {{mentions}} m
    ANTI JOIN (SELECT key FROM held WHERE relation = 'documents') h ON h.key = m.doc_id
    ANTI JOIN (SELECT key, char_start, char_end FROM held WHERE relation = 'mentions') s
        ON s.key = m.doc_id AND s.char_start = m.char_start AND s.char_end = m.char_end
    LEFT JOIN merges g ON g.target = coalesce(m.entity, '{CANDIDATE}' || m.name)
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
            SELECT d.doc_id, coalesce(a.names, []) AS names FROM (SELECT doc_id FROM documents WHERE {chosen}) d LEFT JOIN (
                SELECT doc_id, array_agg(name ORDER BY mentions DESC, name)[:{TOP_NAMES}] AS names
                FROM appearances WHERE {chosen} GROUP BY doc_id
            ) a ON a.doc_id = d.doc_id
        ) n WHERE n.doc_id = documents.doc_id AND documents.names <> n.names"""
    )


def recount_appearances(connection: DuckDBPyConnection, doc_ids: Sequence[str]) -> None:
    """Counts the mentions of these documents anew, as after a merge."""
    if not doc_ids:
        return
    with lent(connection, doc_id=doc_ids):
        count_anew(connection, "doc_id IN (SELECT doc_id FROM lent)")


def count_anew(connection: DuckDBPyConnection, chosen: str) -> None:
    """As recount_appearances. chosen: a condition on documents, mentions and appearances."""
    connection.execute(f"DELETE FROM appearances WHERE {chosen}")
    count_appearances(connection, f"(FROM mentions WHERE {chosen})", f"(FROM documents WHERE {chosen})")
    rename(connection, chosen)
