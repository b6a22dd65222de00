"""English words of time: the rules that calendar_words applies to a sentence. Q3 2025, by 2029, over the next four years."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.extract.contexts.calendar_days import (
    Now,
    Rule,
    Span,
    ago,
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
    weekday,
    without_year,
    year,
    year_ended,
    years_from,
)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|\b))"
)
_NUMBERS = {
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
_NUMBER = rf"(?P<n>\d{{1,3}}|(?:a )?couple of|several|few|many|coming|{'|'.join(_NUMBERS)})"
_UNIT = r"(?P<u>year|quarter|month|week|day|decade)s?\b"
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
_Y4 = r"(?:19[5-9]\d|20\d\d)"
_AWAY = {"last": -1, "this": 0, "the current": 0, "next": 1}
_OF_YEAR = (
    rf"(?:,? (?:of |in )?(?:the )?(?:(?:calendar|fiscal|financial)(?: year)? )?(?:(?P<y>{_Y4})|(?:FY|')(?P<y2>(?:20)?\d\d)"
    r"|(?P<ry>(?:last|this|next)) year)(?!\d))"
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}
_AHEAD = re.compile(
    r"\b(?:will|would|could|should|may|might|shall|plan(?:s|ned|ning)?|aim(?:s|ing)?|expect(?:s|ed|ing)?|intends?|seek(?:s|ing)?|wants?|hopes?"
    r"|target(?:s|ing)?|goals?|forecasts?|pledge[sd]?|promise[sd]?|commit(?:s|ted|ment)|project(?:s|ed|ions?)|upcoming|scheduled|due|to be|set to|ahead"
    r"|outlook|guidance|sees)\b|'ll\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"[,;:]\s|\s(?:and|but|while|whereas|after)\s")


def ahead(sentence: str, start: int, end: int) -> bool:
    """Whether what the clause around this place says lies ahead: a word of will or plan stands in it."""
    low, high = max(0, start - 120), min(len(sentence), end + 120)
    begin = max((mark.end() for mark in _MARK.finditer(sentence, low, start)), default=low)
    mark = _MARK.search(sentence, min(high, end + 2), high)  # In March, OpenAI will …
    return bool(_AHEAD.search(sentence, begin, mark.start() if mark else high))


def _count(word: str | None) -> int | None:
    if word is None:
        return 1
    word = word.lower().removeprefix("a ")
    return int(word) if word.isdigit() else 1 if word == "a" else _NUMBERS.get(word)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _year_of(match: re.Match[str], now: Now) -> int | None:
    if digits := known(match, ("y", "y2")):
        return short_year(digits)
    if (away := known(match, ("ry",))) and now.published:
        return now.published.year + _AWAY[away.lower()]
    return None


def _placed(match: re.Match[str], now: Now, build: Callable[[int], Span | None]) -> Span | None:
    """What the match names, in the year that it names, or in the year that publication suggests."""
    number = _year_of(match, now)
    if number is not None:
        return build(number)
    return None if known(match, ("ry",)) else without_year(now, build)


def _quarter(match: re.Match[str], now: Now) -> Span | None:
    which = known(match, ("q", "q2"))
    number = _NTH.get((which or "").lower()) or int(which or 0)
    return _placed(match, now, lambda y: quarter(y, number))


def _half(match: re.Match[str], now: Now) -> Span | None:
    which = (known(match, ("h", "h2")) or "").lower()
    number = _NTH.get(which) or int(which)
    return _placed(match, now, lambda y: half(y, number))


def _day(match: re.Match[str], now: Now) -> Span | None:
    month, which = _month(known(match, ("m", "m2")) or ""), int(known(match, ("d", "d2")) or 0)
    if digits := known(match, ("y", "y2")):
        return day(int(digits), month, which)
    return without_year(now, lambda number: day(number, month, which))


def _named_month(match: re.Match[str], now: Now) -> Span | None:
    month, away = _month(match["m"]), (known(match, ("away",)) or "").strip().lower()
    if away == "this" and now.published:
        return months(now.published.year, month)
    if away == "last":
        now = Now(now.published)
    if away in ("next", "this coming"):
        now = Now(now.published, ahead=True)
    return _placed(match, now, lambda number: months(number, month))


def _ended(match: re.Match[str], now: Now) -> Span | None:
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


def _season(match: re.Match[str], now: Now) -> Span | None:
    which, away = _SEASONS[match["season"].lower()], (known(match, ("away",)) or "").strip().lower()
    if away == "this" and now.published:
        return season(now.published.year, which)
    if away in ("last", "next"):
        now = Now(now.published, ahead=away == "next")
    return _placed(match, now, lambda number: season(number, which))


def _first_months(match: re.Match[str], now: Now) -> Span | None:
    count = _count(match["n"])
    return _placed(match, now, lambda number: months(number, 1, count)) if count and count <= 12 else None


def _short_range(match: re.Match[str], _now: Now) -> Span | None:
    first = year(int(match["y"]))
    last = year(int(match["y"][:2] + match["to"]))
    return (first[0], last[1]) if first and last and first < last else None


def _rest(_match: re.Match[str], now: Now) -> Span | None:
    here = relative(now, "year", 0)
    return (now.published, here[1]) if here and now.published else None


def _decade(_match: re.Match[str], now: Now) -> Span | None:
    if now.published is None:
        return None
    first, last = (year(now.published.year // 10 * 10 + more) for more in (0, 9))
    return (first[0], last[1]) if first and last else None


def _last_unit(match: re.Match[str], now: Now) -> Span | None:
    """The last quarter is one of the calendar, the last year or the last two quarters are spans up to now."""
    if known(match, ("n",)) is None and match["u"].lower() == "quarter":
        return relative(now, "quarter", -1)
    return until_now(now, _count(known(match, ("n",))), match["u"].lower())


def _counted(match: re.Match[str], now: Now) -> Span | None:
    return from_now(now, _count(match["n"]), match["u"].lower())


_DATE_YEAR = rf"(?:,? (?P<y>{_Y4})(?!\d))?"

RULES: list[Rule] = [
    (re.compile(r"(?<![\d.,/-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])"),
     lambda m, _now: day(int(m["y"]), int(m["m"]), int(m["d"]))),
    (re.compile(rf"\b(?:(?P<m>{_MONTH}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.,]\d| (?:million|billion|trillion|GW|MW|per ?cent)|%)"
                rf"{_DATE_YEAR}|(?<![$€£\d.,])(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m2>{_MONTH})(?:,? (?P<y2>{_Y4})(?!\d))?)"), _day),
    (re.compile(r"\b(?:the )?(?:(?:fiscal|financial) )?(?P<length>year|quarter|half|three months|six months|nine months|twelve months|[3691]2? months)"
                rf"(?: that)? (?:ended|ending|to|through) (?:on |in )?(?:the end of )?(?P<m>{_MONTH})(?: \d{{1,2}}(?:st|nd|rd|th)?)?{_DATE_YEAR}"), _ended),
    (re.compile(rf"\b(?:(?:the )?(?:fiscal )?(?P<q>first|second|third|fourth|final|[1234](?:st|nd|rd|th))(?:[- ]fiscal)?[- ]quarter"
                rf"|Q(?P<q2>[1-4])){_OF_YEAR}?", re.IGNORECASE), _quarter),
    (re.compile(rf"\b(?P<q>[1-4])Q ?'?(?P<y2>(?:20)?\d\d)(?!\d)|\b(?P<y>{_Y4}) Q(?P<q2>[1-4])\b"), _quarter),
    (re.compile(rf"\b(?:(?:the )?(?P<h>first|second|latter)[- ]half|H(?P<h2>[12])){_OF_YEAR}?", re.IGNORECASE), _half),
    (re.compile(rf"\b(?P<h>[12])H ?'?(?P<y2>(?:20)?\d\d)(?!\d)|\b(?P<y>{_Y4}) H(?P<h2>[12])\b"), _half),
    (re.compile(rf"\b(?:(?P<away>(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]his coming) ))?(?:early |late |mid-?)?(?P<m>{_MONTH}){_OF_YEAR}"), _named_month),
    (re.compile(rf"\b(?P<away>(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]his coming) )(?:early |late |mid-?)?(?P<m>{_MONTH}){_OF_YEAR}?"), _named_month),
    (re.compile(r"\b(?i:in|since|by|until|till|before|through|during|from|to|after|for|and|of|early|late|mid|between|starting)[ -]"
                rf"(?P<at>(?P<m>{_MONTH}))(?! \d)"), _named_month),
    (re.compile(rf"\b(?:the )?first (?P<n>{'|'.join(_NUMBERS)}|\d\d?) months(?: of the year)?{_OF_YEAR}?", re.IGNORECASE), _first_months),
    (re.compile(rf"\b(?:(?P<away>(?:last|next|this) ))(?P<season>{'|'.join(_SEASONS)}){_OF_YEAR}?\b", re.IGNORECASE), _season),
    (re.compile(rf"\b(?:in|over|during|since|by|until) (?P<at>the (?P<season>{'|'.join(_SEASONS)}))\b(?! of)", re.IGNORECASE), _season),
    (re.compile(rf"\b(?:the )?(?P<season>{'|'.join(_SEASONS)}){_OF_YEAR}", re.IGNORECASE), _season),
    (re.compile(rf"(?<![\d.,$€£¥-])(?P<y>{_Y4})[-~](?P<to>\d\d)(?![\d.,-])"), _short_range),
    (re.compile(rf"\b(?:the )?(?:fiscal|financial)(?: year)? (?P<n>{_Y4})(?!\d)", re.IGNORECASE), lambda m, _now: year(int(m["n"]))),
    (re.compile(r"\bFY ?'?(?P<n>(?:20)?\d\d)(?!\d)"), lambda m, _now: year(short_year(m["n"]))),
    (re.compile(rf"(?<![\d.,$€£¥#/])(?<![A-Za-z\d]-)(?P<n>{_Y4})(?![\d]|[.,]\d|[-/]\d|\s?%)"), lambda m, _now: year(int(m["n"]))),
    (re.compile(rf"\b(?:(?:over|in|within|during|across|for|through|throughout) )?(?:the|its|their) (?:next|coming|following) (?:{_NUMBER}[ -])?{_UNIT}",
                re.IGNORECASE), _counted),
    (re.compile(rf"\b(?:(?:over|in|within|during|across|for) )?(?:the )?(?:next|coming) {_NUMBER}[ -]{_UNIT}", re.IGNORECASE), _counted),
    (re.compile(rf"\b(?:(?:over|in|within|during|across|for) )?(?:the |these )?(?:past|previous|last|preceding) {_NUMBER}[ -]{_UNIT}", re.IGNORECASE),
     _last_unit),
    (re.compile(rf"\b(?:(?:over|in|within|during|across|for) )?the (?:past|last) {_UNIT}", re.IGNORECASE), _last_unit),
    (re.compile(rf"\b(?:within|inside) (?:the )?(?:space of )?{_NUMBER}[ -]{_UNIT}", re.IGNORECASE), _counted),
    (re.compile(rf"\b(?:over|in|across|during|spread over|for) (?:the course of |a period of |roughly |about |around |some |a )?{_NUMBER}[ -]{_UNIT}(?: period| span)?", re.IGNORECASE),
     lambda m, now: _counted(m, now) if now.ahead else None),
    (re.compile(rf"\b(?:over|for) (?:roughly |about |around |a )?{_NUMBER}[ -](?P<u>year)s? (?:period )?(?:starting|beginning|from) (?:in )?(?P<y>{_Y4})(?!\d)", re.IGNORECASE),
     lambda m, _now: years_from(int(m["y"]), _count(m["n"]))),
    (re.compile(rf"\b{_NUMBER} {_UNIT} ago\b", re.IGNORECASE), lambda m, now: ago(now, _count(m["n"]), m["u"].lower())),
    (re.compile(rf"\b(?P<t>last|this|the current|next) {_UNIT}(?! (?:period|deal))", re.IGNORECASE),
     lambda m, now: relative(now, m["u"].lower(), _AWAY[m["t"].lower()]) if m["u"].lower() != "decade" else None),
    (re.compile(r"\b(?:later (?:this|in the) year|(?:the )?(?:rest|remainder) of (?:the|this) year)\b", re.IGNORECASE), _rest),
    (re.compile(r"\b(?<=of )the year\b|\b(?:the )?(?:calendar )?year[- ]end\b(?! \d)", re.IGNORECASE), lambda _m, now: relative(now, "year", 0)),
    (re.compile(r"\b(?<=of )(?:the|this) (?:quarter|month)\b", re.IGNORECASE), lambda m, now: relative(now, m[0].split()[1].lower(), 0)),
    (re.compile(r"\b(?:the|this) decade\b", re.IGNORECASE), _decade),
    (re.compile(r"\b(?:yesterday|today|tomorrow)\b", re.IGNORECASE),
     lambda m, now: relative(now, "day", {"yesterday": -1, "today": 0, "tomorrow": 1}[m[0].lower()])),
    (re.compile(rf"\b(?:(?:last|next|this) )?(?P<w>{'|'.join(_WEEKDAYS)})\b"), lambda m, now: weekday(now, _WEEKDAYS.index(m["w"]))),
    (re.compile(r"\b(?:now|currently|so far|to date)\b", re.IGNORECASE), lambda _m, _now: None),
]  # fmt: skip
"""What names a time. Where two overlap, the one that begins first wins, then the longer one."""

BY = re.compile(
    r"\b(?:(?:by|until|till|up to|no later than|through) (?:at least )?|(?P<before>before) )(?:the )?"
    r"(?:(?P<edge>end|close|start|beginning|middle) of )?(?:the )?(?:early |late |mid-?)?\Z",
    re.IGNORECASE,
)
"""Before a time: from publication to its end."""
SINCE = re.compile(
    r"\bsince (?:the (?:start|beginning|end) of )?(?:the )?(?:early |late |mid-?)?\Z", re.IGNORECASE
)
AT_END = re.compile(r"\b(?:(?:at|as of|in|from) )?(?:the )?(?:end of|year-end) (?:the )?\Z", re.IGNORECASE)
AT_START = re.compile(r"\b(?:(?:at|in) )?the (?:start|beginning) of (?:the )?\Z", re.IGNORECASE)
OPEN = re.compile(
    r"\b(?:start(?:ing|s)?(?: in)?|beginning(?: in)?|as from|as early as|from|after|post-?) ?(?:the )?\Z",
    re.IGNORECASE,
)
"""Before a time: only one end is said."""
COMPARED = re.compile(
    r"\b(?:than|compared (?:with|to)|versus|vs\.?|relative to|against|(?<=% )(?:from|over)|percent (?:from|over)|higher|lower|times|twice|double|triple|(?:figures?|levels?|totals?|those|that)(?= (?:of|in|from|at) ))"
    r" (?:in |at |of |from |those of )?(?:the )?(?:end of )?\Z",
    re.IGNORECASE,
)
"""Before a time that something is only compared with."""
FROM = re.compile(r"\b(?P<word>from|between) (?:the )?(?:early |late |mid-?|end of )?\Z", re.IGNORECASE)
TO = re.compile(
    r"\s?(?:to|through|until|up to|and|[-~])\s?(?:the )?(?:end of )?(?:early |late |mid-?)?", re.IGNORECASE
)
IN = re.compile(
    r"\b(?:in|during|for|on|of|throughout|at|as of) (?:the )?(?:early |late |mid-?)?\Z", re.IGNORECASE
)
"""Words that belong to the time behind them."""
