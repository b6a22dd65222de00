"""Find in kana: a Japanese text and what is linked in it so far in, names in katakana that were misheard or are spelled otherwise out."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from pipeline.extract.names.certain import Linked, certain_of
from pipeline.extract.names.in_kana import KanaNames
from pipeline.extract.names.kana_versions import KanaVersions, Version
from pipeline.extract.names.kana_windows import kana_windows, lettered_windows, mixed_windows
from pipeline.extract.names.meant_in_kana import is_likely, meant_in_kana, witnesses_for
from pipeline.extract.tokens import Token
from pipeline.records import Entity

LEAST_FAMILY = 3
"""Kana of a family name that is known again."""
ROUNDS = 2
"""What the first finds (a maker) speaks for others in the second."""
OF_A_VERSION = 0.9
"""The score of a version that is known by its number."""
MOST_LIKELY = 0.99
_MADE = ("model", "product", "hardware")


class Find(NamedTuple):
    """A name at [start, end) that means the entity."""

    start: int
    end: int
    entity: str
    score: float
    evidence: str


def find_in_kana(
    text: str,
    tokens: Sequence[Token],
    linked: Sequence[Linked],
    spelled_right: Mapping[int, int],
    unsure: Collection[str],
    names: KanaNames,
    kin: Mapping[str, frozenset[str]],
    catalogue: Mapping[str, Entity],
    *,
    spoken: bool,
) -> list[Find]:
    """What is meant by katakana that no alias explains.

    spelled_right: where names that the catalogue holds but nobody speaks for begin and end. unsure: whose they may be.
    """
    free = _free(text, linked)
    unheard = [
        window
        for window in (
            *kana_windows(text, tokens, free),
            *lettered_windows(text, free),
            *mixed_windows(tokens, free),
        )
        if spelled_right.get(window.start, 0) < window.end
    ]
    meanings = names.heard([window.surface for window in unheard])
    windows = [(window, heard) for window in unheard if (heard := meanings[window.surface])]
    likely = {heard[0].entity for window, heard in windows if is_likely(window, heard)}
    found: list[Find] = []
    for _ in range(ROUNDS if windows else 0):
        certain = certain_of(text, [*linked, *found], spoken=spoken)
        witnesses = lru_cache(None)(
            partial(
                witnesses_for, certain=certain, likely=likely, unsure=unsure, kin=kin, catalogue=catalogue
            )
        )  # of a name said a thousand times it is asked once
        for window, heard in windows:
            if not all(free[window.start : window.end]):
                continue
            meant = meant_in_kana(text, window, heard, witnesses, kin, catalogue)
            if meant:
                one, reason = meant
                score = round(min(1 - one.share, MOST_LIKELY), 3)
                evidence = f"sounds like {one.name.text}, {reason}"
                found.append(Find(window.start, window.end, one.entity, score, evidence))
                free[window.start : window.end] = [False] * (window.end - window.start)
    people = [one for one in found if catalogue[one.entity].type == "person"]
    return [*found, *_families_again(text, people, free)]


def find_versions(
    text: str, linked: Sequence[Linked], versions: KanaVersions, catalogue: Mapping[str, Entity]
) -> list[Find]:
    """クラウド3.5ソネット, オーパス4.5: versions beside their family or its maker."""
    named = {link.entity for link in linked}
    ends = {link.end: link.entity for link in linked}
    free = _free(text, [link for link in linked if catalogue[link.entity].type not in _MADE])
    return [
        Find(one.start, one.end, one.entity, OF_A_VERSION, f"{one.reason}, beside {witness}")
        for one in versions.find(text, free)
        if _is_piece_of(one, ends.get(one.end), catalogue)
        and (witness := next((name for name in one.witnesses if name in named), None))
    ]


def _is_piece_of(version: Version, linked: str | None, catalogue: Mapping[str, Entity]) -> bool:
    """Whether what is linked at the version's end is the version, its family or between them: the ソネット of クラウド3.7ソネット."""
    if linked is None or linked in (version.family, version.entity):
        return True
    parent = catalogue[linked].parent
    return parent is not None and (parent == version.family or linked == catalogue[version.entity].parent)


def _families_again(text: str, found: Sequence[Find], free: list[bool]) -> list[Find]:
    """マスコ, where イーロン・マスコ was heard: the family names of people by which the text goes on."""
    families: dict[str, Find] = {}
    for one in found:
        family = text[one.start : one.end].rpartition("・")[2]
        if LEAST_FAMILY <= len(family) < one.end - one.start:
            families.setdefault(family, one)
    if not families:
        return []
    again = re.compile(rf"(?<![ァ-ヺー・])(?:{'|'.join(map(re.escape, families))})(?![ァ-ヺー・])")
    return [
        Find(match.start(), match.end(), one.entity, one.score, f"family name of {text[one.start : one.end]}")
        for match in again.finditer(text)
        if all(free[match.start() : match.end()]) and (one := families[match[0]])
    ]


def _free(text: str, linked: Sequence[Linked]) -> list[bool]:
    """Of each character whether no link covers it."""
    free = [True] * len(text)
    for link in linked:
        free[link.start : link.end] = [False] * (link.end - link.start)
    return free
