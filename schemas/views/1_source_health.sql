-- How each source does: fetches of the last seven days, and since when it fails; without those that are held back.
CREATE OR REPLACE VIEW source_health AS
WITH tried AS (
    SELECT source, max(fetched_at) AS last_fetch, max(fetched_at) FILTER (outcome <> 'failed') AS last_success,
           count(*) FILTER (fetched_at > now()::TIMESTAMP - INTERVAL 7 DAY) AS fetches,
           count(*) FILTER (outcome = 'failed' AND fetched_at > now()::TIMESTAMP - INTERVAL 7 DAY) AS failures,
           coalesce(sum(documents) FILTER (fetched_at > now()::TIMESTAMP - INTERVAL 7 DAY), 0)::BIGINT AS documents,
           arg_max(outcome, fetched_at) AS last_outcome, arg_max(coalesce(error, ''), fetched_at) AS last_error
    FROM fetches ANTI JOIN (SELECT key FROM held WHERE relation = 'fetches') h ON h.key = fetch_id
    GROUP BY source
)
SELECT t.source, coalesce(o.name, t.source) AS name, t.last_outcome, t.last_fetch, t.last_success, t.fetches, t.failures, t.documents,
       nullif(t.last_error, '') AS error
FROM tried t LEFT JOIN sources o USING (source)
ORDER BY (t.last_outcome = 'failed') DESC, t.last_success NULLS FIRST, t.source;
COMMENT ON VIEW source_health IS 'Sources, those that fail first';
COMMENT ON COLUMN source_health.source IS 'Id of the source';
COMMENT ON COLUMN source_health.name IS 'As people call it';
COMMENT ON COLUMN source_health.last_outcome IS 'new, unchanged or failed';
COMMENT ON COLUMN source_health.last_fetch IS 'When it was last tried (UTC)';
COMMENT ON COLUMN source_health.last_success IS 'When it last answered (UTC); null if never';
COMMENT ON COLUMN source_health.fetches IS 'Attempts of the last seven days';
COMMENT ON COLUMN source_health.failures IS 'Those that failed';
COMMENT ON COLUMN source_health.documents IS 'New or changed documents of the last seven days';
COMMENT ON COLUMN source_health.error IS 'What went wrong the last time';
