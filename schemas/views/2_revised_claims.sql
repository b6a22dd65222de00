-- Amounts that were changed after publication: what was said before, and what is said now.
CREATE OR REPLACE VIEW revised_claims AS
SELECT r.what, coalesce(s.entity, r.subject) AS subject, coalesce(e.name, s.entity, r.subject) AS subject_name, r.metric, r.kind,
       r.surface_before AS "before", r.surface_after AS "after",
       r.value_before, r.value_after, r.low_before, r.high_before, r.low_after, r.high_after, r.unit_before, r.unit_after,
       r.bound_before, r.bound_after, r.modality_before, r.modality_after,
       coalesce(k.entity, r.speaker_after, r.speaker_before) AS speaker, r.sentence_before, r.sentence_after,
       d.source, coalesce(o.family, d.source) AS family, d.title, d.url, d.lang, d.said_at, r.replaced_at AS revised_at,
       r.doc_id, r.char_start, r.char_end, r.replaced_by = d.revision AS is_latest
FROM revised_figures r
JOIN documents d USING (doc_id)
LEFT JOIN merges s ON s.target = r.subject
LEFT JOIN merges k ON k.target = coalesce(r.speaker_after, r.speaker_before)
LEFT JOIN entities e ON e.entity = coalesce(s.entity, r.subject)
LEFT JOIN sources o ON o.source = d.source
WHERE d.quarantined IS NULL
ORDER BY r.replaced_at DESC, r.doc_id, r.char_start;
COMMENT ON VIEW revised_claims IS 'Amounts that a document has changed, added or taken out after it was first collected';
COMMENT ON COLUMN revised_claims.what IS 'changed, appeared or vanished';
COMMENT ON COLUMN revised_claims.subject IS 'Entity whose figure it is, or what a candidate would be called; null where the text does not say';
COMMENT ON COLUMN revised_claims.subject_name IS 'Its usual English name; of a candidate as subject has it';
COMMENT ON COLUMN revised_claims.metric IS 'What it measures: investment, funding, valuation, cost, users …';
COMMENT ON COLUMN revised_claims.kind IS 'money, percent, power, count …';
COMMENT ON COLUMN revised_claims."before" IS 'The amount as it was written; null where it was not there';
COMMENT ON COLUMN revised_claims."after" IS 'The amount as it is written in the newer text; null where it is not there any more';
COMMENT ON COLUMN revised_claims.value_before IS 'The amount before, in base units, of an exact or approximate one';
COMMENT ON COLUMN revised_claims.value_after IS 'The amount in the newer text';
COMMENT ON COLUMN revised_claims.low_before IS 'Lower bound before';
COMMENT ON COLUMN revised_claims.high_before IS 'Upper bound before';
COMMENT ON COLUMN revised_claims.low_after IS 'Lower bound in the newer text';
COMMENT ON COLUMN revised_claims.high_after IS 'Upper bound in the newer text';
COMMENT ON COLUMN revised_claims.unit_before IS 'ISO 4217 currency, %, W, Wh, B, or the thing counted, before';
COMMENT ON COLUMN revised_claims.unit_after IS 'The same in the newer text';
COMMENT ON COLUMN revised_claims.bound_before IS 'exact, approx, min, max, range or vague, before';
COMMENT ON COLUMN revised_claims.bound_after IS 'The same in the newer text';
COMMENT ON COLUMN revised_claims.modality_before IS 'asserted, reported, planned or denied, before';
COMMENT ON COLUMN revised_claims.modality_after IS 'The same in the newer text';
COMMENT ON COLUMN revised_claims.speaker IS 'Entity that says so, where the text says';
COMMENT ON COLUMN revised_claims.sentence_before IS 'The sentence it stood in';
COMMENT ON COLUMN revised_claims.sentence_after IS 'The sentence it stands in, in the newer text';
COMMENT ON COLUMN revised_claims.source IS 'Source of the document';
COMMENT ON COLUMN revised_claims.family IS 'Publisher family of the source';
COMMENT ON COLUMN revised_claims.title IS 'Title of the document as it is now';
COMMENT ON COLUMN revised_claims.url IS 'Address of the document';
COMMENT ON COLUMN revised_claims.lang IS 'Language of the document';
COMMENT ON COLUMN revised_claims.said_at IS 'When the document was published, else collected (UTC)';
COMMENT ON COLUMN revised_claims.revised_at IS 'When the newer text was collected (UTC)';
COMMENT ON COLUMN revised_claims.doc_id IS 'The document';
COMMENT ON COLUMN revised_claims.char_start IS 'Where the amount starts in the newer text; null where it is not there any more';
COMMENT ON COLUMN revised_claims.char_end IS 'Where it ends there, not included';
COMMENT ON COLUMN revised_claims.is_latest IS 'Whether the newer text is the one that the document has now';
