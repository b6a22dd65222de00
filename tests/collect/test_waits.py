"""Waits: which pages are asked for in a round, and when again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from pipeline.collect.found import Found
from pipeline.collect.waits import MOST, Wait, after_try, chosen_waits, share

NOW = datetime(2025, 2, 3, tzinfo=UTC)


def wait(number: int, days: float = 0, *, dated: bool = True) -> Wait:
    """An entry that was published and found so many days ago."""
    at = NOW - timedelta(days=days)
    return Wait(str(number), "", Found(text="", kind="feed-item", published=at if dated else None), at)


def test_the_newest_come_first_and_nothing_waits_for_ever() -> None:
    fresh, old = [wait(number) for number in range(50)], [wait(100 + days, days) for days in range(1, 40)]
    chosen = chosen_waits(fresh, old, 30)
    assert (len(chosen), len({one.doc_id for one in chosen})) == (30, 30)
    assert sum(one in fresh for one in chosen) == 20
    assert chosen[20:] == [wait(100 + days, days) for days in range(39, 29, -1)]
    assert chosen_waits(fresh[:3], old[:4], 30) == [*fresh[:3], *old[:4]], "all, where there are few"


def test_an_entry_without_a_date_is_of_the_day_on_which_it_was_found() -> None:
    assert chosen_waits([wait(1, dated=False)], [wait(2, 1), wait(3, 2)], 1) == [wait(1, dated=False)]


def test_an_entry_that_has_changed_is_asked_for_once() -> None:
    assert chosen_waits([wait(1)], [wait(1, 1), wait(2, 1)], 30) == [wait(1), wait(2, 1)]


def test_none_is_asked_for_where_there_is_no_time() -> None:
    assert chosen_waits([wait(1)], [wait(2)], 0) == []


def test_a_page_is_tried_three_times_over_a_day() -> None:
    first = after_try(wait(1), NOW)
    second = after_try(first.wait, NOW + timedelta(hours=1))
    third = after_try(second.wait, NOW + timedelta(hours=24))
    assert [one.at for one in (first, second, third)] == [
        NOW + timedelta(hours=1),
        NOW + timedelta(hours=24),
        None,
    ]


def test_many_sources_share_what_a_round_can_read() -> None:
    assert (share(0), share(1), share(20), share(100), share(5000)) == (MOST, MOST, 30, 6, 1)
