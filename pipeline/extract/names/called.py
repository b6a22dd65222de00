"""Called: short names found at one place in (Altman, Sam, R1, the Commission), the one that is meant and why out.

A short name belongs to somebody whom the document names in full; or to one whom a title or the company makes plain; or,
of those whom the whole field knows, to the best known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.candidates.plain_words import FIRST_NAMES
from pipeline.extract.names import name_cues as cues
from pipeline.extract.names.against import begins_a_sentence, first_name_before
from pipeline.extract.names.certain import NEAR, NOWHERE, Certain, says
from pipeline.extract.names.common_words import is_everyday
from pipeline.extract.names.everyday import is_everyday_kana
from pipeline.extract.names.evidence import another_of_that_name, attached, context_word, honoured
from pipeline.extract.names.fold import fold_name, is_cjk, is_katakana
from pipeline.extract.names.match import Hit
from pipeline.extract.names.people import is_private
from pipeline.records import Entity

AMONG = 2
"""Names of the industry that make a rare family name with a title the known person's."""
BESIDE = 80
"""Characters before a model's letter and number within which its maker stands."""
LEAST_GIVEN = 5
"""Letters of a rare first name in Latin script that is told by itself."""
LEAST_KANA = 3
"""Letters of a family name in katakana from which on it is hardly a word."""
FAR = 4_000
"""Characters back to which another authority of that noun is looked for."""
SENTENCE = 70
"""Characters on each side that are about the same thing."""


@dataclass(frozen=True, slots=True)
class Known:
    """The catalogue, and whom in it everybody knows."""

    entities: Mapping[str, Entity]
    kin: Mapping[str, frozenset[str]]
    famous: frozenset[str]
    lone: frozenset[str]
    single: frozenset[str]


def called(
    hits: Sequence[Hit], text: str, certain: Certain, known: Known, others: Collection[str]
) -> tuple[Hit, str] | None:
    """The hit that is meant at this place, and why. `others`: folded first names that the document gives to others too."""
    hits = [
        hit
        for hit in hits
        if not another_of_that_name(hit, text, certain)
        and _may_be_called_so(hit, text, certain, others, _heads_of(hit, known))
    ]
    chosen = _named_in_full(hits, certain, known) or _named_beside(hits, text, certain, known)
    if not chosen:
        return None
    hit, reason = chosen
    if _is_small(text, hit, certain) or _is_given_name_of_another(text, hit, known):
        return None
    plain = not _may_stand_alone(text, hit) and not honoured(text, hit)
    return None if plain and not reason.startswith(("belongs", "subject", "stands")) else (hit, reason)


def given_to_others(text: str, groups: Sequence[Sequence[Hit]]) -> set[str]:
    """First names, folded, behind which a family name stands that is not theirs: Sam Rivera makes Sam no Altman."""
    return {
        fold_name(group[0].alias.text)
        for group in groups
        if any(hit.alias.given for hit in group) and cues.ANY_NAME_BEHIND.match(text, group[0].end)
    }


def _may_be_called_so(
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
    if alias.head and _is_placed_as_a_company(hit, text, certain, None):
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


def _is_placed_as_a_company(hit: Hit, text: str, certain: Certain, known: Known | None) -> bool:
    """Whether katakana stands where only companies do: 米スキルド, ビストラとタレン, ヘリオンは…を調達; コンステレーション beside 原発."""
    surface = text[hit.start : hit.end]
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


def _heads_of(hit: Hit, known: Known) -> list[str]:
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


def _named_in_full(hits: Sequence[Hit], certain: Certain, known: Known) -> tuple[Hit, str] | None:
    named = [hit for hit in hits if hit.alias.entity in certain.positions]
    if not named:
        return None
    hit = min(
        named,
        key=lambda hit: (
            bool(hit.alias.noun),
            _full_name_first(certain.distances(hit.alias.entity, hit.start)),
        ),
    )
    return hit, f"{known.entities[hit.alias.entity].name} is named in full"


def _full_name_first(distances: tuple[int, int]) -> tuple[bool, int]:
    """Full names before the short one come first, the nearest of them foremost."""
    back, ahead = distances
    return (back == NOWHERE, ahead if back == NOWHERE else back)


def _named_beside(hits: Sequence[Hit], text: str, certain: Certain, known: Known) -> tuple[Hit, str] | None:
    if made := _named_by_its_maker(hits, certain, known):
        return made
    for hit in hits:
        company = known.entities[hit.alias.entity].type == "organization"
        if company and len(hits) == 1 and _is_placed_as_a_company(hit, text, certain, known):
            return hit, "stands as a company does"
        kin = known.kin[hit.alias.entity]
        if owner := attached(hit, text, kin, certain):
            return hit, f"belongs to {owner}"
        beside = next((name for name in sorted(kin) if name in certain.positions), None)
        told = _is_told_by_it(hit, known)
        titled = honoured(text, hit)
        if beside and (titled or told) and not hit.alias.given:
            return hit, f"beside {beside}"
        if titled and told and len(certain.positions) >= AMONG:
            return hit, f"with a title, among {len(certain.positions)} names"
        office = cues.OFFICE_BEHIND.match(text, hit.end) or cues.OFFICE_BEFORE.search(
            text, max(0, hit.start - 16), hit.start
        )
        if office and len(hit.alias.text) > LEAST_KANA and len(hits) == 1 and certain.positions:
            return hit, f"with an office, among {len(certain.positions)} names"
        if hit.alias.noun and (
            head := next((one for one in _heads_of(hit, known) if one in certain.positions), None)
        ):
            return hit, f"beside {head}"
        if words := _of_its_field(hit, text, certain, known):
            return hit, f"subject near the words {words}"
        if reason := _known_to_all(hit, text, certain, known, beside, titled=titled):
            return hit, reason
    return None


def _of_its_field(hit: Hit, text: str, certain: Certain, known: Known) -> str | None:
    """Two words of its field around an organisation that the catalogue gives a short name: Constellation, nuclear, reactor."""
    entity = known.entities[hit.alias.entity]
    if entity.type != "organization" or hit.alias.text not in entity.short or is_cjk(text[hit.start]):
        return None
    if certain.caseless or is_everyday(hit.alias.text) or cues.CAPITAL_BEHIND.match(text, hit.end):
        return None
    if cues.ARTICLE_BEFORE.search(text, max(0, hit.start - 5), hit.start):
        return None
    if begins_a_sentence(text, hit.start) and not cues.PREDICATE_BEHIND.match(text, hit.end):
        return None
    around = certain.lowered[max(0, hit.start - NEAR) : hit.end + NEAR]
    words = [word for word in entity.context if not word.startswith("!") and says(around, word.lower())]
    subject = not begins_a_sentence(text, hit.start) and cues.PREDICATE_BEHIND.match(text, hit.end)
    if len(words) >= (1 if subject and certain.near(hit.start) else AMONG):
        return " and ".join(words[:AMONG])
    return None


def _known_to_all(
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
        if entity.id in known.famous and _is_told_by_it(hit, known) and certain.near(hit.start):
            return "known to all"
        both = len(alias.text) >= LEAST_GIVEN and any(fold_name(one) in known.lone for one in entity.short)
        return "known by both names" if both and not alias.ambiguous and certain.near(hit.start) else None
    if not alias.ambiguous:
        return "known to all" if entity.id in known.famous and len(alias.text) >= LEAST_KANA else None
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


def _named_by_its_maker(hits: Sequence[Hit], certain: Certain, known: Known) -> tuple[Hit, str] | None:
    """R1 where DeepSeek stands right before, and not where Unitree does."""
    makers = {above: hit for hit in hits if _is_made(hit, known) for above in _makers(hit, known)}
    if not makers:
        return None
    start = hits[0].start
    named = (name for _, name in certain.between(start - BESIDE, start))
    line = (name if name in makers else known.entities[name].parent for name in named)  # or a sibling of it
    before = [name for name in line if name and name in makers]
    return (makers[before[-1]], f"near {before[-1]}") if before else None


def _makers(hit: Hit, known: Known) -> Iterator[str]:
    """Its family and the family's maker."""
    above = known.entities[hit.alias.entity].parent
    for _ in range(2):
        if above:
            yield above
            above = known.entities[above].parent if _is_model(above, known) else None


def _is_model(entity: str, known: Known) -> bool:
    return known.entities[entity].type == "model"


def _is_made(hit: Hit, known: Known) -> bool:
    return known.entities[hit.alias.entity].type in ("model", "product", "hardware")


def _is_given_name_of_another(text: str, hit: Hit, known: Known) -> bool:
    """Whether a given name has a family name behind it that is not known: Jensen Wang, イーロン・マスコ."""
    entity = known.entities[hit.alias.entity]
    given = not hit.alias.text.isascii() or any(
        name.startswith(hit.alias.text) for name in (entity.name, *entity.aliases)
    )
    return entity.type == "person" and given and bool(cues.FAMILY_NAME_BEHIND.match(text, hit.end))


def _is_told_by_it(hit: Hit, known: Known) -> bool:
    """Whether the catalogue itself gives the short name: it is a rare one."""
    return not hit.alias.ambiguous and hit.alias.text in known.entities[hit.alias.entity].short


def _is_small(text: str, hit: Hit, certain: Certain) -> bool:
    """Whether the name has lost its capitals: M. le maire is not M. Le Maire."""
    surface = text[hit.start : hit.end]
    return surface.isascii() and surface.islower() and not hit.alias.text.islower() and not certain.caseless


def _may_stand_alone(text: str, hit: Hit) -> bool:
    """Whether a short name needs no title: no single character, no plain word that only a sentence's begin gives a capital."""
    surface = text[hit.start : hit.end]
    if not hit.alias.ambiguous:
        return hit.end - hit.start > 1 or not is_cjk(surface[0])
    if not surface.isascii() or len(surface) <= 2:
        return False
    subject = not is_everyday(surface) and cues.PREDICATE_BEHIND.match(text, hit.end)
    return bool(subject) or not begins_a_sentence(text, hit.start)
