"""Telling: the alerts of a batch in; those out that are news, where their rules fire once a story and not for its copies.

In each language once: a translation has readers of its own. The earliest document of a story and language tells it, in
whatever order they are loaded, as long as nobody was told: until then an earlier one takes the alert over from a later one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from pipeline.records import Alert, StoryAlert
from pipeline.warehouse.transaction import lent

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Subject = tuple[str, str | None, str]
"""A rule, an entity and a story."""

_STORIES = """SELECT s.doc_id, s.story_id, p.lang, s.said_at FROM story_documents s JOIN story_prints p USING (doc_id)
WHERE s.doc_id IN (SELECT doc_id FROM lent)"""
_HELD = """SELECT a.rule, a.entity, s.story_id, p.lang, s.said_at, a.doc_id, a.alert_id, a.alert_id IN (SELECT alert_id FROM deliveries)
FROM alerts a JOIN story_documents s USING (doc_id) JOIN story_prints p USING (doc_id)
WHERE s.story_id IN (SELECT story_id FROM lent)"""


@dataclass(frozen=True, slots=True, order=True)
class _Teller:
    """A document of a story that has set off an alert; the earliest is the least. held: the alert stands in the tables."""

    said_at: datetime
    doc_id: str
    lang: str
    alert_id: str
    held: bool = False
    told: bool = False


def news(connection: DuckDBPyConnection, alerts: Iterable[Alert]) -> list[Alert]:
    """Without those whose rule has fired on the same entity in another document of the story and language, before or in this batch.

    Removes those that were to be told of a later document and are now told of an earlier one. What was told stays told, also
    where two stories turn out to be one. The caller holds the transaction, and nobody tells of alerts meanwhile.
    """
    alerts = list(alerts)
    stories = _stories(
        connection, [one.doc_id for one in alerts if isinstance(one, StoryAlert) and one.doc_id]
    )
    if not stories:
        return alerts
    tellers: dict[Subject, set[_Teller]] = defaultdict(set)
    for alert in alerts:
        if isinstance(alert, StoryAlert) and alert.doc_id in stories:
            story_id, lang, said_at = stories[alert.doc_id]
            tellers[alert.rule, alert.entity, story_id].add(
                _Teller(said_at, alert.doc_id, lang, alert.alert_id)
            )
    with lent(connection, story_id=list({story_id for story_id, _, _ in stories.values()})):
        for rule, entity, story_id, lang, *rest in connection.execute(_HELD).fetchall():
            if (rule, entity, story_id) in tellers:
                said_at, doc_id, alert_id, told = rest
                tellers[rule, entity, story_id].add(_Teller(said_at, doc_id, lang, alert_id, True, told))
    silent = [one for ones in tellers.values() for one in _silent(ones)]
    _remove(connection, [one.alert_id for one in silent if one.held])
    passed = {one.alert_id for one in silent}
    return [one for one in alerts if one.alert_id not in passed]


def _silent(tellers: Collection[_Teller]) -> list[_Teller]:
    """Those of one subject that are not to be told, since another of their language is, or was."""
    silent = []
    for lang in {one.lang for one in tellers}:
        ones = sorted(one for one in tellers if one.lang == lang)
        told = {one.alert_id for one in ones if one.told} or {ones[0].alert_id}
        silent += [one for one in ones if one.alert_id not in told]
    return silent


def _remove(connection: DuckDBPyConnection, alert_ids: Sequence[str]) -> None:
    if alert_ids:
        with lent(connection, alert_id=alert_ids):
            connection.execute("DELETE FROM alerts WHERE alert_id IN (SELECT alert_id FROM lent)")
            connection.execute(
                "DELETE FROM quarantine WHERE relation = 'alerts' AND key IN (SELECT alert_id FROM lent)"
            )


def _stories(connection: DuckDBPyConnection, doc_ids: Sequence[str]) -> dict[str, tuple[str, str, datetime]]:
    """By document: its story, its language and when it was said. Those that tell one of their own are not there."""
    if not doc_ids:
        return {}
    with lent(connection, doc_id=list(doc_ids)):
        rows = connection.execute(_STORIES).fetchall()
    return {doc_id: (story_id, lang, said_at) for doc_id, story_id, lang, said_at in rows}
