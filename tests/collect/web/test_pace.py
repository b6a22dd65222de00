"""Pace: when a source may and should be asked again, told by its habits, its wishes and its failures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from pipeline.collect.web.learn import learnt, waiting
from pipeline.collect.web.memory import Memory
from pipeline.collect.web.pace import backoff, habit_of, interval, next_due, retry_after
from pipeline.collect.web.terms import Reply
from pipeline.collect.web.wishes import Wishes, wishes_of

NOW = datetime(2026, 1, 7, 12, 0, tzinfo=UTC)  # a Wednesday
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("header", "wait"),
    [
        ("120", 2 * MINUTE),
        (" 0 ", timedelta()),
        ("-5", timedelta()),
        ("soon", timedelta()),
        ("", timedelta()),
        ("99999999", DAY),
        (format_datetime(NOW + HOUR, usegmt=True), HOUR),
        (format_datetime(NOW - HOUR, usegmt=True), timedelta()),
        ("Fri, 01 Jan 2100 00:00:00 GMT", DAY),
        ("Wed, 07 Jan 2026 13:00:00", HOUR),
    ],
)
def test_retry_after_is_kept_to_within_bounds(header: str, wait: timedelta) -> None:
    assert retry_after(header, NOW) == wait


def test_a_source_that_fails_is_left_alone_twice_as_long_each_time_but_never_for_good() -> None:
    waits = [backoff(15, failures, 0.5) for failures in range(1, 60)]
    assert waits[:4] == [15 * MINUTE, 30 * MINUTE, 60 * MINUTE, 120 * MINUTE]
    assert waits[-1] == 30 * DAY
    assert waits == sorted(waits)
    assert backoff(15, 3, 0) < backoff(15, 3, 0.2) < backoff(15, 3, 1), "sources do not come back together"
    assert backoff(15, 59, 1) == 30 * DAY


def failing(times: int, apart: timedelta, header: str = "") -> tuple[Memory, datetime]:
    memory, now = Memory(), NOW
    headers = (("Retry-After", header),) if header else ()
    for _ in range(times):
        reply = Reply("https://a.example/", 503, b"", True, 0.1, headers=headers)
        memory = learnt(memory, 15, reply, (), "it answers 503", now, 0.5, failed=True)
        now += apart
    return memory, now - apart


def test_the_first_failure_changes_nothing_the_next_ones_do() -> None:
    memory, last = failing(1, 15 * MINUTE)
    assert waiting(memory, last) == ""
    assert next_due(15, memory, last) == last + 14 * MINUTE
    memory, last = failing(4, DAY)
    assert next_due(15, memory, last) == last + 120 * MINUTE
    assert waiting(memory, last) == "is not asked before 2026-01-10 14:00 UTC: it answers 503"
    assert waiting(memory, last + 2 * HOUR) == ""


def test_tries_one_after_the_other_are_one_failure() -> None:
    memory, _ = failing(3, timedelta(seconds=10))
    assert (memory.failures, memory.until) == (1, None)


def test_retry_after_counts_from_the_first_failure_on() -> None:
    memory, last = failing(1, DAY, "3600")
    assert next_due(15, memory, last) == last + HOUR
    assert waiting(memory, last + HOUR) == ""


def test_a_visit_that_goes_well_forgets_failures() -> None:
    memory, last = failing(5, DAY)
    reply = Reply("https://a.example/", 200, b"<rss>", True, 0.1)
    memory = learnt(memory, 15, reply, (), "", last + DAY, 0.5, failed=False)
    assert (memory.failures, memory.until, memory.why) == (0, None, "")


@pytest.mark.parametrize(
    ("gap", "minutes"),
    [(1, 15), (60, 15), (120, 30), (480, 120), (1440, 360), (100_000, 360), (0, 15)],
)
def test_a_source_is_asked_as_often_as_it_publishes_within_bounds(gap: float, minutes: float) -> None:
    assert interval(15, Memory(gap=gap, newest=NOW), NOW) == minutes


def test_one_that_has_gone_quiet_is_asked_less() -> None:
    assert interval(15, Memory(gap=60, newest=NOW - 8 * HOUR), NOW) == 120
    assert interval(15, Memory(gap=60, newest=NOW - 90 * DAY), NOW) == 360
    assert interval(1440, Memory(gap=60, newest=NOW), NOW) == 1440, "its own minutes are the least"


def test_habits_are_told_by_the_newest_entries() -> None:
    times = [NOW - number * HOUR for number in range(10)] + [NOW - 900 * DAY, NOW + 30 * DAY, NOW]
    assert habit_of(times, NOW) == (60.0, NOW)
    assert habit_of([NOW - DAY, NOW], NOW) == (0.0, NOW), "too few to tell"
    assert habit_of([], NOW) == (0.0, None)


def wishes(head: str, **headers: str) -> Wishes:
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return wishes_of(Reply("https://a.example/", 200, head.encode(), True, 0.1, headers=named))


@pytest.mark.parametrize(
    ("said", "least"),
    [
        (wishes("<rss><channel><ttl> 60 </ttl><item>"), 60),
        (wishes("<rss><channel><item><ttl>60</ttl></item>"), 0),
        (wishes("<ttl>soon</ttl>"), 0),
        (wishes("<sy:updatePeriod>daily</sy:updatePeriod>"), 1440),
        (
            wishes(
                "<sy:updatePeriod>\n hourly </sy:updatePeriod><sy:updateFrequency> 2 </sy:updateFrequency>"
            ),
            30,
        ),
        (wishes("<syn:updatePeriod>never</syn:updatePeriod>"), 0),
        (wishes("", Cache_Control="public, max-age=1800"), 30),
        (wishes("", Cache_Control="max-age=1800", Age="600"), 20),
        (wishes("", Cache_Control="s-maxage=1800, no-cache"), 0),
        (wishes("<ttl>10</ttl>", Cache_Control="max-age=1800"), 30),
    ],
)
def test_what_a_feed_wishes(said: Wishes, least: float) -> None:
    assert said.least == least


def test_wishes_count_within_bounds() -> None:
    assert interval(15, Memory(least=60), NOW) == 60
    assert interval(15, Memory(least=5), NOW) == 15
    assert interval(15, Memory(least=525_600), NOW) == 360


def test_hours_and_days_that_a_feed_leaves_out_are_left_out() -> None:
    hours = "".join(f"<hour>{one}</hour>" for one in (12, 13, 24, 99))
    said = wishes(
        f"<skipHours>{hours}</skipHours><skipDays><day>Wednesday</day><day>Someday</day></skipDays>"
    )
    assert (said.hours, said.days) == ((0, 12, 13), (2,))
    due = next_due(15, Memory(hours=(12, 13)), NOW)
    assert due == NOW.replace(hour=14)
    assert next_due(15, Memory(hours=(0, 1), days=(2,)), NOW) == datetime(2026, 1, 8, 2, 0, tzinfo=UTC)
    assert wishes(f"<skipHours>{''.join(f'<hour>{one}</hour>' for one in range(24))}</skipHours>").hours == ()


def test_a_source_that_is_gone_is_never_due() -> None:
    memory = learnt(
        Memory(),
        15,
        Reply("https://a.example/", 410, b"", True, 0.1),
        (),
        "it answers 410",
        NOW,
        0.5,
        failed=True,
    )
    assert next_due(15, memory, NOW) is None
    assert waiting(memory, NOW + 900 * DAY) == "is gone for good and is not asked any more: it answers 410"
