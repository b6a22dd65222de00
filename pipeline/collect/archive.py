"""Archives: a WARC file in; the documents of its texts, pages and feeds out, each of the source that it came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.collect.address import canonical_url
from pipeline.collect.behind import page_document
from pipeline.collect.brought import Brought, read_brought
from pipeline.collect.found import Found, Original
from pipeline.collect.period import Period
from pipeline.collect.sources import Source, sources_from
from pipeline.collect.visit import Item, Visit, items_of
from pipeline.collect.waits import Wait
from pipeline.collect.warc import Capture, Head, Note, read_warc
from pipeline.errors import KikimimiError, Rejected
from pipeline.records import Document

AHEAD = timedelta(days=1)
"""By which a page may say that it is later than its capture: time zones are often wrong."""
TEXTS = ("", "text/plain", "text/markdown", "text/x-markdown")
FOR_MACHINES = ("robots.txt", "ads.txt", "app-ads.txt", "security.txt", "humans.txt", "llms.txt")
BEGINNING = 65_536
"""Bytes within which a feed shows that it is one."""
_FEED = re.compile(rb"<(?:[\w.-]+:)?(?:rss|feed|rdf)[\s>]", re.I)


def archive_items(visit: Visit, limit: int, period: Period, known: Sequence[Source]) -> Iterator[Item]:
    """The documents of the WARC file that is visited, and a dead letter for each answer that cannot be handled.

    A crawl brings pictures, scripts and site maps along, which are passed over. known: where documents may come from;
    an answer belongs to the source with its address, else to the first of its host, else to one named by the host. An archive
    of ours (archiving.py) says of which source each of its answers is, and which documents of it were news.
    """
    by_address = {canonical_url(one.location): one for one in known if one.remote}
    by_host = {_host(one.location): one for one in reversed(known) if one.remote}

    ours: Brought | None = None

    def wanted(head: Head) -> bool:
        readable = _is_of(head, ours) or canonical_url(head.url) in by_address or _is_readable(head)
        old = period.since is not None and head.at + AHEAD < period.since
        visit.outside += readable and old
        return readable and not old

    for capture in read_warc(Path(visit.source.location), limit, wanted):
        if isinstance(capture, Rejected):
            visit.failures.append(f"{visit.source.id}: {capture}")
            continue
        if isinstance(capture, Note):
            ours = _read_note(visit, capture)
            continue
        if ours and _is_of(capture.head, ours):
            yield from _brought(visit, capture, ours, limit)
            continue
        url = capture.head.url
        source = by_address.get(canonical_url(url))
        if not source:
            if _is_other_xml(capture):
                continue
            source = replace(
                by_host.get(_host(url)) or sources_from([f"https://{_host(url)}"])[0], kind="file"
            )
        yield from items_of(visit, _original(capture, source, url), limit)


def _read_note(visit: Visit, note: Note) -> Brought | None:
    try:
        return read_brought(note.data)
    except Rejected as error:
        visit.failures.append(f"{visit.source.id}: {error}")
        return None


def _is_of(head: Head, ours: Brought | None) -> bool:
    """Whether this is the answer that a note of ours is on."""
    return ours is not None and head.record == ours.answer


def _brought(visit: Visit, capture: Capture, ours: Brought, limit: int) -> Iterator[Item]:
    """What the answer brought when we asked for it, as it came then."""
    if ours.found:
        yield from _page(visit, capture, ours, ours.found, limit)
        return
    brought = frozenset(ours.documents)
    for item in items_of(visit, _original(capture, ours.as_source(), ours.location), limit):
        if not isinstance(item, Document) or item.doc_id in brought:
            yield item


def _page(visit: Visit, capture: Capture, ours: Brought, entry: Found, limit: int) -> Iterator[Item]:
    """The entry with the text of the page behind it."""
    at = capture.head.at
    wait = Wait("".join(ours.documents), ours.entry, entry, at)
    try:
        document = page_document(_original(capture, ours.as_source(), ours.location), wait, limit, at)
    except KikimimiError as error:
        visit.failures.append(f"{visit.source.id}: {error}")
    else:
        if document:
            yield document


def _is_readable(head: Head) -> bool:
    kind = head.content_type.partition(";")[0].strip().lower()
    path = urlsplit(head.url).path
    if not _host(head.url) or path.rpartition("/")[2] in FOR_MACHINES:
        return False
    return kind in TEXTS or (kind.endswith(("html", "xml")) and not kind.startswith("image/"))


def _is_other_xml(capture: Capture) -> bool:
    """Whether it is no feed, but a site map, say."""
    kind = capture.head.content_type.lower()
    return "xml" in kind and "html" not in kind and not _FEED.search(capture.body[:BEGINNING])


def _original(capture: Capture, source: Source, origin: str) -> Original:
    head = capture.head
    return Original(
        source=source,
        origin=origin,
        data=capture.body,
        size=len(capture.body) if capture.whole else None,
        url=head.url,
        content_type=head.content_type,
        captured=head.at,
    )


def _host(address: str) -> str:
    return (urlsplit(canonical_url(address) or "").hostname or "").removeprefix("www.")
