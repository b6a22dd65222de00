"""Figures: every way to write an amount in three languages, and the numbers that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.amounts.find import find_amounts
from pipeline.extract.tokens import has_japanese, tokenize

Read = tuple[str, float | None, float | None, str, str]
"""kind, low, high, unit, bound"""

# Each expectation: kind low..high unit bound; several are joined by " + ". An open end is left empty.
JAPANESE = [
    ("5,000億ドルを投じる", "money 5e11 USD exact"),
    ("５，０００億ドル", "money 5e11 USD exact"),
    ("五千億円の予算", "money 5e11 JPY exact"),
    ("1兆2,000億円", "money 1.2e12 JPY exact"),
    ("12億5,000万ドル", "money 1.25e9 USD exact"),
    ("5.5百万ドル", "money 5.5e6 USD exact"),
    ("5 000億ドル", "money 5e11 USD exact"),
    ("三〇〇億円", "money 3e10 JPY exact"),
    ("$40億を調達", "money 4e9 USD exact"),
    ("約110億ドル", "money 1.1e10 USD approx"),
    ("100億ドル以上を", "money 1e10.. USD min"),
    ("100億ドルを超える資金", "money 1e10.. USD min"),
    ("100億ドル超の資金", "money 1e10.. USD min"),
    ("少なくとも30億ユーロ", "money 3e9.. EUR min"),
    ("最大400億ドルを出資", "money ..4e10 USD max"),
    ("1億円未満の赤字", "money ..1e8 JPY max"),
    ("50億ドル近くを", "money 5e9 USD approx"),
    ("50億ドル弱", "money 5e9 USD approx"),
    ("数十億ドル規模", "money 2e9..9e9 USD vague"),
    ("何百億円も", "money 2e10..9e10 JPY vague"),
    ("数千億円", "money 2e11..9e11 JPY vague"),
    ("数兆円の市場", "money 2e12..9e12 JPY vague"),
    ("250億から400億ドルの調達", "money 2.5e10..4e10 USD range"),
    ("3〜5億ドルの", "money 3e8..5e8 USD range"),
    ("300億ドル〜400億ドル", "money 3e10..4e10 USD range"),
    ("10億ないし20億円", "money 1e9..2e9 JPY range"),
    ("売上高は10億ドルから20億ドルに増えた", "money 1e9 USD exact + money 2e9 USD exact"),
    ("香港ドルで20億香港ドル", "money 2e9 HKD exact"),
    ("100億人民元を", "money 1e10 CNY exact"),
    ("30億元の投資", "money 3e9 CNY exact"),
    (
        "10億ポンド、3兆ウォン、200億台湾ドル",
        "money 1e9 GBP exact + money 3e12 KRW exact + money 2e10 TWD exact",
    ),
    ("12ドル50セント", "money 12.5 USD exact"),
    ("2222円13銭", "money 2222.13 JPY exact"),
    ("月額20ドルと200ドル", "money 20 USD exact + money 200 USD exact"),
    ("500ユーロ、1,000ユーロ", "money 500 EUR exact + money 1000 EUR exact"),
    ("前年比30%増の", "percent 30 % exact"),
    ("シェアは３割５分", "percent 35 % exact"),
    ("利用率が7割を超えた", "percent 70.. % min"),
    ("12.5パーセント", "percent 12.5 % exact"),
    ("出力1.2ギガワット", "power 1.2e9 W exact"),
    ("何百メガワットもの電力", "power 2e8..9e8 W vague"),
    ("消費電力は700W", "power 700 W exact"),
    ("年間3テラワット時", "energy 3e12 Wh exact"),
    ("80GBのメモリー", "data 8e10 B exact"),
    ("敷地は100ヘクタール", "area 1e6 m2 exact"),
    ("面積5万平方メートル", "area 5e4 m2 exact"),
    ("GPU 2000台のみ", "count 2000 GPU exact"),
    ("10万台のGPUを", "count 1e5 GPU exact"),
    ("H100を約5万基そろえる", "count 5e4 GPU approx"),
    ("GPUを少なくとも3万枚購入", "count 3e4.. GPU min"),
    ("登録者10万人を達成", "count 1e5 subscriber exact"),
    ("10万人の登録者", "count 1e5 subscriber exact"),
    ("週間ユーザー数は3億人を超えた", "count 3e8.. user min"),
    ("利用者は4億人", "count 4e8 user exact"),
    ("従業員1万2000人を削減", "count 12000 person exact"),
    ("6710億パラメータのモデル", "count 6.71e11 parameter exact"),
    ("12万8000トークン", "count 128000 token exact"),
    ("100万件以上のダウンロード", "count 1e6.. download min"),
    ("数万人のユーザー", "count 2e4..9e4 user vague"),
    ("データセンター5棟", "count 5 data-center exact"),
    ("7,817 文字", "count 7817 character exact"),
    ("処理速度は3倍", "multiple 3 x exact"),
    ("25歳未満の視聴者", "age ..25 year max"),
    ("今後4年間で1000億ドル", "duration 4 year exact + money 1e11 USD exact"),
    ("18カ月以内に", "duration ..18 month max"),
    ("1ドル=150円", "money 150 JPY exact"),
    ("100万トークンあたり0.55ドル", "money 0.55 USD exact"),
]
ENGLISH = [
    ("It raised $40B.", "money 4e10 USD exact"),
    ("US$1.2bn in debt", "money 1.2e9 USD exact"),
    ("a $1.2 trillion market", "money 1.2e12 USD exact"),
    ("half a trillion dollars", "money 5e11 USD exact"),
    ("a billion dollars", "money 1e9 USD exact"),
    ("five hundred billion dollars", "money 5e11 USD exact"),
    ("twenty-five million euros", "money 2.5e7 EUR exact"),
    ("USD5m and EUR 10 million", "money 5e6 USD exact + money 1e7 EUR exact"),
    ("€500 million, £20m, ¥3 billion", "money 5e8 EUR exact + money 2e7 GBP exact + money 3e9 JPY exact"),
    ("40 billion US dollars", "money 4e10 USD exact"),
    ("10 billion yuan", "money 1e10 CNY exact"),
    ("HK$2 billion", "money 2e9 HKD exact"),
    ("about $11 billion in cash", "money 1.1e10 USD approx"),
    ("nearly $300bn", "money 3e11 USD approx"),
    ("more than $10 billion", "money 1e10.. USD min"),
    ("at least $3 billion", "money 3e9.. USD min"),
    ("over 400 million weekly active users", "count 4e8.. user min"),
    ("up to $40 billion", "money ..4e10 USD max"),
    ("less than $6 million", "money ..6e6 USD max"),
    ("just under $5 billion", "money 5e9 USD approx"),
    ("between $25 billion and $40 billion", "money 2.5e10..4e10 USD range"),
    ("between $25 and $40 billion", "money 2.5e10..4e10 USD range"),
    ("$25-40 billion", "money 2.5e10..4e10 USD range"),
    ("$25 billion to $40 billion", "money 2.5e10..4e10 USD range"),
    ("revenue rose from $1 billion to $3 billion", "money 1e9 USD exact + money 3e9 USD exact"),
    ("Google and Meta spent $10 billion and $20 billion", "money 1e10 USD exact + money 2e10 USD exact"),
    ("billions of dollars", "money 2e9..9e9 USD vague"),
    ("hundreds of millions of dollars", "money 2e8..9e8 USD vague"),
    ("several billion euros", "money 2e9..9e9 EUR vague"),
    ("tens of thousands of GPUs", "count 2e4..9e4 GPU vague"),
    ("$0.14 per million tokens", "money 0.14 USD exact"),
    ("$20 a month", "money 20 USD exact"),
    ("100,000 GPUs", "count 1e5 GPU exact"),
    ("a 50,000-GPU cluster", "count 5e4 GPU exact"),
    ("20,000 Nvidia H100 chips", "count 2e4 GPU exact"),
    ("2 million paying subscribers", "count 2e6 subscriber exact"),
    ("671B parameters", "count 6.71e11 parameter exact"),
    ("trained on 14.8 trillion tokens", "count 1.48e13 token exact"),
    ("a 128K-token context", "count 128000 token exact"),
    ("cut 12,000 jobs", "count 12000 job exact"),
    ("rose 30% to a record", "percent 30 % exact"),
    ("twelve percent of users", "percent 12 % exact"),
    ("1.2 GW of power", "power 1.2e9 W exact"),
    ("a 700-watt chip", "power 700 W exact"),
    ("3 TWh a year", "energy 3e12 Wh exact"),
    ("80GB of memory", "data 8e10 B exact"),
    ("1,000 acres", "area 4046856.4224 m2 exact"),
    ("4 million square feet", "area 371612.16 m2 exact"),
    ("10x faster", "multiple 10 x exact"),
    ("three times faster", "multiple 3 x exact"),
    ("$1 billion-plus", "money 1e9.. USD min"),
    ("a few million users", "count 2e6..9e6 user vague"),
    ("10 to 20 percent", "percent 10..20 % range"),
    ("over the next four years", "duration 4 year exact"),
    ("within 18 months", "duration 18 month exact"),
    ("five data centers in Texas", "count 5 data-center exact"),
    ("$500 billion or more", "money 5e11.. USD min"),
    ("30+ countries", "count 30.. country min"),
]
FRENCH = [
    ("109 milliards d'euros", "money 1.09e11 EUR exact"),
    ("1,5 milliard de dollars", "money 1.5e9 USD exact"),
    ("10 000 euros", "money 10000 EUR exact"),
    ("10\u202f000 €", "money 10000 EUR exact"),
    ("cinq cents milliards de dollars", "money 5e11 USD exact"),
    ("quatre-vingt-dix-sept millions d’euros", "money 9.7e7 EUR exact"),
    ("10 M€ et 5 Mds€", "money 1e7 EUR exact + money 5e9 EUR exact"),
    ("500 M$ ou 2 Md$", "money 5e8 USD exact + money 2e9 USD exact"),
    ("un demi-milliard d'euros", "money 5e8 EUR exact"),
    ("des milliards de dollars", "money 2e9..9e9 USD vague"),
    ("plusieurs centaines de millions d'euros", "money 2e8..9e8 EUR vague"),
    ("environ 11 milliards de dollars", "money 1.1e10 USD approx"),
    ("près de 300 milliards de dollars", "money 3e11 USD approx"),
    ("plus de 10 milliards d'euros", "money 1e10.. EUR min"),
    ("au moins 3 milliards d'euros", "money 3e9.. EUR min"),
    ("jusqu'à 40 milliards de dollars", "money ..4e10 USD max"),
    ("moins de 6 millions de dollars", "money ..6e6 USD max"),
    ("entre 25 et 40 milliards de dollars", "money 2.5e10..4e10 USD range"),
    ("de 3 à 5 milliards d'euros", "money 3e9..5e9 EUR range"),
    (
        "le chiffre est passé de 3 milliards à 5 milliards d'euros",
        "money 3e9 EUR exact + money 5e9 EUR exact",
    ),
    ("300 millions d'utilisateurs actifs", "count 3e8 user exact"),
    ("100 000 GPU", "count 1e5 GPU exact"),
    ("20 000 puces Nvidia", "count 2e4 chip exact"),
    ("671 milliards de paramètres", "count 6.71e11 parameter exact"),
    ("2 500 salariés", "count 2500 person exact"),
    ("une hausse de 12,5 %", "percent 12.5 % exact"),
    ("trente pour cent", "percent 30 % exact"),
    ("un gigawatt, soit 1,4 GW", "power 1e9 W exact + power 1.4e9 W exact"),
    ("300 mégawatts", "power 3e8 W exact"),
    ("trois fois plus rapide", "multiple 3 x exact"),
    ("sur quatre ans", "duration 4 year exact"),
    ("une quarantaine de salariés", "count 40 person approx"),
    ("une centaine de millions d'euros", "money 1e8 EUR approx"),
    ("20 euros par mois", "money 20 EUR exact"),
    ("80 Go de mémoire", "data 8e10 B exact"),
]
NONE = [
    ("ja", "2025年1月20日、第4四半期、21世紀、90年代"),
    ("ja", "GPT-4.1、H200、O3、Llama 3.1 405B、第3位、3番目"),
    ("ja", "千葉の百貨店で一方、一つ、一部、万博、十分、一般、二の次、一番"),
    ("ja", "電話は03-1234-5678、1. はじめに、①、(2)"),
    ("ja", "この3年前、過去2年間、数日、1週間半前"),
    ("ja", "証券コード9984、第5条、午後3時30分、24/7"),
    ("ja", "一億総活躍の時代に一石を投じる"),
    ("ja", "1994年のSF映画、二社が3人で"),
    ("en", "In 2025, on January 20, Q3 2024, FY2025, the 21st century, the 1990s"),
    ("en", "GPT-4.1, H200, o3-mini, Llama 3.1 405B, RTX 4090, 5G, Web3, 3D, Series B, 24/7"),
    ("en", "the 3rd of three years ago, one of the two companies, no one, room 101, section 230, Article 52"),
    ("en", "call +1 555 123 4567 or 192.168.0.1 or https://x.com/a?b=100%25"),
    ("en", "a score of 3-2 at 10:30, chapter 7, page 12, version 2.0"),
    ("en", "one-third, 5 nm chips"),
    ("en", "1. First\n2. Second"),
    ("fr", "Le 3 février 2025, au 21e siècle, il y a deux ans, le 1er, article 52, au T3 2024"),
    ("fr", "l'un des deux, une entreprise, GPT-4.1, H200"),
]


def amounts(text: str, lang: str) -> list[Read]:
    tokens = tokenize(text) if has_japanese(text) else []
    return [
        (
            one.kind,
            None if one.low is None else float(one.low),
            None if one.high is None else float(one.high),
            one.unit,
            one.bound,
        )
        for one in find_amounts(text, lang, tokens)
    ]


def expected(line: str) -> list[Read]:
    read: list[Read] = []
    for one in line.split(" + "):
        kind, value, unit, bound = one.split()
        low, _, high = value.partition("..") if ".." in value else (value, "", value)
        read.append((kind, float(low) if low else None, float(high) if high else None, unit, bound))
    return read


@pytest.mark.parametrize(
    ("lang", "text", "line"),
    [
        *(("ja", text, line) for text, line in JAPANESE),
        *(("en", text, line) for text, line in ENGLISH),
        *(("fr", text, line) for text, line in FRENCH),
    ],
)
def test_an_amount_is_read_in_base_units_with_its_bounds(lang: str, text: str, line: str) -> None:
    assert amounts(text, lang) == expected(line)


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_a_number_that_is_no_amount_is_left_alone(lang: str, text: str) -> None:
    assert amounts(text, lang) == []


@given(
    st.text(
        alphabet=st.sampled_from(
            list("0123456789一二十百千万億兆数何.,$€%円ドル元GWMBkm倍人台年〜からto billion-d'\n ")
        ),
        max_size=60,
    ),
    st.sampled_from(["ja", "en", "fr", "de"]),
)
def test_any_text_gives_spans_in_order_inside_it(text: str, lang: str) -> None:
    last = 0
    for one in find_amounts(text, lang, tokenize(text)):
        assert last <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip()
        last = one.end


def test_a_number_of_four_hundred_digits_is_no_amount() -> None:
    assert [one.high for one in find_amounts(f"It cost ${'9' * 400} and $5.", "en")] == [5]


def test_bare_machines_are_those_that_the_talk_is_on() -> None:
    talk = "新型ロボットを発表した。" + "腕は軽く、値段も手ごろだ。" * 60 + "ロボットは家にも来る。"
    text = talk + "話は変わらない。" * 60 + "来年は5万台を売る。"
    assert [(str(one.low), one.unit) for one in find_amounts(text, "ja", tokenize(text))] == [
        ("5E+4", "robot")
    ]
