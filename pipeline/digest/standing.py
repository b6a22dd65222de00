"""How things stand when a period ends: a function that asks the warehouse in; verdicts, sources and counts of documents out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from pipeline.digest.clean import NAME, SENTENCE, line
from pipeline.digest.parts import Failing, Finding, Health, Listed, Suite
from pipeline.digest.period import came, stamp
from pipeline.warehouse.asking import Ask

SHOWN = 20
"""Failing sources that are shown at most."""


def read_suites(ask: Ask, until: datetime) -> tuple[Suite, ...]:
    """The last verdict of each suite, those that fail first."""
    query = f"""
        WITH last AS (
            FROM verdicts WHERE validated_at < {stamp(until)}
            QUALIFY row_number() OVER (PARTITION BY suite ORDER BY validated_at DESC, verdict_id DESC) = 1
        ),
        doubted AS (
            SELECT suite, count(DISTINCT (relation, key, char_start, char_end)) AS held
            FROM quarantine WHERE status <> 'released' GROUP BY suite
        )
        SELECT l.suite, l.success, coalesce(d.held, 0), f.severity, f.sentence
        FROM last l LEFT JOIN doubted d USING (suite) LEFT JOIN findings f USING (verdict_id)
        ORDER BY l.success, l.errors DESC, l.warnings DESC, l.suite, f.severity, f.expectation"""
    suites: dict[str, Suite] = {}
    for suite, success, held, severity, sentence in ask(query).fetchall():
        before = suites.get(suite)
        found = (Finding(severity, line(sentence, SENTENCE)),) if severity else ()
        suites[suite] = Suite(suite, success, held, (*(before.findings if before else ()), *found))
    return tuple(suites.values())


def read_health(ask: Ask, since: datetime, until: datetime) -> Health:
    """What came in within the period, and which sources fail at its end."""
    within = f"{{}} >= {stamp(since)} AND {{}} < {stamp(until)}"
    query = f"""
        WITH {came(since, until)}
        SELECT (SELECT count(*) FROM came), (SELECT count(DISTINCT source) FROM documents SEMI JOIN came USING (doc_id)),
               (SELECT count(*) FROM documents WHERE {within.format("collected_at", "collected_at")}
                    AND first_seen < {stamp(since)} AND doc_id NOT IN (SELECT doc_id FROM came)),
               (SELECT count(*) FROM dead_letters WHERE {within.format("failed_at", "failed_at")}
                    AND letter_id NOT IN (SELECT target FROM edits))"""
    [(documents, sources, changed, letters)] = ask(query).fetchall()
    read, failing = _sources(ask, until)
    return Health(documents, sources, changed, letters, read, failing)


def _sources(ask: Ask, until: datetime) -> tuple[int, Listed[Failing]]:
    """How many sources were read in the week before, and those that did not answer the last time, the longest ones first."""
    query = f"""
        WITH read AS (
            SELECT source, max(fetched_at) FILTER (outcome <> 'failed') AS answered, arg_max(outcome, (fetched_at, fetch_id)) AS outcome,
                   arg_max(coalesce(error, ''), (fetched_at, fetch_id)) AS error, max(fetched_at) AS read_at
            FROM fetches
            WHERE fetched_at < {stamp(until)} AND fetch_id NOT IN (SELECT key FROM held WHERE relation = 'fetches')
            GROUP BY source HAVING read_at >= {stamp(until - timedelta(days=7))}
        )
        SELECT coalesce(s.name, r.source), r.answered, r.error, r.outcome = 'failed', count(*) FILTER (r.outcome = 'failed') OVER (),
               count(*) OVER ()
        FROM read r LEFT JOIN sources s USING (source)
        ORDER BY r.outcome = 'failed' DESC, r.answered NULLS FIRST, r.source LIMIT {SHOWN}"""
    rows = ask(query).fetchall()
    shown = tuple(
        Failing(line(name, NAME), answered and answered.replace(tzinfo=UTC), line(error, SENTENCE))
        for name, answered, error, failed, _, _ in rows
        if failed
    )
    return (rows[0][-1], Listed(shown, rows[0][-2])) if rows else (0, Listed())
