"""Senses of words: which words beside a figure have to do with money, in three languages, and what they weigh."""

from __future__ import annotations

import pytest

from pipeline.extract.claims import word_senses_en, word_senses_fr, word_senses_ja
from pipeline.extract.claims.word_senses import add_senses, senses_before, senses_of


def seen(text: str, lang: str, figure: str, size: str = "much") -> dict[str, float]:
    """The marks of a figure, of which all the text may tell."""
    start = text.index(figure)
    marks: dict[str, float] = {}
    add_senses(senses_of(text, lang), lang, start, start + len(figure), 0, len(text), size, marks)
    return marks


@pytest.mark.parametrize(
    ("lang", "text", "figure"),
    [
        ("en", "The judge ordered it to pay $5m in damages.", "$5m"),
        ("fr", "Le tribunal l'a condamnée à payer 5 M€ de dommages.", "5 M€"),
        ("ja", "裁判所は5億円の支払いを命じ、損害賠償が確定した。", "5億円"),
    ],
)
def test_the_same_is_seen_in_each_language(lang: str, text: str, figure: str) -> None:
    found = seen(text, lang, figure)
    assert {"sense:<court", "sense:>court"} <= found.keys()
    assert any(mark in found for mark in ("sense:<pay", "sense:>pay"))


def test_the_nearest_word_of_a_sense_counts_and_the_nearer_weighs_more() -> None:
    found = seen("The court, after a long trial, let the jury award $5m.", "en", "$5m")
    alone = seen("The court, after a long trial, let them have $5m.", "en", "$5m")
    assert found["sense:<court"] > alone["sense:<court"]


def test_words_right_beside_it_are_told_with_its_size() -> None:
    found = seen("They pay $20 for it.", "en", "$20", "little")
    assert "sense:<pay little" in found
    assert "sense:<pay much" not in found


def test_a_word_inside_another_has_no_sense() -> None:
    assert not seen("Heads and beads, $5m.", "en", "$5m")
    assert "sense:<client" in seen("Les annonceurs ont 5 M€.", "fr", "5 M€")


def test_a_word_that_goes_on_in_the_figure_is_none_before_it() -> None:
    assert "sense:<lend" in seen("借入5億円", "ja", "5億円")
    assert "sense:<lend" not in seen("借入5億円", "ja", "入5億円")


def test_places_hold_where_a_letter_grows_in_small_letters() -> None:
    text = "İstanbul İstanbul: the court, $5m."
    assert [text[hit[0] : hit[1]] for hit in senses_of(text, "en")] == ["court"]


def test_what_was_said_before_the_sentence_weighs_little() -> None:
    text = "The court met. It wants $5m."
    found = senses_before(senses_of(text, "en"), text.index("It"))
    assert 0 < found["sense:^court"] < seen(text, "en", "$5m")["sense:<court"]
    assert senses_before(senses_of(text, "en"), 0) == {}


def test_the_languages_have_the_same_senses() -> None:
    assert word_senses_en.SENSES.keys() == word_senses_fr.SENSES.keys() == word_senses_ja.SENSES.keys()
