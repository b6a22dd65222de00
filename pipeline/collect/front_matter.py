"""Front matter: what a text file says of itself in its head (YAML, TOML or JSON) or in the sidecar beside it.

A sidecar is ours, and a key in it that nobody knows is a mistake. A head was often written for Hugo, Jekyll, Obsidian or
Pandoc: there their names for our keys are understood, and what else they say goes to meta.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, cast, get_args

from pipeline.collect.address import canonical_url
from pipeline.collect.dates import read_date
from pipeline.collect.declared import language_code
from pipeline.collect.files import shown
from pipeline.collect.found import Found, Meta
from pipeline.collect.head_forms import read_json_head, read_toml
from pipeline.errors import Rejected
from pipeline.records import DocumentKind
from pipeline.yaml_lines import Lined, read_yaml

KEYS = ("title", "url", "author", "published", "lang", "kind", "source", "meta")
LONGEST = 10_000
"""Characters: nobody writes more, and libyaml dies of brackets nested some 30,000 deep."""

OTHER_NAMES = {
    "date": "published", "pubdate": "published", "published_at": "published", "publishdate": "published",
    "date_published": "published", "datepublished": "published", "published_date": "published", "created": "published",
    "authors": "author", "by": "author", "creator": "author", "byline": "author",
    "language": "lang", "locale": "lang", "link": "url", "canonical": "url", "canonical_url": "url",
    "canonicalurl": "url", "source_url": "url", "original_url": "url", "publisher": "source", "site": "source",
    "publication": "source", "headline": "title",
}  # fmt: skip
"""Keys of heads, in lower case, and which of ours they are."""

_HEAD = re.compile(r"---[ \t]*\n(.*?\n|)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_TOML = re.compile(r"\+\+\+[ \t]*\n(.*?\n|)\+\+\+[ \t]*(?:\n|\Z)", re.S)
_JSON = re.compile(r"\{\s*\"")


def split_head(text: str, name: str) -> tuple[Lined | None, str]:
    """The front matter at the head of a text, None if there is none, and the text behind it.

    It is YAML between --- lines, TOML between +++ lines, or a JSON object that the text begins with. Line ends must be
    \\n. Raises Rejected for a block that is no mapping, naming file and line.
    """
    if match := _HEAD.match(text):
        return known_keys(_mapping(match[1], name, 2)), text[match.end() :]
    if match := _TOML.match(text):
        return known_keys(read_toml(match[1], name, 2)), text[match.end() :]
    if _JSON.match(text) and (found := read_json_head(text)):
        return known_keys(found[0]), text[found[1] :]
    return None, text


def known_keys(front: Lined) -> Lined:
    """With our keys in place of their other names; plain values of further keys are in meta, all else is left out."""
    known: dict[str, Any] = {}
    lines: dict[str, int] = {}
    more: dict[str, Any] = {}
    for key, value in front.items():
        name = key.lower().replace("-", "_").replace(" ", "_")
        ours = name if name in KEYS else OTHER_NAMES.get(name)
        if ours == "url" and str(value).startswith("/"):  # Hugo's path within its site
            ours = None
        if ours and (ours not in known or name in KEYS):
            known[ours], lines[ours] = (
                (value if name in KEYS else _one(value)),
                front.lines.get(key, front.line),
            )
        elif not ours and _is_slip(name):
            known[key], lines[key] = value, front.lines.get(key, front.line)  # which `apply` names
        elif not ours and isinstance(value, str | list) and (written := _one(value)):
            more[name] = written
    if more and isinstance(known.get("meta", {}), dict):
        lines.setdefault("meta", front.line)
        known["meta"] = Lined(more | dict(known.get("meta", {})), lines["meta"], {})
    return Lined(known, front.line, lines)


def _is_slip(name: str) -> bool:
    """Whether a key is one of ours with a typing error; `sources` is another word."""
    return name.rstrip("s") not in KEYS and bool(get_close_matches(name, KEYS, cutoff=0.8))


def _one(value: object) -> object:
    """A list of plain values as one: the authors of an article."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return value


def read_sidecar(path: Path) -> Lined | None:
    """The front matter in NAME.meta.yaml beside NAME.txt; None if there is none. Raises Rejected as split_head."""
    sidecar = path.with_suffix(".meta.yaml")
    name = shown(sidecar)
    try:
        return _mapping(sidecar.read_text(encoding="utf-8-sig"), name, 1)
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise Rejected(f"{name} cannot be read: {error}", "make it a readable UTF-8 file") from error


def apply(front: Lined, name: str, found: Found) -> Found:
    """What was found, with the front matter's word in place of its own. Raises Rejected for a wrong key or value."""

    def wrong(key: str, problem: str, remedy: str) -> Rejected:
        return Rejected(f"{name}:{front.lines.get(key, front.line)}: {problem}", remedy)

    for key, value in front.items():
        if key not in KEYS:
            raise wrong(key, f"unknown key {key}", f"known are {', '.join(KEYS)}; others belong under meta")
        if key != "meta" and not isinstance(value, str):
            raise wrong(key, f"{key} is no plain value", "write one value behind the colon")
    given = {key: value for key, value in front.items() if value}
    changes: dict[str, Any] = {key: given[key] for key in ("title", "author") if key in given}
    if url := given.get("url"):
        if not canonical_url(url):
            raise wrong("url", f"{url} is no http(s) address", "write one, or leave url out")
        changes["url"] = url
    if written := given.get("published"):
        changes["published"] = read_date(written)
        if not changes["published"]:
            raise wrong(
                "published", f"{written} is no date", "write it as 2025-02-03 or 2025-02-03T10:00:00+09:00"
            )
    if lang := given.get("lang"):
        changes["lang"] = language_code(lang)
        if not changes["lang"]:
            raise wrong("lang", f"{lang} is no language code", "write one as in ISO 639-1: ja, en, fr")
    if kind := given.get("kind"):
        if kind not in get_args(DocumentKind):
            raise wrong("kind", f"kind {kind} is not known", f"known are {', '.join(get_args(DocumentKind))}")
        changes["kind"] = kind
    publisher: Meta = {"publisher": given["source"]} if "source" in given else {}
    changes["meta"] = found.meta | publisher | (_meta(given["meta"], wrong) if "meta" in given else {})
    return replace(found, **changes)


def _mapping(text: str, name: str, line: int) -> Lined:
    if len(text) > LONGEST:
        raise Rejected(f"{name}:{line}: the front matter is longer than {LONGEST:,} characters", "shorten it")
    front = read_yaml(text, name, Rejected, line)
    if isinstance(front, Lined):
        return front
    if not front:
        return Lined({}, line, {})
    remedy = "write it as `title: …`, one key a line; a text without any must not begin with a line ---"
    raise Rejected(f"{name}:{line}: the front matter is no list of keys", remedy)


def _meta(given: object, wrong: Callable[[str, str, str], Rejected]) -> Meta:
    if not isinstance(given, Lined) or not all(isinstance(value, str) for value in given.values()):
        raise wrong("meta", "meta is no list of plain values", "write `key: value` lines under it")
    return {key: _scalar(value) for key, value in cast("dict[str, str]", given).items()}


def _scalar(written: str) -> str | int | float | bool:
    if re.fullmatch(r"[+-]?\d{1,15}", written):
        return int(written)
    if re.fullmatch(r"[+-]?\d{1,15}\.\d+", written):
        return float(written)
    return {"true": True, "false": False}.get(written.lower(), written)
