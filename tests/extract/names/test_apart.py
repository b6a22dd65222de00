"""Sounds of names: alike where a hearer or a writer of katakana makes no difference, apart where it is another name."""

from __future__ import annotations

import pytest

from pipeline.extract.names.apart import apart, size
from pipeline.extract.names.phonemes import bones, in_french, phonemes

LIKELY = 0.12


def share(one: str, other: str) -> float:
    return apart(phonemes(one), phonemes(other), 99) / size(phonemes(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("アンソロピクス", "アンソロピック"),
        ("アサビス", "ハサビス"),
        ("ラヴァブル", "Lovable"),
        ("フルードスタック", "Fluidstack"),
        ("カルプ", "Karp"),
        ("リオン", "Llion"),
        ("ドライブ", "Thrive"),
        ("ジャン", "Gen"),
        ("ホワン", "フアン"),
        ("ラボズ", "Labs"),
        ("ユドコフスキー", "Yudkowsky"),
        ("ワング", "Wang"),
    ],
)
def test_slips_and_spellings_are_near(one: str, other: str) -> None:
    assert share(one, other) <= LIKELY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("スクライブ", "スライブ"),
        ("サイバーカフェ", "サイバーキャブ"),
        ("クラウドコスト", "クロードコード"),
        ("ケリー", "ケラー"),
        ("ネビュラ", "ネビウス"),
        ("マルシャン", "メンシュ"),
        ("ブラックウッド", "ブラックウェル"),
        ("オプティミスト", "オプティマス"),
    ],
)
def test_other_names_are_far(one: str, other: str) -> None:
    assert share(one, other) > LIKELY


def test_a_search_that_is_too_far_is_given_up() -> None:
    assert apart(phonemes("データセンター"), phonemes("アンソロピック"), 1) > 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("ヴィ", "ビ"), ("ウエイモ", "ウェイモー"), ("トゥ", "ト"), ("きおくしあ", "キオクシア")],
)
def test_spellings_of_one_sound_are_one(one: str, other: str) -> None:
    assert phonemes(one) == phonemes(other) != ""


def test_consonants_are_what_scripts_share() -> None:
    assert bones(phonemes("Fluidstack")) == bones(phonemes("フルードスタック"))


def test_other_scripts_have_no_sounds() -> None:
    assert phonemes("孫正義") == phonemes("GPT-4") == phonemes("") == ""


def test_a_french_name_is_said_in_french_too() -> None:
    assert in_french("Chappaz") == phonemes("shappaz")
    assert in_french("Musk") == ""
