"""The word about dead letters."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from pipeline.letters.alert import count_letters, letters_alert
from pipeline.records import DeadLetter

NOON = datetime(2025, 2, 3, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("waiting", "new", "title"),
    [(1, 1, "1 dead letter waits"), (12, 3, "12 dead letters wait, 3 of them new")],
)
def test_it_says_how_many_wait(waiting: int, new: int, title: str) -> None:
    assert letters_alert(waiting, new, NOON).title == title


def test_it_is_told_once_a_day() -> None:
    ids = {letters_alert(2, 1, NOON + timedelta(hours=hours)).alert_id for hours in (0, 11, 12, 13)}
    assert len(ids) == 2


def test_it_counts_by_stage_and_those_of_the_last_day() -> None:
    letters = [letter("collect", 1), letter("collect", 30), letter("load", 23)]
    assert count_letters(letters, NOON) == ({"collect": 2, "load": 1}, 2)


def letter(stage: str, hours: int) -> DeadLetter:
    return DeadLetter(
        letter_id="0" * 32,
        stage=stage,  # type: ignore[arg-type]
        origin="notes/one.txt",
        source="notes",
        error="it is empty",
        at=NOON - timedelta(hours=hours),
        size=0,
        payload=b"",
    )
