"""Numeral values: a run of digits and Chinese numerals in (1兆2,000億, 5,000, 1,5, 七十四点五), its exact value and scale out."""

from __future__ import annotations

import re
from decimal import Decimal

ONE = Decimal(1)
_DIGITS = dict(zip("〇零一二三四五六七八九", (0, *range(10)), strict=True)) | {
    "壱": 1,
    "壹": 1,
    "弐": 2,
    "貳": 2,
    "参": 3,
    "參": 3,
    "伍": 5,
}
SMALL = {"十": Decimal(10), "拾": Decimal(10), "百": Decimal(100), "千": Decimal(1000)}
LARGE = {
    "万": Decimal(10) ** 4,
    "萬": Decimal(10) ** 4,
    "億": Decimal(10) ** 8,
    "兆": Decimal(10) ** 12,
    "京": Decimal(10) ** 16,
}
KANJI = "〇零一二三四五六七八九十百千壱壹弐貳参參伍拾"
_GROUPS = re.compile(r"\d{1,3}(?:[,' .]\d{3})+")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_MIDDLE_DOT = re.compile(r"(?<=[0-9])・(?=[0-9])")


def parse_digits(digits: str, lang: str) -> Decimal | None:
    """A number in digits with its separators: 5,000 · 10 000 · 1.234.567,8 · 1,5 (a decimal comma where French writes).

    None where they part no groups of three: 3.0.12 is a version, 30,40,50 a list.
    """
    plain = digits.replace(" ", "").replace("'", "")
    comma, point = plain.count(","), plain.count(".")
    if comma and point:
        decimal = max(plain.rfind(","), plain.rfind("."))
        whole, part = plain[:decimal], plain[decimal + 1 :]
        plain = f"{whole.replace(',', '').replace('.', '')}.{part}"
        if not _GROUPS.fullmatch(whole) and not _INDIAN.fullmatch(whole):
            return None
    elif comma > 1 or point > 1:
        if not _GROUPS.fullmatch(plain) and not _INDIAN.fullmatch(plain):
            return None
        plain = plain.replace(",", "").replace(".", "")
    elif comma:
        tail = lang == "fr" and not plain.endswith("000")
        grouped = _GROUPS.fullmatch(plain) and not plain.startswith("0") and not tail
        plain = plain.replace(",", "" if grouped else ".")
    elif lang == "fr" and _GROUPS.fullmatch(plain) and not plain.startswith("0"):
        plain = plain.replace(".", "")
    try:
        return Decimal(plain)
    except ArithmeticError:
        return None


def parse_japanese(run: str, lang: str) -> tuple[Decimal, Decimal] | None:
    """Value and scale of a run of digits and Chinese numerals (1兆2,000億, 5百万, 三〇〇億); None if it is no number."""
    run = _MIDDLE_DOT.sub(".", run)
    if "点" in run or "・" in run:
        return _spoken_decimal(run, lang)
    total, section, current = Decimal(0), Decimal(0), None
    scale, last = ONE, Decimal(10) ** 20
    for part in re.findall(r"[\d,.' ]*\d|[^\d,.' ]", run):
        if part in _DIGITS:
            current = (current or 0) * 10 + Decimal(_DIGITS[part])
        elif part in SMALL:
            section += (ONE if current is None else current) * SMALL[part]
            current, scale = None, SMALL[part]
        elif part in LARGE:
            if (not section and current is None) or LARGE[part] >= last:
                return None
            total += (section + (current or 0)) * LARGE[part]
            last = LARGE[part]
            scale = last * (scale if section and current is None and scale in SMALL.values() else 1)
            section, current = Decimal(0), None
        else:
            number = parse_digits(part.strip(), lang)
            if number is None or current is not None:
                return None
            current = number
    return total + section + (current or 0), scale


def _spoken_decimal(run: str, lang: str) -> tuple[Decimal, Decimal] | None:
    """七十四点五, 一・五億."""
    whole, _, rest = run.replace("・", "点").partition("点")
    behind = re.match(rf"[{KANJI[:11]}]+", rest)
    before = parse_japanese(whole, lang)
    scales = (
        parse_japanese("一" + rest[behind.end() :], lang) if behind and rest[behind.end() :] else (ONE, ONE)
    )
    if not behind or not before or not scales:
        return None
    digits = "".join(str(_DIGITS[digit]) for digit in behind[0])
    return (before[0] + Decimal(f"0.{digits}")) * scales[0], scales[1]
