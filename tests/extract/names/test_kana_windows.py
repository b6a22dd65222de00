"""Runs of katakana that may be names, and what is left of them without the plain words at them."""

from __future__ import annotations

import pytest

from pipeline.extract.names.kana_windows import kana_windows, mixed_windows
from pipeline.extract.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("アンソロピクスの話", ["アンソロピクス"]),
        ("データセンターの話", []),
        ("ミラ・モラティの話", ["ミラ・モラティ"]),
        ("トレニウムチップの話", ["トレニウムチップ", "トレニウム"]),
        ("スケイルAIの話", ["スケイルAI"]),
    ],
)
def test_windows_of_katakana(text: str, surfaces: list[str]) -> None:
    assert [one.surface for one in kana_windows(text, tokenize(text), [True] * len(text))] == surfaces


def test_what_is_taken_is_no_window() -> None:
    text = "アンソロピクスの話"
    assert list(kana_windows(text, tokenize(text), [False] * len(text))) == []


def test_mixed_writing_is_taken_as_it_is_read() -> None:
    text = "安蘇ロピックの話"
    windows = mixed_windows(tokenize(text), [True] * len(text))
    assert ("安蘇ロピック", "アソロピック") in [(text[one.start : one.end], one.surface) for one in windows]
