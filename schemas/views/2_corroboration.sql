-- How many independent voices say the same. A copy of an agency's text is no voice of its own, in how many families it may
-- stand, and two stories of one family are one voice: so each story counts for the family that tells it first among those
-- that claim this, and `independent` counts the families that are left. Exact and approximate claims on one subject and metric,
-- in a row by amount, are the same claim as long as each is at most a tenth above the one before.
CREATE OR REPLACE VIEW corroboration AS
WITH amounts AS (
    SELECT c.*, coalesce(s.story_id, c.doc_id) AS story, CASE WHEN kind = 'money' THEN 'USD' ELSE unit END AS in_unit,
           CASE WHEN kind = 'money' THEN usd ELSE value END AS amount
    FROM claims c LEFT JOIN (SELECT doc_id, story_id FROM story_documents) s USING (doc_id)
    WHERE subject IS NOT NULL AND metric IS NOT NULL AND modality <> 'denied' AND bound IN ('exact', 'approx')
),
stepped AS (
    SELECT *, amount > 1.1 * lag(amount) OVER (PARTITION BY subject, metric, in_unit ORDER BY amount, said_at, doc_id, char_start) AS apart
    FROM amounts WHERE amount > 0
),
numbered AS (
    SELECT *, count(*) FILTER (apart) OVER (PARTITION BY subject, metric, in_unit ORDER BY amount, said_at, doc_id, char_start
                                            ROWS UNBOUNDED PRECEDING) AS step
    FROM stepped
),
voiced AS (
    SELECT *, first_value(family) OVER (PARTITION BY subject, metric, in_unit, step, story ORDER BY said_at, doc_id, char_start) AS voice
    FROM numbered
)
SELECT subject, any_value(subject_name) AS subject_name, metric, in_unit AS unit, median(amount) AS amount, count(*) AS claims,
       count(DISTINCT doc_id) AS documents, count(DISTINCT family) AS families, list_sort(list(DISTINCT family)) AS by_family,
       min(said_at) AS first_said, arg_min(source, said_at) AS first_source, max(said_at) AS last_said,
       arg_min(sentence, said_at) AS sentence, count(DISTINCT voice) AS independent, count(DISTINCT story) AS stories
FROM voiced
GROUP BY subject, metric, in_unit, step
ORDER BY independent DESC, families DESC, claims DESC, subject, metric, amount;
COMMENT ON VIEW corroboration IS 'Amounts with the independent voices behind each, the best founded first';
COMMENT ON COLUMN corroboration.subject IS 'Entity whose figure it is';
COMMENT ON COLUMN corroboration.subject_name IS 'Its usual English name';
COMMENT ON COLUMN corroboration.metric IS 'What it measures';
COMMENT ON COLUMN corroboration.unit IS 'USD for money of any currency, else the unit';
COMMENT ON COLUMN corroboration.amount IS 'The median of what they say, in unit';
COMMENT ON COLUMN corroboration.claims IS 'How often it was said';
COMMENT ON COLUMN corroboration.documents IS 'Documents that say it';
COMMENT ON COLUMN corroboration.families IS 'Publisher families that say it, copies included';
COMMENT ON COLUMN corroboration.by_family IS 'Which ones';
COMMENT ON COLUMN corroboration.first_said IS 'When it was first said (UTC)';
COMMENT ON COLUMN corroboration.first_source IS 'Source that said it first';
COMMENT ON COLUMN corroboration.last_said IS 'When it was last said (UTC)';
COMMENT ON COLUMN corroboration.sentence IS 'The first sentence that says it';
COMMENT ON COLUMN corroboration.independent IS 'Families that say it by themselves: of each story, the one that told it first';
COMMENT ON COLUMN corroboration.stories IS 'Stories that say it: documents that tell the same count once';
