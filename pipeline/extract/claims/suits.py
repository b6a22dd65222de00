"""Suits: a text's roles and figures in, the damages that somebody claims out, each with whom he sues.

What is claimed is said of the defendant, as a fine is of who is fined.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol

from pipeline.extract.claims.roles import Cast, Role

_SUES_BEFORE = re.compile(
    r"\b(?:su(?:ed|es|ing|e)|(?:law)?suits? against|complaint against|action against|case against"
    r"|(?:attaque|attaqué|poursui(?:t|vi|vent)|assigne|assigné)(?: en justice)?|plainte contre|procès (?:contre|à)|action contre)\s(?:the |its |rival |l['’]|le |la )?\Z"
)
_SUED_BEHIND = re.compile(
    r"[」』]?(?:社|グループ)?(?:など)?(?:を(?:相手取|訴え|提訴|告訴)|に対(?:し|する)[^。、\n]{0,16}(?:訴訟|提訴|訴え|賠償))"
    r"|\s(?:en justice|over its|for (?:copyright|infringing|scraping|training))"
)
_CLAIMED = re.compile(
    r"\bdamages\b|\bdommages(?:[- ]et)?[- ]intérêts\b|損害賠償|賠償(?:額|請求)|請求額|の(?:支払い|賠償)を求め",
    re.IGNORECASE,
)
_WITHIN = 1500


class _Figure(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...


def is_sued(text: str, role: Role) -> bool:
    """Whether this is a company that somebody takes to court."""
    if role.type not in ("organization", "product") or not role.told:
        return False
    behind = _SUED_BEHIND.match(text, role.end, role.end + 40)
    return bool(behind or _SUES_BEFORE.search(text, max(0, role.start - 40), role.start))


def damages(text: str, cast: Cast, figures: Sequence[_Figure]) -> dict[int, str]:
    """Of the figures that are claimed in court, by index, the defendant sued last."""
    claims = [
        index
        for index, figure in enumerate(figures)
        if figure.kind == "money" and _CLAIMED.search(text, max(0, figure.start - 24), figure.end + 30)
    ]
    if not claims:
        return {}
    sued = [role for role in cast.roles if is_sued(text, role)]
    places = [role.start for role in sued]
    found: dict[int, str] = {}
    for index in claims:
        last = bisect_right(places, figures[index].start) - 1
        if last >= 0 and figures[index].start - places[last] <= _WITHIN:
            found[index] = sued[last].entity
    return found
