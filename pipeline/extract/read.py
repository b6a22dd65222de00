"""One message of documents in, its message for extractions out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from pipeline.errors import Rejected
from pipeline.extract.extractor import Extractor
from pipeline.records import Document, Extraction, decode
from pipeline.topics.base import Message
from pipeline.topics.envelope import pack

TRIES = 3


def load_extractor(catalogue: Path) -> Extractor:
    """The extractor with the catalogue of this folder. Raises Misconfigured for a file that does not fit."""
    return Extractor(catalogue)


def read_message(extractor: Extractor, value: bytes, headers: Mapping[str, str]) -> Message:
    """What was found in the document, ready for extractions.

    Raises Rejected for a message that breaks its schema or that breaks the extractor TRIES times.
    """
    document = cast("Document", decode("documents", value, headers))
    return pack("extractions", document.doc_id, _with_tries(extractor, document))


def _with_tries(extractor: Extractor, document: Document) -> Extraction:
    tries = 1
    while True:
        try:
            return extractor.extract(document)
        except Exception as error:  # a document that breaks the rules must not stop the stream
            if tries == TRIES:
                raise Rejected(f"{document.doc_id} broke the extractor {TRIES} times: {error!r}") from error
            tries += 1
