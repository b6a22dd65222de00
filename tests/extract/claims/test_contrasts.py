"""Contrasts: figures whose owner stands behind them, and what a law, a description or a bystander owns."""

from __future__ import annotations

import pytest

from pipeline.extract.claims.bystanders import is_founder, is_minor
from pipeline.extract.claims.described import NOTHING, described, oddity
from pipeline.extract.profile import UNKNOWN
from tests.extract.claims.claimed import claimed

OLD, NEW = "[[Zeta 2|?zeta-2 model]]", "[[Eta 3|?eta-3 model]]"
ACME, BOLT = "[[Acme|?acme organization]]", "[[Bolt|?bolt organization]]"
NVIDIA, ASML, MISTRAL = (
    "[[Nvidia|nvidia organization]]",
    "[[ASML|asml organization]]",
    "[[Mistral AI|mistral-ai organization]]",
)
LAW = "[[Robot Act|?robot-act law]]"
SITE = "[[Polaris|?polaris project]]"
CHIP = "[[H100|nvidia-h100 hardware nvidia]]"


def percent(owner: str) -> str:
    return f"{{{{5%|percent 5 % exact|{owner}|-}}}}"


def price(owner: str) -> str:
    return f"{{{{$3|money 3 USD exact|{owner}|-}}}}"


def money(owner: str) -> str:
    return f"{{{{$5bn|money 5e9 USD exact|{owner}|-}}}}"


def power(owner: str) -> str:
    return f"{{{{1 GW|power 1e9 W exact|{owner}|-}}}}"


def count(owner: str, unit: str = "user") -> str:
    return f"{{{{500|count 500 {unit} exact|{owner}|-}}}}"


def days(owner: str) -> str:
    return f"{{{{30 days|duration 30 day exact|{owner}|-}}}}"


ENGLISH = [
    f"{ACME} launched {NEW} on Monday. Developers pay {price('eta-3')} per million tokens, compared with {price('zeta-2')} for {OLD}.",
    f"A tally still gives {ACME} {percent('acme')} of the trade, against {percent('bolt')} for {BOLT} and {percent('asml')} for {ASML}.",
    f"{ACME} fell on Friday. {BOLT} had cut its target to {price('acme')} a share.",
    f"{ACME} rose, and {NVIDIA} too. {BOLT} lifted its target for {ACME} to {price('acme')} a share.",
    f"On the test {ACME} reports {percent('zeta-2')} for {OLD} and {percent('eta-3')} for {NEW}.",
    f"Breaking the {LAW} exposes a company to fines of up to {money('robot-act')} or {percent('robot-act')} of turnover. {ACME} has not signed. Smaller breaches cost {money('robot-act')}.",
    f"Under the {LAW}, the regulator fined {ACME} {money('acme')}.",
    f"Ministers want to put off parts of the {LAW} by {days('robot-act')}.",
    f"{MISTRAL} raised {money('mistral-ai')} in a round led by {ASML}. The Dutch equipment maker put in {money('asml')}.",
    f"{ACME} raised {money('acme')}. {NVIDIA} and {BOLT} also took part. The company employs {count('acme', 'employee')} people.",
    f"{NVIDIA} will invest {money('nvidia')} in {ACME}, and {BOLT} {money('bolt')}.",
    f"According to {BOLT}, sales will grow. {ACME} lost {money('acme')}. Analysts at {BOLT} kept a target of {price('acme')} a share.",
    f"{ACME} builds {SITE} in Texas. The campus will draw {power('polaris')}.",
    f"{ACME} filled the site with {count('acme', 'GPU')} {CHIP} chips. It would draw {power('acme')}.",
    f"{ACME}'s share is {percent('acme')}, ahead of {BOLT}'s {percent('bolt')}.",
    f"{ACME} grew. {BOLT} led its {money('acme')} round.",
    f"{ACME} posted growth and bought {BOLT} for {money('bolt')}.",
    f"{ACME} sells software. {BOLT}, its rival, lost {money('bolt')}.",
]  # fmt: skip
FRENCH = [
    f"{ACME} dévoile {NEW}. Le modèle obtient {percent('eta-3')} au test, contre {percent('zeta-2')} pour {OLD}. Comptez {price('eta-3')} le million de tokens.",
    f"Le gendarme inflige une amende de {money('acme')} à {ACME} et de {money('bolt')} à {BOLT}.",
    f"Le {LAW} prévoit des amendes allant jusqu'à {money('robot-act')}. Les fournisseurs comme {ACME} risquent {money('robot-act')}.",
    f"{ACME} et {BOLT} se battent. Le premier a dépensé {money('acme')}, le second {price('bolt')}.",
    f"{ACME} a acheté des puces pour {SITE}. Ce dernier consomme {power('polaris')}.",
    f"{ACME} a levé {money('acme')}. {BOLT} a mené l'opération. La société emploie {count('acme', 'employee')} salariés.",
    f"{NVIDIA} rachète {ACME}. La start-up compte {count('acme', 'employee')} salariés.",
    f"{ACME} a vendu {BOLT}. La branche rachetée emploie {count('bolt', 'employee')} personnes.",
    f"{ACME} a perdu {count('acme', 'employee')} salariés, soit {percent('acme')} de l'effectif.",
    f"{ACME} vise {percent('acme')} du marché, là où {BOLT} n'a que {percent('bolt')}. Il a perdu {money('acme')}.",
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text"), [(lang, text) for lang, texts in (("en", ENGLISH), ("fr", FRENCH)) for text in texts]
)
def test_a_figure_has_its_owner(lang: str, text: str) -> None:
    told = claimed(text)
    assert told.told(lang) == told.expected


@pytest.mark.parametrize(
    ("words", "country"),
    [("The Dutch chip maker", "nl"), ("la start-up singapourienne", "sg"), ("the company", None)],
)
def test_a_description_tells_its_country(words: str, country: str | None) -> None:
    assert described(words, ()).country == country


def test_two_nationalities_tell_none() -> None:
    assert described("la start-up franco-américaine", ()).country is None


def test_what_is_not_known_speaks_neither_for_nor_against() -> None:
    assert described("the group", ()) == NOTHING
    assert oddity(described("the Dutch chip maker of Veldhoven", {"Veldhoven"}), UNKNOWN) == 0


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("Acme also took part.", True),
        ("Acme and the Bolt Fund participated.", True),
        ("Acme lost money.", False),
    ],
)
def test_who_takes_part_is_a_bystander(text: str, minor: bool) -> None:
    assert is_minor(text, 0, 4, "organization") is minor


def test_who_founded_it_is_a_founder() -> None:
    text = "Fondée en 2019 par Dana Roe et Max Poe, l'entreprise grandit."
    start = text.index("Max Poe")
    assert is_founder(text, start, start + 7)
    assert not is_founder("Max Poe parle.", 0, 7)
