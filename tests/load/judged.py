"""Verdicts and decisions for tests: suspects in, the messages of a validation or of a person out."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from pipeline.records import Edit, EditAction, Finding, Relation, Suspect, Verdict, suspect_id

BEGIN = datetime(2025, 3, 1, tzinfo=UTC)
_clock = count()


def suspect(key: str, start: int | None = None, end: int | None = None, **more: Any) -> Suspect:
    """A figure where it has a span, a document where it has none, unless told otherwise."""
    relation: Relation = "documents" if start is None else "figures"
    fields = {"relation": relation, "expectation": "too-much", "what": "it says too much"} | more
    return Suspect(key=key, start=start, end=end, **fields)


def verdict(hour: int, *suspects: Suspect, suite: str = "figures", **more: Any) -> Verdict:
    """What a validation came to that ran so many hours after BEGIN."""
    fields: dict[str, Any] = {
        "verdict_id": hashlib.sha256(f"{suite} {hour}".encode()).hexdigest()[:32],
        "who": "airflow",
        "at": BEGIN + timedelta(hours=hour),
        "seconds": 0.5,
        "success": True,
        "evaluated": 9,
        "rows": 100,
        "failed": [],
    }
    return Verdict(suite=suite, suspects=list(suspects), **fields | more)


def finding(name: str, severity: Any = "error", unexpected: int = 1) -> Finding:
    return Finding(expectation=name, severity=severity, sentence=f"{name} is wrong", unexpected=unexpected)


def decide(action: EditAction, about: Suspect, who: str = "yuki") -> Edit:
    """What a person decides on a row, each a second after the one before."""
    at = BEGIN + timedelta(seconds=next(_clock))
    target = suspect_id(about)
    edit_id = hashlib.sha256(f"{target}{action}{at}".encode()).hexdigest()[:32]
    return Edit(edit_id=edit_id, action=action, target=target, who=who, at=at)
