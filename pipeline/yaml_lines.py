"""YAML that knows its lines: text in, mappings out, so that an error can name the line to mend."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.errors import KikimimiError, Misconfigured

SYNTAX = "mend the YAML there (spaces for indents, quotes around values with a colon)"


class Lined(dict[str, Any]):
    """A YAML mapping with the line (from 1) on which it and each of its keys stands."""

    def __init__(self, pairs: dict[str, Any], line: int, lines: dict[str, int]) -> None:
        super().__init__(pairs)
        self.line = line
        self.lines = lines


def read_list(path: Path, name: str) -> list[Any]:
    """The list that stands under `name:` in a seed file. Raises Misconfigured where there is none, or no readable file."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{path} cannot be read: {error}", "make it a readable UTF-8 file") from error
    top = read_yaml(text, str(path), Misconfigured)
    entries = top.get(name) if isinstance(top, Lined) else None
    if not isinstance(entries, list):
        raise Misconfigured(
            f"{path}:1: no {name} stand here", f"write `{name}:` with a list of them under it"
        )
    return entries


def read_yaml(text: str, name: str, kind: type[KikimimiError], line: int = 1) -> Any:
    """The YAML in `text`, whose first line is number `line` of the file `name`.

    Every scalar is the string that stands there: no date, number or truth value is guessed. Raises `kind` for broken
    YAML and for a key that stands twice, naming file and line.
    """
    import yaml

    def mapping(loader: yaml.BaseLoader, node: yaml.MappingNode) -> Lined:
        pairs: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            key, at = str(loader.construct_object(key_node, deep=True)), key_node.start_mark.line + line
            if key in pairs:
                raise kind(f"{name}:{at}: {key} stands twice", "keep one of them")
            pairs[key], lines[key] = loader.construct_object(value_node, deep=True), at
        return Lined(pairs, node.start_mark.line + line, lines)

    class Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]  # libyaml where it is built in
        """BaseLoader constructs no Python objects and leaves scalars as they are written."""

    Loader.add_constructor("tag:yaml.org,2002:map", mapping)
    try:
        return yaml.load(text, Loader)  # noqa: S506 — a BaseLoader is safe
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        last = max(0, len(text.splitlines()) - 1)  # libyaml may point behind the end
        at = min(mark.line, last) + line if mark else line
        raise kind(f"{name}:{at}: {error.problem or error.context}", SYNTAX) from error
    except yaml.YAMLError as error:  # a character that YAML does not allow
        raise kind(f"{name}:{line}: {error}", SYNTAX) from error
