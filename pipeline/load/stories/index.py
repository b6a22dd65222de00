"""The index of stories: marks of documents in; prints that may be like theirs, and who has these, out. Tables story_*.

The caller holds the transaction. A key that very many prints share says nothing, such as that of a form which a source
fills in anew each hour: it is passed over, or each new document would be held against all of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from pipeline.load.stories.likeness import WINDOW
from pipeline.load.stories.marks import LEAST_FIGURES, Mark, Print
from pipeline.warehouse.transaction import lent

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

COMMON_KEY = 100
"""Prints of the days around that share a key, from which on it says nothing."""

_CANDIDATES = f"""
WITH near AS (
    SELECT DISTINCT key, print, day FROM story_keys
    WHERE day BETWEEN $first AND $last AND key IN (SELECT key FROM lent)
),
telling AS (SELECT key FROM near GROUP BY key HAVING count(*) BETWEEN 2 AND {COMMON_KEY}),
met AS (
    SELECT DISTINCT lent.print AS one, near.print AS other, key
    FROM lent JOIN telling USING (key) JOIN near USING (key)
    WHERE lent.print <> near.print AND abs(date_diff('day', lent.day, near.day)) <= {WINDOW}
)
SELECT one, other FROM met GROUP BY one, other
HAVING bool_or(key & 1 = 0) OR count(*) >= {LEAST_FIGURES}
"""
_GROUPS = """
SELECT p.print, coalesce(s.story_id, p.doc_id) AS root, p.said_at::DATE AS day
FROM story_prints p LEFT JOIN story_documents s USING (doc_id)
WHERE p.said_at >= $first AND p.said_at < $last + INTERVAL 1 DAY AND p.print IN (SELECT print FROM lent)
GROUP BY ALL
"""
_MARK = "doc_id, said_at, lang, sketch, figures, entities"


@dataclass(frozen=True, slots=True)
class Group:
    """Documents with the same print and day in one story, or one that stands alone. root: the story, or the document."""

    print: int
    root: str
    day: date


def read_marks(connection: DuckDBPyConnection, doc_ids: Collection[str]) -> dict[str, Mark]:
    """Those of these documents that have some."""
    if not doc_ids:
        return {}
    query = f"SELECT {_MARK} FROM story_prints WHERE doc_id IN (SELECT doc_id FROM lent)"
    with lent(connection, doc_id=list(doc_ids)):
        rows = connection.execute(query).fetchall()
    return {doc_id: Mark(doc_id, said_at, _print(*rest)) for doc_id, said_at, *rest in rows}


def read_prints(connection: DuckDBPyConnection, names: Collection[int]) -> dict[int, Print]:
    """The prints of these names that documents still have."""
    if not names:
        return {}
    query = """SELECT print, any_value(lang), any_value(sketch), any_value(figures), any_value(entities) FROM story_prints
        WHERE print IN (SELECT print FROM lent) GROUP BY print"""
    with lent(connection, print=list(names)):
        rows = connection.execute(query).fetchall()
    return {name: _print(*rest) for name, *rest in rows}


def _print(lang: str, sketch: bytes, figures: Sequence[int], entities: Sequence[str]) -> Print:
    return Print(lang, sketch, tuple(figures), tuple(entities))


def add_marks(connection: DuckDBPyConnection, marks: Sequence[Mark]) -> None:
    """Adds documents that are not there."""
    if not marks:
        return
    prints: dict[str, Sequence[Any]] = {
        "doc_id": [one.doc_id for one in marks],
        "print": [one.print.name for one in marks],
        "said_at": [one.said_at for one in marks],
        "lang": [one.print.lang for one in marks],
        "sketch": [one.print.sketch for one in marks],
        "figures": [list(one.print.figures) for one in marks],
        "entities": [list(one.print.entities) for one in marks],
    }
    with lent(connection, **prints):
        connection.execute("""INSERT INTO story_prints SELECT doc_id, print, said_at, lang, sketch,
            figures::BIGINT[], entities::VARCHAR[] FROM lent""")
    with lent(connection, **_keys(marks)):
        connection.execute("INSERT INTO story_keys SELECT key, print, day FROM lent")


def remove_marks(connection: DuckDBPyConnection, doc_ids: Collection[str]) -> None:
    """Removes documents; their keys stay, and lead to no print that somebody has."""
    if doc_ids:
        with lent(connection, doc_id=list(doc_ids)):
            connection.execute("DELETE FROM story_prints WHERE doc_id IN (SELECT doc_id FROM lent)")


def candidates(connection: DuckDBPyConnection, marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """Names of prints: of one of these marks, and of another that may be like it. The marks are in the index already."""
    with lent(connection, **_keys(marks)):
        return connection.execute(_CANDIDATES, _span(marks)).fetchall()


def groups_of(connection: DuckDBPyConnection, names: Collection[int], marks: Sequence[Mark]) -> list[Group]:
    """Who has these prints, in the days around those of the marks."""
    with lent(connection, print=list(names)):
        return [Group(*row) for row in connection.execute(_GROUPS, _span(marks)).fetchall()]


def _span(marks: Sequence[Mark]) -> dict[str, date]:
    days = [one.said_at.date() for one in marks]
    return {"first": min(days) - timedelta(WINDOW), "last": max(days) + timedelta(WINDOW)}


def _keys(marks: Iterable[Mark]) -> Mapping[str, Any]:
    """The keys of each print, once a day."""
    once = {(one.print.name, one.said_at.date()): one.print.keys for one in marks}
    counts = [len(keys) for keys in once.values()]
    return {
        "key": np.concatenate(list(once.values())),
        "print": np.repeat(np.array([name for name, _ in once], np.int64), counts),
        "day": np.repeat(np.array([day for _, day in once], "datetime64[D]"), counts),
    }
