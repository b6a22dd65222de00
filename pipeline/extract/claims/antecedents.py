"""Antecedents: a word that points back and the roles heard before it in, whom it means out.

The name with the best standing in the latest sentences that is of the sort the word can mean. A word that may mean a company
as well as a thing (it, elle) means the best of each: what is said of it decides (affinity.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from msgspec import structs

from pipeline.extract.claims.described import NOTHING, Description, oddity
from pipeline.extract.claims.heard import REMEMBERED, Heard
from pipeline.extract.claims.passing import passes_by
from pipeline.extract.claims.placed_words import first, last, of_two, rival
from pipeline.extract.claims.referents import Referent, Sort
from pipeline.extract.claims.roles import NOBODY, Role
from pipeline.extract.claims.standing import CITED, OBJECT, OBLIQUE, POSSESSOR, SUBJECT
from pipeline.extract.named import Named
from pipeline.extract.sentences import Sentences
from pipeline.records import EntityType

REACH = 12
"""Sentences back that a word may reach."""
_SENTENCE = 7.0
"""What each sentence between a word and the name it may mean costs; from the fifth on a third of it."""
_AHEAD = 260
"""Characters within which the speaker of a quotation is named."""
_STANDING = 0.4
_FAR_BACK = 0.02
"""What each character between adds in one sentence: talk that is written down without stops has sentences of a page."""
_RESUMED = 40.0
"""What it takes off that the word follows the name at once: Nvidia, elle; Acme Grid they (as people talk)."""
_AGAIN = 2.5
"""What each mention so far, up to four, takes off."""
_COUNTED = 25.0
_PORTRAYED = 3.0
"""Sentences that the company of a portrait is away at most: there the firm is always it."""
_MINOR = 14.0
_PASSING = 20.0
"""What it costs that the word means a bystander, a fund or a paper, say."""
_FORGOTTEN = 20.0
"""How much more a role must cost for what follows to be a bystander: GMOも参入した。同社は."""
_CENTERED = ("company", "newcomer", "they", "any", "speaker", "target", "daughter")
_BOUGHT = 22.0
"""What it takes off that the sentence before tells who is bought."""
_SAME = 8.0
"""What it takes off that it is the subject of the word's own sentence."""
_FIRST, _STAR = 5.0, 3.0
"""What it takes off that the text began with it."""


_COSTS: dict[Sort, dict[EntityType, float]] = {
    "company": {"organization": 0, "person": 9},
    "newcomer": {"organization": 0, "person": 9},
    "daughter": {"organization": 0},
    "foreigner": {"organization": 0},
    "target": {"organization": 0},
    "person": {"person": 0},
    "they": {"organization": 0, "person": 5, "product": 8},
    "any": {"organization": 0, "product": 2, "model": 2, "project": 2, "hardware": 4, "law": 6},
    "thing": {"model": 0, "hardware": 0, "product": 1, "project": 4, "organization": 34},
    "place": {"project": 0, "hardware": 6, "organization": 28},
    "product": {"product": 0, "model": 3, "hardware": 3},
    "law": {"law": 0},
    "former": {},
    "both": {},
    "latter": {},
    "last": {},
    "rival": {},
    "model": {"model": 0, "hardware": 4, "product": 1, "project": 8, "organization": 40},
    "speaker": {"organization": 0, "person": 4},
    "asked": {},
    "self": {"organization": 0},
    "nobody": {},
    "release": {"product": 0, "model": 2, "hardware": 4, "project": 6},
}
"""What it costs that a word of this sort means an entity of this type; a type that is missing it cannot mean."""


def meant_by(
    word: Referent, heard: Heard, ahead: Sequence[Named], sentences: Sentences, lang: str, doer: str | None
) -> list[Role]:
    """Whom the word means: nobody, one, or a company and a thing, each with its cost as standing.

    `ahead`: names behind it. `doer`: the subject of a verb whose object the word is, which therefore it does not mean.
    """
    if word.sort == "nobody":
        return [Role(0, 0, NOBODY, "organization", True, 0, False)]
    if word.sort in ("self", "release"):
        return first(heard, _COSTS[word.sort]) or _speaking(word, heard, ahead, sentences, lang)
    if word.sort in ("former", "latter"):
        return of_two(word, heard, sentences)
    if word.sort == "both":
        two = replace(word, sort="former")
        return of_two(two, heard, sentences) or antecedents("company", word.start, heard, sentences, lang)
    if word.sort == "rival":
        return rival(word, heard, sentences)
    if word.sort == "last":
        return last(word, heard, sentences)
    if word.sort == "asked" and not heard.interview:
        return []
    if word.sort in ("speaker", "asked"):
        return _speaking(word, heard, ahead, sentences, lang)
    return antecedents(
        word.sort,
        word.start,
        heard,
        sentences,
        lang,
        not_=doer,
        told=word.told,
        buys=word.buys,
        this=word.this,
    )


def _speaking(
    word: Referent, heard: Heard, ahead: Sequence[Named], sentences: Sentences, lang: str
) -> list[Role]:
    """The company of who says we: the next person named, or the last. In a talk without names, nobody."""
    if heard.interview and (host := heard.asked or heard.first):
        return [Role(0, 0, host, "organization", True, 0, False)]
    for name in ahead:
        if name.start - word.end > _AHEAD or sentences.count_between(word.end, name.start) > 2:
            break
        if name.type == "person":
            speaker = Role(name.start, name.end, name.entity, "person", name.known, 0, True)
            company = heard.employers.get(name.entity) or employer_of(speaker, heard, sentences, lang)
            return [Role(0, 0, company, "organization", True, 0, False)] if company else []
    for role in reversed(heard.roles[-REMEMBERED:]):
        if sentences.count_between(role.start, word.start) > (8 if lang == "ja" else 2):
            break
        if role.type == "person" and (company := heard.employers.get(role.entity)):
            return [Role(0, 0, company, "organization", True, 0, False)]
    return []


def employer_of(role: Role, heard: Heard, sentences: Sentences, lang: str) -> str | None:
    """The company of a person of whom nothing is said: the newcomer that the text is about, or the latest company."""
    sort: Sort = "company" if role.known else "newcomer"
    found = antecedents(sort, role.start, heard, sentences, lang, sentence=4.0)
    return found[0].entity if found else None


def antecedents(
    sort: Sort,
    position: int,
    heard: Heard,
    sentences: Sentences,
    lang: str,
    *,
    sentence: float = _SENTENCE,
    not_: str | None = None,
    told: Description = NOTHING,
    buys: bool = False,
    this: bool = False,
) -> list[Role]:
    """The best company or person, and for `any` the best thing too, each with its cost beside the best as standing."""
    best: dict[bool, tuple[float, Role]] = {}
    here = sentences.count_between(-1, position)
    recent = heard.roles[-REMEMBERED:]
    bought = {role.entity for role in recent if role.bought} if buys else frozenset[str]()
    for index in range(len(recent) - 1, -1, -1):
        role = recent[index]
        away = here - role.sentence
        if away > REACH:
            break
        extra = _extra(sort, role, lang, heard.first)
        if extra is None or role.aside > position or role.entity == not_:
            continue
        standing = min(role.later if away else role.standing, OBLIQUE)
        cost = extra + (OBLIQUE - standing if sort == "target" else standing) * _STANDING
        portrayed = sort in ("company", "newcomer") and role.entity == heard.hero
        cost += sentence * min(min(away, 4) + max(0, away - 4) / 3, _PORTRAYED if portrayed else 99)
        cost += 24 if role.aside else 0
        if buys:
            cost += _BOUGHT if role.entity in bought else 0.0
        elif (role.bought and sort == "target") or (
            role.bought and away == 1 and sort in ("company", "newcomer", "any")
        ):
            cost -= _BOUGHT
        cost += _FAR_BACK * min(position - role.end, 600) if away == 0 else 0
        resumed = away == 0 and position - role.end <= 2 and role.told and role.standing < CITED
        cost -= _RESUMED if resumed else 0
        leads = index == 0 or recent[index - 1].sentence < role.sentence
        topical = role.standing == SUBJECT or (role.standing == POSSESSOR and leads)
        cost -= _SAME if away == 0 and role.told and topical else 0
        if not this:
            cost -= _AGAIN * min(4, heard.counts[role.entity])
            cost -= _FIRST if role.entity == heard.first else _STAR if role.entity == heard.star else 0
        cost += oddity(told, role.profile) if role.type == "organization" else 0.0
        group = sort == "any" and role.type not in ("organization", "person")
        if group not in best or cost <= best[group][0]:
            best[group] = (cost, role)
    opening = heard.portrayed if sort in ("company", "newcomer") and heard.portrayed else heard.opening
    if (
        opening
        and opening.entity != not_
        and here - opening.sentence > REACH
        and (extra := _extra(sort, opening, lang, heard.first)) is not None
    ):
        portrayed = sort in ("company", "newcomer") and opening.entity == heard.hero
        far = _PORTRAYED if portrayed else 4 + (REACH - 4) / 3
        cost = extra + sentence * far - _AGAIN * min(4, heard.counts[opening.entity]) - _FIRST
        cost += oddity(told, opening.profile)
        if False not in best or cost < best[False][0]:
            best[False] = (cost, opening)
    least = min((cost for cost, _ in best.values()), default=0.0)
    found = [
        structs.replace(role, standing=(cost - least) * 0.7, bought=False) for cost, role in best.values()
    ]
    return [one for role in found if (one := _as_company(role, sort, heard))]


def _extra(sort: Sort, role: Role, lang: str, first: str) -> float | None:
    if role.entity == NOBODY:
        return None
    if sort == "any" and role.type == "person" and lang == "fr":
        return 3.0
    extra = _COSTS[sort].get(role.type)
    if extra is None:
        return None
    if role.type == "hardware" and role.standing == OBJECT:  # 4,000 chips are no it
        extra += _COUNTED
    if sort in ("company", "newcomer", "they", "any") and role.minor and role.entity != first:
        extra += _MINOR
    if sort in _CENTERED and passes_by(role, _FORGOTTEN) and not role.minor and role.entity != first:
        extra += _PASSING
    if sort in ("company", "newcomer", "speaker") and role.public:
        extra += 30
    if sort == "newcomer":
        extra += (9 if role.known else 0) + (40 if role.profile.stage == "established" else 0)
    return extra


def _as_company(role: Role, sort: Sort, heard: Heard) -> Role | None:
    if role.type != "person" or sort not in ("company", "newcomer", "speaker", "they"):
        return role
    company = heard.employers.get(role.entity)
    return structs.replace(role, entity=company, type="organization") if company else None
