"""Stories: the documents of a batch in; rows of story_documents that say which of all documents tell the same out.

marks → what has changed → who may be alike → who is → what hangs together → rows

A story is all documents that hang together by likeness. Which ones are alike depends on the two alone, and a story is
called by its first document: so the same documents come to the same stories in whatever order they arrive, and however
they are cut into batches. Where a document changes, its story is taken apart and its others are looked at anew.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from pipeline.load.stories.index import (
    add_marks,
    candidates,
    groups_of,
    read_marks,
    read_prints,
    remove_marks,
)
from pipeline.load.stories.joining import join
from pipeline.load.stories.likeness import reach
from pipeline.load.stories.marks import Mark, marks_of
from pipeline.load.stories.members import part, unite
from pipeline.records import Extraction

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def follow_stories(
    connection: DuckDBPyConnection, loaded: Sequence[Extraction], known: Collection[str]
) -> None:
    """Brings the stories in step with documents that were just loaded; the caller holds the transaction.

    known: those of them that were there before.
    """
    marks = {one.doc_id: one for one in marks_of(loaded)}
    before = read_marks(connection, known)
    gone = [doc_id for doc_id, mark in before.items() if marks.get(doc_id) != mark]
    fresh = [mark for doc_id, mark in marks.items() if before.get(doc_id) != mark]
    remove_marks(connection, gone)
    left = part(
        connection, {*gone, *(mark.doc_id for mark in fresh)}
    )  # one that had gone may have left its name
    add_marks(connection, fresh)
    _place(connection, [*fresh, *read_marks(connection, left).values()])


def _place(connection: DuckDBPyConnection, marks: Sequence[Mark]) -> None:
    """Puts documents that are in no story into those that they belong to."""
    if not marks:
        return
    prints = {one.print.name: one.print for one in marks}
    pairs = candidates(connection, marks)
    prints |= read_prints(connection, {other for _, other in pairs} - prints.keys())
    copies = [name for name, found in prints.items() if found.sketch]  # the same text is a copy of itself
    groups = groups_of(connection, prints.keys(), marks)
    unite(connection, join(groups, copies, pairs, lambda one, other: reach(prints[one], prints[other])))
