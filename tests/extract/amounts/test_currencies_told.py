"""Currencies told: money that names none is in that of those who are named beside it."""

from __future__ import annotations

import pytest

from pipeline.extract.amounts.currencies_told import homes_of
from pipeline.extract.amounts.find import find_amounts
from pipeline.records import Entity

ENTITIES = {
    one.id: one
    for one in (
        Entity(id="acme", name="Acme", type="organization", country="us"),
        Entity(id="acme-1", name="Acme 1", type="model", parent="acme"),
        Entity(id="bolt", name="Bolt", type="organization", country="fr", stage="established"),
        Entity(id="cell", name="Cell", type="organization", country="fr", stage="startup"),
        Entity(id="dune", name="Dune", type="organization", country="jp"),
        Entity(id="echo", name="Echo", type="organization"),
    )
}


@pytest.mark.parametrize(
    ("entity", "currencies"),
    [
        ("acme", ["USD"]),
        ("acme-1", ["USD"]),  # its maker's
        ("bolt", ["EUR"]),
        ("cell", []),  # young firms are told of in dollars as often
        ("dune", []),
        ("echo", []),
        ("unknown", []),
    ],
)
def test_an_organization_counts_in_the_money_of_its_country(entity: str, currencies: list[str]) -> None:
    assert [unit for _, unit in homes_of([(3, entity)], ENTITIES)] == currencies


@pytest.mark.parametrize(("home", "unit"), [("USD", "USD"), ("EUR", "EUR")])
def test_french_money_of_another_sentence_is_that_of_who_is_named_in_it(home: str, unit: str) -> None:
    text = "Le fonds a reçu 40 millions de dollars et 3 millions d'euros. Acme a levé 12 millions."
    found = find_amounts(text, "fr", homes=[(text.index("Acme"), home)])
    assert [one.unit for one in found] == ["USD", "EUR", unit]
