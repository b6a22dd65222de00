"""Rolling captions: cues in, each line once out, where every cue shows the line before it once more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.collect.cues import Cue

NEXT = 0.5
"""Seconds within which one cue follows another."""
SHARE = 0.25
"""Share of cues that begin with what the cue before ended with, above which a file rolls; people repeat themselves less."""


def unrolled(cues: Sequence[Cue]) -> list[Cue]:
    """The cues without what they only show once more. A file that does not roll loses copies shown at the same time only."""
    rolling = sum(_rolls(before, cue) for before, cue in pairwise(cues))
    return list(_once(cues, rolls=rolling > SHARE * max(2, len(cues) - 1)))


def _once(cues: Sequence[Cue], *, rolls: bool) -> Iterator[Cue]:
    before: Cue | None = None
    for cue in cues:
        lines = cue.lines
        if before and lines == before.lines and cue.start < before.end:
            lines = []
        elif before and rolls and cue.start - before.end <= NEXT:
            lines = _new(before.lines, lines)
        if lines:
            yield Cue(cue.start, cue.end, lines)
        if cue.lines:
            before = cue


def _rolls(before: Cue, cue: Cue) -> bool:
    return cue.start - before.end <= NEXT and _new(before.lines, cue.lines) != cue.lines


def _new(before: list[str], lines: list[str]) -> list[str]:
    """The lines without those at their head which the ones before ended with, the last of which may have grown."""
    for count in range(min(len(before), len(lines)), 0, -1):
        *same, last = before[-count:]
        if same == lines[: count - 1] and (grown := _grown(last, lines[count - 1])) is not None:
            return [*filter(None, [grown]), *lines[count:]]
    return lines


def _grown(last: str, line: str) -> str | None:
    """What a line has more than the last one; None where it is another."""
    rest = line.removeprefix(last)
    if not line.startswith(last) or (
        rest and last[-1].isascii() and last[-1].isalnum() and rest[0].isalnum()
    ):
        return None
    return rest.strip()
