"""Members: the catalogue's models in, the parts of their names that tell them from their family out; and who belongs to whom.

Claude Opus 4.5 is `Opus 4.5` of Claude, DeepSeek-V3 is `V3` of DeepSeek, Nova Pro is `Pro` of Nova.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from pipeline.extract.names.fold import fold_name
from pipeline.records import Entity

REMEMBERED = 20_000
"""Names whose folded form is worked out once."""
PLAIN = frozenset(
    (
        *(
            "Mini",
            "Nano",
            "Micro",
            "Tiny",
            "Small",
            "Medium",
            "Large",
            "Pro",
            "Max",
            "Plus",
            "Ultra",
            "Flash",
            "Lite",
            "Light",
        ),
        *("Turbo", "Instant", "Fast", "Heavy", "Air", "Base", "Premier", "Thinking", "Flash-Lite", "Go"),
    )
)
"""Words that makers hang on a family's name and that are words of a language: alone they mean little."""
TELLING = frozenset(("Opus", "Sonnet", "Haiku", "Maverick", "Scout", "Behemoth"))
"""Those that, beside the family or its maker, are said of nothing else."""

LETTER_AND_NUMBER = re.compile(r"[VRK]\d")
"""What makers of machines hang on their own name too: Unitree R1."""
_TAIL = re.compile(r"[ \u00a0\-‐–・]?(.+)\Z")
_LETTERED = re.compile(r"([a-z])\d{1,2}")


def members_of(entities: Mapping[str, Entity]) -> dict[str, list[str]]:
    """By the folded part of its own (opus45, pro, v3): the models that have it behind a family's or maker's name.

    Under a letter with … stand the families and makers whose versions have that letter.
    """
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for entity in entities.values():
        if entity.type not in ("model", "product"):
            continue
        for part in own_parts(entity, entities, (entity.name, *entity.aliases)):
            if entity.type == "model" or part.title() in PLAIN or LETTER_AND_NUMBER.fullmatch(part):
                form = fold_name(part)
                found[form][entity.id] = None
                if (lettered := _LETTERED.fullmatch(form)) and entity.type == "model":
                    found[versions_of(lettered[1])][entity.parent or entity.id] = None
    return {part: list(ids) for part, ids in found.items()}


_form = lru_cache(maxsize=REMEMBERED)(fold_name)


def versions_of(letter: str) -> str:
    """The key under which stand those whose versions have this letter."""
    return f"{letter.lower()}…"


def own_parts(entity: Entity, entities: Mapping[str, Entity], names: Iterable[str]) -> Iterator[str]:
    """What follows the family's or the maker's name in these names of the entity."""
    stems = [
        stem
        for one in (entity.id, *above(entity.id, entities))
        for stem in (entities[one].name, *entities[one].aliases)
        if entities[one].type in ("model", "product") or entity.type == "model"
    ]
    family = any(entities[one].type in ("model", "product") for one in above(entity.id, entities))
    makers = [] if family or not entity.parent else [entities[entity.parent].name]  # Perplexity Max
    for name in names:
        form = _form(name)
        for stem in (*stems, *makers):
            if not (len(form) > len(own := _form(stem)) and own in form):
                continue
            place = 0 if form.startswith(own) else name.find(f" {stem} ") + 1  # abonnement ChatGPT Plus
            if not form.startswith(own) and not place:
                continue
            length = next(
                size for size in range(place + len(own), len(name)) if fold_name(name[place:size]) == own
            )
            found = _TAIL.fullmatch(name, length)
            one_word = name[length].isalpha() and name[length - 1].isalpha() and stem.isascii()
            if (
                found
                and not one_word
                and (stem not in makers or found[1] in PLAIN or LETTER_AND_NUMBER.fullmatch(found[1]))
            ):
                yield found[1]


def related(one: str, other: str, entities: Mapping[str, Entity]) -> bool:
    """Whether two members are the same, of one family or one maker's families, or one of them the other's family."""
    if one == other:
        return True
    mine, theirs = entities[one], entities[other]
    return (
        mine.parent == other
        or theirs.parent == one
        or (mine.parent is not None and mine.parent == theirs.parent and mine.type == theirs.type)
        or (
            mine.type == theirs.type == "model"
            and _maker(one, entities) == _maker(other, entities) is not None
        )
    )


def _maker(entity: str, entities: Mapping[str, Entity]) -> str | None:
    return next((one for one in above(entity, entities) if entities[one].type == "organization"), None)


def above(entity: str, entities: Mapping[str, Entity]) -> Iterator[str]:
    """Its family, that one's, and so on up to the maker."""
    one = entities[entity].parent
    while one and one in entities:
        yield one
        one = entities[one].parent


def line(entity: str, entities: Mapping[str, Entity]) -> frozenset[str]:
    """The entity, its family and its first maker."""
    upwards = [entity]
    for one in above(entity, entities):
        upwards.append(one)
        if entities[one].type == "organization":
            break
    return frozenset(upwards)
