"""Rows of documents: extractions in; Arrow tables of documents, mentions, figures, extractor_runs and revisions out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

import msgspec

from pipeline.load.appearances import TOP_NAMES
from pipeline.load.revisions import History
from pipeline.load.rows import Columns, fields_of, to_table, utc
from pipeline.records import Document, Extraction
from pipeline.spoken import seconds_at, speakers_at

if TYPE_CHECKING:
    import pyarrow as pa

Histories = Mapping[str, History]
"""By document: the texts that it has had."""

_DOCUMENT = ("doc_id", "revision", "source", "kind", "url", "title", "author", "text")
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
_OF_DOCUMENT = ("doc_id", "source", "title", "url", "lang", "said_at", "first_seen", "revisions")
_FIGURE = ("surface", "sentence_start", "sentence_end", "kind", "value", "low", "high", "unit", "bound", "subject",
           "metric", "modality", "speaker")  # fmt: skip


def extraction_tables(
    extractions: Sequence[Extraction], histories: Histories, loaded_at: datetime
) -> dict[str, pa.Table]:
    """The tables by their names; loaded_at: the mark of all their rows."""
    tables = {
        "documents": (documents := _documents(extractions, histories)),
        "mentions": _mentions(extractions),
        "figures": _figures(extractions, documents),
        "extractor_runs": _runs(extractions),
    }
    mark = utc(loaded_at)
    return {
        name: to_table(columns | {"loaded_at": [mark] * len(columns["doc_id"])})
        for name, columns in tables.items()
    }


def revision_table(histories: Histories) -> pa.Table:
    """Every text of these documents."""
    rows = [(doc_id, one) for doc_id, history in histories.items() for one in history.revisions.values()]
    return to_table(
        {
            "doc_id": [doc_id for doc_id, _ in rows],
            "revision": [one.revision for _, one in rows],
            "title": [one.title for _, one in rows],
            "collected_at": [utc(one.collected_at) for _, one in rows],
        }
    )


def _documents(extractions: Sequence[Extraction], histories: Histories) -> Columns:
    documents = [extraction.document for extraction in extractions]
    return fields_of(documents, _DOCUMENT) | {
        "lang": [one.lang for one in extractions],
        "declared_lang": [one.lang for one in documents],
        "published_at": [utc(one.published_at) for one in documents],
        "collected_at": [utc(one.collected_at) for one in documents],
        "said_at": [_said_at(one) for one in documents],
        "first_seen": [utc(histories[one.doc_id].first_seen) for one in documents],
        "revisions": [histories[one.doc_id].count for one in documents],
        "mentions": [len(one.mentions) for one in extractions],
        "figures": [len(one.figures) for one in extractions],
        "names": [_names(one) for one in extractions],
        "meta": [msgspec.json.encode(one.meta).decode() for one in documents],
    }


def _names(extraction: Extraction) -> list[str]:
    """The names that it has most often, before merges."""
    counted = Counter(mention.name for mention in extraction.mentions)
    return sorted(counted, key=lambda name: (-counted[name], name))[:TOP_NAMES]


def _mentions(extractions: Sequence[Extraction]) -> Columns:
    mentions = [mention for one in extractions for mention in one.mentions]
    return fields_of(mentions, _MENTION) | {
        "doc_id": [one.document.doc_id for one in extractions for _ in one.mentions],
        "char_start": [one.start for one in mentions],
        "char_end": [one.end for one in mentions],
    }


def _figures(extractions: Sequence[Extraction], documents: Columns) -> Columns:
    figures = [figure for one in extractions for figure in one.figures]
    timed = [(one.figures, seconds_at(one.document.meta)) for one in extractions if one.figures]
    voiced = [(one.figures, speakers_at(one.document.meta)) for one in extractions if one.figures]
    columns = fields_of(figures, _FIGURE) | {
        "char_start": [one.start for one in figures],
        "char_end": [one.end for one in figures],
        "period_start": [_day(one.period_start) for one in figures],
        "period_end": [_day(one.period_end) for one in figures],
        "spoken_at": [at(one.start) for of, at in timed for one in of],
        "spoken_by": [by(one.start) for of, by in voiced for one in of],
        "sentence": [
            one.document.text[figure.sentence_start : figure.sentence_end].strip()
            for one in extractions
            for figure in one.figures
        ],
    }
    for name in _OF_DOCUMENT:  # so that claims need no join
        columns[name] = [
            value for one, value in zip(extractions, documents[name], strict=True) for _ in one.figures
        ]
    return columns


def _runs(extractions: Sequence[Extraction]) -> Columns:
    return {
        "doc_id": [one.document.doc_id for one in extractions],
        "extractor": [one.extractor for one in extractions],
        "mentions": [len(one.mentions) for one in extractions],
        "figures": [len(one.figures) for one in extractions],
    }


def _said_at(document: Document) -> datetime | None:
    return utc(document.published_at or document.collected_at)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
