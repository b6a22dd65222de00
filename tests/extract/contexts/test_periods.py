"""Periods: the time that a figure is about, as a reader of the sentence would date it on the day of publication."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.contexts.periods import periods_of
from pipeline.extract.sentences import split_sentences
from tests.extract.contexts.marked import unmarked

PUBLISHED = date(2025, 9, 10)
"""A Wednesday."""


def read(lang: str, marked: str, published: date | None = PUBLISHED) -> list[str | None]:
    """The period of each figure, as 2024-01-01/2024-12-31."""
    text, figures, _ = unmarked(marked)
    periods = periods_of(text, lang, figures, split_sentences(text), published)
    return [period and "/".join(period) for period in periods]


def y(first: int, last: int | None = None) -> str:
    return f"{first}-01-01/{last or first}-12-31"


JAPANESE = [
    ("同社は2024年第4四半期に{12億ドル}を投じた。", ["2024-10-01/2024-12-31"]),
    ("2024年の売上高は{37億ドル}だった。", [y(2024)]),
    ("２０２３年の赤字は{5億ドル}だった。", [y(2023)]),
    ("令和6年の補助金は{300億円}だった。", [y(2024)]),
    ("2024年度の売上高は{900億円}だった。", ["2024-04-01/2025-03-31"]),
    ("2024年度第4四半期の利益は{80億円}だった。", ["2025-01-01/2025-03-31"]),
    ("2025年3月期の営業利益は{1兆円}だった。", ["2024-04-01/2025-03-31"]),
    ("26年12月期の売上高は{70億円}を見込む。", [y(2026)]),
    ("4〜6月期の売上高は{467億ドル}だった。", ["2025-04-01/2025-06-30"]),
    ("2025年1-3月期は{20億ドル}の赤字だった。", ["2025-01-01/2025-03-31"]),
    ("2026年上半期に{3万台}を出荷する。", ["2026-01-01/2026-06-30"]),
    ("2025年度上期の受注は{40億円}だった。", ["2025-04-01/2025-09-30"]),
    ("2025年3月に{400億ドル}を調達した。", ["2025-03-01/2025-03-31"]),
    ("昨年10月の{1570億ドル}から膨らんだ。", ["2024-10-01/2024-10-31"]),
    ("7月に{20億ドル}を調達した。", ["2025-07-01/2025-07-31"]),
    ("11月に{20億ドル}を調達した。", ["2024-11-01/2024-11-30"]),
    ("11月に{20億ドル}を調達する予定だ。", ["2025-11-01/2025-11-30"]),
    ("2024年2月30日に{10億円}を支払った。", [None]),
    ("2024年2月29日に{10億円}を支払った。", ["2024-02-29/2024-02-29"]),
    ("2025年から2029年までに{5000億ドル}を投じる。", [y(2025, 2029)]),
    ("2025〜29年に{5000億ドル}を投じる。", [y(2025, 2029)]),
    ("2025年3月から6月までに{5億円}を使った。", ["2025-03-01/2025-06-30"]),
    ("今後{4年間}で{5000億ドル}を投じる計画だ。", ["2025-09-10/2029-09-10"] * 2),
    ("5年以内に{1ギガワット}を整備する。", ["2025-09-10/2030-09-10"]),
    ("4年間で{1000億円}を投資する計画だ。", ["2025-09-10/2029-09-10"]),
    ("2030年までに{10兆円}を投じる。", ["2025-09-10/2030-12-31"]),
    ("2027年度末までに{200億円}を投じる。", ["2025-09-10/2028-03-31"]),
    ("年内に{100万台}を並べる。", ["2025-09-10/2025-12-31"]),
    ("年末までに{100万台}を並べる。", ["2025-09-10/2025-12-31"]),
    ("過去3年間に{60億ドル}を費やした。", ["2022-09-10/2025-09-10"]),
    ("2022年以来、{60億ドル}を費やした。", ["2022-01-01/2025-09-10"]),
    ("昨年は{50億ドル}の赤字だった。", [y(2024)]),
    ("来年には{130億ドル}に達する見通しだ。", [y(2026)]),
    ("今年の設備投資は{650億ドル}になる。", [y(2025)]),
    ("今期の売上高は{7兆円}の見通しだ。", ["2025-04-01/2026-03-31"]),
    ("先月、{3000人}を解雇した。", ["2025-08-01/2025-08-31"]),
    ("前四半期の売上高は{30億ドル}だった。", ["2025-04-01/2025-06-30"]),
    ("昨日、株価は{8%}下げた。", ["2025-09-09/2025-09-09"]),
    ("2024年の売上高は{37億ドル}、25年は{127億ドル}を見込む。", [y(2024), y(2025)]),
    ("売上高は2024年に{37億ドル}、2025年に{127億ドル}だ。", [y(2024), y(2025)]),
    ("{100億ドル}を2025年に、{200億ドル}を2026年に投じる。", [y(2025), y(2026)]),
    ("2024年、同社は{37億ドル}を売り上げ、{50億ドル}の赤字を出した。", [y(2024)] * 2),
    ("2024年末時点の手元資金は{80億ドル}だった。", ["2024-12-31/2024-12-31"]),
    ("2025年に{400億ドル}（約{6兆円}）を投じる。", [y(2025)] * 2),
    ("2024年4〜6月期は{30億ドル}、前年同期の{20億ドル}から伸びた。", ["2024-04-01/2024-06-30", "2023-04-01/2023-06-30"]),
    ("2024年に{10億ドル}、翌年に{20億ドル}を投じた。", [y(2024), y(2025)]),
    ("売上高は前年同期比{12%}増えた。", [None]),
    ("売上高は前年比で{12%}増えた。", [None]),
    ("2023年から{30%}増えた。", [None]),
    ("2021年に設立されたアンソロピックは、{10億ドル}を調達した。", [None]),
    ("同社は9日、{100億ドル}を調達すると発表した。", [None]),
    ("現在の評価額は{3000億ドル}だ。", [None]),
    ("従業員は{2000人}だ。", [None]),
    ("7〜9月期決算は、売上高が{467億ドル}、純利益が{264億ドル}だった。", ["2024-07-01/2024-09-30"] * 2),
    ("【東京＝6月17日】同社は{320億円}を調達した。", [None]),
    ("1日に{5000トン}の水を使う。", [None]),
    ("創業者（{34歳}）が2023年に会社を売った。", [None]),
    ("設立：2019年4月／資本金：{9800万円}", [None]),
    ("昨年10月の{10億ドル}から{2倍}に膨らんだ。", ["2024-10-01/2024-10-31", None]),
    ("25年の投資額を{750億ドル}から{850億ドル}に直した。", [y(2025)] * 2),
    ("利用者は1年前の{4倍}に増えた。", [None]),
    ("2027年から5年間で{3000億ドル}を投じる。", [y(2027, 2031)]),
    ("前期の売上高は{5億円}だった。", ["2024-04-01/2025-03-31"]),
]  # fmt: skip

ENGLISH = [
    ("Revenue was {$3.7 billion} in 2024.", [y(2024)]),
    ("In 2024, the lab lost {$5 billion}.", [y(2024)]),
    ("The 2024 loss was {$5 billion}.", [y(2024)]),
    ("Fiscal 2025 revenue reached {$130 billion}.", [y(2025)]),
    ("It spent {$56 billion} in FY2025.", [y(2025)]),
    ("Sales were {$44 billion} in Q1 2025.", ["2025-01-01/2025-03-31"]),
    ("Third-quarter sales were {$18 billion}.", ["2024-07-01/2024-09-30"]),
    ("Second-quarter sales were {$18 billion}.", ["2025-04-01/2025-06-30"]),
    ("It will sell {$18 billion} in the third quarter.", ["2025-07-01/2025-09-30"]),
    ("It made {$6 billion} in the fourth quarter.", ["2024-10-01/2024-12-31"]),
    ("It will ship {1 gigawatt} in the second half of 2026.", ["2026-07-01/2026-12-31"]),
    ("It raised {$40 billion} in March 2025.", ["2025-03-01/2025-03-31"]),
    ("In October it raised {$6.6 billion}.", ["2024-10-01/2024-10-31"]),
    ("In October it will raise {$6.6 billion}.", ["2025-10-01/2025-10-31"]),
    ("Last October the firm was worth {$157 billion}.", ["2024-10-01/2024-10-31"]),
    ("It paid {$2 million} on May 5, 2024.", ["2024-05-05/2024-05-05"]),
    ("It paid {$2 million} on February 30, 2024.", [None]),
    ("Between 2025 and 2027 it will spend {$80 billion}.", [y(2025, 2027)]),
    ("Demand grows by {15%} from 2024 to 2030.", [y(2024, 2030)]),
    ("It used {9 GWh} from March to June 2024.", ["2024-03-01/2024-06-30"]),
    ("It plans to spend {$500 billion} over the next {four years}.", ["2025-09-10/2029-09-10"] * 2),
    ("She expects {$100 billion} in new revenue over {four years}.", ["2025-09-10/2029-09-10"] * 2),
    ("It will add {2 gigawatts} in the next 18 months.", ["2025-09-10/2027-03-10"]),
    ("It wants {10 gigawatts} by 2029.", ["2025-09-10/2029-12-31"]),
    ("By the end of 2030 it will need {$1 trillion}.", ["2025-09-10/2030-12-31"]),
    ("It will hire {400 people} by December.", ["2025-09-10/2025-12-31"]),
    ("It will need {8 gigawatts} by the end of the decade.", ["2025-09-10/2029-12-31"]),
    ("It has raised {$18 billion} since 2022.", ["2022-01-01/2025-09-10"]),
    ("Over the past year it added {300 million users}.", ["2024-09-10/2025-09-10"]),
    ("It lost {$5 billion} last year.", [y(2024)]),
    ("It will spend {$65 billion} on data centers this year.", [y(2025)]),
    ("Spending will reach {$90 billion} next year.", [y(2026)]),
    ("Last quarter it sold {$10 billion} of chips.", ["2025-04-01/2025-06-30"]),
    ("It laid off {600 people} last month.", ["2025-08-01/2025-08-31"]),
    ("Shares fell {17%} on Monday.", ["2025-09-08/2025-09-08"]),
    ("Shares fell {4%} yesterday.", ["2025-09-09/2025-09-09"]),
    ("Three years ago it was worth {$29 billion}.", [y(2022)]),
    ("It made {$3.7 billion} in 2024, {$13 billion} in 2025.", [y(2024), y(2025)]),
    ("Sales will grow from {$4 billion} in 2024 to {$12 billion} in 2025.", [y(2024), y(2025)]),
    ("In 2024 it made {$4 billion}, but lost {$5 billion}.", [y(2024)] * 2),
    ("It bought {$19 billion} and {40,000 GPUs} in 2024.", [y(2024)] * 2),
    ("Sales rose {22%} to {$94 billion} in the quarter ended June 30, 2025.", ["2025-04-01/2025-06-30"] * 2),
    ("At the end of 2024 it held {$9 billion} in cash.", ["2024-12-31/2024-12-31"]),
    ("It made {$6 billion} in the first quarter of 2025, against {$5 billion} a year earlier.",
     ["2025-01-01/2025-03-31", "2024-01-01/2024-03-31"]),
    ("Sales rose {20%} from a year earlier.", [None]),
    ("Sales rose {20%} from 2023.", [None]),
    ("It sold more chips than in 2023, or {2 million units}.", [None]),
    ("Founded in 2021, the lab employs {900 people}.", [None]),
    ("The lab, which launched in 2022, has {300 million users}.", [None]),
    ("On Tuesday, the lab said it had {300 million users}.", [None]),
    ("The lab said on Tuesday that it had {300 million users}.", [None]),
    ("The lab is now valued at {$300 billion}.", [None]),
    ("It bought {2000 GPUs}.", [None]),
    ("OSLO, March 12 (News) - The lab raised {$420 million}.", [None]),
    ("It is three times the figure of last June, or {$3 billion}.", [None]),
    ("It employs {310 people} and will rent {4,096 chips} for 36 months.", [None, "2025-09-10/2028-09-10"]),
    ("It posted revenue of {$24 billion} for the quarter ended June 30, a profit of {$11 billion}.",
     ["2025-04-01/2025-06-30"] * 2),
    ("It signed a {$300 billion} contract in the summer.", ["2025-06-01/2025-08-31"]),
    ("It laid off {200 people}, or {14%} of its staff, in July.", ["2025-07-01/2025-07-31"] * 2),
    ("It will buy {$300 billion} in power over {five years} starting in 2027.", [y(2027, 2031)] * 2),
    ("Its sales stood at {$1 billion} at the start of 2025.", ["2025-01-01/2025-01-01"]),
    ("Sales for the first nine months of 2024 came to {$147 billion}.", ["2024-01-01/2024-09-30"]),
    ("It made {$147 billion} in 2024, compared with {$91 billion} in the same period last year.", [y(2024), y(2023)]),
    ("It is a {$50 million} part of Vision 2030.", [None]),
]  # fmt: skip

FRENCH = [
    ("En 2024, la perte a atteint {5 milliards de dollars}.", [y(2024)]),
    ("Le chiffre d'affaires était de {3,7 milliards} en 2024.", [y(2024)]),
    ("Pour l'exercice 2025, les ventes atteignent {130 milliards}.", [y(2025)]),
    ("Au troisième trimestre 2025, il a vendu {3 millions de puces}.", ["2025-07-01/2025-09-30"]),
    ("Les ventes étaient de {44 milliards} au T1 2025.", ["2025-01-01/2025-03-31"]),
    ("Le bénéfice fut de {2 milliards} au premier semestre 2024.", ["2024-01-01/2024-06-30"]),
    ("Le bénéfice fut de {2 milliards} au S1 2025.", ["2025-01-01/2025-06-30"]),
    ("En mars 2025, il a levé {40 milliards}.", ["2025-03-01/2025-03-31"]),
    ("Il a levé {6 milliards} en octobre.", ["2024-10-01/2024-10-31"]),
    ("Il lèvera {6 milliards} en octobre.", ["2025-10-01/2025-10-31"]),
    ("Il a payé {2 millions} le 3 février 2025.", ["2025-02-03/2025-02-03"]),
    ("Il a payé {2 millions} le 30 février 2025.", [None]),
    ("De 2025 à 2030, l'État versera {54 milliards d'euros}.", [y(2025, 2030)]),
    ("Entre 2025 et 2027, il dépensera {80 milliards}.", [y(2025, 2027)]),
    ("Il prévoit {500 milliards} sur les trois prochaines années.", ["2025-09-10/2028-09-10"]),
    ("Il compte investir {20 milliards} d'ici {cinq ans}.", ["2025-09-10/2030-09-10"] * 2),
    ("Il investira {20 milliards} en quatre ans.", ["2025-09-10/2029-09-10"]),
    ("Il lui faudra {10 gigawatts} d'ici 2030.", ["2025-09-10/2030-12-31"]),
    ("D'ici à la fin de l'année, il embauchera {400 personnes}.", ["2025-09-10/2025-12-31"]),
    ("D'ici fin 2026, il embauchera {400 personnes}.", ["2025-09-10/2026-12-31"]),
    ("Il aura {10 gigawatts} à l'horizon 2030.", ["2025-09-10/2030-12-31"]),
    ("Il a levé {18 milliards} depuis 2022.", ["2022-01-01/2025-09-10"]),
    ("Il a dépensé {60 milliards} ces trois dernières années.", ["2022-09-10/2025-09-10"]),
    ("L'an dernier, il a perdu {5 milliards}.", [y(2024)]),
    ("Il dépensera {65 milliards} cette année.", [y(2025)]),
    ("Il dépensera {90 milliards} l'an prochain.", [y(2026)]),
    ("L'année dernière, il a perdu {5 milliards}.", [y(2024)]),
    ("Le mois dernier, il a licencié {600 personnes}.", ["2025-08-01/2025-08-31"]),
    ("Le trimestre dernier, il a vendu pour {10 milliards}.", ["2025-04-01/2025-06-30"]),
    ("L'action a perdu {17 %} lundi.", ["2025-09-08/2025-09-08"]),
    ("Hier, l'action a perdu {4 %}.", ["2025-09-09/2025-09-09"]),
    ("Il y a trois ans, il valait {29 milliards}.", [y(2022)]),
    ("Il a gagné {3,7 milliards} en 2024 et {13 milliards} en 2025.", [y(2024), y(2025)]),
    ("En 2024, il a gagné {3 milliards}, mais perdu {5 milliards}.", [y(2024)] * 2),
    ("Fin 2024, il détenait {9 milliards} de trésorerie.", ["2024-12-31/2024-12-31"]),
    ("Il a gagné {6 milliards} en 2024, contre {5 milliards} un an plus tôt.", [y(2024), y(2023)]),
    ("Les ventes ont progressé de {20 %} par rapport à 2023.", [None]),
    ("Il est valorisé {12 milliards}, contre {6 milliards} un an plus tôt.", [None, None]),
    ("Fondée en 2023, elle emploie {350 salariés}.", [None]),
    ("Le groupe a annoncé mardi une levée de {2 milliards}.", [None]),
    ("Le groupe est désormais valorisé {12 milliards}.", [None]),
    ("Les ventes ont augmenté de {12 %} sur un an.", [None]),
    ("Il a acheté {2000 puces}.", [None]),
    ("Il emploie {83 000 personnes} et a réalisé en 2024 un chiffre d'affaires de {20 milliards}.", [None, y(2024)]),
    ("Elle compte {900 salariés} et vise {1 milliard} de revenus en 2026.", [None, y(2026)]),
    ("Depuis le début de l'année, l'action a gagné {30 %}.", ["2025-01-01/2025-09-10"]),
    ("Il versera {9 milliards} sur trois ans à partir de 2027.", [y(2027, 2029)]),
    ("Sur les neuf premiers mois de 2024, il a vendu pour {147 milliards}.", ["2024-01-01/2024-09-30"]),
    ("Il a reçu {80 millions} de France 2030.", [None]),
    ("Au printemps, il a levé {2 milliards}.", ["2025-03-01/2025-05-31"]),
]  # fmt: skip
CASES = [
    (lang, *case) for lang, cases in (("ja", JAPANESE), ("en", ENGLISH), ("fr", FRENCH)) for case in cases
]


@pytest.mark.parametrize(
    ("lang", "text", "expected"), CASES, ids=lambda one: one if isinstance(one, str) else ""
)
def test_a_figure_is_dated_as_its_clause_says(lang: str, text: str, expected: list[str | None]) -> None:
    assert read(lang, text) == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ja", "昨年は{50億ドル}の赤字だった。"),
        ("ja", "今後4年間で{5000億ドル}を投じる。"),
        ("ja", "2030年までに{10兆円}を投じる。"),
        ("en", "It lost {$5 billion} last year."),
        ("en", "It wants {10 gigawatts} by 2029."),
        ("en", "In October it raised {$6.6 billion}."),
        ("fr", "L'an dernier, il a perdu {5 milliards}."),
        ("fr", "Il lui faudra {10 gigawatts} d'ici 2030."),
    ],
)
def test_what_counts_from_publication_needs_its_day(lang: str, text: str) -> None:
    assert read(lang, text, None) == [None]


def test_a_named_year_needs_no_day_of_publication() -> None:
    assert read("en", "Revenue was {$3.7 billion} in 2024.", None) == [y(2024)]
    assert read("ja", "2024年第1四半期は{2億円}だった。", None) == ["2024-01-01/2024-03-31"]
    assert read("fr", "En 2024, il a gagné {2 milliards}.", None) == [y(2024)]


def test_each_sentence_has_its_own_time() -> None:
    assert read("en", "In 2023 it lost {$1 billion}. It employs {90 people}. In 2024 it lost {$2 billion}.") == [
        y(2023),
        None,
        y(2024),
    ]  # fmt: skip


WORDS = """2024年 99999年 0年 13月 2月30日 第4四半期 今後 9999年間で 年内に までに から 前年同期比 令和99年 25年 元年 十 in 2024 99999
0000 the next last years months 999 February March 31 30 29 by since from to between and Q4 Q9 FY2025 H2 half of ended ago d'ici en fin de
l'année trimestre mars février prochaines ans il y a depuis 12-31 2025-02-30 2024-2030 、 。 , . ; ("""
PIECES = st.sampled_from(WORDS.split())


@settings(max_examples=300, deadline=None)
@given(
    lang=st.sampled_from(["ja", "en", "fr", "de"]),
    pieces=st.lists(PIECES | st.integers(0, 10**6).map(str), max_size=14),
    at=st.integers(0, 13),
    published=st.none() | st.dates(),
    glue=st.sampled_from(["", " "]),
)
def test_whatever_is_said_a_period_has_two_days_in_order(
    lang: str, pieces: list[str], at: int, published: date | None, glue: str
) -> None:
    before = glue.join(pieces[:at])
    text = f"{before} $5 billion {glue.join(pieces[at:])}"
    place = (len(before) + 1, len(before) + 11)
    (period,) = periods_of(text, lang, [place], split_sentences(text), published)
    if period:
        first, last = (date.fromisoformat(one) for one in period)
        assert first <= last
        assert 1900 <= first.year <= last.year <= 2200


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=200), lang=st.sampled_from(["ja", "en", "fr"]), published=st.dates())
def test_no_text_breaks_it(text: str, lang: str, published: date) -> None:
    figures = [(place, place + 2) for place in range(0, max(0, len(text) - 2), 7)]
    assert len(periods_of(text, lang, figures, split_sentences(text), published)) == len(figures)
