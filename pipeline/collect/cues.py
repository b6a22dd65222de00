"""Cues: the text of a WebVTT or SRT file in, what is shown from when to when out, and what of the file is broken.

Both are read by one reader, since people mix them: commas in WebVTT, points in SRT, no header, no numbers, no blank
lines between. A text that stands under a broken time is kept, at the time before: only its second is lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.collect.declared import language_code
from pipeline.errors import Rejected

CAPTION_ENDINGS = (".vtt", ".srt")

_CLOCK = r"(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,3}))?"
_TIMES = re.compile(rf"\s*{_CLOCK}\s*--?>\s*{_CLOCK}(?:\s.*)?")
_ARROW = re.compile(r"\s*[\d:.,\s]*\S{0,12}\s*-->\s*\S{0,20}(?:\s.*)?")
_HEADER = re.compile(r"WEBVTT(?=[ \t\n]|\Z)")
_FIRST = re.compile(rf"\s*(?:\d+[ \t]*\n\s*)?{_CLOCK}[ \t]*--?>[ \t]*{_CLOCK}")
_NOT_SHOWN = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s.*)?")
_LANGUAGE = re.compile(r"Language:\s*(\S+)", re.I)


@dataclass(frozen=True, slots=True)
class Cue:
    """Lines that are shown together, with their tags. start, end: seconds."""

    start: float
    end: float
    lines: list[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """In the file's order. lang: as its header declares it. broken: times that could not be read."""

    shown: list[Cue] = field(default_factory=list)
    lang: str | None = None
    broken: int = 0


def is_captions(text: str) -> bool:
    """Whether a text begins as WebVTT or SRT does."""
    return bool(_HEADER.match(text) or _FIRST.match(text[:500]))


def read_cues(text: str, name: str) -> Cues:
    """All cues; lines must end in \\n, `name` is what errors call the file. Raises Rejected where there is none."""
    lines = text.split("\n")
    at, lang = _behind_header(lines)
    shown: list[Cue] = []
    broken, skipped = 0, False
    for number in range(at, len(lines)):
        line = lines[number]
        apart = number == at or not lines[number - 1].strip()
        if times := _TIMES.fullmatch(line):
            _drop_name(shown, lines, number)
            start, end = _seconds(times.groups()[:4]), _seconds(times.groups()[4:])
            shown.append(Cue(start, max(start, end), []))
            skipped = False
        elif "-->" in line and _ARROW.fullmatch(line):
            _drop_name(shown, lines, number)
            last = shown[-1].end if shown else 0.0
            shown.append(Cue(last, last, []))
            broken, skipped = broken + 1, False
        elif apart and _NOT_SHOWN.fullmatch(line):
            skipped = True
        elif not line:
            skipped = False
        elif shown and not skipped:
            shown[-1].lines.append(line)
    shown = [cue for cue in shown if any(line.strip() for line in cue.lines)]
    if not shown:
        raise Rejected(f"{name} holds no captions", "give a WebVTT or SRT file with times and text")
    return Cues(shown, lang, broken)


def _behind_header(lines: list[str]) -> tuple[int, str | None]:
    """The number of the first line behind WebVTT's header, and the language that this declares."""
    if not _HEADER.match(lines[0]):
        return 0, None
    lang: str | None = None
    for number, line in enumerate(lines):
        if not line.strip() or "-->" in line:
            return number, lang
        if found := _LANGUAGE.match(line):
            lang = language_code(found[1])
    return len(lines), lang


def _drop_name(shown: list[Cue], lines: list[str], number: int) -> None:
    """Takes the number or name of the cue that begins on line `number` from the end of the text before it."""
    if not shown or not shown[-1].lines or not (before := lines[number - 1].strip()):
        return
    apart = number < 2 or not lines[number - 2].strip()
    if apart or before == str(len(shown) + 1):
        shown[-1].lines.pop()


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, rest = parts
    return (
        int(hours or 0) * 3600
        + int(minutes or 0) * 60
        + int(seconds or 0)
        + int((rest or "0").ljust(3, "0")) / 1000
    )
