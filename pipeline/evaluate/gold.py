"""Gold documents: text files with inline markup (tests/gold/GUIDE.md) in, their text with its marked spans out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, cast, get_args

from pipeline.errors import Misconfigured
from pipeline.records import Bound, Kind, Metric

Half = Literal["tune", "test"]
"""What a document is for: to work on the rules with, or to see how they do on texts that nobody has looked at."""

_MARK = re.compile(
    r"\[\[(?P<name>[^\]|]+)\|(?P<id>[^\]]+)\]\]|\{\{(?P<amount>[^}|]+)\|(?P<said>[^}]*)\}\}",
)
_LEFT = re.compile(r"\[\[|\]\]|\{\{|\}\}")
_MENTION_FORM = "write [[surface|id]], or [[surface|?id]] for a name that no catalogue has"
_FIGURE_FORM = "write {{surface|kind|value|unit|bound|subject=id|metric=word}}"
_KEYS = ("subject", "metric")


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A marked name. new: of a kind that is tracked, but in no catalogue."""

    surface: str
    start: int
    end: int
    id: str
    new: bool


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A marked amount, in base units. low, high: None where it is open; equal where the amount is one value."""

    surface: str
    start: int
    end: int
    kind: Kind
    low: float | None
    high: float | None
    unit: str
    bound: Bound
    subject: str | None
    metric: Metric | None


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold document; spans are code points of its text, [start, end)."""

    id: str
    lang: str
    half: Half
    published: date | None
    text: str
    mentions: Sequence[GoldMention]
    figures: Sequence[GoldFigure]


def find_documents(places: Sequence[Path]) -> list[Path]:
    """The documents that are named, and the *.txt of folders that are. Raises Misconfigured where there are none."""
    found: list[Path] = []
    for place in places:
        documents = sorted(place.glob("*.txt")) if place.is_dir() else [place] if place.exists() else []
        if not documents:
            problem = f"{place} is no folder of gold documents (*.txt) and no such document"
            raise Misconfigured(problem, "name a folder such as tests/gold/")
        found += documents
    return list(dict.fromkeys(found))


def read_gold(path: Path) -> Gold:
    """The document in a file. Raises Misconfigured, naming file and line, for what is not as GUIDE.md says."""
    try:
        written = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{path} cannot be read: {error}", "make it a readable UTF-8 file") from error
    head, gap, body = written.partition("\n\n")
    if not gap:
        remedy = "write `id: …`, `lang: …`, then an empty line, then the marked text"
        raise Misconfigured(f"{path}:1: no empty line ends the header", remedy)
    header = _header(path, head)
    text, mentions, figures = _unmarked(path, body, head.count("\n") + 3)
    return Gold(
        id=header["id"],
        lang=header["lang"],
        half=cast("Half", header.get("half", "tune")),
        published=date.fromisoformat(header["published"]) if header.get("published") else None,
        text=text,
        mentions=mentions,
        figures=figures,
    )


def _header(path: Path, head: str) -> Mapping[str, str]:
    header: dict[str, str] = {}
    for number, line in enumerate(head.split("\n"), 1):
        if not line.strip():
            continue
        key, colon, value = (part.strip() for part in line.partition(":"))
        problem = _wrong_line(key, colon, value)
        if problem:
            raise Misconfigured(f"{path}:{number}: {problem}", "mend the header there, see GUIDE.md")
        header[key] = value
    for key in ("id", "lang"):
        if not header.get(key):
            raise Misconfigured(f"{path}:1: the header has no {key}", f"add a line `{key}: …`")
    return header


def _wrong_line(key: str, colon: str, value: str) -> str:
    """What is wrong with a line of the header; "" if nothing is."""
    if not colon:
        return f"{key[:40]!r} is no `key: value`"
    if key == "half" and value not in get_args(Half):
        return f"half is {value!r}, not {' or '.join(get_args(Half))}"
    if key == "lang" and not re.fullmatch("[a-z]{2,3}", value):
        return f"lang is {value!r}, not a code such as ja"
    if key == "published" and value:
        try:
            date.fromisoformat(value)
        except ValueError:
            return f"published is {value!r}, not a day such as 2025-02-03"
    return ""


def _unmarked(path: Path, body: str, first: int) -> tuple[str, list[GoldMention], list[GoldFigure]]:
    """The text without its markup, and what was marked; `first` is the number of the body's first line."""
    mentions: list[GoldMention] = []
    figures: list[GoldFigure] = []
    parts: list[str] = []
    behind = length = 0
    line = first

    def plain(end: int) -> None:
        """Takes the text between the last mark and there over."""
        nonlocal length, line
        piece = body[behind:end]
        left = _LEFT.search(piece)
        if left:
            at = line + piece.count("\n", 0, left.start())
            form = _FIGURE_FORM if left[0] in ("{{", "}}") else _MENTION_FORM
            near = piece[max(0, left.start() - 10) : left.end() + 30].strip().replace("\n", " ")
            raise Misconfigured(f"{path}:{at}: markup that is not whole, at {near!r}", form)
        parts.append(piece)
        length += len(piece)
        line += piece.count("\n")

    for mark in _MARK.finditer(body):
        plain(mark.start())
        surface = mark["name"] or mark["amount"]
        start, end = length, length + len(surface)
        if mark["name"]:
            new = mark["id"].startswith("?")
            mentions.append(GoldMention(surface, start, end, mark["id"].lstrip("?"), new))
        else:
            figures.append(_figure(f"{path}:{line}", mark[0], surface, start, mark["said"]))
        parts.append(surface)
        length, line, behind = end, line + mark[0].count("\n"), mark.end()
    plain(len(body))
    return "".join(parts), mentions, figures


def _figure(place: str, mark: str, surface: str, start: int, said: str) -> GoldFigure:
    words = [word.strip() for word in said.split("|")]
    if len(words) < 4:
        raise Misconfigured(f"{place}: {mark} lacks some of kind, value, unit and bound", _FIGURE_FORM)
    kind, value, unit, bound = words[:4]
    for name, word, known in (("kind", kind, get_args(Kind)), ("bound", bound, get_args(Bound))):
        if word not in known:
            raise Misconfigured(f"{place}: {word!r} in {mark} is no {name}", f"use {', '.join(known)}")
    more = dict(word.partition("=")[::2] for word in words[4:])
    for key, word in more.items():
        if key not in _KEYS or not word:
            raise Misconfigured(
                f"{place}: {f'{key}={word}'!r} in {mark} is neither subject= nor metric=", _FIGURE_FORM
            )
    metric = more.get("metric")
    if metric is not None and metric not in get_args(Metric):
        raise Misconfigured(
            f"{place}: {metric!r} in {mark} is no metric", f"use {', '.join(get_args(Metric))}"
        )
    low, high = value.split("..", 1) if ".." in value else (value, value)
    try:
        edges = [float(edge) if edge.strip() else None for edge in (low, high)]
    except ValueError:
        remedy = "write a plain number in base units, or low..high"
        raise Misconfigured(f"{place}: {value!r} in {mark} is no number", remedy) from None
    return GoldFigure(
        surface, start, start + len(surface), cast("Kind", kind), edges[0], edges[1], unit,
        cast("Bound", bound), more.get("subject"), cast("Metric | None", metric),
    )  # fmt: skip
