"""Evidence: whether an alias that is a plain word too (Meta, Oracle, Gemini, 孫) is the entity in this document.

In: the hit, the text and what stands in it for certain. Out: the reason for linking it, or None.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.extract.fold import is_latin
from pipeline.extract.match import Hit
from pipeline.records import Entity

NEAR = 160
"""Characters on each side in which other names and words speak for a hit."""

# What stands right before or behind a name that is a work, a star sign, a ship … and not of the industry.
_WORK_BEFORE = re.compile(
    r"(?:映画|小説|ドラマ|アニメ|漫画|楽曲|番組|film|movie|novel|series|roman|chanson|signe)[\s「『“\"«]*\Z",
    re.IGNORECASE,
)
_WORK_BEHIND = re.compile(
    r"[」』”\"»]?\s*(?:座|という映画|の映画|(?:the )?movie\b|film\b|zodiac\b|horoscope)", re.IGNORECASE
)
_COMPOUND_BEHIND = re.compile(
    r"-(?!(?:owned|backed|led|made|run|based|funded|built|designed|developed|powered|style|like)\b)[a-zà-ÿ]"
)
_HONORIFIC_BEHIND = re.compile(
    r"\s?(?:氏|さん|会長|社長|代表|CEO|CTO|CFO|COO|議長|大統領|博士|教授|容疑者|被告)"
)
_HONORIFIC_BEFORE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|M|Mme|CEO|PDG|President|président|Professor|Pr)\.?\s\Z")
_NAME_JOINED_BEFORE = re.compile(r"[ァ-ヺー]・\Z|[A-Za-zÀ-ÿ]-\Z")
_NAME_JOINED_BEHIND = re.compile(r"・[ァ-ヺ]")
_COMPANY_BEHIND = re.compile(
    r"(?:’s|'s)? (?:will|said|says|announced|plans|unveiled|launched|released|reported|acquired|hired|invested|spent|raised|sued"
    r"|shares|stock|CEO|executives|Inc|Corp|a annoncé|a lancé|a dévoilé|va|prévoit|compte|investit)\b"
    r"|(?:社|株|幹部)|(?:は|が)[^。\n]{0,60}(?:発表|投資|買収|公開|開発|リリース|調達|提携|発売|参入|出資|投じ)"
)
_LISTED_BEHIND = re.compile(r"\s*(?:,|&|/|\band\b|\bor\b|\bet\b|\bou\b|、|や|と)\s*")
_SENTENCE_BEGINS = re.compile(r"(?:\A|[.!?:\n][\s\"“«']*|[\"“«]\s?)\Z")
_PLAIN_BEHIND = re.compile(r"\s(?:it|out|that|this|these|the|an?|your|our|how|what|why|is an?)\b")
_NEXT_WORD = re.compile(r"[ \u00a0]([A-ZÀ-Ý][\w’'-]+)")


@dataclass(frozen=True, slots=True)
class Certain:
    """What is linked in a document without doubt: positions by entity, and its text in lower case."""

    lowered: str
    positions: Mapping[str, list[int]]
    caseless: bool

    def near(self, entity: str, position: int, reach: int = NEAR) -> bool:
        return any(abs(other - position) <= reach for other in self.positions.get(entity, ()))

    def soon(self, position: int) -> str | None:
        """An entity that is named within a few characters from here on."""
        return next(
            (
                name
                for name, places in self.positions.items()
                if any(0 <= one - position <= 8 for one in places)
            ),
            None,
        )


def honoured(text: str, hit: Hit) -> bool:
    """Whether a person's title stands at the name."""
    return bool(_HONORIFIC_BEHIND.match(text, hit.end)) or bool(
        _HONORIFIC_BEFORE.search(text, max(0, hit.start - 12), hit.start)
    )


def evidence_for(hit: Hit, text: str, entity: Entity, kin: frozenset[str], certain: Certain) -> str | None:
    """Why this ambiguous hit is the entity: its own full name, its kin, its context words, or names around it.

    kin: ids of the entity's parent, children and siblings in the catalogue.
    """
    if _is_something_else(hit, text, certain):
        return None
    if entity.id in certain.positions:
        return f"{entity.name} is named in full"
    relatives = sorted((relative for relative in kin if relative in certain.positions), key=len)
    if relatives:
        return f"beside {relatives[0]}"
    if _next_word_is_foreign(hit, text, entity):
        return None
    around = certain.lowered[max(0, hit.start - NEAR) : hit.end + NEAR]
    for word in entity.context:
        if word.lower() in around:
            return f"near the word {word}"
    if entity.type == "organization" and _COMPANY_BEHIND.match(text, hit.end):
        return "does what companies do"
    if _LISTED_BEHIND.match(text, hit.end) and (listed := certain.soon(hit.end)):
        return f"listed with {listed}"
    if _SENTENCE_BEGINS.search(text, max(0, hit.start - 3), hit.start) and _PLAIN_BEHIND.match(text, hit.end):
        return None  # "Figure it out": the capital is the sentence's
    others = [name for name in certain.positions if certain.near(name, hit.start)]
    if others:
        return f"near {others[0]}"
    if len(certain.positions) >= 2:
        return f"among {', '.join(sorted(certain.positions)[:2])}"
    return None


def _is_something_else(hit: Hit, text: str, certain: Certain) -> bool:
    surface = text[hit.start : hit.end]
    if is_latin(surface[0]) and surface.islower() and not hit.alias.text.islower() and not certain.caseless:
        return True
    return bool(
        _WORK_BEFORE.search(text, max(0, hit.start - 12), hit.start)
        or _WORK_BEHIND.match(text, hit.end)
        or _COMPOUND_BEHIND.match(text, hit.end)
        or _NAME_JOINED_BEFORE.search(text, max(0, hit.start - 2), hit.start)  # Jean-Claude, ジャン・クロード
        or _NAME_JOINED_BEHIND.match(text, hit.end)  # クロード・モネ
    )


def _next_word_is_foreign(hit: Hit, text: str, entity: Entity) -> bool:
    """Claude Monet, Oracle Park: a capitalised word behind that the catalogue does not know beside this name."""
    following = _NEXT_WORD.match(text, hit.end)
    if not following or not is_latin(text[hit.end - 1]):
        return False
    known = " ".join((*entity.context, *entity.aliases)).lower()
    return following[1].lower() not in known
