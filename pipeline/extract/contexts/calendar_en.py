"""English words of time: the rules that calendar_words applies to a sentence. Q3 2025, by 2029, over the next four years."""

from __future__ import annotations

import re

from pipeline.extract.contexts.calendar_days import (
    Rule,
    ago,
    day,
    relative,
    short_year,
    weekday,
    year,
    years_from,
)
from pipeline.extract.contexts.calendar_en_spans import (
    AWAY,
    NUMBERS,
    SEASONS,
    WEEKDAYS,
    ahead_by,
    day_named,
    first_months,
    half_named,
    last_units,
    month_named,
    months_ended,
    number_of,
    quarter_named,
    rest_of_year,
    season_named,
    short_range,
    this_decade,
)

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|\b))"
)
_NUMBER = rf"(?P<n>\d{{1,3}}|(?:a )?couple of|several|few|many|coming|{'|'.join(NUMBERS)})"
_UNIT = r"(?P<u>year|quarter|month|week|day|decade)s?\b"
_Y4 = r"(?:19[5-9]\d|20\d\d)"
_OF_YEAR = (
    rf"(?:,? (?:of |in )?(?:the )?(?:(?:calendar|fiscal|financial)(?: year)? )?(?:(?P<y>{_Y4})|(?:FY|')(?P<y2>(?:20)?\d\d)"
    r"|(?P<ry>(?:last|this|next)) year)(?!\d))"
)
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


_DATE_YEAR = rf"(?:,? (?P<y>{_Y4})(?!\d))?"

NEEDS: dict[str, re.Pattern[str]] = {
    "iso": re.compile(r"\d{4}-"),
    "month": re.compile(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"),
    "unit": re.compile(r"year|quarter|month|week|day|decade|tomorrow", re.IGNORECASE),
    "quarter": re.compile(r"quarter|q[1-4]|[1-4]q", re.IGNORECASE),
    "half": re.compile(r"half|h[12]|[12]h", re.IGNORECASE),
    "season": re.compile(r"spring|summer|autumn|fall|winter", re.IGNORECASE),
    "year": re.compile(r"19[5-9]\d|20\d\d"),
    "fy": re.compile(r"FY"),
    "now": re.compile(r"now|currently|so far|to date", re.IGNORECASE),
}
"""What a sentence must have for the rules that name it."""

RULES: list[Rule] = [
    ("iso", re.compile(r"(?<![\d.,/-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])"),
     lambda m, _now: day(int(m["y"]), int(m["m"]), int(m["d"]))),
    ("month", re.compile(rf"\b(?:(?P<m>{_MONTH}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.,]\d| (?:million|billion|trillion|GW|MW|per ?cent)|%)"
                rf"{_DATE_YEAR}|(?<![$€£\d.,])(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m2>{_MONTH})(?:,? (?P<y2>{_Y4})(?!\d))?)"), day_named),
    ("month", re.compile(r"\b(?:the )?(?:(?:fiscal|financial) )?(?P<length>year|quarter|half|three months|six months|nine months|twelve months|[3691]2? months)"
                rf"(?: that)? (?:ended|ending|to|through) (?:on |in )?(?:the end of )?(?P<m>{_MONTH})(?: \d{{1,2}}(?:st|nd|rd|th)?)?{_DATE_YEAR}"), months_ended),
    ("quarter", re.compile(rf"\b(?:(?:the )?(?:fiscal )?(?P<q>first|second|third|fourth|final|[1234](?:st|nd|rd|th))(?:[- ]fiscal)?[- ]quarter"
                rf"|Q(?P<q2>[1-4])){_OF_YEAR}?", re.IGNORECASE), quarter_named),
    ("quarter", re.compile(rf"\b(?P<q>[1-4])Q ?'?(?P<y2>(?:20)?\d\d)(?!\d)|\b(?P<y>{_Y4}) Q(?P<q2>[1-4])\b"), quarter_named),
    ("half", re.compile(rf"\b(?:(?:the )?(?P<h>first|second|latter)[- ]half|H(?P<h2>[12])){_OF_YEAR}?", re.IGNORECASE), half_named),
    ("half", re.compile(rf"\b(?P<h>[12])H ?'?(?P<y2>(?:20)?\d\d)(?!\d)|\b(?P<y>{_Y4}) H(?P<h2>[12])\b"), half_named),
    ("month", re.compile(rf"\b(?:(?P<away>(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]his coming) ))?(?:early |late |mid-?)?(?P<m>{_MONTH}){_OF_YEAR}"), month_named),
    ("month", re.compile(rf"\b(?P<away>(?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]his coming) )(?:early |late |mid-?)?(?P<m>{_MONTH}){_OF_YEAR}?"), month_named),
    ("month", re.compile(r"\b(?i:in|since|by|until|till|before|through|during|from|to|after|for|and|of|early|late|mid|between|starting)[ -]"
                rf"(?P<at>(?P<m>{_MONTH}))(?! \d)"), month_named),
    ("unit", re.compile(rf"\b(?:the )?first (?P<n>{'|'.join(NUMBERS)}|\d\d?) months(?: of the year)?{_OF_YEAR}?", re.IGNORECASE), first_months),
    ("season", re.compile(rf"\b(?:(?P<away>(?:last|next|this) ))(?P<season>{'|'.join(SEASONS)}){_OF_YEAR}?\b", re.IGNORECASE), season_named),
    ("season", re.compile(rf"\b(?:in|over|during|since|by|until) (?P<at>the (?P<season>{'|'.join(SEASONS)}))\b(?! of)", re.IGNORECASE), season_named),
    ("season", re.compile(rf"\b(?:the )?(?P<season>{'|'.join(SEASONS)}){_OF_YEAR}", re.IGNORECASE), season_named),
    ("year", re.compile(rf"(?<![\d.,$€£¥-])(?P<y>{_Y4})[-~](?P<to>\d\d)(?![\d.,-])"), short_range),
    ("year", re.compile(rf"\b(?:the )?(?:fiscal|financial)(?: year)? (?P<n>{_Y4})(?!\d)", re.IGNORECASE), lambda m, _now: year(int(m["n"]))),
    ("fy", re.compile(r"\bFY ?'?(?P<n>(?:20)?\d\d)(?!\d)"), lambda m, _now: year(short_year(m["n"]))),
    ("year", re.compile(rf"(?<![\d.,$€£¥#/])(?<![A-Za-z\d]-)(?P<n>{_Y4})(?![\d]|[.,]\d|[-/]\d|\s?%)"), lambda m, _now: year(int(m["n"]))),
    ("unit", re.compile(rf"\b(?:(?:over|in|within|during|across|for|through|throughout) )?(?:the|its|their) (?:next|coming|following) (?:{_NUMBER}[ -])?{_UNIT}",
                re.IGNORECASE), ahead_by),
    ("unit", re.compile(rf"\b(?:(?:over|in|within|during|across|for) )?(?:the )?(?:next|coming) {_NUMBER}[ -]{_UNIT}", re.IGNORECASE), ahead_by),
    ("unit", re.compile(rf"\b(?:(?:over|in|within|during|across|for) )?(?:the |these )?(?:past|previous|last|preceding) {_NUMBER}[ -]{_UNIT}", re.IGNORECASE),
     last_units),
    ("unit", re.compile(rf"\b(?:(?:over|in|within|during|across|for) )?the (?:past|last) {_UNIT}", re.IGNORECASE), last_units),
    ("unit", re.compile(rf"\b(?:within|inside) (?:the )?(?:space of )?{_NUMBER}[ -]{_UNIT}", re.IGNORECASE), ahead_by),
    ("unit", re.compile(rf"\b(?:over|in|across|during|spread over|for) (?:the course of |a period of |roughly |about |around |some |a )?{_NUMBER}[ -]{_UNIT}(?: period| span)?", re.IGNORECASE),
     lambda m, now: ahead_by(m, now) if now.ahead else None),
    ("unit", re.compile(rf"\b(?:over|for) (?:roughly |about |around |a )?{_NUMBER}[ -](?P<u>year)s? (?:period )?(?:starting|beginning|from) (?:in )?(?P<y>{_Y4})(?!\d)", re.IGNORECASE),
     lambda m, _now: years_from(int(m["y"]), number_of(m["n"]))),
    ("unit", re.compile(rf"\b{_NUMBER} {_UNIT} ago\b", re.IGNORECASE), lambda m, now: ago(now, number_of(m["n"]), m["u"].lower())),
    ("unit", re.compile(rf"\b(?P<t>last|this|the current|next) {_UNIT}(?! (?:period|deal))", re.IGNORECASE),
     lambda m, now: relative(now, m["u"].lower(), AWAY[m["t"].lower()]) if m["u"].lower() != "decade" else None),
    ("unit", re.compile(r"\b(?:later (?:this|in the) year|(?:the )?(?:rest|remainder) of (?:the|this) year)\b", re.IGNORECASE), rest_of_year),
    ("unit", re.compile(r"\b(?<=of )the year\b|\b(?:the )?(?:calendar )?year[- ]end\b(?! \d)", re.IGNORECASE), lambda _m, now: relative(now, "year", 0)),
    ("unit", re.compile(r"\b(?<=of )(?:the|this) (?:quarter|month)\b", re.IGNORECASE), lambda m, now: relative(now, m[0].split()[1].lower(), 0)),
    ("unit", re.compile(r"\b(?:the|this) decade\b", re.IGNORECASE), this_decade),
    ("unit", re.compile(r"\b(?:yesterday|today|tomorrow)\b", re.IGNORECASE),
     lambda m, now: relative(now, "day", {"yesterday": -1, "today": 0, "tomorrow": 1}[m[0].lower()])),
    ("unit", re.compile(rf"\b(?:(?:last|next|this) )?(?P<w>{'|'.join(WEEKDAYS)})\b"), lambda m, now: weekday(now, WEEKDAYS.index(m["w"]))),
    ("now", re.compile(r"\b(?:now|currently|so far|to date)\b", re.IGNORECASE), lambda _m, _now: None),
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
