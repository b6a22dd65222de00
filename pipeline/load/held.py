"""Rows held back: the view `held` in; documents, figures and appearances that leave them out, or say so, out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from pipeline.load.appearances import count_anew, rename
from pipeline.warehouse.transaction import lent

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Marks = Mapping[str, int]
"""By document: what tells one state of its held rows from another."""

_OF_DOCUMENTS = "relation IN ('documents', 'mentions', 'figures')"
_DOUBTS = """(SELECT relation, key, char_start, char_end, unnest(expectations) AS expectation FROM held
    WHERE relation IN ('documents', 'figures'))"""
_LISTED = "list_sort(list(DISTINCT h.expectation) FILTER (h.expectation IS NOT NULL)) AS quarantined"  # null for none
_MARK_DOCUMENTS = f"""
UPDATE documents SET quarantined = n.quarantined FROM (
    SELECT d.doc_id, {_LISTED} FROM (SELECT doc_id FROM documents WHERE {{chosen}}) d
    LEFT JOIN {_DOUBTS} h ON h.key = d.doc_id AND h.relation = 'documents'
    GROUP BY d.doc_id
) n WHERE n.doc_id = documents.doc_id AND documents.quarantined IS DISTINCT FROM n.quarantined
"""
_MARK_FIGURES = f"""
UPDATE figures SET quarantined = n.quarantined FROM (
    SELECT f.doc_id, f.char_start, f.char_end, {_LISTED}
    FROM (SELECT DISTINCT doc_id, char_start, char_end FROM figures WHERE {{chosen}}) f
    LEFT JOIN {_DOUBTS} h ON h.key = f.doc_id
        AND (h.relation = 'documents' OR (h.char_start = f.char_start AND h.char_end = f.char_end))
    GROUP BY f.doc_id, f.char_start, f.char_end
) n WHERE n.doc_id = figures.doc_id AND n.char_start = figures.char_start AND n.char_end = figures.char_end
    AND figures.quarantined IS DISTINCT FROM n.quarantined
"""


def read_marks(connection: DuckDBPyConnection) -> Marks:
    """The documents that have held rows, or are held themselves."""
    query = f"""SELECT key, bit_xor(hash(relation, char_start, char_end, expectations)) FROM held
        WHERE {_OF_DOCUMENTS} GROUP BY key"""
    return dict(connection.execute(query).fetchall())


def follow_held(connection: DuckDBPyConnection, before: Marks) -> None:
    """Brings the documents whose held rows are others than before in step; the caller holds the transaction."""
    after = read_marks(connection)
    changed = [one for one in before.keys() | after.keys() if before.get(one) != after.get(one)]
    if changed:
        with lent(connection, doc_id=changed):
            chosen = "doc_id IN (SELECT doc_id FROM lent)"
            _mark(connection, chosen)
            count_anew(connection, chosen)


def follow_loaded(connection: DuckDBPyConnection, doc_ids: Collection[str], chosen: str) -> None:
    """Brings documents that were just loaded in step. chosen: a condition on all tables of documents that finds them.

    A document that is new here may have held rows too: verdicts come by a topic of their own, and may come first.
    """
    if not doc_ids:
        return
    query = f"SELECT 1 FROM held WHERE {_OF_DOCUMENTS} AND key IN (SELECT doc_id FROM lent) LIMIT 1"
    with lent(connection, doc_id=list(doc_ids)):
        if not connection.execute(query).fetchall():
            return
    _mark(connection, chosen)
    rename(connection, chosen)


def _mark(connection: DuckDBPyConnection, chosen: str) -> None:
    connection.execute(_MARK_DOCUMENTS.format(chosen=chosen))
    connection.execute(_MARK_FIGURES.format(chosen=chosen))
