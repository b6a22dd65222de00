"""Known to all: a person's short name in, why it alone says who is meant out; or None, where it may be anybody's."""

from __future__ import annotations

from pipeline.extract.candidates.plain_words import FIRST_NAMES
from pipeline.extract.names import name_cues as cues
from pipeline.extract.names.against import first_name_before
from pipeline.extract.names.certain import NEAR, Certain
from pipeline.extract.names.common_words import is_everyday
from pipeline.extract.names.fold import fold_name, is_cjk, is_kanji
from pipeline.extract.names.known import Known
from pipeline.extract.names.match import Hit
from pipeline.extract.names.people import is_private
from pipeline.records import Entity

LEAST_GIVEN = 5
"""Letters of a rare first name in Latin script that is told by itself."""
LEAST_KANA = 3
"""Letters of a family name in katakana from which on it is hardly a word."""
SENTENCE = 70
"""Characters on each side that are about the same thing."""


def known_to_all(
    hit: Hit, text: str, certain: Certain, known: Known, beside: str | None, *, titled: bool
) -> str | None:
    """Of the best known, a name alone says who is meant, if nothing speaks for another."""
    alias, entity = hit.alias, known.entities[hit.alias.entity]
    form = fold_name(alias.text)
    if entity.type != "person":
        return None
    if certain.caseless:
        return _known_in_speech(hit, text, certain, known)
    family = any(
        known.entities[name].type == "person"
        and known.entities[name].name.rpartition(" ")[2] == entity.name.rpartition(" ")[2]
        for name in known.kin[entity.id]
        if name in certain.positions
    )
    if not family and is_private(text, hit.start, hit.end):
        return None
    near = _kin_near(hit, certain, known)
    if alias.given or form in known.lone:
        if beside and (form in known.lone or family or entity.id in known.famous):
            spoken_of = titled or not alias.ambiguous or not is_cjk(text[hit.start])
            return f"beside {beside}" if spoken_of else None
        if (
            near
            and form in known.single
            and len(alias.text) >= (LEAST_KANA if is_cjk(text[hit.start]) else LEAST_GIVEN)
        ):
            return f"beside {near}"
        well_known = form in known.lone and entity.id in known.famous and len(form) > LEAST_KANA
        return "known to all" if well_known else None
    if not is_cjk(text[hit.start]):
        if first_name_before(hit, text):
            return None
        if entity.id in known.famous and is_told_by_it(hit, known) and certain.near(hit.start):
            return "known to all"
        both = len(alias.text) >= LEAST_GIVEN and any(fold_name(one) in known.lone for one in entity.short)
        return "known by both names" if both and not alias.ambiguous and certain.near(hit.start) else None
    if not alias.ambiguous:
        return "known to all" if entity.id in known.famous and len(alias.text) >= LEAST_KANA else None
    whole = not is_kanji(text[hit.start - 1 : hit.start] or " ") and text[hit.end : hit.end + 1] != " "
    if titled and whole and entity.id in known.famous and len(alias.text) >= LEAST_KANA and certain.positions:
        return "known to all, with a title"  # マスク氏, and no マスク
    acts = cues.ONE_ACTS_BEHIND if hit.end - hit.start == 1 else cues.ACTS_BEHIND
    if alias.text not in entity.short or not acts.match(text, hit.end):
        return None
    around = certain.lowered[max(0, hit.start - NEAR) : hit.end + NEAR]
    near = near or next((word for word in entity.context if word.lower() in around), None)
    if entity.id in known.famous:
        peers = (name for _, name in certain.between(hit.start - SENTENCE, hit.end + SENTENCE))
        near = near or next((name for name in peers if name in known.famous), None)
    if (
        not near
        or _is_said_of_another(hit, text, entity)
        or (hit.end - hit.start == 1 and _is_kinsman(hit, text))
    ):
        return None
    return f"subject beside {near}"


def _known_in_speech(hit: Hit, text: str, certain: Certain, known: Known) -> str | None:
    """Where nothing has a capital: elon among other names, sam where his company is named close by."""
    form = fold_name(hit.alias.text)
    if form not in known.lone or is_private(text, hit.start, hit.end) or is_everyday(form):
        return None
    if near := _kin_near(hit, certain, known):
        return f"beside {near}"
    well_known = hit.alias.entity in known.famous and form not in FIRST_NAMES and len(form) > LEAST_KANA
    return "known to all" if well_known and certain.positions else None


def _kin_near(hit: Hit, certain: Certain, known: Known) -> str | None:
    kin = known.kin[hit.alias.entity]
    named = certain.between(hit.start - SENTENCE, hit.end + SENTENCE)
    return next((name for _, name in named if name in kin), None)


def _is_kinsman(hit: Hit, text: str) -> bool:
    """Whether one character is a word of the family: 祖父は孫と遊ぶ, 孫の代."""
    around = text[max(0, hit.start - SENTENCE) : hit.end + SENTENCE]
    return bool(cues.FAMILY.search(around) or is_cjk(text[hit.start - 1 : hit.start] or "。"))


def _is_said_of_another(hit: Hit, text: str, entity: Entity) -> bool:
    """Whether a word around speaks against the person: コロナ beside マスク."""
    around = text[max(0, hit.start - SENTENCE) : hit.end + SENTENCE]
    return any(word[1:] in around for word in entity.context if word.startswith("!"))


def is_told_by_it(hit: Hit, known: Known) -> bool:
    """Whether the catalogue itself gives the short name: it is a rare one."""
    return not hit.alias.ambiguous and hit.alias.text in known.entities[hit.alias.entity].short
