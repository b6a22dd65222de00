-- Entities that are suddenly named in far more stories than before, where documents that tell the same count once: seven days against the 28 before them (fewer,
-- but 7 at least, where the tracker has not read for so long).
-- score: how many standard deviations of a Poisson count the week lies above what the 28 days before it lead to expect,
-- after the square-root transform that makes its variance 1/4 (M. S. Bartlett, 1936): 2 (sqrt(week) - sqrt(expected)).
CREATE OR REPLACE MACRO surges_at(last_day) AS TABLE
WITH span AS (
    SELECT least(28, date_diff('day', min(said_at)::DATE, last_day - 6)) AS days FROM documents WHERE quarantined IS NULL
),
counted AS (
    SELECT entity, any_value(name) AS name,
           count(*) FILTER (said_at::DATE > last_day - 7) AS documents,
           count(DISTINCT coalesce(story_id, doc_id)) FILTER (said_at::DATE > last_day - 7) AS stories,
           count(DISTINCT coalesce(story_id, doc_id)) FILTER (said_at::DATE <= last_day - 7) * 7 / any_value(days) AS expected,
           count(DISTINCT source) FILTER (said_at::DATE > last_day - 7) AS sources
    FROM appearances LEFT JOIN (SELECT doc_id, story_id FROM story_documents) s USING (doc_id), span
    WHERE entity IS NOT NULL AND days >= 7
      AND said_at >= last_day::TIMESTAMP - INTERVAL 34 DAY AND said_at < last_day::TIMESTAMP + INTERVAL 1 DAY
    GROUP BY entity
)
SELECT entity, name, documents, expected, sources, round(2 * (sqrt(stories) - sqrt(expected)), 2) AS score, stories
FROM counted
WHERE stories >= 3 AND 2 * (sqrt(stories) - sqrt(expected)) >= 2
ORDER BY score DESC, entity;
CREATE OR REPLACE VIEW surges AS FROM surges_at(now()::TIMESTAMP::DATE);
COMMENT ON VIEW surges IS 'Entities named in far more stories this week than in the four before; surges_at(day) for a week that ended then';
COMMENT ON COLUMN surges.entity IS 'Id in the catalogue';
COMMENT ON COLUMN surges.name IS 'Usual English name';
COMMENT ON COLUMN surges.documents IS 'Documents of the seven days that name it';
COMMENT ON COLUMN surges.expected IS 'Stories a week of the 28 days before, or of as many as there are, 7 at least';
COMMENT ON COLUMN surges.sources IS 'Sources of the seven days that name it';
COMMENT ON COLUMN surges.score IS 'How far it is above the expected, in standard deviations';
COMMENT ON COLUMN surges.stories IS 'Stories of the seven days that name it: documents that tell the same count once';
