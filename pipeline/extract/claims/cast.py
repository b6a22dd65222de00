"""The cast: a text's names in; names and the words that point back to them out, each with its standing in its clause."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from heapq import merge
from itertools import islice

from pipeline.extract.claims.antecedents import Heard, employer_of, meant_by
from pipeline.extract.claims.bystanders import is_founder, is_investor, is_minor, is_watcher
from pipeline.extract.claims.clauses import Clauses
from pipeline.extract.claims.employers import employers_of
from pipeline.extract.claims.purchases import is_bought
from pipeline.extract.claims.referents import Referent, referents_in
from pipeline.extract.claims.roles import NOBODY, Cast, Role, is_public
from pipeline.extract.claims.standing import (
    CITED,
    MODIFIER,
    OBJECT,
    OBLIQUE,
    OTHER,
    POSSESSOR,
    SUBJECT,
    heads_a_clause,
    in_brackets,
    is_acted_on,
    is_gapped,
    is_object,
    is_presented,
    latin_standing,
    listed,
)
from pipeline.extract.claims.standing_ja import japanese_lasting, japanese_standing
from pipeline.extract.named import Named
from pipeline.extract.sentences import Sentences
from pipeline.records import EntityType

_MAKER_BEFORE = re.compile(
    r"\b(?:maker|creator|developer|owner|parent|backer|créateur|éditeur|propriétaire|concepteur|entreprise|société|start-up|maison mère) (?:of |behind |de |d['’])\Z",
    re.IGNORECASE,
)
_MAKER_BEHIND = re.compile(
    r"[ -](?:maker|creator|developer|owner|parent)\b|[」』]?(?:の|を)?(?:開発元|運営元|親会社|(?:開発|運営|提供)する|手掛ける|手がける)"
)
_FIRM_OF_PERSON = re.compile(
    r"(?:\b(?:firm|company|group|firme|entreprise|groupe|société|conglomérat|maison|boîte) (?:of |de |d['’]))\Z"
)
_ASIDE = re.compile(
    r",\s(?:(?:in|for|of|to|with)\s)?(?:which|who|whose|where|backed|led|founded|owned|based|run|built|set up|qui|dont|où|menée?s?|fondée?s?|soutenue?s?|portée?s?|détenue?s?)\b"
    r"(?:[^.;\n]|\.(?=\d)){0,240}?(?:,(?=\s(?!and\b|et\b))|(?=\.(?!\d)|[;\n]))"
    r"|,\s(?:the|an?|its|une?|le|la|l['’])\s?[a-zà-ÿ][^,.;\n]{3,120}(?:,(?=\s[a-zà-ÿ])|(?=[.;\n]))"
)
_COMPUTER = re.compile(r"(?:スーパーコンピューター?|スパコン|計算機群|計算基盤|クラスター|後継機)[「『・]?\Z")
_JOINTS = frozenset(("と", "や", "、", "・", "」と「", "、"))
_UNIT = 8.0
"""What a subsidiary of a company that was named costs more for the sentences that follow: they are about the company again."""
_BACKER = 20.0
"""What a company that only takes part in another's round costs more for the sentences that follow."""
_SURVEYED = 30.0
"""The standing of nobody where a survey or a frame (国内で) is told: names of the sentence come first, topics of earlier
ones do not."""
_OF_IT = 3
"""Characters between a name and the one that it modifies: エヌビディアの「H100」."""
_OTHERS = 12.0
"""What it costs that its or ses is of another than the subject of its sentence."""
_SHORT = 60
"""Characters of a sentence that has one name, which it is about: Coup dur pour X."""
_AGAIN = 1.5
"""And each mention, up to four."""
_FIRST, _STAR = 3.0, 2.0
"""What it takes off a topic's cost that it is the company, or the thing, that the text begins with."""
_PRESENTED: frozenset[EntityType] = frozenset(("model", "product", "hardware"))
_THING_OF = re.compile(
    r"\b(?:[Ll]['’](?:assistant|outil|application|appli|agent)|[Ll]e (?:modèle|chatbot|robot|service|logiciel)|[Ll]a (?:puce|version))(?: [a-zà-ÿ]+)? (?:de|du|d['’])\s?\Z"
)
_OF_ITS_THING = re.compile(
    r"['’]s? (?:[a-z-]+ ){0,2}(?:assistant|chatbot|model|app|chip|browser|tool|service|robot)\b(?!s|,? [A-Z])"
)
_SUCH_AS = re.compile(r"\b(?:comme|like|such as)\s\Z")
_TITLE, _TITLED = 14, -10.0
"""And where it has nearly nothing but the name (The WSE three.), what follows is of it."""
_EARLY = 30
"""And that stands among its first characters."""
_HONORIFIC = re.compile(r"\s?(?:氏|さん|社長|会長|CEO|最高経営責任者|博士|教授)")
_MISTER = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|M|Mme)\.?\s\Z")
_QUESTION = re.compile(r"[?？][»”\"」]?\s*\Z|^\s*[―—–-]{1,2}.*か。\s*\Z")
_HEADING = re.compile(r"^(?!\s*$|・)[^\n]{2,70}(?<![.。、,;；!?！？])$(?=\n)", re.MULTILINE)
_OWNING = frozenset(
    ("its", "their", "his", "her", "our", "my", "your", "votre", "vos", "son", "sa", "ses", "leur", "leurs", "notre", "nos")
)


def cast_of(text: str, lang: str, sentences: Sentences, clauses: Clauses, names: Sequence[Named]) -> Cast:
    """Who and what the text speaks of, name by name and pronoun by pronoun."""
    names = [_as_person(text, name) for name in names]
    if lang == "ja":
        names = _as_sites(text, names)
    heard = Heard(employers_of(text, lang, names), interview=_is_interview(text))
    heard.asked = _asked(names, heard.employers) if heard.interview else ""
    starts = [name.start for name in names]
    asides = [match.span() for match in _ASIDE.finditer(text)] if lang != "ja" else []
    opened = [start for start, _ in asides]
    for word in _in_order(names, referents_in(text, lang)):
        floor, ceiling = sentences.around(word.start)
        ahead = bisect_left(starts, word.end)
        following = starts[ahead] if ahead < len(starts) else len(text) + 99
        index = bisect_right(opened, word.start) - 1
        aside = asides[index][1] if index >= 0 and word.start < asides[index][1] else 0
        if isinstance(word, Named):
            meant = [_its_thing(text, word, heard) or _named(text, word, heard.employers)]
        else:
            doer = _doer(text, lang, word, heard.roles, floor, clauses)
            meant = meant_by(word, heard, names[ahead : ahead + 6], sentences, lang, doer)
        if not meant:
            continue
        if isinstance(word, Referent) and text[word.start : word.end].lower() in _OWNING:
            meant = _owning(meant, _last_subject(heard.roles, floor))
        standing = _standing(text, lang, word, meant[0], floor, following, heard.roles, clauses)
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
        if alone and meant[0].type in _PRESENTED and ceiling - floor - (word.end - word.start) <= _TITLE:
            later = _TITLED
        if lang == "ja":
            later = japanese_lasting(text, word.start, word.end, floor, standing, meant[0].type)
        for role in meant:
            told = role.told and isinstance(word, Named)
            stays = later + role.standing + (_BACKER if role.minor else 0.0)
            if lang == "ja" and isinstance(word, Named) and role.type == "organization":
                stays += _UNIT if word.parent and heard.counts[word.parent] else 0.0
            role = replace(
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
            heard.add(replace(role, bought=True) if bought else role)
        if lang == "ja":
            _share_standing(text, heard.roles)
    named = frozenset(name.entity for name in names)
    headings = [match.start() for match in _HEADING.finditer(text)]
    return Cast(
        heard.roles,
        [role.start for role in heard.roles],
        heard.employers,
        headings,
        named,
        heard.first,
        _weights(heard),
        heard.star,
        tuple(role for role in heard.roles if role.type == "law"),
        next((role for role in heard.roles if role.told and role.entity == heard.first), None),
    )


def _owning(meant: list[Role], subject: Role | None) -> list[Role]:
    """Whom its or ses means: rather the subject of its own sentence than another."""
    if subject is None or subject.entity not in [role.entity for role in meant]:
        return meant
    return [
        role if role.entity == subject.entity else replace(role, standing=role.standing + _OTHERS)
        for role in meant
    ]


def _share_standing(text: str, roles: list[Role]) -> None:
    """AとBが: what the particle behind the last of a list makes of it, it makes of those before; of AのB it makes A so too."""
    last = roles[-1]
    owner = roles[-2] if len(roles) > 1 and roles[-2].standing == MODIFIER else None
    if owner and last.told and last.standing > OBLIQUE and last.start - owner.end <= _OF_IT:
        roles[-2] = replace(owner, standing=last.standing, later=last.later)
    for index in range(len(roles) - 2, max(-1, len(roles) - 8), -1):
        before, after = roles[index], roles[index + 1]
        joined = text[before.end : after.start] in _JOINTS
        if not (joined and before.told and before.type == last.type and before.standing >= OBJECT):
            break
        roles[index] = replace(before, standing=last.standing, later=last.later, tail=last.end)


def _weights(heard: Heard) -> dict[str, float]:
    weights = {entity: _AGAIN * min(count, 4) for entity, count in heard.counts.items()}
    for entity, more in ((heard.first, _FIRST), (heard.star, _STAR)):
        if entity:
            weights[entity] = weights.get(entity, 0.0) + more
    return weights


def _as_person(text: str, name: Named) -> Named:
    """A candidate whose type is a guess is a person where it is addressed as one."""
    if name.known or name.type == "person":
        return name
    addressed = _HONORIFIC.match(text, name.end) or _MISTER.search(text, max(0, name.start - 6), name.start)
    founder = is_founder(text, name.start, name.end)
    return replace(name, type="person") if addressed or founder else name


def _as_sites(text: str, names: Sequence[Named]) -> list[Named]:
    """Computers that fill a hall are no chips: they have users, power and GPUs as a project does."""
    sites = {
        name.entity
        for name in names
        if name.type == "hardware" and _COMPUTER.search(text, max(0, name.start - 14), name.start)
    }
    return [replace(name, type="project") if name.entity in sites else name for name in names]


def _is_interview(text: str) -> bool:
    """Whether at least three lines ask."""
    asked = (1 for line in text.splitlines() if _QUESTION.search(line))
    return sum(1 for _ in islice(asked, 3)) == 3


def _asked(names: Sequence[Named], employers: dict[str, str]) -> str:
    """Who is asked speaks for a company: that of who is named most, rather a new person's, or the one the text begins with."""
    companies = Counter(name.entity for name in names if name.type == "organization")
    points: dict[str, float] = {}
    for name in names:
        company = employers.get(name.entity, "") if name.type == "person" else ""
        if company in companies:
            points[company] = points.get(company, 0.0) + _PERSON_ASKED * (1 if name.known else 2)
    for place, (company, count) in enumerate(companies.items()):
        points[company] = points.get(company, 0.0) + count + (_BEGUN_WITH if place == 0 else 0.0)
    for company in {name.entity for name in names if name.type == "organization" and not name.known}:
        points[company] += _NEWCOMER
    return max(points, key=lambda company: points[company], default="")


_PERSON_ASKED, _BEGUN_WITH, _NEWCOMER = 3.0, 4.0, 2.0


def _in_order(names: Sequence[Named], referents: Sequence[Referent]) -> Iterator[Named | Referent]:
    """Names and referents by position; a referent that lies in a name is none."""
    end = -1
    both: Iterator[Named | Referent] = merge(names, referents, key=lambda one: (one.start, -one.end))
    for word in both:
        if isinstance(word, Named) or word.start >= end:
            yield word
            end = max(end, word.end)


def _named(text: str, name: Named, employers: dict[str, str]) -> Role:
    """The name as it stands, or the company that it only describes: the maker of ChatGPT, la firme de Mark Zuckerberg."""
    before = max(0, name.start - 24)
    parent = name.parent if name.type != "organization" else None
    if parent and (_MAKER_BEFORE.search(text, before, name.start) or _MAKER_BEHIND.match(text, name.end)):
        return Role(name.start, name.end, parent, "organization", True, 0, False)
    company = employers.get(name.entity)
    if name.type == "person" and company and _FIRM_OF_PERSON.search(text, before, name.start):
        return Role(name.start, name.end, company, "organization", True, 0, False)
    public = name.type == "organization" and is_public(text[name.start : name.end], name.entity)
    minor = is_minor(text, name.start, name.end, name.type)
    watches = name.type == "organization" and is_watcher(text, name.start, name.end)
    return Role(
        name.start,
        name.end,
        name.entity,
        name.type,
        name.known,
        0,
        True,
        public,
        minor=minor,
        parent=parent,
        invests=name.type == "organization" and is_investor(text[name.start : name.end], name.entity),
        watches=watches,
    )


def _its_thing(text: str, name: Named, heard: Heard) -> Role | None:
    """L'assistant de Microsoft, OpenAI's chatbot: the thing of that maker that was just spoken of."""
    if name.type != "organization":
        return None
    before = _THING_OF.search(text, max(0, name.start - 40), name.start)
    if not before and not _OF_ITS_THING.match(text, name.end):
        return None
    for role in reversed(heard.roles[-8:]):
        if role.told and role.parent == name.entity and role.type in _PRESENTED:
            return replace(role, standing=0.0, told=False)
    return None


def _standing(
    text: str,
    lang: str,
    word: Named | Referent,
    role: Role,
    floor: int,
    following: int,
    roles: Sequence[Role],
    clauses: Clauses,
) -> float:
    if lang == "ja":
        if role.entity == NOBODY:
            return SUBJECT if text[word.end : word.end + 1] in ("は", "が", "も") else _SURVEYED
        standing = japanese_standing(text, word.start, word.end, floor, following)
        return max(standing, OBJECT) if in_brackets(text, word.start, floor) else standing
    if isinstance(word, Named) and not role.told:  # `the maker of X` stands as its first word does
        return SUBJECT if word.start - floor < 60 else POSSESSOR
    if isinstance(word, Referent) and text[word.start : word.end] == "lui":
        return OBLIQUE
    last = roles[-1] if roles and roles[-1].start >= floor else None
    standing = latin_standing(text, word.start, word.end, floor, following, first=last is None)
    if isinstance(word, Referent) and text[word.start : word.end].lower() in _OWNING:
        near = following - word.end <= 24 and standing == SUBJECT
        standing = max(standing, MODIFIER if near else POSSESSOR)
    if last and listed(text, last.end, word.start) and not _begins_a_clause(text, last, word):
        return last.standing if standing in (SUBJECT, OBLIQUE) else standing
    if in_brackets(text, word.start, floor):
        return max(standing, OBJECT)
    doer = _last_subject(roles, floor)
    same_clause = doer and clauses.between(doer.end, word.start) == 0
    acted = (
        standing == SUBJECT
        and bool(roles)
        and roles[-1].start >= floor
        and is_acted_on(text, word.start, word.end)
    )
    if acted and isinstance(word, Named):
        return OTHER if word.type in _PRESENTED and is_presented(text, word.start) else OBJECT
    if isinstance(word, Named) and word.type in _PRESENTED and is_presented(text, word.start):
        return OTHER
    if standing == SUBJECT and doer and same_clause and is_object(text, doer.end, word.start, word.end):
        return OBJECT
    return standing


def _doer(
    text: str, lang: str, word: Referent, roles: Sequence[Role], floor: int, clauses: Clauses
) -> str | None:
    """The subject of the clause in which a company is only spoken of: Adobe would acquire the Bristol company."""
    him = text[word.start : word.end] == "lui"
    it = text[word.start : word.end] == "it"
    if lang == "ja" or not (him or it or word.sort in ("company", "newcomer")):
        return None
    subject = _last_subject(roles, floor)
    if subject is None or clauses.between(subject.end, word.start) > 0:
        return None
    if him:
        return subject.entity
    return subject.entity if is_object(text, subject.end, word.start, word.end) else None


def _begins_a_clause(text: str, last: Role, word: Named | Referent) -> bool:
    """`Backed by Microsoft, OpenAI lost`: a comma behind what stands oblique, and a verb behind the name."""
    if last.standing >= OBLIQUE and word.start - last.end > 2 and _is_gapped(text, word):
        return True
    if (
        last.standing < OBLIQUE
        or text[last.end] != ","
        or re.match(r",?\s(?:and|or|et|ou)\s", text[last.end : last.end + 6])
    ):
        return False
    return heads_a_clause(text, word.end) or not re.match(
        r"\s?(?:,|and\b|et\b|or\b|ou\b|\(|[.;])", text[word.end : word.end + 5]
    )


def _is_gapped(text: str, word: Named | Referent) -> bool:
    return isinstance(word, Named) and word.type == "organization" and is_gapped(text, word.end)


def _last_subject(roles: Sequence[Role], floor: int) -> Role | None:
    for role in reversed(roles[-6:]):
        if role.start < floor:
            return None
        if role.standing <= POSSESSOR:
            return role
    return None
