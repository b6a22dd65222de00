"""Currencies told: what a text says of money beside its amounts: the currencies it names, and those that the organizations named in it count in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.records import Entity

EUROS = frozenset(
    (
        "at",
        "be",
        "de",
        "es",
        "eu",
        "fi",
        "fr",
        "gr",
        "ie",
        "it",
        "lu",
        "nl",
        "pt",
        "ee",
        "lv",
        "lt",
        "sk",
        "si",
        "mt",
        "cy",
        "hr",
    )
)
"""Countries of the euro (ISO 3166), and the Union's bodies."""
_STEPS = 4
"""From a product to its maker and on to who owns that."""

Placed = Sequence[tuple[int, str]]
"""Places of a text, in order, and a currency of each (ISO 4217)."""


class Currencies(NamedTuple):
    """said: where money names its currency; homes: where an organization is named whose country has the dollar or the euro."""

    said: Placed = ()
    homes: Placed = ()


NO_CURRENCIES = Currencies()


def homes_of(named: Sequence[tuple[int, str]], entities: Mapping[str, Entity]) -> Iterator[tuple[int, str]]:
    """The currency at home of the entities at these places, or of who makes or employs them."""
    for place, entity in named:
        firm = _firm(entity, entities)
        if firm and firm.country == "us":
            yield place, "USD"
        elif firm and firm.country in EUROS and firm.stage != "startup":
            yield place, "EUR"


def _firm(entity: str | None, entities: Mapping[str, Entity]) -> Entity | None:
    """The entity itself, or who makes or employs it, if its country is known."""
    for _ in range(_STEPS):
        known = entities.get(entity) if entity else None
        if known is None or known.country:
            return known
        entity = known.parent
    return None
