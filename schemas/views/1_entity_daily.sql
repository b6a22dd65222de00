-- How often each entity is named, day by day.
CREATE OR REPLACE VIEW entity_daily AS
SELECT said_at::DATE AS day, entity, any_value(name) AS name, sum(mentions)::BIGINT AS mentions, count(*) AS documents,
       count(DISTINCT source) AS sources, count(DISTINCT coalesce(story_id, doc_id)) AS stories
FROM appearances LEFT JOIN (SELECT doc_id, story_id FROM story_documents) s USING (doc_id)
WHERE entity IS NOT NULL
GROUP BY day, entity
ORDER BY day DESC, mentions DESC, entity;
COMMENT ON VIEW entity_daily IS 'Mentions of each entity by day of publication (UTC)';
COMMENT ON COLUMN entity_daily.day IS 'Day of publication, else of collection (UTC)';
COMMENT ON COLUMN entity_daily.entity IS 'Id in the catalogue';
COMMENT ON COLUMN entity_daily.name IS 'Usual English name';
COMMENT ON COLUMN entity_daily.mentions IS 'Times it is named that day';
COMMENT ON COLUMN entity_daily.documents IS 'Documents of that day that name it';
COMMENT ON COLUMN entity_daily.sources IS 'Sources of that day that name it';
COMMENT ON COLUMN entity_daily.stories IS 'Stories of that day that name it: documents that tell the same count once';
