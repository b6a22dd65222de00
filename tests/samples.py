"""Small records that many tests begin with."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from pipeline.records import Document, Extraction, Mention


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


def make_extraction(document: Document, *mentions: Mention) -> Extraction:
    return Extraction(document=document, extractor="test", lang="ja", mentions=list(mentions), figures=[])
