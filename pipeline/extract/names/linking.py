"""Names: a text in, its mentions of catalogue entities out, each with the reason for the link.

The order is from certain to less so, and each step may lean on what the earlier ones linked: full names, names that
are plain words too, short names of people already met, names that were misheard.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from pipeline.extract.names import name_cues as cues
from pipeline.extract.names.against import is_plainly_another
from pipeline.extract.names.aliases import Alias, aliases_of
from pipeline.extract.names.called import Known, called, given_to_others
from pipeline.extract.names.catalogue import load_catalogue
from pipeline.extract.names.certain import Certain, certain_of
from pipeline.extract.names.everyday import is_plain_word
from pipeline.extract.names.evidence import evidence_for, honoured, is_open, listed_together
from pipeline.extract.names.find_in_kana import find_in_kana, find_versions
from pipeline.extract.names.in_kana import KanaNames
from pipeline.extract.names.introduced import introduced
from pipeline.extract.names.kana_versions import KanaVersions
from pipeline.extract.names.kept import Keep, kept_for, make_anew
from pipeline.extract.names.kin_in_kana import kin_in_kana
from pipeline.extract.names.kinship import kin_of, prominent
from pipeline.extract.names.match import Hit, Matcher
from pipeline.extract.names.meant import speaks_for
from pipeline.extract.names.members import members_of
from pipeline.extract.names.misheard import Ear
from pipeline.extract.names.people import famous, lone_given_names, single_given_names
from pipeline.extract.names.renamed import renamed
from pipeline.extract.names.series import Linked, in_series
from pipeline.extract.names.shortened import shortened
from pipeline.extract.names.slip_search import Slips
from pipeline.extract.names.spoken import is_caseless, is_spoken
from pipeline.extract.tokens import Token
from pipeline.records import Entity, Method

BIG = 8
"""Kin from which on a name is a big one."""
OPEN = 0.9
"""The score of a plain word that the document speaks for."""
GARBLED = 3
"""Names written as they were heard that make a text with marks speech."""
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


def names_of(catalogue: Path) -> Names:
    """The names of the catalogue in this folder of YAML files. Raises Misconfigured for a file that does not fit."""
    return Names(load_catalogue(catalogue).values(), kept_for(catalogue))


class Names:
    """A catalogue made ready for finding its entities in texts."""

    def __init__(self, entities: Iterable[Entity], keep: Keep = make_anew) -> None:
        """keep: what is worked out from the entities may come from the user's cache (kept.py)."""
        self.entities = {entity.id: entity for entity in entities}
        self._keep = keep
        listed = tuple(self.entities.values())
        self._aliases = keep("aliases", list[Alias], lambda: list(aliases_of(listed)))
        self._matcher = Matcher(listed, self._aliases)
        self._kin = kin_of(listed)
        self._prominent = prominent(self.entities, self._kin)
        self._members = members_of(self.entities)
        self._known = Known(
            self.entities, self._kin, famous(listed), lone_given_names(listed), single_given_names(listed)
        )

    # What only some texts need is made for the first of them.

    @cached_property
    def _ear(self) -> Ear:
        return Ear(self.entities.values(), self._kin)

    @cached_property
    def _slips(self) -> Slips:
        return Slips(self.entities, self._kin, self._aliases, self._keep)

    @cached_property
    def _kana(self) -> KanaNames:
        return KanaNames(self.entities.values(), self._keep)

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
        sure = [hit for hit in map(self._certain_hit, groups) if hit]
        others = [
            hit
            for hit in sure
            if is_plainly_another(hit, text, prominent=len(self._kin[hit.alias.entity]) >= BIG)
        ]
        links = [
            Link(hit.start, hit.end, hit.alias.entity, "alias", 1.0, f"alias {hit.alias.text}")
            for hit in sure
            if hit not in others
        ]
        if not tokens and not is_caseless(text):
            links += _shortened(text, links, self.entities)
        open_groups = [group for group in groups if not self._certain_hit(group)]
        links += self._with_their_people(text, open_groups, {link.start for link in links})
        for _ in range(2):  # what the first round links (Meta beside Facebook) may speak for Llama
            links += self._with_evidence(text, open_groups, links, spoken=spoken)
        links = self._with_series(text, open_groups, links, spoken=spoken)
        links += self._each_other(text, open_groups, links, spoken=spoken)
        links += self._with_evidence(text, open_groups, links, spoken=spoken)
        for _ in range(2):  # ベゾス speaks for マスク, and both for Tesla
            called = self._short_names(text, open_groups, links, spoken=spoken)
            links += called
            if not called:
                break
            links += self._with_evidence(text, open_groups, links, spoken=spoken)
        if tokens and (said := self._in_kana(text, tokens, open_groups, links, spoken=spoken)):
            links = [*self._clear_of(said, links), *said]  # トレイニウム2 takes the place of トレイニウム
            links += self._clear_of(links, self._with_evidence(text, open_groups, links, spoken=spoken))
            links += self._clear_of(links, self._short_names(text, open_groups, links, spoken=spoken))
        if not tokens:
            links = self._with_slips(text, open_groups, links, others, spoken=spoken)
        spoken = spoken or len({link.entity for link in links if link.method == "phonetic"}) >= GARBLED
        read_alike = self._ear.read_alike(text, tokens) if tokens and spoken else []
        for _ in range(2):  # Jensen Wong speaks for `in video`
            read_right = [*open_groups, *([hit] for hit in others)]
            heard = self._misheard(text, tokens, read_right, links, read_alike, spoken=spoken)
            links += heard
            if not (heard and spoken):
                break
        if spoken and any(link.method == "phonetic" for link in links):  # dip sic speaks for R1
            links += self._clear_of(links, self._with_evidence(text, open_groups, links, spoken=spoken))
            links += self._clear_of(links, self._short_names(text, open_groups, links, spoken=spoken))
        if not tokens and not is_caseless(text):
            links += _shortened(text, links, self.entities)
        links += [
            Link(start, end, entity, "short-name", 0.95, f"short for {name}, as it says itself")
            for start, end, entity, name in introduced(text, links, self.entities)
        ]
        if not tokens and not is_caseless(text):
            links += [
                Link(start, end, entity, "short-name", 0.95, f"another name of {name}, as it says itself")
                for start, end, entity, name in renamed(text, links, self.entities)
            ]
        return _whole_people(text, sorted(links, key=lambda link: link.start), self.entities)

    def _with_slips(
        self, text: str, groups: list[list[Hit]], links: list[Link], others: list[Hit], *, spoken: bool
    ) -> list[Link]:
        """The links with those of names written as they were heard, and with what these speak for."""
        firm = [link for link in links if link.score == 1.0]
        firm += [Link(hit.start, hit.end, hit.alias.entity, "alias", 0.0, "another thing") for hit in others]
        slips = [
            Link(slip.start, slip.end, slip.entity, "phonetic", slip.score, slip.evidence)
            for slip in self._slips.find(text, firm, links, spoken=spoken)
        ]
        if not slips:
            return links
        links = [*slips, *self._clear_of(slips, links)]
        links += self._clear_of(links, self._with_evidence(text, groups, links, spoken=spoken))
        return links + self._clear_of(links, self._short_names(text, groups, links, spoken=spoken))

    def _certain_hit(self, group: list[Hit]) -> Hit | None:
        """The hit that needs no evidence. What two dictionaries hold as a word does: コンチネンタル."""
        return next(
            (
                hit
                for hit in group
                if not hit.alias.short
                and not hit.alias.ambiguous
                and not is_plain_word(hit.alias.text, self.entities[hit.alias.entity].name)
            ),
            None,
        )

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
        kin, famous = self._kin[entity.id], entity.id in self._known.famous
        return evidence_for(hit, text, entity, kin, certain, prominent=big, famous=famous)

    def _with_series(
        self, text: str, groups: list[list[Hit]], links: list[Link], *, spoken: bool
    ) -> list[Link]:
        """The links and the members of series that stand alone, which a plain word inside them does not outweigh."""
        certain = certain_of(text, links, spoken=spoken)
        sure = [Linked(link.start, link.end, link.entity) for link in links if link.score > OPEN]
        unsure = {link.start: link for link in links if link.score <= OPEN}
        sure += [
            Linked(one.start, one.end, one.entity)
            for one in unsure.values()
            if " " in text[one.start : one.end]
        ]
        open_makers = {
            hit.start: hit.alias.entity for group in groups for hit in group if not hit.alias.short
        }
        found = [
            Link(one.start, one.end, one.entity, "short-name", 0.95, f"of a series, {one.reason}")
            for one in in_series(text, sure, certain, self.entities, self._members, open_makers)
        ]
        return self._clear_of(found, links) + found

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
                    and entity.type in ("product", "model")
                    and cues.POSSESSIVE.fullmatch(text, owner.end, person.start)
                ):
                    found += [
                        Link(
                            hit.start,
                            hit.end,
                            hit.alias.entity,
                            "alias",
                            0.9,
                            f"alias {hit.alias.text}, joined with {other}",
                        )
                        for hit, other in ((owner, entity.id), (person, owner.alias.entity))
                    ]
                    break
                if (
                    owner
                    and entity.type == "person"
                    and not person.alias.given
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
        others = given_to_others(text, groups)
        found = []
        for group in groups:
            hits = [hit for hit in group if hit.alias.short and hit.start not in taken]
            if chosen := called(hits, text, certain, self._known, others):
                hit, reason = chosen
                evidence = f"short name {hit.alias.text}, {reason}"
                found.append(Link(hit.start, hit.end, hit.alias.entity, "short-name", 0.95, evidence))
        return found

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
        said = [*numbered, *self._clear_of(numbered, heard)]
        relatives = [
            Link(
                one.start,
                one.end,
                one.entity,
                "phonetic",
                OPEN,
                f"sounds like {one.name}, beside {one.beside}",
            )
            for one in kin_in_kana(
                text,
                tokens,
                [*self._clear_of(said, links), *said],
                self._kin,
                self.entities,
                ends,
                self._known.famous,
            )
        ]
        return [*said, *self._clear_of([*links, *said], relatives)]

    def _misheard(
        self,
        text: str,
        tokens: Sequence[Token],
        groups: list[list[Hit]],
        links: list[Link],
        read_alike: Sequence[tuple[int, int, str, str]],
        *,
        spoken: bool,
    ) -> list[Link]:
        certain = certain_of(text, links, spoken=spoken)
        free = [True] * len(text)
        for link in links:
            free[link.start : link.end] = [False] * (link.end - link.start)
        for hit in (hit for group in groups for hit in group if not self._may_be_longer(hit, spoken=spoken)):
            free[hit.start : hit.end] = [False] * (
                hit.end - hit.start
            )  # it is spelled right, and means another
        suspects = list(self._ear.suspects(text, tokens, free, read_alike, spoken=spoken))
        clear = {suspect.entity for suspect in suspects if suspect.clear and spoken}
        found = []
        reasons: dict[tuple[str, float, bool, bool, bool, bool, bool, bool, bool], str | None] = {}
        for suspect in suspects:
            kind = (
                suspect.entity,
                suspect.likeness,
                suspect.daring,
                suspect.clear,
                suspect.long,
                suspect.exact,
                suspect.everyday,
                suspect.phrase,
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


def _shortened(text: str, links: Sequence[Link], entities: Mapping[str, Entity]) -> list[Link]:
    """Universal, after Universal Music Group."""
    return [
        Link(start, end, entity, "short-name", 0.95, f"first words of {name}")
        for start, end, entity, name in shortened(text, links, entities)
    ]


def _whole_people(text: str, links: list[Link], entities: Mapping[str, Entity]) -> list[Link]:
    """A first name and the family name behind it, misheard, as one: サム アルとマン."""
    whole: list[Link] = []
    for link in links:
        before = whole[-1] if whole else None
        if (
            before
            and before.entity == link.entity
            and entities[link.entity].type == "person"
            and text[before.end : link.start] in (" ", "・")
        ):
            whole[-1] = replace(link, start=before.start)
        else:
            whole.append(link)
    return whole
