"""The digest on schedule: a moment in, the day before it as files and as an alert out; and all tables as Parquet."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from pipeline.scheduled.connections import settings_of_task

TOKYO = ZoneInfo("Asia/Tokyo")
DAY = timedelta(days=1)
EXPORT = "export"
"""The folder in KIKIMIMI_DATA that the daily export fills anew."""


def write_day(until: datetime) -> list[str]:
    """The paths of the digest of the 24 hours before; its times and its name are Tokyo's."""
    from pipeline.digest.run import DIGESTS, alert_of, tell_digest, write_digest
    from pipeline.round import open_topics_of
    from pipeline.warehouse.asking import asking

    settings = settings_of_task()
    end = until.astimezone(TOKYO)
    with asking(settings) as ask:
        written = write_digest(ask, end - DAY, end, settings.data / DIGESTS)
    with closing(open_topics_of(settings)) as topics:
        tell_digest(topics, alert_of(written.digest))
    return [str(written.markdown), str(written.page)]


def export_tables() -> dict[str, int]:
    """Rows by table."""
    from pipeline.keep.exports import export_to

    settings = settings_of_task()
    manifest = export_to(settings, settings.data / EXPORT)
    return {name: table["rows"] for name, table in manifest["tables"].items()}
