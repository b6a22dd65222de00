"""Introduced: a text and its links in, the places where an abbreviation that a text gives behind a name stands for it out.

ソフトバンクグループ（SBG）, the Institute for Advanced Compute (IAC): from there on SBG is the group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.extract.names.certain import Linked
from pipeline.extract.names.fold import fold_name
from pipeline.records import Entity

_GIVEN = re.compile(
    r"[ \u00a0]?[(（](?:the |ci-après |or |以下、?|略称)?[“\"«「]?[ \u00a0]?([A-Z][A-Za-z&]{1,6})[ \u00a0]?[”\"»」]?[)）]"
)
_GENERIC = frozenset(
    (
        "ai",
        "ia",
        "us",
        "uk",
        "eu",
        "ue",
        "ceo",
        "cfo",
        "cto",
        "it",
        "pc",
        "vc",
        "hbm",
        "llm",
        "gpu",
        "nyse",
        "nasdaq",
    )
)
LEAST_OF_ONE_WORD = 3
"""Letters of an abbreviation of a single word."""


def introduced(
    text: str, links: Sequence[Linked], entities: Mapping[str, Entity]
) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, entity and full name of each abbreviation that no link holds."""
    given: dict[str, tuple[int, str]] = {}
    for link in links:
        found = (
            _GIVEN.match(text, link.end) if text[link.end : link.end + 2].strip()[:1] in ("(", "（") else None
        )
        if found and found[1] not in given and _abbreviates(found[1], entities[link.entity]):
            given[found[1]] = (found.start(1), link.entity)
    if not given:
        return
    held = {place for link in links for place in range(link.start, link.end)}
    forms = "|".join(sorted(map(re.escape, given), key=len, reverse=True))
    for found in re.finditer(rf"(?<![A-Za-z0-9-])(?:{forms})(?![A-Za-z0-9-])", text):
        start, entity = given[found[0]]
        if found.start() >= start and found.start() not in held:
            yield *found.span(), entity, entities[entity].name


def _abbreviates(letters: str, entity: Entity) -> bool:
    """Whether the letters are those of one of the entity's names, in order, from its first on."""
    if entity.type == "person" or letters.lower() in _GENERIC or letters == entity.ticker:
        return False
    if sum(map(str.isupper, letters)) < 2:
        return False
    return any(
        _in_order(fold_name(letters), fold_name(name))
        for name in (entity.name, *entity.aliases)
        if " " in name or len(letters) >= LEAST_OF_ONE_WORD
    )


def _in_order(letters: str, name: str) -> bool:
    place = iter(name)
    return name[:1] == letters[:1] and all(letter in place for letter in letters)
