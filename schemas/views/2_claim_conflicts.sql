-- What documents of one quarter say of the same thing that cannot all be true. What one document says is folded to the span
-- from its lowest to its highest amount: two amounts in one text are mostly two things. Spans have no point in common, which
-- in one dimension is so exactly when the highest lower bound exceeds the lowest upper one (Helly). What is approximate or an
-- order of magnitude may be a tenth off. Denials, money without a rate, and metrics of which a subject has many values at
-- once (the prices of its products) are left out; plans are held against plans.
CREATE OR REPLACE VIEW claim_conflicts AS
WITH bounded AS (
    SELECT subject, subject_name, metric, CASE WHEN kind = 'money' THEN 'USD' ELSE unit END AS unit, doc_id,
           date_trunc('quarter', said_at)::DATE AS quarter, period_start, period_end, modality = 'planned' AS planned, family, source, sentence,
           CASE WHEN kind = 'money' THEN usd_low ELSE low END * CASE WHEN bound IN ('approx', 'vague') THEN 0.9 ELSE 1 END AS at_least,
           CASE WHEN kind = 'money' THEN usd_high ELSE high END * CASE WHEN bound IN ('approx', 'vague') THEN 1.1 ELSE 1 END AS at_most
    FROM claims
    WHERE subject IS NOT NULL AND modality <> 'denied' AND (kind <> 'money' OR coalesce(usd_low, usd_high) IS NOT NULL)
      AND metric NOT IN ('other', 'price', 'benchmark', 'length', 'hardware', 'growth', 'share')
),
told AS (  -- the span of all that one document says of it: two amounts in one text are two things
    SELECT subject, any_value(subject_name) AS subject_name, metric, unit, doc_id, quarter, period_start, period_end, planned,
           any_value(family) AS family, any_value(source) AS source, count(*) AS claims,
           CASE WHEN count(at_least) = count(*) THEN min(at_least) END AS at_least, arg_min(sentence, at_least) AS low_sentence,
           CASE WHEN count(at_most) = count(*) THEN max(at_most) END AS at_most, arg_max(sentence, at_most) AS high_sentence
    FROM bounded
    GROUP BY subject, metric, unit, doc_id, quarter, period_start, period_end, planned
)
SELECT subject, any_value(subject_name) AS subject_name, metric, unit, quarter, period_start, period_end, planned,
       sum(claims)::BIGINT AS claims, count(DISTINCT family) AS families, min(at_most) AS lowest, max(at_least) AS highest,
       arg_min(source, at_most) AS lowest_source, arg_min(high_sentence, at_most) AS lowest_sentence,
       arg_max(source, at_least) AS highest_source, arg_max(low_sentence, at_least) AS highest_sentence
FROM told
GROUP BY subject, metric, unit, quarter, period_start, period_end, planned
HAVING max(at_least) > min(at_most) * 1.01
ORDER BY families DESC, highest / nullif(lowest, 0) DESC, subject, metric, quarter;
COMMENT ON VIEW claim_conflicts IS 'What documents of a quarter say of the same subject and metric that cannot all be true';
COMMENT ON COLUMN claim_conflicts.subject IS 'Entity whose figures they are';
COMMENT ON COLUMN claim_conflicts.subject_name IS 'Its usual English name';
COMMENT ON COLUMN claim_conflicts.metric IS 'What they measure';
COMMENT ON COLUMN claim_conflicts.unit IS 'USD for money of any currency, else the unit';
COMMENT ON COLUMN claim_conflicts.quarter IS 'First day of the quarter in which they were said';
COMMENT ON COLUMN claim_conflicts.period_start IS 'First day they hold for, where the texts say';
COMMENT ON COLUMN claim_conflicts.period_end IS 'Last day they hold for, where the texts say';
COMMENT ON COLUMN claim_conflicts.planned IS 'Whether they are plans';
COMMENT ON COLUMN claim_conflicts.claims IS 'How many claims there are; the view claims has each';
COMMENT ON COLUMN claim_conflicts.families IS 'Publisher families that make them';
COMMENT ON COLUMN claim_conflicts.lowest IS 'Lowest upper bound, with its leeway, in unit: by one document it is at most so much';
COMMENT ON COLUMN claim_conflicts.highest IS 'Highest lower bound, with its leeway, in unit: by another it is at least so much';
COMMENT ON COLUMN claim_conflicts.lowest_source IS 'Source of the lowest';
COMMENT ON COLUMN claim_conflicts.lowest_sentence IS 'Its sentence';
COMMENT ON COLUMN claim_conflicts.highest_source IS 'Source of the highest';
COMMENT ON COLUMN claim_conflicts.highest_sentence IS 'Its sentence';
