-- What a fetch tells beyond its outcome, for source_health. Null of fetches that were made before, and where there is nothing to tell.
ALTER TABLE fetches ADD COLUMN size BIGINT;
ALTER TABLE fetches ADD COLUMN entries INTEGER;
ALTER TABLE fetches ADD COLUMN retry_after DOUBLE;
ALTER TABLE fetches ADD COLUMN moved_to VARCHAR;
ALTER TABLE fetches ADD COLUMN next_due TIMESTAMP;
ALTER TABLE fetches ADD COLUMN waits_until TIMESTAMP;
ALTER TABLE fetches ADD COLUMN gone BOOLEAN;
COMMENT ON COLUMN fetches.size IS 'Bytes of the answer, unpacked';
COMMENT ON COLUMN fetches.entries IS 'Documents that stood there, known ones included; null where it was not read';
COMMENT ON COLUMN fetches.retry_after IS 'Seconds for which a failing server wanted to be left in peace';
COMMENT ON COLUMN fetches.moved_to IS 'Address to which the source has moved for good';
COMMENT ON COLUMN fetches.next_due IS 'When the source was due again (UTC)';
COMMENT ON COLUMN fetches.waits_until IS 'Before when it was not to be asked again after failures (UTC)';
COMMENT ON COLUMN fetches.gone IS 'Whether it answered 410 and is not asked any more';
