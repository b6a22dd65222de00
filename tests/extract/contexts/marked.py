"""Marked texts: `a text with {figures} and [names|id]` in, the plain text with their places out."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"\{(?P<figure>[^{}]+)\}|\[(?P<name>[^\[\]|]+)\|(?P<entity>[a-z0-9-]+)\]")


@dataclass(frozen=True)
class Named:
    """A name at [start, end) that means the entity."""

    start: int
    end: int
    entity: str


def unmarked(text: str) -> tuple[str, list[tuple[int, int]], list[Named]]:
    """The text without marks, its figures and its names in order."""
    plain, figures, names, last = "", [], [], 0
    for match in _MARK.finditer(text):
        plain += text[last : match.start()]
        surface = match["figure"] or match["name"]
        place = len(plain), len(plain) + len(surface)
        if match["figure"]:
            figures.append(place)
        else:
            names.append(Named(*place, match["entity"]))
        plain, last = plain + surface, match.end()
    return plain + text[last:], figures, names
