"""Sources: sources.yaml or the words of a command line in, Source records out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, cast, get_args
from urllib.parse import urlsplit

from pipeline.collect.declared import language_code
from pipeline.collect.web.terms import Private, bare
from pipeline.errors import Misconfigured
from pipeline.records import DocumentKind
from pipeline.yaml_lines import Lined, read_list

Kind = Literal["folder", "file", "feed"]
Robots = Literal["obey", "ignore"]
FullText = Literal["auto", "always", "never"]
FEED_ENDINGS = (".xml", ".rss", ".atom", ".rdf")

EVERY = 15.0
"""Minutes between two visits of a source that names no others."""

_KEYS = ("id", "location", "kind", "document", "lang", "tags", "name", "family", "every", "private", "robots",
         "full_text")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """Where documents come from.

    id: slug. location: a path, or an http(s) address. kind: what is read there; a "file" is one text, page or feed,
    told apart by its content; a "feed" must be one. document: kind of its documents, None for the usual one of their
    form. lang: ISO 639-1 code for documents that declare none. name: as people call it. family: sources of one owner or
    agency have one family, which counts once behind a claim; by itself where it is left out. every: minutes between two
    visits of a schedule (see due.py). private: whether it may stand in a private network (see web/guard.py): yes, no, or
    "host" where a person has typed its host. robots: whether its hosts' robots.txt is obeyed or ignored.
    files: those of a folder that are to be read, where it is not all of them.
    full_text: whether the pages behind the entries of a feed are read: where it holds summaries, always or never.
    """

    id: str
    location: str
    kind: Kind
    document: DocumentKind | None = None
    lang: str | None = None
    tags: tuple[str, ...] = ()
    name: str = ""
    family: str = ""
    every: float = EVERY
    private: Private = "no"
    robots: Robots = "obey"
    files: tuple[Path, ...] = ()
    full_text: FullText = "auto"

    @property
    def remote(self) -> bool:
        return is_address(self.location)


def is_address(location: str) -> bool:
    """Whether the location is an address such as https://…, not a path."""
    return "://" in location


def read_sources(path: Path) -> list[Source]:
    """The sources of a sources.yaml, in its order; paths in it are relative to its folder.

    Raises Misconfigured, naming file and line, for anything that is not as the head of seeds/sources.yaml says.
    """
    if not path.exists():
        remedy = "set KIKIMIMI_SEEDS to the folder that holds it, or name files, folders or addresses to read"
        raise Misconfigured(f"{path} is not there", remedy)
    entries = read_list(path, "sources")
    if not entries:
        raise Misconfigured(
            f"{path}:1: no sources stand here", "write `sources:` with a list of them under it"
        )
    sources: dict[str, Source] = {}
    for entry in entries:
        if not isinstance(entry, Lined):
            raise Misconfigured(
                f"{path}: {entry!r} is no source", "write `- id: …` with its location under it"
            )
        source = _source(entry, path)
        if source.id in sources:
            raise Misconfigured(
                f"{path}:{entry.lines['id']}: the id {source.id} stands twice", "give each its own"
            )
        sources[source.id] = source
    return list(sources.values())


def without_passwords(sources: Sequence[Source]) -> list[Source]:
    """The sources as anybody may see them."""
    return [replace(one, location=bare(one.location)) if one.remote else one for one in sources]


def sources_from(words: Sequence[str]) -> list[Source]:
    """One source for each path or address on a command line. Raises Misconfigured for an address that is not http."""
    return [_source_from(word) for word in words]


def _source_from(word: str) -> Source:
    if is_address(word):
        if problem := _wrong_address(word):
            raise Misconfigured(f"{bare(word)} {problem}", "name a path or an http(s) address")
        parts = urlsplit(word)
        return Source(_slug(f"{parts.hostname} {parts.path}") or "web", word, "file", private="host")
    if not word.strip():
        raise Misconfigured("an empty word names no source", "name a path or an http(s) address")
    kind = _kind_of_path(Path(word))
    return Source((_slug(Path(word).resolve().name) or "folder") if kind == "folder" else "file", word, kind)


def _source(entry: Lined, path: Path) -> Source:
    def wrong(key: str, problem: str, remedy: str) -> Misconfigured:
        return Misconfigured(f"{path}:{entry.lines.get(key, entry.line)}: {problem}", remedy)

    for key in entry:
        if key not in _KEYS:
            raise wrong(key, f"unknown key {key}", f"known are {', '.join(_KEYS)}")
    for key in ("id", "location"):
        if not entry.get(key):
            raise wrong(key, f"a source has no {key}", f"give it one, as in `{key}: …`")
    for key in _KEYS:
        if key != "tags" and not isinstance(entry.get(key, ""), str):
            raise wrong(key, f"{key} is no plain value", "write one value behind the colon")
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry["id"]):
        raise wrong(
            "id", f"the id {entry['id']} is no slug", "use lower-case letters, digits and single hyphens"
        )
    if not re.fullmatch(
        r"([a-z0-9]+(-[a-z0-9]+)*)?", entry.get("family", "")
    ):  # two ways to write one would be two
        raise wrong(
            "family",
            f"the family {entry['family']} is no slug",
            "use lower-case letters, digits and single hyphens",
        )
    location = _location(entry["location"], path.parent, lambda *said: wrong("location", *said))
    kind = _one_of("kind", Kind, entry, wrong) or _kind_of(location)
    if kind == "folder" and is_address(location):
        raise wrong("kind", f"{bare(location)} cannot be a folder", "leave kind out, or write feed")
    lang = language_code(entry.get("lang"))
    if entry.get("lang") and not lang:
        raise wrong("lang", f"{entry['lang']} is no language code", "write one as in ISO 639-1: ja, en, fr")
    tags = entry.get("tags") or []
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise wrong("tags", "tags are no list of words", "write them as [press, ja]")
    full_text = cast(FullText, _one_of("full_text", FullText, entry, wrong) or "auto")
    if full_text == "always" and not is_address(location):
        raise wrong("full_text", "pages are read for feeds of the web only", "take full_text out")
    return Source(
        id=entry["id"],
        location=location,
        kind=cast(Kind, kind),
        document=cast("DocumentKind | None", _one_of("document", DocumentKind, entry, wrong)),
        lang=lang,
        tags=tuple(tags),
        name=entry.get("name", ""),
        family=entry.get("family", ""),
        every=_minutes(entry, wrong),
        private="yes" if _one_of("private", Literal["yes", "no"], entry, wrong) == "yes" else "no",
        robots=cast(Robots, _one_of("robots", Robots, entry, wrong) or "obey"),
        full_text=full_text,
    )


def _minutes(entry: Lined, wrong: Callable[..., Misconfigured]) -> float:
    if not (written := entry.get("every")):
        return EVERY
    if not re.fullmatch(r"\d{1,7}(\.\d+)?", written) or float(written) < 1:
        raise wrong(
            "every", f"every {written} is no number of 1 or more", "write the minutes between two visits"
        )
    return float(written)


def _one_of(key: str, allowed: Any, entry: Lined, wrong: Callable[..., Misconfigured]) -> str | None:
    value, known = entry.get(key) or None, get_args(allowed)
    if value is not None and value not in known:
        raise wrong(key, f"{key} {value} is not known", f"known are {', '.join(known)}")
    return value


def _location(written: str, folder: Path, wrong: Callable[[str, str], Misconfigured]) -> str:
    if not is_address(written):
        return str(folder / Path(written).expanduser())
    if problem := _wrong_address(written):
        raise wrong(f"{bare(written)} {problem}", "write a path or an http(s) address")
    return written


def _wrong_address(written: str) -> str:
    """What is wrong with an address, or ""."""
    try:
        parts = urlsplit(written)
        _ = parts.port
    except ValueError as error:
        return f"is no address ({error})"
    if parts.scheme.lower() not in ("http", "https"):
        return f"is read over {parts.scheme or 'nothing'}, which is not known here"
    return "" if parts.hostname else "names no host"


def _kind_of(location: str) -> Kind:
    return "file" if is_address(location) else _kind_of_path(Path(location))


def _kind_of_path(path: Path) -> Kind:
    try:
        if path.is_dir():
            return "folder"
    except OSError:  # reading it will say what is wrong
        return "file"
    return "feed" if path.suffix.lower() in FEED_ENDINGS else "file"


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60].strip("-")
