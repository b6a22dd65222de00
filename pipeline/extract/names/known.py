"""Known: the catalogue's entities in, what the steps of linking ask about them out: their kin, who is big, whom all know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.extract.names.kin_sounds import KinSounds
from pipeline.extract.names.kinship import kin_of, prominent
from pipeline.extract.names.people import famous, lone_given_names, single_given_names
from pipeline.records import Entity


@dataclass(frozen=True, slots=True)
class Known:
    """The catalogue, and whom in it everybody knows."""

    entities: Mapping[str, Entity]
    kin: Mapping[str, frozenset[str]]
    prominent: frozenset[str]
    famous: frozenset[str]
    lone: frozenset[str]
    single: frozenset[str]
    kin_sounds: KinSounds


def known_of(entities: Mapping[str, Entity]) -> Known:
    """What a catalogue says about its entities, by their ids."""
    listed = tuple(entities.values())
    kin, known_to_all = kin_of(listed), famous(listed)
    return Known(
        entities,
        kin,
        prominent(entities, kin),
        known_to_all,
        lone_given_names(listed),
        single_given_names(listed),
        KinSounds(kin, entities, known_to_all),
    )
