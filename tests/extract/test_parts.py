"""Long texts are read by the part: nothing is cut in two, nothing is told twice, and who was introduced stays known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.extractor import Extractor
from pipeline.extract.parts import INTRODUCED, JUST_BEFORE, LONGEST_INTRODUCTION, MOST, Memory, parts_of
from pipeline.records import Mention, Method
from tests.conftest import ROOT

FILLER = {
    "en": "The rain had stopped by noon, and nobody at the harbour spoke of machines any more.\n",
    "ja": "昼には雨がやみ、港ではもう誰も機械の話をしなかった。\n",
}


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(ROOT / "seeds" / "catalogue")


@given(st.text("ab .,\n。、", max_size=300), st.integers(min_value=1, max_value=60))
def test_parts_are_all_of_the_text_and_none_is_too_long(text: str, most: int) -> None:
    parts = list(parts_of(text, most))
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(end - start <= most for start, end in parts)
    assert all(start < end for start, end in parts) or text == ""


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Alpha grew.\nBeta fell. Gamma stayed", "Alpha grew.\n"),
        ("Alpha grew. Beta fell, Gamma stayed", "Alpha grew."),
        ("Alpha grew, Beta fell, Gamma stayed", "Alpha grew, Beta "),
        ("アルファは伸びた。ベータは落ち、ガンマは残った", "アルファは伸びた。"),
        ("アルファは,投資額として2,500,000ドル", "アルファは,"),
        ("AlphaGrewBetaFellGammaStayedDeltaRose", "AlphaGrewBetaFellGam"),
    ],
)
def test_a_part_ends_where_a_paragraph_a_sentence_or_a_word_does(text: str, first: str) -> None:
    start, end = next(parts_of(text, most=20))
    assert text[start:end] == first


def test_a_text_that_is_no_longer_than_a_part_is_one() -> None:
    assert list(parts_of("x" * MOST)) == [(0, MOST)]


@pytest.mark.parametrize(
    ("lang", "introduction", "later", "surface", "entity"),
    [
        ("en", "Jensen Huang runs Nvidia.", "Huang sees no end of demand.", "Huang", "jensen-huang"),
        ("ja", "エヌビディアのジェンスン・フアン氏が登壇した。", "フアン氏は需要が続くとみる。", "フアン", "jensen-huang"),
    ],
)  # fmt: skip
def test_a_person_whom_an_earlier_part_introduced_is_known_by_a_short_name(
    extractor: Extractor, lang: str, introduction: str, later: str, surface: str, entity: str
) -> None:
    filler = FILLER[lang] * (5 * MOST // 4 // len(FILLER[lang]))
    alone = extractor.read(filler + later, lang).mentions
    found = extractor.read(f"{introduction}\n{filler}{later}", lang).mentions
    assert entity not in [mention.entity for mention in alone]
    assert (found[-1].surface, found[-1].entity) == (surface, entity)


def test_what_is_read_again_before_a_part_is_told_once(extractor: Extractor) -> None:
    sentence = "OpenAI will spend $40 billion, said Sam Altman.\n"
    times = 5 * MOST // 4 // len(sentence)
    text = sentence * times
    found = extractor.read(text, "en")
    places = {"OpenAI": 0, "Sam Altman": sentence.index("Sam")}
    assert [(one.start, one.surface) for one in found.mentions] == [
        (line * len(sentence) + place, name) for line in range(times) for name, place in places.items()
    ]
    amount = sentence.index("$")
    assert [one.start for one in found.figures] == [line * len(sentence) + amount for line in range(times)]
    assert all(text[one.start : one.end] == one.surface for one in found.figures)
    sentences = [(one.sentence_start, one.sentence_end) for one in found.mentions]
    sentences += [(one.sentence_start, one.sentence_end) for one in found.figures]
    assert {text[start:end] for start, end in sentences} == {sentence.rstrip()}


def test_a_figure_whose_owner_the_part_before_told_is_still_that_one_s(extractor: Extractor) -> None:
    owner = "Cerebras had a year to remember.\n"
    filler = (FILLER["en"] * (MOST // 50))[-(MOST - len(owner) - 20) :]
    text = f"{filler}{owner}The company booked revenue of $510 million.\n"
    assert list(parts_of(text)) == [(0, len(filler + owner)), (len(filler + owner), len(text))]
    (figure,) = extractor.read(text, "en").figures
    assert figure.subject == "cerebras"


def mention(name: str, sentence: str, start: int, method: Method = "cue") -> Mention:
    return Mention(
        entity=None,
        name=name,
        type="person",
        surface=name,
        start=start,
        end=start + len(name),
        sentence_start=0,
        sentence_end=len(sentence),
        method=method,
        score=0.9,
        evidence="",
    )


def test_who_is_named_most_often_is_remembered_when_not_all_can_be() -> None:
    memory = Memory()
    said = [f"Person{number} came." for number in range(1000)]
    for one in said:
        memory.learn(one, [mention(one.split()[0], one, 0)])
    memory.learn(said[-1], [mention("Person999", said[-1], 0)])
    before = memory.before("y" * 5000, 3000)
    assert "Person999 came." in before
    assert len(before) < INTRODUCED + JUST_BEFORE + 1000
    assert before.endswith("\n" + "y" * JUST_BEFORE)


def test_of_a_sentence_without_an_end_only_what_stands_around_the_name_is_remembered() -> None:
    memory = Memory()
    sentence = "z" * 700 + " Ann " + "z" * 700
    memory.learn(sentence, [mention("Ann", sentence, 701)])
    told = memory.before("", 0)
    assert " Ann " in told
    assert len(told) <= LONGEST_INTRODUCTION + 1


def test_a_name_that_was_misheard_is_not_introduced_to_the_next_part() -> None:
    memory = Memory()
    memory.learn("Ann came.", [mention("Ann", "Ann came.", 0)])
    memory.learn("Anne Thropic went.", [mention("Anne Thropic", "Anne Thropic went.", 0, "phonetic")])
    assert memory.before("", 0) == "Ann came.\n"
