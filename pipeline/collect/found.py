"""What passes between the steps of collecting: the bytes of an original, and what a reader found in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from pipeline.collect.sources import Source
from pipeline.collect.web.terms import Reply
from pipeline.records import DocumentKind

Meta = dict[str, str | int | float | bool]


@dataclass(frozen=True, slots=True)
class Original:
    """Bytes as they were read.

    origin: absolute path or address, for errors and dead letters. size: of the whole, in bytes, None where reading
    stopped at the limit; data may hold less of it. path: of a local file. url: of a remote one, after redirects.
    captured: when an archive took it, None for what is read where it stands now. reply: that of a server, where one gave it.
    """

    source: Source
    origin: str
    data: bytes
    size: int | None
    path: Path | None = None
    url: str | None = None
    content_type: str = ""
    captured: datetime | None = None
    reply: Reply | None = None

    @property
    def place(self) -> str:
        """Where it stands, the same from every working directory: a file: URI, or the source's id."""
        return self.path.resolve().as_uri() if self.path else self.source.id


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of a spoken text. start, end: seconds. speaker: "" where nobody is named. turn: someone begins to speak."""

    text: str
    start: float
    end: float
    speaker: str = ""
    turn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A document as its reader found it, before furniture is stripped and identity is given.

    title: "" where it has none. key: identifies it where it has no url (see identity.py); "" leaves that to the text.
    lang: ISO 639-1 as declared by the document. published: UTC.
    said: of a spoken text, its pieces in their order, as they stand in it. whole: of an entry, whether its feed gives all of
    it, beside a summary.
    """

    text: str
    kind: DocumentKind
    title: str = ""
    url: str | None = None
    key: str = ""
    author: str | None = None
    lang: str | None = None
    published: datetime | None = None
    meta: Meta = field(default_factory=dict)
    said: tuple[Said, ...] = ()
    whole: bool = False
