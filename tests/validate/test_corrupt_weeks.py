"""Corruption that no single row shows, of a week or of a whole table: each kind is caught by the expectation meant for it.

Those that do not disturb each other are planted in one tracker.
"""

from __future__ import annotations

import duckdb
import pytest

from tests.validate.conftest import Kinds, check_caught

WEEK = "first_seen > (SELECT max(first_seen) FROM documents) - INTERVAL 7 DAY"

KINDS: Kinds = {
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
    "a catalogue that is empty": ("entity-some", "DELETE FROM entities", "DELETE FROM aliases"),
    "alerts that nobody was told of": ("alert-told", "DELETE FROM deliveries"),
    "a source that fails for a week": (
        "fetch-source-answers",
        "UPDATE fetches SET (outcome, documents, error) = ('failed', 0, 'gone') "
        "WHERE source = 'le-fil' AND fetched_at > (SELECT max(fetched_at) FROM fetches) - INTERVAL 7 DAY",
    ),
    "a week of strange names": (
        "mention-share-of-candidates",
        "UPDATE appearances SET entity = NULL WHERE said_at > (SELECT max(first_seen) FROM documents) - INTERVAL 7 DAY",
    ),
    "億 that should have been 兆": (
        "figure-slip",
        "UPDATE figures SET (value, low, high) = (30e9, 30e9, 30e9) WHERE subject = 'openai'",
        "UPDATE figures SET (value, low, high) = (3e6, 3e6, 3e6) WHERE subject = 'openai' AND lang = 'ja' AND doc_id = "
        "(SELECT min(doc_id) FROM figures WHERE subject = 'openai' AND lang = 'ja')",
    ),
    "a claim ten times off the others'": (
        "figure-outlier",
        "UPDATE figures SET (value, low, high) = (30e9, 30e9, 30e9) WHERE subject = 'openai'",
        "UPDATE figures SET (value, low, high) = (420e9, 420e9, 420e9) WHERE subject = 'openai' AND doc_id = "
        "(SELECT min(doc_id) FROM figures WHERE subject = 'openai')",
    ),
    "a week of sums a thousand times as large": (
        "figure-size-drift",
        f"UPDATE figures SET (value, low, high) = (value * 50, low * 50, high * 50) WHERE {WEEK}",
    ),
}  # fmt: skip
TOGETHER = (
    ("a source gone silent", "alerts that nobody was told of", "a week of strange names"),
    ("a day with ten times the volume", "億 that should have been 兆", "a source that fails for a week"),
    ("a week in one language", "a claim ten times off the others'"),
    ("a tracker that stands still", "languages that were swapped", "a week without names"),
    (
        "all documents in one language",
        "a catalogue that is empty",
        "a week of sums a thousand times as large",
    ),
    ("texts that were cut off",),
)


@pytest.mark.parametrize("together", TOGETHER, ids=" + ".join)
def test_each_kind_of_corruption_is_caught_by_the_expectation_meant_for_it(
    together: tuple[str, ...], spoiled: duckdb.DuckDBPyConnection
) -> None:
    check_caught(spoiled, [KINDS[kind] for kind in together])


def test_every_kind_is_planted_once() -> None:
    assert sorted(kind for together in TOGETHER for kind in together) == sorted(KINDS)
