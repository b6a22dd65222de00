"""A number of mentions in; a warehouse grown to that size out: the real tables, filled by SQL with plausible rows.

20 mentions and 4 figures a document, 600 entities of which few are named often, 60 sources, 1,000 days, 500 documents a
transaction. One mention in ten is a candidate.
"""

from __future__ import annotations

from pathlib import Path

from pipeline.load.appearances import count_appearances
from pipeline.warehouse import open_for_writing

MENTIONS, FIGURES, ENTITIES, SOURCES, DAYS, BATCH = 20, 4, 600, 60, 1000, 500
LAST_DAY = "2026-09-26"
"""The last of the DAYS, which begin with 2024."""
_SHARE = "((hash({number} * 7919 + 13) % 1000003) / 1000003.0)"
"""Between 0 and 1, the same in every run."""

_DOCUMENTS = """
INSERT INTO documents BY NAME
SELECT md5(i::VARCHAR) AS doc_id, md5('r' || i) AS revision, 'source-' || (hash(i) % {sources}) AS source, 'article' AS kind,
       'https://example.org/' || i AS url, 'A title of about sixty characters that says what it is ' || i AS title,
       ['ja', 'en', 'fr'][1 + i % 3] AS lang, TIMESTAMP '2024-01-01' + to_seconds(i * {pace}) AS said_at, said_at AS published_at,
       said_at + INTERVAL 10 MINUTE AS collected_at, collected_at AS first_seen, 1 AS revisions,
       TIMESTAMP '2026-10-01' + to_seconds(i // {batch}) AS loaded_at, {mentions} AS mentions, {figures} AS figures,
       ['OpenAI', 'Meta'] AS names, repeat('これは文です。', 40) || i AS text, '{{}}' AS meta
FROM range({documents}) t(i);
INSERT INTO revisions SELECT doc_id, revision, title, collected_at FROM documents;
INSERT INTO extractor_runs SELECT doc_id, '0.1+abc', mentions, figures, loaded_at FROM documents;
INSERT INTO mentions BY NAME
SELECT md5((i // {mentions})::VARCHAR) AS doc_id, CASE WHEN hash(i * 3) % 10 < 9 THEN chosen END AS entity,
       coalesce(entity, 'New Name ' || (hash(i) % 3000)) AS name, 'organization' AS type, name AS surface, i % {mentions} * 30 AS char_start,
       char_start + 9 AS char_end, char_start AS sentence_start, char_start + 30 AS sentence_end, 'alias' AS method, 1.0 AS score,
       'alias ' || name AS evidence, TIMESTAMP '2026-10-01' + to_seconds(i // {mentions} // {batch}) AS loaded_at
FROM (SELECT i, 'entity-' || floor({entities} * pow({share}, 3))::INT AS chosen FROM range({documents} * {mentions}) t(i));
INSERT INTO figures BY NAME
SELECT d.doc_id, '5,000億ドル' AS surface, 10 AS char_start, 17 AS char_end, 0 AS sentence_start, 30 AS sentence_end, k[1] AS kind,
       round(exp(15 + 10 * {share}), -6) AS value, value AS low, value AS high, k[2] AS unit, 'exact' AS bound,
       CASE WHEN hash(i * 5) % 10 < 7 THEN 'entity-' || floor({entities} * pow({share}, 3))::INT END AS subject,
       ['valuation', 'funding', 'investment', 'capex', 'revenue', 'users', 'other'][1 + (hash(i * 11) % 7)::INT] AS metric,
       'asserted' AS modality, 'Sentence number ' || i || ' says that it is worth a lot of money.' AS sentence,
       d.source, d.title, d.url, d.lang, d.said_at, d.first_seen, d.revisions, d.loaded_at
FROM (SELECT i, md5((i // {figures})::VARCHAR) AS doc_id,
             [['money', 'USD'], ['money', 'JPY'], ['money', 'EUR'], ['count', 'user']][1 + (hash(i) % 4)::INT] AS k
      FROM range({documents} * {figures}) t(i)) f
JOIN documents d USING (doc_id)
ORDER BY d.loaded_at, d.doc_id;
INSERT INTO fetches BY NAME
SELECT md5('f' || i) AS fetch_id, 'source-' || (i % {sources}) AS source, 'https://example.org/feed' AS location,
       TIMESTAMP '2024-01-01' + to_seconds(i * {pace}) AS fetched_at, 'new' AS outcome, 1 AS documents, 0.2 AS seconds
FROM range({documents}) t(i);
INSERT INTO fx_rates
SELECT currency, day::DATE, usd FROM (VALUES ('USD', 1.0), ('JPY', 0.0066), ('EUR', 1.08)) r(currency, usd),
       range(DATE '2023-01-01', DATE '2026-12-01', INTERVAL 1 DAY) d(day);
INSERT INTO sources SELECT 'source-' || i, 'Source ' || i, 'family-' || (i // 2), 'https://example.org/feed', [] FROM range({sources}) t(i);
INSERT INTO entities BY NAME
SELECT 'entity-' || i AS entity, 'Entity ' || i AS name, 'organization' AS type FROM range({entities}) t(i);
"""


def grow(path: Path, mentions: int, memory: str = "4GB") -> None:
    """Makes the file anew; 10 million mentions take about a minute and 800 MB."""
    path.unlink(missing_ok=True)
    documents = mentions // MENTIONS
    statements = _DOCUMENTS.format(
        documents=documents, mentions=MENTIONS, figures=FIGURES, entities=ENTITIES, sources=SOURCES, batch=BATCH,
        pace=DAYS * 86400 // documents, share=_SHARE.format(number="i"),
    )  # fmt: skip
    with open_for_writing(path, memory) as connection:
        connection.execute("SET preserve_insertion_order = true")
        connection.execute(statements)
        count_appearances(connection, "mentions", "documents")
        connection.execute("CHECKPOINT")
