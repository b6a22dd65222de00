"""Pages: the HTML of an article in, its text, title, author, language and date out, through trafilatura."""

from __future__ import annotations

import logging
import re
from typing import Any
from urllib.parse import urlsplit

from pipeline.collect.address import canonical_url
from pipeline.collect.dates import read_date
from pipeline.collect.found import Found, Meta
from pipeline.collect.html_text import html_to_text, join_wide, legal
from pipeline.collect.page_says import Says, what_it_says
from pipeline.errors import Rejected

_TABLE_RULE = re.compile(r"^\|(?:-+\|)+\n", re.M)  # trafilatura writes tables as Markdown does


def read_page(html: str, name: str, url: str | None = None) -> Found:
    """The article of a page; `name` is what errors call it, `url` its address where it was fetched.

    It takes the address that the page gives as its own, where that can be believed. Of an article on several pages this
    is the one given. Raises Rejected for a page that shows no text.
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
    says = what_it_says(tree, url)
    meta: Meta = {} if says.free else {"paywalled": True}
    title = says.title or (page.title if page else "") or ""
    return Found(
        text=text,
        kind="article",
        title=_title(title, (page.sitename if page else "") or ""),
        url=_own_address(says, url) or url,
        author=says.author or (page.author if page else None),
        lang=says.lang,
        published=says.published or read_date(page.date if page else None),
        meta=meta,
    )


def _title(title: str, site: str) -> str:
    """The title without the site's name, which would count as a name in every article of that site."""
    return re.sub(rf"\s*[-|–—:·｜]\s*{re.escape(site)}\s*\Z", "", title) or title if site else title


def _own_address(says: Says, url: str | None) -> str | None:
    """The address that the page gives itself, unless it is that of the site's front page or of a section above it: usual
    mistakes, shared by many pages. Another site's is believed of AMP pages only: else the page is a copy, and so another."""
    here = urlsplit(canonical_url(url or "") or "")
    for address in says.addresses:
        there = urlsplit(address)
        same = not url or says.amp or _site(there.hostname) == _site(here.hostname)
        above = not there.query and f"{here.path}/".startswith(f"{there.path}/") and here.path != there.path
        if there.path and same and not (above and not says.amp):
            return address
    return None


def _site(host: str | None) -> str:
    return (host or "").removeprefix("www.")
