"""Forms: the bytes of an original in, what a feed, page, captions, Markdown or plain text hold out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.collect.captions import read_captions
from pipeline.collect.cues import CAPTION_ENDINGS, is_captions
from pipeline.collect.decode import decode, decode_markup
from pipeline.collect.feeds import Feed, read_feed
from pipeline.collect.files import shown
from pipeline.collect.found import Found, Original
from pipeline.collect.front_matter import apply, read_sidecar
from pipeline.collect.json_feed import is_json, is_json_feed, read_json_feed
from pipeline.collect.markup import FEED_ROOTS, HEAD, late_root, root_of
from pipeline.collect.pages import read_page
from pipeline.collect.sources import FEED_ENDINGS
from pipeline.collect.transcripts import read_text
from pipeline.errors import Rejected

PAGE_ENDINGS = (".html", ".htm", ".xhtml")
CAPTION_TYPES = ("text/vtt", "application/x-subrip", "text/srt", "application/srt")
MARKDOWN_ENDINGS = (".md", ".markdown")


def read_original(original: Original, limit: int) -> Feed:
    """What the original holds; a text or page is a feed of one.

    Told apart by content first, since servers and people misname files, then by ending and content type. Raises
    Rejected where it is empty, larger than `limit` bytes, no text, or not what its source says.
    """
    name = original.origin
    _refuse_size(original, limit)
    text, wrong = _decoded(original)
    if not text.strip():
        raise Rejected(f"{name} is empty", "put a text in it, or take it away")
    media = original.content_type.partition(";")[0].strip().lower()
    ending = (original.path or Path(urlsplit(original.url or "").path)).suffix.lower()
    root = root_of(text)
    said_feed = original.source.kind == "feed" or ending in FEED_ENDINGS
    if root in FEED_ROOTS:
        return _told(read_feed(text, name, original.place, original.url), wrong)
    if is_json(text) and (said_feed or ending == ".json" or "json" in media or is_json_feed(text)):
        return _told(read_json_feed(text, name, original.place, original.url), wrong)
    if (said_feed or "xml" in media) and root != "html" and (at := late_root(text)) is not None:
        feed = read_feed(text[at:], name, original.place, original.url)
        return _told(feed, wrong, f"begins with {at} characters that are no XML")
    if said_feed:
        raise Rejected(f"{name} is no feed", "name an RSS, Atom, RDF or JSON feed, or leave out `kind: feed`")
    if not root and (
        ending in CAPTION_ENDINGS or media in CAPTION_TYPES or is_captions(_unix_lines(text[:HEAD]))
    ):
        captions = read_captions(_unix_lines(text), name, original.path)
        (found,) = captions.found
        return replace(captions, found=[_placed(replace(found, url=original.url), original)])
    if root == "html" or ending in PAGE_ENDINGS or "html" in media:
        found = read_page(text, name, original.url)
    else:
        markdown = ending in MARKDOWN_ENDINGS or "markdown" in media
        found = read_text(_unix_lines(text), name, markdown=markdown)
        found = replace(found, url=found.url or original.url)
    return _told(Feed([_placed(found, original)]), wrong)


def _decoded(original: Original) -> tuple[str, int]:
    """The text, and how many of its characters could not be read: of markup, whose readers would see the rest, too."""
    try:
        return decode(original.data, original.origin, original.content_type), 0
    except Rejected:
        if found := decode_markup(original.data, original.content_type):
            return found
        raise


def _told(feed: Feed, wrong: int, *notes: str) -> Feed:
    told = (
        (f"holds characters that its encoding does not explain ({wrong}), each stands as \ufffd",)
        if wrong
        else ()
    )
    return replace(feed, notes=[*notes, *told, *feed.notes])


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
