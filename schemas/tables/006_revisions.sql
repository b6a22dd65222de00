-- What a newer text of a document says otherwise than the one it took the place of.

CREATE TABLE revised_documents (
    doc_id VARCHAR NOT NULL, replaced_at TIMESTAMP NOT NULL, replaced_by VARCHAR NOT NULL, revision VARCHAR NOT NULL,
    collected_at TIMESTAMP NOT NULL, title_before VARCHAR NOT NULL, title_after VARCHAR NOT NULL,
    characters_removed INTEGER, characters_added INTEGER, sentences JSON,
    names_gone VARCHAR[] NOT NULL, names_come VARCHAR[] NOT NULL, same_extractor BOOLEAN NOT NULL
);
COMMENT ON TABLE revised_documents IS 'One row each time a newer text took the place of a document''s text: what is otherwise';
COMMENT ON COLUMN revised_documents.doc_id IS 'The document';
COMMENT ON COLUMN revised_documents.replaced_at IS 'When the newer text was collected (UTC)';
COMMENT ON COLUMN revised_documents.replaced_by IS 'Revision of the newer text';
COMMENT ON COLUMN revised_documents.revision IS 'Revision of the text before';
COMMENT ON COLUMN revised_documents.collected_at IS 'When the text before was collected last (UTC)';
COMMENT ON COLUMN revised_documents.title_before IS 'Title before';
COMMENT ON COLUMN revised_documents.title_after IS 'Title of the newer text';
COMMENT ON COLUMN revised_documents.characters_removed IS 'Characters that were taken out, in whole words; null where the text before was removed by `maintain`';
COMMENT ON COLUMN revised_documents.characters_added IS 'Characters that were put in, in whole words; null as above';
COMMENT ON COLUMN revised_documents.sentences IS 'Sentences that stand in one of the two only, under before and after: the first 20 of each; null once `maintain` has removed texts of their time';
COMMENT ON COLUMN revised_documents.names_gone IS 'Names that the newer text has not any more';
COMMENT ON COLUMN revised_documents.names_come IS 'Names that the text before did not have';
COMMENT ON COLUMN revised_documents.same_extractor IS 'Whether one extractor has read both; else names may differ for that';

CREATE TABLE revised_figures (
    doc_id VARCHAR NOT NULL, replaced_at TIMESTAMP NOT NULL, replaced_by VARCHAR NOT NULL, revision VARCHAR NOT NULL,
    what VARCHAR NOT NULL, kind VARCHAR NOT NULL, metric VARCHAR, subject VARCHAR,
    unit_before VARCHAR, value_before DOUBLE, low_before DOUBLE, high_before DOUBLE, bound_before VARCHAR,
    modality_before VARCHAR, speaker_before VARCHAR, surface_before VARCHAR, sentence_before VARCHAR,
    unit_after VARCHAR, value_after DOUBLE, low_after DOUBLE, high_after DOUBLE, bound_after VARCHAR,
    modality_after VARCHAR, speaker_after VARCHAR, surface_after VARCHAR, sentence_after VARCHAR,
    char_start INTEGER, char_end INTEGER
);
COMMENT ON TABLE revised_figures IS 'Amounts in sentences that a newer text of a document has changed; the view revised_claims adds what they mean';
COMMENT ON COLUMN revised_figures.doc_id IS 'The document';
COMMENT ON COLUMN revised_figures.replaced_at IS 'When the newer text was collected (UTC)';
COMMENT ON COLUMN revised_figures.replaced_by IS 'Revision of the newer text';
COMMENT ON COLUMN revised_figures.revision IS 'Revision of the text before';
COMMENT ON COLUMN revised_figures.what IS 'changed, appeared or vanished';
COMMENT ON COLUMN revised_figures.kind IS 'money, percent, power, count …';
COMMENT ON COLUMN revised_figures.metric IS 'What it measures';
COMMENT ON COLUMN revised_figures.subject IS 'Entity whose figure it is, or the id that a candidate would get';
COMMENT ON COLUMN revised_figures.unit_before IS 'Unit before';
COMMENT ON COLUMN revised_figures.value_before IS 'Amount before, of an exact or approximate one';
COMMENT ON COLUMN revised_figures.low_before IS 'Lower bound before';
COMMENT ON COLUMN revised_figures.high_before IS 'Upper bound before';
COMMENT ON COLUMN revised_figures.bound_before IS 'exact, approx, min, max, range or vague, before';
COMMENT ON COLUMN revised_figures.modality_before IS 'asserted, reported, planned or denied, before';
COMMENT ON COLUMN revised_figures.speaker_before IS 'Entity that said so, before';
COMMENT ON COLUMN revised_figures.surface_before IS 'The amount as it was written';
COMMENT ON COLUMN revised_figures.sentence_before IS 'The sentence it stood in';
COMMENT ON COLUMN revised_figures.unit_after IS 'Unit in the newer text';
COMMENT ON COLUMN revised_figures.value_after IS 'Amount in the newer text, of an exact or approximate one';
COMMENT ON COLUMN revised_figures.low_after IS 'Lower bound in the newer text';
COMMENT ON COLUMN revised_figures.high_after IS 'Upper bound in the newer text';
COMMENT ON COLUMN revised_figures.bound_after IS 'exact, approx, min, max, range or vague, in the newer text';
COMMENT ON COLUMN revised_figures.modality_after IS 'asserted, reported, planned or denied, in the newer text';
COMMENT ON COLUMN revised_figures.speaker_after IS 'Entity that says so in the newer text';
COMMENT ON COLUMN revised_figures.surface_after IS 'The amount as it is written in the newer text';
COMMENT ON COLUMN revised_figures.sentence_after IS 'The sentence it stands in, in the newer text';
COMMENT ON COLUMN revised_figures.char_start IS 'Where it starts in the newer text';
COMMENT ON COLUMN revised_figures.char_end IS 'Where it ends there, not included';
