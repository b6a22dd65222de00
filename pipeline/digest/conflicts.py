"""Contradictions: a function that asks the warehouse in, claims that cannot all be true out, where the period brought one of them.

Which those are says the view claim_conflicts; here is who said them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Any

from pipeline.amounts import amount
from pipeline.digest.clean import NAME, SENTENCE, cited, line
from pipeline.digest.parts import Conflict, Listed, Said
from pipeline.digest.period import came, stamp
from pipeline.warehouse.asking import Ask

SHOWN, SIDES = 10, 4
"""Contradictions that are shown at most, and claims of each: the two that are furthest apart, then what came in last."""
QUARTERS = 2
"""Quarters that are looked at: those in which most of the period's claims were said. All at once are too much for a tracker."""
_KEY = "subject, metric, in_unit, quarter, planned, period_start, period_end"


def read_conflicts(ask: Ask, since: datetime, until: datetime) -> Listed[Conflict]:
    """Those first that most publishers have a part in."""
    quarters = _quarters(ask, since, until)
    if not quarters:
        return Listed()
    rows = ask(_query(since, until, quarters)).fetchall()
    conflicts = [_conflict(list(sides)) for _, sides in groupby(rows, lambda row: row[0])]
    return Listed(tuple(conflicts), rows[0][1] if rows else 0)


def _quarters(ask: Ask, since: datetime, until: datetime) -> list[date]:
    query = f"""
        WITH {came(since, until)}
        FROM figures SEMI JOIN came USING (doc_id)
        SELECT date_trunc('quarter', said_at)::DATE AS quarter
        WHERE quarantined IS NULL AND said_at < {stamp(until)}
        GROUP BY quarter ORDER BY count(*) DESC, quarter DESC LIMIT {QUARTERS}"""
    return [quarter for (quarter,) in ask(query).fetchall()]


def _query(since: datetime, until: datetime, quarters: Sequence[date]) -> str:
    """A row a claim. role: 0 the lowest, 1 the highest, as the view has them; 2 all others."""
    days = ", ".join(f"DATE '{quarter}'" for quarter in quarters)
    within = f"quarter IN ({days})"
    return f"""
        WITH {came(since, until)},
        told AS NOT MATERIALIZED (
            SELECT *, CASE WHEN kind = 'money' THEN 'USD' ELSE unit END AS in_unit, date_trunc('quarter', said_at)::DATE AS quarter,
                   modality = 'planned' AS planned
            FROM claims_all
            WHERE quarantined IS NULL AND subject IS NOT NULL AND modality <> 'denied'
              AND said_at >= DATE '{min(quarters)}' AND said_at < DATE '{max(quarters)}' + INTERVAL 3 MONTH
        ),
        touched AS (SELECT DISTINCT {_KEY} FROM told SEMI JOIN came USING (doc_id) WHERE {within}),
        disputed AS (
            SELECT c.*, count(*) OVER () AS total, row_number() OVER (
                ORDER BY families DESC, highest / nullif(lowest, 0) DESC, c.subject, c.metric, c.quarter, c.unit, c.planned,
                         c.period_start, c.period_end) AS place
            FROM claim_conflicts c JOIN touched t ON {_same("c", "t")}
            WHERE c.{within} QUALIFY place <= {SHOWN}
        ),
        sides AS (
            SELECT d.place, d.total, d.subject_name AS about, d.claims, d.families, t.*, n.doc_id IS NOT NULL AS is_new,
                   CASE WHEN (t.source, t.sentence) = (d.lowest_source, d.lowest_sentence) THEN 0
                        WHEN (t.source, t.sentence) = (d.highest_source, d.highest_sentence) THEN 1 ELSE 2 END AS role,
                   row_number() OVER (PARTITION BY d.place, role ORDER BY t.said_at DESC, t.doc_id, t.char_start) AS nth,
                   row_number() OVER (PARTITION BY d.place, t.low, t.high, t.unit
                                      ORDER BY role, is_new DESC, t.said_at DESC, t.doc_id, t.char_start) AS copy
            FROM disputed d JOIN told t ON {_same("d", "t")} LEFT JOIN came n ON n.doc_id = t.doc_id
        )
        SELECT place, total, coalesce(about, subject), metric, quarter, planned, period_start, period_end, claims, families,
               low, high, unit, bound, usd_low, usd_high, sentence, is_new, source, title, url, lang, said_at
        FROM (FROM sides QUALIFY row_number() OVER (PARTITION BY place
              ORDER BY (role < 2 AND nth = 1) DESC, (copy = 1) DESC, is_new DESC, said_at DESC, doc_id, char_start) <= {SIDES})
        ORDER BY place, coalesce(usd_low, low, usd_high, high), coalesce(usd_high, high), said_at, doc_id, char_start"""


def _same(conflict: str, claim: str) -> str:
    """The condition under which a claim is one of a conflict's."""
    plain = " AND ".join(
        f"{conflict}.{name} = {claim}.{name}" for name in ("subject", "metric", "quarter", "planned")
    )
    period = " AND ".join(
        f"{conflict}.{name} IS NOT DISTINCT FROM {claim}.{name}" for name in ("period_start", "period_end")
    )
    return f"{plain} AND {conflict}.unit = {claim}.in_unit AND {period}"


def _conflict(rows: Sequence[tuple[Any, ...]]) -> Conflict:
    _, _, subject, metric, quarter, planned, start, end, claims, families = rows[0][:10]
    held = " to ".join(str(day) for day in (start, end) if day)
    said = tuple(_said(*row[10:]) for row in rows)
    return Conflict(line(subject, NAME), metric, quarter, planned, held, claims, families, said)


def _said(
    low: float | None,
    high: float | None,
    unit: str,
    bound: str,
    usd_low: float | None,
    usd_high: float | None,
    sentence: str,
    is_new: bool,
    *where: Any,
) -> Said:
    shown = amount(low, high, unit, bound)
    if (usd_low, usd_high) not in ((None, None), (low, high)):
        shown += f", {amount(usd_low, usd_high, 'USD', bound)}"
    return Said(line(shown, NAME), line(sentence, SENTENCE), cited(*where), is_new)
