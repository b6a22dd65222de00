"""Heads in TOML and JSON: their text in; the same mapping of plain strings that YAML gives out."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, time
from typing import Any

from pipeline.errors import Rejected
from pipeline.yaml_lines import Lined

LONGEST = 10_000
"""Characters."""

_AT_LINE = re.compile(r"at line (\d+)")


def read_toml(text: str, name: str, line: int) -> Lined:
    """The TOML whose first line is number `line` of the file `name`. Raises Rejected for broken TOML, naming both."""
    import tomllib

    if len(text) > LONGEST:
        raise Rejected(f"{name}:{line}: the front matter is longer than {LONGEST:,} characters", "shorten it")
    try:
        front = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = int(found[1]) - 1 + line if (found := _AT_LINE.search(str(error))) else line
        raise Rejected(f"{name}:{at}: {error}", "mend the TOML there (quotes around every text)") from error
    lines = {key: number for number, key in _keys(text, line)}
    return Lined({key: _plain(value) for key, value in front.items()}, line, lines)


def read_json_head(text: str) -> tuple[Lined, int] | None:
    """The JSON object that the text begins with, and where it ends; None where it is no such object, or all of the text."""
    try:
        front, end = json.JSONDecoder(strict=False).raw_decode(text[:LONGEST])
    except (ValueError, RecursionError):
        return None
    if not isinstance(front, dict) or not text[end:].strip():
        return None
    return Lined({key: _plain(value) for key, value in front.items()}, 1, {}), end


def _keys(text: str, first: int) -> list[tuple[int, str]]:
    found = (
        (number, re.match(r"([\w-]+)\s*=", written)) for number, written in enumerate(text.split("\n"), first)
    )
    return [(number, key[1]) for number, key in found if key]


def _plain(value: object) -> Any:
    """As YAML gives it here: every scalar is a string."""
    if isinstance(value, dict):
        return Lined({str(key): _plain(one) for key, one in value.items()}, 1, {})
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return "" if value is None else str(value)
