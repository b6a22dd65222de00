"""Telling: the alerts of a batch in; those out that are news, where their rules fire once a story and not for its copies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pipeline.records import Alert, StoryAlert
from pipeline.warehouse.transaction import lent

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_STORIES = """SELECT doc_id, story_id FROM story_documents WHERE doc_id IN (SELECT doc_id FROM lent) ORDER BY said_at, doc_id"""
_TOLD = """SELECT a.rule, a.entity, s.story_id, a.doc_id FROM alerts a JOIN story_documents s USING (doc_id)
WHERE s.story_id IN (SELECT story_id FROM lent)"""


def news(connection: DuckDBPyConnection, alerts: Iterable[Alert]) -> list[Alert]:
    """Without those whose rule has fired on the same entity in another document of the story, before or in this batch.

    Of one batch the earliest document tells it. What was told stays told, also where two stories turn out to be one.
    """
    alerts = list(alerts)
    stories = _stories(
        connection, [one.doc_id for one in alerts if isinstance(one, StoryAlert) and one.doc_id]
    )
    if not stories:
        return alerts
    told: dict[tuple[str, str | None, str], set[str]] = {}
    with lent(connection, story_id=list(set(stories.values()))):
        for rule, entity, story_id, doc_id in connection.execute(_TOLD).fetchall():
            told.setdefault((rule, entity, story_id), set()).add(doc_id)
    order = {doc_id: place for place, doc_id in enumerate(stories)}
    kept = []
    for alert in sorted(alerts, key=lambda one: order.get(one.doc_id or "", -1)):
        story_id = stories.get(alert.doc_id or "")
        if story_id and alert.doc_id and isinstance(alert, StoryAlert):
            tellers = told.setdefault((alert.rule, alert.entity, story_id), {alert.doc_id})
            if alert.doc_id not in tellers:  # one that is loaded again has its own alert
                continue
        kept.append(alert)
    return kept


def _stories(connection: DuckDBPyConnection, doc_ids: Sequence[str]) -> dict[str, str]:
    """By document, the earliest first: its story. Those that tell one of their own are not there."""
    if not doc_ids:
        return {}
    with lent(connection, doc_id=list(doc_ids)):
        return dict(connection.execute(_STORIES).fetchall())
