"""OPML, the lists of feeds that readers exchange: bytes in, sources out; and sources in, bytes out.

Outlines around an outline are its tags, and so are its categories. What OPML has no word for stands in attributes of
our own namespace, so that what is exported comes back as it was; other readers pass them over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast, get_args

from pipeline.collect.declared import language_code
from pipeline.collect.decode import decode
from pipeline.collect.html_text import legal
from pipeline.collect.joining import SLUG
from pipeline.collect.sources import EVERY, Source, is_address, sources_from
from pipeline.collect.web.terms import bare
from pipeline.errors import Misconfigured, Rejected
from pipeline.records import DocumentKind

if TYPE_CHECKING:
    from lxml.etree import _Element

SPACE = "urn:kikimimi:opml"
_OURS = f"{{{SPACE}}}"
_MEND = "export it anew from where it comes from, or mend it there"


@dataclass(frozen=True, slots=True)
class Outlines:
    """sources: with "" for an id that is to be found. wrong: a line for each outline that cannot be a source."""

    sources: list[Source] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def read_opml(data: bytes, name: str) -> Outlines:
    """The feeds of an OPML file, in its order; `name` is what errors call it.

    Raises Rejected for what is no OPML, or holds no feeds.
    """
    root = _parsed(data, name)
    if not isinstance(root.tag, str) or root.tag.lower() != "opml":
        raise Rejected(f"{name} is no OPML: it begins with <{root.tag}>", "name a list of feeds")
    found = Outlines()
    for outline, around in _outlines(root, ()):
        try:
            found.sources.append(_source(outline, around))
        except Misconfigured as error:
            found.wrong.append(str(error))
    if not found.sources and not found.wrong:
        raise Rejected(f"{name} holds no feeds", "name a list of feeds: outlines with an xmlUrl")
    return found


def write_opml(sources: Iterable[Source]) -> bytes:
    """An OPML 2.0 file of the remote sources, those of one first tag under one outline."""
    from lxml import etree

    root = etree.Element("opml", {"version": "2.0"}, nsmap={"kikimimi": SPACE})
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Kikimimi: sources"
    body = etree.SubElement(root, "body")
    groups: dict[str, _Element] = {}
    for source in sources:
        if not source.remote:
            continue
        group = source.tags[0] if source.tags else ""
        if group not in groups:
            groups[group] = etree.SubElement(body, "outline", {"text": group}) if group else body
        etree.SubElement(groups[group], "outline", _attributes(source))
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return written


def _parsed(data: bytes, name: str) -> _Element:
    from lxml import etree

    text = legal(decode(data, name)).lstrip()
    # Entities of its own could name files and grow without end; lxml reads none here, nor anything from elsewhere.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise Rejected(f"{name}:{error.lineno or 1}: broken OPML: {error.msg}", _MEND) from error


def _outlines(element: _Element, around: tuple[str, ...]) -> Iterator[tuple[_Element, tuple[str, ...]]]:
    """Each outline of a feed or page, with the names of those around it, the outermost first."""
    for one in element:
        if not isinstance(one.tag, str):  # a comment
            continue
        if _address(one):
            yield one, around
            yield from _outlines(one, around)
        else:
            name = _name(one) if one.tag.lower() == "outline" else ""
            yield from _outlines(one, (*around, name) if name else around)


def _address(outline: _Element) -> str:
    """Of its feed; of a page, where we have written it. Some write xmlurl."""
    page = outline.get("url", "") if outline.get(f"{_OURS}id") else ""
    return (outline.get("xmlUrl") or outline.get("xmlurl") or page).strip()


def _name(outline: _Element) -> str:
    return " ".join((outline.get("title") or outline.get("text") or "").split())


def _source(outline: _Element, around: Sequence[str]) -> Source:
    """Raises Misconfigured for an address that cannot be read."""
    location, name = _address(outline), _name(outline)
    if not is_address(location):
        raise Misconfigured(
            f"{name or 'an outline'}: {bare(location)} is no http(s) address", "add it by hand"
        )
    sources_from([location])
    id_ = outline.get(f"{_OURS}id", "")
    document = outline.get(f"{_OURS}document")
    categories = [part for one in outline.get("category", "").split(",") for part in one.split("/")]
    return Source(
        id=id_ if SLUG.fullmatch(id_) else "",
        location=location,
        kind="feed" if outline.get("xmlUrl") or outline.get("xmlurl") else "file",
        document=cast(DocumentKind, document) if document in get_args(DocumentKind) else None,
        lang=language_code(outline.get("language")),
        tags=tuple(dict.fromkeys(filter(None, map(_tag, (*around, *categories))))),
        name="" if name == id_ else name,
        family=outline.get(f"{_OURS}family", "").strip(),
        every=_minutes(outline.get(f"{_OURS}every", "")),
    )


def _tag(name: str) -> str:
    """In one word, as tags are."""
    return "-".join(name.replace(",", " ").split())


def _minutes(written: str) -> float:
    try:
        minutes = float(written)
    except ValueError:
        return EVERY
    return round(minutes, 3) if 1 <= minutes < 10_000_000 else EVERY


def _attributes(source: Source) -> dict[str, str]:
    place = {"type": "rss", "xmlUrl": bare(source.location)}
    if source.kind != "feed":
        place = {"type": "link", "url": bare(source.location)}
    said = {
        "text": source.name or source.id,
        **place,
        "language": source.lang or "",
        "category": ",".join(source.tags),
        f"{_OURS}id": source.id,
        f"{_OURS}document": source.document or "",
        f"{_OURS}family": source.family,
        f"{_OURS}every": f"{source.every:.12g}" if source.every != EVERY else "",
    }
    return {key: value for key, value in said.items() if value}
