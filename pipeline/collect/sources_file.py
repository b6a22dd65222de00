"""Changes of sources.yaml: the file and sources to add or ids to remove in, the file with nothing else changed out.

The text is edited by whole lines, which PyYAML's marks point at: comments, order and every other byte stay. The new
text takes the old one's place only when it reads as the sources that were there, and those that were added.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import fields, replace
from itertools import pairwise
from pathlib import Path
from tempfile import mkstemp
from typing import Any

from pipeline.collect.sources import Source, read_sources
from pipeline.errors import Misconfigured, Transient
from pipeline.yaml_lines import read_yaml

_ORDER = ("id", "name", "location", "kind", "document", "lang", "tags", "family", "every")
_BY_HAND = "write the sources one below the other, each behind a hyphen of its own, or edit the file by hand"


def sources_in(path: Path) -> list[Source]:
    """As read_sources; none where the file is still to be made, or empty."""
    text = _text(path)
    return read_sources(path) if text and _entries(text, path) else []


def add_sources(path: Path, added: Sequence[Source]) -> None:
    """Writes the sources behind those that are there; makes the file where there is none in a folder that is.

    A path below the file's folder is written relative to it. Raises Misconfigured for what read_sources would refuse,
    and where the file cannot be written.
    """
    before, text = sources_in(path), _text(path)
    home = path.parent.resolve()
    written = [one if one.remote else replace(one, location=_from(home, one.location)) for one in added]
    expected = [
        one if one.remote else replace(one, location=str(path.parent / one.location)) for one in written
    ]
    _replace(path, text, _appended(text, path, written), [*before, *expected])


def remove_sources(path: Path, ids: Sequence[str]) -> None:
    """Takes the entries of these ids out, with their lines only: what stands above them may head others.

    Raises Misconfigured for an id that none has, and where none would be left.
    """
    before, text = read_sources(path), _text(path)
    if missing := sorted(set(ids) - {one.id for one in before}):
        raise Misconfigured(f"{path} has no source {missing[0]}", "see `kikimimi sources list`")
    kept = [one for one in before if one.id not in ids]
    if not kept:
        raise Misconfigured(f"{path} would have no sources left", "add another first, or take the file away")
    lines = text.splitlines(keepends=True)
    spans = _entries(text, path)
    for source, (first, last) in reversed(list(zip(before, spans, strict=True))):
        if source.id in ids:
            around = (lines[first - 1 : first], lines[last + 1 : last + 2])
            blank = all(one and not one[0].strip() for one in around)  # one blank line between two is enough
            del lines[first : last + 1 + blank]
    _replace(path, text, "".join(lines), kept)


def _appended(text: str, path: Path, added: Sequence[Source]) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end
    if spans := _entries(text, path):
        first, last = spans[-1]
        indent = lines[first][: len(lines[first]) - len(lines[first].lstrip())]
    else:
        lines, last, indent = *_begun(lines, end, path), "  "
    new = [f"{indent}{line}{end}" for one in added for line in _lines(one)]
    return "".join([*lines[: last + 1], *new, *lines[last + 1 :]])


def _begun(lines: list[str], end: str, path: Path) -> tuple[list[str], int]:
    """A file without sources, with the line that begins their list, and where that stands."""
    written = [line.split("#")[0].replace(" ", "").strip() for line in lines]
    for at, line in enumerate(written):
        if line in ("sources:", "sources:[]"):
            return [*lines[:at], f"sources:{end}", *lines[at + 1 :]], at
    if any(written):
        raise Misconfigured(f"{path}: the sources do not stand one below the other", _BY_HAND)
    return [*lines, f"sources:{end}"], len(lines)


def _lines(source: Source) -> list[str]:
    """The entry as it is written: each key whose value is not what it is without it."""
    rest = [one for one in fields(Source) if one.name not in _ORDER]
    known = {one.name: one for one in fields(Source)}
    lines = []
    for field in (*(known[name] for name in _ORDER), *rest):
        value = getattr(source, field.name)
        found_out = field.name == "kind" and (value == "file" or not source.remote)
        if value and value != field.default and value != "host" and not found_out:
            lines.append(f"{field.name}: {_written(value)}")
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]


def _written(value: Any) -> str:
    """A value in one line, in quotes where YAML needs them."""
    import yaml

    if isinstance(value, float):
        return f"{value:f}".rstrip("0").rstrip(".")
    plain = list(value) if isinstance(value, tuple) else value
    dumped = yaml.safe_dump(plain, allow_unicode=True, default_flow_style=True, width=float("inf"))
    return dumped.removesuffix("...\n").removesuffix("\n")


def _entries(text: str, path: Path) -> list[tuple[int, int]]:
    """First and last line (from 0) of each entry in the list of sources; [] where the list is empty or missing."""
    import yaml

    read_yaml(text, str(path), Misconfigured)
    root = yaml.compose(text, yaml.BaseLoader)
    listed = [
        value
        for key, value in (root.value if isinstance(root, yaml.MappingNode) else ())
        if key.value == "sources"
    ]
    if not listed or not listed[0].value:
        return []
    if not isinstance(listed[0], yaml.SequenceNode) or listed[0].flow_style:
        raise Misconfigured(f"{path}: the sources do not stand one below the other", _BY_HAND)
    lines = text.splitlines()
    spans = []
    for node in listed[0].value:
        first = node.start_mark.line
        while first and not lines[first].lstrip().startswith(
            "-"
        ):  # the hyphen may stand on a line of its own
            first -= 1
        spans.append((first, _last_line(node)))
    if any(before[1] >= after[0] for before, after in pairwise(spans)):
        raise Misconfigured(f"{path}: two sources stand on one line", _BY_HAND)
    return spans


def _last_line(node: Any) -> int:
    """Of a node, without the comments behind it that PyYAML counts to a block."""
    import yaml

    if not node.value or isinstance(node, yaml.ScalarNode) or node.flow_style:
        end, behind = node.end_mark, node.end_mark.column == 0 and node.end_mark.line > node.start_mark.line
        return int(end.line) - int(behind)
    inner = node.value[-1]
    return _last_line(inner[1] if isinstance(inner, tuple) else inner)


def _from(home: Path, location: str) -> str:
    place = Path(location).resolve()
    return str(place.relative_to(home) if place.is_relative_to(home) and place != home else place)


def _text(path: Path) -> str:
    """With its line ends as they are; "" for a file that is not there yet."""
    if not path.exists() and path.parent.is_dir():
        return ""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{path} cannot be read: {error}", "make it a readable UTF-8 file") from error


def _replace(path: Path, old: str, new: str, expected: Sequence[Source]) -> None:
    """Puts the new text in the file's place, in one step, when it reads as expected."""
    place = path.resolve()  # a link stays one
    try:
        made, name = mkstemp(prefix=".sources-", suffix=".yaml", dir=path.parent)
        draft = path.with_name(Path(name).name)
        try:
            with open(made, "w", encoding="utf-8", newline="") as file:  # noqa: PTH123 — a descriptor
                file.write(new)
                file.flush()
                os.fsync(made)
            draft.chmod(place.stat().st_mode if place.exists() else 0o644)
            _check(path, draft, expected)
            if _text(path) != old:
                raise Transient(f"{path} has been changed by another at this moment", "do it again")
            draft.replace(place)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise Misconfigured(
            f"{path} cannot be written: {error.strerror}", "do it where the seeds can be written"
        ) from error


def _check(path: Path, draft: Path, expected: Sequence[Source]) -> None:
    try:
        found = read_sources(draft)
    except Misconfigured as error:
        problem = error.problem.replace(str(draft), str(path))
        raise Misconfigured(f"{problem} (nothing was written)", error.remedy) from error
    if found != list(expected):
        raise Misconfigured(f"{path} is written in a way that cannot be edited by lines", _BY_HAND)
