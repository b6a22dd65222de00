-- The rows that the other views leave out: quarantine without what a person has released.
CREATE OR REPLACE VIEW held AS
SELECT relation, key, char_start, char_end, list_sort(list(DISTINCT expectation)) AS expectations
FROM quarantine
WHERE status <> 'released'
GROUP BY relation, key, char_start, char_end;
COMMENT ON VIEW held IS 'Rows that the views leave out, and the expectations that hold each back';
COMMENT ON COLUMN held.relation IS 'Table that the row stays in';
COMMENT ON COLUMN held.key IS 'doc_id of documents, mentions and figures; else entity, alert_id or fetch_id';
COMMENT ON COLUMN held.char_start IS 'First code point of a mention or figure';
COMMENT ON COLUMN held.char_end IS 'One past its last code point';
COMMENT ON COLUMN held.expectations IS 'Names of the expectations that it fails';
