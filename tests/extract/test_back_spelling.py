"""Back spelling: katakana that no list has is written as the words it sounds like are."""

from __future__ import annotations

import pytest

from pipeline.extract.back_spelling import back_spelled, english_word, speller_of
from pipeline.extract.kana_origin import is_foreign
from pipeline.extract.spellings import Spellings, morae, read_spellings, write_spellings


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        ("ヘロンフィールド", "heronfield"),  # two words in one
        ("フォックスウェル", "foxwell"),
        ("ブルーラティス", "bluelattice"),
        ("ソレンティア", "sorentia"),
        ("アンダーソン", "anderson"),
    ],
)
def test_a_foreign_word_is_spelled_as_it_sounds(kana: str, latin: str) -> None:
    assert back_spelled(kana) == latin


@pytest.mark.parametrize(
    ("kana", "word"),
    [("ラティス", "lattice"), ("ファルコン", "falcon"), ("ヘリックス", "helix"), ("ソレント", "")],
)
def test_an_english_word_is_near_and_frequent(kana: str, word: str) -> None:
    assert english_word(kana) == word


@pytest.mark.parametrize("kana", ["アマツバメ", "ナニワ", "ミズハ", "コトノハ", "カガリ"])
def test_what_sounds_japanese_is_not_foreign(kana: str) -> None:
    assert not is_foreign(kana)


@pytest.mark.parametrize("kana", ["ボレアリア", "クワルトン", "コルヴィナ", "スコルヴェ"])
def test_what_sounds_foreign_is(kana: str) -> None:
    assert is_foreign(kana)


def test_what_no_word_teaches_cannot_be_spelled() -> None:
    taught = speller_of(Spellings(2 * ((("カ", "ca"), ("ル", "l")),), ()))
    assert taught.best(taught.likely("カル")) == "cal"
    assert taught.best(taught.likely("ヌヌ")) == ""


def test_small_kana_belong_to_the_one_before() -> None:
    assert morae("シェフィール") == ("シェ", "フィ", "ー", "ル")
    assert morae("ァン") == ("ァ", "ン")


def test_what_is_learned_is_read_as_it_was_written(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path

    file = Path(str(tmp_path)) / "spellings.json"
    monkeypatch.setattr("pipeline.extract.spellings.LEARNED", file)
    known = Spellings(((("ア", ""), ("イ", "i")),), ("アサ",))
    write_spellings(known)
    read_spellings.cache_clear()
    try:
        assert read_spellings() == known
    finally:
        read_spellings.cache_clear()
