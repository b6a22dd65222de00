"""Purchases: the price of a takeover is told of what is bought; a stake and what is built with the money are the buyer's."""

from __future__ import annotations

import pytest

from tests.extract.claims.claimed import claimed

A, B = "[[Acme|?acme organization]]", "[[Bolt|?bolt organization]]"


def paid(surface: str, owner: str, metric: str) -> str:
    return f"{{{{{surface}|money 1e9 USD exact|{owner}|{metric}}}}}"


BOUGHT = [
    ("en", f"{A} has agreed to buy {B} of Leeds for {paid('$1bn', 'bolt', 'price')}."),
    ("en", f"{A} paid {paid('$1bn', 'bolt', 'price')} for control of {B}."),
    ("en", f"{B} has been snapped up by {A} in a deal worth {paid('$1bn', 'bolt', 'price')}."),
    ("en", f"{A}'s {paid('$1bn', 'bolt', 'price')} acquisition of {B} took a year."),
    ("en", f"{A} closes {B} purchase. The {paid('$1bn', 'bolt', 'price')} deal is its largest."),
    (
        "en",
        f"{A} agreed to buy {B}. Of the total, {paid('$1bn', 'bolt', 'price')} will be handed over in cash.",
    ),
    ("fr", f"{A} s'offre {B} pour {paid('un milliard', 'bolt', 'price')}."),
    ("fr", f"Racheté par {A} pour {paid('un milliard', 'bolt', 'price')}, {B} fabrique des câbles."),
    ("fr", f"{A} se dit prêt à mettre {paid('un milliard', 'bolt', 'price')} sur la table pour {B}."),
    ("fr", f"{A} débourse {paid('un milliard', 'bolt', 'price')} pour mettre la main sur {B}."),
    ("ja", f"{A}は{B}を{paid('10億ドル', 'bolt', 'price')}で買収する。"),
    ("ja", f"{A}は{B}を買収すると発表した。買収額は{paid('10億ドル', 'bolt', 'price')}。"),
    ("ja", f"{A}が{B}の買収を完了した。総額は{paid('10億ドル', 'bolt', 'price')}だ。"),
]


@pytest.mark.parametrize(("lang", "text"), BOUGHT)
def test_the_price_is_the_bought_companys(lang: str, text: str) -> None:
    told = claimed(text)
    assert told.told(lang) == told.expected


BUYERS = [
    ("en", f"{A} bought a 9% stake in {B} for {paid('$1bn', 'acme', 'investment')}."),
    ("en", f"{A}, which bought {B} last year, had revenue of {paid('$1bn', 'acme', 'revenue')}."),
    ("ja", f"{A}は{B}の買収に{paid('10億ドル', 'acme', 'investment')}を充てる。"),
    ("ja", f"{A}は{B}に{paid('10億ドル', 'acme', 'investment')}を出資する。"),
    ("fr", f"{A} investit {paid('un milliard', 'acme', 'investment')} dans {B}."),
]


@pytest.mark.parametrize(("lang", "text"), BUYERS)
def test_a_stake_or_an_investment_is_the_buyers(lang: str, text: str) -> None:
    told = claimed(text)
    assert told.told(lang) == told.expected


def test_after_a_takeover_the_company_is_the_one_bought_and_the_group_the_buyer() -> None:
    told = claimed(
        f"{A} annonce l'acquisition de {B}. La société compte {{{{600 salariés|count 600 employee exact|bolt|employees}}}}. "
        "Le groupe a réalisé {{38 milliards|money 3.8e10 EUR exact|acme|revenue}} de ventes."
    )
    assert told.told("fr") == told.expected
