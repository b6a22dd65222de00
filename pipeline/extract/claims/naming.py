"""Naming: a name as it was found in, what it names in this place out: a person, a site, the maker of it, a thing of that maker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from msgspec import structs

from pipeline.extract.claims.affinity import PRESENTED
from pipeline.extract.claims.bystanders import is_founder, is_investor, is_minor, is_watcher
from pipeline.extract.claims.heard import Heard
from pipeline.extract.claims.roles import Role, is_public
from pipeline.extract.named import Named
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
_COMPUTER = re.compile(r"(?:スーパーコンピューター?|スパコン|計算機群|計算基盤|クラスター|後継機)[「『・]?\Z")
_THING_OF = re.compile(
    r"\b(?:[Ll]['’](?:assistant|outil|application|appli|agent)|[Ll]e (?:modèle|chatbot|robot|service|logiciel)|[Ll]a (?:puce|version))(?: [a-zà-ÿ]+)? (?:de|du|d['’])\s?\Z"
)
_OF_ITS_THING = re.compile(
    r"['’]s? (?:[a-z-]+ ){0,2}(?:assistant|chatbot|model|app|chip|browser|tool|service|robot)\b(?!s|,? [A-Z])"
)
_HONORIFIC = re.compile(r"\s?(?:氏|さん|社長|会長|CEO|最高経営責任者|博士|教授)")
_MISTER = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|M|Mme)\.?\s\Z")


def as_person(text: str, name: Named) -> Named:
    """A candidate whose type is a guess is a person where it is addressed as one."""
    if name.known or name.type == "person":
        return name
    addressed = _HONORIFIC.match(text, name.end) or _MISTER.search(text, max(0, name.start - 6), name.start)
    founder = is_founder(text, name.start, name.end)
    return replace(name, type="person") if addressed or founder else name


_VERSIONED = re.compile(
    r"(?:[A-Za-zà-ÿァ-ヶー][ -]?(?:v|V|K|R)?\d{1,2}(?:\.\d)?|\d{1,3}[BbMm])(?:[ -](?:[A-Z][a-z]+|[ァ-ヶー]+)){0,2}\Z"
)
_SITE = re.compile(
    r"\b(?:[Cc]ampus|[Dd]ata [Cc]ent(?:er|re)|[Cc]lean [Ee]nergy|[Pp]ower (?:[Pp]lant|[Ss]tation)|[Nn]uclear|[Gg]igafactory)\b|(?:データセンター|発電所|工場|キャンパス)\Z"
)
_ACT = re.compile(r"\b(?:Bill|Act|Law|Loi|SB|AB)\b")
_IS_A_THING = re.compile(
    r",\s(?:its|his|her|their|the|an?|son|sa|leur|le|la|une?|l['’])\s?(?:[a-zà-ÿ-]+\s){0,3}?(?:model|assistant|chatbot|app|browser|chip|card|robot|agent|modèle|appli|application|puce|carte|navigateur|outil)\b"
    r"|[」』]?という[^。、\n]{0,10}?(?:モデル|アプリ|カード|チップ|ロボット|サービス|ソフト|半導体|端末|ブラウザー?)"
)
_IS_A_SITE = re.compile(
    r",\s(?:its|his|her|their|the|an?|son|sa|leur|le|la|une?|l['’])\s?(?:[a-zà-ÿ-]+\s){0,3}?(?:factory|plant|campus|site|supercomputer|usine|centrale|supercalculateur)\b"
)


def as_things(text: str, names: Sequence[Named]) -> list[Named]:
    """Candidates whose type is a guess: what has a version or is said to be a model is a thing, what is said to be a plant a site."""
    types: dict[str, EntityType] = {}
    for name in names:
        if name.known or name.type != "organization" or name.entity in types:
            continue
        surface = text[name.start : name.end]
        if _ACT.search(surface):
            continue
        if _SITE.search(surface) or _IS_A_SITE.match(text, name.end, name.end + 60):
            types[name.entity] = "project"
        elif _VERSIONED.search(surface) or _IS_A_THING.match(text, name.end, name.end + 60):
            types[name.entity] = "product"
    return [replace(name, type=types.get(name.entity, name.type)) for name in names] if types else list(names)


def as_sites(text: str, names: Sequence[Named]) -> list[Named]:
    """Computers that fill a hall are no chips: they have users, power and GPUs as a project does."""
    sites = {
        name.entity
        for name in names
        if name.type == "hardware" and _COMPUTER.search(text, max(0, name.start - 14), name.start)
    }
    return [replace(name, type="project") if name.entity in sites else name for name in names]


def role_of(text: str, name: Named, employers: dict[str, str]) -> Role:
    """The name as it stands, or the company that it only describes: the maker of ChatGPT, la firme de Mark Zuckerberg."""
    before = max(0, name.start - 24)
    parent = name.parent if name.type != "organization" else None
    if parent and (_MAKER_BEFORE.search(text, before, name.start) or _MAKER_BEHIND.match(text, name.end)):
        return Role(name.start, name.end, parent, "organization", True, 0, False, profile=name.profile)
    company = employers.get(name.entity)
    if name.type == "person" and company and _FIRM_OF_PERSON.search(text, before, name.start):
        return Role(name.start, name.end, company, "organization", True, 0, False)
    surface, firm = text[name.start : name.end], name.type == "organization"
    minor = is_minor(text, name.start, name.end, name.type)
    return Role(
        name.start,
        name.end,
        name.entity,
        name.type,
        name.known,
        0,
        True,
        firm and is_public(surface, name.entity, name.profile),
        minor=minor,
        parent=parent,
        invests=firm and is_investor(surface, name.entity, name.profile),
        watches=firm and is_watcher(text, name.start, name.end, name.profile),
        profile=name.profile,
    )


def its_thing(text: str, name: Named, heard: Heard) -> Role | None:
    """L'assistant de Microsoft, OpenAI's chatbot: the thing of that maker that was just spoken of."""
    if name.type != "organization":
        return None
    before = _THING_OF.search(text, max(0, name.start - 40), name.start)
    if not before and not _OF_ITS_THING.match(text, name.end):
        return None
    for role in reversed(heard.roles[-8:]):
        if role.told and role.parent == name.entity and role.type in PRESENTED:
            return structs.replace(role, standing=0.0, told=False)
    return None
