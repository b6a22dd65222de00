"""Folding: one name has one form, and every offset leads back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.names.fold import fold, fold_name


@pytest.mark.parametrize(
    "writings",
    [
        ("O3 mini", "o3-mini", "o3mini", "Ｏ３ｍｉｎｉ", "O3‐Mini"),
        ("サム・アルトマン", "サムアルトマン", "サム･ｱﾙﾄﾏﾝ", "サム アルトマン"),
        ("ガバナンス", "ｶﾞﾊﾞﾅﾝｽ"),
        ("L’Oréal", "L'Oréal", "LORÉAL"),
    ],
)
def test_writings_of_one_name_fold_to_one_form(writings: tuple[str, ...]) -> None:
    assert len({fold_name(writing) for writing in writings}) == 1


def test_different_names_stay_different() -> None:
    assert len({fold_name(name) for name in ("ガス", "カス", "GPT-4.1", "GPT-41", "ハバ", "パパ")}) == 6


@given(st.text())
def test_every_folded_character_has_an_origin_in_order(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.origin)
    assert list(folded.origin) == sorted(folded.origin)
    assert all(0 <= place < len(text) for place in folded.origin)
