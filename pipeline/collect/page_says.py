"""What a page says of itself: its parsed HTML in; title, authors, date, language and address out.

From JSON-LD where an article speaks there, then OpenGraph, then the meta tags of many systems, each word taken from the
first of them that has it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from pipeline.collect.address import canonical_url
from pipeline.collect.dates import read_date
from pipeline.collect.declared import language_code
from pipeline.collect.html_text import fold, html_to_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DEEPEST = 6
"""Levels of JSON-LD within which its article stands."""
MOST = 200
"""Objects of JSON-LD that are looked at."""

_ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|Review)")
_AROUND = re.compile(r"\A(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>|;)\Z")
_ADDRESS = re.compile(r"https?://|www\.|@", re.I)
_BY = re.compile(r"(?:by|par|文|著者|執筆|取材・文)\s*[:：]?\s+", re.I)
_DATES = ("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "publishdate",
          "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date",
          "citation_publication_date", "pubdate", "publish-date", "published_time", "publication_date", "date")  # fmt: skip
_AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author",
            "citation_author")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Says:
    """None and "" where it says nothing. addresses: by which it is known, the best first. free: whether all may read it."""

    title: str
    author: str | None
    published: datetime | None
    lang: str | None
    addresses: tuple[str, ...]
    free: bool = True
    amp: bool = False


def what_it_says(tree: HtmlElement, url: str | None = None) -> Says:
    """What the page declares; url: where it was fetched, for relative addresses and to tell its article from others."""
    meta = _meta(tree)
    base = str(next(iter(tree.xpath("//base/@href")), "")) or url or ""
    addresses = [
        *tree.xpath("//link[translate(@rel,'CANOIL','canoil')='canonical']/@href"),
        meta.get("og:url", ""),
    ]
    article = _article(list(_json_ld(tree)), meta.get("og:title", ""), url)
    named = [article.get("url"), article.get("mainEntityOfPage")]
    addresses += [one.get("@id") or one.get("url") if isinstance(one, dict) else one for one in named]
    languages = [tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang"), meta.get("content-language"),
                 meta.get("og:locale"), _plain(article.get("inLanguage"))]  # fmt: skip
    dates = [
        article.get("datePublished"),
        *(meta.get(key) for key in _DATES),
        *_marked_dates(tree),
        article.get("dateCreated"),
    ]
    return Says(
        title=_title(article, meta),
        author=_authors(article.get("author")) or _meta_author(meta),
        published=next((time for one in dates if (time := read_date(one))), None),
        lang=next((code for one in languages if (code := language_code(one))), None),
        addresses=tuple(dict.fromkeys(filter(None, (_address(one, base) for one in addresses)))),
        free=str(article.get("isAccessibleForFree", "true")).strip().lower() not in ("false", "no", "0"),
        amp=any(name in tree.attrib for name in ("amp", "⚡", "amp4email")),
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Name or property in lower case, and the first content that stands there."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (key := element.get(attribute)):
                found.setdefault(key.strip().lower(), content)
    return found


def _json_ld(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """All objects of the page's JSON-LD, outer ones first; broken ones are passed over."""
    waiting: list[tuple[int, Any]] = []
    for script in tree.xpath("//script[contains(@type,'ld+json')]"):
        try:
            waiting.append((0, json.loads(_AROUND.sub("", (script.text or "").strip()), strict=False)))
        except (ValueError, RecursionError):
            continue
    number = 0
    while number < min(len(waiting), MOST):
        depth, value = waiting[number]
        number += 1
        if isinstance(value, dict):
            yield value
            value = list(value.values())
        if isinstance(value, list) and depth < DEEPEST:
            waiting += [(depth + 1, one) for one in value[:MOST] if isinstance(one, dict | list)]


def _article(objects: list[dict[str, Any]], title: str, url: str | None) -> dict[str, Any]:
    """The article that the page is of, with what it only refers to put in; {} where there is none.

    Of several, it is the one with the page's address or title: the others are what it links to.
    """
    articles = [one for one in objects if any(_ARTICLE.fullmatch(kind) for kind in _kinds(one))]
    here = canonical_url(url or "")

    def likeness(one: dict[str, Any]) -> int:
        main = one.get("mainEntityOfPage")
        named = (one.get("url"), one.get("@id"), main.get("@id") if isinstance(main, dict) else main)
        same = here is not None and here in [canonical_url(one) for one in named if isinstance(one, str)]
        return 2 * same + bool(title and _plain(one.get("headline"))[:20] == title[:20])

    best = max(articles, key=likeness, default={})
    known = {
        one["@id"]: one
        for one in reversed(objects)
        if isinstance(one.get("@id"), str) and one.keys() != {"@id"}
    }
    return {key: _resolved(value, known) for key, value in best.items()}


def _kinds(one: dict[str, Any]) -> list[str]:
    kinds = one.get("@type")
    several = kinds if isinstance(kinds, list) else [kinds]
    return [kind.rpartition("/")[2] for kind in several if isinstance(kind, str)]


def _resolved(value: Any, known: dict[str, dict[str, Any]]) -> Any:
    if isinstance(value, list):
        return [_resolved(one, known) for one in value]
    if isinstance(value, dict) and value.keys() == {"@id"} and isinstance(value["@id"], str):
        return known.get(value["@id"], value)
    return value


def _title(article: dict[str, Any], meta: dict[str, str]) -> str:
    """The headline, unless it is cut; then what the page gives to social networks."""
    headline = _plain(article.get("headline") or article.get("name"))
    shared = fold(html_to_text(meta.get("og:title") or meta.get("twitter:title") or ""))
    cut = headline.rstrip("…. ")
    return (
        shared if shared and (not headline or (cut != headline and shared.startswith(cut[:30]))) else headline
    )


def _authors(given: Any) -> str | None:
    several = given if isinstance(given, list) else [given]
    names = (_plain(one.get("name")) if isinstance(one, dict) else _plain(one) for one in several)
    shown = (_BY.sub("", name, count=1) if _BY.match(name) else name for name in names)
    return ", ".join(dict.fromkeys(name for name in shown if name and not _ADDRESS.search(name))) or None


def _meta_author(meta: dict[str, str]) -> str | None:
    return next((name for key in _AUTHORS if (name := _authors(meta.get(key)))), None)


def _marked_dates(tree: HtmlElement) -> Iterator[str]:
    """<time itemprop="datePublished" datetime="…"> and its like."""
    for element in tree.xpath("//*[@itemprop='datePublished' or self::time[@pubdate]]"):
        yield str(element.get("datetime") or element.get("content") or element.text_content())[:200]


def _plain(value: Any) -> str:
    if isinstance(value, list):
        value = next(iter(value), "")
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    return fold(html_to_text(value)) if isinstance(value, str) else ""


def _address(value: Any, base: str) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return None
    try:
        return canonical_url(urljoin(base, value.strip()))
    except ValueError:
        return None
