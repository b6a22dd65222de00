-- Every figure as said by a source about a subject, in its own currency and in US dollars, with the sentence it stands in.
-- Money is worth what it was on the day it was said; before the first and after the last known rate, that one counts.
-- claims_all has those too that are held back, with what holds them; claims leaves them out. claims_all has no
-- order: DuckDB does not take every filter below a sort, and would sort all claims for some questions to claims.
CREATE OR REPLACE VIEW claims_all AS
WITH said AS (
    SELECT f.*, coalesce(s.entity, f.subject) AS about, coalesce(k.entity, f.speaker) AS by_whom,
           least(greatest(f.said_at::DATE, (SELECT min(day) FROM fx_rates)), (SELECT max(day) FROM fx_rates)) AS rate_day
    FROM figures f LEFT JOIN merges s ON s.target = f.subject LEFT JOIN merges k ON k.target = f.speaker
),
valued AS (
    SELECT said.*, CASE WHEN unit = 'USD' THEN 1 ELSE r.usd END AS rate
    FROM said LEFT JOIN fx_rates r ON r.currency = said.unit AND r.day = said.rate_day
)
SELECT c.about AS subject, coalesce(e.name, c.about) AS subject_name, c.metric, c.kind, c.value, c.low, c.high, c.unit, c.bound,
       c.value * rate AS usd, c.low * rate AS usd_low, c.high * rate AS usd_high,
       c.modality, c.by_whom AS speaker, coalesce(p.name, c.by_whom) AS speaker_name, c.period_start, c.period_end, c.surface, c.sentence,
       c.source, coalesce(o.family, c.source) AS family, c.title, c.url, c.lang, c.said_at, c.first_seen, c.revisions,
       c.doc_id, c.char_start, c.char_end, c.quarantined
FROM valued c
LEFT JOIN entities e ON e.entity = c.about
LEFT JOIN entities p ON p.entity = c.by_whom
LEFT JOIN sources o ON o.source = c.source;
CREATE OR REPLACE VIEW claims AS
SELECT * EXCLUDE quarantined FROM claims_all WHERE quarantined IS NULL ORDER BY said_at DESC, doc_id, char_start;
COMMENT ON VIEW claims IS 'Who was said to have, spend, raise or count how much, where, and in which words';
COMMENT ON COLUMN claims.subject IS 'Entity whose figure it is, or what a candidate would be called; null where the text does not say';
COMMENT ON COLUMN claims.subject_name IS 'Its usual English name; of a candidate as subject has it';
COMMENT ON COLUMN claims.metric IS 'What it measures: investment, funding, valuation, cost, users …';
COMMENT ON COLUMN claims.kind IS 'money, percent, power, count …';
COMMENT ON COLUMN claims.value IS 'The amount in base units, for exact and approximate ones';
COMMENT ON COLUMN claims.low IS 'Lower bound; null where there is none';
COMMENT ON COLUMN claims.high IS 'Upper bound; null where there is none';
COMMENT ON COLUMN claims.unit IS 'ISO 4217 currency, %, W, Wh, B, or the thing counted';
COMMENT ON COLUMN claims.bound IS 'exact, approx, min, max, range or vague';
COMMENT ON COLUMN claims.usd IS 'value in US dollars at the rate of the day it was said; null for what is no money or has no rate';
COMMENT ON COLUMN claims.usd_low IS 'low in US dollars';
COMMENT ON COLUMN claims.usd_high IS 'high in US dollars';
COMMENT ON COLUMN claims.modality IS 'asserted, reported, planned or denied';
COMMENT ON COLUMN claims.speaker IS 'Entity that says so, where the text says';
COMMENT ON COLUMN claims.speaker_name IS 'Its usual English name; of a candidate as speaker has it';
COMMENT ON COLUMN claims.period_start IS 'First day it holds for, where the text says';
COMMENT ON COLUMN claims.period_end IS 'Last day it holds for, where the text says';
COMMENT ON COLUMN claims.surface IS 'The amount as written';
COMMENT ON COLUMN claims.sentence IS 'The sentence it stands in';
COMMENT ON COLUMN claims.source IS 'Source that said it';
COMMENT ON COLUMN claims.family IS 'Publisher family of the source';
COMMENT ON COLUMN claims.title IS 'Title of the document';
COMMENT ON COLUMN claims.url IS 'Address of the document';
COMMENT ON COLUMN claims.lang IS 'Language of the document';
COMMENT ON COLUMN claims.said_at IS 'When it was published, else collected (UTC)';
COMMENT ON COLUMN claims.first_seen IS 'When the document was first collected (UTC)';
COMMENT ON COLUMN claims.revisions IS 'Revisions of the document that were collected';
COMMENT ON COLUMN claims.doc_id IS 'The document';
COMMENT ON COLUMN claims.char_start IS 'Where the amount starts in its text';
COMMENT ON COLUMN claims.char_end IS 'Where it ends, not included';
COMMENT ON VIEW claims_all IS 'The view claims with those too that are held back, and what holds them; in no order';
COMMENT ON COLUMN claims_all.subject IS 'Entity whose figure it is, or what a candidate would be called; null where the text does not say';
COMMENT ON COLUMN claims_all.subject_name IS 'Its usual English name; of a candidate as subject has it';
COMMENT ON COLUMN claims_all.metric IS 'What it measures: investment, funding, valuation, cost, users …';
COMMENT ON COLUMN claims_all.kind IS 'money, percent, power, count …';
COMMENT ON COLUMN claims_all.value IS 'The amount in base units, for exact and approximate ones';
COMMENT ON COLUMN claims_all.low IS 'Lower bound; null where there is none';
COMMENT ON COLUMN claims_all.high IS 'Upper bound; null where there is none';
COMMENT ON COLUMN claims_all.unit IS 'ISO 4217 currency, %, W, Wh, B, or the thing counted';
COMMENT ON COLUMN claims_all.bound IS 'exact, approx, min, max, range or vague';
COMMENT ON COLUMN claims_all.usd IS 'value in US dollars at the rate of the day it was said; null for what is no money or has no rate';
COMMENT ON COLUMN claims_all.usd_low IS 'low in US dollars';
COMMENT ON COLUMN claims_all.usd_high IS 'high in US dollars';
COMMENT ON COLUMN claims_all.modality IS 'asserted, reported, planned or denied';
COMMENT ON COLUMN claims_all.speaker IS 'Entity that says so, where the text says';
COMMENT ON COLUMN claims_all.speaker_name IS 'Its usual English name; of a candidate as speaker has it';
COMMENT ON COLUMN claims_all.period_start IS 'First day it holds for, where the text says';
COMMENT ON COLUMN claims_all.period_end IS 'Last day it holds for, where the text says';
COMMENT ON COLUMN claims_all.surface IS 'The amount as written';
COMMENT ON COLUMN claims_all.sentence IS 'The sentence it stands in';
COMMENT ON COLUMN claims_all.source IS 'Source that said it';
COMMENT ON COLUMN claims_all.family IS 'Publisher family of the source';
COMMENT ON COLUMN claims_all.title IS 'Title of the document';
COMMENT ON COLUMN claims_all.url IS 'Address of the document';
COMMENT ON COLUMN claims_all.lang IS 'Language of the document';
COMMENT ON COLUMN claims_all.said_at IS 'When it was published, else collected (UTC)';
COMMENT ON COLUMN claims_all.first_seen IS 'When the document was first collected (UTC)';
COMMENT ON COLUMN claims_all.revisions IS 'Revisions of the document that were collected';
COMMENT ON COLUMN claims_all.doc_id IS 'The document';
COMMENT ON COLUMN claims_all.char_start IS 'Where the amount starts in its text';
COMMENT ON COLUMN claims_all.char_end IS 'Where it ends, not included';
COMMENT ON COLUMN claims_all.quarantined IS 'Expectations that hold the figure or its document back; null where none does';
-- What columns of tables mean by now, where that has changed since the tables were made.
COMMENT ON COLUMN mentions.method IS 'How it was found: alias, short-name, phonetic; of a candidate: cue (words around it say what it is) or model';
COMMENT ON COLUMN figures.subject IS 'Entity whose figure it is, or the id that a candidate of its document would get';
COMMENT ON COLUMN figures.speaker IS 'Entity that says so, or the id that a candidate of its document would get';
