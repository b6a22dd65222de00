"""Numerals: a text in, the numbers written in it out: digits, Chinese numerals, words of English and French.

Exact in Decimal. A number knows its scale (億, billion) so that `3〜5億` can share it, and whether it is only an order of
magnitude (数十億, hundreds of millions): then it runs from 2 to 9 times its unit word (tests/gold/GUIDE.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.extract.numeral_words import ABOUT, WORDS, parse_words

ONE = Decimal(1)
_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_SMALL = {"十": Decimal(10), "百": Decimal(100), "千": Decimal(1000)}
_LARGE = {"万": Decimal(10) ** 4, "億": Decimal(10) ** 8, "兆": Decimal(10) ** 12, "京": Decimal(10) ** 16}
_SCALES = {
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "mille": 3, "millier": 3, "milliard": 9,
    "mn": 6, "mm": 6, "bn": 9, "tn": 12, "md": 9, "mds": 9, "mrd": 9, "k": 3, "m": 6, "b": 9, "t": 12,
}  # fmt: skip
_LETTERS = frozenset(("k", "m", "b", "t", "mm", "mn", "md", "mds"))
CURRENCY_CODES = ("USD", "EUR", "JPY", "GBP", "CNY", "RMB", "KRW", "INR", "CHF", "CAD", "AUD", "HKD", "SGD", "TWD",
                  "AED", "SAR", "SEK", "NOK", "DKK", "BRL", "ILS", "NZD")  # fmt: skip

_RUN = re.compile(
    rf"(?:(?<![A-Za-z0-9À-ÿ_])(?<!\d[.,])(?<![A-Za-z]-)|(?<={'|'.join(CURRENCY_CODES)}))"
    r"(?:[何数](?=[十百千万億兆])|[\d〇零一二三四五六七八九十百千])"
    r"(?:[\d〇零一二三四五六七八九十百千万億兆京]|数(?=[十百千万億兆])|[,.'](?=\d)| (?=\d{3}(?!\d))| ?(?=[万億兆]))*"
)
_SCALE = re.compile(
    r"(?P<word>[ -]?(?:thousand|millions?|billions?|trillions?|mille|milliers?|milliards?)(?![A-Za-zÀ-ÿ]))"
    r"|(?P<letters> ?(?:Mds?|MM|mn|bn|tn|Mrd|M(?= ?[€$]))(?![A-Za-zÀ-ÿ0-9])|[kKmMbBtT](?![A-Za-zÀ-ÿ0-9]))"
)
_GROUPS = re.compile(r"\d{1,3}(?:[,' .]\d{3})+")
_SPACED_YEAR = re.compile(r"(?:19|20)\d\d \d{3}")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at [start, end). low = high but for a vague one.

    scale: the multiplier of its last scale word, 1 if none. letters: a scale that is letters only (5m, 405B), which counts
    only where a unit confirms it. kanji: written in Chinese numerals only. about: the word itself is approximate (une centaine).
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    scale: Decimal = ONE
    vague: bool = False
    letters: str = ""
    kanji: bool = False
    about: bool = False


def find_numbers(text: str, lang: str) -> list[Number]:
    """The numbers of a text (narrow digits and signs, see figures.py), in order, none overlapping another."""
    numbers = [*_runs(text, lang), *_spelled(text, lang)]
    numbers.sort(key=lambda number: (number.start, -number.end))
    kept: list[Number] = []
    for number in numbers:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return kept


def parse_digits(digits: str, lang: str) -> Decimal | None:
    """A number in digits with its separators: 5,000 · 10 000 · 1.234.567,8 · 1,5 (a decimal comma where French writes)."""
    plain = digits.replace(" ", "").replace("'", "")
    comma, point = plain.count(","), plain.count(".")
    if comma and point:
        decimal = max(plain.rfind(","), plain.rfind("."))
        plain = re.sub(r"[.,]", "", plain[:decimal]) + "." + plain[decimal + 1 :]
    elif comma:
        grouped = _GROUPS.fullmatch(plain) and not (lang == "fr" and comma == 1 and not plain.endswith("000"))
        plain = plain.replace(",", "" if grouped or comma > 1 or lang == "ja" else ".")
    elif point > 1 or (lang == "fr" and _GROUPS.fullmatch(plain)):
        plain = plain.replace(".", "")
    try:
        return Decimal(plain)
    except ArithmeticError:
        return None


def parse_japanese(run: str, lang: str) -> tuple[Decimal, Decimal] | None:
    """Value and scale of a run of digits and Chinese numerals (1兆2,000億, 5百万, 三〇〇億); None if it is no number."""
    total, section, current = Decimal(0), Decimal(0), None
    scale, last = ONE, Decimal(10) ** 20
    for part in re.findall(r"[\d,.' ]*\d|[^\d,.' ]", run):
        if part in _DIGITS:
            current = (current or 0) * 10 + Decimal(_DIGITS[part])
        elif part in _SMALL:
            section += (ONE if current is None else current) * _SMALL[part]
            current, scale = None, _SMALL[part]
        elif part in _LARGE:
            if (not section and current is None) or _LARGE[part] >= last:
                return None
            total += (section + (current or 0)) * _LARGE[part]
            last = _LARGE[part]
            scale = last * (scale if section and current is None and scale in _SMALL.values() else 1)
            section, current = Decimal(0), None
        else:
            number = parse_digits(part, lang)
            if number is None or current is not None:
                return None
            current = number
    return total + section + (current or 0), scale


def _runs(text: str, lang: str) -> Iterator[Number]:
    for match in _RUN.finditer(text):
        start, run = match.start(), match[0].rstrip()
        if _SPACED_YEAR.match(run):  # 2024 500 is a year and a number
            run = run[:4]
        if "数" in run or "何" in run:
            vague = _vague_japanese(start, run)
            if vague:
                yield vague
            continue
        parsed = parse_japanese(run, lang)
        if parsed:
            value, scale = parsed
            kanji = not any(character.isdigit() and character.isascii() for character in run)
            number = Number(start, start + len(run), value, value, scale, kanji=kanji)
            yield number if scale != ONE else _with_scale(text, number, lang)


def _vague_japanese(start: int, run: str) -> Number | None:
    """数十億 is 2 to 9 times 十億; 十数億 is 12 to 19 times 億."""
    before, _, unit = run.replace("何", "数").partition("数")
    if unit[:1] in _LARGE:
        unit = "一" + unit
    parsed = parse_japanese(unit, "ja") if unit else (ONE, ONE)
    if not parsed or (before and before != "十"):
        return None
    size = parsed[0]
    low, high = (12 * size, 19 * size) if before else (2 * size, 9 * size)
    return Number(start, start + len(run), low, high, size, vague=True, kanji=True)


def _with_scale(text: str, number: Number, lang: str) -> Number:
    match = _SCALE.match(text, number.end)
    if not match:
        return number
    word = match[0].strip(" -").lower()
    letters = word if word in _LETTERS else ""
    if letters and text[number.end] == " " and lang == "en" and len(letters) == 1:
        return number
    stem = word if letters else word.removesuffix("s")
    power = 12 if lang == "fr" and stem == "billion" else _SCALES[stem]  # the long scale is French
    scale = Decimal(10) ** power
    return Number(number.start, match.end(), number.low * scale, number.high * scale, scale, letters=letters)


def _spelled(text: str, lang: str) -> Iterator[Number]:
    pattern = WORDS.get(lang)
    if pattern is None:
        return
    for match in pattern.finditer(text):
        parsed = parse_words(match[0], lang)
        if parsed:
            low, high, scale = parsed
            about = bool(ABOUT.match(match[0]))
            yield Number(match.start(), match.end(), low, high, scale, vague=low != high, about=about)
