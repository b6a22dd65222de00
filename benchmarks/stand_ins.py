"""What stands in the extractor's place to compare with it: nothing at all, or the whole of ja_ginza."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from pipeline.records import Document, Extraction, Mention


class Nothing:
    """Finds nothing: what is left is Kafka, Python and DuckDB."""

    def extract(self, document: Document) -> Extraction:
        return _extraction(document, [])


class Ginza:
    """spaCy's ja_ginza with all its components; its entities become mentions without a link."""

    def __init__(self) -> None:
        self._read: Any = import_module("spacy").load("ja_ginza")

    def extract(self, document: Document) -> Extraction:
        return _extraction(document, [_mention(entity) for entity in self._read(document.text).ents])


STAND_INS: dict[str, type[Nothing | Ginza]] = {"none": Nothing, "ginza": Ginza}


def has_ginza() -> bool:
    """Whether requirements-bench.txt is installed."""
    return all(find_spec(name) for name in ("spacy", "ginza", "ja_ginza"))


def _extraction(document: Document, mentions: list[Mention]) -> Extraction:
    return Extraction(document=document, extractor="stand-in", lang="ja", mentions=mentions, figures=[])


def _mention(entity: Any) -> Mention:
    return Mention(
        entity=None,
        name=entity.text,
        type="organization",
        surface=entity.text,
        start=entity.start_char,
        end=entity.end_char,
        sentence_start=entity.sent.start_char,
        sentence_end=entity.sent.end_char,
        method="model",
        score=1.0,
        evidence=entity.label_,
    )
