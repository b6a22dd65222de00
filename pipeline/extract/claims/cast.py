"""The cast: a text's names in; names and the words that point back to them out, each with its standing in its clause."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import merge

from msgspec import structs

from pipeline.extract.claims.affinity import PRESENTED
from pipeline.extract.claims.antecedents import employer_of, meant_by
from pipeline.extract.claims.clauses import Clauses
from pipeline.extract.claims.employers import employers_of
from pipeline.extract.claims.focus import focus_of
from pipeline.extract.claims.heard import Heard
from pipeline.extract.claims.hero import hero_of
from pipeline.extract.claims.interviews import company_asked, is_interview
from pipeline.extract.claims.naming import as_person, as_sites, as_things, its_thing, role_of
from pipeline.extract.claims.placing import OWNING, doer_of, last_subject, standing_of
from pipeline.extract.claims.purchases import is_bought
from pipeline.extract.claims.referents import Referent, referents_in
from pipeline.extract.claims.roles import Cast, Role
from pipeline.extract.claims.standing import (
    CITED,
    MODIFIER,
    OBJECT,
    OBLIQUE,
    POSSESSOR,
    is_introduced,
)
from pipeline.extract.claims.standing_ja import japanese_lasting
from pipeline.extract.named import Named
from pipeline.extract.profile import UNKNOWN
from pipeline.extract.sentences import Sentences

_ASIDE = re.compile(
    r",\s(?:(?:in|for|of|to|with)\s)?(?:which|who|whose|where|backed|led|founded|owned|based|run|built|set up|qui|dont|où|menée?s?|fondée?s?|soutenue?s?|portée?s?|détenue?s?)\b"
    r"(?:[^.;\n]|\.(?=\d)){0,240}?(?:,(?=\s(?!and\b|et\b))|(?=\.(?!\d)|[;\n]))"
    r"|,\s(?:the|an?|its|une?|le|la|l['’])\s?[a-zà-ÿ][^,.;\n]{3,120}(?:,(?=\s[a-zà-ÿ])|(?=[.;\n]))"
)
_CALLED = re.compile(
    r"\b(?:called|named|dubbed|nommée?|baptisée?|appelée?|known as|connue? sous le nom de)\s\Z"
)
"""Its opposite number, a transcriber called X, costs: X is what the sentence is about."""
_JOINTS = frozenset(("と", "や", "、", "・", "」と「", "、"))
_UNIT = 8.0
"""What a subsidiary of a company that was named costs more for the sentences that follow: they are about the company again."""
_BACKER = 20.0
"""What a company that only takes part in another's round costs more for the sentences that follow."""
_OF_IT = 3
"""Characters between a name and the one that it modifies: エヌビディアの「H100」."""
_OTHERS = 12.0
"""What it costs that its or ses is of another than the subject of its sentence."""
_SHORT = 60
"""Characters of a sentence that has one name, which it is about: Coup dur pour X."""
_AGAIN = 1.5
"""And each mention, up to four."""
_FIRST, _STAR, _HOST = 3.0, 2.0, 4.0
"""What it takes off a topic's cost that it is the company, or the thing, that the text begins with."""
_SUCH_AS = re.compile(
    r"\b(?:comme|like|such as|from|with|by|par|avec|auprès de|chez|(?:work(?:ed|s|ing)?|was|been) (?:for|at)|left|quit|formerly (?:of|at)|quitté|passée? par)\s\Z"
)
_INTRODUCED = -6.0
"""The standing for what follows of whom the talk turns to."""
_TITLE, _TITLED = 14, -10.0
"""And where it has nearly nothing but the name (The WSE three.), what follows is of it."""
_OPENING = 50
"""Characters of a Japanese sentence at most that opens a paragraph and says whom it is about."""
_EARLY = 30
"""And that stands among its first characters."""
_HEADING = re.compile(r"^(?!\s*$|・)[^\n]{2,70}(?<![.。、,;；!?！？])$(?=\n)", re.MULTILINE)


def cast_of(text: str, lang: str, sentences: Sentences, clauses: Clauses, names: Sequence[Named]) -> Cast:
    """Who and what the text speaks of, name by name and pronoun by pronoun."""
    names = as_things(text, [as_person(text, name) for name in names])
    if lang == "ja":
        names = as_sites(text, names)
    heard = Heard(employers_of(text, lang, names), interview=is_interview(text))
    names = _employed(names, heard.employers)
    employed = dict(heard.employers)
    heard.hero = hero_of(text, names, employed)
    heard.asked = company_asked(names, heard.employers) if heard.interview else ""
    starts = [name.start for name in names]
    asides = [match.span() for match in _ASIDE.finditer(text)] if lang != "ja" else []
    opened = [start for start, _ in asides]
    cities = {name.profile.city for name in names if name.profile.city}
    for word in _in_order(names, referents_in(text, lang, cities)):
        floor, ceiling = sentences.around(word.start)
        ahead = bisect_left(starts, word.end)
        following = starts[ahead] if ahead < len(starts) else len(text) + 99
        index = bisect_right(opened, word.start) - 1
        aside = asides[index][1] if index >= 0 and word.start < asides[index][1] else 0
        aside = 0 if aside and _CALLED.search(text, word.start - 20, word.start) else aside
        if isinstance(word, Named):
            meant = [its_thing(text, word, heard) or role_of(text, word, heard.employers)]
        else:
            doer = doer_of(text, lang, word, heard.roles, floor, clauses)
            meant = meant_by(word, heard, names[ahead : ahead + 6], sentences, lang, doer)
        if not meant:
            continue
        if isinstance(word, Referent) and text[word.start : word.end].lower() in OWNING:
            meant = _owning(meant, last_subject(heard.roles, floor))
        standing = standing_of(text, lang, word, meant[0], floor, following, heard.roles, clauses)
        alone = (
            lang != "ja"
            and following >= ceiling
            and ceiling - floor <= _SHORT
            and word.start - floor <= _EARLY
            and not _SUCH_AS.search(text, floor, word.start)
            and not (heard.roles and heard.roles[-1].start >= floor)
        )
        standing = min(standing, POSSESSOR) if alone and standing < CITED else standing
        standing = max(standing, CITED) if meant[0].watches else standing
        later = standing
        if lang != "ja" and isinstance(word, Named) and is_introduced(text, word.start):
            standing = min(standing, POSSESSOR)
            later = _INTRODUCED
        if alone and meant[0].type in PRESENTED and ceiling - floor - (word.end - word.start) <= _TITLE:
            later = _TITLED
        if lang == "ja":
            later = japanese_lasting(text, word.start, word.end, floor, standing, meant[0].type)
            if _opens_alone(text, word, standing, (floor, ceiling), following, heard):
                later = min(later, POSSESSOR)
        for role in meant:
            told = role.told and isinstance(word, Named)
            stays = later + role.standing + (_BACKER if role.minor else 0.0)
            if lang == "ja" and isinstance(word, Named) and role.type == "organization":
                stays += _UNIT if word.parent and heard.counts[word.parent] else 0.0
            role = structs.replace(
                role,
                start=word.start,
                end=word.end,
                standing=standing + role.standing,
                later=stays,
                told=told,
                aside=aside,
                sentence=sentences.count_between(-1, word.start),
            )
            if role.type == "person" and role.entity not in heard.employers:
                company = employer_of(role, heard, sentences, lang)
                if company:
                    heard.employers[role.entity] = company
            bought = lang != "ja" and isinstance(word, Named) and is_bought(text, lang, role)
            heard.add(structs.replace(role, bought=True) if bought else role)
        if lang == "ja":
            _share_standing(text, heard.roles)
    named = frozenset(name.entity for name in names)
    hero = next((role for role in heard.roles if role.entity == heard.hero), None) if heard.hero else None
    headings = [match.start() for match in _HEADING.finditer(text)]
    return Cast(
        heard.roles,
        [role.start for role in heard.roles],
        heard.employers,
        headings,
        named,
        heard.first,
        _weights(heard),
        focus_of(text, heard.roles, employed, hero),
        hero,
        heard.star,
        tuple(role for role in heard.roles if role.type == "law"),
        next((role for role in heard.roles if role.told and role.entity == heard.first), None),
    )


def _opens_alone(
    text: str,
    word: Named | Referent,
    standing: float,
    sentence: tuple[int, int],
    following: int,
    heard: Heard,
) -> bool:
    """Whether a paragraph's short first sentence has no other name, so that what follows is about it: Xを例にとろう。"""
    start, end = sentence
    first = text[start : start + 1] == "\n" or text[max(0, start - 1) : start] in ("", "\n")
    sole = following >= end and not (heard.roles and heard.roles[-1].start >= start)
    plain = isinstance(word, Named) and standing < CITED and not text.startswith("など", word.end)
    return first and sole and plain and end - start <= _OPENING


def _employed(names: Sequence[Named], employers: Mapping[str, str]) -> list[Named]:
    """People have the profile of whom they speak for here, which may be another than the catalogue's."""
    profiles = {name.entity: name.profile for name in names if name.type == "organization"}
    return [
        replace(name, profile=profiles.get(firm, UNKNOWN))
        if name.type == "person" and (firm := employers.get(name.entity)) and firm != name.parent
        else name
        for name in names
    ]


def _owning(meant: list[Role], subject: Role | None) -> list[Role]:
    """Whom its or ses means: rather the subject of its own sentence than another."""
    if subject is None or subject.entity not in [role.entity for role in meant]:
        return meant
    return [
        role if role.entity == subject.entity else structs.replace(role, standing=role.standing + _OTHERS)
        for role in meant
    ]


def _share_standing(text: str, roles: list[Role]) -> None:
    """AとBが: what the particle behind the last of a list makes of it, it makes of those before; of AのB it makes A so too."""
    last = roles[-1]
    owner = roles[-2] if len(roles) > 1 and roles[-2].standing == MODIFIER else None
    if owner and last.told and last.standing > OBLIQUE and last.start - owner.end <= _OF_IT:
        roles[-2] = structs.replace(owner, standing=last.standing, later=last.later)
    for index in range(len(roles) - 2, max(-1, len(roles) - 8), -1):
        before, after = roles[index], roles[index + 1]
        joined = text[before.end : after.start] in _JOINTS
        if not (joined and before.told and before.type == last.type and before.standing >= OBJECT):
            break
        roles[index] = structs.replace(before, standing=last.standing, later=last.later)


def _weights(heard: Heard) -> dict[str, float]:
    weights = {entity: _AGAIN * min(count, 4) for entity, count in heard.counts.items()}
    for entity, more in ((heard.first, _FIRST), (heard.star, _STAR), (heard.asked, _HOST)):
        if entity:
            weights[entity] = weights.get(entity, 0.0) + more
    return weights


def _in_order(names: Sequence[Named], referents: Sequence[Referent]) -> Iterator[Named | Referent]:
    """Names and referents by position; a referent that lies in a name is none."""
    end = -1
    both: Iterator[Named | Referent] = merge(names, referents, key=lambda one: (one.start, -one.end))
    for word in both:
        if isinstance(word, Named) or word.start >= end:
            yield word
            end = max(end, word.end)
