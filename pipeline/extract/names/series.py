"""Series: a text and its links in, members that it names by their own part alone out (Pro and Lite after Nova Pro, Opus 4.5).

What the document has named in full it goes on to name short. What it has not is looked up in the catalogue: Opus 4.5 is
Claude Opus 4.5 where Claude or its maker is named, Medium 3 is Mistral's; a version that nobody lists belongs to the family.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.extract.names.certain import Certain
from pipeline.extract.names.fold import fold_name
from pipeline.records import Entity

BESIDE = 60
"""Characters before a letter and a number that no catalogue has within which its maker stands."""
NEAR = 400
"""Characters within which the maker stands of a member that is told by its number alone."""

# Words that makers hang on a family's name and that are words of a language: alone they mean little.
_PLAIN = (
    "Mini Nano Micro Tiny Small Medium Large Pro Max Plus Ultra Flash Lite Light Turbo Instant Fast Heavy Air Base Premier"
    " Thinking Flash-Lite Go"
).split()
# Words that, beside the family or its maker, are said of nothing else.
_TELLING = "Opus Sonnet Haiku Maverick Scout Behemoth".split()
_KANA = {
    "オーパス": "Opus",
    "ソネット": "Sonnet",
    "ハイク": "Haiku",
    "マーベリック": "Maverick",
    "スカウト": "Scout",
    "プロ": "Pro",
    "ウルトラ": "Ultra",
    "フラッシュ": "Flash",
    "ミニ": "Mini",
    "ナノ": "Nano",
    "ライト": "Lite",
    "ミディアム": "Medium",
    "ラージ": "Large",
    "スモール": "Small",
}
_WORDS_TOO = ("Pro", "Lite", "Mini", "Small", "Large")
"""Those that katakana writes as everyday words as well: プロの写真家."""
_WORDS = "|".join(sorted((*_PLAIN, *_TELLING), key=len, reverse=True))
_NUMBER = r"\d{1,2}(?:\.\d)?(?![\d.,]*\d)(?! ?(?:%|percent|pour cent|million|billion|milli|万|億|ドル|円))"
_EDGE = r"(?<![A-Za-zÀ-ÿ0-9_.&’'/-])(?<!\d )"
_MEMBER = re.compile(
    rf"{_EDGE}(?:(?P<before>\d\.\d) )?(?P<word>{_WORDS})(?:[ \u00a0](?P<number>{_NUMBER}))?(?![A-Za-zÀ-ÿ0-9-]|\.\d)"
    rf"|(?<![ァ-ヺー・A-Za-z0-9一-鿿])(?P<kana>{'|'.join(_KANA)})(?P<count>{_NUMBER})?(?![ァ-ヺー・])"
    rf"|{_EDGE}(?P<letter>[VRK])(?P<version>\d(?:\.\d{{1,2}})?)(?![A-Za-zÀ-ÿ0-9-]|\.\d)"
)
_CAPITAL_BEFORE = re.compile(r"(?:^|[^\w])([A-ZÀ-Ý][\w’'-]*|[\w’'-]*\d)[ \u00a0]\Z")
_OPENER = re.compile(
    r"The|But|And|So|Then|With|While|For|Only|If|As|Both|Its|Our|Their|On|In|At|Like|Even|Yet|Still|Now|Le|La|Les|Mais|Et|Avec|Son|Sa|Leur|Pour"
    r"|Quant|Chez|Puis|Seul|Or|Ni|Comme|Même|Quand|Selon|Côté"
)
_CAPITAL_BEHIND = re.compile(r"[ \u00a0][A-ZÀ-Ý][\w]|[ \u00a0]\d")
_SENTENCE = re.compile(r"(?:\A|[.!?:\n…•—–][\s\"“«'’*-]*|[\"“«]\s?|^[-*] )\Z", re.MULTILINE)
_BETWEEN = re.compile(r"\s*(?:,|&|/|;|\band\b|\bor\b|\bet\b|\bou\b|、|や|と|,? and|,? et|・)\s*(?:the |le |la )?")
# What a product does or has, and an adverb at the head of a sentence does not.
_DOES = re.compile(
    r"\s?(?:is|was|are|costs?|gets?|gives?|comes?|runs?|handles?|beats?|offers?|scores?|takes?|has|can|will|does|adds?|remains?|starts?|keeps?|writes?|draws?|makes?"
    r"|est|était|coûte|donne|permet|offre|passe|reste|sert|bat|tourne|écrit|arrive|sera|a|ne|traite|gère|démarre|produit|facture|vise|fait|dispose"
    r"|fonctionne|comprend|obtient|atteint|suffit|ouvre|opens?|includes?|inclut|apporte|brings?|reçoit|gagne|promet|lit|reads?|sees?|works?|marche|needs?|demande|stays?|wins?|lets?|still|already|now|coûtera|aura)\b|[はがもをのでと]|,? (?:which|qui|meanwhile|lui|à lui)\b|’s |'s "
)
_TAIL = re.compile(r"[ \u00a0\-‐–・]?(.+)\Z")


class Member(NamedTuple):
    """A name at [start, end) that means the entity, and why."""

    start: int
    end: int
    entity: str
    reason: str


class Linked(NamedTuple):
    """A link's place and entity."""

    start: int
    end: int
    entity: str


def members_of(entities: Mapping[str, Entity]) -> dict[str, list[str]]:
    """By the folded part of its own (opus45, pro, v3): the models that have it behind a family's or maker's name."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for entity in entities.values():
        if entity.type not in ("model", "product"):
            continue
        for part in _own_parts(entity, entities, (entity.name, *entity.aliases)):
            if entity.type == "model" or part.title() in _PLAIN:
                found[fold_name(part)][entity.id] = None
    return {part: list(ids) for part, ids in found.items()}


def in_series(
    text: str,
    links: Sequence[Linked],
    certain: Certain,
    entities: Mapping[str, Entity],
    members: Mapping[str, Sequence[str]],
    open_makers: Mapping[int, str],
) -> Iterator[Member]:
    """The members of series that stand alone, in order. `open_makers`: entities that a plain word may name, by its start."""
    present = _lines(certain.positions, entities)
    said = _said_in_full(text, links, entities)
    links = sorted(links)
    starts = [link.start for link in links]
    ends: dict[int, str] = {link.end: link.entity for link in links}
    for found in _MEMBER.finditer(text):
        start, end = found.span()
        word, number = _parts(found)
        if _is_inside(start, starts, links) or _is_another(text, start, end, ends, bool(number)):
            continue
        if found["kana"] and not number and word in _WORDS_TOO:
            continue
        hit = _meant(text, found, word, number, certain, entities, members, present, said, ends, open_makers)
        if hit:
            ends[end] = hit.entity
            said.append((end, fold_name(f"{word} {number}"), hit.entity))
            yield hit


def _meant(
    text: str,
    found: re.Match[str],
    word: str,
    number: str,
    certain: Certain,
    entities: Mapping[str, Entity],
    members: Mapping[str, Sequence[str]],
    present: frozenset[str],
    said: list[tuple[int, str, str]],
    ends: Mapping[int, str],
    open_makers: Mapping[int, str],
) -> Member | None:
    start, end = found.span()
    own = fold_name(f"{word} {number}" if not found["before"] else f"{number} {word}")
    heads_sentence = bool(_SENTENCE.search(text, max(0, start - 4), start))
    if heads_sentence and not number and word in _PLAIN and not _DOES.match(text, end):
        return None  # Plus personne, Pro tip
    before = [(part, entity) for place, part, entity in sorted(said) if place < start]
    if full := next((entity for part, entity in reversed(before) if part == own), None):
        return Member(start, end, full, "named in full before")
    if listed := _listed_behind(text, start, ends):
        for one in _of_the_family(members.get(own, members.get(fold_name(word), ())), listed, entities):
            return Member(start, end, one, f"listed with {listed}")
    exact = [one for one in members.get(own, ()) if present & _line(one, entities)]
    telling = word in _TELLING or bool(number)
    if not telling:
        sibling = [one for one in exact if any(_related(one, entity, entities) for _, entity in before)]
        if sibling and (not heads_sentence or _DOES.match(text, end)):
            return Member(start, end, sibling[0], "a sibling is named in full")
        return None
    if not number and (held := next((one for part, one in reversed(before) if fold_name(word) in part), None)):
        return Member(start, end, held, "named in full before")
    if exact:
        return Member(start, end, exact[0], "its family is named")
    family = [one for one in members.get(fold_name(word), ()) if present & _line(one, entities)]
    if found["letter"]:
        family = _lettered(found, members, certain, entities, start)
    if family:
        return Member(start, end, family[0], "its family is named")
    near = [maker for place, maker in open_makers.items() if abs(place - start) <= NEAR]
    for one in (*members.get(own, ()), *members.get(fold_name(word), ())):
        if not found["letter"] and _line(one, entities) & set(near):
            return Member(start, end, one, "its maker stands near")
    return None


def _lettered(
    found: re.Match[str],
    members: Mapping[str, Sequence[str]],
    certain: Certain,
    entities: Mapping[str, Entity],
    start: int,
) -> list[str]:
    """V3.2 is a V3; V5 is the family's whose versions have that letter, if its maker stands near."""
    whole = fold_name(found["letter"] + found["version"].partition(".")[0])
    kin = [one for one in members.get(whole, ()) if _line(one, entities) & certain.positions.keys()]
    if kin:
        return kin
    if "." in found["version"] and any(
        entities[name].type == "model" for _, name in certain.between(start - NEAR, start + NEAR)
    ):
        return list(members.get(whole, ()))[:1]
    letter = fold_name(found["letter"])
    makers = [
        entities[one].parent or one
        for part, ids in members.items()
        if part[:1] == letter and part[1:].isdigit() and len(part) == len(whole)
        for one in ids
        if entities[one].type == "model"
    ]
    return [name for _, name in certain.between(start - BESIDE, start) if name in makers][-1:]


def _parts(found: re.Match[str]) -> tuple[str, str]:
    """The word in Latin letters, and the number."""
    if found["kana"]:
        return _KANA[found["kana"]], found["count"] or ""
    if found["letter"]:
        return found["letter"], found["version"]
    return found["word"], found["number"] or found["before"] or ""


def _said_in_full(
    text: str, links: Iterable[Linked], entities: Mapping[str, Entity]
) -> list[tuple[int, str, str]]:
    """Where a link ends, its own part folded, and its entity: (12, pro, nova) of Nova Pro."""
    said = []
    for link in links:
        entity = entities[link.entity]
        if entity.type in ("model", "product"):
            for part in _own_parts(entity, entities, (text[link.start : link.end],)):
                said.append((link.end, fold_name(_in_latin(part)), link.entity))
                if len(words := part.split(" ")) > 1:
                    said.append((link.end, fold_name(_in_latin(words[-1])), link.entity))
    return sorted(said)


def _in_latin(part: str) -> str:
    for kana, latin in _KANA.items():
        part = part.replace(kana, latin)
    return part


def _own_parts(entity: Entity, entities: Mapping[str, Entity], names: Iterable[str]) -> Iterator[str]:
    """What follows the family's or the maker's name in these names of the entity."""
    stems = [
        stem
        for above in (entity.id, *_above(entity.id, entities))
        for stem in (entities[above].name, *entities[above].aliases)
        if entities[above].type in ("model", "product") or entity.type == "model"
    ]
    for name in names:
        form = fold_name(name)
        for stem in stems:
            if not (len(form) > len(own := fold_name(stem)) and form.startswith(own)):
                continue
            length = next(size for size in range(len(own), len(name)) if fold_name(name[:size]) == own)
            found = _TAIL.fullmatch(name, length)
            if found and not (name[length].isalpha() and name[length - 1].isalpha() and stem.isascii()):
                yield found[1]


def _listed_behind(text: str, start: int, ends: Mapping[int, str]) -> str | None:
    """The member that stands before this one in a list: Nova Micro, Lite et Pro."""
    for gap in range(1, 12):
        if (entity := ends.get(start - gap)) and _BETWEEN.fullmatch(text, start - gap, start):
            return entity
    return None


def _of_the_family(ids: Iterable[str], listed: str, entities: Mapping[str, Entity]) -> Iterator[str]:
    return (one for one in ids if _related(one, listed, entities))


def _related(one: str, other: str, entities: Mapping[str, Entity]) -> bool:
    """Whether two members are the same, of one family, or one of them the other's family."""
    if one == other:
        return True
    mine, theirs = entities[one], entities[other]
    return (
        mine.parent == other
        or theirs.parent == one
        or (mine.parent is not None and mine.parent == theirs.parent and mine.type == theirs.type)
    )


def _above(entity: str, entities: Mapping[str, Entity]) -> Iterator[str]:
    above = entities[entity].parent
    while above and above in entities:
        yield above
        above = entities[above].parent


def _line(entity: str, entities: Mapping[str, Entity]) -> frozenset[str]:
    """The entity, its family and its first maker."""
    line = [entity]
    for above in _above(entity, entities):
        line.append(above)
        if entities[above].type == "organization":
            break
    return frozenset(line)


def _lines(named: Iterable[str], entities: Mapping[str, Entity]) -> frozenset[str]:
    """All that is named, with the families of the models among it."""
    return frozenset(
        one
        for name in named
        for one in (_line(name, entities) if entities[name].type in ("model", "product") else (name,))
        if one == name or entities[one].type != "organization" or entities[name].type == "model"
    )


def _is_inside(start: int, starts: Sequence[int], links: Sequence[Linked]) -> bool:
    index = bisect_right(starts, start) - 1
    return index >= 0 and start < links[index].end


def _is_another(text: str, start: int, end: int, ends: Mapping[int, str], numbered: bool) -> bool:
    """Whether the word is a piece of another name: iPhone 17 Pro, Medium Term, Pro League."""
    if _CAPITAL_BEHIND.match(text, end):
        return True
    before = _CAPITAL_BEFORE.search(text, max(0, start - 24), start)
    if not before or _OPENER.fullmatch(before[1]) or start - 1 in ends:
        return False
    return not (numbered and _SENTENCE.search(text, max(0, before.start(1) - 4), before.start(1)))
