"""Meant: a word that sounds like an entity in, whether the document speaks for that entity out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.extract.names.against import AGAINST
from pipeline.extract.names.certain import Certain, says
from pipeline.extract.names.misheard import Suspect
from pipeline.records import Entity

SURELY_ALIKE = 0.82
"""Likeness below which a misheard name needs two things in the document that speak for it."""
AMONG = 2
"""Names of the industry that speak for a name written nearly as it should be."""
SURELY_MEANT, AMONG_MANY = 0.9, 4
"""Likeness, and how many names of the industry then speak, in speech, for one that has no kin there."""
LONG_NAME, WELL_ALIKE = 10, 0.93
"""Characters of a person's full name, and likeness, that are hardly chance."""
MOST_ABOVE = 3
"""Steps from a version up to its maker."""
HOUSEHOLD = 20
"""Kin from which on a name is on every tongue: open eye."""
KNOWN_TO_ALL = 10
"""Products and people of its own that make a name heard in an article and a word: an tropic."""
KNOWN_WELL = 4
"""Kin from which on a name is heard where nothing else of its own is said."""


def speaks_for(
    entity: Entity,
    suspect: Suspect,
    kin_of_it: frozenset[str],
    certain: Certain,
    clear: set[str],
    catalogue: Mapping[str, Entity],
) -> str | None:
    """Why the document means the entity by a word that only sounds like it, or None.

    clear: entities whose own misheard names are beyond doubt. catalogue: the catalogue, for whose child a kin is.
    """
    own = sum(catalogue[name].parent == entity.id for name in kin_of_it if name in catalogue)
    if suspect.phrase and own < KNOWN_TO_ALL:
        return None
    strongly = (suspect.daring and suspect.likeness < 1) or suspect.likeness < SURELY_ALIKE
    if entity.id in certain.positions:
        return f"{entity.name} is named in full"
    words = [
        word
        for word in entity.context
        if not word.startswith(AGAINST) and says(certain.lowered, word.lower())
    ]
    kin = sorted(kin_of_it & (certain.positions.keys() | clear))
    close = [name for name in kin if catalogue[name].parent == entity.id or entity.parent == name]
    close += [name for name in _makers(entity, catalogue) if name in certain.positions and name not in close]
    enough = bool(close or (words and certain.positions)) and not strongly
    among = len(certain.positions) >= (AMONG_MANY if suspect.daring else AMONG)
    written = not suspect.daring and suspect.likeness >= SURELY_MEANT and suspect.long
    in_speech = certain.spoken and bool(
        close or (suspect.clear and (kin or suspect.likeness >= SURELY_MEANT))
    )
    named = entity.type in ("person", "organization") or any(
        catalogue[name].parent == entity.id for name in kin_of_it if name in catalogue
    )  # a product with none of its own is heard in plain words only beside its maker
    split = " " in certain.lowered[suspect.start : suspect.end]
    if suspect.everyday and not split and not (kin or close or words):
        return None  # le copilote de l'avion
    others = certain.positions.keys() | (clear - {entity.id})
    if suspect.clear and certain.spoken and len(kin_of_it) >= HOUSEHOLD and len(others) >= AMONG:
        return f"among {len(others)} names"
    if (
        suspect.exact
        and certain.spoken
        and suspect.likeness >= SURELY_MEANT
        and len(kin_of_it) >= HOUSEHOLD
        and among
    ):
        return f"among {len(certain.positions)} names"
    if (
        entity.type == "person"
        and certain.spoken
        and len(certain.positions) >= AMONG
        and suspect.end - suspect.start >= LONG_NAME
        and suspect.likeness >= WELL_ALIKE
    ):
        return f"among {len(certain.positions)} names"
    big = entity.type == "person" or len(kin_of_it) >= KNOWN_WELL
    if among and big and (named or not suspect.daring) and (written or (in_speech and suspect.clear)):
        return f"among {len(certain.positions)} names"
    in_speech = certain.spoken and bool(close or (suspect.clear and kin))
    if enough or in_speech or len(words) + len(kin) >= 2 or len(close) >= 2:
        return f"beside {', '.join(list(dict.fromkeys([*kin, *close, *words]))[:3])}"
    return None


def _makers(entity: Entity, catalogue: Mapping[str, Entity]) -> Iterator[str]:
    """Whose it is, from its parent's parent up: Alibaba's Qwen 3."""
    above = catalogue.get(entity.parent or "")
    for _ in range(MOST_ABOVE):
        if not above or not above.parent:
            return
        yield above.parent
        above = catalogue.get(above.parent)
