"""Feeds: the text of an RSS, Atom or RDF feed in, its entries out, through feedparser."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from time import struct_time
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from pipeline.collect.address import canonical_url
from pipeline.collect.dates import LONGEST, read_date
from pipeline.collect.declared import language_code
from pipeline.collect.entries import Entry, gathered, usable
from pipeline.collect.entries import Feed as Feed  # what most know it by
from pipeline.collect.found import Found, Meta
from pipeline.collect.html_text import fold, html_to_text
from pipeline.collect.markup import mended, most_entries
from pipeline.errors import Rejected

_NAMED = re.compile(r"[^\u3040-\u9fff]*?[^\W\d_\u3040-\u9fff]{3}[^\u3040-\u9fff]*\Z")
_OLDER = ("prev-archive", "next", "previous", "prev")
"""Links of a feed to the page of its past that lies behind it (RFC 5005), the best first; some write previous for next."""


def read_feed(text: str, name: str, place: str, url: str | None = None) -> Feed:
    """All entries of a feed, in its order.

    `name` is what errors call it; `place` is where its guids hold; `url` is its address, for relative links. Raises
    Rejected for what is no feed, or a broken one without a whole entry.
    """
    import feedparser

    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url or ""}
    markup, begun = mended(text, name)
    try:
        parsed = feedparser.parse(
            BytesIO(markup.encode()),
            response_headers=headers,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:
        problem = f"{name} is a broken feed, its parser gave up: {type(error).__name__}: {error}"
        raise Rejected(problem, "tell those who publish it") from error
    lang, author = language_code(parsed.feed.get("language")), parsed.feed.get("author") or None
    entries = [Entry(_found(entry, place, lang, author), _time(entry, "updated")) for entry in parsed.entries]
    if parsed.bozo and not usable(entries):
        raise Rejected(f"{name} is a broken feed: {parsed.bozo_exception}", "tell those who publish it")
    if not parsed.version:
        raise Rejected(f"{name} is no feed", "name an RSS, Atom, RDF or JSON feed")
    feed = gathered(entries, older=_older(parsed.feed), numbered=_numbered(parsed.feed, url))
    if parsed.bozo:
        feed.notes.insert(0, f"is broken XML, its entries were read nevertheless: {parsed.bozo_exception}")
    begun = max(begun, most_entries(markup)) if parsed.bozo else begun
    if (lost := begun - len(entries)) > 0:
        feed.failures.append(f"holds {lost} entries that cannot be told apart; tell those who publish it")
    return feed


def _found(entry: Any, place: str, lang: str | None, author: str | None) -> Found:
    link, guid = entry.get("link") or "", entry.get("id") or ""
    tags = ", ".join(dict.fromkeys(tag.term for tag in entry.get("tags", ()) if tag.get("term")))
    meta: Meta = {"categories": tags} if tags else {}
    declared = [part.get("language") for part in (*entry.get("content", ()), entry.get("title_detail", {}))]
    text, whole = _body(entry)
    return Found(
        text=text,
        kind="feed-item",
        title=_title(entry),
        url=link if canonical_url(link) else None,
        key=f"{place}\n{guid}" if guid else "",
        author=entry.get("author") or author,
        lang=next((code for one in declared if (code := language_code(one))), lang),
        published=_time(entry, "published") or _time(entry, "updated"),
        meta=meta,
        whole=whole,
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


def _time(entry: Any, key: str) -> datetime | None:
    """feedparser's own word only for what has a month's or a day's name in a language that we do not read: it takes
    2025年2月3日 for November and 2025-13-45 for the next year."""
    written: str | None = dict.get(entry, key)  # its own get() warns of keys that it makes up
    if not written or (read := read_date(written)):
        return read if written else None
    parsed: struct_time | None = dict.get(entry, f"{key}_parsed")
    try:
        return datetime(*parsed[:6], tzinfo=UTC) if parsed and _NAMED.match(written[:LONGEST]) else None
    except ValueError:  # such as the year 0
        return None


def _title(entry: Any) -> str:
    detail = entry.get("title_detail") or {}
    return _shown(entry.get("title") or "", detail.get("type", "text/html")).replace("\n", " ")


def _body(entry: Any) -> tuple[str, bool]:
    """The longest of content and summary, as text, and whether it is a content beside a shorter summary."""
    parts = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    *contents, summary = (_shown(part.get("value") or "", part.get("type", "text/html")) for part in parts)
    longest = max((*contents, summary), key=len)
    return longest, bool(summary) and longest != summary


def _shown(value: str, form: str) -> str:
    if form == "text/plain":
        return "\n".join(filter(None, map(fold, value.split("\n"))))
    return html_to_text(value)
