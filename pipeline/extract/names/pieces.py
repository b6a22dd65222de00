"""Pieces: a short name that is a piece of a longer one (a given name, a company's head, the Commission) in, whether it may stand so out."""

from __future__ import annotations

from collections.abc import Collection

from pipeline.extract.names import name_cues as cues
from pipeline.extract.names.against import begins_a_sentence
from pipeline.extract.names.certain import NEAR, Certain
from pipeline.extract.names.common_words import how_often
from pipeline.extract.names.everyday import is_everyday_kana
from pipeline.extract.names.fold import fold_name, is_cjk, is_katakana, is_latin
from pipeline.extract.names.known import Known
from pipeline.extract.names.match import Hit
from pipeline.extract.names.people import is_private
from pipeline.extract.names.signs import context_word, listed

LEAST_KANA = 3
"""Letters of a family name in katakana from which on it is hardly a word."""
FAR = 4_000
"""Characters back to which another authority of that noun is looked for."""


def may_be_called_so(
    hit: Hit, text: str, certain: Certain, others: Collection[str], kin: Collection[str]
) -> bool:
    """Whether a piece of a name stands as such a piece does."""
    alias = hit.alias
    if " " in text[hit.start : hit.end] and alias.text.isalpha():
        return False  # il y a is no Ilya
    if alias.given and not is_cjk(text[hit.start]) and is_private(text, hit.start, hit.end):
        return False
    if alias.given:
        if is_cjk(text[hit.start]) and (text[hit.end : hit.end + 1] == "・" or text[hit.start - 1] == "・"):
            return False
        return fold_name(alias.text) not in others
    if not (alias.head or alias.noun):
        return True
    if alias.head and is_placed_as_a_company(hit, text, certain, None):
        return True
    wholes = [alias.entity, *(kin if alias.noun == "the" else ())]
    if not any(name in certain.positions and certain.positions[name][0] < hit.start for name in wholes):
        return False  # a piece goes on from the whole, or from whom the authority has at its head
    if cues.CAPITAL_BEHIND.match(text, hit.end) or certain.caseless:
        return False
    if alias.noun:
        low = max(
            (place for name in wholes for place in certain.positions.get(name, ()) if place < hit.start),
            default=0,
        )
        low = max(low + 1, hit.start - FAR)
        if alias.entity in certain.positions and cues.CAPITAL_THEN.search(
            _since(text, low, hit.start, alias.text)
        ):
            return False  # another Act was named since
        article = cues.THE if alias.noun == "the" else cues.LE
        return bool(
            article.search(text, max(0, hit.start - 4), hit.start)
            and not cues.NOUN_GOES_ON.match(text, hit.end)
        )
    plain = (
        begins_a_sentence(text, hit.start)
        and not text[hit.start : hit.end].isupper()
        and alias.text.isascii()
    )
    return not plain or bool(cues.COMPANY_BEHIND.match(text, hit.end))


def is_placed_as_a_company(hit: Hit, text: str, certain: Certain, known: Known | None) -> bool:
    """Whether katakana stands where only companies do: 米スキルド, ビストラとタレン, ヘリオンは…を調達; コンステレーション beside 原発."""
    surface = text[hit.start : hit.end]
    if is_latin(surface[0]):
        return (
            hit.alias.head
            and surface[0].isupper()
            and not how_often(surface)
            and _is_listed(hit, text, certain)
        )
    if len(surface) < LEAST_KANA or not all(map(is_katakana, surface)):
        return False
    if cues.COMPANY_BEFORE.search(text, max(0, hit.start - 24), hit.start):
        return True
    if is_everyday_kana(surface):
        around = certain.lowered[max(0, hit.start - NEAR) : hit.end + NEAR]
        return bool(
            known
            and certain.near(hit.start)
            and not cues.USED_BEHIND.match(text, hit.end)
            and context_word(known.entities[hit.alias.entity], around, everyday=True, japanese=True)
        )
    beside = cues.LISTED_BEFORE.search(text, max(0, hit.start - 8), hit.start)
    listed = certain.owners.get(beside.start()) if beside else None
    acts = cues.COMPANY_BEHIND.match(text, hit.end) or cues.COMPANYS_BEHIND.match(text, hit.end)
    return bool(listed or (acts and certain.near(hit.start)))


def _is_listed(hit: Hit, text: str, certain: Certain) -> bool:
    """Clearlake et Insight Partners: two names and nothing but an `and`."""
    return not certain.caseless and listed(hit, text, certain) is not None


def heads_of(hit: Hit, known: Known) -> list[str]:
    """The people of the catalogue who belong to it."""
    entities = known.entities
    return [
        name
        for name in known.kin[hit.alias.entity]
        if entities[name].type == "person" and entities[name].parent == hit.alias.entity
    ]


def _since(text: str, low: int, high: int, noun: str) -> str:
    """What stands right before and behind the last time the noun was written, from the whole name on."""
    whole_end = text.find(noun, low, high)
    place = text.rfind(noun, whole_end + 1, high) if whole_end >= 0 else -1
    return text[max(low, place - 24) : place] if place >= 0 else ""
