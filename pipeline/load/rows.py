"""Rows: records in, Arrow tables out, by the names and columns of schemas/tables/."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from pipeline.records import Alert, DeadLetter, Edit, Entity, Extraction, Fetch

if TYPE_CHECKING:
    import pyarrow as pa

Columns = dict[str, list[Any]]

_TIMES = frozenset(
    ("published_at", "collected_at", "fired_at", "fetched_at", "failed_at", "delivered_at", "edited_at")
)
_DOUBLES = frozenset(("value", "low", "high", "score", "seconds"))
_INTEGERS = frozenset(("char_start", "char_end", "sentence_start", "sentence_end", "mentions", "figures", "documents",
                       "status", "size"))  # fmt: skip
_DATES = frozenset(("period_start", "period_end"))

_MENTION = (
    "entity",
    "name",
    "type",
    "surface",
    "sentence_start",
    "sentence_end",
    "method",
    "score",
    "evidence",
)
_FIGURE = ("surface", "sentence_start", "sentence_end", "kind", "value", "low", "high", "unit", "bound", "subject",
           "metric", "modality", "speaker")  # fmt: skip
_DOCUMENT = ("doc_id", "revision", "source", "kind", "url", "title", "author", "text")


def extraction_tables(extractions: Sequence[Extraction]) -> dict[str, pa.Table]:
    """Documents, mentions, figures and extractor_runs of the extractions."""
    documents = [extraction.document for extraction in extractions]
    mentions = [(one.document.doc_id, mention) for one in extractions for mention in one.mentions]
    figures = [(one.document.doc_id, figure) for one in extractions for figure in one.figures]
    return {
        "documents": _table(
            _fields(documents, _DOCUMENT)
            | {
                "lang": [one.lang for one in extractions],
                "published_at": [_utc(one.published_at) for one in documents],
                "collected_at": [_utc(one.collected_at) for one in documents],
                "meta": [msgspec.json.encode(one.meta).decode() for one in documents],
            }
        ),
        "mentions": _table(
            {"doc_id": [doc_id for doc_id, _ in mentions]}
            | _fields([mention for _, mention in mentions], _MENTION)
            | {"char_start": [one.start for _, one in mentions], "char_end": [one.end for _, one in mentions]}
        ),
        "figures": _table(
            {"doc_id": [doc_id for doc_id, _ in figures]}
            | _fields([figure for _, figure in figures], _FIGURE)
            | {"char_start": [one.start for _, one in figures], "char_end": [one.end for _, one in figures]}
            | {name: [_day(getattr(one, name)) for _, one in figures] for name in sorted(_DATES)}
        ),
        "extractor_runs": _table(
            {
                "doc_id": [one.doc_id for one in documents],
                "extractor": [one.extractor for one in extractions],
                "mentions": [len(one.mentions) for one in extractions],
                "figures": [len(one.figures) for one in extractions],
            }
        ),
    }


def alert_table(alerts: Sequence[Alert], fired_at: datetime) -> pa.Table:
    """The alerts, all fired at one time."""
    columns = _fields(alerts, ("alert_id", "rule", "entity", "doc_id", "title", "sentence", "mentions"))
    return _table(columns | {"fired_at": [_utc(fired_at)] * len(alerts)})


def fetch_table(fetches: Sequence[Fetch]) -> pa.Table:
    """The fetches."""
    columns = _fields(
        fetches, ("fetch_id", "source", "location", "outcome", "documents", "seconds", "status", "error")
    )
    return _table(columns | {"fetched_at": [_utc(one.at) for one in fetches]})


def letter_table(letters: Sequence[DeadLetter]) -> pa.Table:
    """The dead letters without their bytes."""
    columns = _fields(letters, ("letter_id", "stage", "origin", "source", "error", "size"))
    return _table(columns | {"failed_at": [_utc(one.at) for one in letters]})


def edit_table(edits: Sequence[Edit]) -> pa.Table:
    """What people have decided."""
    columns = _fields(edits, ("edit_id", "action", "target", "who"))
    return _table(columns | {"edited_at": [_utc(one.at) for one in edits]})


def catalogue_tables(entities: Iterable[Entity]) -> dict[str, pa.Table]:
    """Entities, and each way to write one with how it may be used."""
    known = list(entities)
    aliases = [
        (entity.id, text, "ambiguous" if text in entity.ambiguous else use)
        for entity in known
        for use, texts in (("full", (entity.name, *entity.aliases)), ("short", entity.short))
        for text in dict.fromkeys(texts)
    ]
    columns = _fields(known, ("name", "type", "parent", "ticker"))
    return {
        "entities": _table({"entity": [entity.id for entity in known]} | columns),
        "aliases": _table(
            {name: [row[index] for row in aliases] for index, name in enumerate(("entity", "alias", "use"))}
        ),
    }


def _fields(records: Sequence[Any], names: Iterable[str]) -> Columns:
    return {name: [getattr(record, name) for record in records] for name in names}


def _table(columns: Columns) -> pa.Table:
    import pyarrow as pa

    def kind(name: str) -> Any:
        if name in _TIMES:
            return pa.timestamp("us")
        if name in _DOUBLES:
            return pa.float64()
        if name in _DATES:
            return pa.date32()
        return pa.int64() if name in _INTEGERS else pa.string()

    return pa.table({name: pa.array(values, type=kind(name)) for name, values in columns.items()})


def _utc(moment: datetime | None) -> datetime | None:
    """DuckDB's TIMESTAMP has no zone; all of ours are UTC."""
    return moment.astimezone(UTC).replace(tzinfo=None) if moment else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
