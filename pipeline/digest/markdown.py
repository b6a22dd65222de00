"""A digest as Markdown: a digest in, CommonMark out that is as easy to read as it is.

What comes from documents stays text: it makes no link, no HTML and no heading, also where addresses are linked by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import tzinfo

from pipeline.digest.outline import Point, outline
from pipeline.digest.parts import Cited, Digest

QUOTES = {"ja": ("「", "」"), "fr": ("« ", " »")}
"""By language, what stands around a sentence."""
ENGLISH = ("“", "”")
_SPECIAL = re.compile(r"[\\`*_\[\]~|]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BLOCK = re.compile(r"^(\d*)([#+\-=.)])")
"""Begins a heading or a list where a line begins with it."""
_ADDRESS = re.compile(r"(?i)\b(www)(?=\.)|(:)(?=//)|(?<=mailto)(:)|(?<=xmpp)(:)")


def as_markdown(digest: Digest) -> str:
    """The same digest is the same text, to the byte."""
    return "\n".join(_lines(digest)) + "\n"


def plain(text: str) -> str:
    """Text of one line that shows as it is wherever a sentence goes on."""
    text = _ENTITY.sub("&amp;", _SPECIAL.sub(r"\\\g<0>", text))
    text = text.replace("<", "&lt;").replace(">", "&gt;")
    return _ADDRESS.sub(lambda found: f"{found[1]}\\" if found[1] else "\\:", text)


def _lines(digest: Digest) -> Iterator[str]:
    whole = outline(digest)
    yield f"# {plain(whole.title)}"
    for line in whole.lead:
        yield f"\n{plain(line)}"
    for section in whole.sections:
        yield f"\n## {plain(section.heading)}\n"
        for point in section.points:
            yield from _point(point, whole.until.tzinfo, "")
        if section.more:
            yield f"\n{plain(section.more)}"


def _point(point: Point, zone: tzinfo | None, indent: str) -> Iterator[str]:
    text = plain(point.text)
    words = [f"**{plain(point.head)}**", text] if point.head else [_BLOCK.sub(r"\1\\\2", text)]
    if point.cited:
        if point.sentence and point.sentence != point.cited.title:
            words.append(_quoted(point.sentence, point.cited.lang))
        words.append(f"— {_cited(point.cited, zone)}")
    yield f"{indent}- {' '.join(filter(None, words))}"
    for below in point.within:
        yield from _point(below, zone, f"{indent}  ")


def _quoted(sentence: str, lang: str) -> str:
    left, right = QUOTES.get(lang, ENGLISH)
    return f"{left}{plain(sentence)}{right}"


def _cited(cited: Cited, zone: tzinfo | None) -> str:
    title = plain(cited.title) or "untitled"
    named = f"[{title}]({_ENTITY.sub('&amp;', cited.url)})" if cited.url else title
    return f"{named}, {plain(cited.source)}, {cited.said_at.astimezone(zone):%Y-%m-%d}"
