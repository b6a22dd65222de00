"""Reading a digest: a function that asks the warehouse in, all that a period brought out.

Nothing here looks at a clock, so a digest that is made again of the same rows says the same. What is held back is left out,
as the views leave it out.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from pipeline.digest.clean import NAME, SENTENCE, cited, line
from pipeline.digest.conflicts import read_conflicts
from pipeline.digest.parts import Alerted, Digest, Listed, Named, Surge
from pipeline.digest.period import came, stamp
from pipeline.digest.standing import read_health, read_suites
from pipeline.warehouse.asking import Ask

SHOWN = 20
"""Entities with alerts, surges and names that are shown at most."""
LATELY = 30
"""Days in which most names stand that are not new; only the rest is looked for in all there is."""


def read_digest(ask: Ask, since: datetime, until: datetime, name: str) -> Digest:
    """The digest of [since, until). Raises Transient when nobody answers."""
    alerts, alerted = _alerted(ask, since, until)
    return Digest(
        name=line(name, NAME),
        since=since,
        until=until,
        health=read_health(ask, since, until),
        alerts=alerts,
        alerted=alerted,
        surges=_surges(ask, since, until),
        named=_named(ask, since, until),
        conflicts=read_conflicts(ask, since, until),
        suites=read_suites(ask, until),
    )


def _alerted(ask: Ask, since: datetime, until: datetime) -> tuple[int, Listed[Alerted]]:
    """How many alerts fired, and on whom: by entity, those with most alerts first."""
    query = f"""
        WITH fired AS (
            SELECT coalesce(g.entity, a.entity) AS entity, a.alert_id, a.mentions, a.sentence, a.doc_id, d.source, d.title, d.url,
                   d.lang, d.said_at
            FROM alerts a JOIN documents d USING (doc_id) LEFT JOIN merges g ON g.target = a.entity
            WHERE a.fired_at >= {stamp(since)} AND a.fired_at < {stamp(until)} AND d.quarantined IS NULL
              AND a.alert_id NOT IN (SELECT key FROM held WHERE relation = 'alerts')
        ),
        counted AS (
            SELECT *, count(*) OVER one AS alerts, count(DISTINCT doc_id) OVER one AS documents, count(DISTINCT source) OVER one AS sources,
                   row_number() OVER (PARTITION BY entity ORDER BY mentions DESC, said_at DESC, doc_id, alert_id) AS place
            FROM fired WINDOW one AS (PARTITION BY entity)
        )
        SELECT coalesce(e.name, c.entity), c.alerts, c.documents, c.sources, c.sentence, c.source, c.title, c.url, c.lang, c.said_at,
               sum(c.alerts) OVER ()::BIGINT, count(*) OVER ()
        FROM counted c LEFT JOIN entities e USING (entity) WHERE c.place = 1
        ORDER BY c.documents DESC, c.alerts DESC, c.entity LIMIT {SHOWN}"""
    rows = ask(query).fetchall()
    shown = tuple(
        Alerted(line(name, NAME), alerts, documents, sources, line(sentence, SENTENCE), cited(*where))
        for name, alerts, documents, sources, sentence, *where, _, _ in rows
    )
    return (rows[0][-2], Listed(shown, rows[0][-1])) if rows else (0, Listed())


def _surges(ask: Ask, since: datetime, until: datetime) -> Listed[Surge]:
    """Who surges in the week that ends with the period's last day (UTC), and whether they did when it began."""
    last, first = (until - timedelta(microseconds=1)).astimezone(UTC).date(), since.astimezone(UTC).date()
    query = f"""
        FROM surges_at(DATE '{last}') s LEFT JOIN (FROM surges_at(DATE '{first}')) before USING (entity)
        SELECT s.name, s.documents, s.expected, s.sources, before.entity IS NULL, count(*) OVER ()
        ORDER BY s.score DESC, entity LIMIT {SHOWN}"""
    rows = ask(query).fetchall()
    return Listed(tuple(Surge(line(name, NAME), *more) for name, *more, _ in rows), _total(rows))


def _named(ask: Ask, since: datetime, until: datetime) -> Listed[Named]:
    """Entities and candidates that no document before had, those first that most documents have."""
    key = "coalesce(entity, '?' || name)"
    query = f"""
        WITH {came(since, until)},
        met AS (
            FROM appearances SEMI JOIN came USING (doc_id)
            SELECT {key} AS key, any_value(entity) AS entity, min(name) AS name, mode(type) AS type, count(*) AS documents,
                   arg_min(doc_id, (said_at, doc_id)) AS doc_id
            GROUP BY key
        ),
        rare AS (
            FROM met ANTI JOIN (
                SELECT {key} AS key FROM appearances
                WHERE loaded_at < {stamp(since)} AND loaded_at >= {stamp(since - timedelta(days=LATELY))}
            ) lately USING (key)
        ),
        before AS (
            SELECT doc_id, {key} AS key FROM appearances
            WHERE entity IN (SELECT entity FROM rare) OR entity IS NULL AND name IN (SELECT name FROM rare WHERE entity IS NULL)
        ),
        known AS (
            SELECT DISTINCT key FROM before JOIN documents d USING (doc_id)
            WHERE d.first_seen < {stamp(until)} AND doc_id NOT IN (SELECT doc_id FROM came)
        )
        SELECT r.name, r.type, r.entity IS NULL, r.documents, d.source, d.title, d.url, d.lang, d.said_at, count(*) OVER ()
        FROM rare r ANTI JOIN known USING (key) JOIN documents d USING (doc_id)
        ORDER BY r.documents DESC, r.name, r.key LIMIT {SHOWN}"""
    rows = ask(query).fetchall()
    shown = tuple(
        Named(line(name, NAME), kind, candidate, documents, cited(*where))
        for name, kind, candidate, documents, *where, _ in rows
    )
    return Listed(shown, _total(rows))


def _total(rows: Iterable[tuple[object, ...]]) -> int:
    """The last column of the first row, which counts them all."""
    return next((int(str(row[-1])) for row in rows), 0)
