-- What several documents tell, with the first that told it; what is held back does not count.
CREATE OR REPLACE VIEW stories AS
WITH told AS (
    SELECT s.story_id, s.how, d.doc_id, d.source, coalesce(o.family, d.source) AS family, d.lang, d.title, d.said_at
    FROM story_documents s JOIN documents d USING (doc_id) LEFT JOIN sources o USING (source)
    WHERE d.quarantined IS NULL
)
SELECT story_id, arg_min(title, (said_at, doc_id)) AS title, arg_min(source, (said_at, doc_id)) AS first_source,
       arg_min(doc_id, (said_at, doc_id)) AS first_doc, min(said_at) AS first_said, max(said_at) AS last_said, count(*) AS copies,
       count(*) FILTER (how = 'translation') AS translations, count(DISTINCT family) AS families,
       list_sort(list(DISTINCT source)) AS sources, list_sort(list(DISTINCT lang)) AS languages
FROM told
GROUP BY story_id
HAVING count(*) > 1
ORDER BY last_said DESC, story_id;
COMMENT ON VIEW stories IS 'Stories that several documents tell, the latest first; a document that is in none tells one of its own';
COMMENT ON COLUMN stories.story_id IS 'doc_id of the document that told it first';
COMMENT ON COLUMN stories.title IS 'Title of the first document';
COMMENT ON COLUMN stories.first_source IS 'Source that told it first';
COMMENT ON COLUMN stories.first_doc IS 'The first document; another than story_id where that one is held back or gone';
COMMENT ON COLUMN stories.first_said IS 'When it was first told (UTC)';
COMMENT ON COLUMN stories.last_said IS 'When it was last told (UTC)';
COMMENT ON COLUMN stories.copies IS 'Documents that tell it, the first one included';
COMMENT ON COLUMN stories.translations IS 'Those of them in another language than the first';
COMMENT ON COLUMN stories.families IS 'Publisher families that tell it';
COMMENT ON COLUMN stories.sources IS 'Sources that tell it';
COMMENT ON COLUMN stories.languages IS 'Languages that it is told in';
