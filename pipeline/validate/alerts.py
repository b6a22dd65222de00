"""Quality alerts: a verdict and what failed before in, one alert for what newly fails out: told once, not every hour."""

from __future__ import annotations

import hashlib
from collections.abc import Collection

from pipeline.records import Alert, Verdict
from pipeline.topics.base import Topics
from pipeline.topics.envelope import pack
from pipeline.warehouse.asking import Ask

LONGEST = 2000
"""Characters of the sentence."""


def failing(ask: Ask, suite: str) -> set[str]:
    """The expectations of severity error that the last loaded verdict on this suite says have failed."""
    query = """SELECT expectation FROM findings WHERE severity = 'error' AND verdict_id =
        (SELECT max_by(verdict_id, validated_at) FROM verdicts WHERE suite = '{}')"""
    return {name for (name,) in ask(query.format(suite.replace("'", "''"))).fetchall()}


def quality_alert(verdict: Verdict, before: Collection[str]) -> Alert | None:
    """What fails now and did not fail before; None where that is nothing."""
    errors = [one for one in verdict.failed if one.severity == "error"]
    new = [one for one in errors if one.expectation not in before]
    if not new:
        return None
    count = "1 expectation fails" if len(errors) == 1 else f"{len(errors)} expectations fail"
    return Alert(
        alert_id=hashlib.sha256(f"quality\n{verdict.verdict_id}".encode()).hexdigest()[:32],
        kind="quality",
        rule=f"quality-{verdict.suite}",
        title=f"{verdict.suite}: {count} of {verdict.evaluated}",
        sentence=" ".join(one.sentence for one in new)[:LONGEST],
    )


def tell_quality(topics: Topics, alert: Alert) -> None:
    """Appends it to the topic `alerts`."""
    topics.append("alerts", [pack("alerts", alert.alert_id, alert)])
