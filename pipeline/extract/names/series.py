"""Series: a text and its links in, members that it names by their own part alone out (Pro and Lite after Nova Pro, Opus 4.5).

What the document has named in full it goes on to name short. What it has not is looked up in the catalogue: Opus 4.5 is
Claude Opus 4.5 where Claude or its maker is named, Medium 3 is Mistral's; a version that nobody lists belongs to the family.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.extract.candidates.plain_words import dictionary
from pipeline.extract.names.certain import Certain
from pipeline.extract.names.fold import fold_name
from pipeline.extract.names.members import PLAIN, TELLING, line, own_parts, related, versions_of
from pipeline.records import Entity

BESIDE = 60
"""Characters before a letter and a number that no catalogue has within which its maker stands."""
NEAR = 400
"""Characters within which the maker stands of a member that is told by its number alone."""

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
_WORDS = "|".join(sorted((*PLAIN, *TELLING), key=len, reverse=True))
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
_BETWEEN = re.compile(
    r"\s*(?:,|&|/|;|\band\b|\bor\b|\bet\b|\bou\b|、|や|と|,? and|,? et|・)\s*(?:the |le |la )?"
)
# What a product does or has, and an adverb at the head of a sentence does not.
_DOES = re.compile(
    r"\s?(?:is|was|are|costs?|gets?|gives?|comes?|runs?|handles?|beats?|offers?|scores?|takes?|has|can|will|does|adds?|remains?|starts?|keeps?|writes?|draws?|makes?"
    r"|est|était|coûte|donne|permet|offre|passe|reste|sert|bat|tourne|écrit|arrive|sera|a|ne|traite|gère|démarre|produit|facture|vise|fait|dispose"
    r"|fonctionne|comprend|obtient|atteint|suffit|ouvre|opens?|includes?|inclut|apporte|brings?|reçoit|gagne|promet|lit|reads?|sees?|works?|marche|needs?|demande|stays?|wins?|lets?|still|already|now|coûtera|aura|answers?|thinks?|understands?|supports?|powers|sells?|ships|launches|launched|became|won|lost|loses|leads|trails|tops|match(?:es)?|outperforms?|rose|fell"
    r"|requires|uses|accepts|serves|replaces|returns|renders|generates|processes|speaks|listens|plays|learns|should|would|may|must|also|only|did|had|beat|cost"
    r"|répond|dessine|génère|accepte|remplace|utilise|coûtait|perd|dépasse|devance|égale|exige|occupe|parle|peut|doit|devrait|avait|devient|gagnait|tient|vaut|voit)\b|[はがもをのでと]|,? (?:which|qui|meanwhile|lui|à lui)\b|’s |'s "
)


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


@dataclass(frozen=True, slots=True)
class Told:
    """What a document has told up to a place, and what it names anywhere."""

    certain: Certain
    entities: Mapping[str, Entity]
    members: Mapping[str, Sequence[str]]
    present: frozenset[str]
    """All that is named, with the families of the models among it."""
    makers: Sequence[tuple[int, str]]
    """Entities that a plain word may name, by its start, in order."""
    latest: dict[str, str]
    """By its own part, the member last named in full."""
    ends: dict[int, str]
    """Entities by where their names end."""


def in_series(
    text: str,
    links: Sequence[Linked],
    certain: Certain,
    entities: Mapping[str, Entity],
    members: Mapping[str, Sequence[str]],
    open_makers: Mapping[int, str],
) -> Iterator[Member]:
    """The members of series that stand alone, in order. `open_makers`: entities that a plain word may name, by its start."""
    links = sorted(links)
    starts = [link.start for link in links]
    told = Told(
        certain,
        entities,
        members,
        _lines(certain.positions, entities),
        sorted(open_makers.items()),
        latest={},
        ends={link.end: link.entity for link in links},
    )
    said = deque(_said_in_full(text, links, entities))
    for found in _MEMBER.finditer(text):
        start, end = found.span()
        while said and said[0][0] <= start:
            _, part, entity = said.popleft()
            told.latest.pop(part, None)  # so that the last named stands last
            told.latest[part] = entity
        word, number = _parts(found)
        if _is_inside(start, starts, links) or _is_another(text, start, end, told.ends, bool(number)):
            continue
        if found["kana"] and not number and word in _WORDS_TOO:
            continue
        if hit := _meant(text, found, word, number, told):
            told.ends[end] = hit.entity
            told.latest[_own(found, word, number)] = hit.entity
            if found["before"]:
                told.latest[fold_name(word)] = hit.entity
            yield hit


def _meant(text: str, found: re.Match[str], word: str, number: str, told: Told) -> Member | None:
    start, end = found.span()
    heads_sentence = bool(_SENTENCE.search(text, max(0, start - 4), start))
    if heads_sentence and not number and word in PLAIN and not _DOES.match(text, end):
        return None  # Plus personne, Pro tip
    own, form = _own(found, word, number), fold_name(word)
    if full := told.latest.get(own):
        return Member(start, end, full, "named in full before")
    if listed := _listed_behind(text, start, told.ends):
        for one in told.members.get(own, told.members.get(form, ())):
            if related(one, listed, told.entities):
                return Member(start, end, one, f"listed with {listed}")
    exact = [one for one in told.members.get(own, ()) if told.present & line(one, told.entities)]
    if word in PLAIN and not number:
        for one in exact:
            if any(related(one, entity, told.entities) for entity in dict.fromkeys(told.latest.values())):
                return Member(start, end, one, "a sibling is named in full")
        return None
    if not number and (
        held := next((told.latest[part] for part in reversed(told.latest) if form in part), None)
    ):
        return Member(start, end, held, "named in full before")
    family = _lettered(found, told) if found["letter"] else told.members.get(form, ())
    around = {name for _, name in told.certain.between(start - NEAR, end + NEAR)}
    owner = _owner(text, start, told)
    for one in (*exact, *family):
        upwards = line(one, told.entities)
        if owner and owner not in (one, *upwards):
            continue  # DeepSeek's R1 is nobody else's
        models = {name for name in upwards if told.entities[name].type != "organization"}
        if found["letter"] or (one in exact and number) or told.present & models or around & upwards:
            return Member(start, end, one, "its family is named")
    if found["letter"]:
        return None
    low = bisect_left(told.makers, (start - NEAR, ""))
    high = bisect_left(told.makers, (start + NEAR, ""))
    meant = (*told.members.get(own, ()), *family)
    near = {maker for place, maker in told.makers[low:high] if place != start}.difference(
        meant
    )  # itself is no witness
    for one in meant:
        if near & line(one, told.entities):
            return Member(start, end, one, "its maker stands near")
    return None


def _owner(text: str, start: int, told: Told) -> str | None:
    """The organization that stands right before, as whose a letter and a number are told."""
    for joint in ("'s ", "’s ", " "):
        owner = told.ends.get(start - len(joint))
        if (
            owner
            and text.startswith(joint, start - len(joint))
            and told.entities[owner].type == "organization"
        ):
            return owner
    return None


def _own(found: re.Match[str], word: str, number: str) -> str:
    return fold_name(f"{number} {word}" if found["before"] else f"{word} {number}")


def _lettered(found: re.Match[str], told: Told) -> Sequence[str]:
    """V3.2 is a V3; V5 is the family's whose versions have that letter, if its maker stands near."""
    whole = fold_name(found["letter"] + found["version"].partition(".")[0])
    owners = told.members.get(whole, ())
    start = found.start()
    if kin := [one for one in owners if line(one, told.entities) & told.certain.positions.keys()]:
        return sorted(kin, key=lambda one: _back(line(one, told.entities), start, told.certain))
    around = told.certain.between(start - NEAR, start + NEAR)
    if "." in found["version"] and any(told.entities[name].type == "model" for _, name in around):
        return owners[:1]
    makers = told.members.get(versions_of(found["letter"]), ())
    named = [name for _, name in told.certain.between(start - BESIDE, start)]
    line_of = (name if name in makers else told.entities[name].parent for name in named)
    return [name for name in line_of if name and name in makers][-1:]


def _back(line_of: Iterable[str], start: int, certain: Certain) -> int:
    """Characters back to the nearest name of its line: of two R1 that one whose maker was told last."""
    return min(certain.distances(name, start)[0] for name in line_of if name in certain.positions)


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
    parts: dict[tuple[str, str], list[str]] = {}
    for link in links:
        entity, name = entities[link.entity], text[link.start : link.end]
        if entity.type not in ("model", "product"):
            continue
        if (link.entity, name) not in parts:
            own = [_in_latin(part) for part in own_parts(entity, entities, (name,))]
            parts[link.entity, name] = [
                fold_name(one) for part in own for one in dict.fromkeys((part, part.split(" ")[-1]))
            ]
        said += [(link.end, part, link.entity) for part in parts[link.entity, name]]
    return sorted(said)


def _in_latin(part: str) -> str:
    for kana, latin in _KANA.items():
        part = part.replace(kana, latin)
    return part


def _listed_behind(text: str, start: int, ends: Mapping[int, str]) -> str | None:
    """The member that stands before this one in a list: Nova Micro, Lite et Pro."""
    for gap in range(1, 12):
        if (entity := ends.get(start - gap)) and _BETWEEN.fullmatch(text, start - gap, start):
            return entity
    return None


def _lines(named: Iterable[str], entities: Mapping[str, Entity]) -> frozenset[str]:
    """All that is named, with the families of the models among it."""
    return frozenset(
        one
        for name in named
        for one in (line(name, entities) if entities[name].type in ("model", "product") else (name,))
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
    if not before or _OPENER.fullmatch(before[1]) or not ends.keys().isdisjoint((start - 1, start - 3)):
        return False
    opens = before[1].lower() in dictionary() and _SENTENCE.search(
        text, max(0, before.start(1) - 4), before.start(1)
    )
    return not (numbered and opens)
