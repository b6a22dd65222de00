"""Called: short names found at one place in (Altman, Sam, R1, the Commission), the one that is meant and why out.

A short name belongs to somebody whom the document names in full; or to one whom a title or the company makes plain; or,
of those whom the whole field knows, to the best known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pipeline.extract.names import name_cues as cues
from pipeline.extract.names.against import begins_a_sentence
from pipeline.extract.names.certain import NEAR, NOWHERE, Certain, says
from pipeline.extract.names.common_words import is_everyday
from pipeline.extract.names.fold import fold_name, is_cjk
from pipeline.extract.names.known import Known
from pipeline.extract.names.known_to_all import is_told_by_it, known_to_all
from pipeline.extract.names.match import Hit
from pipeline.extract.names.members import PLAIN
from pipeline.extract.names.pieces import LEAST_KANA, heads_of, is_placed_as_a_company, may_be_called_so
from pipeline.extract.names.signs import another_of_that_name, attached, honoured

AMONG = 2
"""Names of the industry that make a rare family name with a title the known person's."""
BESIDE = 80
"""Characters before a model's letter and number within which its maker stands."""


def called(
    hits: Sequence[Hit], text: str, certain: Certain, known: Known, others: Collection[str]
) -> tuple[Hit, str] | None:
    """The hit that is meant at this place, and why. `others`: folded first names that the document gives to others too."""
    hits = [
        hit
        for hit in hits
        if not another_of_that_name(hit, text, certain)
        and not (hit.alias.given and hit.alias.text in PLAIN)  # the plan Max
        and may_be_called_so(hit, text, certain, others, heads_of(hit, known))
    ]
    chosen = _named_in_full(hits, certain, known) or _named_beside(hits, text, certain, known)
    if not chosen:
        return None
    hit, reason = chosen
    if _is_small(text, hit, certain) or _is_given_name_of_another(text, hit, known):
        return None
    told_before = certain.positions.get(hit.alias.entity, [hit.start])[0] < hit.start
    speaks = told_before and reason.endswith("in full") and _speaks(text, hit)
    plain = not (_may_stand_alone(text, hit) or honoured(text, hit) or speaks)
    return None if plain and not reason.startswith(("belongs", "subject", "stands")) else (hit, reason)


def given_to_others(text: str, groups: Sequence[Sequence[Hit]]) -> set[str]:
    """First names, folded, behind which a family name stands that is not theirs: Sam Rivera makes Sam no Altman."""
    return {
        fold_name(group[0].alias.text)
        for group in groups
        if any(hit.alias.given for hit in group) and cues.ANY_NAME_BEHIND.match(text, group[0].end)
    }


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
        if company and len(hits) == 1 and is_placed_as_a_company(hit, text, certain, known):
            return hit, "stands as a company does"
        kin = known.kin[hit.alias.entity]
        if owner := attached(hit, text, kin, certain):
            return hit, f"belongs to {owner}"
        beside = next((name for name in sorted(kin) if name in certain.positions), None)
        told = is_told_by_it(hit, known)
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
            head := next((one for one in heads_of(hit, known) if one in certain.positions), None)
        ):
            return hit, f"beside {head}"
        if words := _of_its_field(hit, text, certain, known):
            return hit, f"subject near the words {words}"
        if reason := known_to_all(hit, text, certain, known, beside, titled=titled):
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


def _speaks(text: str, hit: Hit) -> bool:
    """Whether the name stands at the head of a line as that of who speaks: 山本　始めたとき社員は2人でした."""
    if not is_cjk(text[hit.start]):
        return False
    before = text[max(0, hit.start - 1) : hit.start]
    return before in ("", "\n") and text[hit.end : hit.end + 1] in (" ", "\u3000", ":", "：")


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
