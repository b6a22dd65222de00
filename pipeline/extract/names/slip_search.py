"""Slip search: a text and what is linked in it in, the names that were written as they were heard out, versions with them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.extract.names.aliases import Alias
from pipeline.extract.names.certain import Certain, Linked, certain_of
from pipeline.extract.names.fold import fold_name
from pipeline.extract.names.garbled import Slipped, free_in, is_in, others_near, stretches
from pipeline.extract.names.kept import Keep, make_anew
from pipeline.extract.names.slip_evidence import ENOUGH, context_words, is_everyday, is_sure, points
from pipeline.extract.names.slip_places import Place, places
from pipeline.extract.names.slip_words import reads_french
from pipeline.extract.names.slips import A_VOWEL, Alike, Listener
from pipeline.extract.names.told import Told, told_of
from pipeline.extract.names.versions import version_end
from pipeline.records import Entity

MOST_POINTS = 20.0
GARBLED = 2
"""Slips beyond doubt that make a document a garbled one, in which words without capitals are doubted too."""
BOLD = 1.5
"""Points that a place without a capital needs more."""
CLEAR = 5.0
"""Strength of a place with which it may hold a name that was read in it as another's: Chat J'ai pété."""
NEARLY = 2.0
"""Points fewer than those of a shorter place with which a longer one of the same name is taken."""

_GOES_ON = re.compile(r"(?:[ -](?:\d[\w.]*|[A-Za-zÀ-ÿ]+)){1,5}")


class Slip(NamedTuple):
    """A name at [start, end) that was written as it was heard."""

    start: int
    end: int
    entity: str
    score: float
    evidence: str


class Slips:
    """A catalogue made ready for finding its names where they are misspelt."""

    def __init__(
        self,
        entities: Mapping[str, Entity],
        kin: Mapping[str, frozenset[str]],
        aliases: Iterable[Alias],
        keep: Keep = make_anew,
    ) -> None:
        self._entities, self._kin = entities, kin
        self._listener = Listener(keep("slips", list[Told], lambda: list(told_of(entities.values()))))
        self._forms: dict[str, str] = {}
        for alias in aliases:
            if not alias.short and entities[alias.entity].type in ("model", "product", "hardware"):
                self._forms.setdefault(fold_name(alias.text), alias.entity)

    def find(self, text: str, firm: Sequence[Linked], links: Sequence[Linked], *, spoken: bool) -> list[Slip]:
        """The slips; none overlaps a `firm` link, and one that overlaps another link is longer than it."""
        free = [True] * len(text)
        for link in firm:
            free[link.start : link.end] = [False] * (link.end - link.start)
        french = reads_french(text)
        certain = certain_of(text, links, spoken=spoken)
        heard = self._heard(text, free, links, french=french, bold=spoken)
        if not heard:
            return []
        certainly = [(place, alike) for place, alike in heard if is_sure(place, alike, text, certain)]
        whole = [(place.start, place.end) for place, _ in certainly]
        sure = {
            (place.start, alike.entity)
            for place, alike in certainly
            if not any(
                low <= place.start and place.end <= high and high - low > place.end - place.start
                for low, high in whole
            )
        }  # of Jean-Marc Chery and Chery only the longer
        if not spoken and (garbled := stretches(sure, GARBLED, len(text))):
            clean = [one for one in heard if not is_in(one[0].start, garbled)]
            doubted = self._heard(text, free_in(free, garbled), links, french=french, bold=True)
            heard = sorted([*clean, *doubted], key=lambda one: one[0].start)
        weighed = self._weigh(text, heard, certain, sure, french=french)
        return list(self._chosen(text, weighed, spoken=spoken))

    def _heard(
        self, text: str, free: Sequence[bool], links: Sequence[Linked], *, french: bool, bold: bool
    ) -> list[tuple[Place, Alike]]:
        inner = {place: link for link in links for place in range(link.start, link.end)}
        heard = []
        for place in places(text, free, bold=bold):
            heard += [
                (place, alike)
                for alike in self._listener.alike(place, french=french)
                if not _is_read_already(place, alike, inner)
            ]
        others = {one for place, alike in heard if not alike.entity for one in range(place.start, place.end)}
        return [
            (place, alike)
            for place, alike in heard
            if alike.entity and others.isdisjoint(range(place.start, place.end))
        ]

    def _weigh(
        self,
        text: str,
        heard: Collection[tuple[Place, Alike]],
        certain: Certain,
        sure: Collection[Slipped],
        *,
        french: bool,
    ) -> list[tuple[Place, Alike, float]]:
        words = {
            entity: context_words(self._entities[entity], certain)
            for entity in {alike.entity for _, alike in heard}
        }
        return [
            (
                place,
                alike,
                points(
                    place,
                    alike,
                    text,
                    self._entities[alike.entity],
                    self._kin[alike.entity],
                    certain,
                    self._entities,
                    others_near(place.start, alike.entity, sure),
                    words=words[alike.entity],
                    french=french,
                    goes_on=self._with_version(text, place.end, alike, spoken=False)[1] != alike.entity,
                ),
            )
            for place, alike in heard
        ]

    def _chosen(
        self, text: str, weighed: Collection[tuple[Place, Alike, float]], *, spoken: bool
    ) -> Iterator[Slip]:
        taken: set[int] = set()
        best: dict[tuple[str, int], float] = {}
        for place, alike, weight in weighed:
            best[alike.entity, place.start] = max(weight, best.get((alike.entity, place.start), 0.0))
        order = sorted(weighed, key=lambda one: (-best[one[1].entity, one[0].start], -one[0].end))
        for place, alike, weight in order:  # Mistrale IA before Mistrale
            if weight < max(
                ENOUGH + BOLD * is_everyday(place), best[alike.entity, place.start] - NEARLY
            ) or not taken.isdisjoint(range(place.start, place.end)):
                continue
            end, entity = self._with_version(text, place.end, alike, spoken=spoken)
            taken.update(range(place.start, end))
            score = round(min(0.99, 0.6 + weight / MOST_POINTS / 2), 3)
            yield Slip(place.start, end, entity, score, f"sounds like {alike.name}, {weight:.1f} points")

    def _with_version(self, text: str, end: int, alike: Alike, *, spoken: bool) -> tuple[int, str]:
        """Where the name ends with the version behind it, and whose name it is then: Clawed 3.7 Sonnet."""
        if self._entities[alike.entity].type not in ("model", "product", "hardware"):
            return end, alike.entity
        if behind := _GOES_ON.match(text, end):
            rest = behind[0]
            while rest:
                for name in (alike.name, self._entities[alike.entity].name):  # Gémini, Gemini
                    if entity := self._forms.get(fold_name(name + rest)):
                        return end + len(rest), entity
                rest = rest[: max(rest.rfind(" "), rest.rfind("-"), 0)]
        return version_end(text, end, spoken=spoken), alike.entity


def _is_read_already(place: Place, alike: Alike, inner: Mapping[int, Linked]) -> bool:
    """Whether a link holds the whole place, reaches beyond it, or is read within it and means another."""
    sure = alike.parted or alike.differing <= A_VOWEL or alike.strength >= CLEAR
    return any(
        link.start < place.start
        or link.end > place.end
        or (link.start, link.end) == (place.start, place.end)
        or not (sure or link.entity == alike.entity)
        for one in (place.start, place.end - 1)
        if (link := inner.get(one))
    )
