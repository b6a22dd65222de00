"""Sentences: where a person would cut, and never further apart than the rules may read."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.sentences import LONGEST, split_sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("一つ目です。二つ目です！三つ目", ["一つ目です。", "二つ目です！", "三つ目"]),
        ("「そうです。」と述べた。次。", ["「そうです。」", "と述べた。", "次。"]),
        ("It raised $1.5 billion. Then more.", ["It raised $1.5 billion.", " Then more."]),
        ("Mr. Musk of X Corp. said so. No.", ["Mr. Musk of X Corp. said so.", " No."]),
        ("見出し\n\n本文です。", ["見出し\n\n", "本文です。"]),
        ("« Vraiment ? » dit-il.", ["« Vraiment ?", " » dit-il."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, parts: list[str]) -> None:
    ends = [0, *split_sentences(text).ends]
    assert [text[start:end] for start, end in pairwise(ends)] == parts


@given(st.text(alphabet="あ。. \n!A", max_size=200), st.integers(0, 199))
def test_each_position_lies_in_one_sentence(text: str, position: int) -> None:
    if position < len(text):
        start, end = split_sentences(text).around(position)
        assert start <= position < end


def test_a_text_without_a_full_stop_is_cut_all_the_same() -> None:
    ends = [0, *split_sentences("無" * (LONGEST * 3 + 7)).ends]
    assert max(end - start for start, end in pairwise(ends)) == LONGEST
