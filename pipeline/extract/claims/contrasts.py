"""Contrasts: figures that each have their name behind them; a text's roles and figures in, the owner of each figure so told out.

`against 89.2 % for GPT-4o` and `contre 15 $ pour Claude` are of what they are compared with. `85.9 % for Pro, 80.5 % for Lite`
and `40 millions à Acme et 15 millions à Bolt` are each of the name behind the same preposition. And what it is compared with does not own it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from pipeline.extract.claims.roles import Cast, Role
from pipeline.records import Metric

_ITS = re.compile(
    r"(?:\s(?:per|par|le|la|a)\s(?:[a-zà-ÿ]+\s?){1,2}?)?(?:\s(?:in|out|en entrée|en sortie|input|output))?"
    r"\s(?P<word>of|de|du|d['’]|des|for|pour|to|à|au|aux|chez|at|with|avec|du côté de)\s(?:the |l['’]|la |le |its |son |sa )?"
)
"""Between a figure and the name that it is of."""
_COMPARED = re.compile(
    r"\b(?:contre|against|versus|vs\.?|compared (?:with|to)|face (?:à|aux?)|(?:twice|double|half|times|le double|la moitié|fois)|au lieu de|plutôt que|rather than|(?:mieux|plus|moins|autant) que|than|devant|derrière|behind|ahead of|up from)\s"
    r"(?:(?:about|roughly|just|only|some|the|les|des|de|quelque|seulement|environ|près de|nearly)\s)?\Z"
)
_THAN_JAPANESE = re.compile(r"[とに]比べ(?:ると|れば|て)?[^。\n]{0,24}\Z")
"""Between a name and a figure that is another's: ボルトと比べ性能は3倍."""
_AND = re.compile(
    r"\s?(?:,|;)?\s?(?:(?:and|et|puis|then|ou|or|but|mais|just|only|de|d['’]|à|seulement)\s?){0,3}"
)
_REACH = 40
_GIVEN: frozenset[Metric] = frozenset(("investment", "hardware", "power-use", "capex"))
"""What is given to somebody is not his."""


class Figure(Protocol):
    """What contrasting needs of a figure."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def metric(self) -> Metric: ...


def contrasted(text: str, cast: Cast, figures: Sequence[Figure]) -> dict[int, Role]:
    """Of figures by index, the owner that stands behind it because it is compared, or because each has one there."""
    behind = [_behind(text, cast, figure) for figure in figures]
    owners: dict[int, Role] = {}
    for index, figure in enumerate(figures):
        found = behind[index]
        if found is None:
            continue
        word, role = found
        if _COMPARED.search(text, max(0, figure.start - 34), figure.start):
            owners[index] = role
        after = behind[index + 1] if index + 1 < len(figures) else None
        if after is None or figure.metric in _GIVEN or after[0] != word:
            continue
        both = figures[index + 1]
        same = both.kind == figure.kind and role.type == after[1].type and role.entity != after[1].entity
        if same and both.start - role.end <= _REACH and _AND.fullmatch(text, role.end, both.start):
            owners[index], owners[index + 1] = role, after[1]
    return owners


def but_compared(text: str, start: int, roles: Sequence[Role]) -> list[int] | None:
    """The places of the roles that a Japanese figure at `start` is not compared with; None where that is all of them, or none."""
    kept = [
        place
        for place, role in enumerate(roles)
        if not (0 < start - role.end <= _REACH and _THAN_JAPANESE.match(text, role.end, start))
    ]
    return kept if 0 < len(kept) < len(roles) else None


def _behind(text: str, cast: Cast, figure: Figure) -> tuple[str, Role] | None:
    """The preposition and the name right behind a figure."""
    for role in cast.within(figure.end, figure.end + _REACH)[:2]:
        match = _ITS.fullmatch(text, figure.end, role.start) if role.told else None
        if match:
            return match["word"], role
    return None
