"""Evidence: whether an alias that is a plain word too (Meta, Oracle, Gemini, 孫) is the entity in this document.

In: the hit, the text and what stands in it for certain. Out: the reason for linking it, or None.
"""

from __future__ import annotations

from bisect import bisect_left

from pipeline.extract.names import name_cues as cues
from pipeline.extract.names.against import (
    AGAINST,
    another_before,
    begins_a_sentence,
    first_name_before,
    is_plainly_another,
    is_something_else,
    next_word_is_foreign,
    spoken_against,
)
from pipeline.extract.names.certain import NEAR, Certain, says
from pipeline.extract.names.common_words import is_common, is_everyday
from pipeline.extract.names.context_ja import in_japanese
from pipeline.extract.names.everyday import is_everyday_kana
from pipeline.extract.names.fold import is_cjk, is_latin
from pipeline.extract.names.match import Hit
from pipeline.records import Entity

EVERYBODYS = frozenset(("ai", "AI", "artificial intelligence", "robot", "ロボット", "model", "モデル"))
"""Context words that all of the industry shares: of an everyday word they say nothing."""
NEWSPAPER = "newspaper"
"""The context word of those that report the news: named at every turn, and rarely meant."""
LEAST_TELLING = 3
"""Characters of a name up to which names around it say nothing: V3, o1."""
BIG = 13
"""Kin from which on a name is so big a one that it needs no capital."""
AMONG = 3
"""Families of names in a document among which a big name's plain word means it; a family's versions are one."""
LEAST_SAID = 7
"""The same of one that is spelled out: v three."""
ATTACHED = 30
"""Characters between a name and the kin that it is joined with."""


def honoured(text: str, hit: Hit) -> bool:
    """Whether a person's title stands at the name."""
    return bool(cues.HONORIFIC_BEHIND.match(text, hit.end)) or bool(
        cues.HONORIFIC_BEFORE.search(text, max(0, hit.start - 12), hit.start)
    )


def evidence_for(
    hit: Hit,
    text: str,
    entity: Entity,
    kin: frozenset[str],
    certain: Certain,
    *,
    prominent: bool,
    famous: bool,
) -> str | None:
    """Why this ambiguous hit is the entity: its own full name, its kin, its context words, or names around it.

    kin: ids of the entity's parent, children and siblings in the catalogue. prominent: whether the entity is so big a name
    that its plain word, among names of the industry, means it. famous: whether the person is known by this name to all.
    """
    if is_something_else(hit, text, certain) or is_plainly_another(hit, text, prominent=len(kin) >= BIG):
        return None
    company = entity.type == "organization"
    if not company and entity.type != "person" and cues.PERSON_BEHIND.match(text, hit.end):
        return None  # Grace, who teaches
    if (
        company
        and cues.ARTICLE_BEFORE.search(text, max(0, hit.start - 5), hit.start)
        and _possesses(hit, text)
    ):
        return None  # the Oracle's table
    if maker := _maker_attached(hit, text, kin, certain):
        return f"of {maker}"
    if NEWSPAPER in entity.context:
        return _acting_newspaper(hit, text, certain)
    if company and cues.COMPANY_BEFORE.search(text, max(0, hit.start - 24), hit.start):
        return "is called a company"
    word = text[hit.start : hit.end]
    everyday = is_latin(word[0]) and is_everyday(word)
    if everyday and certain.caseless and not kin & certain.positions.keys():
        return None  # a line, and TSMC
    if listed := _listed(hit, text, certain):
        return f"listed with {listed}"
    if spoken_against(hit, text, entity, certain, kin):
        return None
    if hit.end - hit.start == 1 and is_latin(text[hit.start]):
        return _one_letter(hit, text)
    foreign = next_word_is_foreign(hit, text, entity)
    if foreign and not (company and prominent):
        return None
    word_too = company and is_everyday_kana(hit.alias.text)
    noun = word_too and not prominent
    telling = hit.end - hit.start > LEAST_TELLING or not is_latin(text[hit.start])
    if company and hit.end - hit.start == LEAST_TELLING and text[hit.start : hit.end].isupper():
        telling = text[hit.start : hit.end].isalpha()  # SAP, in capitals as no word is
    if hit.alias.said and is_latin(text[hit.start]) and hit.end - hit.start <= LEAST_SAID:
        telling = False  # the v three buses
    if (not telling or entity.type == "person") and another_before(hit, text, certain):
        return None  # Neoverse V3, Daniel Altman
    if company and not prominent and another_before(hit, text, certain, begun=True):
        return None  # Alan Turing
    if entity.id in certain.positions:
        return f"{entity.name} is named in full"
    relatives = sorted(
        (relative for relative in kin if relative in certain.positions), key=lambda one: (len(one), one)
    )  # of two as long always the same
    plain = begins_a_sentence(text, hit.start) and bool(cues.PLAIN_BEHIND.match(text, hit.end))
    if relatives and not plain:
        return f"beside {relatives[0]}"
    if foreign:
        return None
    if (
        famous
        and telling
        and not certain.caseless
        and is_latin(text[hit.start])
        and not first_name_before(hit, text)
    ):
        return "known to all"
    around = (
        certain.lowered[max(0, hit.start - NEAR) : hit.start]
        + " "
        + certain.lowered[hit.end : hit.end + NEAR]
    )
    if beside := context_word(entity, around, everyday=word_too, japanese=is_cjk(text[hit.start])):
        return f"near the word {beside}"
    if company and cues.COMPANY_BEHIND.match(text, hit.end):
        return "does what companies do"
    if company and not is_latin(text[hit.start]) and cues.COMPANYS_BEHIND.match(text, hit.end):
        return "is dealt with as companies are"
    if noun and not _stands_as_a_name(hit, text):
        return None  # 主要なベンチマーク, アクセルを踏む
    explained = cues.EXPLAINED_BEHIND.match(text, hit.end)
    if explained and not plain and telling and certain.near(hit.start):
        return "is explained"
    if plain or (not prominent and begins_a_sentence(text, hit.start) and is_latin(text[hit.start])):
        return None  # "Figure it out", "Target audiences": the capital is the sentence's
    if not telling or (everyday and len(kin) < BIG):
        return None  # Free, Nice
    if (
        is_common(word)
        and begins_a_sentence(text, hit.start)
        and not cues.PREDICATE_BEHIND.match(text, hit.end)
    ):
        return None  # Windsurf lessons
    if certain.caseless and (not prominent or len(kin) < BIG):
        return None  # where nothing has a capital, a line is a line
    other = certain.near(hit.start)
    if word_too and not other and not _stands_as_a_name(hit, text):
        return None  # プールサイドでくつろぐ
    if prominent and not other and company and (field := cues.FIELD.search(around)):
        return f"near the word {field[0]}"
    if other and cues.PAST.search(around) and not company:
        return None  # the Colossus of the war
    if other and (prominent or entity.type in ("organization", "person")):
        return f"near {other}"
    if prominent and _families(certain) >= AMONG:
        return f"among {', '.join(sorted(certain.positions)[:2])}"
    return None


def context_word(entity: Entity, around: str, *, everyday: bool, japanese: bool) -> str | None:
    """The context word of the entity that is said around, in small letters; of an everyday word none that all share."""
    for word in entity.context:
        if word.startswith(AGAINST) or (everyday and word in EVERYBODYS):
            continue
        if says(around, word.lower()):
            return word
        if japanese and (said := next((one for one in in_japanese(word) if says(around, one)), None)):
            return said
    return None


def _stands_as_a_name(hit: Hit, text: str) -> bool:
    """Whether an everyday word is somebody in its sentence: not at its head, described by nothing, no means of anything."""
    return bool(
        cues.NAMED_BEFORE.search(text, max(0, hit.start - 2), hit.start)
    ) and not cues.USED_BEHIND.match(text, hit.end)


def _families(certain: Certain) -> int:
    """How many families the certain names are of, by the first word of their ids: gpt-4o and gpt-5 are of one."""
    return len({name.partition("-")[0] for name in certain.positions})


def listed_together(text: str, end: int, start: int) -> bool:
    """Whether nothing but a comma or an `and` stands between two names."""
    return bool(cues.LISTED_BEHIND.fullmatch(text, end, start))


def is_open(hit: Hit, text: str, entity: Entity, certain: Certain) -> bool:
    """Whether nothing speaks against the hit, though nothing may speak for it."""
    return not (
        is_something_else(hit, text, certain)
        or spoken_against(hit, text, entity, certain)
        or next_word_is_foreign(hit, text, entity)
        or NEWSPAPER in entity.context
        or hit.end - hit.start <= LEAST_TELLING
    )


def _maker_attached(hit: Hit, text: str, kin: frozenset[str], certain: Certain) -> str | None:
    """The kin that the name is joined with: Claude d'Anthropic, Googleの「ジェミニ」."""
    before = cues.OWNED_BEFORE.search(text, max(0, hit.start - 6), hit.start)
    if before and (owner := certain.owners.get(before.start())) in kin:
        return owner
    return next(
        (
            name
            for place, name in certain.between(hit.end + 1, hit.end + ATTACHED + 1)
            if name in kin and cues.OWNED_BEHIND.fullmatch(text, hit.end, place)
        ),
        None,
    )


def attached(hit: Hit, text: str, kin: frozenset[str], certain: Certain) -> str | None:
    """The kin right before that a family name belongs to: Microsoft's Nadella."""
    before = cues.OWNED_BEFORE.search(text, max(0, hit.start - 6), hit.start)
    owner = certain.owners.get(before.start()) if before else None
    return owner if owner in kin else None


def another_of_that_name(hit: Hit, text: str, certain: Certain) -> bool:
    """Whether a given name stands before the family name, and it is not this person's."""
    return another_before(hit, text, certain) or text[hit.start - 1 : hit.start] == "・"


def _possesses(hit: Hit, text: str) -> bool:
    return text[hit.end : hit.end + 2] in ("’s", "'s")


def _listed(hit: Hit, text: str, certain: Certain) -> str | None:
    """A name that the hit is told together with: Samsung and Micron."""
    joint = cues.LISTED_BEHIND.match(text, hit.end)
    if joint and (listed := certain.soon(hit.end)):
        place = certain.positions[listed][bisect_left(certain.positions[listed], hit.end)]
        if cues.LISTED_WITH.fullmatch(text, joint.end(), place):
            return listed
    before = cues.LISTED_BEFORE.search(text, max(0, hit.start - 8), hit.start)
    return certain.owners.get(before.start()) if before else None


def _acting_newspaper(hit: Hit, text: str, certain: Certain) -> str | None:
    """A newspaper is of the industry where it sues or sells, and not where it is cited."""
    if cues.CITED_BEHIND.match(text, hit.end) or cues.CITED_BEFORE.search(
        text, max(0, hit.start - 20), hit.start
    ):
        return None
    around = certain.lowered[max(0, hit.start - NEAR) : hit.end + NEAR]
    deed = cues.NEWSPAPERS_DEED.search(around)
    return f"near the word {deed[0]}" if deed else None


def _one_letter(hit: Hit, text: str) -> str | None:
    """X is the network where one writes on it."""
    if cues.ONE_LETTER_BEFORE.search(text, max(0, hit.start - 18), hit.start) or cues.ONE_LETTER_BEHIND.match(
        text, hit.end
    ):
        return "is written on"
    return None
