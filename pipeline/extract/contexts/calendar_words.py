"""Words of time: a sentence in, the times it names out, as days where they can be told.

    rules of its language → from … to joined → by, since, end of … applied → what is only compared with left out

Relative words (last year, 今後4年間) count from the day of publication; without one they name a time nobody can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from types import ModuleType

from pipeline.extract.contexts import calendar_en, calendar_fr, calendar_ja
from pipeline.extract.contexts.calendar_days import FIRST_YEAR, Now, Span, months, one_day, shifted, year

_LANGUAGES: dict[str, ModuleType] = {"ja": calendar_ja, "en": calendar_en, "fr": calendar_fr}
_NARROW = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)} | {
    ord(wide): ord(narrow)
    for wide, narrow in zip("\u00a0\u2007\u2009\u202f\u3000〜～–—−‐‑’", "     ~~-----'", strict=True)
}
_ANY_IN_JAPANESE = re.compile(r"[年月週日期第春夏秋冬]|FY|きのう|きょう|あす|おととい|現在|今や|足元")
_ANY = re.compile(
    r"\d"
    r"|\b(?:years?|months?|weeks?|days?|quarters?|half|decade|yesterday|today|tomorrow|now|currently|to date|so far)\b"
    r"|day\b|\b(?:ans?|année|mois|trimestre|semestre|semaine|décennie|hier|demain|aujourd'hui|désormais|actuellement)"
    r"|di\b|dimanche|maintenant|à présent|à ce jour|jan|f[eé]v|mar|apr|avr|\bma[iy]\b|ju[nil]|ao[uû]t|aug|sep|oct|nov|d[eé]c"
    r"|spring|summer|autumn|fall|winter|printemps|été|hiver",
    re.IGNORECASE,
)
"""Without one of these a sentence names no time; many are passed over so."""
_BEFORE = 48
"""Characters before a time in which words belong to it."""
_HAS_YEAR = re.compile(r"(?:19|20)\d\d|年|year|année|l'an\b", re.IGNORECASE)
_SAME_YEAR = {
    "ja": re.compile(r"(?P<which>同年|翌年)(?!比)(?P<fy>度)?(?:(?P<month>\d{1,2})月)?|(?P<same>同期間|同期|同四半期|同月)(?!比)"),
    "en": re.compile(
        r"\b(?:(?P<same>(?:in|over|during) the same (?:period|quarter|month|year))|(?P<which>that year|the following year|the year after))\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:(?P<same>(?:sur|pendant|au cours de) la même (?:période|année))|(?P<which>cette année-là|l'année suivante))(?!\w)",
        re.IGNORECASE,
    ),
}  # fmt: skip
_NEXT = ("翌年", "the following year", "the year after", "l'année suivante")


@dataclass(frozen=True, slots=True)
class Time:
    """A time at [start, end) of the sentence, with the words that belong to it; span None where its days are not told."""

    start: int
    end: int
    span: Span | None


@lru_cache(maxsize=1)
def narrowed(text: str) -> str:
    """The text with narrow digits, spaces and dashes, one code point for one; the last text is asked for several times."""
    return text.translate(_NARROW)


def find_times(sentence: str, lang: str, published: date | None) -> list[Time]:
    """The times that a narrowed sentence names, in order, none overlapping another. Other languages have none."""
    words = _LANGUAGES.get(lang)
    if words is None or not (_ANY_IN_JAPANESE if lang == "ja" else _ANY).search(sentence):
        return []
    if published and not FIRST_YEAR <= published.year <= 2099:
        published = None
    named = _resolved(sentence, lang, _named(sentence, words, published))
    joined = _joined(sentence, words, named)
    complete = _behind if lang == "ja" else _before
    return [
        time
        for one, whole in joined
        if (time := complete(sentence, words, one, published, whole=whole)) is not None
    ]


def _named(sentence: str, words: ModuleType, published: date | None) -> list[Time]:
    """What the rules find, the first and longest of those that overlap."""
    found: list[Time] = []
    has = {"": True}
    for need, pattern, build in words.RULES:
        if need not in has:
            has[need] = words.NEEDS[need].search(sentence) is not None
        if not has[need]:
            continue
        for match in pattern.finditer(sentence):
            place = "at" if "at" in pattern.groupindex else 0
            start, end = match.span(place)
            now = Now(published, words.ahead(sentence, start, end) or _ends_then(sentence, words, start, end))
            found.append(Time(start, end, build(match, now)))
    return list(_apart(found))


def _ends_then(sentence: str, words: ModuleType, start: int, end: int) -> bool:
    """By March, 3月までに: the March to come."""
    if words is calendar_ja:
        return bool(words.BY.match(sentence, end))
    return bool(words.BY.search(sentence, max(0, start - _BEFORE), start))


def _apart(found: list[Time]) -> Iterator[Time]:
    taken = 0
    for time in sorted(found, key=lambda time: (time.start, -time.end)):
        if time.start >= taken and time.end > time.start:
            taken = time.end
            yield time


def _resolved(sentence: str, lang: str, times: list[Time]) -> list[Time]:
    """Adds 同年, 翌年3月, the following year: told by the time before them."""
    found = list(times)
    for match in _SAME_YEAR[lang].finditer(sentence):
        earlier = next((time.span for time in reversed(times) if time.end <= match.start()), None)
        span = earlier
        if match["which"] and earlier:
            number = earlier[1].year + (match["which"].lower() in _NEXT)
            groups = match.groupdict()
            if groups.get("month"):
                inside = 1 <= int(groups["month"]) <= 12
                span = months(number, int(groups["month"])) if inside else None
            else:
                span = months(number, 4, 12) if groups.get("fy") else year(number)
        found.append(Time(match.start(), match.end(), span))
    return list(_apart(found)) if len(found) > len(times) else found


def _joined(sentence: str, words: ModuleType, times: list[Time]) -> list[tuple[Time, bool]]:
    """Pairs of times that are the two ends of one, and the rest; True for the pairs."""
    found: list[tuple[Time, bool]] = []
    index = 0
    while index < len(times):
        here = times[index]
        there = times[index + 1] if index + 1 < len(times) else None
        both = there and _both(sentence, words, here, there)
        found.append((both or here, bool(both)))
        index += 2 if both else 1
    return found


def _both(sentence: str, words: ModuleType, here: Time, there: Time) -> Time | None:
    between, start = sentence[here.end : there.start], here.start
    if len(between) > _BEFORE or here.span is None or there.span is None:
        return None
    if words is calendar_ja:
        if not words.RANGE.fullmatch(between):
            return None
    else:
        if not words.TO.fullmatch(between):
            return None
        opening = words.FROM.search(sentence, max(0, start - _BEFORE), start)
        link = between.strip().lower().split()[0][:1] if between.strip() else ""
        if not opening and link not in ("-", "~"):
            return None
        if opening:
            if between.strip().lower().startswith(("and", "et")) != (
                opening["word"].lower() in ("between", "entre")
            ):
                return None
            start = opening.start()
    first, last = here.span, there.span
    if not _HAS_YEAR.search(sentence, here.start, here.end):
        first = _until(first, last, -1)
    elif not _HAS_YEAR.search(sentence, there.start, there.end):
        last = _until(last, first, 1)
    return Time(start, there.end, (first[0], last[1])) if first[0] <= last[1] else None


def _until(span: Span, other: Span, step: int) -> Span:
    """The span of a time without a year, moved by years to the nearest one on this side of the other time."""
    for away in range(-3, 4):
        moved = [shifted(one, step * away, "year") for one in span]
        if moved[0] and moved[1] and (moved[1] <= other[1] if step < 0 else moved[0] >= other[0]):
            return moved[0], moved[1]
    return span


def _before(
    sentence: str, words: ModuleType, time: Time, published: date | None, *, whole: bool
) -> Time | None:
    """The time with the English or French words before it; None where something is only compared with it."""
    low = max(0, time.start - _BEFORE)
    if words.COMPARED.search(sentence, low, time.start):
        return None
    if whole:
        return time
    if match := words.BY.search(sentence, low, time.start):
        return Time(match.start(), time.end, _by(time.span, match, published))
    if match := words.SINCE.search(sentence, low, time.start):
        return Time(match.start(), time.end, _since(time.span, published))
    if match := words.AT_END.search(sentence, low, time.start):
        return Time(match.start(), time.end, one_day(time.span[1]) if time.span else None)
    if match := words.AT_START.search(sentence, low, time.start):
        return Time(match.start(), time.end, one_day(time.span[0]) if time.span else None)
    if match := words.OPEN.search(sentence, low, time.start):
        return Time(match.start(), time.end, None)
    if match := words.IN.search(sentence, low, time.start):
        return replace(time, start=match.start())
    return time


def _behind(
    sentence: str, words: ModuleType, time: Time, published: date | None, *, whole: bool
) -> Time | None:
    """The time with the Japanese words behind it; None where something is only compared with it."""
    if words.COMPARED.match(sentence, time.end):
        return None
    if not whole:
        if match := words.BY.match(sentence, time.end):
            return Time(time.start, match.end(), _by(time.span, match, published))
        if match := words.SINCE.match(sentence, time.end):
            return Time(time.start, match.end(), _since(time.span, published))
        if match := words.AT_END.match(sentence, time.end):
            return Time(time.start, match.end(), one_day(time.span[1]) if time.span else None)
        if match := words.OPEN.match(sentence, time.end):
            return Time(time.start, match.end(), None)
    match = words.BEHIND.match(sentence, time.end)
    return replace(time, end=match.end()) if match else time


def _by(span: Span | None, match: re.Match[str], published: date | None) -> Span | None:
    """From publication to the end; what is over by then is the time itself."""
    if span is None or published is None:
        return None
    edge, before = match["edge"], match.groupdict().get("before")
    last = span[0] if edge in ("start", "beginning", "début", "初め") else span[1]
    if before and not edge:
        last = span[0] - timedelta(days=1)
    if last < published:
        return one_day(last) if edge else span
    return published, last


def _since(span: Span | None, published: date | None) -> Span | None:
    if span is None or published is None or span[0] > published:
        return None
    return span[0], published
