"""JSON Feed: the text of one (version 1.0 or 1.1) in, its entries out. Attachments and hubs are passed over."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urljoin

from pipeline.collect.address import canonical_url
from pipeline.collect.dates import read_date
from pipeline.collect.declared import language_code
from pipeline.collect.entries import Entry, Feed, gathered
from pipeline.collect.found import Found, Meta
from pipeline.collect.html_text import fold, html_to_text
from pipeline.errors import Rejected

_VERSION = re.compile(r"jsonfeed\.org(?:\\?/)+version", re.I)
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def is_json(text: str) -> bool:
    """Whether a text begins as a JSON object does."""
    return bool(re.match(r"\s*\{\s*(?:\"|\})", text))


def is_json_feed(text: str) -> bool:
    """Whether a JSON object says that it is a feed, near its beginning or its end."""
    return bool(_VERSION.search(text, 0, 4096) or _VERSION.search(text[-4096:]))


def read_json_feed(text: str, name: str, place: str, url: str | None = None) -> Feed:
    """All entries of a feed, in its order, as read_feed does; those that are no objects, or say nothing, are failures.

    Raises Rejected for what is no such feed.
    """
    merged: list[str] = []

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        read = dict(pairs)
        merged.extend(["id"] * (sum(key == "id" for key, _ in pairs) - 1))
        return read

    try:
        top = json.loads(text, strict=False, object_pairs_hook=once)
    except (ValueError, RecursionError) as error:
        raise Rejected(f"{name} is a broken JSON feed: {error}", "tell those who publish it") from error
    items = top.get("items") if isinstance(top, dict) else None
    if not isinstance(items, list):
        raise Rejected(f"{name} is no feed", "name an RSS, Atom, RDF or JSON feed")
    given = [item for item in items if isinstance(item, dict)]
    base = url or _address(top.get("feed_url"), "") or _address(top.get("home_page_url"), "") or ""
    entries = [_entry(item, place, base, top) for item in given]
    older = _address(top.get("next_url"), base)
    feed = gathered(entries, older=(older,) if older else ())
    if lost := len(items) - len(given):
        feed.failures.append(f"holds {lost} entries that are no objects; tell those who publish it")
    if merged:
        feed.failures.append(f"holds {len(merged)} entries that run into others; tell those who publish it")
    return feed


def _entry(item: dict[str, Any], place: str, base: str, top: dict[str, Any]) -> Entry:
    guid = item.get("id")
    key = _text(str(guid)) if isinstance(guid, str | int | float) and not isinstance(guid, bool) else ""
    html, plain, summary = (_text(item.get(name)) for name in ("content_html", "content_text", "summary"))
    bodies = (html_to_text(html), "\n".join(filter(None, map(fold, plain.split("\n")))), fold(summary))
    text = max(bodies, key=len)
    tags = item.get("tags")
    said = [fold(_text(tag)) for tag in tags] if isinstance(tags, list) else []
    meta: Meta = {"categories": ", ".join(dict.fromkeys(filter(None, said)))} if any(said) else {}
    found = Found(
        text=text,
        kind="feed-item",
        title=fold(_text(item.get("title"))),
        url=_address(item.get("url"), base) or _address(item.get("external_url"), base) or _address(guid, ""),
        key=f"{place}\n{key}" if key else "",
        author=_author(item) or _author(top),
        lang=language_code(_text(item.get("language"))) or language_code(_text(top.get("language"))),
        published=read_date(item.get("date_published")) or read_date(item.get("date_modified")),
        meta=meta,
        whole=bool(summary) and text != bodies[2],
    )
    return Entry(found, read_date(item.get("date_modified")))


def _text(value: object) -> str:
    return _ILLEGAL.sub("", value) if isinstance(value, str) else ""


def _address(value: object, base: str) -> str | None:
    try:
        address = urljoin(base, _text(value).strip())
    except ValueError:
        return None
    return address if _text(value) and canonical_url(address) else None


def _author(given: dict[str, Any]) -> str | None:
    """The names in `authors` (1.1), else `author` (1.0), which some write as a plain text."""
    authors = given.get("authors") or given.get("author")
    several = authors if isinstance(authors, list) else [authors]
    names = (fold(_text(one.get("name") if isinstance(one, dict) else one)) for one in several)
    return ", ".join(dict.fromkeys(filter(None, names))) or None
