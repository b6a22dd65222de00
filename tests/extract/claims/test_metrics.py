"""Metrics: what a figure measures, by the words of its clause and by its size."""

from __future__ import annotations

import pytest

from tests.extract.claims.claimed import claimed

MONEY = {
    "ja": [
        ("評価額は{100億ドル}だ", "valuation"), ("{100億ドル}を調達した", "funding"), ("設備投資に{100億ドル}を充てる", "capex"),
        ("売上高は{100億ドル}だった", "revenue"), ("純利益が{100億ドル}だった", "profit"), ("{100億ドル}の赤字だ", "loss"),
        ("手元資金は{100億ドル}ある", "cash"), ("訓練費用は{100億ドル}だった", "cost"), ("他社に{100億ドル}を出資した", "investment"),
        ("売上高が前年比で増えて{100億ドル}、純利益が大きく伸びた", "revenue"), ("出資を受けて{100億ドル}を集めた", "funding"),
    ],
    "en": [
        ("was valued at {$10bn}", "valuation"), ("raised {$10bn}", "funding"), ("will spend {$10bn} on capex", "capex"),
        ("posted revenue of {$10bn}", "revenue"), ("made a profit of {$10bn}", "profit"), ("lost {$10bn}", "loss"),
        ("has {$10bn} in the bank", "cash"), ("was fined {$10bn}", "cost"), ("invested {$10bn} in a rival", "investment"),
        ("raised its forecast for capital spending to {$10bn}", "capex"), ("bought a rival and paid {$10bn}", "price"),
    ],
    "fr": [
        ("est valorisée {10 milliards}", "valuation"), ("lève {10 milliards}", "funding"), ("a relevé son budget d'investissement à {10 milliards}", "capex"),
        ("a réalisé un chiffre d'affaires de {10 milliards}", "revenue"), ("a dégagé un bénéfice de {10 milliards}", "profit"), ("a perdu {10 milliards}", "loss"),
        ("dispose d'une trésorerie de {10 milliards}", "cash"), ("écope d'une amende de {10 milliards}", "cost"), ("a racheté un rival pour {10 milliards}", "price"),
    ],
}  # fmt: skip


def metric(lang: str, clause: str, amount: str) -> str | None:
    head, _, rest = clause.partition("{")
    surface, _, tail = rest.partition("}")
    join = "は" if lang == "ja" else " "
    told = claimed(f"[[Acme|?acme organization]]{join}{head}{{{{{surface}|{amount}|acme|x}}}}{tail}.")
    return told.told(lang)[0][1]


@pytest.mark.parametrize(
    ("lang", "clause", "expected"),
    [(lang, clause, expected) for lang, cases in MONEY.items() for clause, expected in cases],
)
def test_money_measures_what_the_nearest_word_says(lang: str, clause: str, expected: str) -> None:
    assert metric(lang, clause, "money 1e10 USD exact") == expected


@pytest.mark.parametrize(
    ("lang", "clause", "amount", "expected"),
    [
        ("en", "costs {$20}", "money 20 USD exact", "price"),
        ("en", "costs {$20m}", "money 2e7 USD exact", "cost"),
        ("en", "is {$20} a month", "money 20 USD exact", "price"),
        ("en", "pays {$20m} a month", "money 2e7 USD exact", "cost"),
        ("fr", "coûte {12 euros}", "money 12 EUR exact", "price"),
        ("fr", "coûte {12 millions}", "money 1.2e7 EUR exact", "cost"),
        ("ja", "料金は月{2980円}だ", "money 2980 JPY exact", "price"),
    ],
)
def test_a_price_is_small(lang: str, clause: str, amount: str, expected: str) -> None:
    assert metric(lang, clause, amount) == expected


@pytest.mark.parametrize(
    ("lang", "clause", "amount", "expected"),
    [
        ("en", "grew {12%}", "percent 12 % exact", "growth"),
        ("en", "owns {12%}", "percent 12 % exact", "share"),
        ("en", "scores {12%} on the exam", "percent 12 % exact", "benchmark"),
        ("en", "uses {12%} less power", "percent 12 % exact", "power-use"),
        ("en", "has a margin of {12%}", "percent 12 % exact", "profit"),
        ("en", "cut {12%} of its workforce", "percent 12 % exact", "employees"),
        ("fr", "recule de {12 %}", "percent 12 % exact", "growth"),
        ("fr", "détient {12 %} du capital", "percent 12 % exact", "share"),
        ("ja", "消費電力を{4割}減らす", "percent 40 % exact", "power-use"),
        ("ja", "株価が{4%}下がった", "percent 4 % exact", "growth"),
        ("ja", "シェアは{4割}だ", "percent 40 % exact", "share"),
        ("ja", "利益は昨年の{2倍}だ", "multiple 2 x exact", "growth"),
        ("fr", "vaut {quatre fois} plus", "multiple 4 x exact", "growth"),
        ("en", "is {ten times} cheaper", "multiple 10 x exact", "price"),
    ],
)
def test_shares_and_multiples(lang: str, clause: str, amount: str, expected: str) -> None:
    assert metric(lang, clause, amount) == expected


@pytest.mark.parametrize(
    ("lang", "clause", "amount", "expected"),
    [
        ("en", "employs {300 people}", "count 300 person exact", "employees"),
        ("en", "is used by {300 people}", "count 300 person exact", "users"),
        ("en", "may reach {a billion people}", "count 1e9 person exact", "users"),
        ("en", "has {300 paying subscribers}", "count 300 subscriber exact", "subscribers"),
        ("en", "runs {300 GPUs}", "count 300 GPU exact", "hardware"),
        ("en", "was trained on {3 trillion tokens}", "count 3e12 token exact", "tokens"),
        ("en", "has a context window of {30,000 tokens}", "count 30000 token exact", "context"),
        ("fr", "est une équipe de {300 personnes}", "count 300 person exact", "employees"),
        ("fr", "est utilisée par {300 personnes}", "count 300 person exact", "users"),
        ("ja", "{300社}に提供している", "count 300 company exact", "users"),
        ("ja", "従業員は{300人}だ", "count 300 person exact", "employees"),
        ("ja", "登録者は{300人}だ", "count 300 subscriber exact", "subscribers"),
        ("ja", "{3兆トークン}を学習した", "count 3e12 token exact", "tokens"),
        ("ja", "一度に{3万トークン}を読める", "count 30000 token exact", "context"),
        ("en", "draws {300 MW}", "power 3e8 W exact", "power-use"),
        ("en", "has {300 GB} of memory", "data 3e11 B exact", "hardware"),
    ],
)
def test_counted_and_measured_things(lang: str, clause: str, amount: str, expected: str) -> None:
    assert metric(lang, clause, amount) == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "[[A|?a organization]] will put {{$5bn|money 5e9 USD exact|a|capex}} into data centers."),
        ("en", "[[A|?a organization]] will put {{$5bn|money 5e9 USD exact|a|investment}} into its rival."),
        ("ja", "[[A|?a organization]]はデータセンターに{{50億ドル|money 5e9 USD exact|a|capex}}を投じる。"),
        ("ja", "[[A|?a organization]]は競合の株式に{{50億ドル|money 5e9 USD exact|a|investment}}を投じる。"),
        ("fr", "[[A|?a organization]] va consacrer {{5 milliards|money 5e9 EUR exact|a|capex}} à ses centres de données."),
        ("en", "[[A|?a organization]] plans capex of {{$5bn|money 5e9 USD exact|a|capex}} and [[B|?b organization]] {{$7bn|money 7e9 USD exact|b|capex}}."),
        ("fr", "La marge de [[A|?a organization]] atteint {{5 %|percent 5 % exact|a|profit}} au lieu de {{7 %|percent 7 % exact|a|profit}}."),
    ],
)  # fmt: skip
def test_capex_and_what_is_carried_on(lang: str, text: str) -> None:
    told = claimed(text)
    assert told.told(lang) == told.expected


@pytest.mark.parametrize(
    ("lang", "clause", "amount", "expected"),
    [
        ("en", "won orders worth {$4bn}", "money 4e9 USD exact", "revenue"),
        ("en", "gained, lifting its shares {9%}", "percent 9 % exact", "growth"),
        ("en", "trades on {40 times} forward earnings", "multiple 40 x exact", "valuation"),
        ("en", "makes {six-second} clips", "duration 6 s exact", "length"),
        ("en", "takes in {128,000 tokens}", "count 128000 token exact", "context"),
        ("en", "got {90.1%} on HumanEval", "percent 90.1 % exact", "benchmark"),
        ("en", "hands over {15%} of what it makes with tests", "percent 15 % exact", "share"),
        ("fr", "remet {quatre milliards} au pot", "money 4e9 EUR exact", "investment"),
        ("fr", "a vu son action remonter de {4 %}", "percent 4 % exact", "growth"),
        ("ja", "MMLUで{85.9%}だった", "percent 85.9 % exact", "benchmark"),
        ("ja", "{6秒}の動画を作る", "duration 6 s exact", "length"),
        ("ja", "株価が{9%}下がりました", "percent 9 % exact", "growth"),
    ],
)
def test_what_the_words_beside_it_are_used_for(lang: str, clause: str, amount: str, expected: str) -> None:
    assert metric(lang, clause, amount) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[Acme|acme organization]] was valued at {{$9bn|money 9e9 USD exact|acme|valuation}}, {{thirty times|multiple 30 x exact|acme|valuation}} less than that.", "en"),
        ("[[Acme|acme organization]] demande {{42 dollars|money 42 USD exact|acme|price}} par mois, {{deux fois|multiple 2 x exact|acme|price}} moins.", "fr"),
        ("Fines for [[Acme|acme organization]] reach {{€35m|money 3.5e7 EUR exact|acme|cost}} or {{7%|percent 7 % exact|acme|cost}} of turnover.", "en"),
    ],
)  # fmt: skip
def test_what_is_said_beside_another_amount_measures_what_that_one_does(text: str, expected: str) -> None:
    told = claimed(text)
    assert [metric for _, metric in told.told(expected)] == [metric for _, metric in told.expected]


@pytest.mark.parametrize(
    ("type_", "amount", "expected"),
    [
        ("project", "money 1e10 USD exact", "investment"),
        ("model", "money 6e6 USD exact", "cost"),
        ("product", "money 30 USD exact", "price"),
        ("organization", "count 800 person exact", "employees"),
    ],
)
def test_without_a_word_the_owner_tells(type_: str, amount: str, expected: str) -> None:
    told = claimed(f"[[Acme|acme {type_}]]: {{{{so much|{amount}|acme|{expected}}}}}, they say.")
    assert told.told("en")[0][1] == expected
