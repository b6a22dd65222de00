"""Identity: what a reader found in, a Document with its doc_id and revision out.

A document is known by its address, in its canonical form. An entry of a feed without one is known by its guid within
its feed. A local file without one is known by where it stands, as a file: URI: so a corrected file is a new revision
of the same document, whichever source, folder or working directory it was named from, and two files of the same name
in different folders stay two. (One that was moved is recognised by its unchanged text: see seen.py.) What has nothing
of all this is known by its content. Titles are never identity.
"""

from __future__ import annotations

import hashlib
import re
from datetime import datetime

from pipeline.collect.address import canonical_url
from pipeline.collect.found import Found, Meta
from pipeline.collect.furniture import strip_furniture
from pipeline.collect.sources import Source
from pipeline.collect.spoken import spoken_meta
from pipeline.errors import Rejected
from pipeline.records import Document

LONGEST_TITLE = 120
"""Characters of a title that is taken from a first line."""

_LINE_END = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
# Control characters move a terminal's cursor, lone surrogates have no UTF-8: both come from broken software only.
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff]")


def make_document(found: Found, source: Source, now: datetime) -> Document:
    """The document as it is stored. Its text holds its title, so that names in titles are found as well.

    Raises Rejected for one without title and text.
    """
    body, told = strip_furniture(_tidy(found.text))
    text = body
    title = " ".join(_tidy(found.title).split()) or _first_line(text)
    if title and found.title and title not in text:
        text = f"{title}\n\n{text}".strip()
    if not text:
        raise Rejected("it has neither a title nor a text", "nothing to do, unless the page shows one")
    url = canonical_url(found.url) if found.url else None
    content = f"{title}\0{text}"
    said: Meta = {"publisher": source.name, "tags": ", ".join(source.tags)}
    meta = {key: value for key, value in said.items() if value} | found.meta | told
    meta |= spoken_meta(body, found.said, len(text) - len(body))
    return Document(
        doc_id=digest(url or found.key or content),
        revision=digest(content),
        source=source.id,
        kind=source.document or found.kind,
        url=url,
        title=title,
        author=_tidy(found.author) if found.author else None,
        lang=found.lang or source.lang,
        published_at=found.published,
        collected_at=now,
        text=text,
        meta=meta,
    )


def digest(value: str | bytes) -> str:
    """The first 32 hexadecimal digits of the SHA-256 of a value (128 bits: no two documents will ever share one)."""
    return hashlib.sha256(value.encode() if isinstance(value, str) else value).hexdigest()[:32]


def _tidy(text: str) -> str:
    return _UNSEEN.sub("", _LINE_END.sub("\n", text)).strip()


def _first_line(text: str) -> str:
    line = next((line.strip() for line in text.split("\n") if line.strip()), "")
    return line if len(line) <= LONGEST_TITLE else line[: LONGEST_TITLE - 1] + "…"
