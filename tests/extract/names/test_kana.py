"""Kana: one name in its many spellings is one."""

from __future__ import annotations

import pytest

from pipeline.extract.names.kana import plain_kana


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ウェイモ", "ウェイ・モー"),
        ("エヌビディア", "エンビデア"),
        ("ヴィスタ", "ビスタ"),
        ("バイドゥ", "バイドー"),
        ("ザッカーバーグ", "ざっかばーぐ"),
        ("ケイデンス", "ケーデンス"),
    ],
)
def test_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    assert plain_kana(one) == plain_kana(other) != ""


def test_other_names_and_other_scripts_are_not() -> None:
    assert plain_kana("メタ") != plain_kana("ミタ")
    assert plain_kana("OpenAI") == plain_kana("孫") == ""
