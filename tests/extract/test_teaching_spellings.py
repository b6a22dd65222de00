"""Teaching spellings: names of the catalogue teach how katakana is spelled, part by part."""

from __future__ import annotations

from benchmarks.teaching_spellings import joined, learn_pieces, pairs_of, spellings_of
from pipeline.extract.back_spelling import speller_of
from pipeline.records import Entity

PAIRS = [
    ("カル", "cal"),
    ("カス", "cas"),
    ("ルカ", "luca"),
    ("スル", "sul"),
    ("カルス", "cals"),
    ("ルス", "lus"),
]


def test_parts_of_a_name_that_sound_alike_are_pairs() -> None:
    firm = Entity(
        id="lumen-cedar",
        name="Lumen Cedar",
        type="organization",
        aliases=("ルーメン・シーダー", "ルーメン", "光杉"),
    )
    assert pairs_of([firm]) == {("ルーメン", "lumen"), ("シーダー", "cedar")}


def test_pieces_are_what_explains_the_words_best() -> None:
    likely = learn_pieces(PAIRS)
    assert joined(("カル", "cal"), likely) == [("カ", "ca"), ("ル", "l")]
    assert joined(("ヌ", "nu"), likely) == []


def test_what_words_teach_spells_others() -> None:
    speller = speller_of(spellings_of(PAIRS, ["アサ"]))
    assert speller.best(speller.likely("ルカス")) == "lucas"
