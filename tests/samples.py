"""Small records that many tests begin with."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from pipeline.records import Document, Extraction, Figure, Mention


def make_document(name: str = "one", text: str = "Stargateは巨大だ。", title: str = "Title") -> Document:
    return Document(
        doc_id=hashlib.sha256(name.encode()).hexdigest()[:32],
        revision=hashlib.sha256(text.encode()).hexdigest()[:32],
        source="test",
        kind="article",
        title=title,
        text=text,
        lang="ja",
        collected_at=datetime(2025, 2, 3, tzinfo=UTC),
        published_at=datetime(2025, 2, 2, tzinfo=UTC),
    )


def make_mention(
    surface: str, start: int, entity: str = "stargate", sentence_end: int | None = None
) -> Mention:
    return Mention(
        entity=entity,
        name=surface,
        type="project",
        surface=surface,
        start=start,
        end=start + len(surface),
        sentence_start=0,
        sentence_end=sentence_end or start + len(surface),
        method="alias",
        score=1.0,
        evidence="alias",
    )


def make_figure(surface: str, start: int, value: float = 5e9, **more: Any) -> Figure:
    """Money in US dollars that OpenAI has raised, unless told otherwise."""
    fields: dict[str, Any] = {
        "surface": surface,
        "start": start,
        "end": start + len(surface),
        "sentence_start": 0,
        "sentence_end": start + len(surface),
        "kind": "money",
        "value": value,
        "low": value,
        "high": value,
        "unit": "USD",
        "bound": "exact",
        "subject": "openai",
        "metric": "funding",
    }
    return Figure(**fields | more)


def make_extraction(document: Document, *mentions: Mention, figures: Sequence[Figure] = ()) -> Extraction:
    return Extraction(
        document=document, extractor="test", lang="ja", mentions=list(mentions), figures=list(figures)
    )
