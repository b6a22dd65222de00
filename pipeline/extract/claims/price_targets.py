"""Price targets: a figure with its text in, whether it is what analysts think a share is worth, and who then does not own it, out.

The company whose share it is owns a target, and never the house that sets it: Jefferies kept its target for Micron at $310.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.claims.roles import Cast, Role
from pipeline.records import OrganizationKind

_BEFORE = 70
"""Characters before a figure in which the word may stand."""
_SAYS_SO = re.compile(
    r"\b(?:price targets?|target price|(?:its|his|her|their|a|the) targets?|targets? (?:for|on|of)|objectif de cours|(?:son|leur|un|l['’]) ?objectif(?= (?:à|de|sur|passe|est|relevé|abaissé)\b))"
    r"(?![^.;\n]{0,40}\b(?:GW|MW|gigawatts?|megawatts?|users|revenue|sales|year|chiffre d'affaires|utilisateurs|mobiliser|lever|investir)\b)[^.;\n]{0,50}\Z"
    r"|目標株価[^。\n]{0,24}\Z",
    re.IGNORECASE,
)
_NEAR = 50
_SETS = re.compile(r"(?!['’]s|の)[^.。;\n]{0,30}")
"""Between the house and its target; behind `Micron's` stands that for Micron."""
_WORTH = 1_000_000
"""Of whatever currency: no share is dearer."""
_HOUSES: frozenset[OrganizationKind] = frozenset(("bank", "analyst"))


def may_own_target(
    text: str, cast: Cast, start: int, kind: str, most: float, roles: Sequence[Role]
) -> list[int] | None:
    """If the figure at `start` is a target for the price of a share, the places of the roles that may own it; else None.

    `most`: how much it is at most, in its currency.
    """
    if kind != "money" or most >= _WORTH:
        return None
    word = _SAYS_SO.search(text, max(0, start - _BEFORE), start)
    if word is None:
        return None
    named = [role.entity for role in cast.within(word.start(), start) if role.told]
    if named:  # its target for hynix
        return [place for place, role in enumerate(roles) if role.entity == named[-1]]
    before = [role for role in cast.within(max(0, word.start() - _NEAR), word.start()) if role.told][-1:]
    setter = next((role.entity for role in before if _SETS.fullmatch(text, role.end, word.start())), None)
    return [
        place
        for place, role in enumerate(roles)
        if role.type == "organization"
        and role.profile.kind not in _HOUSES
        and not role.watches
        and role.entity != setter
    ]
