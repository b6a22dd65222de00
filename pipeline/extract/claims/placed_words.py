"""Placed words: a word that says by its place whom it means (the former, its rival, ce dernier) and what was heard in, that one out."""

from __future__ import annotations

from itertools import pairwise

from msgspec import structs

from pipeline.extract.claims.heard import REMEMBERED, Heard
from pipeline.extract.claims.referents import Referent
from pipeline.extract.claims.roles import Role
from pipeline.extract.claims.standing import OTHER, POSSESSOR
from pipeline.extract.sentences import Sentences
from pipeline.records import EntityType


def rival(word: Referent, heard: Heard, sentences: Sentences) -> list[Role]:
    """The company named last before the one that the sentence, or the one before, is about."""
    last = heard.roles[-1] if heard.roles else None
    if last and 0 <= word.start - last.end <= 2:  # Anthropic, its closest rival, …
        return [structs.replace(last, standing=0.0)]
    about = next((role.entity for role in reversed(heard.roles[-8:]) if role.standing <= POSSESSOR), None)
    for role in reversed(heard.roles[-REMEMBERED:]):
        if sentences.count_between(role.start, word.start) > 3:
            break
        if role.told and role.type == "organization" and role.entity != about and not role.public:
            return [structs.replace(role, standing=0.0)]
    return []


def last(word: Referent, heard: Heard, sentences: Sentences) -> list[Role]:
    """Ce dernier: the last that was named."""
    for role in reversed(heard.roles[-8:]):
        if sentences.count_between(role.start, word.start) > 2:
            break
        if role.told and role.start < word.start:
            return [structs.replace(role, standing=0.0)]
    return []


def of_two(word: Referent, heard: Heard, sentences: Sentences) -> list[Role]:
    """The former or the latter of the last two companies that were named, and of the last two things."""
    which = 0 if word.sort == "latter" else 1
    joined = _pair(heard, word, sentences)
    if joined:
        return [structs.replace(joined[which], standing=0.0)]
    found: list[Role] = []
    for types in (("organization",), ("model", "product", "hardware")):
        two: list[Role] = []
        for role in reversed(heard.roles[-REMEMBERED:]):
            if len(two) == 2 or sentences.count_between(role.start, word.start) > 3:
                break
            if role.told and role.type in types and role.entity not in [one.entity for one in two]:
                two.append(role)
        if len(two) > which:
            found.append(structs.replace(two[which], standing=0.0))
    return found


def _pair(heard: Heard, word: Referent, sentences: Sentences) -> list[Role]:
    """The latest two that an `and` joins, the second first; both are of one type and standing."""
    told = [role for role in heard.roles[-8:] if role.told]
    for second, first in pairwise(reversed(told)):
        if sentences.count_between(first.start, word.start) > 3:
            break
        joined = second.start - first.end <= 3 and first.standing == second.standing <= OTHER
        if joined and first.type == second.type and first.entity != second.entity:
            return [second, first]
    return []


def first(heard: Heard, costs: dict[EntityType, float]) -> list[Role]:
    found = [role for role in heard.roles[:200] if role.type in costs and role.told]
    return [structs.replace(min(found[:6], key=lambda role: costs[role.type]), standing=0.0)] if found else []
