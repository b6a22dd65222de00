"""What was said when and by whom, by offset; and a meta of another form tells nothing."""

from __future__ import annotations

import pytest

from pipeline.spoken import seconds_at, speakers_at

META = {"times": "5=0 52=4.8 90=61", "speakers": "Sam Altman; Ezra Klein", "turns": "5=1 52=0 90=2"}


@pytest.mark.parametrize(
    ("offset", "second", "speaker"),
    [
        (0, None, None),
        (5, 0.0, "Sam Altman"),
        (51, 0.0, "Sam Altman"),
        (52, 4.8, None),
        (90, 61.0, "Ezra Klein"),
        (10_000, 61.0, "Ezra Klein"),
    ],
)
def test_an_offset_has_the_second_and_speaker_of_the_words_before_it(
    offset: int, second: float | None, speaker: str | None
) -> None:
    assert (seconds_at(META)(offset), speakers_at(META)(offset)) == (second, speaker)


@pytest.mark.parametrize(
    "meta",
    [
        {},
        {"times": "", "turns": "", "speakers": ""},
        {"times": "New York Times", "turns": "left", "speakers": "both"},
        {"times": 3, "turns": 1, "speakers": True},
        {"times": "0=x", "turns": "0=7", "speakers": "Sam Altman"},
    ],
)
def test_a_meta_of_another_form_tells_nothing(meta: dict[str, object]) -> None:
    assert (seconds_at(meta)(9), speakers_at(meta)(9)) == (None, None)
