"""Modality: whether a figure is stated, hearsay, a plan or denied, by its own clause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.contexts.modality import modalities_of
from pipeline.extract.sentences import split_sentences
from tests.extract.contexts.marked import unmarked

JAPANESE = [
    ("同社は{66億ドル}を調達した。", "asserted"),
    ("売上高は{37億ドル}だった。", "asserted"),
    ("同社は{3000人}を雇用している。", "asserted"),
    ("同社は{100億ドル}を投資する計画だ。", "planned"),
    ("{20億ドル}の増資を検討している。", "planned"),
    ("新工場に{5000億円}を投じる。", "planned"),
    ("来年{1兆円}を投資すると発表した。", "planned"),
    ("売上高は{120億ドル}に達する見通しだ。", "planned"),
    ("今後{4年間}で{5000億ドル}を投じる方針を示した。", "planned planned"),
    ("目標は{10ギガワット}だ。", "planned"),
    ("関係者によると、損失は{50億ドル}だった。", "reported"),
    ("訓練費用は{600万ドル}とみられる。", "reported"),
    ("米紙は同社が{10億ドル}を失ったと報じた。", "reported"),
    ("評価額は{3000億ドル}とされる。", "reported"),
    ("利用者は{5億人}を超えたという。", "reported"),
    ("同社は{100億ドル}の買収提案を否定した。", "denied"),
    ("同社は{5万個}を購入したとの報道を否定した。", "denied"),
    ("費用は{600万ドル}ではないとした。", "denied"),
    ("{10億ドル}を調達する計画はないと述べた。", "denied"),
    ("費用は{1億ドル}ではなく、{3億ドル}だった。", "denied asserted"),
    ("A社は{10億ドル}の調達を否定したが、B社は{20億ドル}を調達した。", "denied asserted"),
    ("昨年は{10億ドル}を失ったが、来年は{20億ドル}を稼ぐ見通しだ。", "asserted planned"),
    ("{10億ドル}を調達した同社は、上場を計画している。", "asserted"),
    ("{10億ドル}を調達しており、新工場を建てる計画だ。", "asserted"),
    ("関係者によると、同社は{40億ドル}を調達する計画だ。", "planned"),
    ("同社は設備投資を{600億ドル}から{650億ドル}に増やす計画だ。", "asserted planned"),
    ("赤字は{20億ドル}だけではないとの声もある。", "asserted"),
    ("従業員は{86人}で、来春に{150人}へ増やす。", "asserted planned"),
    ("売上高は{5億円}にとどまり、黒字化は来年を見込む。", "asserted"),
    ("「2030年までに市場は{3兆ドル}に達する」と述べた。", "planned"),
    ("2024年末までに{3億人}が利用した。", "asserted"),
    ("電力需要は{945テラワット時}に増えるとみる。", "reported"),
    ("政府は30年度までに{10兆円}の支援を実施する。", "planned"),
    ("「年商は{5000億ドル}になる」と述べた。", "planned"),
    ("ある新興企業、{400億ドル}を調達へ", "planned"),
]

ENGLISH = [
    ("It raised {$6.6 billion}.", "asserted"),
    ("The company said revenue was {$3.7 billion}.", "asserted"),
    ("The chipmaker reported revenue of {$35 billion}.", "asserted"),
    ("It plans to spend {$65 billion} on data centers.", "planned"),
    ("The lab will hire {500 people}.", "planned"),
    ("It aims to deploy {10 gigawatts}.", "planned"),
    ("The lab is in talks to raise {$40 billion}.", "planned"),
    ("The deal could be worth {$1 billion}.", "planned"),
    ("It unveiled a {$500 billion} plan.", "planned"),
    ("Sales of {$12 billion} are expected.", "planned"),
    ("It reportedly lost {$5 billion}.", "reported"),
    ("According to people familiar with the matter, it lost {$5 billion}.", "reported"),
    ("It lost {$5 billion}, according to a document.", "reported"),
    ("Training is estimated to have cost {$78 million}.", "reported"),
    ("Bloomberg reported that it holds {$9 billion} in cash.", "reported"),
    ("The company denied that it had raised {$10 billion}.", "denied"),
    ("The report of a {$10 billion} loss is false, a spokesman said.", "denied"),
    ("It has no plans to spend {$10 billion}.", "denied"),
    ("It dismissed talk of a {$2 billion} fine.", "denied"),
    ("The lab, which raised {$6 billion} in October, plans to go public.", "asserted"),
    ("The lab plans to go public, and raised {$6 billion} in October.", "asserted"),
    ("It denied the {$10 billion} loss but confirmed it had lost {$2 billion}.", "denied asserted"),
    ("It made {$4 billion} last year but expects {$12 billion} this year.", "asserted planned"),
    ("It will spend {$65 billion}, up from {$38 billion}.", "planned asserted"),
    ("People familiar with the matter said it will raise {$10 billion}.", "planned"),
    ("The lab, which plans to go public, reportedly lost {$5 billion}.", "reported"),
    ("Will Smith paid {$2 million}.", "asserted"),
    ("In May it paid {$2 million}.", "asserted"),
    ("It will expand after raising {$3 billion}.", "asserted"),
    ("It weighs {160 kilos}.", "asserted"),
    ("It hopes to raise {$12,000}, of which {two thirds} is there.", "planned asserted"),
]

FRENCH = [
    ("Il a levé {600 millions d'euros}.", "asserted"),
    ("Le groupe a déclaré un chiffre d'affaires de {3 milliards}.", "asserted"),
    ("Elle compte {350 salariés}.", "asserted"),
    ("Il prévoit d'investir {20 milliards}.", "planned"),
    ("Il compte investir {20 milliards}.", "planned"),
    ("Il investira {20 milliards}.", "planned"),
    ("Le groupe va dépenser {65 milliards}.", "planned"),
    ("Elle est en pourparlers pour lever {2 milliards}.", "planned"),
    ("Il lui faut {10 gigawatts} d'ici 2030.", "planned"),
    ("Le coût pourrait atteindre {3 milliards}.", "planned"),
    ("C'est un plan de {109 milliards}.", "planned"),
    ("Une perte de {2 milliards} est attendue.", "planned"),
    ("Selon une source, il a perdu {5 milliards}.", "reported"),
    ("Il a perdu {5 milliards}, selon le quotidien.", "reported"),
    ("L'entreprise serait valorisée {12 milliards}.", "reported"),
    ("Il aurait levé {2 milliards}.", "reported"),
    ("Le groupe pèserait {3 milliards}.", "reported"),
    ("Le coût est estimé à {6 millions}.", "reported"),
    ("Le groupe a démenti une perte de {5 milliards}.", "denied"),
    ("Le groupe dément avoir perdu {5 milliards}.", "denied"),
    ("Le chiffre de {5 milliards} est faux, assure-t-il.", "denied"),
    ("Il n'a pas l'intention de verser {2 milliards}.", "denied"),
    ("Il a démenti la perte de {5 milliards}, mais il a perdu {2 milliards}.", "denied asserted"),
    ("Il a gagné {4 milliards}, mais prévoit {12 milliards}.", "asserted planned"),
    ("La société, qui a levé {6 milliards}, prévoit une introduction en Bourse.", "asserted"),
    ("Il dépensera {65 milliards}, contre {38 milliards}.", "planned asserted"),
    ("Selon une source, il investira {20 milliards}.", "planned"),
    ("Son portrait a été vendu {2 millions}.", "asserted"),
    ("Nous dépenserons {65 milliards}.", "planned"),
    ("Il avait promis {109 milliards}.", "planned"),
]
CASES = [
    (lang, *case) for lang, cases in (("ja", JAPANESE), ("en", ENGLISH), ("fr", FRENCH)) for case in cases
]


@pytest.mark.parametrize(
    ("lang", "text", "expected"), CASES, ids=lambda one: one if isinstance(one, str) else ""
)
def test_a_figure_is_as_sure_as_its_clause(lang: str, text: str, expected: str) -> None:
    plain, figures, _ = unmarked(text)
    assert modalities_of(plain, lang, figures, split_sentences(plain)) == expected.split()


def test_one_figure_alone_is_like_all_at_once() -> None:
    plain, figures, _ = unmarked("It made {$4 billion} last year but expects {$12 billion} this year.")
    sentences = split_sentences(plain)
    alone = [modalities_of(plain, "en", [figure], sentences) for figure in figures]
    assert alone == [["asserted"], ["planned"]]
    assert modalities_of(plain, "en", figures, sentences) == ["asserted", "planned"]


def test_another_sentence_says_nothing_about_it() -> None:
    plain, figures, _ = unmarked("It plans to go public. It lost {$5 billion}. It denied all else.")
    assert modalities_of(plain, "en", figures, split_sentences(plain)) == ["asserted"]


@given(text=st.text(max_size=120), lang=st.sampled_from(["ja", "en", "fr", "de"]))
def test_no_text_breaks_it(text: str, lang: str) -> None:
    figures = [(place, place + 2) for place in range(0, max(0, len(text) - 2), 7)]
    found = modalities_of(text, lang, figures, split_sentences(text))
    assert set(found) <= {"asserted", "reported", "denied", "planned"}
    assert len(found) == len(figures)
