"""Periods: days and times of a command line, and which documents lie between them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec import structs

from pipeline.collect.period import Period, read_period
from pipeline.errors import Misconfigured
from tests.samples import make_document


def test_days_are_whole_days_and_times_are_to_the_second() -> None:
    assert read_period(None, None) == Period(None, None)
    days = read_period("2025-01-01", "2025-01-31")
    assert days == Period(datetime(2025, 1, 1, tzinfo=UTC), datetime(2025, 2, 1, tzinfo=UTC))
    assert read_period("2025-01-01", "2025-01-01").until == datetime(2025, 1, 2, tzinfo=UTC)
    times = read_period("2025-01-01T10:00:00+09:00", "2025-01-31T00:00:00Z")
    assert times == Period(datetime(2025, 1, 1, 1, tzinfo=UTC), datetime(2025, 1, 31, tzinfo=UTC))


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ("yesterday", None, "--since 'yesterday' is no date; write it as 2025-02-03"),
        (None, "", "--until '' is no date"),
        (None, "2025-02-30", "--until '2025-02-30' is no date"),
        ("2025-02-03", "2025-02-02", "--since 2025-02-03 is after --until 2025-02-02; swap them"),
    ],
)
def test_a_wrong_date_is_refused(since: str | None, until: str | None, said: str) -> None:
    with pytest.raises(Misconfigured) as error:
        read_period(since, until)
    assert said in str(error.value)


def test_a_period_begins_with_its_first_second_and_ends_before_its_last() -> None:
    first, last = datetime(2025, 1, 2, tzinfo=UTC), datetime(2025, 1, 3, tzinfo=UTC)
    period = Period(first, last)
    document = structs.replace(make_document(), published_at=first)
    assert period.holds(document)
    assert not period.holds(structs.replace(document, published_at=last))
    assert not period.holds(structs.replace(document, published_at=first.replace(day=1)))
    undated = structs.replace(document, published_at=None, collected_at=first)
    assert period.holds(undated)
    assert not period.holds(structs.replace(undated, collected_at=last))
    assert Period().holds(document)
