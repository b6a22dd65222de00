"""Dates: a date as feeds, pages and front matter write it in, the UTC time out; None where it is not certain which is meant.

ISO 8601 in all its forms, RFC 822 with its usual slips, Unix time, and what people write in Japanese (eras too), English
and French. 03/02/2025 is no certain date. Without a zone it is UTC; but a time of day in Japanese is Japan's.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone

from pipeline.collect.declared import parse_time

LONGEST = 100
"""Characters; no date is longer."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv", "february feb fevrier fevr fev", "march mar mars", "april apr avril avr",
            "may mai", "june jun juin", "july jul juillet juil", "august aug aout", "september sept sep septembre",
            "october oct octobre", "november nov novembre", "december dec decembre",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
# RFC 822's own and those of our press; hours.
_ZONES = {"z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "west": 1, "cet": 1, "cest": 2, "met": 1, "mest": 2,
          "jst": 9, "kst": 9, "hkt": 8, "sgt": 8, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
          "pst": -8, "pdt": -7, "et": -5, "pt": -8}  # fmt: skip
_JAPAN = timezone(timedelta(hours=9))

_NUMERIC = re.compile(r"(?P<y>\d{4})\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<d>\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:T?(?P<clock>\d{4}(?:\d\d)?))?(?!\d)")
_JAPANESE = re.compile(
    r"(?:西暦)?(?:(?P<era>令和|平成|昭和)\s?(?P<n>\d{1,2}|元)|(?P<y>\d{4}))\s?年\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?日"
)
_DAY_FIRST = re.compile(
    r"(?P<d>\d{1,2})(?:er|st|nd|rd|th)?[\s-]{1,2}(?:of\s)?(?P<name>[a-z]{3,9})\.?,?[\s-]{1,2}(?P<y>\d{4}|\d\d(?!\d))"
)
_MONTH_FIRST = re.compile(r"(?P<name>[a-z]{3,9})\.?\s(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<y>\d{4})")
_C_TIME = re.compile(
    r"(?P<name>[a-z]{3})\s(?P<d>\d{1,2})\s(?P<clock>\d\d:\d\d:\d\d)\s(?P<zone>[a-z]{3,4}\s)?(?P<y>\d{4})"
)
_DAY_NAME = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|"
    r"(?:lun|mar|mer(?:c|cre)?|jeu|ven(?:d|dre)?|sam|dim)(?:di|anche|e?di)?|le|on|publie(?:e)?(?: le)?|published(?: on)?)(?:[.,]{1,2}\s?|\s)"
)
_CLOCK = re.compile(
    r"(?:\([^()]{1,3}\)|[月火水木金土日]曜日?)?[\s,t|–—@-]{0,4}(?:at |a )?(?P<half>午前|午後)?\s?"
    r"(?P<h>\d{1,2})(?:\s?[:時h]\s?(?P<min>\d{1,2})(?:\s?[:分]\s?(?P<s>\d{1,2})(?:[.,]\d{1,9})?\s?秒?|\s?分)?|\s?時|\s?h(?![a-z]))?"
    r"\s?(?P<noon>[ap]\.?m\.?)?"
)
_ZONE = re.compile(
    r"\s?\(?(?P<word>[a-z]{1,4})?\)?\s?(?:(?P<sign>[+-])(?P<zh>\d{1,2}):?(?P<zm>\d\d)?)?(?:\s?\([^()]*\))?"
)


def read_date(written: object) -> datetime | None:
    """The time; None for what is no date, or names more than one."""
    if isinstance(written, bool) or not isinstance(written, str | int | float):
        return None
    text = _plain(str(written))
    if not text or len(text) > LONGEST:
        return None
    if re.fullmatch(r"(?:\d{10}|\d{13})(?:\.\d+)?", text):
        seconds = float(text) / (1000 if len(text.partition(".")[0]) == 13 else 1)
        return datetime.fromtimestamp(seconds, UTC)
    # As it stands first: "mar" is Tuesday in French and March in English.
    behind = _DAY_NAME.sub("", _DAY_NAME.sub("", text, count=1), count=1)
    return parse_time(text.upper()) or _read(text) or _read(behind)


def _plain(written: str) -> str:
    """Lower case, without accents, with single spaces and common digits."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", written[: 2 * LONGEST])).lower()
    return " ".join(
        "".join(sign for sign in folded if not unicodedata.combining(sign) or sign == "\u3099").split()
    )


def _read(text: str) -> datetime | None:
    for form in (_NUMERIC, _JAPANESE, _COMPACT, _DAY_FIRST, _MONTH_FIRST, _C_TIME):
        if match := form.match(text):
            return _time(match.groupdict(), text[match.end() :], japanese=form is _JAPANESE)
    return None


def _time(parts: dict[str, str | None], rest: str, *, japanese: bool) -> datetime | None:
    year, month = _year(parts), parts.get("m") or _MONTHS.get(parts.get("name") or "")
    if not year or not month:
        return None
    clock: dict[str, str | None] = {}
    zone = parts.get("zone") or ""
    if written := parts.get("clock"):
        digits = written.replace(":", "")
        clock = {"h": digits[:2], "min": digits[2:4], "s": digits[4:] or None}
    elif (match := _CLOCK.match(rest)) and match.end():
        clock, rest = match.groupdict(), rest[match.end() :]
    offset = _ZONE.fullmatch((zone + rest).strip())
    hour = _hour(clock)
    if not offset or hour is None:
        return None
    try:
        day = datetime(year, int(month), int(parts["d"] or 0), tzinfo=UTC)
        moved = timedelta(
            hours=hour, minutes=int(clock.get("min") or 0), seconds=min(int(clock.get("s") or 0), 59)
        )
        local = (day + moved).replace(tzinfo=_zone(offset, japanese=japanese and bool(clock)))
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _year(parts: dict[str, str | None]) -> int:
    if era := parts.get("era"):
        return _ERAS[era] + (1 if parts["n"] == "元" else int(parts["n"] or 0))
    written = parts.get("y") or "0"
    century = 0 if len(written) == 4 else 2000 if int(written) < 70 else 1900
    return century + int(written)


def _hour(clock: dict[str, str | None]) -> int | None:
    """24:00 is the next day's beginning."""
    hour, noon = int(clock.get("h") or 0), (clock.get("noon") or "").replace(".", "")
    if noon:
        hour = hour % 12 + (12 if noon == "pm" else 0)
    if clock.get("half") == "午後" and hour < 12:
        hour += 12
    return hour if hour <= 24 and int(clock.get("min") or 0) < 60 else None


def _zone(offset: re.Match[str], *, japanese: bool) -> timezone:
    """Raises ValueError for a zone that nobody knows."""
    hours: float = 0
    if word := offset["word"]:
        if word not in _ZONES:
            raise ValueError(word)
        hours = _ZONES[word]
    elif japanese and not offset["sign"]:
        return _JAPAN
    if offset["sign"]:
        shift = int(offset["zh"]) + int(offset["zm"] or 0) / 60
        hours += shift if offset["sign"] == "+" else -shift
    return timezone(timedelta(hours=hours))
