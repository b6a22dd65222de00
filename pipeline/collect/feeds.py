"""Feeds: the text of an RSS, Atom or RDF feed in, its entries out, through feedparser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from time import struct_time
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from pipeline.collect.address import canonical_url
from pipeline.collect.declared import language_code
from pipeline.collect.found import Found, Meta
from pipeline.collect.html_text import fold, html_to_text, legal
from pipeline.errors import Rejected

_BEGINNING = datetime.min.replace(tzinfo=UTC)
_OLDER = ("prev-archive", "next", "previous", "prev")
"""Links of a feed to the page of its past that lies behind it (RFC 5005), the best first; some write previous for next."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed holds. failures: what of it was lost. notes: what is odd about it and harmed nothing. Lines both.

    older: addresses of the page before, as it links to them, the best first. numbered: where WordPress, which links to
    none, has that page if there is one.
    """

    found: list[Found]
    failures: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    older: tuple[str, ...] = ()
    numbered: str | None = None


def read_feed(text: str, name: str, place: str, url: str | None = None) -> Feed:
    """All entries of a feed, in its order.

    `name` is what errors call it; `place` is where its guids hold; `url` is its address, for relative links. Raises
    Rejected for what is no feed, or a broken one without a whole entry.
    """
    import feedparser

    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url or ""}
    data = legal(text).encode()
    parsed = feedparser.parse(BytesIO(data), response_headers=headers, sanitize_html=False)
    lang, author = language_code(parsed.feed.get("language")), parsed.feed.get("author") or None
    entries = [_Entry(entry, _found(entry, place, lang, author)) for entry in parsed.entries]
    usable = [entry for entry in entries if entry.found.title or entry.found.text]
    if parsed.bozo and not usable:
        raise Rejected(f"{name} is a broken feed: {parsed.bozo_exception}", "tell those who publish it")
    if not parsed.version:
        raise Rejected(f"{name} is no feed", "name an RSS, Atom or RDF feed")
    latest = _latest(usable, lambda entry: entry.found.key)
    latest = _latest(latest, lambda entry: canonical_url(entry.found.url or "") or "")
    feed = Feed(
        [entry.found for entry in latest], older=_older(parsed.feed), numbered=_numbered(parsed.feed, url)
    )
    if parsed.bozo:
        feed.notes.append(f"is broken XML, its entries were read nevertheless: {parsed.bozo_exception}")
    if doubled := len(usable) - len(latest):
        feed.notes.append(f"holds {doubled} entries a second time, the one updated last was taken")
    if empty := len(entries) - len(usable):
        feed.failures.append(f"holds {empty} entries without title and text; tell those who publish it")
    return feed


class _Entry(NamedTuple):
    given: Any
    found: Found


def _found(entry: Any, place: str, lang: str | None, author: str | None) -> Found:
    link, guid = entry.get("link") or "", entry.get("id") or ""
    tags = ", ".join(dict.fromkeys(tag.term for tag in entry.get("tags", ()) if tag.get("term")))
    meta: Meta = {"categories": tags} if tags else {}
    declared = [part.get("language") for part in (*entry.get("content", ()), entry.get("title_detail", {}))]
    return Found(
        text=_body(entry),
        kind="feed-item",
        title=_title(entry),
        url=link if canonical_url(link) else None,
        key=f"{place}\n{guid}" if guid else "",
        author=entry.get("author") or author,
        lang=next((code for one in declared if (code := language_code(one))), lang),
        published=_time(entry, "published_parsed") or _time(entry, "updated_parsed"),
        meta=meta,
    )


def _older(feed: Any) -> tuple[str, ...]:
    links = {str(link.get("rel")): str(link.get("href") or "") for link in feed.get("links", ())}
    return tuple(links[rel] for rel in _OLDER if canonical_url(links.get(rel, "")))


def _numbered(feed: Any, url: str | None) -> str | None:
    """The address with ?paged= one higher."""
    if not url or "wordpress" not in str(feed.get("generator") or "").lower():
        return None
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    page = query.get("paged", "")
    query["paged"] = str(int(page) + 1) if re.fullmatch("[0-9]{1,9}", page) else "2"
    return urlunsplit(parts._replace(query=urlencode(query), fragment=""))


def _latest(entries: Iterable[_Entry], key: Callable[[_Entry], str]) -> list[_Entry]:
    """The entries, and of those that share a key only the one updated last (the first of these: feeds begin with
    the newest), in the place of the first. Entries without a key all stay."""
    chosen: dict[object, _Entry] = {}
    for number, entry in enumerate(entries):
        same = key(entry) or number
        if same not in chosen or _updated(entry) > _updated(chosen[same]):
            chosen[same] = entry
    return list(chosen.values())


def _updated(entry: _Entry) -> datetime:
    return _time(entry.given, "updated_parsed") or entry.found.published or _BEGINNING


def _time(entry: Any, key: str) -> datetime | None:
    parsed: struct_time | None = dict.get(entry, key)  # feedparser's own get() warns of keys that it makes up
    try:
        return datetime(*parsed[:6], tzinfo=UTC) if parsed else None
    except ValueError:  # such as the year 0
        return None


def _title(entry: Any) -> str:
    detail = entry.get("title_detail") or {}
    return _shown(entry.get("title") or "", detail.get("type", "text/html")).replace("\n", " ")


def _body(entry: Any) -> str:
    """The longest of content and summary, as text."""
    parts = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    texts = (_shown(part.get("value") or "", part.get("type", "text/html")) for part in parts)
    return max(texts, key=len)


def _shown(value: str, form: str) -> str:
    if form == "text/plain":
        return "\n".join(filter(None, map(fold, value.split("\n"))))
    return html_to_text(value)
