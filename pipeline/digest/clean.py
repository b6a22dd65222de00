"""What documents bring, made fit to be quoted: any text in, one line of printing characters out; any address in, one for a link out."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit

from pipeline.digest.parts import Cited

SENTENCE, TITLE, NAME = 300, 160, 80
"""Characters at most of what is quoted."""
LONGEST_ADDRESS = 2000
_LITERAL = "/:?#@!$&+,;=%-._~"
"""Stays in an address as it is; brackets, quotes, bars and all that is not ASCII are encoded."""


def line(text: str, most: int) -> str:
    """The text in one line of at most so many characters, the last of them … where it was cut.

    Controls count as spaces. Format characters go: some turn the direction of what stands behind them.
    """
    visible = "".join(map(_visible, text[: 10 * most]))
    words = " ".join(visible.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def address(url: str | None) -> str | None:
    """The address, encoded so that it ends nowhere too soon; None for what is none of the web."""
    if url is None or len(url) > LONGEST_ADDRESS:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return quote(url, safe=_LITERAL)


def cited(source: str, title: str, url: str | None, lang: str, said_at: datetime) -> Cited:
    """A document of the warehouse, fit to be named."""
    return Cited(line(source, NAME), line(title, TITLE), address(url), lang, said_at.replace(tzinfo=UTC))


def _visible(one: str) -> str:
    category = unicodedata.category(one)
    if category == "Cf":
        return ""
    return " " if category in ("Cc", "Cs", "Co") else one
