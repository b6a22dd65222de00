"""Archived answers of the web: their folder and a number of days in; the files of older days gone."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})\.warc\.gz")


def remove_archives(folder: Path, days: float, now: datetime | None = None) -> int:
    """Removes the files all of whose answers are older; returns how many. 0 days: for ever."""
    if not days or not folder.is_dir():
        return 0
    oldest = ((now or datetime.now(UTC)) - timedelta(days=days)).date()
    old = [path for path in folder.iterdir() if (day := _day(path)) and day < oldest]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _day(path: Path) -> date | None:
    found = _NAME.fullmatch(path.name)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
