"""Corruption of documents, the catalogue, alerts and fetches: each kind is caught by the expectation meant for it."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.validate.conftest import check_caught, findings_of

ONE = "doc_id = (SELECT min(doc_id) FROM documents)"
TEN = "doc_id IN (SELECT doc_id FROM documents ORDER BY doc_id LIMIT 10)"
WEEK = "first_seen > (SELECT max(first_seen) FROM documents) - INTERVAL 7 DAY"

KINDS = {
    # documents
    "a document without an id": ("document-id", f"UPDATE documents SET doc_id = NULL WHERE {ONE}"),
    "an id that is no hash": (
        "document-id-hash",
        *(f"UPDATE {table} SET doc_id = 'No hash' WHERE doc_id = (SELECT min(doc_id) FROM documents WHERE doc_id <> 'No hash')"
          for table in ("mentions", "figures", "extractor_runs", "revisions", "appearances", "alerts", "documents")),
    ),
    "duplicated documents": ("document-once", f"INSERT INTO documents FROM documents WHERE {TEN}"),
    "a text that was changed": (
        "document-text-of-revision",
        f"UPDATE documents SET text = text || ' And more.' WHERE {ONE}",
    ),
    "a revision that is no hash": ("document-revision-hash", f"UPDATE documents SET revision = '1' WHERE {ONE}"),
    "a kind that is not known": ("document-kind", f"UPDATE documents SET kind = 'rumour' WHERE {ONE}"),
    "a language that is none": ("document-language-code", f"UPDATE documents SET lang = 'Japanese' WHERE {ONE}"),
    "a source without a name": ("document-source", f"UPDATE documents SET source = '' WHERE {ONE}"),
    "an address that is none": ("document-address", f"UPDATE documents SET url = 'javascript:alert(1)' WHERE {ONE}"),
    "a time of collecting that is missing": (
        "document-collected",
        f"UPDATE documents SET collected_at = NULL WHERE {ONE}",
    ),
    "future dates": (
        "document-not-from-the-future",
        f"UPDATE documents SET published_at = '2199-01-01', said_at = '2199-01-01' WHERE {TEN}",
        f"UPDATE figures SET said_at = '2199-01-01' WHERE {TEN}",
    ),
    "dates of the epoch": (
        "document-not-before-the-web",
        f"UPDATE documents SET published_at = '1970-01-01', said_at = '1970-01-01' WHERE {TEN}",
        f"UPDATE figures SET said_at = '1970-01-01' WHERE {TEN}",
    ),
    "another time of saying": (
        "document-said-when-published",
        f"UPDATE documents SET said_at = said_at - INTERVAL 3 DAY WHERE {ONE}",
    ),
    "documents seen after they were collected": (
        "document-seen-before-collected",
        f"UPDATE documents SET first_seen = first_seen + INTERVAL 1 MINUTE WHERE {TEN}",
    ),
    "revisions that are lost": ("document-revisions-counted", f"DELETE FROM revisions WHERE {ONE}"),
    "mentions that are lost": ("document-mentions-counted", f"DELETE FROM mentions WHERE {TEN}"),
    "figures that are lost": ("document-figures-counted", f"DELETE FROM figures WHERE {TEN}"),
    "a document that was never extracted": ("document-extracted-once", f"DELETE FROM extractor_runs WHERE {ONE}"),
    "a source gone silent": (
        "document-source-silent",
        *(f"DELETE FROM {table} WHERE doc_id IN (SELECT doc_id FROM documents WHERE source = 'le-fil' AND {WEEK})"
          for table in ("mentions", "figures", "extractor_runs", "revisions", "appearances", "alerts", "documents")),
        "DELETE FROM deliveries WHERE alert_id NOT IN (SELECT alert_id FROM alerts)",
    ),
    "a day with ten times the volume": (
        "document-volume",
        """INSERT INTO documents SELECT documents.* REPLACE (md5(doc_id || i) AS doc_id, 0 AS mentions, 0 AS figures, 1 AS revisions,
                  (text || i)::VARCHAR AS text, sha256(title || chr(0) || text || i)[:32] AS revision,
                  (SELECT max(first_seen) FROM documents) AS first_seen, (SELECT max(first_seen) FROM documents) AS collected_at,
                  (SELECT max(first_seen) FROM documents) AS said_at, NULL AS published_at)
           FROM documents, range(10) t(i) WHERE source = 'wire-one' AND first_seen > (SELECT max(first_seen) FROM documents) - INTERVAL 30 HOUR""",
        "INSERT INTO revisions SELECT doc_id, revision, title, collected_at FROM documents ANTI JOIN revisions USING (doc_id)",
        "INSERT INTO extractor_runs SELECT doc_id, 'test', 0, 0, loaded_at FROM documents ANTI JOIN extractor_runs USING (doc_id)",
    ),
    "all documents in one language": (
        "document-several-languages",
        "UPDATE documents SET lang = 'ja'",
        "UPDATE figures SET lang = 'ja'",
    ),
    "a week in one language": (
        "document-language-mix",
        f"UPDATE documents SET lang = 'fr' WHERE {WEEK}",
        "UPDATE figures SET lang = d.lang FROM documents d WHERE d.doc_id = figures.doc_id",
    ),
    "languages that were swapped": (
        "document-language-fits-script",
        "UPDATE documents SET lang = CASE lang WHEN 'ja' THEN 'en' WHEN 'en' THEN 'ja' ELSE lang END",
        "UPDATE figures SET lang = d.lang FROM documents d WHERE d.doc_id = figures.doc_id",
    ),
    "a tracker that stands still": (
        "document-fresh",
        "UPDATE documents SET (first_seen, collected_at, said_at, published_at) = "
        "(first_seen - INTERVAL 9 DAY, collected_at - INTERVAL 9 DAY, said_at - INTERVAL 9 DAY, published_at - INTERVAL 9 DAY)",
        "UPDATE figures SET (first_seen, said_at) = (first_seen - INTERVAL 9 DAY, said_at - INTERVAL 9 DAY)",
        "UPDATE fetches SET fetched_at = fetched_at - INTERVAL 9 DAY",
    ),
    "a week without names": (
        "document-share-without-mentions",
        f"DELETE FROM appearances WHERE doc_id IN (SELECT doc_id FROM documents WHERE {WEEK})",
        f"DELETE FROM mentions WHERE doc_id IN (SELECT doc_id FROM documents WHERE {WEEK})",
        f"UPDATE documents SET mentions = 0 WHERE {WEEK}",
    ),
    "texts that were cut off": (
        "document-length",
        f"UPDATE documents SET text = left(text, 20), mentions = 0, figures = 0 WHERE {WEEK}",
        f"UPDATE documents SET revision = sha256(title || chr(0) || text)[:32] WHERE {WEEK}",
        *(f"DELETE FROM {table} WHERE doc_id IN (SELECT doc_id FROM documents WHERE {WEEK})"
          for table in ("mentions", "figures", "appearances")),
    ),
    "the same story under many addresses": (
        "document-text-once",
        f"""INSERT INTO documents SELECT documents.* REPLACE (md5(doc_id || i) AS doc_id, url || i AS url, 0 AS mentions, 0 AS figures)
            FROM documents, range(3) t(i) WHERE {ONE}""",
        "INSERT INTO revisions SELECT doc_id, revision, title, collected_at FROM documents ANTI JOIN revisions USING (doc_id)",
        "INSERT INTO extractor_runs SELECT doc_id, 'test', 0, 0, loaded_at FROM documents ANTI JOIN extractor_runs USING (doc_id)",
    ),
    # entities
    "a catalogue that is empty": ("entity-some", "DELETE FROM entities", "DELETE FROM aliases"),
    "an entity that stands twice": ("entity-once", "INSERT INTO entities FROM entities WHERE entity = 'nvidia'"),
    "a parent that does not exist": ("entity-parent", "UPDATE entities SET parent = 'nobody' WHERE entity = 'chatgpt'"),
    "an entity that is no slug": ("entity-id", "UPDATE entities SET entity = 'Yann LeCun' WHERE entity = 'yann-lecun'"),
    "an alias of nobody": ("entity-alias-of-entity", "INSERT INTO aliases VALUES ('nobody', 'Nobody Labs', 'full')"),
    "an alias of two": ("entity-alias-of-one", "INSERT INTO aliases VALUES ('nvidia', 'OpenAI', 'full')"),
    "a merge into nothing": ("entity-merge", "INSERT INTO merges VALUES ('candidate:Foo', 'nowhere')"),
    # alerts
    "an alert that stands twice": (
        "alert-once",
        "INSERT INTO alerts FROM alerts WHERE alert_id = (SELECT min(alert_id) FROM alerts)",
    ),
    "an alert about nobody": (
        "alert-entity-known",
        "UPDATE alerts SET entity = 'nobody' WHERE alert_id = (SELECT min(alert_id) FROM alerts)",
    ),
    "an alert that fired for nothing": (
        "alert-mentions",
        "UPDATE alerts SET mentions = 0 WHERE alert_id = (SELECT min(alert_id) FROM alerts)",
    ),
    "an alert told twice": (
        "alert-delivered-once",
        "INSERT INTO deliveries FROM deliveries WHERE alert_id = (SELECT min(alert_id) FROM alerts)",
    ),
    "alerts that nobody was told of": ("alert-told", "DELETE FROM deliveries"),
    # fetches
    "a fetch with a negative count": (
        "fetch-documents",
        "UPDATE fetches SET documents = -1 WHERE fetch_id = (SELECT min(fetch_id) FROM fetches)",
    ),
    "an outcome that is not known": (
        "fetch-outcome",
        "UPDATE fetches SET outcome = 'hm' WHERE fetch_id = (SELECT min(fetch_id) FROM fetches)",
    ),
    "a failure without a reason": (
        "fetch-failure-says-why",
        "UPDATE fetches SET (outcome, documents) = ('failed', 0) WHERE fetch_id = (SELECT min(fetch_id) FROM fetches)",
    ),
    "a source that fails for a week": (
        "fetch-source-answers",
        "UPDATE fetches SET (outcome, documents, error) = ('failed', 0, 'gone') "
        "WHERE source = 'le-fil' AND fetched_at > (SELECT max(fetched_at) FROM fetches) - INTERVAL 7 DAY",
    ),
}  # fmt: skip


def test_nothing_is_wrong_with_the_good_tracker(good: Path) -> None:
    assert findings_of(duckdb.connect(str(good), read_only=True)) == {}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_corruption_is_caught_by_the_expectation_meant_for_it(
    kind: str, spoiled: duckdb.DuckDBPyConnection
) -> None:
    meant, *statements = KINDS[kind]
    check_caught(spoiled, meant, statements)
