"""What one of our archives says beside an answer: of which source it is, and which documents it brought.

It stands in a metadata record before the answer, so that whoever reads the archive knows what is coming, and an answer
that was cut off by a kill leaves nothing but a note about nothing.
"""

from __future__ import annotations

import msgspec

from pipeline.collect.found import Found
from pipeline.collect.sources import Kind, Source
from pipeline.collect.visit import Read
from pipeline.errors import Rejected
from pipeline.records import DocumentKind

FORM = "application/vnd.kikimimi.brought+json"
"""Media type of the record."""
OURS = "Kikimimi-Note"
"""Header of an answer that we have archived: the id of this record."""


class Brought(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """answer: WARC-Record-ID of the answer. documents: ids of those that were new or changed. The rest is of the source
    as it was then; location, without a password: where the answer was asked for, before redirects.
    entry, found: of a page, the entry of a feed that led to it: its revision and what it said."""

    answer: str
    documents: list[str]
    source: str
    location: str
    kind: Kind
    document: DocumentKind | None = None
    lang: str | None = None
    tags: tuple[str, ...] = ()
    name: str = ""
    entry: str = ""
    found: Found | None = None

    def as_source(self) -> Source:
        """The source as it was when it answered."""
        return Source(self.source, self.location, self.kind, self.document, self.lang, self.tags, self.name)


_decoder = msgspec.json.Decoder(Brought)


def brought_by(answer: str, read: Read, documents: list[str]) -> bytes:
    """The record's content."""
    source = read.original.source
    return msgspec.json.encode(
        Brought(
            answer=answer,
            documents=documents,
            source=source.id,
            location=read.original.origin,
            kind=source.kind,
            document=source.document,
            lang=source.lang,
            tags=source.tags,
            name=source.name,
            entry=read.wait.entry if read.wait else "",
            found=read.wait.found if read.wait else None,
        )
    )


def read_brought(data: bytes) -> Brought:
    """Raises Rejected for what this program cannot have written."""
    try:
        return _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        problem = f"a note of an archive on what an answer brought cannot be read: {error}"
        raise Rejected(problem, "use a newer kikimimi, or get the file again") from error
