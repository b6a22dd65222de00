-- What columns of tables mean by now, where that has changed since the tables were made.
COMMENT ON COLUMN mentions.method IS 'How it was found: alias, short-name, phonetic; of a candidate: cue (words around it say what it is) or model';
COMMENT ON COLUMN figures.subject IS 'Entity whose figure it is, or the id that a candidate of its document would get';
COMMENT ON COLUMN figures.speaker IS 'Entity that says so, or the id that a candidate of its document would get';
