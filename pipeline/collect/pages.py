"""Pages: the HTML of an article in, its text, title, author, language and date out, through trafilatura."""

from __future__ import annotations

import logging
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pipeline.collect.address import canonical_url
from pipeline.collect.declared import language_code, parse_time
from pipeline.collect.found import Found
from pipeline.collect.html_text import html_to_text, join_wide, legal
from pipeline.errors import Rejected

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TABLE_RULE = re.compile(r"^\|(?:-+\|)+\n", re.M)  # trafilatura writes tables as Markdown does


def read_page(html: str, name: str, url: str | None = None) -> Found:
    """The article of a page; `name` is what errors call it, `url` its address where it was fetched.

    A local copy takes the address that the page gives as its own. Raises Rejected for a page that shows no text.
    """
    import lxml.html
    import trafilatura

    # What it logs is that a page holds little text; that is said below, by name.
    for library in ("trafilatura", "htmldate"):
        logging.getLogger(library).setLevel(logging.CRITICAL)
    html = join_wide(legal(html))
    page: Any = trafilatura.bare_extraction(
        html,
        url=url,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={
            "original_date": True,
            "extensive_search": False,
        },  # no guess from dates in the text
    )
    text = _TABLE_RULE.sub("", (page.text if page else "") or html_to_text(html))
    if not text.strip():
        raise Rejected(f"{name} shows no text", "name a page that shows its text without scripts")
    tree = lxml.html.document_fromstring(html)
    return Found(
        text=text,
        kind="article",
        title=_title(page.title or "", page.sitename or "") if page else "",
        url=url or _own_address(tree),
        author=page.author if page else None,
        lang=_language(tree),
        published=_published(tree, page.date if page else None),
    )


def _title(title: str, site: str) -> str:
    """The title without the site's name, which would count as a name in every article of that site."""
    return re.sub(rf"\s*[-|–—:·｜]\s*{re.escape(site)}\s*\Z", "", title) or title if site else title


def _published(tree: HtmlElement, date: str | None) -> datetime | None:
    """The time that the page declares, else the day that htmldate found."""
    declared = tree.xpath("//meta[@property='article:published_time']/@content")
    return next((time for one in (*declared, date or "") if (time := parse_time(str(one)))), None)


def _language(tree: HtmlElement) -> str | None:
    declared = [tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang")]
    declared += tree.xpath("//meta[@http-equiv='content-language' or @property='og:locale']/@content")
    return next((code for one in declared if (code := language_code(one))), None)


def _own_address(tree: HtmlElement) -> str | None:
    """The address in <link rel="canonical">, unless it is the site's front page: a usual mistake, shared by many pages."""
    for address in tree.xpath("//link[@rel='canonical']/@href"):
        canonical = canonical_url(str(address))
        if canonical and urlsplit(canonical).path:
            return canonical
    return None
