-- Every entity that was named, the most named first.
CREATE OR REPLACE VIEW watchlist AS
WITH by_source AS (
    SELECT entity, source, any_value(name) AS name, any_value(type) AS type, sum(mentions)::BIGINT AS mentions, count(*) AS documents,
           sum(misheard)::BIGINT AS misheard, min(said_at) AS first_seen, max(said_at) AS last_seen
    FROM appearances WHERE entity IS NOT NULL
    GROUP BY entity, source
)
SELECT b.entity, coalesce(any_value(e.name), any_value(b.name)) AS name, coalesce(any_value(e.type), any_value(b.type)) AS type,
       sum(b.mentions)::BIGINT AS mentions, sum(b.documents)::BIGINT AS documents, count(*) AS sources,
       count(DISTINCT coalesce(o.family, b.source)) AS families, sum(b.misheard)::BIGINT AS misheard,
       min(b.first_seen) AS first_seen, max(b.last_seen) AS last_seen
FROM by_source b LEFT JOIN entities e USING (entity) LEFT JOIN sources o USING (source)
GROUP BY b.entity
ORDER BY mentions DESC, b.entity;
COMMENT ON VIEW watchlist IS 'Entities by how often they are named';
COMMENT ON COLUMN watchlist.entity IS 'Id in the catalogue';
COMMENT ON COLUMN watchlist.name IS 'Usual English name';
COMMENT ON COLUMN watchlist.type IS 'organization, person, model, product, hardware, project or law';
COMMENT ON COLUMN watchlist.mentions IS 'Times it is named';
COMMENT ON COLUMN watchlist.documents IS 'Documents that name it';
COMMENT ON COLUMN watchlist.sources IS 'Sources that name it';
COMMENT ON COLUMN watchlist.families IS 'Publisher families that name it';
COMMENT ON COLUMN watchlist.misheard IS 'Times it was recognised by its sound only';
COMMENT ON COLUMN watchlist.first_seen IS 'Time of the first document that names it (UTC)';
COMMENT ON COLUMN watchlist.last_seen IS 'Time of the latest document that names it (UTC)';
