"""Markup of feeds: the text of an XML feed in, the same as parsers can bear it out; or the reason why none can.

What stands before the root goes (a DOCTYPE with its entities: laughs by the billion, files of this machine), HTML's names
for characters become these, and what no one writes who wants to be read is refused before a parser spends minutes on it.
"""

from __future__ import annotations

import re
from html.entities import html5

from pipeline.collect.html_text import legal
from pipeline.errors import Rejected

FEED_ROOTS = ("rss", "feed", "rdf", "channel")
HEAD = 65536
"""Characters within which the root of an XML document or page begins."""
DEEPEST = 500
"""Elements within each other."""
NAMESPACES = 100
"""Prefixes of namespaces: feedparser looks through all of them at each element."""

# Atomic groups and possessive repeats: a long prolog without a root behind it must not be tried in every partition.
_ROOT = re.compile(
    r"\A\s*+(?>(?:<\?[^<>]*+>|<!--.*?-->|<!DOCTYPE\s[^\[>]*+(?:\[.*?\]\s*)?>)\s*+)*+<(?:[\w.-]+:)?([\w.-]+)",
    re.S | re.I,
)
_LATE_ROOT = re.compile(r"<\?xml\s[^<>]*>\s*<(?:rss|feed|rdf:RDF)[\s>]|<(?:rss|feed|rdf:RDF)\s", re.I)
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
_PART = re.compile(
    r"<!--|<!\[CDATA\[|<(/?)((?:[\w.-]{1,60}+:)?([A-Za-z_][\w.-]{0,60}+))(?=[\s>/])(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+/?>?"
)
_UNCLOSED = frozenset(
    ("br", "hr", "img", "p", "li", "input", "meta", "link", "wbr", "source", "td", "tr", "th")
)
_PREFIX = re.compile(r"xmlns:([\w.-]+)\s*=")
_ENTRIES = ("item", "entry")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_ENTRY = re.compile(r"<(?:item|entry)[\s>]")
_EDGE = re.compile(r"<(/?)([\w.-]{1,60}:)?(?:item|entry)(?=[\s>/])")
_NEXT_ENTRY = re.compile(r"</(item|entry)>\s*<\1[\s>]")
# White space in the name of a namespace, which Python's parser of XML trips over.
_SPACE = re.compile(r"(\sxmlns(?::[\w.-]+)?\s*=\s*)(\"[^\"<]*\"|'[^'<]*')")
_ENDS = {"<!--": "-->", "<![CDATA[": "]]>"}


def root_of(text: str) -> str:
    """The name of the root element, in lower case and without its namespace; "" where the text is no markup."""
    if text[:200].lstrip().lower().startswith("<!doctype html"):  # whose <html> may be left out
        return "html"
    match = _ROOT.match(text[:HEAD])
    return match[1].lower() if match else ""


def late_root(text: str) -> int | None:
    """Where a feed begins in whose answer something else stands before it, such as the warnings of PHP; at its very
    beginning, where entries of it stand there."""
    match = _LATE_ROOT.search(text[:HEAD])
    if not match:
        return None
    return 0 if _ENTRY.search(text, 0, match.start()) else match.start()


def mended(text: str, name: str) -> tuple[str, int]:
    """The markup as parsers can bear it, and how many entries begin in it, whatever they make of them.

    `name` is what errors call it. Raises Rejected for what would stop a parser.
    """
    text, swallowed = legal(text), 0
    if match := _ROOT.match(text[:HEAD]):
        root = text.rindex("<", 0, match.end())
        swallowed = len(_ENTRY.findall(_COMMENT.sub("", text[:root])))  # by a DOCTYPE that ends too late
        text = text[root:]
    text = _NAMED.sub(_character, text)
    if (prefixes := len(set(_PREFIX.findall(text)))) > NAMESPACES:
        raise Rejected(
            f"{name} declares {prefixes} namespaces, more than {NAMESPACES}", "tell those who publish it"
        )
    text = _SPACE.sub(lambda space: space[1] + re.sub(r"\s", "", space[2]), text)
    deepest, entries = _survey(text)
    if deepest > DEEPEST:
        raise Rejected(f"{name} nests more than {DEEPEST} elements", "tell those who publish it")
    return text, swallowed + entries


def most_entries(text: str) -> int:
    """How many entries a broken feed may hold, which swallows its own: by where they begin or end, in CDATA too."""
    *parts, last = text.split("-->")
    shown = "".join(part.partition("<!--")[0] for part in parts) + last
    counts: dict[tuple[str, bool], int] = {}
    for end, prefix in _EDGE.findall(shown):
        counts[end, bool(prefix)] = counts.get((end, bool(prefix)), 0) + 1
    plain = max(counts.get(("", False), 0), counts.get(("/", False), 0))
    return plain or max(counts.values(), default=0)


def _character(found: re.Match[str]) -> str:
    return found[0] if found[1] in _XML else html5.get(f"{found[1]};", found[0])


def _survey(text: str) -> tuple[int, int]:
    """How deep its elements nest, and how many entries begin, outside CDATA and comments that have an end.

    In CDATA too, where one follows another: a broken entry swallows those behind it.
    """
    counts = {True: 0, False: 0}
    depth = deepest = at = hidden = 0
    entries: list[int] = []
    endless = set[str]()
    while part := _PART.search(text, at):
        at = part.end()
        closing, full, local = part[1], part[2], part[3]
        if end := _ENDS.get(part[0]):
            behind = -1 if end in endless else text.find(end, at)
            hidden += len(_NEXT_ENTRY.findall(text, at, max(at, behind))) if end == "]]>" else 0
            at = at if behind < 0 else behind + len(end)
            if behind < 0:
                endless.add(end)
            continue
        local = local.lower()
        is_entry, is_closed = local in _ENTRIES, part[0].endswith("/>")
        if closing:
            depth = entries.pop() if is_entry and entries else max(0, depth - (local not in _UNCLOSED))
            continue
        counts[":" in full] += is_entry
        if not is_closed and local not in _UNCLOSED:
            if is_entry:
                entries.append(depth)
            depth += 1
            deepest = max(deepest, depth)
    return deepest, hidden + (counts[False] or counts[True])
