"""Defined: a figure that heads its line in, of whom the words behind it say it is out: `$2bn: what Thinking Machines raised`."""

from __future__ import annotations

import re

from pipeline.extract.claims.owner_costs import Owned, oddity_of
from pipeline.extract.claims.roles import Cast, Role
from pipeline.extract.claims.turns import Turn

_BEGINS_A_LINE = re.compile(r"(?:\A|\n)\s*(?:[-–—•●■*・]\s?)*\Z")
_IS_DEFINED = re.compile(r"(?:\s[^\s:]{1,12}){0,2}\s?[:：][\s*]|\*\*:?\s|\s[–—-]\s")
_WITHIN = 160
_LATER = 20.0
"""What each sentence between costs."""


def defined_behind(text: str, cast: Cast, figure: Owned, turn: Turn) -> Role | None:
    """The best of those who are named behind it in its line."""
    if not _IS_DEFINED.match(text, figure.end):
        return None
    if not _BEGINS_A_LINE.search(text, max(0, figure.start - 12), figure.start):
        return None
    end = text.find("\n", figure.end)
    end = min(end if end >= 0 else len(text), figure.end + _WITHIN)
    found = [role for role in cast.within(figure.end, end) if role.entity]
    if not found:
        return None
    sentence = found[0].sentence
    return min(
        found,
        key=lambda role: oddity_of(figure, role, turn) + role.standing + _LATER * (role.sentence - sentence),
    )
