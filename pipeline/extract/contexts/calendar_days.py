"""Calendar days: numbers of years, quarters and months in, spans of days out; None where no such days exist.

The language files (calendar_ja, calendar_en, calendar_fr) build on it, so that 2月30日 and year 99999 end here.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

Span = tuple[date, date]
"""First and last day, both within."""

FIRST_YEAR, LAST_YEAR = 1950, 2100
"""Years that news of an industry speaks of; other numbers are no years."""
_MONTHS = 62
"""Days; what lasts longer is a quarter, a season or a half."""
LONGEST = 1200
"""Months; no plan runs longer."""


@dataclass(frozen=True, slots=True)
class Now:
    """The day a text was published, and whether what is said lies ahead of it: `in March` is then the coming one."""

    published: date | None
    ahead: bool = False


Rule = tuple[str, re.Pattern[str], Callable[[re.Match[str], Now], Span | None]]
"""An expression of time, and the days it means; None where it names a time that cannot be told."""


def months(year: int, month: int, count: int = 1) -> Span | None:
    """`count` months from this month on; months below 1 and above 12 lie in the years before and after."""
    first, last = year * 12 + month - 1, year * 12 + month - 2 + count
    if count < 1 or not FIRST_YEAR * 12 <= first <= last < (LAST_YEAR + 1) * 12:
        return None
    end_year, end_month = divmod(last, 12)
    return date(first // 12, first % 12 + 1, 1), date(
        end_year, end_month + 1, monthrange(end_year, end_month + 1)[1]
    )


def year(number: int) -> Span | None:
    """January to December."""
    return months(number, 1, 12)


def fiscal_year(number: int) -> Span | None:
    """A Japanese fiscal year (年度): April to March."""
    return months(number, 4, 12)


def quarter(number: int, which: int, first_month: int = 1) -> Span | None:
    """Three months of a year that begins in this month; 0 is the quarter before, 5 the one after."""
    return months(number, first_month + 3 * (which - 1), 3)


def half(number: int, which: int, first_month: int = 1) -> Span | None:
    """Six months of a year that begins in this month."""
    return months(number, first_month + 6 * (which - 1), 6)


def season(number: int, which: int) -> Span | None:
    """Spring 0 (March to May), summer, autumn, winter 3 (December to February)."""
    return months(number, 3 + 3 * which, 3)


def day(number: int, month: int, which: int) -> Span | None:
    """One day."""
    if not FIRST_YEAR <= number <= LAST_YEAR:
        return None
    try:
        one = date(number, month, which)
    except ValueError:
        return None
    return one, one


def years_from(number: int, count: int | None) -> Span | None:
    """So many years from the first day of this one on."""
    return months(number, 1, 12 * count) if count else None


def one_day(one: date | None) -> Span | None:
    """A day as a span."""
    return (one, one) if one else None


def year_ended(number: int, month: int, count: int = 12) -> Span | None:
    """The months that end with this one: 2025年3月期, the quarter ended September 2025."""
    return months(number, month - count + 1, count) if 1 <= month <= 12 else None


def shifted(one: date, count: int, unit: str) -> date | None:
    """The day so many days, weeks, months or years away, the month's last day where it has no such day."""
    try:
        if unit in ("day", "week"):
            return one + timedelta(days=count * (7 if unit == "week" else 1))
        steps = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
        number, month = divmod(one.year * 12 + one.month - 1 + steps, 12)
        return date(number, month + 1, min(one.day, monthrange(number, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def year_before(span: Span | None) -> Span | None:
    """The same days a year earlier."""
    if span is None:
        return None
    first, last = shifted(span[0], -1, "year"), shifted(span[1], -1, "year")
    if last and span[1].day == monthrange(span[1].year, span[1].month)[1]:
        last = last.replace(day=monthrange(last.year, last.month)[1])
    return (first, last) if first and last else None


def from_now(now: Now, count: int | None, unit: str) -> Span | None:
    """From publication on, so long."""
    if now.published is None or count is None or not 0 < count <= LONGEST:
        return None
    last = shifted(now.published, count, unit)
    return (now.published, last) if last and last.year <= LAST_YEAR else None


def until_now(now: Now, count: int | None, unit: str) -> Span | None:
    """So long, up to publication."""
    if now.published is None or count is None or not 0 < count <= LONGEST:
        return None
    first = shifted(now.published, -count, unit)
    return (first, now.published) if first and first.year >= FIRST_YEAR else None


def ago(now: Now, count: int | None, unit: str) -> Span | None:
    """Three years ago is that year, two months ago that month, ten days ago that day; ahead where count is negative."""
    if now.published is None or count is None or abs(count) > LONGEST:
        return None
    then = shifted(now.published, -count, unit)
    if then is None:
        return None
    if unit in ("year", "decade"):
        return year(then.year)
    if unit == "quarter":
        return quarter(then.year, (then.month + 2) // 3)
    return months(then.year, then.month) if unit == "month" else one_day(then)


def relative(now: Now, unit: str, away: int) -> Span | None:
    """The calendar year, quarter, month, week or day of publication (0), the one before (-1) or after (1)."""
    if now.published is None:
        return None
    if unit == "week":
        monday = shifted(now.published, 7 * away - now.published.weekday(), "day")
        sunday = shifted(monday, 6, "day") if monday else None
        return (monday, sunday) if monday and sunday else None
    return ago(now, -away, unit)


def without_year(now: Now, build: Callable[[int], Span | None]) -> Span | None:
    """What is said without its year: the next one where it lies ahead, else the latest that has begun by publication.

    A quarter or half is told of when it is over.
    """
    if now.published is None:
        return None
    spans = [span for away in (-2, -1, 0, 1, 2) if (span := build(now.published.year + away))]
    if now.ahead:
        return next((span for span in spans if span[1] >= now.published), None)
    return next(
        (span for span in reversed(spans) if span[(span[1] - span[0]).days > _MONTHS] <= now.published), None
    )


def weekday(now: Now, which: int) -> Span | None:
    """The latest Monday (0) … Sunday (6) up to publication, or the next from it on."""
    if now.published is None:
        return None
    away = (which - now.published.weekday()) % 7 if now.ahead else -((now.published.weekday() - which) % 7)
    return one_day(shifted(now.published, away, "day"))


def short_year(digits: str) -> int:
    """A year in two or four digits."""
    return int(digits) + (2000 if len(digits) < 3 else 0)


def known(match: re.Match[str], names: Sequence[str]) -> str | None:
    """The first of these groups that matched; a pattern need not have them all."""
    groups = match.groupdict()
    return next((groups[name] for name in names if groups.get(name)), None)
