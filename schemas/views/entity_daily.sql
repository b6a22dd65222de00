-- How often each entity is named, day by day.
CREATE OR REPLACE VIEW entity_daily AS
SELECT CAST(coalesce(d.published_at, d.collected_at) AS DATE) AS day, m.entity, any_value(m.name) AS name,
       count(*) AS mentions, count(DISTINCT m.doc_id) AS documents, count(DISTINCT d.source) AS sources
FROM mentions m JOIN documents d USING (doc_id)
WHERE m.entity IS NOT NULL
GROUP BY day, m.entity
ORDER BY day DESC, mentions DESC, m.entity;
COMMENT ON VIEW entity_daily IS 'Mentions of each entity by day of publication (UTC)';
COMMENT ON COLUMN entity_daily.day IS 'Day of publication, else of collection (UTC)';
COMMENT ON COLUMN entity_daily.entity IS 'Id in the catalogue';
COMMENT ON COLUMN entity_daily.name IS 'Usual English name';
COMMENT ON COLUMN entity_daily.mentions IS 'Times it is named that day';
COMMENT ON COLUMN entity_daily.documents IS 'Documents of that day that name it';
COMMENT ON COLUMN entity_daily.sources IS 'Sources of that day that name it';
