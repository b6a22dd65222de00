"""Shortened: a text and its full names of organisations in, the places where their first words alone go on for them out.

Universal Music Group is Universal from then on, Boyd Thermal is Boyd, the Crane Clean Energy Center is Crane. A plain
word must stand where no sentence gives it its capital, or do what companies do.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from pipeline.extract.candidates.plain_words import FIRST_NAMES, GENERIC, gazetteer
from pipeline.extract.names import name_cues as cues
from pipeline.extract.names.against import begins_a_sentence
from pipeline.extract.names.certain import Linked
from pipeline.extract.names.common_words import COMMON, how_often, is_everyday
from pipeline.extract.names.windows import is_function_word
from pipeline.records import Entity

LEAST_LETTERS = 4
MOST_WORDS = 7
"""Words of a name that is shortened so."""

_WORD = re.compile(r"[A-ZÀ-Ý][\w’'&-]*[\w]|[a-z]+|&")
_INSTITUTION = re.compile(
    r"Commission|Ministry|Minist(?:ère|re)|Department|Universit[yé]|Institute?|National|Agence|Agency|Conseil|Council|Banque|Bank|Fonds|Office|Bureau"
    r"|Autorité|Authority|Cour|Court|Senate|Sénat|Royal|Federal|Haute?|Central|Supreme|Saint|Sainte|General|International"
)
_LETTERS_BEHIND = re.compile(r"[\w&-]|[ \u00a0](?!(?:CEO|CFO|CTO|COO)\b)[A-ZÀ-Ý]|\.\w|’[a-rt-z]")


def shortened(
    text: str, links: Sequence[Linked], entities: Mapping[str, Entity]
) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, entity and full name of each place that no link holds."""
    heads: dict[str, tuple[int, str]] = {}
    people = {word for link in links for word in _persons_words(text, link, entities)}
    whole = {text[link.start : link.end] for link in links}
    for link in sorted(links, key=lambda link: link.start):
        if " " in (name := text[link.start : link.end]) and _is_shortened(entities[link.entity]):
            above = entities.get(entities[link.entity].parent or "")
            makers = {above.name, *above.aliases, *above.short} if above else set()
            for head in _heads(name):
                if head not in whole and head not in people and head not in makers:
                    heads.setdefault(head, (link.end, link.entity))
    if not heads:
        return
    held = {place for link in links for place in range(link.start, link.end)}
    ends = {link.end for link in links}
    forms = "|".join(sorted(map(re.escape, heads), key=len, reverse=True))
    for found in re.finditer(rf"(?<![\w’'&.-])(?:{forms})(?![\w&-])", text):
        begin, entity = heads[found[0]]
        if found.start() >= begin and found.start() not in held and _stands_alone(text, *found.span(), ends):
            yield *found.span(), entity, entities[entity].name


def _is_shortened(entity: Entity) -> bool:
    return entity.type in ("organization", "project")


def _persons_words(text: str, link: Linked, entities: Mapping[str, Entity]) -> Sequence[str]:
    if entities[link.entity].type != "person":
        return ()
    return [*text[link.start : link.end].split(" "), *entities[link.entity].name.split(" ")]


def _heads(name: str) -> Iterator[str]:
    """The beginnings of the name that tell it: Universal Music and Universal, and neither Bank nor European."""
    words = name.split(" ")
    if len(words) > MOST_WORDS or not all(map(_WORD.fullmatch, words)):
        return
    for count in range(len(words) - 1, 0, -1):
        head = words[:count]
        last = head[-1]
        if is_function_word(last) or last == "&" or not last[0].isupper():
            continue
        if count == 1:
            if _tells(last):
                yield last
        elif head[0][0].isupper() and any(map(_tells, head)) and not all(map(is_everyday, head)):
            yield " ".join(head)


def _tells(word: str) -> bool:
    small = word.lower()
    return (
        len(word) >= LEAST_LETTERS
        and word[0].isupper()
        and not word.isupper()
        and not is_everyday(small)
        and small not in gazetteer()
        and small not in FIRST_NAMES
        and small not in GENERIC
        and not _INSTITUTION.fullmatch(word)
    )


def _stands_alone(text: str, start: int, end: int, ends: Collection[int]) -> bool:
    """Whether the words are no piece of another name, nor a sentence's first plain word."""
    if _LETTERS_BEHIND.match(text, end) or cues.SCHOLAR_BEFORE.search(text, max(0, start - 16), start):
        return False
    before = cues.CAPITAL_BEFORE.search(text, max(0, start - 20), start)
    if before and not (
        before.end(1) in ends
        or cues.TITLE.fullmatch(before[1])
        or cues.OPENER.fullmatch(before[1])
        or is_function_word(before[1])
    ):
        return False
    plain = " " not in text[start:end] and how_often(text[start:end]) >= COMMON
    return not (plain and begins_a_sentence(text, start)) or bool(cues.PREDICATE_BEHIND.match(text, end))
