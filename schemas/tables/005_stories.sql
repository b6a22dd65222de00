-- Stories: documents that tell the same, and what they are known by. Kept by the loader, in the transaction of the documents.

CREATE TABLE story_documents (
    doc_id VARCHAR NOT NULL, story_id VARCHAR NOT NULL, how VARCHAR NOT NULL, similarity DOUBLE, said_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE story_documents IS 'Documents that share their story with others; one that is not here is a story of its own. The view stories counts them';
COMMENT ON COLUMN story_documents.doc_id IS 'The document';
COMMENT ON COLUMN story_documents.story_id IS 'Its story: the doc_id of the first document that told it';
COMMENT ON COLUMN story_documents.how IS 'first: it told it first; copy: in the same language; translation: in another';
COMMENT ON COLUMN story_documents.similarity IS 'Share of the shingles of both texts that it has in common with the first one, as MinHash guesses; null where that one is gone';
COMMENT ON COLUMN story_documents.said_at IS 'said_at of the document';

CREATE TABLE story_prints (
    doc_id VARCHAR NOT NULL, print BIGINT NOT NULL, said_at TIMESTAMP NOT NULL, lang VARCHAR NOT NULL, sketch BLOB NOT NULL,
    figures BIGINT[] NOT NULL, entities VARCHAR[] NOT NULL
);
COMMENT ON TABLE story_prints IS 'What documents are known by in others; those too short for it have none';
COMMENT ON COLUMN story_prints.doc_id IS 'The document';
COMMENT ON COLUMN story_prints.print IS 'Hash of language, sketch, figures and entities';
COMMENT ON COLUMN story_prints.said_at IS 'said_at of the document';
COMMENT ON COLUMN story_prints.lang IS 'Language of the document';
COMMENT ON COLUMN story_prints.sketch IS 'MinHash of its text with its size and some of its numbers; empty for a short one';
COMMENT ON COLUMN story_prints.figures IS 'Hashes of its amounts and their units, each with its digits; empty where they are fewer than three';
COMMENT ON COLUMN story_prints.entities IS 'Entities that it names, as extracted';

CREATE TABLE story_keys (key BIGINT NOT NULL, print BIGINT NOT NULL, day DATE NOT NULL);
COMMENT ON TABLE story_keys IS 'Where to look for prints that may be alike; a hint: what it names need not be there any more';
COMMENT ON COLUMN story_keys.key IS 'Even: three samples of a sketch. Odd: an amount with its unit';
COMMENT ON COLUMN story_keys.print IS 'print of documents that have it';
COMMENT ON COLUMN story_keys.day IS 'Day on which one of them was said (UTC)';
