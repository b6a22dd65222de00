"""Subjects in Japanese: whose figure it is, by particles, comparisons, laws, and topics that go on unsaid."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, cast

import pytest

from pipeline.extract.amounts.find import Amount
from pipeline.extract.claims.claim import claims_of
from pipeline.extract.named import Named
from pipeline.extract.sentences import split_sentences

NAMES = {
    "アクメ": "organization",
    "ボルト": "organization",
    "クオンタ": "organization",
    "調査院": "organization",
    "デイナ": "person",
    "ゼータ2": "model",
    "オメガ3": "model",
    "チップX": "hardware",
    "ポラリス": "project",
    "規制法": "law",
}
PARENTS = {"クオンタ": "アクメ"}
KINDS = {
    "ドル": ("money", "USD"),
    "円": ("money", "JPY"),
    "%": ("percent", "%"),
    "倍": ("multiple", "x"),
    "トークン": ("count", "token"),
    "人": ("count", "person"),
    "枚": ("count", "GPU"),
    "ワット": ("power", "W"),
}
SIZES = {"兆": 10**12, "億": 10**8, "万": 10**4, "ギガ": 10**9, "メガ": 10**6}
FIGURE = re.compile(r"\{(?P<number>\d+)(?P<size>[兆億万]|ギガ|メガ)?(?P<unit>[^|\d]+?)\|(?P<owner>[^}]+)\}")

LAUNCHES = [
    "アクメは新モデル「ゼータ2」を公開した。試験の正答率は{81%|ゼータ2}で、オメガ3の{76%|オメガ3}を上回る。料金は{5ドル|ゼータ2}だ。一度に{20万トークン|ゼータ2}を読み込める。",
    "アクメは「ゼータ2」を発表した。前のオメガ3は入力{15ドル|オメガ3}だった。出力は{25ドル|ゼータ2}になった。",
    "アクメのチップXは消費電力が{900ワット|チップX}。ボルトのゼータ2と比べ性能は{3倍|チップX}だ。",
    "ゼータ2なら月{20ドル|ゼータ2}、オメガ3だと月{30ドル|オメガ3}かかる。",
    "アクメは「ゼータ2」を1台{9万ドル|ゼータ2}で売り出した。",
    "アクメのデイナ氏によると、ゼータ2に{1億ドル|ゼータ2}かかった。",
    "アクメは{2兆トークン|ゼータ2}で学習した「ゼータ2」を出した。",
]  # fmt: skip
COMPANIES = [
    "伏兵は新興のアクメである。年商{11億円|アクメ}、従業員は{80人|アクメ}。",
    "アクメと並ぶのがボルトという会社だ。先月会ったボルトという会社はもっと小さい。社員は{4人|ボルト}だ。",
    "アクメの純利益は{42億円|アクメ}だった。クオンタの利益は{7億円|クオンタ}に膨らんだ。手元資金は{40億円|クオンタ}ある。",
    "アクメの資金は{20億ドル|アクメ}。ボルトも{2億ドル|ボルト}出した。損失は月{1億ドル|アクメ}に上る。",
    "アクメは会見した。ボルトを{65億ドル|ボルト}で買収する。",
    "アクメはボルトの計算資源を{300億ドル|アクメ}分購入する。",
    "アクメが赤字に転じる一方、ボルトは{5億円|ボルト}の黒字だった。",
    "アクメが来期に増産する見通しで、投資額は{5億円|アクメ}だ。",
    "アクメがボルトっていう会社と組んで拠点を建てる。{5億ドル|アクメ}。",
    "チップXの評判はよい。アクメの株価は{5%|アクメ}上げた。チップXが支えた。株は翌日も{3%|アクメ}上げた。",
    "「当社は来期、設備投資に{10億円|アクメ}を充てる」。アクメのデイナ社長はこう述べた。",
    "チップXは小さい。アクメが結んだ契約は{6ギガワット|アクメ}になる。",
    "アクメの決算\n・売上高　{18億ドル|アクメ}\n・設備投資　{2億ドル|アクメ}。ボルトに製造を任せる\n・手元資金　{9億ドル|アクメ}",
]  # fmt: skip
LAWS_AND_PROJECTS = [
    "規制法が成立した。違反した企業には最大{3億円|規制法}または売上高の{7%|規制法}の制裁金を科す。アクメは反対していた。",
    "デイナ知事は規制法に署名した。重い義務を負うのは売上高{5億ドル|規制法}超の企業だ。",
    "当局はアクメに対し{3億円|アクメ}の制裁金を科した。同社の利用者は{300万人|アクメ}いる。",
    "ここで動くのがアクメのスーパーコンピューター「チップX」だ。利用者は{3000人|チップX}に上る。",
]  # fmt: skip
NOBODYS = [
    "調査院の調査によると、生成AIを使う個人は{26%|-}だった。米国は{68%|-}だ。",
    "アクメは新製品を出した。国内の生成AI市場は{1兆円|-}になる。",
    "アクメは新製品を出した。政府は今年度に{3000億円|-}を投じる。",
    "ゼータ2は人気だ。このチャンネルの登録者が{5万人|-}になった。",
]  # fmt: skip


def told(marked: str) -> list[tuple[str | None, str | None]]:
    """Of each figure the owner that the rules find and the right one."""
    plain, last, amounts, right = "", 0, [], []
    for match in FIGURE.finditer(marked):
        plain += marked[last : match.start()]
        last = match.end()
        surface = match["number"] + (match["size"] or "") + match["unit"]
        kind, unit = KINDS[match["unit"]]
        value = Decimal(match["number"]) * SIZES.get(match["size"] or "", 1)
        amounts.append(
            Amount(len(plain), len(plain) + len(surface), cast(Any, kind), value, value, unit, "exact")
        )
        right.append(None if match["owner"] == "-" else match["owner"])
        plain += surface
    plain += marked[last:]
    names = [
        Named(one.start(), one.end(), one[0], cast(Any, NAMES[one[0]]), PARENTS.get(one[0]), True)
        for one in re.finditer("|".join(NAMES), plain)
    ]
    found = claims_of(plain, "ja", amounts, names, split_sentences(plain))
    return [(claim.subject, owner) for claim, owner in zip(found, right, strict=True)]


@pytest.mark.parametrize("text", LAUNCHES)
def test_a_rival_takes_only_the_figure_beside_its_name(text: str) -> None:
    assert all(found == right for found, right in told(text)), told(text)


@pytest.mark.parametrize("text", COMPANIES)
def test_a_companys_figures_go_on_until_the_text_turns_to_another(text: str) -> None:
    assert all(found == right for found, right in told(text)), told(text)


@pytest.mark.parametrize("text", LAWS_AND_PROJECTS)
def test_duties_are_of_laws_fines_of_the_fined_and_machines_of_the_site(text: str) -> None:
    assert all(found == right for found, right in told(text)), told(text)


@pytest.mark.parametrize("text", NOBODYS)
def test_what_is_a_markets_or_a_countrys_is_nobodys(text: str) -> None:
    assert all(found == right for found, right in told(text)), told(text)
