"""Discovery: an address or path that somebody names in; the source that stands there out, or the feed that its page links to."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from pipeline.collect.address import canonical_url
from pipeline.collect.checking import Finding, look
from pipeline.collect.declared import language_code
from pipeline.collect.decode import decode
from pipeline.collect.glance import reply_of, reread, visits
from pipeline.collect.html_text import fold, html_to_text, legal
from pipeline.collect.sources import Source
from pipeline.collect.web.terms import Reply, bare
from pipeline.errors import Rejected, Transient
from pipeline.settings import Settings

FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
LONGEST_NAME = 100
BEGINNING = 65_536
"""Characters within which a feed shows that it is one."""
_FEED = re.compile(r"<(?:[\w.-]+:)?(?:rss|feed|rdf)[\s>]", re.I)
_COMMENTS = re.compile(r"\bcomments?\b|commentaires|コメント", re.I)


@dataclass(frozen=True, slots=True)
class Discovery:
    """What stands there. finding: of the source as it is to be written. others: feeds that the page links to, too."""

    finding: Finding
    others: tuple[str, ...] = ()

    @property
    def source(self) -> Source:
        return self.finding.source


def discover(source: Source, settings: Settings) -> Discovery:
    """The source with what stands at its location: kind, name and language, where it does not say them itself.

    A page is taken for the feed that it links to; one that links to none is a source itself. Raises Transient or Rejected
    where nothing can be read.
    """
    try:
        found = _discovered(replace(source, id=source.id or "new"), settings)  # documents have one
    except (Transient, Rejected) as error:
        raise type(error)(str(error), "nothing was written; --no-check writes it all the same") from error
    return replace(found, finding=replace(found.finding, source=replace(found.source, id=source.id)))


def _discovered(source: Source, settings: Settings) -> Discovery:
    if not source.remote:
        ((visit, drawn),) = visits([source], settings)
        return Discovery(_readable(look(visit, drawn)))
    reply = reply_of(source, settings)
    if (found := _as_feed(source, reply, settings)) is not None:
        return Discovery(found)
    first, *others = _feed_links(reply) or [""]
    if not first:
        return Discovery(_readable(_looked(replace(source, kind="file"), reply, settings)))
    linked = replace(source, location=first)
    found = _as_feed(linked, reply_of(linked, settings), settings)
    if found is None:
        raise Rejected(f"{bare(source.location)} links to {first}, which is no feed", "name its feed")
    return Discovery(found, tuple(others))


def _as_feed(source: Source, reply: Reply, settings: Settings) -> Finding | None:
    """What the feed holds; None for what is none."""
    finding = _looked(replace(source, kind="feed"), reply, settings)
    return None if finding.problem else finding


def _looked(source: Source, reply: Reply, settings: Settings) -> Finding:
    """Named by what the reply calls itself, where nobody has named it."""
    name, lang = _says(reply)
    return look(*reread(replace(source, name=source.name or name, lang=source.lang or lang), reply, settings))


def _readable(finding: Finding) -> Finding:
    if finding.problem:
        raise Rejected(finding.problem)
    return finding


def _says(reply: Reply) -> tuple[str, str | None]:
    """The title and the language of a feed, or of a page; "" and None where it says none."""
    text = _text(reply)
    beginning = text[:BEGINNING].lstrip("\ufeff \t\r\n")
    said: tuple[object, object]
    if beginning.startswith("{"):
        said = _says_json(text)
    elif _FEED.search(beginning):
        said = _says_feed(text)
    elif "<" in beginning:
        tree = _tree(text)
        titles = [
            *tree.xpath("//meta[@property='og:site_name']/@content"),
            *tree.xpath("//head/title/text()"),
        ]
        said = next((str(one) for one in titles if one.strip()), ""), tree.get("lang")
    else:
        said = "", None
    title, lang = said
    name = fold(html_to_text(title)) if isinstance(title, str) else ""
    return name[:LONGEST_NAME].strip(), language_code(lang) if isinstance(lang, str) else None


def _says_feed(text: str) -> tuple[object, object]:
    import feedparser

    feed = feedparser.parse(BytesIO(legal(text).encode()), sanitize_html=False).feed
    return feed.get("title"), feed.get("language")


def _says_json(text: str) -> tuple[object, object]:
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError):
        return "", None
    return (feed.get("title"), feed.get("language")) if isinstance(feed, dict) else ("", None)


def _feed_links(reply: Reply) -> list[str]:
    """Addresses of the feeds that a page links to, in its order, without those of its comments."""
    text = _text(reply)
    if "<" not in text:
        return []
    tree = _tree(text)
    base = urljoin(reply.url, next(iter(tree.xpath("//base/@href")), ""))
    links = []
    for link in tree.xpath("//link[@href]"):
        kind = link.get("type", "").partition(";")[0].strip().lower()
        address = urljoin(base, link.get("href").strip())
        about = f"{link.get('title', '')} {address}"
        if (
            "alternate" in link.get("rel", "").lower().split()
            and kind in FEED_TYPES
            and not _COMMENTS.search(about)
        ):
            links += [address] if canonical_url(address) else []
    return list(dict.fromkeys(links))


def _tree(text: str) -> Any:
    import lxml.html
    from lxml import etree

    try:
        return lxml.html.document_fromstring(legal(text))
    except etree.ParserError:  # nothing but comments
        return lxml.html.document_fromstring("<html></html>")


def _text(reply: Reply) -> str:
    try:
        return decode(reply.body, reply.url, reply.content_type)
    except Rejected:  # what reads it says so
        return ""
