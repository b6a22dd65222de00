"""Rows: records in, Arrow tables out, by the names and columns of schemas/tables/; of documents: document_rows.py."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from pipeline.records import Alert, DeadLetter, Edit, Entity, Fetch, Severity, Verdict, suspect_id

if TYPE_CHECKING:
    import pyarrow as pa

Columns = dict[str, list[Any]]

_TIMES = frozenset(("published_at", "collected_at", "said_at", "first_seen", "loaded_at", "fired_at", "fetched_at",
                    "failed_at", "edited_at", "validated_at", "next_due", "waits_until", "replaced_at"))  # fmt: skip
_DOUBLES = frozenset(("value", "low", "high", "score", "seconds", "retry_after", "spoken_at", "value_before", "low_before",
                      "high_before", "value_after", "low_after", "high_after"))  # fmt: skip
_INTEGERS = frozenset(("char_start", "char_end", "sentence_start", "sentence_end", "mentions", "figures", "documents",
                       "revisions", "status", "size", "evaluated", "errors", "warnings", "rows_seen", "unexpected", "entries",
                       "characters_removed", "characters_added"))  # fmt: skip
_DATES = frozenset(("period_start", "period_end"))
_SEVERITIES: tuple[Severity, ...] = ("error", "warning")
_NAMES = frozenset(("names", "failed", "names_gone", "names_come"))
_TRUTHS = frozenset(("success", "gone", "same_extractor"))


def alert_table(alerts: Sequence[Alert], fired_at: datetime) -> pa.Table:
    """The alerts, all fired at one time."""
    columns = fields_of(alerts, ("alert_id", "rule", "entity", "doc_id", "title", "sentence", "mentions"))
    return to_table(columns | {"fired_at": [utc(fired_at)] * len(alerts)})


def fetch_table(fetches: Sequence[Fetch]) -> pa.Table:
    """The fetches."""
    columns = fields_of(
        fetches,
        ("fetch_id", "source", "location", "outcome", "documents", "seconds", "status", "error",
         "size", "entries", "retry_after", "moved_to", "gone"),
    )  # fmt: skip
    times = {name: [utc(getattr(one, name)) for one in fetches] for name in ("next_due", "waits_until")}
    return to_table(columns | times | {"fetched_at": [utc(one.at) for one in fetches]})


def letter_table(letters: Sequence[DeadLetter]) -> pa.Table:
    """The dead letters without their bytes."""
    columns = fields_of(letters, ("letter_id", "stage", "origin", "source", "error", "size"))
    return to_table(columns | {"failed_at": [utc(one.at) for one in letters]})


def edit_table(edits: Sequence[Edit]) -> pa.Table:
    """What people have decided."""
    columns = fields_of(edits, ("edit_id", "action", "target", "becomes", "name", "type", "who"))
    return to_table(columns | {"edited_at": [utc(one.at) for one in edits]})


def verdict_table(verdicts: Sequence[Verdict]) -> pa.Table:
    """The verdicts, of which no part has been taken in yet."""
    columns = fields_of(verdicts, ("verdict_id", "suite", "who", "seconds", "success", "evaluated"))
    failed = [{s: _failed(one, s) for s in _SEVERITIES} for one in verdicts]
    return to_table(
        columns
        | {
            "validated_at": [utc(one.at) for one in verdicts],
            "rows_seen": [one.rows for one in verdicts],
            "errors": [len(one["error"]) for one in failed],
            "warnings": [len(one["warning"]) for one in failed],
            "failed": [one["error"] + one["warning"] for one in failed],
            "missing": [list(range(1, one.parts + 1)) for one in verdicts],
        }
    )


def finding_table(verdicts: Sequence[Verdict]) -> pa.Table:
    """What failed."""
    columns = fields_of(
        [finding for one in verdicts for finding in one.failed],
        ("expectation", "severity", "sentence", "unexpected"),
    )
    of_verdict = [one for one in verdicts for _ in one.failed]
    return to_table(
        columns
        | fields_of(of_verdict, ("verdict_id", "suite"))
        | {"validated_at": [utc(one.at) for one in of_verdict]}
    )


def suspect_table(parts: Sequence[Verdict]) -> pa.Table:
    """The suspects of one verdict, each once."""
    suspects = {suspect_id(one): (part, one) for part in parts for one in part.suspects}
    ones = [one for _, one in suspects.values()]
    of_verdict = [part for part, _ in suspects.values()]
    return to_table(
        {"suspect_id": list(suspects)}
        | fields_of(ones, ("expectation", "relation", "key", "what"))
        | {"char_start": [one.start for one in ones], "char_end": [one.end for one in ones]}
        | fields_of(of_verdict, ("verdict_id", "suite"))
        | {"validated_at": [utc(one.at) for one in of_verdict]}
    )


def catalogue_tables(entities: Iterable[Entity]) -> dict[str, pa.Table]:
    """Entities, and each way to write one with how it may be used."""
    known = list(entities)
    aliases = [
        (entity.id, text, "ambiguous" if text in entity.ambiguous else use)
        for entity in known
        for use, texts in (("full", (entity.name, *entity.aliases)), ("short", entity.short))
        for text in dict.fromkeys(texts)
    ]
    columns = fields_of(known, ("name", "type", "parent", "ticker", "kind", "country", "city", "stage"))
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
        if name in _NAMES:
            return pa.list_(pa.string())
        if name == "missing":
            return pa.list_(pa.int64())
        if name in _TRUTHS:
            return pa.bool_()
        return pa.int64() if name in _INTEGERS else pa.string()

    return pa.table({name: pa.array(values, type=kind(name)) for name, values in columns.items()})


def utc(moment: datetime | None) -> datetime | None:
    """DuckDB's TIMESTAMP has no zone; all of ours are UTC."""
    return moment.astimezone(UTC).replace(tzinfo=None) if moment else None


def _failed(verdict: Verdict, severity: Severity) -> list[str]:
    return [one.expectation for one in verdict.failed if one.severity == severity]
