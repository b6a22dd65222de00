"""Forms: the bytes of an original in, what a feed, page, captions, Markdown or plain text hold out."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.collect.captions import read_captions
from pipeline.collect.cues import CAPTION_ENDINGS, is_captions
from pipeline.collect.decode import decode
from pipeline.collect.feeds import Feed, read_feed
from pipeline.collect.files import shown
from pipeline.collect.found import Found, Original
from pipeline.collect.front_matter import apply, read_sidecar
from pipeline.collect.pages import read_page
from pipeline.collect.sources import FEED_ENDINGS
from pipeline.collect.transcripts import read_text
from pipeline.errors import Rejected

PAGE_ENDINGS = (".html", ".htm", ".xhtml")
CAPTION_TYPES = ("text/vtt", "application/x-subrip", "text/srt", "application/srt")
MARKDOWN_ENDINGS = (".md", ".markdown")
FEED_ROOTS = ("rss", "feed", "rdf")
HEAD = 65536
"""Characters within which the root of an XML document or page begins."""

# Atomic groups and possessive repeats: a long prolog without a root behind it must not be tried in every partition.
_ROOT = re.compile(
    r"\A\s*+(?>(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s[^\[>]*+(?:\[.*?\]\s*)?>)\s*+)*+<(?:[\w.-]+:)?([\w.-]+)",
    re.S | re.I,
)


def read_original(original: Original, limit: int) -> Feed:
    """What the original holds; a text or page is a feed of one.

    Told apart by content first, since servers and people misname files, then by ending and content type. Raises
    Rejected where it is empty, larger than `limit` bytes, no text, or not what its source says.
    """
    name = original.origin
    _refuse_size(original, limit)
    text = decode(original.data, name, original.content_type)
    if not text.strip():
        raise Rejected(f"{name} is empty", "put a text in it, or take it away")
    ending = (original.path or Path(urlsplit(original.url or "").path)).suffix.lower()
    root = _root(text)
    if root in FEED_ROOTS:
        return read_feed(text, name, original.place, original.url)
    if original.source.kind == "feed" or ending in FEED_ENDINGS:
        raise Rejected(f"{name} is no feed", "name an RSS, Atom or RDF feed, or leave out `kind: feed`")
    if not root and (
        ending in CAPTION_ENDINGS
        or _media(original) in CAPTION_TYPES
        or is_captions(_unix_lines(text[:HEAD]))
    ):
        captions = read_captions(_unix_lines(text), name, original.path)
        (found,) = captions.found
        return replace(captions, found=[_placed(replace(found, url=original.url), original)])
    if root == "html" or ending in PAGE_ENDINGS or "html" in original.content_type:
        found = read_page(text, name, original.url)
    else:
        markdown = ending in MARKDOWN_ENDINGS or "markdown" in original.content_type
        found = read_text(_unix_lines(text), name, markdown=markdown)
        found = replace(found, url=found.url or original.url)
    return Feed([_placed(found, original)])


def _media(original: Original) -> str:
    return original.content_type.partition(";")[0].strip().lower()


def _root(text: str) -> str:
    """The name of the root element, in lower case and without its namespace; "" where the text is no markup."""
    if text[:200].lstrip().lower().startswith("<!doctype html"):  # whose <html> may be left out
        return "html"
    match = _ROOT.match(text[:HEAD])
    return match[1].lower() if match else ""


def _refuse_size(original: Original, limit: int) -> None:
    name, size, kept = original.origin, original.size, len(original.data)
    if size == 0:
        raise Rejected(f"{name} is empty", "put a text in it, or take it away")
    if size is None or size > limit:
        held = "" if size == kept else f" (the dead letter keeps the first {kept:,})"
        has = f"{size:,} bytes, more than {limit:,}" if size else f"more than {limit:,} bytes"
        raise Rejected(f"{name} has {has}{held}", "raise KIKIMIMI_MAX_DOCUMENT to take it")


def _placed(found: Found, original: Original) -> Found:
    """With the sidecar's word and, for a local file, where it stands."""
    if not original.path:
        return found
    found = replace(found, key=original.place)
    front = read_sidecar(original.path)
    return apply(front, shown(original.path.with_suffix(".meta.yaml")), found) if front is not None else found


def _unix_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
