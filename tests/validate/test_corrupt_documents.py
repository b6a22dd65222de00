"""Corruption of single documents, entities, alerts and fetches: each is caught by the expectation meant for it.

All of them are planted in one tracker, each in rows of its own, and every row is told of as often as it is wrong.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.validate.conftest import Kinds, counts_meant, findings_of, told_of

BY_DOCUMENT = ("mentions", "figures", "extractor_runs", "revisions", "appearances", "alerts", "documents")

KINDS: Kinds = {
    # documents
    "a document without an id": ("document-id", "UPDATE documents SET doc_id = NULL WHERE {one}"),
    "an id that is no hash": (
        "document-id-hash",
        *(f"UPDATE {table} SET doc_id = 'No hash' WHERE {{one}}" for table in BY_DOCUMENT),
    ),
    "a document that stands twice": ("document-once", "INSERT INTO documents FROM documents WHERE {one}"),
    "a text that was changed": (
        "document-text-of-revision",
        "UPDATE documents SET text = text || ' And more.' WHERE {one}",
    ),
    "a revision that is no hash": (
        "document-revision-hash",
        "UPDATE documents SET revision = '1' WHERE {one}",
    ),
    "a kind that is not known": ("document-kind", "UPDATE documents SET kind = 'rumour' WHERE {one}"),
    "a language that is none": (
        "document-language-code",
        "UPDATE documents SET lang = 'Japanese' WHERE {one}",
    ),
    "a source without a name": ("document-source", "UPDATE documents SET source = '' WHERE {one}"),
    "an address that is none": (
        "document-address",
        "UPDATE documents SET url = 'javascript:alert(1)' WHERE {one}",
    ),
    "a time of collecting that is missing": (
        "document-collected",
        "UPDATE documents SET collected_at = NULL WHERE {one}",
    ),
    "a date of the future": (
        "document-not-from-the-future",
        "UPDATE documents SET published_at = '2199-01-01', said_at = '2199-01-01' WHERE {one}",
        "UPDATE figures SET said_at = '2199-01-01' WHERE {one}",
    ),
    "a date of the epoch": (
        "document-not-before-the-web",
        "UPDATE documents SET published_at = '1970-01-01', said_at = '1970-01-01' WHERE {one}",
        "UPDATE figures SET said_at = '1970-01-01' WHERE {one}",
    ),
    "another time of saying": (
        "document-said-when-published",
        "UPDATE documents SET said_at = said_at - INTERVAL 3 DAY WHERE {one}",
    ),
    "a document seen after it was collected": (
        "document-seen-before-collected",
        "UPDATE documents SET first_seen = first_seen + INTERVAL 1 MINUTE WHERE {one}",
    ),
    "revisions that are lost": ("document-revisions-counted", "DELETE FROM revisions WHERE {one}"),
    "mentions that are lost": ("document-mentions-counted", "DELETE FROM mentions WHERE {one}"),
    "figures that are lost": ("document-figures-counted", "DELETE FROM figures WHERE {one}"),
    "a document that was never extracted": (
        "document-extracted-once",
        "DELETE FROM extractor_runs WHERE {one}",
    ),
    "a document in two stories": (
        "document-one-story",
        "INSERT INTO story_documents SELECT doc_id, md5(i::VARCHAR), 'copy', 0.9, said_at FROM documents, range(2) t(i) WHERE {one}",
    ),
    "the same story under many addresses": (
        "document-text-once",
        "INSERT INTO documents SELECT documents.* REPLACE (md5(doc_id || i) AS doc_id, url || i AS url, 0 AS mentions, 0 AS figures) "
        "FROM documents, range(3) t(i) WHERE {one}",
        "INSERT INTO revisions SELECT doc_id, revision, title, collected_at FROM documents WHERE text = (SELECT text FROM documents WHERE {one}) AND NOT {one}",
        "INSERT INTO extractor_runs SELECT doc_id, 'test', 0, 0, loaded_at FROM documents WHERE text = (SELECT text FROM documents WHERE {one}) AND NOT {one}",
    ),
    "a story told by nobody": (
        "document-story-told",
        "INSERT INTO story_documents VALUES ('gone', 'gone', 'first', 1, TIMESTAMP '2025-01-01')",
    ),
    # entities
    "an entity that stands twice": (
        "entity-once",
        "INSERT INTO entities FROM entities WHERE entity = 'nvidia'",
    ),
    "a parent that does not exist": (
        "entity-parent",
        "UPDATE entities SET parent = 'nobody' WHERE entity = 'chatgpt'",
    ),
    "an entity that is no slug": (
        "entity-id",
        *(
            f"UPDATE {table} SET entity = 'Yann LeCun' WHERE entity = 'yann-lecun'"
            for table in ("entities", "aliases")
        ),
    ),
    "an alias of nobody": (
        "entity-alias-of-entity",
        "INSERT INTO aliases VALUES ('nobody', 'Nobody Labs', 'full')",
    ),
    "an alias of two": ("entity-alias-of-one", "INSERT INTO aliases VALUES ('nvidia', 'OpenAI', 'full')"),
    "a merge into nothing": ("entity-merge", "INSERT INTO merges VALUES ('candidate:Foo', 'nowhere')"),
    # alerts
    "an alert that stands twice": ("alert-once", "INSERT INTO alerts FROM alerts WHERE {alert}"),
    "an alert about nobody": ("alert-entity-known", "UPDATE alerts SET entity = 'nobody' WHERE {alert}"),
    "an alert that fired for nothing": ("alert-mentions", "UPDATE alerts SET mentions = 0 WHERE {alert}"),
    "an alert told twice": (
        "alert-delivered-once",
        "INSERT INTO deliveries FROM deliveries WHERE {alert}",
    ),
    # fetches
    "a fetch with a negative count": (
        "fetch-documents",
        "UPDATE fetches SET documents = -1 WHERE {fetch}",
    ),
    "an outcome that is not known": (
        "fetch-outcome",
        "UPDATE fetches SET outcome = 'hm' WHERE {fetch}",
    ),
    "a failure without a reason": (
        "fetch-failure-says-why",
        "UPDATE fetches SET (outcome, documents) = ('failed', 0) WHERE {fetch}",
    ),
}
BESIDE = {
    "a document without an id": {"mention-document": 3, "figure-document": 3, "document-story-told": 1},
    "a revision that is no hash": {"document-text-of-revision": 1},
    "a language that is none": {"figure-of-its-document": 1},
    "a source without a name": {"figure-of-its-document": 1},
    "an address that is none": {"figure-of-its-document": 1},
    "another time of saying": {"figure-of-its-document": 1},
    "a document seen after it was collected": {"figure-of-its-document": 1},
    "mentions that are lost": {"mention-appearances-sum": 1},
}
"""What else is wrong then, and in how many rows."""


def test_nothing_is_wrong_with_the_good_tracker(good: Path) -> None:
    assert findings_of(duckdb.connect(str(good), read_only=True)) == {}


@pytest.fixture(scope="module")
def told(loose: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    return told_of(KINDS, loose, tmp_path_factory.mktemp("documents"))


@pytest.mark.parametrize("kind", KINDS)
def test_each_row_that_is_wrong_is_caught_by_the_expectation_meant_for_it(
    kind: str, told: dict[str, int]
) -> None:
    meant, *_ = KINDS[kind]
    assert told.get(meant) == counts_meant(KINDS, BESIDE)[meant]


def test_nothing_else_is_told(told: dict[str, int]) -> None:
    assert told == counts_meant(KINDS, BESIDE)
