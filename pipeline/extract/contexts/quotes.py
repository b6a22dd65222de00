"""Quotes: a text in, the spans of what stands in its quotation marks out (「…」, “…”, "…", « … »), outermost only."""

from __future__ import annotations

import re

LONGEST = 2000
"""Characters; what is not closed by then was no quotation."""

_MARKS = re.compile(r"[「」『』“”«»\"]|\n\s*\n")
_CLOSES = {"「": "」", "『": "』", "“": "”", "«": "»", '"': '"'}


def find_quotes(text: str) -> list[tuple[int, int]]:
    """[start, end) of each quotation with its marks, in order. A straight mark opens where none is open."""
    found: list[tuple[int, int]] = []
    start, open_mark, depth = -1, "", 0
    for match in _MARKS.finditer(text):
        mark, at = match[0], match.start()
        if open_mark and (at - start > LONGEST or (open_mark == '"' and mark[0] == "\n")):
            open_mark = ""
        if not open_mark:
            if mark in _CLOSES:
                start, open_mark, depth = at, mark, 1
        elif mark == _CLOSES[open_mark]:
            depth -= 1
            if not depth:
                found.append((start, at + 1))
                open_mark = ""
        elif mark == open_mark:
            depth += 1
    return found
