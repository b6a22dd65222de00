"""Trades: names that are plain words or short too in, links out for those told among others of their trade.

Constellation, between Vistra and Talen, is the power company; アクセル, between two funds, is the fund. What an organization's
trade is stands in the catalogue (`kind`); how a name has to stand there is told by the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from pipeline.extract.candidates.plain_words import FIRST_NAMES
from pipeline.extract.names import evidence_kinds as kinds
from pipeline.extract.names import name_cues as cues
from pipeline.extract.names.case import Case
from pipeline.extract.names.certain import Certain, certain_of
from pipeline.extract.names.common_words import how_often, is_common
from pipeline.extract.names.known import Known
from pipeline.extract.names.link import OPEN, Link
from pipeline.extract.names.match import Hit
from pipeline.extract.names.signs import listed, listed_together
from pipeline.records import Entity

FAR = 700
"""Characters on each side in which others of the trade are counted."""
ENOUGH = 2
"""Others of its trade, or one and a word of the trade, that a name which is the subject of its sentence needs."""
EXPLAINED = 40
"""Characters behind a name in which a word of its trade says what it is: Elia, the transmission operator."""
LEAST_CAPITALS = 3
"""Letters of a name all in capitals that no sentence's beginning has given it: NRG."""

_ALIKE: Final = (
    ("chips", "hardware"),
    ("cloud", "telecom", "platform"),
    ("fund", "bank", "insurer", "fintech", "holding"),
    ("power", "industry", "hardware"),
    ("robots", "cars", "transport"),
    ("lab", "software", "platform"),
    ("media", "culture"),
)
"""Trades that stand in one list."""
_WORDS: Final[Mapping[str, re.Pattern[str]]] = {
    kind: re.compile(words)
    for kind, words in {
        "power": r"\b(?:transmission|grid operator|power (?:company|producer|plant)s?|utilit(?:y|ies)|nuclear|reactors?|electricity"
        r"|gestionnaires? d[eu] réseau|électri(?:cité|cien|que)|énergéticiens?|raccordements?|centrales?|nucléaire)\b|電力|送電|原発|原子力|発電",
        "fund": r"\b(?:venture|series [a-e]|led the round|round|investors?|funds?|investisseurs?|fonds|levée|tour de table)\b|出資|ベンチャー|ファンド|投資家",
        "cloud": r"\b(?:neoclouds?|gpu clouds?|cloud|hébergeurs?)\b|クラウド",
        "chips": r"\b(?:chipmakers?|semiconductors?|semi-?conducteurs?|foundry|wafers?|puces?)\b|半導体",
        "health": r"\b(?:drug(?:maker)?s?|pharma\w*|molécules?|laboratoires?|médicaments?)\b|製薬|創薬",
        "robots": r"\b(?:humanoids?|humanoïdes?|robots?)\b|ヒューマノイド|ロボット",
        "industry": r"\b(?:switchgear|cooling|racks?|baies|refroidissement|armoires|équipementiers?)\b|冷却|配電",
        "defence": r"\b(?:defence|defense|drones|défense|armée)\b|防衛",
        "bank": r"\b(?:lenders?|bonds?|banks?|banques?)\b|銀行|社債",
    }.items()
}
"""What is said where a trade is told of, in small letters."""
_PAST_BEHIND = re.compile(
    r" (?:ne |n[’'])?[a-zà-ÿ]{2,}(?:ait|aient|era|eront)\b| (?:passe|laisse|trouve|rend|suit|attend|avance|gère|visait)\b|[, ] ?(?:pas|aussi|non plus|également|meanwhile|too|lui,|pour sa part|de son côté)\b"
)
_PRESENT_BEHIND = re.compile(r" [a-zà-ÿ]{3,}(?:ie|ise|cie|ule|ère|ige|nde) ")
_IS_THE = re.compile(r", (?:the|an?|le|la|une?) |, l[’']")
_WHICH = re.compile(r", which ")
_WHO = re.compile(r",? (?:who|qui)\b")
_PERSON_NEAR = re.compile(r", (?:his|her|my|sa|son|ma|mon|notre|our) ")
_SUBJECT = re.compile(r"社?[はがも](?![ぁ-ん]*(?:かか|なけれ))|、(?=[^。]{0,12}[はがも])")
_HEAD = re.compile(r"(?:\A|[。！？\n「（、]|[はがもとや]、?)\s*\Z")


def by_trade(
    text: str, groups: Sequence[Sequence[Hit]], links: Sequence[Link], known: Known, *, spoken: bool
) -> list[Link]:
    """The links of names that are not linked yet; of several of one name the one with the most of its trade around."""
    certain = certain_of(text, links, spoken=spoken)
    taken = {link.start for link in links}
    found = []
    for group in groups:
        likely = [
            (len(peers), hit, reason)
            for hit in group
            if hit.start not in taken
            and not (hit.alias.head or hit.alias.given or hit.alias.noun)
            and (entity := known.entities[hit.alias.entity]).type == "organization"
            and entity.kind
            and (peers := _peers(hit, entity, certain, known))
            and (reason := _why(hit, text, entity, peers, certain, known))
        ]
        if likely:
            _, hit, reason = max(likely, key=lambda one: one[0])
            found.append(_link(hit, reason))
    return found + [one for one in _pairs(text, groups, certain, known) if one.start not in taken]


def _pairs(text: str, groups: Sequence[Sequence[Hit]], certain: Certain, known: Known) -> Iterator[Link]:
    """BT and Orange, near others of their trade: two that nobody speaks for, told together."""
    for first, second in pairwise(groups):
        if not listed_together(text, first[0].end, second[0].start):
            continue
        both = next(
            (
                (one, other)
                for one in first
                for other in second
                if _may_be(one, text, certain, known)
                and _may_be(other, text, certain, known)
                and known.entities[one.alias.entity].kind == known.entities[other.alias.entity].kind
                and any(_peers(one, known.entities[one.alias.entity], certain, known).values())
            ),
            None,
        )
        if both:
            yield from (_link(hit, "told together with one of its trade") for hit in both)


def _may_be(hit: Hit, text: str, certain: Certain, known: Known) -> bool:
    entity = known.entities[hit.alias.entity]
    if (
        entity.type != "organization"
        or not entity.kind
        or hit.alias.head
        or hit.alias.given
        or hit.alias.noun
    ):
        return False
    case = Case(hit, text, entity, known.kin[entity.id], certain, prominent=False, famous=False)
    return not (case.latin and certain.caseless) and not _is_another(case)


def _link(hit: Hit, reason: str) -> Link:
    return Link(hit.start, hit.end, hit.alias.entity, "alias", OPEN, f"alias {hit.alias.text}, {reason}")


def _peers(hit: Hit, entity: Entity, certain: Certain, known: Known) -> dict[str, bool]:
    """Who of its trade is named around, and whether the trade is the very same; kin is not counted here."""
    alike = {entity.kind}.union(*(trades for trades in _ALIKE if entity.kind in trades))
    return {
        name: other.kind == entity.kind
        for place, name in certain.between(hit.start - FAR, hit.end + FAR)
        if name != entity.id and (other := known.entities[name]).kind in alike
    }


def _why(
    hit: Hit, text: str, entity: Entity, peers: Mapping[str, bool], certain: Certain, known: Known
) -> str | None:
    case = Case(hit, text, entity, known.kin[entity.id], certain, entity.id in known.prominent, famous=False)
    if (certain.caseless and case.latin) or _is_another(case):
        return None
    beside = listed(hit, text, certain)
    if beside in peers and not case.plain:
        return f"listed with {beside} of its trade"
    same = sum(peers.values())
    word = _WORDS.get(entity.kind or "")
    told = bool(word and word.search(case.around))
    no_word = case.latin and not how_often(case.word) and case.word.lower() not in FIRST_NAMES
    enough = same + (len(peers) - same) / 2 + told + no_word >= ENOUGH
    explained = (
        case.latin
        and word
        and _IS_THE.match(text, hit.end)
        and word.search(certain.lowered, hit.end, hit.end + EXPLAINED)
    )
    if not enough or not (explained or _is_subject(case, same)):
        return None
    return f"of the trade of {min(name for name in peers)}"


def _is_another(case: Case) -> object:
    """Whether something says that another thing of that name is meant."""
    return (
        kinds.is_another_thing(case)
        or kinds.owns_behind_an_article(case)
        or kinds.is_spoken_against(case)
        or case.foreign
        or kinds.is_a_piece_of_another(case)
    )


def _is_subject(case: Case, same: int) -> bool:
    """Whether the name is the one who acts or is told of in its sentence."""
    text, end = case.text, case.hit.end
    if not case.latin:
        before = text[max(0, case.hit.start - 4) : case.hit.start]
        return bool(_HEAD.search(before) and _SUBJECT.match(text, end))
    if case.word.isupper() and len(case.word) >= LEAST_CAPITALS and not case.everyday:
        return not cues.CAPITAL_BEHIND.match(text, end)
    if case.everyday or not case.telling or _PERSON_NEAR.match(text, end):
        return False
    if case.word.lower() in FIRST_NAMES and (same <= ENOUGH or _WHO.match(text, end)):
        return False
    if (is_common(case.word) and _WHO.match(text, end)) or text.startswith((", who ", " who "), end):
        return False
    if not is_common(case.word) and _WHICH.match(text, end):
        return True
    acts = cues.PREDICATE_BEHIND.match(text, end) or _PAST_BEHIND.match(text, end)
    return bool(acts or ((not is_common(case.word) or same > 1) and _PRESENT_BEHIND.match(text, end)))
