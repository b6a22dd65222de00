"""Japanese words of time: the rules that calendar_words applies to a sentence. 2024年第4四半期, 25年3月期, 今後4年間で, 年内."""

from __future__ import annotations

import re
from datetime import date

from pipeline.extract.contexts.calendar_days import (
    Now,
    Rule,
    Span,
    ago,
    day,
    fiscal_year,
    from_now,
    half,
    months,
    one_day,
    quarter,
    relative,
    season,
    shifted,
    short_year,
    until_now,
    weekday,
    without_year,
    year,
    year_ended,
)

_KANJI = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_NUMBER = r"(?P<n>\d{1,3}|[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]|数)"
_UNITS = {"年": "year", "月": "month", "週": "week", "日": "day", "四半期": "quarter"}
_UNIT = r"(?:(?P<u>年|四半期|週|日)|[カかヵヶケ箇](?P<m>月))"
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_YEARS_AWAY = {"一昨年": -2, "おととし": -2, "昨年": -1, "去年": -1, "昨": -1, "今年": 0, "ことし": 0, "本年": 0,
               "今": 0, "当": 0, "来年": 1, "来": 1, "再来年": 2, "明年": 1}  # fmt: skip
_SEASONS = "春夏秋冬"

_YEAR = (
    r"(?:(?<![\d.,])(?P<y>(?:19[5-9]|20\d)\d)(?:年|(?=[-~]\d{1,2}月))"
    r"|(?P<era>令和|平成|昭和)(?P<ey>\d{1,2}|元)年"
    r"|(?<![\d.,])(?P<y2>[0-4]\d)年(?=度|第?[1-4一二三四](?:四半期|Q)|通期|\d{1,2}[月-]|[上下][期半]|前半|後半|末|初|春|夏|秋|冬|半ば"
    r"|まで|に(?!わた|及|も及)|の(?!歴史|経験|実績|契約|寿命|刑|間|付き|長|物|リース|返済)|は|から|時点|以降|以来|ごろ|頃|、)"
    r"|(?P<ry>再来年|一昨年|おととし|昨年|去年|今年|ことし|本年|来年|明年|(?:昨|今|来|当)(?=年度|[春夏秋冬])))"
)
_TAIL = (
    r"(?P<tail>(?P<fy>年?度)?(?:の|・|\s)?(?:第?(?P<q>[1-4一二三四])四半期|Q(?P<q2>[1-4])|(?P<half>上半期|上期|前半|下半期|下期|後半)"
    r"|(?P<from>\d{1,2})月?[-~](?P<to>\d{1,2})月期?|(?P<ended>\d{1,2})月期|(?P<month>\d{1,2})月(?!間|号)(?:\s?(?P<day>\d{1,2})日(?!間))?"
    r"|(?P<season>[春夏秋冬])(?![季期]?節)|通期|通年|年間)?)"
)
_WEEKDAYS = "月火水木金土日"
_AHEAD = re.compile(
    r"計画|予定|目指|見込|見通し|方針|考え|予想|予測|目標|構想|検討|[るうくすつぶむぬぐ](?:。|\Z|と(?:し|み|発表|述べ|語|話|表明|明らか))|になる"
)
_TURN = re.compile(r"(?:し|り|い|み|き|ち|て|で|たが|だが|るが|いが)、|。")


def ahead(sentence: str, _start: int, end: int) -> bool:
    """Whether what the clause behind this place says lies ahead: its verb stands at its end."""
    limit = min(len(sentence), end + 120)
    turn = _TURN.search(sentence, end, limit)
    return bool(_AHEAD.search(sentence, end, turn.end() if turn else limit))


def _count(digits: str | None) -> int | None:
    if not digits or digits == "数":
        return None
    if digits.isdigit():
        return int(digits)
    tens, ten, ones = digits.rpartition("十")
    return (_KANJI.get(tens, 1) * 10 if ten else 0) + _KANJI.get(ones, 0)


def _unit(match: re.Match[str]) -> str:
    return _UNITS[match["u"] or match["m"]]


def _year_of(match: re.Match[str], now: Now) -> int | None:
    if match["y"]:
        return int(match["y"])
    if match["y2"]:
        return short_year(match["y2"])
    if match["era"]:
        return _ERAS[match["era"]] + (1 if match["ey"] == "元" else int(match["ey"]))
    if now.published is None:
        return None
    # 今年度 in February still runs from last April
    begun = now.published.year - (1 if match["fy"] and now.published.month < 4 else 0)
    return begun + _YEARS_AWAY[match["ry"]]


def _tail(match: re.Match[str], number: int) -> Span | None:
    first = 4 if match["fy"] or match["half"] in ("上期", "下期") else 1
    which = match["q"] or match["q2"]
    if which:
        return quarter(number, _KANJI.get(which) or int(which), first)
    if match["half"]:
        return half(number, 1 if match["half"][0] in "上前" else 2, first)
    if match["from"]:
        begin, end = int(match["from"]), int(match["to"])
        inside = 1 <= begin <= 12 and 1 <= end <= 12
        return months(number, begin, (end - begin) % 12 + 1) if inside else None
    if match["ended"]:
        return year_ended(number, int(match["ended"]))
    if match["day"]:
        return day(number, int(match["month"]), int(match["day"]))
    if match["month"]:
        return months(number, int(match["month"])) if 1 <= int(match["month"]) <= 12 else None
    if match["season"]:
        return season(number, _SEASONS.index(match["season"]))
    return fiscal_year(number) if match["fy"] else year(number)


def _dated(match: re.Match[str], now: Now) -> Span | None:
    number = _year_of(match, now)
    return None if number is None else _tail(match, number)


def _bare(match: re.Match[str], now: Now) -> Span | None:
    if match["ended"]:
        return None  # whose year ends then, and which year, is not said
    return without_year(now, lambda number: _tail(match, number))


def _day_of_month(match: re.Match[str], now: Now) -> Span | None:
    if now.published is None:
        return None
    here, steps = now.published, (0, 1) if now.ahead else (0, -1)
    for step in steps:
        then = shifted(here.replace(day=1), step, "month")
        span = day(then.year, then.month, int(match["d"])) if then else None
        if span and (span[0] >= here if now.ahead else span[0] <= here):
            return span
    return None


def _term(match: re.Match[str], now: Now) -> Span | None:
    if now.published is None:
        return None
    begun = now.published.year - (1 if now.published.month < 4 else 0)
    return fiscal_year(begun + {"今": 0, "当": 0, "来": 1, "前": -1}[match["t"]])


def _rest_of(match: re.Match[str], now: Now) -> Span | None:
    """年内, 年末まで, 年度内: from publication to that end."""
    if now.published is None:
        return None
    months_behind = 3 if match["fiscal"] else 0
    then = shifted(now.published, -months_behind, "month")
    number = (then or now.published).year
    last = fiscal_year(number) if match["fiscal"] else year(number)
    return (now.published, last[1]) if last and now.published <= last[1] else None


def _end_of_year(match: re.Match[str], now: Now) -> Span | None:
    if now.published is None:
        return None
    number = now.published.year + _YEARS_AWAY.get(match["r"] or "今", 0)
    end = year(number)
    return one_day(end[1]) if end else None


def _day_away(match: re.Match[str], now: Now) -> Span | None:
    words = {"一昨日": -2, "おととい": -2, "昨日": -1, "きのう": -1, "明日": 1, "あす": 1}
    return relative(now, "day", words.get(match[0], 0))


def _first_years(match: re.Match[str], _now: Now) -> Span | None:
    """2025年から4年間: from the first day of the named year."""
    number, count = _year_of(match, Now(date(2000, 1, 1))), _count(match["n"])
    if number is None or count is None or match["ry"]:
        return None
    span = fiscal_year(number) if match["fy"] else year(number)
    end = (fiscal_year if match["fy"] else year)(number + count - 1)
    return (span[0], end[1]) if span and end and count > 0 else None


def _years(match: re.Match[str], _now: Now) -> Span | None:
    """2025〜29年, 2025年から2029年まで."""
    build = fiscal_year if match["fy"] else year
    first, last = build(int(match["y"])), build(short_year(match["to"]))
    return (first[0], last[1]) if first and last and first < last else None


_DECADE = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d0)年代(?P<part>前半|後半)?")


def _decade(match: re.Match[str], _now: Now) -> Span | None:
    first = int(match["y"]) + (5 if match["part"] == "後半" else 0)
    begin, end = year(first), year(first + (9 if not match["part"] else 4))
    return (begin[0], end[1]) if begin and end else None


NEEDS: dict[str, re.Pattern[str]] = {
    "within": re.compile("以内"),
    "long": re.compile("間"),
    "before": re.compile("前"),
    "after": re.compile("後"),
    "day": re.compile("日"),
    "rest": re.compile("年度?(?:内|末)"),
}
"""What a sentence must have for the rules that name it."""

RULES: list[Rule] = [
    ("", re.compile(rf"{_YEAR}(?P<fy>度)?から{_NUMBER}年間(?:で|に)?"), _first_years),
    ("", _DECADE, _decade),
    ("", re.compile(r"(?<![\d.,])(?P<y>(?:19[5-9]|20\d)\d)年?(?P<from>度)?(?:から|[~-])(?P<to>(?:20)?\d\d)年(?P<fy>度)?(?![前後間])(?:まで)?"), _years),
    ("", re.compile(_YEAR + _TAIL), _dated),
    ("", re.compile(r"(?<![A-Za-z\d])FY(?P<n>(?:20)?\d\d)(?!\d)"), lambda m, _now: fiscal_year(short_year(m["n"]))),
    ("", re.compile(rf"(?<![\d.,カかヵヶケ年-])(?!\d{{1,2}}月[曜間])(?=\d{{1,2}}[月~-]|第|[上下]半?期|[1-4]四半期){_TAIL}"), _bare),
    ("", re.compile(rf"(?:今後|向こう|これから|次の|この先){_NUMBER}{_UNIT}間?(?:以内)?(?:で|に)?"),
     lambda m, now: from_now(now, _count(m["n"]), _unit(m))),
    ("", re.compile(rf"(?:過去|直近|この|ここ|最近の?){_NUMBER}{_UNIT}間?(?:で|に)?"),
     lambda m, now: until_now(now, _count(m["n"]), _unit(m))),
    ("within", re.compile(rf"(?<![\d.,]){_NUMBER}{_UNIT}間?以内(?:に|で)?"), lambda m, now: from_now(now, _count(m["n"]), _unit(m))),
    ("long", re.compile(rf"(?<![\d.,]){_NUMBER}{_UNIT}間(?:で|に(?:わた[りっ]て?|及ぶ)?|かけて?)"),
     lambda m, now: from_now(now, _count(m["n"]), _unit(m)) if now.ahead else None),
    ("before", re.compile(rf"(?<![\d.,]){_NUMBER}{_UNIT}前(?!後|期|年|倒)"), lambda m, now: ago(now, _count(m["n"]), _unit(m))),
    ("after", re.compile(rf"(?<![\d.,]){_NUMBER}{_UNIT}後(?!半)"),
     lambda m, now: ago(now, -count if (count := _count(m["n"])) else None, _unit(m))),
    ("", re.compile(r"(?P<t>今|当|来|前(?!期比|期と比|期に比|期並))期(?!待)"), _term),
    ("", re.compile(r"(?P<t>今|当|前|来)四半期"),
     lambda m, now: relative(now, "quarter", {"前": -1, "来": 1}.get(m["t"], 0))),
    ("", re.compile(r"(?P<t>今|先々|先|来)月(?!曜)"),
     lambda m, now: relative(now, "month", {"先々": -2, "先": -1, "来": 1}.get(m["t"], 0))),
    ("", re.compile(r"(?P<t>今|先|来)週"), lambda m, now: relative(now, "week", {"先": -1, "来": 1}.get(m["t"], 0))),
    ("", re.compile(r"一昨日|おととい|昨日|きのう|本日|今日|きょう|明日|あす(?=[にのはから、])"), _day_away),
    ("", re.compile(r"(?P<w>[月火水木金土日])曜日?"), lambda m, now: weekday(now, _WEEKDAYS.index(m["w"]))),
    ("day", re.compile(r"(?<![\d月年.,])(?!1日に約?[\d数一二三四五六七八九十])(?P<d>[12]?\d|3[01])日(?=に(?!わた)|、|の(?!間)|まで|付|夜|朝|午)"), _day_of_month),
    ("rest", re.compile(r"(?:(?<![\d\w])|(?<=[、はが]))年(?P<fiscal>度)?(?:内|(?:度)?末まで)(?:に|の)?"), _rest_of),
    ("", re.compile(r"(?P<r>昨|今|来)?年末(?!年始)"), _end_of_year),
    ("", re.compile(r"現在|今や|足元で"), lambda _m, _now: None),
]  # fmt: skip
"""What names a time. Where two overlap, the one that begins first wins, then the longer one."""

BY = re.compile(
    r"(?:の)?(?P<edge>末|年末|終わり|初め|前半|後半)?(?:まで(?:に|の|で)?|にかけて|を(?:めど|目途|メド)に)"
)
"""Behind a time: from publication to its end."""
SINCE = re.compile(r"(?:の)?(?:以来|以降これまで|から現在まで|からこれまで|からの累計)")
AT_END = re.compile(r"(?:の)?(?:年|月|期)?末(?:時点)?(?:で|に|の)?")
OPEN = re.compile(r"(?:の)?(?:以降|以後|から|より前|以前)")
"""Behind a time: only one end is said."""
COMPARED = re.compile(
    r"(?:の)?(?:同期|同月|同時期)?(?:比|対比|と比べ|に比べ|と比較|を(?:\d|大きく|大幅に|やや|わずか)?(?:上|下)回|並み|水準)"
    r"|の約?[\d.,]+倍|(?:の同期|同期)?(?:から|より)(?:は|も)?(?=約?[\d.,]+(?:%|パーセント|割|倍|ポイント))"
)
"""Behind a time that something is only compared with."""
RANGE = re.compile(r"(?:から|[~-])(?:の)?")
BEHIND = re.compile(r"(?:の|に(?:は|も)?|は|で(?:は|も)?|も|時点で?|中に?|ごろに?|頃に?|までに)?")
"""Particles that belong to the time."""
