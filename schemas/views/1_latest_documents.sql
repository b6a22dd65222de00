-- The documents, newest first, with what was found in them; without those that are held back.
CREATE OR REPLACE VIEW latest_documents AS
SELECT d.said_at, d.source, d.lang, d.kind, d.title, d.mentions, d.figures, d.names, d.revisions, d.url, d.doc_id,
       coalesce(s.story_id, d.doc_id) AS story, coalesce(t.copies, 1) AS copies
FROM documents d LEFT JOIN story_documents s USING (doc_id) LEFT JOIN stories t USING (story_id)
WHERE d.quarantined IS NULL
ORDER BY d.said_at DESC, d.doc_id;
COMMENT ON VIEW latest_documents IS 'Documents, newest first, with counts of what was found';
COMMENT ON COLUMN latest_documents.said_at IS 'When it was published, else collected (UTC)';
COMMENT ON COLUMN latest_documents.source IS 'Source that brought it';
COMMENT ON COLUMN latest_documents.lang IS 'ISO 639 code';
COMMENT ON COLUMN latest_documents.kind IS 'article, transcript or feed-item';
COMMENT ON COLUMN latest_documents.title IS 'Title as published';
COMMENT ON COLUMN latest_documents.mentions IS 'Names found in it';
COMMENT ON COLUMN latest_documents.figures IS 'Amounts found in it';
COMMENT ON COLUMN latest_documents.names IS 'The five entities it names most';
COMMENT ON COLUMN latest_documents.revisions IS 'Revisions of it that were collected';
COMMENT ON COLUMN latest_documents.url IS 'Its address, where it has one';
COMMENT ON COLUMN latest_documents.doc_id IS 'The document';
COMMENT ON COLUMN latest_documents.story IS 'What it tells: doc_id of the first document that told it, mostly itself';
COMMENT ON COLUMN latest_documents.copies IS 'Documents that tell it, this one included';
