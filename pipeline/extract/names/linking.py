"""Names: a text in, its mentions of catalogue entities out, each with the reason for the link.

The order is from certain to less so, and each step may lean on what the earlier ones linked: full names, names that
are plain words too, short names of people already met, names that were misheard.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from pipeline.extract.lasting import lasting
from pipeline.extract.names.against import is_plainly_another
from pipeline.extract.names.aliases import Alias, aliases_of
from pipeline.extract.names.called import called, given_to_others
from pipeline.extract.names.catalogue import load_catalogue
from pipeline.extract.names.certain import certain_of
from pipeline.extract.names.everyday import is_plain_word
from pipeline.extract.names.garbled import Stretch, stretches
from pipeline.extract.names.heard_names import in_kana, misheard, slipped
from pipeline.extract.names.in_kana import KanaNames
from pipeline.extract.names.introduced import introduced
from pipeline.extract.names.kana_versions import KanaVersions
from pipeline.extract.names.kept import Keep, kept_for, make_anew
from pipeline.extract.names.known import known_of
from pipeline.extract.names.link import Link, clear_of
from pipeline.extract.names.longer import without_pieces
from pipeline.extract.names.match import Hit, Matcher
from pipeline.extract.names.members import members_of
from pipeline.extract.names.misheard import Ear
from pipeline.extract.names.open_names import (
    BIG,
    each_other,
    joined_with_their_people,
    with_evidence,
    with_series,
)
from pipeline.extract.names.renamed import renamed
from pipeline.extract.names.shortened import shortened
from pipeline.extract.names.slip_search import Slips
from pipeline.extract.names.spoken import is_caseless, is_spoken, is_told
from pipeline.extract.names.trades import by_trade
from pipeline.extract.tokens import Token
from pipeline.records import Entity

GARBLED = 3
"""Names written as they were heard that make a text with marks speech."""
MISHEARD = 0.93
"""Score up to which a name in katakana was misheard, and is no spelling that the catalogue lacks."""


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
        self._members = members_of(self.entities)
        self._known = known_of(self.entities)

    # What only some texts need is made for the first of them.

    @cached_property
    def _ear(self) -> Ear:
        with lasting():
            return Ear(self.entities.values(), self._known.kin, self._keep)

    @cached_property
    def _slips(self) -> Slips:
        with lasting():
            return Slips(self.entities, self._known.kin, self._aliases, self._keep)

    @cached_property
    def _kana(self) -> KanaNames:
        with lasting():
            return KanaNames(self.entities.values(), self._keep)

    @cached_property
    def _kana_versions(self) -> KanaVersions:
        with lasting():
            return KanaVersions(self.entities)

    def holds(self, form: str) -> bool:
        """Whether a folded name is one of the catalogue's, whatever it means in a text."""
        return self._matcher.holds(form)

    def find(self, text: str, tokens: Sequence[Token]) -> list[Link]:
        """The mentions of the text in order, none overlapping another. `tokens` are [] for a text without Japanese."""
        spoken = is_spoken(text) or (not tokens and is_told(text))
        edges = {token.start for token in tokens} | {token.end for token in tokens}
        groups = self._matcher.find(text, edges, spoken=spoken)
        open_groups = [group for group in groups if not self._certain_hit(group)]
        sure = [hit for hit in map(self._certain_hit, groups) if hit]
        others = [hit for hit in sure if self._is_plainly_another(hit, text)]
        links = self._read(
            text, tokens, [hit for hit in sure if hit not in others], open_groups, spoken=spoken
        )
        if tokens:
            links = self._with_kana(text, tokens, open_groups, links, spoken=spoken)
        else:
            links = self._with_slips(text, open_groups, links, others, spoken=spoken)
        heard = [
            (link.start, link.entity)
            for link in links
            if link.method == "phonetic" and not (tokens and link.score > MISHEARD)
        ]
        read_right = [*open_groups, *([hit] for hit in others)]
        garbled = [] if spoken else stretches(heard, GARBLED, len(text))
        part = [] if tokens or garbled == [(0, len(text))] else garbled
        if garbled:
            links = self._with_misheard(text, tokens, open_groups, read_right, links, part, spoken=True)
        if part or not garbled:
            links = self._with_misheard(text, tokens, open_groups, read_right, links, [], spoken=spoken)
        links = self._with_names_it_gives(text, links, written=not tokens and not is_caseless(text))
        links = _whole_people(text, sorted(links, key=lambda link: link.start), self.entities)
        return links if tokens or is_caseless(text) else without_pieces(text, links, self.entities)

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

    def _is_plainly_another(self, hit: Hit, text: str) -> bool:
        return is_plainly_another(hit, text, prominent=len(self._known.kin[hit.alias.entity]) >= BIG)

    def _read(
        self,
        text: str,
        tokens: Sequence[Token],
        sure: Sequence[Hit],
        open_groups: list[list[Hit]],
        *,
        spoken: bool,
    ) -> list[Link]:
        """The names that are spelled as the catalogue spells them."""
        known = self._known
        links = [
            Link(hit.start, hit.end, hit.alias.entity, "alias", 1.0, f"alias {hit.alias.text}")
            for hit in sure
        ]
        if not tokens and not is_caseless(text):
            links += _shortened(text, links, self.entities)
        links += joined_with_their_people(text, open_groups, {link.start for link in links}, known)
        for _ in range(2):  # what the first round links (Meta beside Facebook) may speak for Llama
            links += with_evidence(text, open_groups, links, known, spoken=spoken)
        links = with_series(text, open_groups, links, known, self._members, spoken=spoken)
        links += each_other(text, open_groups, links, known, spoken=spoken)
        links += with_evidence(text, open_groups, links, known, spoken=spoken)
        links += clear_of(links, by_trade(text, open_groups, links, known, spoken=spoken))
        for _ in range(2):  # ベゾス speaks for マスク, and both for Tesla
            short = self._short_names(text, open_groups, links, spoken=spoken)
            links += short
            if not short:
                break
            links += with_evidence(text, open_groups, links, known, spoken=spoken)
        return links

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

    def _spoken_for(
        self, text: str, groups: list[list[Hit]], links: list[Link], *, spoken: bool
    ) -> list[Link]:
        """The links with those of plain words and short names that they now speak for."""
        links = links + clear_of(links, with_evidence(text, groups, links, self._known, spoken=spoken))
        return links + clear_of(links, self._short_names(text, groups, links, spoken=spoken))

    def _with_kana(
        self,
        text: str,
        tokens: Sequence[Token],
        groups: list[list[Hit]],
        links: list[Link],
        *,
        spoken: bool,
    ) -> list[Link]:
        """The links with those of katakana that is spelled otherwise: トレイニウム2 takes the place of トレイニウム."""
        said = in_kana(
            text, tokens, groups, links, self._known, self._kana, self._kana_versions, spoken=spoken
        )
        if not said:
            return links
        return self._spoken_for(text, groups, [*clear_of(said, links), *said], spoken=spoken)

    def _with_slips(
        self, text: str, groups: list[list[Hit]], links: list[Link], others: list[Hit], *, spoken: bool
    ) -> list[Link]:
        """The links with those of names written as they were heard, and with what these speak for."""
        slips = slipped(text, links, others, self._slips, spoken=spoken)
        if not slips:
            return links
        return self._spoken_for(text, groups, [*slips, *clear_of(slips, links)], spoken=spoken)

    def _with_misheard(
        self,
        text: str,
        tokens: Sequence[Token],
        groups: list[list[Hit]],
        read_right: list[list[Hit]],
        links: list[Link],
        garbled: Sequence[Stretch],
        *,
        spoken: bool,
    ) -> list[Link]:
        """The links with those of words that sound like a name; of speech with what these speak for: dip sic for R1.

        garbled: the stretches in which they are looked for, if not everywhere.
        """
        read_alike = self._ear.read_alike(text, tokens) if tokens and spoken else []
        for _ in range(2):  # Jensen Wong speaks for `in video`
            heard = misheard(
                text, tokens, read_right, links, self._known, self._ear, read_alike, garbled, spoken=spoken
            )
            links = links + heard
            if not (heard and spoken):
                break
        if spoken and any(link.method == "phonetic" for link in links):
            return self._spoken_for(text, groups, links, spoken=spoken)
        return links

    def _with_names_it_gives(self, text: str, links: list[Link], *, written: bool) -> list[Link]:
        """The links with those of names that the text itself introduces; some only where it has capitals, in Latin script."""
        if written:
            links = links + _shortened(text, links, self.entities)
        links = links + [
            Link(start, end, entity, "short-name", 0.95, f"short for {name}, as it says itself")
            for start, end, entity, name in introduced(text, links, self.entities)
        ]
        if written:
            links = links + [
                Link(start, end, entity, "short-name", 0.95, f"another name of {name}, as it says itself")
                for start, end, entity, name in renamed(text, links, self.entities)
            ]
        return links


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
