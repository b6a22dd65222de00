"""Longer: a written text and its links in, those out that are no piece of a longer name: HP Tech Ventures is not HP, nor LG AI Research LG.

Funds, institutes and research houses named after a firm or a founder are others than these; what is only the firm's own form
(Vertiv Holdings, SK hynix Inc.) is not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from pipeline.extract.names.fold import fold_name
from pipeline.extract.names.link import Link
from pipeline.records import Entity

_HOUSE: Final = re.compile(
    r" (?:[A-Z][\w&-]*[ ]){0,2}(?:Ventures|Capital|Research|Institute|Foundation|Expeditions|Fund|Family Office)\b(?! of\b)"
)
_SURNAME: Final = re.compile(
    r" (?!(?:Inc|Jr|Sr|CEO|CTO|CFO|II|III|IV)\b)[A-Z][a-zà-ÿ]{2,}\b(?!['’]s? ?[a-z])"
)
_INITIALS: Final = re.compile(r" (?:AI|IA)\b")


def without_pieces(text: str, links: Sequence[Link], entities: Mapping[str, Entity]) -> list[Link]:
    """The links without those that a longer name holds, which the catalogue does not have."""
    starts = {link.start for link in links}
    return [link for link in links if not _is_a_piece(text, link, entities[link.entity], starts)]


def _is_a_piece(text: str, link: Link, entity: Entity, starts: set[int]) -> bool:
    if link.end + 1 in starts or link.method == "phonetic" or not text.startswith(" ", link.end):
        return False
    if entity.type == "person":
        return " " not in text[link.start : link.end] and bool(_SURNAME.match(text, link.end))
    if entity.type != "organization":
        return False
    house = _HOUSE.match(text, link.end)
    if house and not any(link.end < start < house.end() for start in starts):
        return not _is_its_name(text[link.start : house.end()], entity)
    if link.method == "short-name" and (initials := _INITIALS.match(text, link.end)):
        return not _is_its_name(text[link.start : initials.end()], entity)
    return False


def _is_its_name(longer: str, entity: Entity) -> bool:
    return fold_name(longer) in {fold_name(name) for name in (entity.name, *entity.aliases)}
