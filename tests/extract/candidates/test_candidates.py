"""Candidates: which names that no catalogue holds a text introduces, and what is no name at all."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.candidates.propose import Candidate, propose
from pipeline.extract.language import detect
from pipeline.extract.sentences import split_sentences
from pipeline.extract.tokens import has_japanese, tokenize


def candidates(text: str, lang: str | None = None, *known: str) -> list[Candidate]:
    """What is proposed in a text of which the words `known` are linked already."""
    tokens = tokenize(text) if has_japanese(text) else []
    taken = sorted(match.span() for word in known for match in re.finditer(re.escape(word), text))
    return propose(text, lang or detect(text), tokens, split_sentences(text), taken)


def proposed(text: str, lang: str, *known: str) -> dict[str, tuple[str, str]]:
    """Name and type by surface."""
    return {text[one.start : one.end]: (one.name, one.type) for one in candidates(text, lang, *known)}


@pytest.mark.parametrize(
    ("lang", "text", "surface", "kind"),
    [
        ("ja", "認可は関西電力の課題だ。", "関西電力", "organization"),
        ("ja", "北洋送電機構（HTO）は黙っている。", "北洋送電機構", "organization"),
        ("ja", "先月、競合のソルベニアを吸収した。", "ソルベニア", "organization"),
        ("en", "Investors back Tarrowby, a Leeds-based start-up.", "Tarrowby", "organization"),
        ("en", "It was sold to the chip designer Ombrix last week.", "Ombrix", "organization"),
        ("en", "The deal with Hollowmere Robotics Inc. was signed.", "Hollowmere Robotics Inc", "organization"),
        ("en", "They trained an open-weight model called Pangolet.", "Pangolet", "model"),
        ("en", "The lab says Pangolet-12B is better.", "Pangolet-12B", "model"),
        ("en", "Its new chip, Skerry, needs less power.", "Skerry", "hardware"),
        ("en", "Nobody has seen the plans for Project Dunlin yet.", "Project Dunlin", "project"),
        ("en", "Lawmakers passed the Synthetic Media Act on Friday.", "Synthetic Media Act", "law"),
        ("en", "The plan of chief executive Ottoline Ferrars failed.", "Ottoline Ferrars", "person"),
        ("fr", "La start-up Brindille recrute.", "Brindille", "organization"),
        ("fr", "Une jeune pousse nantaise, Carmeline, a levé des fonds.", "Carmeline", "organization"),
        ("fr", "Le groupe va racheter Orvanne SAS cet été.", "Orvanne SAS", "organization"),
        ("fr", "Il a publié le modèle Ventoline sous licence libre.", "Ventoline", "model"),
        ("fr", "La puce Trévarez consomme peu.", "Trévarez", "hardware"),
        ("fr", "« Trop tard », juge Maëva Kerouédan, fondatrice de la société.", "Maëva Kerouédan", "person"),
        ("ja", "スタートアップの「ハルカゼ」が資金を集めた。", "ハルカゼ", "organization"),
        ("ja", "新興企業ゾルビックスは新製品を出す。", "ゾルビックス", "organization"),
        ("ja", "株式会社みどり計算は黒字だ。", "株式会社みどり計算", "organization"),
        ("ja", "言語モデル「あさなぎ」を公開した。", "あさなぎ", "model"),
        ("ja", "推論用の半導体「ゴウカ2」を量産する。", "ゴウカ2", "hardware"),
        ("ja", "同社の森下奈緒社長が語った。", "森下奈緒", "person"),
        ("ja", "最高技術責任者のエルサ・ベルイマン氏が語った。", "エルサ・ベルイマン", "person"),
        ("ja", "政府は「ミチシルベ」計画を発表した。", "ミチシルベ", "project"),
        ("ja", "話題の Zarnwick 社は値下げした。", "Zarnwick", "organization"),
        ("en", "Nobody at Ombrix would talk.", "Ombrix", "organization"),
        ("en", "She raised money for Ombrix. The start-up hires.", "Ombrix", "organization"),
        ("en", "The boss, Ji-woo Quellan, agreed.", "Ji-woo Quellan", "person"),
        ("en", "A study by the Orrin Institute for Quiet Machines is out.", "Orrin Institute for Quiet Machines", "organization"),
        ("en", "I like plimble. plimble is an app for cooks.", "plimble", "product"),
        ("en", "so there is a model called thrushling and it is small you know", "thrushling", "model"),
        ("fr", "« Non », dit Thibaud d'Esquerny, son patron.", "Thibaud d'Esquerny", "person"),
        ("fr", "Le boîtier Ombrix-2 pèse peu.", "Ombrix-2", "model"),
        ("fr", "Elle saisit l'Agence nationale du calcul frugal.", "Agence nationale du calcul frugal", "organization"),
        ("fr", "Trois jeunes pousses, Brindille, Carmeline et Orvanne, recrutent.", "Orvanne", "organization"),
        ("ja", "有限会社杉谷林業が導入した。", "有限会社杉谷林業", "organization"),
        ("ja", "みどり計算（横浜市）は黒字だ。", "みどり計算", "organization"),
        ("ja", "若葉台情報大学の学生が作った。", "若葉台情報大学", "organization"),
        ("ja", "機械学習推進基本法が成立した。", "機械学習推進基本法", "law"),
        ("ja", "議会で施静蘭氏が語った。", "施静蘭", "person"),
        ("ja", "接合機「オリベ3」は安い。", "オリベ3", "product"),
        ("ja", "新興企業ゾルビックスとケルマディアは提携した。", "ケルマディア", "organization"),
    ],
)  # fmt: skip
def test_a_name_that_a_text_introduces_is_proposed_with_its_kind(
    lang: str, text: str, surface: str, kind: str
) -> None:
    found = proposed(text, lang)
    assert surface.removesuffix(" Inc") in " ".join(found)
    assert {kind} == {found[one][1] for one in found if one.startswith(surface[:4])}


@pytest.mark.parametrize(
    ("lang", "text", "full", "shorts"),
    [
        ("en", "Dorothea Quillfeather runs it. On Monday Quillfeather left.", "Dorothea Quillfeather", ["Quillfeather"]),
        ("en", "Sundrop Labs, a start-up, grows. Today Sundrop has ten people.", "Sundrop Labs", ["Sundrop"]),
        ("fr", "La société Verlune SA grandit. Depuis, Verlune a dix salariés.", "Verlune SA", ["Verlune"]),
        ("fr", "Mme Armelle Guivarch dirige le groupe. Mme Guivarch part.", "Armelle Guivarch", ["Guivarch"]),
        ("ja", "社長の三宅由紀子氏が話す。三宅氏は否定した。", "三宅由紀子", ["三宅"]),
        ("ja", "創業者のノラ・リンドグレン氏。リンドグレン氏は去った。", "ノラ・リンドグレン", ["リンドグレン"]),
        ("ja", "新興企業のゾルビックス・ロボティクスが増資。ゾルビックスは好調だ。", "ゾルビックス・ロボティクス", ["ゾルビックス"]),
        ("en", "The open model Pangolet-12B is out. Everyone tries Pangolet now.", "Pangolet-12B", ["Pangolet"]),
    ],
)  # fmt: skip
def test_a_short_form_is_proposed_under_the_full_name(
    lang: str, text: str, full: str, shorts: list[str]
) -> None:
    found = proposed(text, lang)
    assert {found[one][0] for one in (full, *shorts)} == {full}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "However, analysts in Paris and Abu Dhabi expect more. Investors said so on Monday, in March.",
        ),
        ("en", "The CEO and the CFO bought GPUs for their LLM in Texas; an American API costs less."),
        ("en", "In Cheswick they build, near Oakhampton they sleep."),
        ("en", "Three Things We Learned About Cloud Prices This Week"),
        (
            "en",
            "WILLOWBY, Ohio — The Finns and the Bernese paid SFr95 there. It stands near Quarterhouse, Pa.",
        ),
        ("en", "Speaker 1: it grows. Speaker 2: it does. Speaker 1: by how much? Speaker 2: by half."),
        (
            "fr",
            "Le ministre de l'Économie et du Numérique a vu les Zurichois. L'État et la Bourse attendent, dit l'Etat.",
        ),
        ("en", "Reuters reported it on Christmas Eve. We thank God, the Internet and the French."),
        ("fr", "Cependant, les Français de Lyon hésitent. Lundi, à Londres, l'Europe dira non."),
        ("fr", "Il habite rue de Valmorel. Les PME paient la TVA, dit le PDG."),
        ("ja", "東京や大阪のデータセンターで、生成AIのモデルトレーニングが始まった。"),
        ("ja", "登録者さんとお客さん、共同創業者の一人に感謝する。同社や両社のチャンネルも。"),
        ("ja", "「人工知能は危ない」と述べた。CEOはGPUをAPIで貸す。"),
        ("en", "Slide 4 shows it. We met in Hall 3, near the Swan Inn, on Route 66."),
        ("en", "The Defendant denies it. Albert Einstein and Isaac Newton never used one."),
        ("en", "An app so called upon is an app, and a tool is a tool."),
        ("fr", "Diapo 3 : Victor Hugo dort au Panthéon. Le père Anselme aussi."),
        ("ja", "夏目漱石も織田信長も使わなかった。ステージ2へ進む。"),
        ("ja", "地方銀行や国立大学、次世代半導体の市場調査。映画「ハルカゼ」を見た。"),
    ],
)
def test_plain_words_places_and_days_are_no_candidates(lang: str, text: str) -> None:
    assert proposed(text, lang) == {}


def test_what_is_linked_is_left_alone_and_cuts_names() -> None:
    text = "OpenAI CEO Odalys Brack met the start-up Tarrowby, and OpenAI paid."
    found = proposed(text, "en", "OpenAI")
    assert set(found) == {"Odalys Brack", "Tarrowby"}


def test_a_name_once_established_is_proposed_everywhere_even_in_a_headline() -> None:
    text = "Tarrowby Raises Money For Better Chips\n\nTarrowby, a start-up, is small. Few know Tarrowby."
    assert [one.start for one in candidates(text, "en")] == [
        at for at in range(len(text)) if text.startswith("Tarrowby", at)
    ]


def test_a_place_may_also_be_a_company_where_the_text_says_so() -> None:
    assert proposed("They live in Tarrowby.", "en") == {}
    assert "Tarrowby" in proposed("They invested in Tarrowby.", "en")


def test_a_name_in_a_headline_in_capitals_is_the_one_below() -> None:
    text = "TARROWBY SUED OVER DATA\n\nA court heard Tarrowby, a start-up."
    assert {one.start: one.name for one in candidates(text, "en")} == {0: "Tarrowby", 39: "Tarrowby"}


def test_what_a_catalogue_holds_is_never_new() -> None:
    text = "She named the cat Tarrowby, a start-up in fur, and left Ombrix, a chip maker."
    found = propose(text, "en", [], split_sentences(text), [], lambda name: name == "tarrowby")
    assert {one.name for one in found} == {"Ombrix"}


def test_what_is_longer_than_any_name_is_none() -> None:
    assert proposed("the start-up " + "Tarrowby" * 9, "en") == {}
    assert proposed("the start-up " + "Tarrowby " * 9, "en") == {}


def test_a_candidate_says_why() -> None:
    (one,) = candidates("Investors back Tarrowby, a Leeds-based start-up.", "en")
    assert "start-up behind it" in one.evidence
    assert 0.5 <= one.score <= 1


def test_a_japanese_bird_is_no_short_form_of_a_company() -> None:
    text = "新興企業のカワセミ・エナジーが増資した。川にカワセミがいる。"
    assert set(proposed(text, "ja")) == {"カワセミ・エナジー"}


PIECES = st.sampled_from(
    ["Novalys", " ", "SA", ", ", "a start-up", "CEO", "Claire Duval", "L’", "d'", "\n", "「", "」", "モデル", "ノヴァリス", "・",
     "-7B", "氏", "社", "佐藤美咲", "。", "\ud800", "😀", "ｱ", "The", "of", "&", "'s", "1.3", "を発表", "Mr. "]
)  # fmt: skip


@given(
    st.lists(PIECES, max_size=25).map("".join),
    st.sampled_from(["en", "fr", "ja"]),
    st.integers(0, 30),
    st.integers(1, 12),
)
def test_candidates_stand_in_order_and_overlap_nothing(text: str, lang: str, start: int, length: int) -> None:
    taken = [(start, start + length)] if start + length <= len(text) else []
    tokens = tokenize(text) if has_japanese(text) else []
    end = 0
    for one in propose(text, lang, tokens, split_sentences(text), taken):
        assert end <= one.start < one.end <= len(text)
        assert all(one.end <= low or high <= one.start for low, high in taken)
        end = one.end


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Une formule Pro à 15 euros et une formule Business."),
        ("en", "The plan called Max costs more, and the Plus plan less."),
        (
            "ja",
            "最初の話です。Révélation CHOC de la semaine という動画です。Révélation CHOC です。",
        ),
        ("ja", "AIトレーニング方法の最適化に時間を費やす。AIトレーニング方法は大切だ。"),
        ("ja", "データセンター・メガプロジェクトが進行中だ。メガプロジェクトは大きい。"),
        ("ja", "私の新しいチャンネル「Lueur Actu」をどうぞ。「Lueur Actu」です。"),
    ],
)
def test_plans_shouts_methods_and_kinds_of_things_are_no_names(lang: str, text: str) -> None:
    assert proposed(text, lang) == {}
