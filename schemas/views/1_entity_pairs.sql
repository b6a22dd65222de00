-- Which entities stand in the same documents; each pair from both sides, so that a filter on one side finds all of it.
CREATE OR REPLACE MACRO entity_pairs_since(begin) AS TABLE
SELECT a.entity, any_value(a.name) AS name, b.entity AS other, any_value(b.name) AS other_name, count(*) AS documents,
       count(DISTINCT a.source) AS sources, min(a.said_at) AS first_seen, max(a.said_at) AS last_seen
FROM appearances a JOIN appearances b ON a.doc_id = b.doc_id AND a.entity <> b.entity
WHERE a.said_at >= begin AND b.said_at >= begin
GROUP BY a.entity, b.entity
ORDER BY documents DESC, a.entity, b.entity;
CREATE OR REPLACE VIEW entity_pairs AS FROM entity_pairs_since('-infinity'::TIMESTAMP);
COMMENT ON VIEW entity_pairs IS 'Who is named together with whom, since ever; entity_pairs_since(time) is quicker, and so is asking for one entity';
COMMENT ON COLUMN entity_pairs.entity IS 'One entity';
COMMENT ON COLUMN entity_pairs.name IS 'Its usual English name';
COMMENT ON COLUMN entity_pairs.other IS 'The other entity';
COMMENT ON COLUMN entity_pairs.other_name IS 'Its usual English name';
COMMENT ON COLUMN entity_pairs.documents IS 'Documents that name both';
COMMENT ON COLUMN entity_pairs.sources IS 'Sources that name both in one document';
COMMENT ON COLUMN entity_pairs.first_seen IS 'Time of the first such document (UTC)';
COMMENT ON COLUMN entity_pairs.last_seen IS 'Time of the latest such document (UTC)';
