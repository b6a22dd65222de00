-- Where in a recording an amount was said, and by whom, as captions have it. Null of what was loaded before, until it is replayed.
ALTER TABLE figures ADD COLUMN spoken_at DOUBLE;
ALTER TABLE figures ADD COLUMN spoken_by VARCHAR;
COMMENT ON COLUMN figures.spoken_at IS 'Second of the recording from which on its words were said; null of what was written';
COMMENT ON COLUMN figures.spoken_by IS 'Who speaks there, as the captions or the transcript write the name';
