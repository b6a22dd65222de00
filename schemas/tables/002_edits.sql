-- Decisions of people; offsets that say in which log they count.

CREATE TABLE edits (
    edit_id VARCHAR NOT NULL, action VARCHAR NOT NULL, target VARCHAR NOT NULL, who VARCHAR NOT NULL, edited_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE edits IS 'What people have decided';
COMMENT ON COLUMN edits.edit_id IS 'Hash of target, action and time';
COMMENT ON COLUMN edits.action IS 'replay-letter or drop-letter';
COMMENT ON COLUMN edits.target IS 'Id of what was decided on: a letter_id';
COMMENT ON COLUMN edits.who IS 'Who decided: a user name';
COMMENT ON COLUMN edits.edited_at IS 'When (UTC)';

ALTER TABLE offsets ADD COLUMN log VARCHAR DEFAULT '';
COMMENT ON COLUMN offsets.log IS 'Which log of the topic it is: the same topic elsewhere (SQLite file, Kafka cluster) is another, and read from its start';
