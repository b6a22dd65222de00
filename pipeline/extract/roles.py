"""Roles: the names of a text in, how much each looks like the one who owns what its clause says, out.

Japanese says it by the particle behind a name (は, が, も before の before the rest), English and French by what stands before
it: a name behind a preposition, or inside a clause of its own between commas, is not what the sentence is about.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.names import Link
from pipeline.extract.sentences import Sentences
from pipeline.records import Entity

SUBJECT, POSSESSOR, OTHER, OBLIQUE = 3, 2, 1, 0
"""How much a name looks like the one who owns what its clause says."""


@dataclass(frozen=True, slots=True)
class Role:
    """A name's place, the entity it stands for (`the maker of ChatGPT` for OpenAI), and its rank."""

    start: int
    end: int
    entity: str
    rank: int


_TITLES = r"(?:社|グループ|氏|さん|CEO|会長|社長)?(?:自身)?(?:[（(][^()（）]{1,20}[)）])?"
_TOPIC = re.compile(rf"{_TITLES}(?:に関して|について)?(?:は|が|も)(?!ちろん)")
_OWN_TOPIC = re.compile(rf"{_TITLES}の[^。、「」はがも]{{1,16}}(?:は|が)(?!ら)")
_OF = re.compile(rf"{_TITLES}の")
_OBLIQUE = re.compile(rf"{_TITLES}(?:に|へ|から|と|で(?:は|も)?|を|より|や)(?!つい|関し)")
_PREPOSITION = re.compile(
    r"\b(?:by|with|from|to|into|in|of|than|like|against|for|between|via|on|at|par|de|du|des|d['’]|avec|dans|à|au|aux|pour"
    r"|contre|que|chez|sur)\s*(?:the |its |l['’]|le |la |les |un |une )?(?:[a-zà-ÿ-]+ )?\Z"
)
_LISTED = re.compile(r"(?:\s*,\s*|\s*,?\s+(?:and|or|et|ou)\s+|、|や|と)\Z")
_SAID = re.compile(r"\s*(?:says?|said|told|announced|according|reports?|a déclaré|selon)", re.IGNORECASE)
_OWN_CLAUSE = re.compile(
    r",\s(?:which|who|whose|where|backed|led|founded|owned|based|qui|dont|où|menée?s?|fondée?s?|soutenue?s?)\b[^.;]*?,",
    re.IGNORECASE,
)
_MAKER_BEFORE = re.compile(
    r"\b(?:maker|creator|developer|owner|parent|créateur|éditeur|propriétaire|entreprise|société|start-up) (?:of |de |d['’])\Z",
    re.IGNORECASE,
)
_MAKER_BEHIND = re.compile(
    r"(?:[ -](?:maker|creator|developer|owner|parent)\b)|(?:の|を)?(?:開発元|運営元|親会社|開発する|手掛ける|手がける)",
    re.IGNORECASE,
)


def roles(
    text: str, sentences: Sentences, links: Sequence[Link], entities: Mapping[str, Entity], *, japanese: bool
) -> list[Role]:
    """The role of each link, in order."""
    found: list[Role] = []
    aside: tuple[int, list[tuple[int, int]]] = (-1, [])
    for link in links:
        start, end = sentences.around(link.start)
        entity = entities[link.entity]
        if maker := _maker(text, link, entity, start):
            found.append(Role(link.start, link.end, maker, SUBJECT))
            continue
        if japanese:
            rank = _japanese_rank(text, link, start)
        else:
            if aside[0] != start:
                aside = (start, [match.span() for match in _OWN_CLAUSE.finditer(text, start, end)])
            rank = _latin_rank(text, link, start)
            if rank and any(low < link.start < high for low, high in aside[1]):
                rank = OTHER
            if found and found[-1].start >= start and _LISTED.fullmatch(text, found[-1].end, link.start):
                rank = min(rank, found[-1].rank)  # A, B and C share what A is
        if (
            entity.type == "person" and rank > OBLIQUE
        ):  # people speak of figures more often than they own them
            rank -= 1
        found.append(Role(link.start, link.end, link.entity, rank))
    return found


def _maker(text: str, link: Link, entity: Entity, start: int) -> str | None:
    """The parent, where the name only says whose it is: the maker of ChatGPT, ChatGPTの開発元."""
    if entity.parent and (
        _MAKER_BEFORE.search(text, max(start, link.start - 16), link.start)
        or _MAKER_BEHIND.match(text, link.end)
    ):
        return entity.parent
    return None


def _japanese_rank(text: str, link: Link, start: int) -> int:
    if _TOPIC.match(text, link.end) or _OWN_TOPIC.match(text, link.end):
        return SUBJECT
    if text[link.end : link.end + 1] == "、" and link.start - start <= 2:  # the way of headlines
        return SUBJECT
    if _OF.match(text, link.end):
        return POSSESSOR
    return OBLIQUE if _OBLIQUE.match(text, link.end) else OTHER


def _latin_rank(text: str, link: Link, start: int) -> int:
    if _SAID.match(text, link.end):
        return OTHER
    if _PREPOSITION.search(text, max(start, link.start - 28), link.start):
        return OBLIQUE
    return SUBJECT
