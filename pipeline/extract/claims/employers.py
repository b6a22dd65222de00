"""Employers: a text's names in, for whom each person speaks out: `X, chief executive of Y`, `YのX氏`, the catalogue's parent."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.named import Named

_TITLE = (
    r"(?:chief|CEO|CFO|COO|CTO|president|chair\w*|founder|co-?founder|head|boss|director|executive|partner|vice|runs|leads|heads"
    r"|found(?:s|ed)?|co-?founded|started|fonder|fondé|cofondé|créé|créer|pilote"
    r"|directeur|directrice|PDG|patronn?e?|président\w*|fondat\w+|cofondat\w+|dirige|responsable)"
)
_TITLE_BETWEEN = re.compile(rf"[^.;\n]*\b{_TITLE}\b[^.;\n]*", re.IGNORECASE)
_COMPANY_FIRST = re.compile(r"(?:の|を率いる|率いる|\s*/\s*)[^。\n]{0,16}[・（(\s]?\Z")
_FORMER = re.compile(
    r"\b(?:former|formerly|ex-|ancien\w*|previously|passée? par|chez|its|his|her|sa|son)\b|だった|出身|元"
)
_FORMER_BEHIND = re.compile(r"\b(?:formerly|previously|once|former|passée? par|ancien\w*|ex-)")
_LEFT = re.compile(
    r"(?:,? (?:who|qui))? (?:had |has |a |avait )?(?:left|quit|quitté|quitte|leaves)\s(?:the |le |la |l['’])?"
)
"""What somebody left to found another."""
_REACH = 70
"""Characters between a person and the company in one of these turns."""


def employers_of(text: str, lang: str, names: Sequence[Named]) -> dict[str, str]:
    """The company of each person for whom the text or the catalogue tells one."""
    found = {name.entity: name.parent for name in names if name.type == "person" and name.parent}
    for index, name in enumerate(names):
        if name.type == "person" and lang != "ja" and (firm := _firm_before(text, names, index)):
            found[name.entity] = firm
            continue
        if name.type != "person" or (name.entity in found and lang != "ja"):
            continue
        company = _company_beside(text, lang, names, index)
        if company:
            found[name.entity] = company
    return found


def _firm_before(text: str, names: Sequence[Named], index: int) -> str | None:
    """Sierra, the San Francisco firm of Bret Taylor: whatever the catalogue says that he did before."""
    before = names[index - 1] if index else None
    if before is None or before.type != "organization" or names[index].start - before.end > _REACH:
        return None
    return before.entity if _FIRM_OF.fullmatch(text, before.end, names[index].start) else None


_FIRM_OF = re.compile(
    r",\s(?:the|an?|la|le|l['’]|une?)\s?(?:[^,.;\n]{0,40}\s)?(?:firm|company|group|start-?up|outfit|venture|lab|firme|entreprise|société|boîte|jeune pousse|maison) (?:of|founded by|run by|led by|started by|de|d['’]|fondée par|dirigée par)\s?"
)


def _company_beside(text: str, lang: str, names: Sequence[Named], index: int) -> str | None:
    person = names[index]
    before = names[index - 1] if index else None
    if before and before.type == "organization" and 0 <= person.start - before.end <= _REACH:
        between = text[before.end : person.start]
        if _FORMER.search(between) or _FORMER.search(text, max(0, before.start - 12), before.start):
            return None
        if _COMPANY_FIRST.fullmatch(between) if lang == "ja" else _TITLE_BETWEEN.fullmatch(between):
            return before.entity
    if lang == "ja":
        return None
    for after in names[index + 1 : index + 3]:
        if after.type == "organization" and 0 <= after.start - person.end <= _REACH:
            if _FORMER_BEHIND.search(text, person.end, after.start):
                return None
            if _TITLE_BETWEEN.fullmatch(text[person.end : after.start]):
                return after.entity
            if not _LEFT.fullmatch(text, person.end, after.start):
                return None
    return None
