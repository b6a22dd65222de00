-- Verdicts on the data, what failed, and the rows that are held back for it. Documents and figures carry what holds them back,
-- so that the views that leave them out need no join.

CREATE TABLE verdicts (
    verdict_id VARCHAR NOT NULL, suite VARCHAR NOT NULL, who VARCHAR NOT NULL, validated_at TIMESTAMP NOT NULL, seconds DOUBLE NOT NULL,
    success BOOLEAN NOT NULL, evaluated INTEGER NOT NULL, errors INTEGER NOT NULL, warnings INTEGER NOT NULL, rows_seen BIGINT NOT NULL,
    failed VARCHAR[] NOT NULL, missing INTEGER[]
);
COMMENT ON TABLE verdicts IS 'Every validation of a suite of expectations: who ran it, when, and what came of it';
COMMENT ON COLUMN verdicts.verdict_id IS 'Of this validation; findings and quarantine name it';
COMMENT ON COLUMN verdicts.suite IS 'Suite of schemas/expectations/: the table it looks at';
COMMENT ON COLUMN verdicts.who IS 'Who ran it: a user name';
COMMENT ON COLUMN verdicts.validated_at IS 'When it began (UTC)';
COMMENT ON COLUMN verdicts.seconds IS 'How long it took';
COMMENT ON COLUMN verdicts.success IS 'Whether no expectation of severity error failed';
COMMENT ON COLUMN verdicts.evaluated IS 'Expectations looked at';
COMMENT ON COLUMN verdicts.errors IS 'Expectations of severity error that failed';
COMMENT ON COLUMN verdicts.warnings IS 'Expectations of severity warning that failed';
COMMENT ON COLUMN verdicts.rows_seen IS 'Rows of the table';
COMMENT ON COLUMN verdicts.failed IS 'Names of the expectations that failed, errors first';
COMMENT ON COLUMN verdicts.missing IS 'Parts of its message that have not come yet: until then, what older validations found stays in quarantine';

CREATE TABLE findings (
    verdict_id VARCHAR NOT NULL, suite VARCHAR NOT NULL, expectation VARCHAR NOT NULL, severity VARCHAR NOT NULL, sentence VARCHAR NOT NULL,
    unexpected BIGINT NOT NULL, validated_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE findings IS 'Expectations that failed, in plain words, a row a verdict and expectation';
COMMENT ON COLUMN findings.verdict_id IS 'The validation that found it';
COMMENT ON COLUMN findings.suite IS 'Suite of the expectation';
COMMENT ON COLUMN findings.expectation IS 'Name of the expectation';
COMMENT ON COLUMN findings.severity IS 'error or warning';
COMMENT ON COLUMN findings.sentence IS 'What is wrong, in plain words';
COMMENT ON COLUMN findings.unexpected IS 'Rows, days or sources that are not as expected';
COMMENT ON COLUMN findings.validated_at IS 'When (UTC)';

-- not row_id: that name is DuckLake's own
CREATE TABLE quarantine (
    suspect_id VARCHAR NOT NULL, status VARCHAR NOT NULL, expectation VARCHAR NOT NULL, relation VARCHAR NOT NULL, key VARCHAR NOT NULL,
    char_start INTEGER, char_end INTEGER, what VARCHAR NOT NULL, suite VARCHAR NOT NULL, verdict_id VARCHAR NOT NULL,
    found_at TIMESTAMP NOT NULL, validated_at TIMESTAMP NOT NULL, who VARCHAR, decided_at TIMESTAMP
);
COMMENT ON TABLE quarantine IS 'Rows that fail an expectation on single rows: they drop out of the views unless released';
COMMENT ON COLUMN quarantine.suspect_id IS 'Hash of relation, key, span and expectation: what release and confirm name';
COMMENT ON COLUMN quarantine.status IS 'open: nobody has looked; released: a person says it is right; confirmed: a person says it is wrong';
COMMENT ON COLUMN quarantine.expectation IS 'Name of the expectation that it fails';
COMMENT ON COLUMN quarantine.relation IS 'Table that the row stays in';
COMMENT ON COLUMN quarantine.key IS 'doc_id of documents, mentions and figures; else entity, alert_id or fetch_id';
COMMENT ON COLUMN quarantine.char_start IS 'First code point of a mention or figure';
COMMENT ON COLUMN quarantine.char_end IS 'One past its last code point';
COMMENT ON COLUMN quarantine.what IS 'What it says and why that is not as expected';
COMMENT ON COLUMN quarantine.suite IS 'Suite of the expectation';
COMMENT ON COLUMN quarantine.verdict_id IS 'The last validation that found it';
COMMENT ON COLUMN quarantine.found_at IS 'When it was found first (UTC)';
COMMENT ON COLUMN quarantine.validated_at IS 'When it was found last (UTC)';
COMMENT ON COLUMN quarantine.who IS 'Who has decided';
COMMENT ON COLUMN quarantine.decided_at IS 'When (UTC)';

ALTER TABLE documents ADD COLUMN quarantined VARCHAR[];
COMMENT ON COLUMN documents.quarantined IS 'Expectations that hold it back; null where none does';
ALTER TABLE figures ADD COLUMN quarantined VARCHAR[];
COMMENT ON COLUMN figures.quarantined IS 'Expectations that hold it or its document back; null where none does';

COMMENT ON COLUMN edits.action IS 'replay-letter, drop-letter, merge-entity, split-entity, promote-candidate, release-row or confirm-row';
COMMENT ON COLUMN edits.target IS 'What was decided on: a letter_id, the id of an entity, candidate:NAME, or a suspect_id of quarantine';
