-- Names that are in no catalogue yet, those first that most sources write.
CREATE OR REPLACE VIEW candidates_ranked AS
SELECT name, mode(type) AS type, sum(mentions)::BIGINT AS mentions, count(*) AS documents, count(DISTINCT source) AS sources,
       min(said_at) AS first_seen, max(said_at) AS last_seen
FROM appearances
WHERE entity IS NULL
GROUP BY name
ORDER BY sources DESC, documents DESC, mentions DESC, name;
COMMENT ON VIEW candidates_ranked IS 'Names worth adding to the catalogue: kikimimi entities promote';
COMMENT ON COLUMN candidates_ranked.name IS 'The name as proposed by the extractor';
COMMENT ON COLUMN candidates_ranked.type IS 'Its most frequent type';
COMMENT ON COLUMN candidates_ranked.mentions IS 'Times it is named';
COMMENT ON COLUMN candidates_ranked.documents IS 'Documents that name it';
COMMENT ON COLUMN candidates_ranked.sources IS 'Sources that name it';
COMMENT ON COLUMN candidates_ranked.first_seen IS 'Time of the first document that names it (UTC)';
COMMENT ON COLUMN candidates_ranked.last_seen IS 'Time of the latest document that names it (UTC)';
