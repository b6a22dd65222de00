"""The text tool: JSON Lines in, one JSON line out for each, in order (DESIGN.md section 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

import msgspec

from pipeline.extract.extractor import Extractor, Found

_MENTION_FIELDS = ("entity", "name", "type", "surface", "start", "end", "method", "score", "evidence")
_FIGURE_FIELDS = ("surface", "start", "end", "kind", "value", "low", "high", "unit", "bound", "subject", "metric",
                  "period_start", "period_end", "modality", "speaker")  # fmt: skip


class Question(msgspec.Struct):
    """One line of input; `published_at` is taken for dates that the text gives only in part."""

    text: str
    id: Any = None
    lang: str | None = None
    published_at: str | None = None


def answer_lines(extractor: Extractor, lines: Iterable[bytes]) -> Iterator[bytes]:
    """An answer for each line that is not blank; a bad line gets {"id", "error"} and the rest goes on."""
    for line in lines:
        if line.strip():
            yield msgspec.json.encode(_answer(extractor, line))


def found_as_dict(found: Found) -> dict[str, Any]:
    """What was found, in the text tool's form."""
    return {
        "lang": found.lang,
        "mentions": [
            {name: getattr(mention, name) for name in _MENTION_FIELDS} for mention in found.mentions
        ],
        "figures": [{name: getattr(figure, name) for name in _FIGURE_FIELDS} for figure in found.figures],
    }


def _answer(extractor: Extractor, line: bytes) -> dict[str, Any]:
    try:
        question = msgspec.json.decode(line, type=Question)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return {"id": _id_of(line), "error": f"not a line of {{id, text, lang?, published_at?}}: {error}"}
    try:
        published = read_day(question.published_at)
    except ValueError:
        return {
            "id": question.id,
            "error": f"published_at is no date such as 2025-02-03: {question.published_at}",
        }
    return {"id": question.id, **found_as_dict(extractor.read(question.text, question.lang, published))}


def read_day(written: str | None) -> date | None:
    """The day of a date or of a time with its date. Raises ValueError for what is neither."""
    return None if written is None else datetime.fromisoformat(written).date()


def _id_of(line: bytes) -> Any:
    try:
        read = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return read.get("id") if isinstance(read, dict) else None
