"""Against: what says that a hit is another thing of that name (Claude Monet, アップルパイ, the Oracle of Delphi).

In: the hit, the text and what stands in it for certain. Out: yes or no.
"""

from __future__ import annotations

import re

from pipeline.extract.candidates.more_first_names import LATIN_FIRST_NAMES
from pipeline.extract.names import name_cues as cues
from pipeline.extract.names.certain import Certain, says
from pipeline.extract.names.common_words import how_often
from pipeline.extract.names.fold import is_cjk, is_latin
from pipeline.extract.names.match import Hit
from pipeline.extract.names.people import is_private
from pipeline.records import Entity

AGAINST = "!"
"""Context words that begin with it speak against an entity: !zodiac for Gemini."""
AMONG_MYTHS = 60
"""Characters on each side in which a god or a planet makes another thing of a name."""
NEAR_AGAINST = 50, 24
"""Characters on each side, in Latin script and in Japanese, in which a word speaks against a hit."""


_NOUN_BEHIND = re.compile(
    r" (?!(?:shares|stocks|bonds|executives|employees|engineers|researchers|models|chips|customers|investors|lawyers|officials)\b)"
    r"[a-z]{3,}s (?:are|were|have|do|did|can|could|will|would|may|might|must|should)\b"
    r"| (?:grew|grows|rose|spread|remains?|mounted|faded) (?:that|among|about|over)\b"
)
"""What stands behind a word that is a noun, or half of one, at the head of its sentence."""
_FIRST_OF = re.compile(r"(?<![\w'’-])([A-ZÀ-Ý][a-zà-ÿ-]{2,}) (?:de |da |di |von |van |d['’])\Z")


def begins_a_sentence(text: str, start: int) -> bool:
    """Whether the capital at `start` may be the sentence's."""
    return bool(cues.SENTENCE_BEGINS.search(text, max(0, start - 3), start))


def is_plainly_another(hit: Hit, text: str, *, prominent: bool) -> bool:
    """Whether a name of one word is a street or a ship here; of no big one, whether it is a dog's, a god's or a moon's."""
    surface = text[hit.start : hit.end]
    if " " in hit.alias.text or not surface.isascii() or not surface.isalpha():
        return False
    if cues.SCHOLAR_BEFORE.search(text, max(0, hit.start - 16), hit.start):
        return True
    if cues.SITE_BEHIND.match(text, hit.end) or cues.SITE_BEFORE.search(
        text, max(0, hit.start - 16), hit.start
    ):
        return True
    if prominent or not how_often(surface):
        return False
    before, behind = text[max(0, hit.start - AMONG_MYTHS) : hit.start], text[hit.end : hit.end + AMONG_MYTHS]
    around = f"{before} {cues.CLAUSE_END.split(behind)[0]}".lower()
    return is_private(text, hit.start, hit.end) or bool(
        cues.MYTH.search(around) or cues.WORK_BEFORE.search(text, max(0, hit.start - 24), hit.start)
    )


def is_something_else(hit: Hit, text: str, certain: Certain) -> bool:
    surface = text[hit.start : hit.end]
    latin = is_latin(surface[0])
    split = certain.spoken and surface.count(" ") > hit.alias.text.count(" ")  # star gate
    split = split or (certain.spoken and hit.alias.countable)  # h one hundred
    if latin and surface.islower() and not hit.alias.text.islower() and not certain.caseless and not split:
        return True
    if not latin and (
        cues.KANA_COMPOUND_BEHIND.match(text, hit.end)
        or cues.A_WORD_BEHIND.match(text, hit.end)
        or (
            cues.GLOSSED_BEFORE.search(text, max(0, hit.start - 2), hit.start)  # 双子座（ジェミニ）
            and cues.GLOSSED_BEHIND.match(text, hit.end)
        )
    ):
        return True
    behind = certain.lowered[hit.end : hit.end + len(surface) + 4]
    if behind[:4] in (" in ", " to ", " by ") and behind[4:] == surface.lower():
        return True  # arm in arm
    one_word = " " not in hit.alias.text
    if (
        latin
        and one_word
        and not hit.alias.countable  # the H20
        and cues.ARTICLE_BEFORE.search(text, max(0, hit.start - 5), hit.start)
        and cues.NO_NOUN_BEHIND.match(text, hit.end)
    ):
        return True  # a voyage up the Amazon, the Oracle of Omaha, a Gemini
    if (
        latin
        and one_word
        and cues.PLACES_ARTICLE.search(text, max(0, hit.start - 8), hit.start)
        and cues.ADJECTIVE_BEHIND.match(text, hit.end)
    ):
        return True  # dans l'Atlas marocain
    if latin and one_word and cues.NO_COMPANYS_ARTICLE.search(text, max(0, hit.start - 6), hit.start):
        return True  # le café L'Oracle, St Claude
    if (
        latin
        and one_word
        and hit.alias.ambiguous
        and begins_a_sentence(text, hit.start)
        and _NOUN_BEHIND.match(text, hit.end)
    ):
        return True  # Cruise ships are, Conviction grew that
    if (
        latin
        and one_word
        and hit.alias.ambiguous
        and (of := _FIRST_OF.search(text, max(0, hit.start - 24), hit.start))
        and of[1].lower() in LATIN_FIRST_NAMES
        and of.end(1) not in certain.owners
    ):
        return True  # Léonard de Vinci
    named = hit.alias.entity in certain.positions
    if one_word and hit.alias.ambiguous and is_private(text, hit.start, hit.end, aged=not named):
        return True  # ma tante Claude
    if one_word and cues.ANOTHER_SENSE_BEHIND.match(text, hit.end):
        return True  # the Atlas mountains, アポロ計画
    if latin and cues.CALLED_BEFORE.search(text, max(0, hit.start - 40), hit.start):
        return True  # a bar called Sesame
    if one_word and cues.ANOTHER_SENSE_BEFORE.search(text, max(0, hit.start - 24), hit.start):
        return True
    return bool(
        cues.WORK_BEFORE.search(text, max(0, hit.start - 24), hit.start)
        or cues.WORK_BEHIND.match(text, hit.end)
        or cues.COMPOUND_BEHIND.match(text, hit.end)
        or cues.PLACE_BEHIND.match(text, hit.end)
        or (
            text[hit.end : hit.end + 1] == ","
            and hit.alias.text not in cues.SEATS
            and cues.PLACE_BEFORE.search(text, max(0, hit.start - 5), hit.start)
        )
        or cues.NAME_JOINED_BEFORE.search(
            text, max(0, hit.start - 2), hit.start
        )  # Jean-Claude, ジャン・クロード
        or cues.NAME_JOINED_BEHIND.match(text, hit.end)  # クロード・モネ
    )


def spoken_against(
    hit: Hit, text: str, entity: Entity, certain: Certain, kin: frozenset[str] = frozenset()
) -> bool:
    """Whether a word right there says that something else is meant: a zodiac, a pie, a river.

    A relative that stands nearer than the word speaks louder: Bletchley's Colossus, long before xAI built Colossus.
    """
    if entity.type == "organization" and (
        cues.PART_BEFORE.search(text, max(0, hit.start - 5), hit.start)
        or cues.PART_BEHIND.match(text, hit.end)
    ):
        return True
    if not any(word.startswith(AGAINST) for word in entity.context):
        return False
    if (
        entity.type == "organization"
        and is_latin(text[hit.start])
        and cues.NUMBERED_BEHIND.match(text, hit.end)
    ):
        return True  # Figure 3
    reach = NEAR_AGAINST[is_cjk(text[hit.start]) or is_cjk(text[hit.end : hit.end + 1] or " ")]
    said_before = cues.CLAUSE_END.split(certain.lowered[max(0, hit.start - reach) : hit.start])[-1]
    behind = cues.CLAUSE_END.split(certain.lowered[hit.end : hit.end + reach])[0]
    own = certain.lowered[hit.start : hit.end]  # what stands beyond the same name speaks of that one
    before = said_before.rpartition(own)
    near_before = before[2]
    if before[1] and (joined := cues.JOINED_NAME.match(text, hit.start - len(near_before))):
        near_before = near_before[joined.end() - joined.start() :]  # Claude Debussy's is not this one's
    near_behind = behind.partition(own)[0]
    words = [word[1:].lower() for word in entity.context if word.startswith(AGAINST)]
    around = f"{near_before} {near_behind}"
    against = [word for word in words if says(around, word)]
    if not against or not (kin or entity.parent):
        return bool(against)
    nearest = min(
        min(
            len(near_before) - near_before.rfind(word) - len(word) if word in near_before else reach,
            near_behind.find(word) if word in near_behind else reach,
        )
        for word in against
    )
    nearest = max(nearest, 0)
    low, high = hit.start - nearest, hit.end + nearest
    return not any(
        name in kin or name == entity.parent
        for place, name in certain.between(low, high)
        if place != hit.start
    )


def another_before(hit: Hit, text: str, certain: Certain, *, begun: bool = False) -> bool:
    """Whether a word with a capital stands right before that no mention holds: Neoverse V3, Daniel Altman.

    `begun`: also where the capital may be the sentence's.
    """
    before = cues.CAPITAL_BEFORE.search(text, max(0, hit.start - 20), hit.start)
    if not before or before.end(1) in certain.owners or cues.TITLE.fullmatch(before[1]):
        return False
    if before[1].rstrip("s").isupper() and len(before[1]) > 2:
        return False  # GPUs Elon: no first name
    if not begins_a_sentence(text, before.start(1)):
        return True
    return begun and not cues.OPENER.fullmatch(before[1])  # So Accel and others


def first_name_before(hit: Hit, text: str) -> bool:
    """Whether the word before, capitalised by its sentence's begin, may be a first name: Daniel Altman said."""
    before = cues.CAPITAL_BEFORE.search(text, max(0, hit.start - 20), hit.start)
    return before is not None and not cues.TITLE.fullmatch(before[1]) and not cues.OPENER.fullmatch(before[1])


def next_word_is_foreign(hit: Hit, text: str, entity: Entity) -> bool:
    """Claude Monet, Oracle Park: a capitalised word behind that the catalogue does not know beside this name."""
    following = cues.NEXT_WORD.match(text, hit.end)
    if not following or not is_latin(text[hit.end - 1]) or cues.PRODUCT_WORD.fullmatch(following[1]):
        return False
    known = " ".join((*entity.context, *entity.aliases)).lower()
    return following[1].lower() not in known and not _in_title_case(text, hit.start)


def _in_title_case(text: str, position: int) -> bool:
    """Whether the words of this line all have capitals: Meta Plans New Data Center."""
    begin = text.rfind("\n", max(0, position - 200), position) + 1
    end = text.find("\n", position, position + 200)
    words = [
        word
        for word in text[max(begin, position - 200) : end if end > 0 else position + 200].split()
        if len(word) > 3
    ]
    return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.75 * len(words)
