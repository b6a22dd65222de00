"""English times: a match of one of the rules of calendar_en in, with the day of publication, the span of days it names out."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.extract.contexts.calendar_days import (
    Now,
    Span,
    day,
    from_now,
    half,
    known,
    months,
    quarter,
    relative,
    season,
    short_year,
    until_now,
    without_year,
    year,
    year_ended,
)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NUMBERS = {
    word: value
    for value, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        1,
    )
} | {"a": 1, "an": 1, "thirty": 30, "half-dozen": 6, "dozen": 12, "couple of": 2}
_NTH = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "latter": 2,
}
AWAY = {"last": -1, "this": 0, "the current": 0, "next": 1}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}


def number_of(word: str | None) -> int | None:
    """The number a word or digits name; 1 where none stands, None for several and few."""
    if word is None:
        return 1
    word = word.lower().removeprefix("a ")
    return int(word) if word.isdigit() else 1 if word == "a" else NUMBERS.get(word)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _year_of(match: re.Match[str], now: Now) -> int | None:
    if digits := known(match, ("y", "y2")):
        return short_year(digits)
    if (away := known(match, ("ry",))) and now.published:
        return now.published.year + AWAY[away.lower()]
    return None


def _placed(match: re.Match[str], now: Now, build: Callable[[int], Span | None]) -> Span | None:
    """What the match names, in the year that it names, or in the year that publication suggests."""
    number = _year_of(match, now)
    if number is not None:
        return build(number)
    return None if known(match, ("ry",)) else without_year(now, build)


def quarter_named(match: re.Match[str], now: Now) -> Span | None:
    which = known(match, ("q", "q2"))
    number = _NTH.get((which or "").lower()) or int(which or 0)
    return _placed(match, now, lambda y: quarter(y, number))


def half_named(match: re.Match[str], now: Now) -> Span | None:
    which = (known(match, ("h", "h2")) or "").lower()
    number = _NTH.get(which) or int(which)
    return _placed(match, now, lambda y: half(y, number))


def day_named(match: re.Match[str], now: Now) -> Span | None:
    month, which = _month(known(match, ("m", "m2")) or ""), int(known(match, ("d", "d2")) or 0)
    if digits := known(match, ("y", "y2")):
        return day(int(digits), month, which)
    return without_year(now, lambda number: day(number, month, which))


def month_named(match: re.Match[str], now: Now) -> Span | None:
    month, away = _month(match["m"]), (known(match, ("away",)) or "").strip().lower()
    if away == "this" and now.published:
        return months(now.published.year, month)
    if away == "last":
        now = Now(now.published)
    if away in ("next", "this coming"):
        now = Now(now.published, ahead=True)
    return _placed(match, now, lambda number: months(number, month))


def months_ended(match: re.Match[str], now: Now) -> Span | None:
    count = {
        "year": 12,
        "12": 12,
        "twelve": 12,
        "quarter": 3,
        "three": 3,
        "3": 3,
        "half": 6,
        "six": 6,
        "6": 6,
        "nine": 9,
        "9": 9,
    }
    length, month = count[match["length"].split()[0].lower()], _month(match["m"])
    if match["y"]:
        return year_ended(int(match["y"]), month, length)
    return without_year(now, lambda number: year_ended(number, month, length))


def season_named(match: re.Match[str], now: Now) -> Span | None:
    which, away = SEASONS[match["season"].lower()], (known(match, ("away",)) or "").strip().lower()
    if away == "this" and now.published:
        return season(now.published.year, which)
    if away in ("last", "next"):
        now = Now(now.published, ahead=away == "next")
    return _placed(match, now, lambda number: season(number, which))


def first_months(match: re.Match[str], now: Now) -> Span | None:
    count = number_of(match["n"])
    return _placed(match, now, lambda number: months(number, 1, count)) if count and count <= 12 else None


def short_range(match: re.Match[str], _now: Now) -> Span | None:
    first = year(int(match["y"]))
    last = year(int(match["y"][:2] + match["to"]))
    return (first[0], last[1]) if first and last and first < last else None


def rest_of_year(_match: re.Match[str], now: Now) -> Span | None:
    here = relative(now, "year", 0)
    return (now.published, here[1]) if here and now.published else None


def this_decade(_match: re.Match[str], now: Now) -> Span | None:
    if now.published is None:
        return None
    first, last = (year(now.published.year // 10 * 10 + more) for more in (0, 9))
    return (first[0], last[1]) if first and last else None


def last_units(match: re.Match[str], now: Now) -> Span | None:
    """The last quarter is one of the calendar, the last year or the last two quarters are spans up to now."""
    if known(match, ("n",)) is None and match["u"].lower() == "quarter":
        return relative(now, "quarter", -1)
    return until_now(now, number_of(known(match, ("n",))), match["u"].lower())


def ahead_by(match: re.Match[str], now: Now) -> Span | None:
    return from_now(now, number_of(match["n"]), match["u"].lower())
