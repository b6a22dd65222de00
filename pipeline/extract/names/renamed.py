"""Renamed: a text and its links in, the places where it gives a name its older name or spells its letters out, out.

Writer, called Qordoba until 2020: Qordoba is Writer. NiCE, once Neptune Intelligence Computer Engineering: the four words
are NiCE, for their first letters are its.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.extract.names.certain import Linked
from pipeline.records import Entity

REACH = 90
"""Characters behind or before an abbreviation within which its words stand."""
LEAST_LETTERS, MOST_LETTERS = 3, 8

_NAME = r"(?P<name>[A-ZÀ-Ý][\w’'&.-]*[\w](?: [A-ZÀ-Ý][\w’'&-]*[\w]){0,2})"
# Behind the name: X, formerly Y; X (ex-Y); X, called Y until 2020.
_WAS = re.compile(
    r"(?:,| \(| [–—-]) ?(?:(?:which|qui|the (?:firm|company|start-?up)|l[’']entreprise|la société) (?:was|s[’']appelait|était) )?(?:(?:formerly|previously|once|originally|then)(?: (?:known|called|named)(?: as)?)?"
    rf"|ex-|(?:anciennement|autrefois|jadis|naguère|précédemment)(?: (?:connue?|appelée?|nommée?|baptisée?)(?: sous le nom (?:de |d[’']))?)?) ?[“«\"]?\s?{_NAME}"
)
# Anywhere: back when the firm was called Y; the company, called Y until 2020.
_CALLED = re.compile(
    r"\b(?:when|until|quand|lorsque?|where)? ?(?:the (?:firm|company|start-?up|business|group)|it|we|l[’']entreprise|la société|la start-?up|elle|le groupe)"
    rf" (?:was (?:still |then |once )?(?:called|named|known as)|s[’']appelait (?:encore |alors )?) ?[“«\"]?\s?{_NAME}|\b(?:called|named|known as|appelée?|nommée?|baptisée?) {_NAME.replace('name', 'until')}"
    r" (?:until|jusqu[’'](?:en|à)) (?:\w+ )?(?:19|20)\d\d"
)
# Before the name: Y, now called X; Y, rebaptisée X.
_NOW = re.compile(
    rf"(?<![\w’'-]){_NAME},? (?:\(?(?:now|since|today|désormais|aujourd[’']hui|depuis) (?:called|known as|renamed|named|part of itself|appelée?|renommée?|rebaptisée?)|(?:which )?(?:has |was |is )?(?:since )?(?:renamed(?: itself)?|rebranded(?: itself)?(?: as| to)?)"
    r"|(?:a été |s[’']est )?(?:rebaptisée?|renommée?)) [“«\"]?\s?\Z"
)
_WORDS = re.compile(
    r"(?:[A-ZÀ-Ý][\w’'-]+(?: (?:of|for|and|de|des|du|d[’']|et|the|la|pour|&) ?| |-|, )?){3,9}"
)
_SMALL = re.compile(r"(?:of|for|and|de|des|du|et|the|la|pour|&|in|on|d[’'])")


def renamed(
    text: str, links: Sequence[Linked], entities: Mapping[str, Entity]
) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, entity and full name of each such place, and of the older name wherever else it stands."""
    held = {place for link in links for place in range(link.start, link.end)}
    older: dict[str, str] = {}
    firms = [link for link in sorted(links, key=lambda link: link.start) if _is_firm(entities[link.entity])]
    for link in firms:
        if found := _WAS.match(text, link.end):
            older.setdefault(found["name"], link.entity)
        if before := _NOW.search(text, max(0, link.start - REACH), link.start):
            older.setdefault(before["name"], link.entity)
        if (spelled := _spelled_out(text, link)) and held.isdisjoint(range(*spelled)):
            held.update(range(*spelled))
            yield *spelled, link.entity, entities[link.entity].name
    for found in _CALLED.finditer(text):
        topic = _topic(
            [link for link in firms if entities[link.entity].type == "organization"], found.start()
        )
        if topic and (name := found["name"] or found["until"]):
            older.setdefault(name, topic)
    older = {name: entity for name, entity in older.items() if len(name) >= LEAST_LETTERS}
    if not older:
        return
    forms = "|".join(sorted(map(re.escape, older), key=len, reverse=True))
    for found in re.finditer(rf"(?<![\w’'-])(?:{forms})(?![\w-])", text):
        if held.isdisjoint(range(*found.span())):
            yield *found.span(), older[found[0]], entities[older[found[0]]].name


def _is_firm(entity: Entity) -> bool:
    return entity.type in ("organization", "law", "product", "model")


def _topic(firms: Sequence[Linked], place: int) -> str | None:
    """Whom the text is about: who is named first of all, if named again or right before."""
    before = [link.entity for link in firms if link.start < place]
    if not before:
        return None
    counts = {name: before.count(name) for name in before}
    return max(counts, key=lambda name: (counts[name], name == before[0]))


def _spelled_out(text: str, link: Linked) -> tuple[int, int] | None:
    """Where the words stand of which the name has the first letters."""
    name = text[link.start : link.end]
    letters = name.upper()
    if (
        not (LEAST_LETTERS <= len(name) <= MOST_LETTERS and name.isalpha())
        or sum(map(str.isupper, name)) < LEAST_LETTERS
    ):
        return None
    low = max(0, link.start - REACH)
    for begin, end in ((link.end, link.end + REACH), (low, link.start)):
        for run in _WORDS.finditer(text, begin, end):
            words = list(re.finditer(r"[^\s,-]+", run[0]))
            for first in range(len(words)):
                initials, last = "", first
                for last in range(first, len(words)):
                    if not _SMALL.fullmatch(words[last][0]):
                        initials += words[last][0][0].upper()
                    if initials == letters:
                        return run.start() + words[first].start(), run.start() + words[last].end()
                    if not letters.startswith(initials):
                        break
    return None
