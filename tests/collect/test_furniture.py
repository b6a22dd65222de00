"""Furniture: lines of the page go, sentences stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.collect.furniture import strip_furniture

FURNITURE = {
    "この記事は約14分で読めます。": {"reading_minutes": 14},
    "読了目安：５分": {"reading_minutes": 5},
    "5 min read": {"reading_minutes": 5},
    "Reading time: 12 minutes": {"reading_minutes": 12},
    "Temps de lecture : 4 min": {"reading_minutes": 4},
    "Temps de lecture estimé : 2 minutes": {"reading_minutes": 2},
    "3 minutes de lecture": {"reading_minutes": 3},
    "7,817 文字": {"characters": 7817},
    "1,250 words": {"words": 1250},
    "コメント": {},
    "コメントを書き込む": {},
    "タイトルとURLをコピーしました": {},
    "シェアする": {},
    "Xでシェア": {},
    "LINEで送る": {},
    "このサイトはCookieを使用しています。": {},
    "Share this article on LinkedIn": {},
    "Tweet": {},
    "12 comments": {},
    "Leave a reply": {},
    "We use cookies to improve your experience.": {},
    "Partager sur Facebook": {},
    "Aucun commentaire": {},
    "Lien copié !": {},
    "Publicité": {},
    "Nous utilisons des cookies pour mesurer l'audience.": {},
}
SENTENCES = [
    "この記事は約14分で読めますが、長いです。",
    "全部で7,817 文字を書いた。",
    "彼はコメントを控えた。",
    "OpenAI will share this model on Hugging Face.",
    "The 5 min read was worth it.",
    "Shares of NVIDIA fell 17%.",
    "Le temps de lecture : 4 min selon Mistral.",
    "Partager la valeur, dit Altman.",
    "1994",
    ",文字",
    "",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_a_line_that_only_serves_the_page_goes(line: str) -> None:
    assert strip_furniture(f"Before.\n\n{line}\n\nAfter.") == ("Before.\n\nAfter.", FURNITURE[line])


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_stays(line: str) -> None:
    text = f"Before.\n\n{line}\n\nAfter."
    assert strip_furniture(text) == (text, {})


def test_a_text_of_nothing_else_stays_as_it_is() -> None:
    assert strip_furniture("コメント\n\n5 min read") == ("コメント\n\n5 min read", {})


@given(st.lists(st.sampled_from([*FURNITURE, *SENTENCES])))
def test_nothing_but_whole_furniture_lines_and_blank_ones_goes(lines: list[str]) -> None:
    stripped, _ = strip_furniture("\n".join(lines))
    sentences = [line for line in lines if line in SENTENCES and line]
    if sentences:
        assert [line for line in stripped.split("\n") if line] == sentences
        assert strip_furniture(stripped) == (stripped, {})
