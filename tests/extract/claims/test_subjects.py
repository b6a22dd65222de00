"""Subjects: whose figure it is, one rule of the languages at a time."""

from __future__ import annotations

import pytest

from tests.extract.claims.claimed import claimed

A, B = "[[Acme|?acme organization]]", "[[Bolt|?bolt organization]]"
PERSON, MODEL = "[[Dana Roe|?dana-roe person]]", "[[Zeta 2|?zeta-2 model]]"
PROJECT = "[[Polaris|?polaris project]]"


def money(owner: str) -> str:
    return f"{{{{$5bn|money 5e9 USD exact|{owner}|-}}}}"


def percent(owner: str) -> str:
    return f"{{{{5%|percent 5 % exact|{owner}|-}}}}"


def count(owner: str, unit: str = "user") -> str:
    return f"{{{{500|count 500 {unit} exact|{owner}|-}}}}"


def age(owner: str) -> str:
    return f"{{{{31|age 31 year exact|{owner}|-}}}}"


ENGLISH = [
    f"{A} raised {money('acme')} from {B}.",
    f"{A}, backed by {B}, raised {money('acme')}.",
    f"Backed by {A}, {B} lost {money('bolt')}.",
    f"{A}'s valuation reached {money('acme')}, {B} said.",
    f"Shares of {A} fell {percent('acme')} while {B} watched.",
    f"{A} competes with {B}. The company lost {money('acme')}.",
    f"{A} competes with {B}. It has {count('acme')} users and its revenue is {money('acme')}.",
    f"{A} agreed to buy {B}. The target has {count('bolt', 'employee')} staff.",
    f"{PERSON}, chief executive of {A}, expects {money('acme')} in revenue.",
    f'"We lost {money("acme")}," said {PERSON}, the head of {A}.',
    f"{A}'s founder, {PERSON}, {age('dana-roe')}, owns {percent('acme')} of it.",
    f"{A}'s {MODEL} has {count('zeta-2', 'parameter')} parameters.",
    f"The regulator fined {A} {money('acme')}.",
    f"The [[Trade Commission|?trade-commission organization]] fined {A} {money('acme')} and {B} {money('bolt')}.",
    f"{A} and {B} raised {money('acme')} and {money('bolt')} respectively.",
    f"{A} has a market share of {percent('acme')}, against {percent('bolt')} for {B}.",
    f"The deal values {A} at {money('acme')}.",
    f"{A} put {money('acme')} into {B}.",
    f"{A} lost {money('acme')}. Analysts were surprised. Sales fell {percent('acme')}.",
    f"The {money('polaris')} {PROJECT} project is backed by {A}.",
    f"{A} (seed, {money('acme')}): software for banks.\n{B} (Series A, {money('bolt')}): robots.",
]  # fmt: skip
FRENCH = [
    f"{A} lève {money('acme')} auprès de {B}.",
    f"La valorisation d'{A} dépasse {money('acme')}, selon {B}.",
    f"{A} rivalise avec {B}. La jeune pousse emploie {count('acme', 'employee')} salariés.",
    f"{A} rivalise avec {B}. Elle a perdu {money('acme')} et son chiffre d'affaires recule de {percent('acme')}.",
    f"« Nous avons perdu {money('acme')} », reconnaît {PERSON}, directrice générale d'{A}.",
    f"Le régulateur inflige à {A} une amende de {money('acme')}.",
    f"{A} et {B} ont levé respectivement {money('acme')} et {money('bolt')}.",
    f"Chez {A}, on emploie {count('acme', 'employee')} salariés.",
    f"{MODEL}, le modèle d'{A}, compte {count('zeta-2', 'parameter')} paramètres.",
    f"{A}, elle, vise {money('acme')} de ventes.",
]  # fmt: skip
JAPANESE = [
    f"{A}は{B}から{money('acme')}を調達した。",
    f"{A}が{B}に{money('acme')}を出資した。",
    f"{A}の評価額は{money('acme')}で、{B}の評価額は{money('bolt')}だ。",
    f"{A}は新製品を出した。{B}が競う。同社の売上高は{money('acme')}だ。",
    f"{A}は、{B}が北海道に持つ拠点でGPUを{count('acme', 'GPU')}借りる。",
    f"{A}の{PERSON}社長（{age('dana-roe')}）は売上高{money('acme')}を目指すと語った。",
    f"{A}は{MODEL}を出した。{count('zeta-2', 'parameter')}のパラメーターを持つ{MODEL}だ。",
    f"{A}の「{MODEL}」は正答率が{percent('zeta-2')}だった。",
    f"当局は{A}に{money('acme')}、{B}に{money('bolt')}の制裁金を命じた。",
    f"{A}と{B}はそれぞれ{money('acme')}、{money('bolt')}を調達した。",
    f"{A}、{B}に{money('acme')}を追加出資",
    f"{A}は上場した。{B}の買収には{money('acme')}を投じる。",
    f"■{A}\n{money('acme')}を調達。\n■{B}\n評価額{money('bolt')}。",
    f"{A}は従業員が{count('acme', 'employee')}人いる。天気はよかった。前期の売上高は{money('acme')}だった。",
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text"),
    [(lang, text) for lang, texts in (("en", ENGLISH), ("fr", FRENCH), ("ja", JAPANESE)) for text in texts],
)
def test_a_figure_has_its_owner(lang: str, text: str) -> None:
    told = claimed(text)
    assert told.told(lang) == told.expected
