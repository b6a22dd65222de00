"""Kin in kana: short and plain words of katakana that are a maker's product, or a product's maker, where they stand as names do."""

from __future__ import annotations

import pytest

from pipeline.extract.names.linking import Names
from tests.extract.names.test_find_in_kana import expected_and_found
from tests.extract.names.test_names_short import entities


@pytest.mark.parametrize(
    "text",
    [
        "[コグニッション|cognition]のスコット・ウーCEOは、デビンが社内の引き継ぎの40%を担うと話した。",
        "1Xは家庭用ロボット「[ネオ|1x-neo]」を2万ドルで売る。",
        "アジリティ・ロボティクスの二足歩行ロボット「[ディジット|digit]」が、倉庫で箱を運ぶ。",
        "シンキング・マシンズ・ラボのムラティ氏が率いる。アマゾンと提携し、[ベソス|jeff-bezos]も出資した。",
        "[ワンネックス|1x-technologies]とエヌビディアとオープンAIが組んだ。",
    ],
)
def test_a_relative_is_known_by_its_sound(names: Names, text: str) -> None:
    expected, found = expected_and_found(names, text)
    assert [one for one in found if one in expected] == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("ネオ東京を舞台にした映画が再上映され、3日間で1万人が見た。1Xの広告も流れた。", "ネオ"),
        ("グーグルのカメラは優秀で、マイクロソフトのクラウドも使う。", "カメラ"),
        ("OpenAIの社員はストロベリーのケーキを切った。", "ストロベリー"),
        ("テキサス州アビリーンの拠点ではスターゲートの1.2ギガワットの電力を使う。", "アビリーン"),
    ],
)
def test_the_word_itself_is_none(names: Names, text: str, word: str) -> None:
    assert word not in entities(names, text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("MMLUなど主要なベンチマークでLlama 4が首位に立った。", "ベンチマーク"),
        ("ベンチマークも見ておこう。Llama 4は5ポイント上回った。", "ベンチマーク"),
        ("アクセルを踏み込むように、OpenAIは投資を加速する。", "アクセル"),
        ("プールサイドでくつろぐ客が、ホテルのAIに飲み物を頼んだ。", "プールサイド"),
    ],
)
def test_an_everyday_word_is_no_company_for_the_names_around(names: Names, text: str, word: str) -> None:
    assert word not in entities(names, text)


@pytest.mark.parametrize(
    ("text", "word", "entity"),
    [
        (
            "米ベンチャーキャピタルのアクセルとインデックス・ベンチャーズが2,000万ドルを出資した。",
            "アクセル",
            "accel",
        ),
        ("投資会社のベンチマークは、新興企業に7,500万ドルを投じた。", "ベンチマーク", "benchmark"),
        (
            "コンステレーションは原発21基を持ち、マイクロソフトに電力を売る。",
            "コンステレーション",
            "constellation-energy",
        ),
        ("米スキルドは14億ドルを調達した。", "スキルド", "skild-ai"),
        ("UCバークレーの研究者らは新しい評価手法を公開した。", "UCバークレー", "uc-berkeley"),
        ("グーグルのジェミニ3億人が使う", "ジェミニ", "gemini"),
        ("華為技術はアセンド950の計画を公表した。", "アセンド950", "ascend-950"),
        ("台湾の緯穎科技の売上高は3倍になった。", "緯穎科技", "wiwynn"),
        ("ヒッポクラティックAIの看護師役は時給9ドルで働く。", "ヒッポクラティックAI", "hippocratic-ai"),
        ("百度のアポロゴーは広がる。", "アポロゴー", "apollo-go"),
    ],
)
def test_a_company_stands_as_companies_do(names: Names, text: str, word: str, entity: str) -> None:
    assert entities(names, text).get(word) == entity
