-- What analysts' views answer from without a join: when it was said, by whom, in which sentence; which entities stand in
-- which document; every revision; merges of entities; sources and exchange rates. loaded_at is the same for all rows of a
-- transaction and grows from one to the next, so that old rows of a document are found without reading the whole table.

ALTER TABLE documents RENAME TO documents_2;
CREATE TABLE documents (
    doc_id VARCHAR NOT NULL, revision VARCHAR NOT NULL, source VARCHAR NOT NULL, kind VARCHAR NOT NULL,
    url VARCHAR, title VARCHAR NOT NULL, author VARCHAR, lang VARCHAR NOT NULL, declared_lang VARCHAR,
    said_at TIMESTAMP NOT NULL, published_at TIMESTAMP, collected_at TIMESTAMP NOT NULL,
    first_seen TIMESTAMP NOT NULL, revisions INTEGER NOT NULL, loaded_at TIMESTAMP NOT NULL,
    mentions INTEGER NOT NULL, figures INTEGER NOT NULL, names VARCHAR[] NOT NULL, text VARCHAR, meta JSON NOT NULL
);
INSERT INTO documents BY NAME
SELECT d.*, coalesce(d.published_at, d.collected_at) AS said_at, d.collected_at AS first_seen,
       1 AS revisions, now()::TIMESTAMP AS loaded_at, coalesce(r.mentions, 0) AS mentions, coalesce(r.figures, 0) AS figures,
       [] AS names
FROM documents_2 d LEFT JOIN extractor_runs r USING (doc_id);
COMMENT ON TABLE documents IS 'One row a document, in its latest revision';
COMMENT ON COLUMN documents.doc_id IS 'Hash of the canonical URL, else of source and guid, else of the content';
COMMENT ON COLUMN documents.revision IS 'Hash of title and text; a changed text is a new revision of the same document';
COMMENT ON COLUMN documents.source IS 'Id of the source that brought it';
COMMENT ON COLUMN documents.kind IS 'article, transcript or feed-item';
COMMENT ON COLUMN documents.url IS 'Canonical address, where it has one';
COMMENT ON COLUMN documents.title IS 'Title as published';
COMMENT ON COLUMN documents.author IS 'Author as published';
COMMENT ON COLUMN documents.lang IS 'ISO 639 code, declared or detected';
COMMENT ON COLUMN documents.declared_lang IS 'ISO 639 code as the source declares it; null where it says nothing';
COMMENT ON COLUMN documents.said_at IS 'When it was published, else collected (UTC)';
COMMENT ON COLUMN documents.published_at IS 'When it was published (UTC), where it says so';
COMMENT ON COLUMN documents.collected_at IS 'When this revision was collected (UTC)';
COMMENT ON COLUMN documents.first_seen IS 'When its first revision was collected (UTC)';
COMMENT ON COLUMN documents.revisions IS 'Revisions that were collected, this one included';
COMMENT ON COLUMN documents.loaded_at IS 'When this row was loaded (UTC); later after a replay';
COMMENT ON COLUMN documents.mentions IS 'Names found in it';
COMMENT ON COLUMN documents.figures IS 'Amounts found in it';
COMMENT ON COLUMN documents.names IS 'The five entities it names most';
COMMENT ON COLUMN documents.text IS 'Text without page furniture, which all spans refer to; null once `maintain` has removed it';
COMMENT ON COLUMN documents.meta IS 'What else the page said of itself, such as its reading time';

CREATE TABLE revisions (doc_id VARCHAR NOT NULL, revision VARCHAR NOT NULL, title VARCHAR NOT NULL, collected_at TIMESTAMP NOT NULL);
INSERT INTO revisions SELECT doc_id, revision, title, collected_at FROM documents_2;
COMMENT ON TABLE revisions IS 'One row for each different text that a document has had';
COMMENT ON COLUMN revisions.doc_id IS 'The document';
COMMENT ON COLUMN revisions.revision IS 'Hash of title and text';
COMMENT ON COLUMN revisions.title IS 'Title of this revision';
COMMENT ON COLUMN revisions.collected_at IS 'When it was first collected (UTC)';

ALTER TABLE mentions RENAME TO mentions_2;
CREATE TABLE mentions (
    doc_id VARCHAR NOT NULL, entity VARCHAR, name VARCHAR NOT NULL, type VARCHAR NOT NULL, surface VARCHAR NOT NULL,
    char_start INTEGER NOT NULL, char_end INTEGER NOT NULL, sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL,
    method VARCHAR NOT NULL, score DOUBLE NOT NULL, evidence VARCHAR NOT NULL, loaded_at TIMESTAMP NOT NULL
);
INSERT INTO mentions SELECT *, now()::TIMESTAMP FROM mentions_2;
DROP TABLE mentions_2;
COMMENT ON TABLE mentions IS 'One row for each time a name stands in a document, as extracted; merges show in the views';
COMMENT ON COLUMN mentions.doc_id IS 'The document';
COMMENT ON COLUMN mentions.entity IS 'Id in the catalogue; null for a candidate';
COMMENT ON COLUMN mentions.name IS 'Usual English name';
COMMENT ON COLUMN mentions.type IS 'organization, person, model, product, hardware, project or law';
COMMENT ON COLUMN mentions.surface IS 'The name as the document writes it';
COMMENT ON COLUMN mentions.char_start IS 'Where it starts';
COMMENT ON COLUMN mentions.char_end IS 'Where it ends, not included';
COMMENT ON COLUMN mentions.sentence_start IS 'Where its sentence starts';
COMMENT ON COLUMN mentions.sentence_end IS 'Where its sentence ends, not included';
COMMENT ON COLUMN mentions.method IS 'How it was linked: alias, short-name, phonetic or model';
COMMENT ON COLUMN mentions.score IS 'How sure the link is, 0 to 1';
COMMENT ON COLUMN mentions.evidence IS 'Why it was linked, in words';
COMMENT ON COLUMN mentions.loaded_at IS 'loaded_at of its document';

ALTER TABLE figures RENAME TO figures_2;
CREATE TABLE figures (
    doc_id VARCHAR NOT NULL, surface VARCHAR NOT NULL, char_start INTEGER NOT NULL, char_end INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL, kind VARCHAR NOT NULL,
    value DOUBLE, low DOUBLE, high DOUBLE, unit VARCHAR NOT NULL, bound VARCHAR NOT NULL,
    subject VARCHAR, metric VARCHAR, period_start DATE, period_end DATE, modality VARCHAR NOT NULL, speaker VARCHAR,
    sentence VARCHAR NOT NULL, source VARCHAR NOT NULL, title VARCHAR NOT NULL, url VARCHAR, lang VARCHAR NOT NULL,
    said_at TIMESTAMP NOT NULL, first_seen TIMESTAMP NOT NULL, revisions INTEGER NOT NULL, loaded_at TIMESTAMP NOT NULL
);
INSERT INTO figures BY NAME
SELECT f.*, trim(substring(d.text, f.sentence_start + 1, f.sentence_end - f.sentence_start)) AS sentence, d.source, d.title, d.url, d.lang,
       d.said_at, d.first_seen, d.revisions, d.loaded_at
FROM figures_2 f JOIN documents d USING (doc_id);
DROP TABLE figures_2;
COMMENT ON TABLE figures IS 'One row for each amount in a document, as extracted; the view claims adds what it means';
COMMENT ON COLUMN figures.doc_id IS 'The document';
COMMENT ON COLUMN figures.surface IS 'The amount as the document writes it';
COMMENT ON COLUMN figures.char_start IS 'Where it starts';
COMMENT ON COLUMN figures.char_end IS 'Where it ends, not included';
COMMENT ON COLUMN figures.sentence_start IS 'Where its sentence starts';
COMMENT ON COLUMN figures.sentence_end IS 'Where its sentence ends, not included';
COMMENT ON COLUMN figures.kind IS 'money, percent, power, energy, data, count, duration …';
COMMENT ON COLUMN figures.value IS 'The amount in base units, for exact and approximate ones';
COMMENT ON COLUMN figures.low IS 'Lower bound; null where the text gives none (at most)';
COMMENT ON COLUMN figures.high IS 'Upper bound; null where the text gives none (at least)';
COMMENT ON COLUMN figures.unit IS 'ISO 4217 currency, %, W, Wh, B, or the thing counted';
COMMENT ON COLUMN figures.bound IS 'exact, approx, min, max, range or vague (an order of magnitude)';
COMMENT ON COLUMN figures.subject IS 'Entity whose figure it is';
COMMENT ON COLUMN figures.metric IS 'What it measures: investment, funding, valuation, cost, users …';
COMMENT ON COLUMN figures.period_start IS 'First day it holds for, where the text says';
COMMENT ON COLUMN figures.period_end IS 'Last day it holds for, where the text says';
COMMENT ON COLUMN figures.modality IS 'asserted, reported, planned or denied';
COMMENT ON COLUMN figures.speaker IS 'Entity that says so, where the text says';
COMMENT ON COLUMN figures.sentence IS 'The sentence it stands in; kept when the text is removed';
COMMENT ON COLUMN figures.source IS 'Source of its document';
COMMENT ON COLUMN figures.title IS 'Title of its document';
COMMENT ON COLUMN figures.url IS 'Address of its document';
COMMENT ON COLUMN figures.lang IS 'Language of its document';
COMMENT ON COLUMN figures.first_seen IS 'first_seen of its document';
COMMENT ON COLUMN figures.revisions IS 'revisions of its document';
COMMENT ON COLUMN figures.said_at IS 'said_at of its document';
COMMENT ON COLUMN figures.loaded_at IS 'loaded_at of its document';

DROP TABLE documents_2;

ALTER TABLE extractor_runs RENAME TO extractor_runs_2;
CREATE TABLE extractor_runs (
    doc_id VARCHAR NOT NULL, extractor VARCHAR NOT NULL, mentions INTEGER NOT NULL, figures INTEGER NOT NULL, loaded_at TIMESTAMP NOT NULL
);
INSERT INTO extractor_runs SELECT *, now()::TIMESTAMP FROM extractor_runs_2;
DROP TABLE extractor_runs_2;
COMMENT ON TABLE extractor_runs IS 'Which extractor made the rows of a document';
COMMENT ON COLUMN extractor_runs.doc_id IS 'The document';
COMMENT ON COLUMN extractor_runs.extractor IS 'Version of the program + hash of the catalogue';
COMMENT ON COLUMN extractor_runs.mentions IS 'Mentions it found';
COMMENT ON COLUMN extractor_runs.figures IS 'Figures it found';
COMMENT ON COLUMN extractor_runs.loaded_at IS 'loaded_at of its document';

CREATE TABLE appearances (
    doc_id VARCHAR NOT NULL, entity VARCHAR, name VARCHAR NOT NULL, type VARCHAR NOT NULL, mentions INTEGER NOT NULL,
    misheard INTEGER NOT NULL, source VARCHAR NOT NULL, lang VARCHAR NOT NULL, said_at TIMESTAMP NOT NULL, loaded_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE appearances IS 'One row for each entity or candidate that a document names, merges applied: what the views count';
COMMENT ON COLUMN appearances.doc_id IS 'The document';
COMMENT ON COLUMN appearances.entity IS 'Id in the catalogue; null for a candidate';
COMMENT ON COLUMN appearances.name IS 'Usual English name';
COMMENT ON COLUMN appearances.type IS 'organization, person, model, product, hardware, project or law';
COMMENT ON COLUMN appearances.mentions IS 'Times it is named there';
COMMENT ON COLUMN appearances.misheard IS 'Times it was recognised by its sound only';
COMMENT ON COLUMN appearances.source IS 'Source of the document';
COMMENT ON COLUMN appearances.lang IS 'Language of the document';
COMMENT ON COLUMN appearances.said_at IS 'said_at of the document';
COMMENT ON COLUMN appearances.loaded_at IS 'loaded_at of the document';

ALTER TABLE edits RENAME TO edits_2;
CREATE TABLE edits (
    edit_id VARCHAR NOT NULL, action VARCHAR NOT NULL, target VARCHAR NOT NULL, becomes VARCHAR, name VARCHAR, type VARCHAR,
    who VARCHAR NOT NULL, edited_at TIMESTAMP NOT NULL
);
INSERT INTO edits BY NAME SELECT * FROM edits_2;
DROP TABLE edits_2;
COMMENT ON TABLE edits IS 'What people have decided';
COMMENT ON COLUMN edits.edit_id IS 'Hash of target, action and time';
COMMENT ON COLUMN edits.action IS 'replay-letter, drop-letter, merge-entity, split-entity or promote-candidate';
COMMENT ON COLUMN edits.target IS 'What was decided on: a letter_id, the id of an entity, or candidate:NAME';
COMMENT ON COLUMN edits.becomes IS 'Entity that the target is from then on';
COMMENT ON COLUMN edits.name IS 'Usual English name of a promoted candidate';
COMMENT ON COLUMN edits.type IS 'Type of a promoted candidate';
COMMENT ON COLUMN edits.who IS 'Who decided: a user name';
COMMENT ON COLUMN edits.edited_at IS 'When (UTC)';

CREATE TABLE merges (target VARCHAR NOT NULL, entity VARCHAR NOT NULL);
COMMENT ON TABLE merges IS 'What the edits on entities come to: targets that count as another entity';
COMMENT ON COLUMN merges.target IS 'Id of an entity, or candidate:NAME';
COMMENT ON COLUMN merges.entity IS 'Entity that it counts as';

ALTER TABLE entities ADD COLUMN origin VARCHAR DEFAULT 'catalogue';
COMMENT ON COLUMN entities.origin IS 'catalogue, or promoted: a candidate that people made an entity';

CREATE TABLE sources (source VARCHAR NOT NULL, name VARCHAR NOT NULL, family VARCHAR NOT NULL, location VARCHAR NOT NULL, tags VARCHAR[] NOT NULL);
COMMENT ON TABLE sources IS 'The sources of sources.yaml';
COMMENT ON COLUMN sources.source IS 'Id of the source';
COMMENT ON COLUMN sources.name IS 'As people call it';
COMMENT ON COLUMN sources.family IS 'Publisher family: sources of one owner or agency, which count once when claims are corroborated';
COMMENT ON COLUMN sources.location IS 'Address or path';
COMMENT ON COLUMN sources.tags IS 'Words to group it by';

CREATE TABLE fx_rates (currency VARCHAR NOT NULL, day DATE NOT NULL, usd DOUBLE NOT NULL);
COMMENT ON TABLE fx_rates IS 'What one unit of a currency was worth in US dollars, day by day; from fx.csv';
COMMENT ON COLUMN fx_rates.currency IS 'ISO 4217 code';
COMMENT ON COLUMN fx_rates.day IS 'The day; one that fx.csv leaves out has the rate of the one before';
COMMENT ON COLUMN fx_rates.usd IS 'US dollars for one unit';

INSERT INTO appearances
SELECT m.doc_id, m.entity, m.name, any_value(m.type), count(*), count(*) FILTER (m.method = 'phonetic'), any_value(d.source),
       any_value(d.lang), any_value(d.said_at), any_value(d.loaded_at)
FROM mentions m JOIN documents d USING (doc_id)
GROUP BY m.doc_id, m.entity, m.name;
UPDATE documents SET names = a.names
FROM (SELECT doc_id, array_agg(name ORDER BY mentions DESC, name)[:5] AS names FROM appearances GROUP BY doc_id) a
WHERE a.doc_id = documents.doc_id;
