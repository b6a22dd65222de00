"""The period of a digest, as one writes it on the command line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from pipeline.digest.period import period
from pipeline.errors import Misconfigured

NOW = datetime(2025, 2, 4, 7, 0, 0, 5, tzinfo=UTC)
SEVEN = datetime(2025, 2, 4, 7, tzinfo=UTC)


def test_it_ends_now_and_covers_a_day_to_the_moment() -> None:
    assert period(None, 24, NOW) == (NOW - timedelta(days=1), NOW)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("2025-02-04T07:00", SEVEN),
        ("2025-02-04 07:00:00Z", SEVEN),
        ("2025-02-04T16:00+09:00", SEVEN),
        ("2025-02-04", datetime(2025, 2, 4, tzinfo=UTC)),
    ],
)
def test_a_time_is_utc_unless_it_says_otherwise(text: str, end: datetime) -> None:
    assert period(text, 1, NOW) == (end - timedelta(hours=1), end)


@pytest.mark.parametrize("text", ["tomorrow", "", "2025-13-01", "0001-01-01", "9999-12-31T23:59-12:00"])
def test_what_is_no_time_is_told_with_an_example(text: str) -> None:
    with pytest.raises(Misconfigured, match="as in 2025-02-04T07:00"):
        period(text, 24, NOW)
