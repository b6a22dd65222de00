"""Archives: a WARC file in; the documents of its texts, pages and feeds out, each of the source that it came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.collect.address import canonical_url
from pipeline.collect.found import Original
from pipeline.collect.period import Period
from pipeline.collect.sources import Source, sources_from
from pipeline.collect.visit import Item, Visit, items_of
from pipeline.collect.warc import Capture, Head, read_warc
from pipeline.errors import Rejected

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
    an answer belongs to the source with its address, else to the first of its host, else to one named by the host.
    """
    by_address = {canonical_url(one.location): one for one in known if one.remote}
    by_host = {_host(one.location): one for one in reversed(known) if one.remote}

    def wanted(head: Head) -> bool:
        readable = canonical_url(head.url) in by_address or _is_readable(head)
        old = period.since is not None and head.at + AHEAD < period.since
        visit.outside += readable and old
        return readable and not old

    for capture in read_warc(Path(visit.source.location), limit, wanted):
        if isinstance(capture, Rejected):
            visit.failures.append(f"{visit.source.id}: {capture}")
            continue
        url = capture.head.url
        source = by_address.get(canonical_url(url))
        if not source:
            if _is_other_xml(capture):
                continue
            source = replace(
                by_host.get(_host(url)) or sources_from([f"https://{_host(url)}"])[0], kind="file"
            )
        yield from items_of(visit, _original(capture, source), limit)


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


def _original(capture: Capture, source: Source) -> Original:
    head = capture.head
    return Original(
        source=source,
        origin=head.url,
        data=capture.body,
        size=len(capture.body) if capture.whole else None,
        url=head.url,
        content_type=head.content_type,
        captured=head.at,
    )


def _host(address: str) -> str:
    return (urlsplit(canonical_url(address) or "").hostname or "").removeprefix("www.")
