"""The digest: a function that asks the warehouse and a period in; a Markdown file, a page and an alert out.

Steps: read what the period brought, write it down in both forms, put each file in its place, tell of it on the topic `alerts`.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pipeline.digest import words
from pipeline.digest.markdown import as_markdown
from pipeline.digest.page import as_page
from pipeline.digest.parts import Digest
from pipeline.digest.period import aware
from pipeline.digest.read import read_digest
from pipeline.errors import Misconfigured
from pipeline.records import Alert
from pipeline.topics.base import Topics
from pipeline.topics.envelope import pack
from pipeline.topics.once import append_once
from pipeline.warehouse.asking import Ask

DIGESTS = "digests"
"""The folder in KIKIMIMI_DATA, which the tracker shows."""
TOPIC = "alerts"
LARGEST_BODY = 250_000
"""Bytes of Markdown that an alert carries: with what JSON adds, a message stays under the megabyte that a Kafka takes by itself."""


@dataclass(frozen=True, slots=True)
class Written:
    """Where a digest stands, and what it says."""

    markdown: Path
    page: Path
    digest: Digest


def make_digest(ask: Ask, since: datetime, until: datetime, name: str = "") -> Digest:
    """The digest of [since, until), told in the zone of `until`; its name is the day of that unless given."""
    end = aware(until)
    return read_digest(ask, aware(since).astimezone(end.tzinfo), end, name or f"{end:%Y-%m-%d}")


def write_digest(ask: Ask, since: datetime, until: datetime, folder: Path, name: str = "") -> Written:
    """Writes name.md and name.html; made again of the same rows they are the same bytes.

    Raises Transient when nobody answers, Misconfigured when the files cannot be written.
    """
    digest = make_digest(ask, since, until, name)
    if Path(digest.name).name != digest.name:
        raise Misconfigured(f"{digest.name} is no name for a file", "name the digest by its day")
    written = Written(folder / f"{digest.name}.md", folder / f"{digest.name}.html", digest)
    _put(written.markdown, as_markdown(digest))
    _put(written.page, as_page(digest))
    return written


def alert_of(digest: Digest) -> Alert:
    """What is told of the digest, with its Markdown. The same end of a period gives the same id for ever."""
    end = digest.until.astimezone(UTC).isoformat()
    return Alert(
        alert_id=hashlib.sha256(f"digest\n{end}".encode()).hexdigest()[:32],
        kind="digest",
        rule="digest",
        title=words.title(digest),
        sentence=words.important(digest),
        body=_capped(as_markdown(digest)),
    )


def tell_digest(topics: Topics, alert: Alert) -> bool:
    """Appends it to the topic `alerts`; False where one of its id stands there already, as when a task runs again."""
    return append_once(topics, TOPIC, pack(TOPIC, alert.alert_id, alert))


def _put(file: Path, text: str) -> None:
    """Whoever reads the file finds the old one or the new, whole."""
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(file)
    except OSError as error:
        raise Misconfigured(f"{file} cannot be written: {error.strerror}", "name another folder") from error
    finally:
        with suppress(OSError):  # nor was there a folder to write it into
            part.unlink()


def _capped(text: str) -> str:
    """The text, or its first lines where it is too large."""
    data = text.encode()
    if len(data) <= LARGEST_BODY:
        return text
    whole = data[:LARGEST_BODY].rpartition(b"\n")[0]
    return f"{whole.decode()}\n\n… the rest stands in the file.\n"
