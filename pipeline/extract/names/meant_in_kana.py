"""Meant in kana: a run of katakana and the entities that it sounds like in, the one that the document speaks for out.

A given and a family name that are both nearly right say much by themselves; one word says it where no dictionary holds it and
the document is of the industry; words of the dictionary (ムービージャン) must stand beside their maker.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.extract.names.against import AGAINST
from pipeline.extract.names.certain import Certain, says
from pipeline.extract.names.in_kana import Heard
from pipeline.extract.names.kana_windows import KanaWindow
from pipeline.records import Entity

EQUAL = 0.05
"""Share of a name's size up to which it is only spelled otherwise."""
NEAR = 0.12
"""Up to which a slip is likely, where several things speak for it."""
LONG, LONG_PERSON = 4.4, 5.4
"""Sizes from which on chance is hardly to be thought of."""
OTHER_FAMILY = 0.12
"""Distance from which on a family name that the dictionary holds is another one."""
KNOWN_WELL = 4
"""Kin from which on an entity is known well."""
AMONG = 2
"""Other names of the industry that make a document one of the industry."""
TIED = 0.03
"""Shares that are as good as one another."""
MOST_ABOVE = 3

_INTRODUCED = re.compile(
    r"(?:スタートアップ|新興企業|新興|ベンチャー|ベンチャー企業|企業|会社|メーカー)の?[「『“\"]?\Z"
)
_INTRODUCED_BEHIND = re.compile(r"[」』”\"]?(?:という|っていう|なる)[^、。]{0,12}(?:企業|会社|スタートアップ|ベンチャー|ファンド)|[（(]本社")


def meant_in_kana(
    text: str,
    window: KanaWindow,
    heard: Sequence[Heard],
    certain: Certain,
    kin: Mapping[str, frozenset[str]],
    catalogue: Mapping[str, Entity],
) -> tuple[Heard, str] | None:
    """The entity and why the document means it, or None where none or two are meant as well."""
    spoken_for = [(one, reason) for one in heard if (reason := _why(text, window, one, certain, kin, catalogue))]
    if not spoken_for:
        return None
    rivals = [one for one, _ in spoken_for[1:] if one.share - spoken_for[0][0].share < TIED]
    first = spoken_for[0][0]
    if rivals and not any(one.entity in kin[first.entity] for one in rivals):
        return None
    return spoken_for[0]


def _why(
    text: str,
    window: KanaWindow,
    heard: Heard,
    certain: Certain,
    kin: Mapping[str, frozenset[str]],
    catalogue: Mapping[str, Entity],
) -> str | None:
    entity = catalogue[heard.entity]
    if entity.id in certain.positions:
        beside: str | None = f"{entity.name} is named in full"
    else:
        close = next((name for name in _close(entity, kin[entity.id], catalogue) if name in certain.positions), None)
        related = close or next((name for name in sorted(kin[entity.id]) if name in certain.positions), None)
        word = next(
            (word for word in entity.context if not word.startswith(AGAINST) and says(certain.lowered, word.lower())),
            None,
        )
        beside = f"beside {related or word}" if related or word else None
    others = len(certain.positions.keys() - {entity.id})
    among = f"among {others} names" if others else None
    well_known = len(kin[entity.id]) >= KNOWN_WELL
    if entity.type == "person":
        return _why_person(window, heard, beside, among, others)
    if entity.type in ("model", "product", "hardware", "project") and not beside:
        return None
    if _is_introduced(text, window) and heard.share > EQUAL:
        return beside if heard.share <= EQUAL * 2 and window.unknown and heard.size >= LONG else None
    if not window.unknown:  # words of the dictionary, side by side
        near = heard.share <= (EQUAL * 2 if heard.size >= LONG else EQUAL)
        return beside if near or (beside and "・" in window.surface and heard.share <= NEAR) else None
    if heard.name.latin and (heard.share > EQUAL or heard.size < LONG or heard.name.plain):
        return beside if heard.share <= (NEAR if heard.size >= LONG else EQUAL * 2) else None
    if heard.share <= EQUAL:
        return beside or (among if heard.size >= LONG or others >= AMONG else None)
    if heard.share <= NEAR and heard.size >= LONG:
        return beside or (among if well_known or others >= AMONG else None)
    return beside


def _why_person(
    window: KanaWindow, heard: Heard, beside: str | None, among: str | None, others: int
) -> str | None:
    """Of a person, whose name has a given and a family name, both of which are nearly right."""
    if "・" not in window.surface:
        return beside if window.unknown and heard.share <= EQUAL and len(heard.name.parts) > 1 else None
    if not window.family and heard.last > OTHER_FAMILY:
        return None  # another family name, which the dictionary holds
    if heard.size < LONG_PERSON:
        return beside if heard.share <= EQUAL else None
    if not window.unknown and heard.name.latin:
        return beside if heard.share <= NEAR else None  # ポール・スミス is not always that of Anthropic
    if heard.share <= EQUAL:
        return beside or among
    return beside if beside and heard.share <= NEAR else among if heard.share <= NEAR and others >= 1 else None


def _is_introduced(text: str, window: KanaWindow) -> bool:
    """Whether the text tells what it is, as of something new."""
    return bool(
        _INTRODUCED.search(text, max(0, window.start - 12), window.start)
        or _INTRODUCED_BEHIND.match(text, window.end)
    )


def _close(entity: Entity, kin: frozenset[str], catalogue: Mapping[str, Entity]) -> list[str]:
    """Its maker, its maker's makers, and what it makes."""
    above, line = entity, []
    for _ in range(MOST_ABOVE):
        if not above.parent:
            break
        line.append(above.parent)
        above = catalogue[above.parent]
    return line + sorted(name for name in kin if catalogue[name].parent == entity.id)
