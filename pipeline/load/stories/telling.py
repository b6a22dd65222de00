"""Telling: the alerts of a batch in; those out that are news, where their rules fire once a story and not for its copies.

In each language once: a translation has readers of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pipeline.records import Alert, StoryAlert
from pipeline.warehouse.transaction import lent

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Telling = tuple[str, str]
"""A story and a language."""

_STORIES = """SELECT s.doc_id, s.story_id, p.lang FROM story_documents s JOIN story_prints p USING (doc_id)
WHERE s.doc_id IN (SELECT doc_id FROM lent) ORDER BY s.said_at, s.doc_id"""
_TOLD = """SELECT a.rule, a.entity, s.story_id, p.lang, a.doc_id
FROM alerts a JOIN story_documents s USING (doc_id) JOIN story_prints p USING (doc_id)
WHERE s.story_id IN (SELECT story_id FROM lent)"""


def news(connection: DuckDBPyConnection, alerts: Iterable[Alert]) -> list[Alert]:
    """Without those whose rule has fired on the same entity in another document of the story and language, before or in this batch.

    Of one batch the earliest document tells it. What was told stays told, also where two stories turn out to be one.
    """
    alerts = list(alerts)
    stories = _stories(
        connection, [one.doc_id for one in alerts if isinstance(one, StoryAlert) and one.doc_id]
    )
    if not stories:
        return alerts
    told: dict[tuple[str, str | None, Telling], set[str]] = {}
    with lent(connection, story_id=list({story_id for story_id, _ in stories.values()})):
        for rule, entity, story_id, lang, doc_id in connection.execute(_TOLD).fetchall():
            told.setdefault((rule, entity, (story_id, lang)), set()).add(doc_id)
    order = {doc_id: place for place, doc_id in enumerate(stories)}
    kept = []
    for alert in sorted(alerts, key=lambda one: order.get(one.doc_id or "", -1)):
        telling = stories.get(alert.doc_id or "")
        if telling and alert.doc_id and isinstance(alert, StoryAlert):
            tellers = told.setdefault((alert.rule, alert.entity, telling), {alert.doc_id})
            if alert.doc_id not in tellers:  # one that is loaded again has its own alert
                continue
        kept.append(alert)
    return kept


def _stories(connection: DuckDBPyConnection, doc_ids: Sequence[str]) -> dict[str, Telling]:
    """By document, the earliest first: its telling. Those that tell one of their own are not there."""
    if not doc_ids:
        return {}
    with lent(connection, doc_id=list(doc_ids)):
        rows = connection.execute(_STORIES).fetchall()
    return {doc_id: (story_id, lang) for doc_id, story_id, lang in rows}
