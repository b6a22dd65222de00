"""Summaries: an entry among those of its feed in; whether the page behind its link is wanted for its text out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.collect.address import canonical_url
from pipeline.collect.found import Found
from pipeline.collect.full_text import is_cut
from pipeline.collect.sources import FullText

SHORT = 600
"""Below it a text is a summary, unless its feed gives it as the whole. Letters; a kanji or kana says as much as two."""
BRIEF = 1_500
"""Below it all entries of a feed stand, where it gives excerpts: few articles are so short, and never all of a site."""
_NO_PAGE = re.compile(
    r"\.(?:pdf|mp3|m4a|ogg|wav|mp4|m4v|mov|webm|jpe?g|png|gif|webp|svg|zip|gz|docx?|xlsx?|pptx?)\Z", re.I
)
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def wants_page(entry: Found, full_text: FullText, *, brief: bool) -> bool:
    """Whether its feed holds no more than a summary of it. full_text: as its source says. brief: see is_brief."""
    if full_text == "never" or entry.kind != "feed-item" or not _has_page(entry.url):
        return False
    if full_text == "always" or is_cut(entry.text):
        return True
    return not entry.whole and _size(entry.text) < (BRIEF if brief else SHORT)


def is_brief(entries: Iterable[Found]) -> bool:
    """Whether all entries of a feed are short, as where it gives excerpts."""
    return all(_size(one.text) < BRIEF for one in entries)


def _has_page(url: str | None) -> bool:
    address = canonical_url(url or "")
    return bool(address and not _NO_PAGE.search(address.partition("?")[0]))


def _size(text: str) -> int:
    return len(text) if len(text) >= BRIEF else len(text) + len(_WIDE.findall(text))
