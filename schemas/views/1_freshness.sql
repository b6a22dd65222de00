-- How fresh each source's documents are, and how long they were on the way; without those that are held back.
CREATE OR REPLACE VIEW freshness AS
SELECT source, count(*) AS documents, max(said_at) AS latest_said, max(first_seen) AS latest_seen, max(loaded_at) AS latest_loaded,
       median(date_diff('second', published_at, first_seen)) FILTER (published_at <= first_seen) AS seconds_to_collect,
       median(date_diff('second', collected_at, loaded_at)) AS seconds_to_load
FROM documents
WHERE quarantined IS NULL
GROUP BY source
ORDER BY latest_said DESC, source;
COMMENT ON VIEW freshness IS 'The newest document of each source, and the usual time from publication to the tracker';
COMMENT ON COLUMN freshness.source IS 'Id of the source';
COMMENT ON COLUMN freshness.documents IS 'Documents it has brought';
COMMENT ON COLUMN freshness.latest_said IS 'When its newest document was published, else collected (UTC)';
COMMENT ON COLUMN freshness.latest_seen IS 'When a document of it was last collected for the first time (UTC)';
COMMENT ON COLUMN freshness.latest_loaded IS 'When a row of it was last loaded (UTC)';
COMMENT ON COLUMN freshness.seconds_to_collect IS 'Median seconds from publication to collection';
COMMENT ON COLUMN freshness.seconds_to_load IS 'Median seconds from collection to the tracker; replays count as new';
