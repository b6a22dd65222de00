"""Latin spelling: a new name in katakana is called as the text itself writes it in Latin letters."""

from __future__ import annotations

import pytest

from tests.extract.candidates.test_candidates import proposed


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("フランスの新興企業ヴェルサンティ（Versanti）は3億円を調達した。", "ヴェルサンティ", "Versanti"),
        ("スペイン発のルミノーラが音声AIを公開した。公式サイトはluminora.ai。", "ルミノーラ", "Luminora"),
        ("ドイツの新興企業ノイラント(Neuland)は、3,000万ユーロを調達した。", "ノイラント", "Neuland"),
        ("新興企業フレクシオンはロボットを作る。クラウドはCloudと書く。", "フレクシオン", "フレクシオン"),
    ],
)
def test_the_text_says_how_it_is_spelled(text: str, surface: str, name: str) -> None:
    assert proposed(text, "ja")[surface][0] == name


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("来春発売の「ヨミ1」は198万円で、初年度500台を見込む。", "ヨミ1"),
        ("個人的には、ヨコイトという名前も覚えておいてください。", "ヨコイト"),
        ("今週のスポンサーのヴェルダンティックにも感謝します。", "ヴェルダンティック"),
        ("デンマーク発のヨルムンに2,000万ドルを出資した。", "ヨルムン"),
        ("新モデル「ハヤブサ3」は1兆トークンで学んだ。", "ハヤブサ3"),
    ],
)
def test_what_is_introduced_is_proposed(text: str, surface: str) -> None:
    assert surface in proposed(text, "ja")


@pytest.mark.parametrize(
    "text",
    [
        "注意機構の計算を減らし、駆動機構を薄くした。",
        "董事長は、AIサーバーの売上高が2倍になると述べた。",
        "クロード・ドビュッシーの曲を流した。",
        "映画ではオプティマス・プライムが主役だ。",
        "ヨコイトという名前の犬を飼っている。",
        "オクラホマシティで竜巻が起きた。",
    ],
)
def test_mechanisms_ranks_and_heroes_are_no_names(text: str) -> None:
    assert proposed(text, "ja") == {}
