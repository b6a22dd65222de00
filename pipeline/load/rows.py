"""Rows: records in, Arrow tables out, by the names and columns of schemas/tables/; of documents: document_rows.py."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from pipeline.records import Alert, DeadLetter, Edit, Entity, Fetch

if TYPE_CHECKING:
    import pyarrow as pa

Columns = dict[str, list[Any]]

_TIMES = frozenset(("published_at", "collected_at", "said_at", "first_seen", "loaded_at", "fired_at", "fetched_at",
                    "failed_at", "edited_at"))  # fmt: skip
_DOUBLES = frozenset(("value", "low", "high", "score", "seconds"))
_INTEGERS = frozenset(("char_start", "char_end", "sentence_start", "sentence_end", "mentions", "figures", "documents",
                       "revisions", "status", "size"))  # fmt: skip
_DATES = frozenset(("period_start", "period_end"))


def alert_table(alerts: Sequence[Alert], fired_at: datetime) -> pa.Table:
    """The alerts, all fired at one time."""
    columns = fields_of(alerts, ("alert_id", "rule", "entity", "doc_id", "title", "sentence", "mentions"))
    return to_table(columns | {"fired_at": [utc(fired_at)] * len(alerts)})


def fetch_table(fetches: Sequence[Fetch]) -> pa.Table:
    """The fetches."""
    columns = fields_of(
        fetches, ("fetch_id", "source", "location", "outcome", "documents", "seconds", "status", "error")
    )
    return to_table(columns | {"fetched_at": [utc(one.at) for one in fetches]})


def letter_table(letters: Sequence[DeadLetter]) -> pa.Table:
    """The dead letters without their bytes."""
    columns = fields_of(letters, ("letter_id", "stage", "origin", "source", "error", "size"))
    return to_table(columns | {"failed_at": [utc(one.at) for one in letters]})


def edit_table(edits: Sequence[Edit]) -> pa.Table:
    """What people have decided."""
    columns = fields_of(edits, ("edit_id", "action", "target", "becomes", "name", "type", "who"))
    return to_table(columns | {"edited_at": [utc(one.at) for one in edits]})


def catalogue_tables(entities: Iterable[Entity]) -> dict[str, pa.Table]:
    """Entities, and each way to write one with how it may be used."""
    known = list(entities)
    aliases = [
        (entity.id, text, "ambiguous" if text in entity.ambiguous else use)
        for entity in known
        for use, texts in (("full", (entity.name, *entity.aliases)), ("short", entity.short))
        for text in dict.fromkeys(texts)
    ]
    columns = fields_of(known, ("name", "type", "parent", "ticker"))
    return {
        "entities": to_table({"entity": [entity.id for entity in known]} | columns),
        "aliases": to_table(
            {name: [row[index] for row in aliases] for index, name in enumerate(("entity", "alias", "use"))}
        ),
    }


def fields_of(records: Sequence[Any], names: Iterable[str]) -> Columns:
    return {name: list(map(attrgetter(name), records)) for name in names}


def to_table(columns: Columns) -> pa.Table:
    import pyarrow as pa

    def kind(name: str) -> Any:
        if name in _TIMES:
            return pa.timestamp("us")
        if name in _DOUBLES:
            return pa.float64()
        if name in _DATES:
            return pa.date32()
        if name == "names":
            return pa.list_(pa.string())
        return pa.int64() if name in _INTEGERS else pa.string()

    return pa.table({name: pa.array(values, type=kind(name)) for name, values in columns.items()})


def utc(moment: datetime | None) -> datetime | None:
    """DuckDB's TIMESTAMP has no zone; all of ours are UTC."""
    return moment.astimezone(UTC).replace(tzinfo=None) if moment else None
