"""Words beside an amount of money, or near it where none is clear, tell what it measures."""

from __future__ import annotations

import pytest

from tests.extract.claims.claimed import claimed

_BIG = "money 900000000 EUR exact"
_SMALL = "money 300 EUR exact"
CASES = [
    ("fr", "a vendu sa filiale et en a tiré", _BIG, "", "revenue"),
    ("fr", "a vu le tour de série B lui rapporter", _BIG, "", "funding"),
    ("fr", "tourne désormais à", _BIG, " par an", "revenue"),
    ("fr", "est désormais évaluée", _BIG, "", "valuation"),
    ("fr", "prévoit trois nouveaux sites en Lorraine, pour", _BIG, "", "investment"),
    ("fr", "vend une puce qui se négocie autour de", _SMALL, "", "price"),
    ("en", "drew", _BIG, " from Mubadala", "funding"),
    ("en", "chewed through", _BIG, " in nine months", "cost"),
    ("en", "is buying servers from Dell for", _BIG, "", "capex"),
    ("en", "sells the smaller robot for", _SMALL, "", "price"),
    ("en", "closed its round at", _BIG, "", "valuation"),
    ("ja", "年換算で", _BIG, "の事業に育った", "revenue"),
    ("ja", "GPUの調達に", _BIG, "を充てる", "capex"),
    ("ja", "減価償却費だけで", _BIG, "にのぼる", "cost"),
    ("ja", "新品なら", _SMALL, "だ", "price"),
]


@pytest.mark.parametrize(("lang", "before", "amount", "behind", "expected"), CASES)
def test_words_beside_money_tell_what_it_measures(
    lang: str, before: str, amount: str, behind: str, expected: str
) -> None:
    join = "は" if lang == "ja" else " "
    gap = "" if lang == "ja" else " "
    told = claimed(f"[[Acme|?acme organization]]{join}{before}{gap}{{{{X|{amount}|acme|x}}}}{behind}.")
    assert told.told(lang)[0][1] == expected
