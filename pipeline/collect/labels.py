"""Labels of speakers: the lines of captions in; for each, who begins to speak there and the words without the label out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

_NO_NAMES = frozenset(
    (
        "note",
        "warning",
        "update",
        "example",
        "http",
        "https",
        "attention",
        "remarque",
        "exemple",
        "ps",
        "注",
        "例",
        "注意",
    )
)
_VOICE = re.compile(r"\x01(.*)\x02", re.S)
_MARK = re.compile(r"(?:>{2,3}|＞＞|≫|[-–—‐](?=\s*\S))\s*")
_LABEL = re.compile(r"\[?([^\W\d_][^:：\[\]<>!?。、！？\n]{0,39}?)\]?\s*[:：](?!//)\s*(?!\d)")
_BRACKETED = re.compile(r"\[([^\W\d_][^\[\]\n]{1,39})\]\s*[:：]?\s*(?=\S)")
_WIDE_BRACKETED = re.compile(r"（([^（）\s]{1,12})）\s*(?=\S)")
_CAPITALS = re.compile(r"[^a-zà-ÿ]*[A-ZÀ-Þ]{2}[^a-zà-ÿ]*")
# What names and roles look like, so that "He said:" is none, and 理由は： neither.
_SHAPE = re.compile(
    r"[A-ZÀ-Þ][\w'’.-]*(?:[\s,](?:de|du|des|van|von|le|la|der|bin|al|&|[A-ZÀ-Þ0-9#(][\w'’.()-]*))*"
    r"|[^\x00-\u2fff][^a-z]*(?<![はがをにとでもの])"
)
_MINUS = re.compile(r"[-–—‐]\d")
_WORDS = 5
"""Words that a label may have."""


class Turn(NamedTuple):
    """A line without its label. speaker: who begins here, "" for someone without a name; None where nobody does."""

    speaker: str | None
    words: str


def usual_labels(lines: Iterable[str]) -> frozenset[str]:
    """What stands as a label twice or more in a file, and so needs no dash or >> before it.

    Any other would take names out of the text: "Project Stargate: a plan" is no one speaking.
    """
    counted = Counter(label[1] for line in lines if (label := _label(_MARK.sub("", line, count=1))))
    return frozenset(label for label, count in counted.items() if count > 1)


def turn_of(line: str, usual: frozenset[str]) -> Turn:
    """Who begins to speak with this line, and what is said in it."""
    if voice := _VOICE.match(line):
        return Turn(_shown(voice[1]), line[voice.end() :])
    mark = _MARK.match(line)
    rest = line[mark.end() :] if mark else line
    if (label := _label(rest)) and (mark or label[1] in usual):
        return Turn(_shown(label[1]), rest[label.end() :])
    if mark and not _MINUS.match(line):
        return Turn("", rest)
    return Turn(None, line)


def _label(line: str) -> re.Match[str] | None:
    for form in (_LABEL, _BRACKETED, _WIDE_BRACKETED):
        label = form.match(line)
        if not label or len(label[1].split()) > _WORDS or label[1].lower() in _NO_NAMES:
            continue
        if _SHAPE.fullmatch(label[1]):
            return label
    return None


def _shown(name: str) -> str:
    """As it is usually written: SAM ALTMAN as Sam Altman. A semicolon would end it in the list of speakers."""
    name = " ".join(name.replace(";", ",").split())
    return name.title() if _CAPITALS.fullmatch(name) and len(name) > 3 else name
