"""Last visits: the state of collecting in, when each source was visited last out; nothing is made, noted or waited for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from pipeline.collect.files import shown
from pipeline.collect.sources import Source
from pipeline.errors import Misconfigured, Transient


def last_visits(path: Path, sources: Iterable[Source]) -> dict[str, datetime]:
    """By id, for those that were visited where they stand now. Empty where nothing was collected yet."""
    if not path.exists():
        return {}
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=5)) as state:
            rows = state.execute("SELECT source, location, at FROM visits").fetchall()
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):  # of a version that noted no visits
            return {}
        raise Transient(f"{path}: {error}", "free the disk or end what holds the file") from error
    except sqlite3.DatabaseError as error:
        raise Misconfigured(
            f"{path} is no state of collecting: {error}", "delete it, it is made anew"
        ) from error
    at = {(source, location): datetime.fromisoformat(written) for source, location, written in rows}
    places = {one.id: one.location if one.remote else shown(Path(one.location).resolve()) for one in sources}
    return {id_: at[id_, place] for id_, place in places.items() if (id_, place) in at}
