"""Words beside a figure: which stand there, on which side, and how much the nearer weigh."""

from __future__ import annotations

import pytest

from pipeline.extract.claims.metric_words import Beside, Marks
from pipeline.extract.sentences import split_sentences

ENGLISH = "Acme did well. In May Bolt raised $5m from banks, while shares of Cell fell 4%."
NAMES = ("Acme", "Bolt", "Cell")
JAPANESE = "三菱商事が動いた。アクメは12カ国で5億円を調達した。"


def marks(text: str, lang: str, figure: str, **others: str) -> Marks:
    """Those of the figure; `others`: what else is marked in the text, by what it is."""
    sentences = split_sentences(text)
    spans = [(text.index(said), text.index(said) + len(said), what) for what, said in others.items()]
    start = text.index(figure)
    found: Marks = {}
    beside = Beside(text, lang, sorted([*spans, (start, start + len(figure), "money")]))
    beside.add(start, start + len(figure), *sentences.around(start), found)
    return found


def test_a_word_is_marked_by_its_side_and_its_beginning() -> None:
    found = marks(ENGLISH, "en", "$5m")
    assert {"<raise", ">from", ">banks", "<0raise", ">0from"} <= found.keys()
    assert not {">raise", "<from"} & found.keys()


def test_the_nearer_weighs_more_and_a_border_takes_away() -> None:
    found = marks(ENGLISH, "en", "$5m")
    assert found["<raise"] > found["<bolt"] > found["<in"]
    assert found[">banks"] / found[">while"] > found["<bolt"] / found["<may"]


def test_names_and_other_figures_are_marked_by_what_they_are() -> None:
    found = marks(ENGLISH, "en", "$5m", organization="Bolt", percent="4%")
    assert {"<ORGANIZATION", ">PERCENT"} <= found.keys()
    assert "<bolt" not in found


def test_of_other_sentences_nothing_is_marked() -> None:
    assert "<well" not in marks(ENGLISH, "en", "$5m")


def test_in_japanese_characters_side_by_side_are_marked() -> None:
    found = marks(JAPANESE, "ja", "5億円")
    assert {">調達", ">を調", "<国で"} <= found.keys()
    assert "<0国で" in found


@pytest.mark.parametrize(("lang", "text", "figure"), [("en", "$5m", "$5m"), ("ja", "5億円", "5億円")])
def test_a_figure_alone_has_no_words_beside_it(lang: str, text: str, figure: str) -> None:
    assert not [mark for mark in marks(text, lang, figure) if len(mark) > 2]
