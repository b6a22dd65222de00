"""Joining: sources that are to be added and those that are there in; the new ones out, each with an id of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.collect.address import canonical_url
from pipeline.collect.declared import language_code
from pipeline.collect.sources import EVERY, Source, is_address, sources_from
from pipeline.errors import Misconfigured

LONGEST = 60
"""Characters of an id."""
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TAG = re.compile(r"[^\s,]+")


@dataclass(frozen=True, slots=True)
class Joined:
    """new: with their ids. known: a line for each source left out, since its place is one's that is there already."""

    new: list[Source] = field(default_factory=list)
    known: list[str] = field(default_factory=list)


def join(found: Sequence[Source], known: Sequence[Source]) -> Joined:
    """Those of `found` that stand nowhere yet, in their order; an id that is "" or taken becomes a free one."""
    joined = Joined()
    by_place = {place_of(one.location): one.id for one in known}
    taken = {one.id for one in known}
    for source in found:
        place = place_of(source.location)
        if place in by_place:
            joined.known.append(f"{source.name or source.location} is there already, as {by_place[place]}")
            continue
        base = source.id or id_of(source.name, source.location)
        id_ = base if base not in taken else free_id(base, taken)
        taken.add(id_)
        by_place[place] = id_
        joined.new.append(replace(source, id=id_))
    return joined


def named(
    location: str,
    id_: str = "",
    name: str = "",
    lang: str = "",
    tags: Sequence[str] = (),
    every: float | None = None,
    family: str = "",
    *,
    private: bool = False,
) -> Source:
    """A source as somebody describes it on a command line. Raises Misconfigured for a word that cannot stand in the file."""
    (source,) = sources_from([location])
    if id_ and not SLUG.fullmatch(id_):
        raise Misconfigured(f"--id {id_} is no slug", "use lower-case letters, digits and single hyphens")
    if lang and not language_code(lang):
        raise Misconfigured(f"--lang {lang} is no language code", "write one as in ISO 639-1: ja, en, fr")
    for tag in tags:
        if _TAG.fullmatch(tag) is None:
            raise Misconfigured(f"--tag {tag!r} is no single word", "repeat --tag for each word")
    return replace(
        source,
        id=id_,
        name=" ".join(name.split()),
        lang=language_code(lang),
        tags=tuple(dict.fromkeys(tags)),
        every=EVERY if every is None else every,
        family=family.strip(),
        private="yes" if private else "no",
    )


def refuse_known(source: Source, known: Sequence[Source]) -> Source:
    """The source with its id. Raises Misconfigured where its id is taken, or its place is."""
    if source.id in {one.id for one in known}:
        raise Misconfigured(f"there is a source {source.id} already", "give another --id, or remove that one")
    joined = join([source], known)
    if not joined.new:
        raise Misconfigured(joined.known[0], "nothing to do, or `kikimimi sources remove` it first")
    return joined.new[0]


def place_of(location: str) -> str:
    """The same for two locations of one place: http and https, tracked and plain, relative and absolute."""
    if not is_address(location):
        return str(Path(location).resolve())
    return (canonical_url(location) or location).partition("://")[2]


def id_of(name: str, location: str) -> str:
    """A slug of the name where Latin letters write it, else of the location."""
    folded = _fold(name)
    if slug := _slug(folded) if folded.isascii() else "":
        return slug
    if not is_address(location):
        return _slug(_fold(Path(location).resolve().stem)) or "file"
    parts = urlsplit(location)
    return _slug(f"{(parts.hostname or '').removeprefix('www.')} {parts.path}") or "web"


def free_id(base: str, taken: Collection[str]) -> str:
    """The id, with the first number from 2 on that makes it a free one."""
    number = 2
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"


def _fold(name: str) -> str:
    """Without accents and typographic signs: Siècle becomes Siecle; other scripts stay."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(" " if unicodedata.category(one)[0] in "PSZ" else one for one in plain if not unicodedata.combining(one))  # fmt: skip


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:LONGEST].strip("-")
