"""Open names: aliases that are plain words too in, links out for those that something in the document speaks for.

That is what stands around (evidence.py), a series that they continue, a person whom they own, or another name as big.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from pipeline.extract.names import name_cues as cues
from pipeline.extract.names.against import spoken_against
from pipeline.extract.names.certain import Certain, certain_of
from pipeline.extract.names.evidence import evidence_for
from pipeline.extract.names.known import Known
from pipeline.extract.names.link import OPEN, Link, clear_of
from pipeline.extract.names.match import Hit
from pipeline.extract.names.series import Linked, in_series
from pipeline.extract.names.signs import honoured, is_open, listed_together

BIG = 8
"""Kin from which on a name is a big one."""
Groups = Sequence[Sequence[Hit]]
"""The hits of each place: several where an alias is shared."""


def with_evidence(
    text: str, groups: Groups, links: Sequence[Link], known: Known, *, spoken: bool
) -> list[Link]:
    """Those that the document speaks for; of several entities of one name, the one whose kin is named nearest."""
    certain = certain_of(text, links, spoken=spoken)
    taken = {link.start for link in links}
    found = []
    for group in groups:
        hits = [hit for hit in group if not hit.alias.short and hit.start not in taken]
        reasons = [(_reason(hit, text, certain, known), hit) for hit in hits]
        given = [(reason, hit) for reason, hit in reasons if reason]
        if given:
            reason, hit = given[0]
            if len(given) > 1:
                given = [
                    one for one in given if not _is_spoken_against(one[1], text, certain, known)
                ] or given
                reason, hit = min(
                    given, key=lambda one: (_distance_to_kin(one[1], certain, known), "word" not in one[0])
                )
            found.append(_link(hit, OPEN, reason))
    return found


def joined_with_their_people(text: str, groups: Groups, taken: set[int], known: Known) -> list[Link]:
    """オラクルのエリソン会長, Oracle's Ellison: a plain word and a family name that say each other's meaning."""
    found = []
    for group, following in pairwise(groups):
        owners = {hit.alias.entity: hit for hit in group if not hit.alias.short and hit.start not in taken}
        for owned in following:
            owner = owners.get(known.entities[owned.alias.entity].parent or "")
            if owner and _are_joined(text, owner, owned, known):
                found += [
                    _link(owner, OPEN, f"joined with {owned.alias.entity}"),
                    _link(owned, OPEN, f"joined with {owner.alias.entity}"),
                ]
                break
    return found


def with_series(
    text: str,
    groups: Groups,
    links: list[Link],
    known: Known,
    members: Mapping[str, Sequence[str]],
    *,
    spoken: bool,
) -> list[Link]:
    """The links and the members of series that stand alone, which a plain word inside them does not outweigh."""
    certain = certain_of(text, links, spoken=spoken)
    sure = [Linked(link.start, link.end, link.entity) for link in links if link.score > OPEN]
    unsure = {link.start: link for link in links if link.score <= OPEN}
    sure += [
        Linked(one.start, one.end, one.entity) for one in unsure.values() if " " in text[one.start : one.end]
    ]
    makers = {hit.start: hit.alias.entity for group in groups for hit in group if not hit.alias.short}
    found = [
        Link(one.start, one.end, one.entity, "short-name", 0.95, f"of a series, {one.reason}")
        for one in in_series(text, sure, certain, known.entities, members, makers)
    ]
    return clear_of(found, links) + found


def each_other(text: str, groups: Groups, links: Sequence[Link], known: Known, *, spoken: bool) -> list[Link]:
    """Apple and Meta, where no other name speaks for either: two such big names, told together, do so."""
    if links:
        return []
    certain = certain_of(text, links, spoken=spoken)
    hits = [
        hit
        for group in groups
        for hit in group[:1]
        if not hit.alias.short
        and known.entities[hit.alias.entity].type == "organization"
        and len(known.kin[hit.alias.entity]) >= BIG
        and is_open(hit, text, known.entities[hit.alias.entity], certain)
    ]
    together = {
        hit for pair in pairwise(hits) if listed_together(text, pair[0].end, pair[1].start) for hit in pair
    }
    return [_link(hit, 0.8, "among others as big") for hit in hits if hit in together]


def _link(hit: Hit, score: float, reason: str) -> Link:
    return Link(hit.start, hit.end, hit.alias.entity, "alias", score, f"alias {hit.alias.text}, {reason}")


def _reason(hit: Hit, text: str, certain: Certain, known: Known) -> str | None:
    entity = known.entities[hit.alias.entity]
    big, famous = entity.id in known.prominent, entity.id in known.famous
    return evidence_for(hit, text, entity, known.kin[entity.id], certain, prominent=big, famous=famous)


def _is_spoken_against(hit: Hit, text: str, certain: Certain, known: Known) -> bool:
    """Whether a word near says that it is not this one of those who share the name: Universal beside Disney is no label."""
    entity = known.entities[hit.alias.entity]
    return spoken_against(hit, text, entity, certain, known.kin[entity.id])


def _distance_to_kin(hit: Hit, certain: Certain, known: Known) -> int:
    """To the nearest of its kin: of two of one name, that of the maker named there is meant."""
    return min(
        (
            min(certain.distances(name, hit.start))
            for name in known.kin[hit.alias.entity]
            if name in certain.positions
        ),
        default=len(certain.lowered),
    )


def _are_joined(text: str, owner: Hit, owned: Hit, known: Known) -> bool:
    kind = known.entities[owned.alias.entity].type
    if kind in ("product", "model"):
        return bool(cues.POSSESSIVE.fullmatch(text, owner.end, owned.start))
    return (
        kind == "person"
        and not owned.alias.given
        and bool(cues.OWNING.fullmatch(text, owner.end, owned.start))
        and (honoured(text, owned) or not owned.alias.ambiguous)
    )
