-- Every entity that was named, the most named first.
CREATE OR REPLACE VIEW watchlist AS
SELECT m.entity, any_value(m.name) AS name, any_value(m.type) AS type,
       count(*) AS mentions, count(DISTINCT m.doc_id) AS documents, count(DISTINCT d.source) AS sources,
       count(*) FILTER (m.method = 'phonetic') AS misheard,
       min(coalesce(d.published_at, d.collected_at)) AS first_seen,
       max(coalesce(d.published_at, d.collected_at)) AS last_seen
FROM mentions m JOIN documents d USING (doc_id)
WHERE m.entity IS NOT NULL
GROUP BY m.entity
ORDER BY mentions DESC, m.entity;
COMMENT ON VIEW watchlist IS 'Entities by how often they are named';
COMMENT ON COLUMN watchlist.entity IS 'Id in the catalogue';
COMMENT ON COLUMN watchlist.name IS 'Usual English name';
COMMENT ON COLUMN watchlist.type IS 'organization, person, model, product, hardware, project or law';
COMMENT ON COLUMN watchlist.mentions IS 'Times it is named';
COMMENT ON COLUMN watchlist.documents IS 'Documents that name it';
COMMENT ON COLUMN watchlist.sources IS 'Sources that name it';
COMMENT ON COLUMN watchlist.misheard IS 'Times it was recognised by its sound only';
COMMENT ON COLUMN watchlist.first_seen IS 'Time of the first document that names it (UTC)';
COMMENT ON COLUMN watchlist.last_seen IS 'Time of the latest document that names it (UTC)';
