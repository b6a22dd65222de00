"""Revisions: the documents of a batch in; of each the texts that it has had, and rows of `revisions` that say so, out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from pipeline.records import Document
from pipeline.warehouse.transaction import lent

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Revision:
    """One text of a document. collected_at: when it was first collected."""

    revision: str
    title: str
    collected_at: datetime


@dataclass(slots=True)
class History:
    """All texts of one document, by their hashes."""

    revisions: dict[str, Revision] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return len(self.revisions)

    @property
    def first_seen(self) -> datetime:
        return min(one.collected_at for one in self.revisions.values())

    def add(self, one: Revision) -> bool:
        """Whether this is news: a text that it did not have, or not so early."""
        known = self.revisions.get(one.revision)
        if known and known.collected_at <= one.collected_at:
            return False
        self.revisions[one.revision] = one
        return True


def read_histories(connection: DuckDBPyConnection, known: Sequence[str]) -> dict[str, History]:
    """What DuckDB holds of these documents."""
    histories: dict[str, History] = {}
    if known:
        query = "SELECT doc_id, revision, title, collected_at FROM revisions WHERE doc_id IN (SELECT doc_id FROM lent)"
        with lent(connection, doc_id=known):
            rows = connection.execute(query).fetchall()
        for doc_id, revision, title, collected_at in rows:
            one = Revision(revision, title, collected_at.replace(tzinfo=UTC))
            histories.setdefault(doc_id, History()).add(one)
    return histories


def add_revisions(histories: dict[str, History], documents: Iterable[Document]) -> set[str]:
    """Adds the documents to the histories; returns the ids of those that this changed."""
    return {
        one.doc_id
        for one in documents
        if histories.setdefault(one.doc_id, History()).add(
            Revision(one.revision, one.title, one.collected_at)
        )
    }


def rewrite_counts(connection: DuckDBPyConnection, histories: Mapping[str, History]) -> None:
    """Tells the rows of documents that stay, and their figures, of revisions that came late."""
    if not histories:
        return
    columns: dict[str, list[Any]] = {
        "doc_id": list(histories),
        "first_seen": [one.first_seen.astimezone(UTC).replace(tzinfo=None) for one in histories.values()],
        "revisions": [one.count for one in histories.values()],
    }
    with lent(connection, **columns):
        for table in ("documents", "figures"):
            connection.execute(
                f"UPDATE {table} SET first_seen = lent.first_seen, revisions = lent.revisions FROM lent "
                f"WHERE lent.doc_id = {table}.doc_id"
            )
