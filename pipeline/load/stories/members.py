"""Members: roots that hang together in; rows of story_documents out, each with how much it has in common with the first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from pipeline.load.stories.index import read_marks
from pipeline.load.stories.likeness import common_share
from pipeline.load.stories.marks import Mark
from pipeline.warehouse.transaction import lent

if TYPE_CHECKING:
    from datetime import datetime

    from duckdb import DuckDBPyConnection

_STORY = "SELECT story_id, min(said_at) FROM story_documents WHERE story_id IN (SELECT root FROM lent) GROUP BY story_id"
_STORIES_OF = """SELECT DISTINCT story_id FROM story_documents
WHERE doc_id IN (SELECT doc_id FROM lent) OR story_id IN (SELECT doc_id FROM lent)"""
_MEMBERS = "SELECT doc_id FROM story_documents WHERE story_id IN (SELECT story_id FROM lent)"


def part(connection: DuckDBPyConnection, doc_ids: Collection[str]) -> list[str]:
    """Takes the stories of these documents apart, and those that are called by them; returns what else was in them."""
    if not doc_ids:
        return []
    with lent(connection, doc_id=list(doc_ids)):
        parted = [story_id for (story_id,) in connection.execute(_STORIES_OF).fetchall()]
    return sorted(set(_take_out(connection, parted)).difference(doc_ids))


def unite(connection: DuckDBPyConnection, tellings: Iterable[Sequence[str]]) -> None:
    """Makes one story of the roots of each telling, which are stories, and documents that stand alone."""
    tellings = list(tellings)
    roots = [root for telling in tellings for root in telling]
    if not roots:
        return
    with lent(connection, root=roots):
        begun: dict[str, datetime] = dict(connection.execute(_STORY).fetchall())
    alone = read_marks(connection, [root for root in roots if root not in begun])
    begun |= {doc_id: mark.said_at for doc_id, mark in alone.items()}
    first = {
        root: min(telling, key=lambda one: (begun[one], one)) for telling in tellings for root in telling
    }
    renamed = [root for root in roots if root not in alone and first[root] != root]
    moved = {doc_id: first[root] for root in renamed for doc_id in _take_out(connection, [root])}
    moved |= {doc_id: first[doc_id] for doc_id in alone}
    marks = alone | read_marks(connection, {*moved, *moved.values()} - alone.keys())
    _insert(
        connection, [(marks[doc_id], story_id, marks.get(story_id)) for doc_id, story_id in moved.items()]
    )


def _take_out(connection: DuckDBPyConnection, stories: Collection[str]) -> list[str]:
    if not stories:
        return []
    with lent(connection, story_id=list(stories)):
        members = [doc_id for (doc_id,) in connection.execute(_MEMBERS).fetchall()]
        connection.execute("DELETE FROM story_documents WHERE story_id IN (SELECT story_id FROM lent)")
    return members


def _insert(connection: DuckDBPyConnection, rows: Sequence[tuple[Mark, str, Mark | None]]) -> None:
    if not rows:
        return
    with lent(
        connection,
        doc_id=[one.doc_id for one, _, _ in rows],
        story_id=[story_id for _, story_id, _ in rows],
        how=[_how(one, first) for one, _, first in rows],
        similarity=[_similarity(one, first) for one, _, first in rows],
        said_at=[one.said_at for one, _, _ in rows],
    ):
        connection.execute(
            "INSERT INTO story_documents SELECT * REPLACE (similarity::DOUBLE AS similarity) FROM lent"
        )


def _how(mark: Mark, first: Mark | None) -> str:
    if first is None or mark.doc_id == first.doc_id:
        return "copy" if first is None else "first"
    return "copy" if mark.print.lang == first.print.lang else "translation"


def _similarity(mark: Mark, first: Mark | None) -> float | None:
    if first is None:
        return None
    if mark.doc_id == first.doc_id:
        return 1.0
    if not (mark.print.sketch and first.print.sketch):
        return 0.0
    return round(common_share(mark.print.sketch, first.print.sketch), 2)
