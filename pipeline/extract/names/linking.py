"""Names: a text in, its mentions of catalogue entities out, each with the reason for the link.

The order is from certain to less so, and each step may lean on what the earlier ones linked: full names, names that
are plain words too, short names of people already met, names that were misheard.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from pipeline.extract.names import name_cues as cues
from pipeline.extract.names.against import begins_a_sentence
from pipeline.extract.names.certain import NOWHERE, Certain, certain_of
from pipeline.extract.names.evidence import (
    another_of_that_name,
    attached,
    evidence_for,
    honoured,
    is_open,
    listed_together,
)
from pipeline.extract.names.find_in_kana import find_in_kana, find_versions
from pipeline.extract.names.fold import is_cjk
from pipeline.extract.names.in_kana import KanaNames
from pipeline.extract.names.kana_versions import KanaVersions
from pipeline.extract.names.kinship import kin_of, prominent
from pipeline.extract.names.match import Hit, Matcher
from pipeline.extract.names.meant import speaks_for
from pipeline.extract.names.misheard import Ear
from pipeline.extract.names.spoken import is_spoken
from pipeline.extract.tokens import Token
from pipeline.records import Entity, Method

BIG = 8
"""Kin from which on a name is a big one."""
AMONG = 2
"""Names of the industry that make a rare family name with a title the known person's."""
BESIDE = 80
"""Characters before a model's letter and number within which its maker stands."""
MOST_LIKELY = 0.99
"""The score of a misheard name is never that of a read one."""


@dataclass(frozen=True, slots=True)
class Link:
    """A name at [start, end) that means the entity; score 0 to 1, evidence in words."""

    start: int
    end: int
    entity: str
    method: Method
    score: float
    evidence: str


class Names:
    """A catalogue made ready for finding its entities in texts."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = {entity.id: entity for entity in entities}
        self._matcher = Matcher(tuple(self.entities.values()))
        self._kin = kin_of(self.entities.values())
        self._prominent = prominent(self.entities, self._kin)
        self._ear = Ear(self.entities.values(), self._kin)

    @cached_property
    def _kana(self) -> KanaNames:
        """Made for the first Japanese text."""
        return KanaNames(self.entities.values())

    @cached_property
    def _kana_versions(self) -> KanaVersions:
        return KanaVersions(self.entities)

    def holds(self, form: str) -> bool:
        """Whether a folded name is one of the catalogue's, whatever it means in a text."""
        return self._matcher.holds(form)

    def find(self, text: str, tokens: Sequence[Token]) -> list[Link]:
        """The mentions of the text in order, none overlapping another. `tokens` are [] for a text without Japanese."""
        edges = {token.start for token in tokens} | {token.end for token in tokens}
        spoken = is_spoken(text)
        groups = self._matcher.find(text, edges, spoken=spoken)
        links = [
            Link(hit.start, hit.end, hit.alias.entity, "alias", 1.0, f"alias {hit.alias.text}")
            for hit in map(_certain_hit, groups)
            if hit
        ]
        open_groups = [group for group in groups if not _certain_hit(group)]
        links += self._with_their_people(text, open_groups, {link.start for link in links})
        for _ in range(2):  # what the first round links (Meta beside Facebook) may speak for Llama
            links += self._with_evidence(text, open_groups, links, spoken=spoken)
        links += self._each_other(text, open_groups, links, spoken=spoken)
        links += self._with_evidence(text, open_groups, links, spoken=spoken)
        links += self._short_names(text, open_groups, links, spoken=spoken)
        if tokens and (said := self._in_kana(text, tokens, open_groups, links, spoken=spoken)):
            links = [*self._clear_of(said, links), *said]  # トレイニウム2 takes the place of トレイニウム
            links += self._clear_of(links, self._with_evidence(text, open_groups, links, spoken=spoken))
            links += self._clear_of(links, self._short_names(text, open_groups, links, spoken=spoken))
        for _ in range(2):  # Jensen Wong speaks for `in video`
            heard = self._misheard(text, tokens, open_groups, links, spoken=spoken)
            links += heard
            if not (heard and spoken):
                break
        if spoken and any(link.method == "phonetic" for link in links):  # dip sic speaks for R1
            links += self._clear_of(links, self._with_evidence(text, open_groups, links, spoken=spoken))
            links += self._clear_of(links, self._short_names(text, open_groups, links, spoken=spoken))
        return sorted(links, key=lambda link: link.start)

    def _may_be_longer(self, hit: Hit, *, spoken: bool) -> bool:
        """Whether an open hit may be a piece of a misheard name: the macron of emanuel macron."""
        person = self.entities[hit.alias.entity].type == "person"
        return hit.alias.short or (spoken and person and " " not in hit.alias.text)

    def _clear_of(self, links: list[Link], more: list[Link]) -> list[Link]:
        """Those of the later links that overlap none of the earlier."""
        taken = {place for link in links for place in range(link.start, link.end)}
        return [link for link in more if taken.isdisjoint(range(link.start, link.end))]

    def _with_evidence(
        self, text: str, groups: list[list[Hit]], links: list[Link], *, spoken: bool
    ) -> list[Link]:
        certain = certain_of(text, links, spoken=spoken)
        taken = {link.start for link in links}
        found = []
        for group in groups:
            hits = [hit for hit in group if not hit.alias.short and hit.start not in taken]
            reasons = [(self._reason(hit, text, certain), hit) for hit in hits]
            given = [(reason, hit) for reason, hit in reasons if reason]
            if given:
                reason, hit = given[0]
                if len(given) > 1:
                    reason, hit = min(
                        given, key=lambda one: (self._distance_to_kin(one[1], certain), "word" not in one[0])
                    )
                evidence = f"alias {hit.alias.text}, {reason}"
                found.append(Link(hit.start, hit.end, hit.alias.entity, "alias", 0.9, evidence))
        return found

    def _reason(self, hit: Hit, text: str, certain: Certain) -> str | None:
        entity = self.entities[hit.alias.entity]
        big = entity.id in self._prominent
        return evidence_for(hit, text, entity, self._kin[entity.id], certain, prominent=big)

    def _with_their_people(self, text: str, groups: list[list[Hit]], taken: set[int]) -> list[Link]:
        """オラクルのエリソン会長, Oracle's Ellison: a plain word and a family name that say each other's meaning."""
        found = []
        for group, following in pairwise(groups):
            owners = {
                hit.alias.entity: hit for hit in group if not hit.alias.short and hit.start not in taken
            }
            for person in following:
                entity = self.entities[person.alias.entity]
                owner = owners.get(entity.parent or "")
                if (
                    owner
                    and entity.type == "person"
                    and cues.OWNING.fullmatch(text, owner.end, person.start)
                    and (honoured(text, person) or not person.alias.ambiguous)
                ):
                    for hit, other in ((owner, entity.id), (person, owner.alias.entity)):
                        evidence = f"alias {hit.alias.text}, joined with {other}"
                        found.append(Link(hit.start, hit.end, hit.alias.entity, "alias", 0.9, evidence))
                    break
        return found

    def _distance_to_kin(self, hit: Hit, certain: Certain) -> int:
        """To the nearest of its kin: of two of one name, that of the maker named there is meant."""
        kin = self._kin[hit.alias.entity]
        return min(
            (min(certain.distances(name, hit.start)) for name in kin if name in certain.positions),
            default=len(certain.lowered),
        )

    def _each_other(
        self, text: str, groups: list[list[Hit]], links: list[Link], *, spoken: bool
    ) -> list[Link]:
        """Apple and Meta, where no other name speaks for either: two such big names, told together, do so."""
        if links:
            return []
        certain = certain_of(text, links, spoken=spoken)
        hits = [
            hit
            for group in groups
            for hit in group[:1]
            if not hit.alias.short
            and self.entities[hit.alias.entity].type == "organization"
            and len(self._kin[hit.alias.entity]) >= BIG
            and is_open(hit, text, self.entities[hit.alias.entity], certain)
        ]
        together = {
            hit
            for pair in pairwise(hits)
            if listed_together(text, pair[0].end, pair[1].start)
            for hit in pair
        }
        return [
            Link(
                hit.start,
                hit.end,
                hit.alias.entity,
                "alias",
                0.8,
                f"alias {hit.alias.text}, among others as big",
            )
            for hit in hits
            if hit in together
        ]

    def _short_names(
        self, text: str, groups: list[list[Hit]], links: list[Link], *, spoken: bool
    ) -> list[Link]:
        certain = certain_of(text, links, spoken=spoken)
        taken = {link.start for link in links}
        found = []
        for group in groups:
            hits = [
                hit
                for hit in group
                if hit.alias.short and hit.start not in taken and not another_of_that_name(hit, text, certain)
            ]
            chosen = self._named_in_full(hits, certain) or self._named_beside(hits, text, certain)
            if not chosen:
                continue
            hit, reason = chosen
            if _is_small(text, hit, certain) or self._is_given_name_of_another(text, hit):
                continue
            if not _may_stand_alone(text, hit) and not honoured(text, hit) and "belongs" not in reason:
                continue
            evidence = f"short name {hit.alias.text}, {reason}"
            found.append(Link(hit.start, hit.end, hit.alias.entity, "short-name", 0.95, evidence))
        return found

    def _named_in_full(self, hits: list[Hit], certain: Certain) -> tuple[Hit, str] | None:
        named = [hit for hit in hits if hit.alias.entity in certain.positions]
        if not named:
            return None
        hit = min(named, key=lambda hit: _full_name_first(certain.distances(hit.alias.entity, hit.start)))
        return hit, f"{self.entities[hit.alias.entity].name} is named in full"

    def _named_beside(self, hits: list[Hit], text: str, certain: Certain) -> tuple[Hit, str] | None:
        if made := self._named_by_its_maker(hits, certain):
            return made
        for hit in hits:
            kin = self._kin[hit.alias.entity]
            if owner := attached(hit, text, kin, certain):
                return hit, f"belongs to {owner}"
            beside = next((name for name in sorted(kin) if name in certain.positions), None)
            if beside and (honoured(text, hit) or self._is_told_by_it(hit)):
                return hit, f"beside {beside}"
            if honoured(text, hit) and self._is_told_by_it(hit) and len(certain.positions) >= AMONG:
                return hit, f"with a title, among {len(certain.positions)} names"
        return None

    def _named_by_its_maker(self, hits: list[Hit], certain: Certain) -> tuple[Hit, str] | None:
        """R1 where DeepSeek stands right before, and not where Unitree does."""
        makers = {self.entities[hit.alias.entity].parent: hit for hit in hits if self._is_made(hit)}
        if not makers:
            return None
        start = hits[0].start
        named = (name for _, name in certain.between(start - BESIDE, start))
        line = (
            name if name in makers else self.entities[name].parent for name in named
        )  # or a sibling of it
        before = [name for name in line if name and name in makers]
        return (makers[before[-1]], f"near {before[-1]}") if before else None

    def _is_made(self, hit: Hit) -> bool:
        return self.entities[hit.alias.entity].type in ("model", "product", "hardware")

    def _is_given_name_of_another(self, text: str, hit: Hit) -> bool:
        """Whether a given name has a family name behind it that is not known: Jensen Wang, イーロン・マスコ."""
        entity = self.entities[hit.alias.entity]
        given = not hit.alias.text.isascii() or any(
            name.startswith(hit.alias.text) for name in (entity.name, *entity.aliases)
        )
        return entity.type == "person" and given and bool(cues.FAMILY_NAME_BEHIND.match(text, hit.end))

    def _is_told_by_it(self, hit: Hit) -> bool:
        """Whether the catalogue itself gives the short name: it is a rare one."""
        return not hit.alias.ambiguous and hit.alias.text in self.entities[hit.alias.entity].short

    def _in_kana(
        self, text: str, tokens: Sequence[Token], groups: list[list[Hit]], links: list[Link], *, spoken: bool
    ) -> list[Link]:
        """Names in katakana that are spelled otherwise, or were misheard."""
        open_hits = [hit for group in groups for hit in group if not self._may_be_longer(hit, spoken=spoken)]
        ends: dict[int, int] = {}
        for hit in open_hits:
            ends[hit.start] = max(hit.end, ends.get(hit.start, 0))
        unsure = {hit.alias.entity for hit in open_hits}
        found = find_in_kana(
            text, tokens, links, ends, unsure, self._kana, self._kin, self.entities, spoken=spoken
        )
        versions = find_versions(text, [*links, *found], self._kana_versions, self.entities)
        heard, numbered = (
            [Link(one.start, one.end, one.entity, "phonetic", one.score, one.evidence) for one in finds]
            for finds in (found, versions)
        )
        return [*numbered, *self._clear_of(numbered, heard)]

    def _misheard(
        self, text: str, tokens: Sequence[Token], groups: list[list[Hit]], links: list[Link], *, spoken: bool
    ) -> list[Link]:
        certain = certain_of(text, links, spoken=spoken)
        free = [True] * len(text)
        for link in links:
            free[link.start : link.end] = [False] * (link.end - link.start)
        for hit in (hit for group in groups for hit in group if not self._may_be_longer(hit, spoken=spoken)):
            free[hit.start : hit.end] = [False] * (
                hit.end - hit.start
            )  # it is spelled right, and means another
        suspects = list(self._ear.suspects(text, tokens, free, spoken=spoken))
        clear = {suspect.entity for suspect in suspects if suspect.clear and spoken}
        found = []
        reasons: dict[tuple[str, float, bool, bool, bool, bool, bool, bool], str | None] = {}
        for suspect in suspects:
            kind = (
                suspect.entity,
                suspect.likeness,
                suspect.daring,
                suspect.clear,
                suspect.long,
                suspect.exact,
                suspect.everyday,
                " " in text[suspect.start : suspect.end],
            )
            if kind not in reasons:  # said a thousand times, it is asked once
                entity, kin = self.entities[suspect.entity], self._kin[suspect.entity]
                reasons[kind] = speaks_for(entity, suspect, kin, certain, clear, self.entities)
            if reason := reasons[kind]:
                evidence = f"{suspect.reason}, {reason}"
                score = round(min(suspect.likeness, MOST_LIKELY), 3)
                found.append(Link(suspect.start, suspect.end, suspect.entity, "phonetic", score, evidence))
        return found


def _certain_hit(group: list[Hit]) -> Hit | None:
    return next((hit for hit in group if not hit.alias.short and not hit.alias.ambiguous), None)


def _full_name_first(distances: tuple[int, int]) -> tuple[bool, int]:
    """Full names before the short one come first, the nearest of them foremost."""
    back, ahead = distances
    return (back == NOWHERE, ahead if back == NOWHERE else back)


def _is_small(text: str, hit: Hit, certain: Certain) -> bool:
    """Whether the name has lost its capitals: M. le maire is not M. Le Maire."""
    surface = text[hit.start : hit.end]
    return surface.isascii() and surface.islower() and not hit.alias.text.islower() and not certain.caseless


def _may_stand_alone(text: str, hit: Hit) -> bool:
    """Whether a short name needs no title: no single character, no plain word that only a sentence's begin gives a capital."""
    surface = text[hit.start : hit.end]
    if not hit.alias.ambiguous:
        return hit.end - hit.start > 1 or not is_cjk(surface[0])
    return surface.isascii() and len(surface) > 2 and not begins_a_sentence(text, hit.start)
