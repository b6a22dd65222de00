"""The period of a digest: its end as somebody wrote it and its length in, its two ends out; and as SQL.

A digest goes by when things came in (first_seen of a document, fired_at of an alert), not by when they were published: it
tells each thing on the day on which it could first be told, also what is found weeks after it was written. Surges alone
go by publication, as everywhere.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from pipeline.errors import Misconfigured


def period(until: str | None, hours: int, now: datetime) -> tuple[datetime, datetime]:
    """Since and until. A time without a zone is UTC; now where none is given. Raises Misconfigured for what is no time."""
    end = now if until is None else _time(until)
    if end is None or not 1971 <= end.year < 9999:
        remedy = "write it as in 2025-02-04T07:00 or 2025-02-04T07:00+09:00"
        raise Misconfigured(f"no digest can end at {until}", remedy)
    return end - timedelta(hours=hours), end


def _time(text: str) -> datetime | None:
    try:
        return aware(datetime.fromisoformat(text))
    except ValueError:
        return None


def aware(time: datetime) -> datetime:
    """With its zone; UTC where it has none."""
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def stamp(time: datetime) -> str:
    """The time as SQL writes it; the warehouse's times are UTC and have no zone."""
    return f"TIMESTAMP '{time.astimezone(UTC).replace(tzinfo=None)}'"


def came(since: datetime, until: datetime) -> str:
    """A CTE `came`: doc_id of the documents that came in within the period.

    So did one of the period before that was loaded only now, as after an outage of the workers: no digest has told of it.
    """
    late = since - (until - since)
    return f"""came AS (
        SELECT doc_id FROM documents
        WHERE quarantined IS NULL AND first_seen < {stamp(until)} AND (first_seen >= {stamp(since)}
            OR first_seen >= {stamp(late)} AND loaded_at >= {stamp(since)} AND loaded_at < {stamp(until)})
    )"""
