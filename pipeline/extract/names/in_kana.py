"""In kana: a name in katakana that no alias explains in, the entities of the catalogue that it may be, by sound, out.

What stands in the catalogue in katakana is compared with that, and what stands there in Latin letters with how an English, a
French and a Japanese reader would say it: ミラ・モラティ is ミラ・ムラティ, ムービー・ジャン is Movie Gen.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from pipeline.extract.names.apart import apart, size
from pipeline.extract.names.apart_many import apart_many
from pipeline.extract.names.kept import Keep, make_anew
from pipeline.extract.names.phonemes import REMEMBERED, bones, phonemes, readings_of_bones
from pipeline.extract.names.sounded import INITIALS, JOINT, LEAST_SIZE, Name, all_names
from pipeline.records import Entity

FARTHEST = 0.17
"""Distance, as a share of a name's size, up to which it may be meant at all."""
FARTHEST_PART, FARTHEST_SHORT_PART, SHORT_PART = 0.2, 0.1, 2.6
"""The same of each part of a name, and of a part so short that one sound makes it another name."""
WORTH_OF_INITIALS = 1.5
SAME_INITIALS = 0.05
"""What AI behind both is worth."""
WITHOUT_INITIALS = 0.04
"""What AI behind the name alone speaks against it: ジェミニ is not Jimini AI, where Gemini is there too."""
NOT_ALIKE = 99.0
SAID = 0.03
"""Distance of a part that the catalogue writes so in another name: the マシュー of Matthew."""
LEAST_ALIKE = 0.6
"""Distance, as a share of its size, up to which the part of one name is the same part in katakana."""
LEAST_FAMILY = 2.5
LEAST_BONES = 1
LONG_BONES = 4
"""Consonants from which on one may be another, or be missing."""
TWO_APART = 5.8
"""Size from which on a name may be told by its other consonants where two differ."""
NEARLY_READ = 4
"""Readings of a name's letters of which one consonant may be another."""
RATHER_KANA = 0.03
"""What a name that stands in the catalogue in katakana may be farther off than its Latin letters, whose sounds are a guess."""
AT_ONCE = 500
"""Names of a text that are compared together: arrays of more are slower to fill than to use."""
RIVALS = 0.1
"""Distance within which another entity is nearly as likely."""

_LATIN_SOUNDS = re.compile(r"[AEIOUQZVLPXGj]")


class Heard(NamedTuple):
    """An entity that a name in katakana may be; distance as a share of the name's size."""

    entity: str
    name: Name
    share: float
    size: float
    initials: bool
    """Whether both have AI behind them."""
    last: float
    """The distance of its last part alone, a family name; from the catalogue's katakana where that has it."""
    family: bool = False
    """Whether it is the family name alone of somebody."""


class _Sounds(NamedTuple):
    """What is heard of a name in katakana: its parts and all of it, and whether AI stands behind it."""

    parts: tuple[str, ...]
    whole: str
    initials: bool

    @property
    def tell_enough(self) -> bool:
        """Whether they are enough to tell a name by."""
        return all(self.parts) and size(self.whole) >= LEAST_SIZE - 1


class KanaNames:
    """The sounds of a catalogue's names, ready to be compared with names in katakana."""

    def __init__(self, entities: Collection[Entity], keep: Keep = make_anew) -> None:
        self._exactly: dict[str, list[Name]] = defaultdict(list)  # by their consonants
        self._nearly: dict[str, list[Name]] = defaultdict(list)  # by their consonants without one
        persons = {entity.id for entity in entities if entity.type == "person"}
        self._parts: dict[
            tuple[str, int], list[dict[str, None]]
        ] = {}  # each part of an entity's names, however written
        self._families: dict[str, list[Name]] = defaultdict(list)  # persons by their last part's consonants
        self._people: dict[tuple[str, str], list[Name]] = defaultdict(list)  # the same, and their first part
        names = keep("kana", list[Name], lambda: list(all_names(entities)))
        said = keep("kana-said", dict[str, list[str]], lambda: _said_parts(names))
        self._said = {latin: frozenset(written) for latin, written in said.items()}
        self._latin: dict[str, list[str]] = defaultdict(list)  # its other way round
        for latin, written in said.items():
            for one in written:
                self._latin[one].append(latin)
        said_so = {(*name.parts, name.entity, name.initials): name for name in names}
        for name in names:
            known = self._parts.setdefault((name.entity, len(name.parts)), [{} for _ in name.parts])
            for part, sounds in zip(known, name.parts, strict=True):
                part[sounds] = None
            if name.entity in persons and len(name.parts) > 1:
                for key in readings_of_bones(name.parts[-1]):
                    self._families[key].append(name)
                    self._people[key, name.parts[0]].append(said_so[*name.parts, name.entity, name.initials])
        for name in said_so.values():
            for nth, key in enumerate(readings_of_bones(name.whole)):
                if len(key) >= LEAST_BONES:
                    self._exactly[key].append(name)
                if len(key) >= LONG_BONES and nth < NEARLY_READ:
                    for less in set(_without_one(key)):
                        self._nearly[less].append(name)
        self._persons = frozenset(persons)
        self._known: dict[str, tuple[Heard, ...]] = {}

    def heard(self, surfaces: Collection[str]) -> dict[str, tuple[Heard, ...]]:
        """Of each name the entities that it may be, the likeliest first; all within RIVALS of it."""
        new = [surface for surface in dict.fromkeys(surfaces) if surface not in self._known]
        if len(self._known) + len(new) > REMEMBERED:
            self._known, new = {}, list(dict.fromkeys(surfaces))
        self._known |= dict.fromkeys(new, ())
        for first in range(0, len(new), AT_ONCE):
            self._hear(new[first : first + AT_ONCE])
        return {surface: self._known[surface] for surface in surfaces}

    def _hear(self, surfaces: Collection[str]) -> None:
        """Compares names that were not heard before with the catalogue's, all at once."""
        sounds = {surface: one for surface in surfaces if (one := _sounds_of(surface)).tell_enough}
        near = {surface: self._near(one) for surface, one in sounds.items()}
        apart = iter(
            apart_many(
                [
                    (sounds[surface].whole, name.whole, name.own * FARTHEST)
                    for surface, names in near.items()
                    for name, whole in names
                    if whole
                ]
            )
        )
        parts = _parts_apart(
            {
                (mine, theirs)
                for surface, names in near.items()
                for name, whole in names
                if not whole
                for mine, alternatives in zip(
                    sounds[surface].parts, self._parts[name.entity, len(name.parts)], strict=True
                )
                for theirs in alternatives
            }
        )
        for surface, names in near.items():
            told = [(name, next(apart) if whole else None) for name, whole in names]
            self._known[surface] = self._likely(sounds[surface], told, parts)

    def _near(self, one: _Sounds) -> list[tuple[Name, bool]]:
        """The names with the same consonants, or with one more or less; whether they are compared as a whole."""
        key = bones(one.whole)
        near: dict[int, Name] = {}
        for like in dict.fromkeys((key, key.removesuffix("s"))):  # コアウィーブス
            near |= {id(name): name for name in self._exactly.get(like, ())}
        if len(key) >= LONG_BONES:
            without = set(_without_one(key))
            near |= {id(name): name for name in self._nearly.get(key, ())}
            for less in without:
                near |= {id(name): name for name in self._exactly.get(less, ())}
            for less in without:
                near |= {
                    id(name): name
                    for name in self._nearly.get(less, ())
                    if name.own >= TWO_APART or _is_one_apart(key, name)
                }
        if len(one.parts) > 1:
            family = bones(one.parts[-1])
            for given in self._latin.get(one.parts[0], ()):
                near |= {id(name): name for name in self._people.get((family, given), ())}
            return [
                (name, len(name.parts) != len(one.parts))
                for name in near.values()
                if len(name.parts) == len(one.parts) or name.entity not in self._persons
            ]  # of a person no part may be missing
        return [(name, True) for name in near.values()]

    def _likely(
        self,
        one: _Sounds,
        names: Sequence[tuple[Name, float | None]],
        parts: Mapping[tuple[str, str], float],
    ) -> tuple[Heard, ...]:
        """Those near enough of names with how far they are apart, where they are compared as a whole; else `parts` tells."""
        best: dict[str, Heard] = {}
        for name, whole in names:
            if whole is not None and whole > name.own * FARTHEST:
                continue
            heard = self._compare(one, name, whole, parts)
            if heard and (name.entity not in best or _rank(heard) < _rank(best[name.entity])):
                best[name.entity] = heard
        if not best and len(one.parts) == 1 and not one.initials:
            best = self._hear_family(one.whole)
        likely = sorted(best.values(), key=_rank)
        return tuple(heard for heard in likely if heard.share <= likely[0].share + RIVALS)[:4]

    def _hear_family(self, sounds: str) -> dict[str, Heard]:
        """Those whose family name it may be."""
        best: dict[str, Heard] = {}
        for name in self._families.get(bones(sounds), ()):
            much = size(name.parts[-1])
            distance = apart(sounds, name.parts[-1], much * FARTHEST)
            if distance <= much * FARTHEST and much >= LEAST_FAMILY:
                heard = Heard(name.entity, name, distance / much, much, False, distance, family=True)
                if name.entity not in best or heard.share < best[name.entity].share:
                    best[name.entity] = heard
        return best

    def _compare(
        self, one: _Sounds, name: Name, whole: float | None, parts: Mapping[tuple[str, str], float]
    ) -> Heard | None:
        """`whole`: how far they are apart as a whole, where they are compared so."""
        if whole is not None:
            total = last = whole
        else:
            total = last = 0.0
            known = self._parts[name.entity, len(one.parts)]
            for mine, alternatives, generic in zip(one.parts, known, name.generic, strict=True):
                last = min(parts[mine, theirs] for theirs in alternatives)
                if last > SAID and any(mine in self._said.get(theirs, ()) for theirs in alternatives):
                    last = SAID
                if last == NOT_ALIKE:
                    return None
                total += 0 if generic else last
            in_kana = [theirs for theirs in known[-1] if theirs.islower() or not _LATIN_SOUNDS.search(theirs)]
            last = min((apart(one.parts[-1], theirs, NOT_ALIKE) for theirs in in_kana), default=last)
        share = total / max(name.own, 0.1)
        if share > FARTHEST:
            return None
        both = one.initials and name.initials
        much = sum(map(size, name.parts)) + (WORTH_OF_INITIALS if both else 0)
        return Heard(name.entity, name, share, much, both, last)


def _sounds_of(surface: str) -> _Sounds:
    bare = INITIALS.sub("", surface)
    parts = tuple(phonemes(part) for part in JOINT.split(bare) if part)
    return _Sounds(parts, "".join(parts), bare != surface)


def _parts_apart(pairs: Collection[tuple[str, str]]) -> dict[tuple[str, str], float]:
    """How far parts of names are from parts of the catalogue's names, NOT_ALIKE where that is too far."""
    most = [_most_apart(theirs) for _, theirs in pairs]
    distances = apart_many([(mine, theirs, limit) for (mine, theirs), limit in zip(pairs, most, strict=True)])
    return {
        pair: distance if distance <= limit + 1e-9 else NOT_ALIKE
        for pair, distance, limit in zip(pairs, distances, most, strict=True)
    }


def _most_apart(theirs: str) -> float:
    much = size(theirs)
    return much * (FARTHEST_SHORT_PART if much < SHORT_PART else FARTHEST_PART)


def _rank(heard: Heard) -> float:
    share = heard.share + (RATHER_KANA if heard.name.latin else 0)
    if heard.initials:
        return share - SAME_INITIALS
    return share + (WITHOUT_INITIALS if heard.name.initials else 0)


def _said_parts(names: Collection[Name]) -> dict[str, list[str]]:
    """By the sounds of a part in Latin letters those in which the catalogue has it in katakana: ジェシー of Jesse."""
    written: dict[tuple[str, int], list[Name]] = defaultdict(list)
    for name in names:
        if not name.latin and len(name.parts) > 1:
            written[name.entity, len(name.parts)].append(name)
    said: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.latin:
            for other in written.get((name.entity, len(name.parts)), ()):
                for latin, kana in zip(name.parts, other.parts, strict=True):
                    if apart(kana, latin, LEAST_ALIKE * size(latin)) <= LEAST_ALIKE * size(latin):
                        said[latin].add(kana)
    return {latin: sorted(kana) for latin, kana in said.items()}


def _is_one_apart(key: str, name: Name) -> bool:
    """Whether one consonant is another, and no two are."""
    return Levenshtein.distance(key, bones(name.whole), score_cutoff=1) <= 1


def _without_one(key: str) -> Iterator[str]:
    for place in range(len(key)):
        yield key[:place] + key[place + 1 :]
