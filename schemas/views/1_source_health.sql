-- How each source does: fetches of the last seven days, how it stands now, and since when it fails; without those that are held back.
-- What is known of a source (next_due, moved_to, retired) is of its last visit in its turn: a backfill says nothing of it.
CREATE OR REPLACE VIEW source_health AS
WITH told AS (
    SELECT f.*, fetched_at > now()::TIMESTAMP - INTERVAL 7 DAY AS lately, gone OR next_due IS NOT NULL AS knows
    FROM fetches f ANTI JOIN (SELECT key FROM held WHERE relation = 'fetches') h ON h.key = fetch_id
),
tried AS (
    SELECT source, max(fetched_at) AS last_fetch, max(fetched_at) FILTER (outcome <> 'failed') AS last_success,
           count(*) FILTER (lately) AS fetches, count(*) FILTER (outcome = 'failed' AND lately) AS failures,
           coalesce(sum(documents) FILTER (lately), 0)::BIGINT AS documents,
           coalesce(sum(size) FILTER (lately), 0)::BIGINT AS bytes,
           count(*) FILTER (status = 304 AND lately) AS not_modified,
           avg(entries) FILTER (lately) AS entries,
           arg_max(outcome, fetched_at) AS last_outcome, arg_max(coalesce(error, ''), fetched_at) AS last_error,
           arg_max(coalesce(retry_after, 0), fetched_at) > 0 AS wants_peace,
           arg_max(coalesce(next_due, TIMESTAMP 'infinity'), fetched_at) FILTER (knows) AS next_due,
           arg_max(coalesce(waits_until, TIMESTAMP '-infinity'), fetched_at) FILTER (knows) AS waits_until,
           arg_max(coalesce(moved_to, ''), fetched_at) FILTER (knows) AS moved_to,
           arg_max(CASE WHEN gone THEN fetched_at ELSE TIMESTAMP '-infinity' END, fetched_at) FILTER (knows) AS retired
    FROM told GROUP BY source
),
failing AS (
    SELECT source, count(*) AS failures_in_a_row, min(fetched_at) AS failing_since
    FROM told JOIN tried USING (source) WHERE fetched_at > coalesce(last_success, TIMESTAMP '-infinity') GROUP BY source
),
known AS (
    -- each by its name: DuckDB writes several columns of a REPLACE down in any order, and a copy of the file would differ
    SELECT source, last_fetch, last_success, fetches, failures, documents, bytes, not_modified, t.entries, last_outcome, wants_peace,
           waits_until, nullif(last_error, '') AS last_error, nullif(moved_to, '') AS moved_to,
           nullif(next_due, TIMESTAMP 'infinity') AS next_due, nullif(retired, TIMESTAMP '-infinity') AS retired,
           coalesce(f.failures_in_a_row, 0) AS failures_in_a_row, f.failing_since
    FROM tried t LEFT JOIN failing f USING (source)
)
SELECT k.source, coalesce(o.name, k.source) AS name,
       CASE WHEN retired IS NOT NULL THEN 'gone'
            WHEN last_outcome <> 'failed' THEN 'ok'
            WHEN waits_until > now()::TIMESTAMP THEN CASE WHEN wants_peace THEN 'put-off' ELSE 'waiting' END
            ELSE 'failing' END AS state,
       k.last_outcome, k.last_fetch, k.last_success, k.next_due, k.failures_in_a_row, k.failing_since,
       k.fetches, k.failures, k.documents, k.bytes, round(k.not_modified / nullif(k.fetches, 0), 3) AS not_modified,
       round(k.entries, 1) AS entries, k.moved_to, k.retired, k.last_error AS error
FROM known k LEFT JOIN sources o USING (source)
ORDER BY (k.last_outcome = 'failed') DESC, k.last_success NULLS FIRST, k.source;
COMMENT ON VIEW source_health IS 'Sources, those that fail first';
COMMENT ON COLUMN source_health.source IS 'Id of the source';
COMMENT ON COLUMN source_health.name IS 'As people call it';
COMMENT ON COLUMN source_health.state IS 'ok; failing: asked again in its turn; waiting: left alone for a while after failures; put-off: its server asked for that; gone: it answered 410';
COMMENT ON COLUMN source_health.last_outcome IS 'new, unchanged or failed';
COMMENT ON COLUMN source_health.last_fetch IS 'When it was last tried (UTC)';
COMMENT ON COLUMN source_health.last_success IS 'When it last answered (UTC); null if never';
COMMENT ON COLUMN source_health.next_due IS 'When it is to be asked again (UTC); null of what is gone or lies on this machine';
COMMENT ON COLUMN source_health.failures_in_a_row IS 'Attempts that failed since it last answered';
COMMENT ON COLUMN source_health.failing_since IS 'When the first of these was (UTC), as far as fetches are kept';
COMMENT ON COLUMN source_health.fetches IS 'Attempts of the last seven days';
COMMENT ON COLUMN source_health.failures IS 'Those that failed';
COMMENT ON COLUMN source_health.documents IS 'New or changed documents of the last seven days';
COMMENT ON COLUMN source_health.bytes IS 'Bytes that it answered in the last seven days, unpacked';
COMMENT ON COLUMN source_health.not_modified IS 'Share of these attempts that it answered with 304: nothing new';
COMMENT ON COLUMN source_health.entries IS 'Documents that stood there on average when it was read in the last seven days, known ones included';
COMMENT ON COLUMN source_health.moved_to IS 'Address to which it has moved for good: write it into sources.yaml';
COMMENT ON COLUMN source_health.retired IS 'When it answered 410: it is gone and not asked any more, unless by name';
COMMENT ON COLUMN source_health.error IS 'What went wrong the last time';
