-- Every figure as said by a source about a subject, with the sentence it stands in.
CREATE OR REPLACE VIEW claims AS
SELECT f.subject, e.name AS subject_name, f.metric, f.kind, f.value, f.low, f.high, f.unit, f.bound, f.modality,
       f.speaker, f.period_start, f.period_end, f.surface,
       substring(d.text, f.sentence_start + 1, f.sentence_end - f.sentence_start) AS sentence,
       d.source, d.title, d.url, d.lang, coalesce(d.published_at, d.collected_at) AS said_at,
       f.doc_id, f.char_start, f.char_end
FROM figures f JOIN documents d USING (doc_id) LEFT JOIN entities e ON e.entity = f.subject
ORDER BY said_at DESC, f.doc_id, f.char_start;
COMMENT ON VIEW claims IS 'Who was said to have, spend, raise or count how much, where, and in which words';
COMMENT ON COLUMN claims.subject IS 'Entity whose figure it is; null where the text does not say';
COMMENT ON COLUMN claims.subject_name IS 'Its usual English name';
COMMENT ON COLUMN claims.metric IS 'What it measures: investment, funding, valuation, cost, users …';
COMMENT ON COLUMN claims.kind IS 'money, percent, power, count …';
COMMENT ON COLUMN claims.value IS 'The amount in base units, for exact and approximate ones';
COMMENT ON COLUMN claims.low IS 'Lower bound; null where there is none';
COMMENT ON COLUMN claims.high IS 'Upper bound; null where there is none';
COMMENT ON COLUMN claims.unit IS 'ISO 4217 currency, %, W, Wh, B, or the thing counted';
COMMENT ON COLUMN claims.bound IS 'exact, approx, min, max, range or vague';
COMMENT ON COLUMN claims.modality IS 'asserted, reported, planned or denied';
COMMENT ON COLUMN claims.speaker IS 'Entity that says so, where the text says';
COMMENT ON COLUMN claims.period_start IS 'First day it holds for, where the text says';
COMMENT ON COLUMN claims.period_end IS 'Last day it holds for, where the text says';
COMMENT ON COLUMN claims.surface IS 'The amount as written';
COMMENT ON COLUMN claims.sentence IS 'The sentence it stands in';
COMMENT ON COLUMN claims.source IS 'Source that said it';
COMMENT ON COLUMN claims.title IS 'Title of the document';
COMMENT ON COLUMN claims.url IS 'Address of the document';
COMMENT ON COLUMN claims.lang IS 'Language of the document';
COMMENT ON COLUMN claims.said_at IS 'When it was published, else collected (UTC)';
COMMENT ON COLUMN claims.doc_id IS 'The document';
COMMENT ON COLUMN claims.char_start IS 'Where the amount starts in its text';
COMMENT ON COLUMN claims.char_end IS 'Where it ends, not included';
