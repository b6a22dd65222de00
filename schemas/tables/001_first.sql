-- Documents and what was found in them; alerts; how far the topics have been loaded.
-- Times are UTC. Spans are [start, end) in code points of documents.text. No primary keys: the loader keeps rows
-- unique inside its one transaction, so that the same load runs where there are no keys (DuckLake).

CREATE TABLE documents (
    doc_id VARCHAR NOT NULL, revision VARCHAR NOT NULL, source VARCHAR NOT NULL, kind VARCHAR NOT NULL,
    url VARCHAR, title VARCHAR NOT NULL, author VARCHAR, lang VARCHAR NOT NULL,
    published_at TIMESTAMP, collected_at TIMESTAMP NOT NULL, text VARCHAR NOT NULL, meta JSON NOT NULL
);
COMMENT ON TABLE documents IS 'One row a document, in its latest revision';
COMMENT ON COLUMN documents.doc_id IS 'Hash of the canonical URL, else of source and guid, else of the content';
COMMENT ON COLUMN documents.revision IS 'Hash of title and text; a changed text is a new revision of the same document';
COMMENT ON COLUMN documents.source IS 'Id of the source that brought it';
COMMENT ON COLUMN documents.kind IS 'article, transcript or feed-item';
COMMENT ON COLUMN documents.url IS 'Canonical address, where it has one';
COMMENT ON COLUMN documents.title IS 'Title as published';
COMMENT ON COLUMN documents.author IS 'Author as published';
COMMENT ON COLUMN documents.lang IS 'ISO 639 code, declared or detected';
COMMENT ON COLUMN documents.published_at IS 'When it was published (UTC), where it says so';
COMMENT ON COLUMN documents.collected_at IS 'When this revision was collected (UTC)';
COMMENT ON COLUMN documents.text IS 'Text without page furniture; all spans refer to it';
COMMENT ON COLUMN documents.meta IS 'What else the page said of itself, such as its reading time';

CREATE TABLE mentions (
    doc_id VARCHAR NOT NULL, entity VARCHAR, name VARCHAR NOT NULL, type VARCHAR NOT NULL, surface VARCHAR NOT NULL,
    char_start BIGINT NOT NULL, char_end BIGINT NOT NULL, sentence_start BIGINT NOT NULL, sentence_end BIGINT NOT NULL,
    method VARCHAR NOT NULL, score DOUBLE NOT NULL, evidence VARCHAR NOT NULL
);
COMMENT ON TABLE mentions IS 'One row for each time a name stands in a document';
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

CREATE TABLE figures (
    doc_id VARCHAR NOT NULL, surface VARCHAR NOT NULL, char_start BIGINT NOT NULL, char_end BIGINT NOT NULL,
    sentence_start BIGINT NOT NULL, sentence_end BIGINT NOT NULL, kind VARCHAR NOT NULL,
    value DOUBLE, low DOUBLE, high DOUBLE, unit VARCHAR NOT NULL, bound VARCHAR NOT NULL,
    subject VARCHAR, metric VARCHAR, period_start DATE, period_end DATE, modality VARCHAR NOT NULL, speaker VARCHAR
);
COMMENT ON TABLE figures IS 'One row for each amount in a document';
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

CREATE TABLE entities (
    entity VARCHAR NOT NULL, name VARCHAR NOT NULL, type VARCHAR NOT NULL, parent VARCHAR, ticker VARCHAR
);
COMMENT ON TABLE entities IS 'The catalogue: what is tracked';
COMMENT ON COLUMN entities.entity IS 'Slug of the usual English name';
COMMENT ON COLUMN entities.name IS 'Usual English name';
COMMENT ON COLUMN entities.type IS 'organization, person, model, product, hardware, project or law';
COMMENT ON COLUMN entities.parent IS 'Entity it belongs to: a model to its lab, a product to its company';
COMMENT ON COLUMN entities.ticker IS 'Stock exchange symbol, where it is listed';

CREATE TABLE aliases (entity VARCHAR NOT NULL, alias VARCHAR NOT NULL, use VARCHAR NOT NULL);
COMMENT ON TABLE aliases IS 'Every way the catalogue writes an entity';
COMMENT ON COLUMN aliases.entity IS 'The entity';
COMMENT ON COLUMN aliases.alias IS 'The alias';
COMMENT ON COLUMN aliases.use IS 'full; short: only beside a full name; ambiguous: only with evidence';

CREATE TABLE alerts (
    alert_id VARCHAR NOT NULL, rule VARCHAR NOT NULL, entity VARCHAR NOT NULL, doc_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL, sentence VARCHAR NOT NULL, mentions INTEGER NOT NULL, fired_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE alerts IS 'Rules that fired: once for a rule, an entity and a document, also after a replay';
COMMENT ON COLUMN alerts.alert_id IS 'Hash of rule, entity and document';
COMMENT ON COLUMN alerts.rule IS 'Id of the rule in rules.yaml';
COMMENT ON COLUMN alerts.entity IS 'Entity that was named';
COMMENT ON COLUMN alerts.doc_id IS 'The document';
COMMENT ON COLUMN alerts.title IS 'Title of the rule';
COMMENT ON COLUMN alerts.sentence IS 'First sentence that names it';
COMMENT ON COLUMN alerts.mentions IS 'How often the document names it';
COMMENT ON COLUMN alerts.fired_at IS 'When the document was loaded (UTC)';

CREATE TABLE deliveries (alert_id VARCHAR NOT NULL, channel VARCHAR NOT NULL, delivered_at TIMESTAMP NOT NULL);
COMMENT ON TABLE deliveries IS 'Alerts that people were told of, by channel; an alert without a row here is still to be told';
COMMENT ON COLUMN deliveries.alert_id IS 'The alert';
COMMENT ON COLUMN deliveries.channel IS 'Where it went: console';
COMMENT ON COLUMN deliveries.delivered_at IS 'When (UTC)';

CREATE TABLE fetches (
    fetch_id VARCHAR NOT NULL, source VARCHAR NOT NULL, location VARCHAR NOT NULL, fetched_at TIMESTAMP NOT NULL,
    outcome VARCHAR NOT NULL, documents INTEGER NOT NULL, seconds DOUBLE NOT NULL, status INTEGER, error VARCHAR
);
COMMENT ON TABLE fetches IS 'One row for each attempt to read a source';
COMMENT ON COLUMN fetches.fetch_id IS 'Hash of source and time';
COMMENT ON COLUMN fetches.source IS 'Id of the source';
COMMENT ON COLUMN fetches.location IS 'Address or path that was read';
COMMENT ON COLUMN fetches.fetched_at IS 'When (UTC)';
COMMENT ON COLUMN fetches.outcome IS 'new, unchanged or failed';
COMMENT ON COLUMN fetches.documents IS 'New or changed documents it brought';
COMMENT ON COLUMN fetches.seconds IS 'How long it took';
COMMENT ON COLUMN fetches.status IS 'HTTP status, where there was one';
COMMENT ON COLUMN fetches.error IS 'What went wrong, in a line';

CREATE TABLE dead_letters (
    letter_id VARCHAR NOT NULL, stage VARCHAR NOT NULL, origin VARCHAR NOT NULL, source VARCHAR NOT NULL,
    error VARCHAR NOT NULL, failed_at TIMESTAMP NOT NULL, size BIGINT NOT NULL
);
COMMENT ON TABLE dead_letters IS 'What could not be handled; the bytes stay in the topic dead-letters';
COMMENT ON COLUMN dead_letters.letter_id IS 'Hash of origin and bytes';
COMMENT ON COLUMN dead_letters.stage IS 'collect, extract or load';
COMMENT ON COLUMN dead_letters.origin IS 'A path, an address, or topic/partition/offset';
COMMENT ON COLUMN dead_letters.source IS 'Id of the source, where known';
COMMENT ON COLUMN dead_letters.error IS 'What is wrong, and what to do';
COMMENT ON COLUMN dead_letters.failed_at IS 'When (UTC)';
COMMENT ON COLUMN dead_letters.size IS 'Bytes of the original';

CREATE TABLE extractor_runs (
    doc_id VARCHAR NOT NULL, extractor VARCHAR NOT NULL, mentions INTEGER NOT NULL, figures INTEGER NOT NULL
);
COMMENT ON TABLE extractor_runs IS 'Which extractor made the rows of a document';
COMMENT ON COLUMN extractor_runs.doc_id IS 'The document';
COMMENT ON COLUMN extractor_runs.extractor IS 'Version of the program + hash of the catalogue';
COMMENT ON COLUMN extractor_runs.mentions IS 'Mentions it found';
COMMENT ON COLUMN extractor_runs.figures IS 'Figures it found';

CREATE TABLE offsets (topic VARCHAR NOT NULL, "partition" INTEGER NOT NULL, position BIGINT NOT NULL);
COMMENT ON TABLE offsets IS 'How far each topic is loaded; written in the transaction of the rows';
COMMENT ON COLUMN offsets.topic IS 'The topic';
COMMENT ON COLUMN offsets."partition" IS 'Its partition';
COMMENT ON COLUMN offsets.position IS 'The next offset to load';
