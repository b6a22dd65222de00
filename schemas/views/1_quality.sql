-- What the newest validation of each suite came to, those with errors first.
CREATE OR REPLACE VIEW quality AS
WITH newest AS (
    FROM verdicts QUALIFY row_number() OVER (PARTITION BY suite ORDER BY validated_at DESC, verdict_id DESC) = 1
),
told AS (
    SELECT verdict_id, list(sentence ORDER BY severity, expectation) AS sentences FROM findings GROUP BY verdict_id
),
doubted AS (
    SELECT suite, count(DISTINCT (relation, key, char_start, char_end)) AS quarantined
    FROM quarantine WHERE status <> 'released' GROUP BY suite
)
SELECT n.suite, n.validated_at, n.who, n.success, n.evaluated, n.errors, n.warnings, n.rows_seen,
       coalesce(d.quarantined, 0) AS quarantined, coalesce(t.sentences, []) AS sentences
FROM newest n LEFT JOIN told t USING (verdict_id) LEFT JOIN doubted d USING (suite)
ORDER BY n.success, n.errors DESC, n.warnings DESC, n.suite;
COMMENT ON VIEW quality IS 'The newest validation of each suite of expectations, and what is wrong by it';
COMMENT ON COLUMN quality.suite IS 'Suite of schemas/expectations/: the table it looks at';
COMMENT ON COLUMN quality.validated_at IS 'When it began (UTC)';
COMMENT ON COLUMN quality.who IS 'Who ran it: a user name';
COMMENT ON COLUMN quality.success IS 'Whether no expectation of severity error failed';
COMMENT ON COLUMN quality.evaluated IS 'Expectations looked at';
COMMENT ON COLUMN quality.errors IS 'Expectations of severity error that failed';
COMMENT ON COLUMN quality.warnings IS 'Expectations of severity warning that failed';
COMMENT ON COLUMN quality.rows_seen IS 'Rows of the table';
COMMENT ON COLUMN quality.quarantined IS 'Rows that the suite holds back now';
COMMENT ON COLUMN quality.sentences IS 'What failed, in plain words, errors first';
