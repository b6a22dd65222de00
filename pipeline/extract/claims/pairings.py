"""Pairings: `A and B raised $3m and $5m respectively`; a text's roles and figures in, the owner of each figure so told out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from pipeline.extract.claims.roles import Cast, Role
from pipeline.extract.sentences import Sentences

_JOINED = re.compile(r",|\band\b|\bet\b|と|、|・")
_JOINT = re.compile(r"(?:ずつ)?(?:、|と|および|・)(?:約|最大)?")
_REACH = 300
"""Characters of its sentence, on each side, whose names and figures the word pairs."""
_EACH_ITS_OWN = re.compile(r"\brespectively\b|\brespectivement\b|それぞれ")


class Figure(Protocol):
    """What pairing needs of a figure."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...


def paired(text: str, sentences: Sentences, cast: Cast, figures: Sequence[Figure]) -> dict[int, str]:
    """Of figures by index, the owner; only where a list of names meets as many figures of one kind."""
    owners: dict[int, str] = {}
    starts = [figure.start for figure in figures]
    for match in _EACH_ITS_OWN.finditer(text):
        start, end = sentences.around(match.start())
        start, end = max(start, match.start() - _REACH), min(end, match.end() + _REACH)
        here = range(bisect_left(starts, start), bisect_left(starts, end))
        if match[0] == "それぞれ" and not _in_a_row(text, [figures[index] for index in here]):
            continue  # それぞれ210億円、富士通が200億円: each of them the first amount
        kinds = {figures[index].kind for index in here}
        names = _last_list(text, cast.within(start, figures[here[0]].start), len(here)) if here else []
        if len(here) == len(names) >= 2 and len(kinds) == 1:
            owners.update(zip(here, (name.entity for name in names), strict=True))
    return owners


def _in_a_row(text: str, figures: Sequence[Figure]) -> bool:
    """Whether nothing but a comma or an `and` stands between the figures."""
    return all(_JOINT.fullmatch(text, one.end, two.start) for one, two in pairwise(figures))


def _last_list(text: str, roles: Sequence[Role], count: int) -> list[Role]:
    """The last names before the figures, as many as there are figures, if a comma or an `and` stands between any two."""
    names = [role for role in roles if role.told and role.type != "person"][-count:]
    pairs = pairwise(names)
    return names if all(_JOINED.search(text, one.end, two.start) for one, two in pairs) else []


def is_conversion(text: str, before: Figure, figure: Figure) -> bool:
    """Whether a figure says the one before it once more, in another currency: 10億ドル（約1500億円）."""
    return before.kind == figure.kind and _CONVERTED.fullmatch(text, before.end, figure.start) is not None


_CONVERTED = re.compile(r"[^()（）\n、,.。]{0,6}\s?[(（](?:約|およそ|about|roughly|environ|soit|or)?\s?")
