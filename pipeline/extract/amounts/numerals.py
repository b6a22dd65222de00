"""Numerals: a text in, the numbers written in it out: digits, Chinese numerals, words of the three languages (values: numeral_values.py).

Exact in Decimal. A number knows its scale (億, billion) so that `3〜5億` can share it, and whether it is only an order of
magnitude (数十億, hundreds of millions): then it runs from 2 to 9 times its unit word (tests/gold/GUIDE.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.extract.amounts.currencies import codes
from pipeline.extract.amounts.kana_numerals import find_kana
from pipeline.extract.amounts.numeral_values import KANJI, LARGE, ONE, SMALL, parse_japanese
from pipeline.extract.amounts.numeral_words import find_words
from pipeline.extract.amounts.scales import scale_behind

_LETTER = re.compile("[A-Za-z0-9]")
_CURRENCY_SIGNS = ("$", "€", "£", "¥")
_SIGN = re.compile(r"(?<![A-Za-z])(?:SFr|KSh|Dhs?|kr|Rs|Rp|RM)\Z")
_COUNTED = frozenset(("GPU", "CPU", "TPU"))
_RUN = re.compile(
    rf"(?=[何数幾\d{KANJI}])"  # what most characters are not, asked before all that may stand before a number
    r"(?:(?<![A-Za-z0-9À-ÿ_])(?<!\d[.,])(?<![A-Za-z]-)(?<!\^)|(?<=\d[kmbKMB]-)|(?<=\d[mb]n-)|(?<=\d [kMGT][WB]-)|(?<=\d[kMGT][WB]-)|(?<=\d km-)|(?<=\dkm-)|(?<=[A-Z]{3})|(?<=[A-Za-z])(?=数[十百千万億兆])|(?<=[A-Za-z]{3})(?=[\d,.]{1,7}[万億兆])|(?<=\bSFr)|(?<=\bKSh)|(?<=\bkr)|(?<=\bDh)|(?<=\bDhs)|(?<=\bRs)|(?<=\bRp)|(?<=\bRM))"
    rf"(?:[何数幾](?=[十百千万億兆]|[カかヵヶケ箇]月|年|週間|日間|時間|分間|(?:ギガ|メガ|キロ|テラ)(?:ワット|バイト|メートル)|倍|%|パーセント)|数(?=円|ドル|ユーロ|セント|ペンス|元(?![気々祖年])|ルピー|ウォン)|[\d{KANJI}])"
    rf"(?:[\d{KANJI}万億兆京萬]|[数余](?=[十百千万億兆])|(?<=[十0])数(?=[人名社台件カか店校本個枚年カ])|(?<=\d)・(?=\d{{1,2}}(?!\d|・) ?(?:%|パーセント|ポイント|倍|[億万兆度円割歳点]|ドル|キロ|センチ|ミリ|メートル|トン|ギガ|メガ|テラ|時間|平方|[a-zA-Z]))|[,.'](?=\d)| (?=\d{{3}}(?!\d))| ?(?=[万億兆])|(?<=[{KANJI}])[点・](?=[{KANJI[:11]}]+(?:[万億兆円秒度歳割個]|パー|%|倍|ギガ|メガ|ドル|ミリオン|ビリオン|トリリオン|ワット|インチ|キロ|ミリ|センチ|ナノ|マイクロ|メートル|グラム|トン|テラ|ペタ|エクサ|ユーロ|ポンド|ポイント|ヘクタール|エーカー|マイル|平方|時間|カ月|か月|ヶ月|年(?!代)))|(?<=[{KANJI}])点(?=[{KANJI[:11]}]{{1,2}}(?:[、。]|なの|なん|だっ|でし|です|に(?:達|な|上)|を(?:超|上回|記録)))|(?<=[十百千万億兆]) (?=[{KANJI[2:]}万億兆]|\d+(?:,\d+)?[千百]?万))*"
)
_HALF_BEHIND = re.compile(
    r" (?:and a half|et demie?)(?![a-z])(?: (?:million|billion|trillion|milliard)s?)?", re.IGNORECASE
)
_AND_A_HALF = {"million": 6, "billion": 9, "trillion": 12, "milliard": 9}
_PARTS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_PART = re.compile(r"(?: ?(?P<sign>[½¼¾])|[ -](?P<top>[1-9])/(?P<bottom>[2-9]|16|32)(?![\d/]))")
_EXPONENT = re.compile(r"(?P<times>\d{1,4}(?:\.\d{1,6})?)[eE]\+?(?P<by>[1-9]\d?)(?![\w.])")
"""1.2e9, as programs write."""
_POWER = re.compile(
    r"(?:(?P<times>\d{1,3}(?:[.,]\d{1,3})?) ?[x×*·] ?)?10(?:\^|\*\*| puissance | to the (?:power of |power )?|の)(?P<by>[1-9]\d?)(?:th|乗)?(?![\d.])"
)
"""10^25, 2,6 × 10^26, 10 puissance 25, 10の25乗."""
_SCALED = re.compile(r"[\d,.]+[万億兆]")
"""What no version has, so that it is a number even behind letters: ARR20億ドル."""
_SPACED_YEAR = re.compile(r"(?:19|20)\d\d \d{3}")
_TENS = frozenset(Decimal(10) ** power for power in range(16))
_NEXT_PART = re.compile(r" (?:and |et )?")
_COUNTER_NEXT = re.compile("[名人社件台年カか箇ヵ国校店基棟割倍週本個枚回]|[日時分秒]間")
_IN_KATAKANA = re.compile(
    r" ?(?P<scale>ミリオン|ビリオン|トリリオン)(?=ドル|ユーロ|ポンド|円|米|$|[^ァ-ヺー])"
)
_KATAKANA_SCALES = {
    "ミリオン": Decimal(10) ** 6,
    "ビリオン": Decimal(10) ** 9,
    "トリリオン": Decimal(10) ** 12,
}
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'）」』]*|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number at [start, end). low = high but for a vague one.

    scale: the multiplier of its last scale word, 1 if none. letters: a scale that is letters only (5m, 405B), which counts
    only where a unit confirms it. kanji: written in Chinese numerals only. about: the word itself is approximate (une centaine).
    words: written in words of English or French. ranged: low..high is what is said (二、三百).
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
    words: bool = False
    ranged: bool = False


def find_numbers(text: str, lang: str) -> list[Number]:
    """The numbers of a text (narrow digits and signs, see figures.py), in order, none overlapping another."""
    numbers = [*_runs(text, lang), *_spelled(text, lang)]
    if lang == "ja":
        numbers += (Number(start, end, value, value, scale) for start, end, value, scale in find_kana(text))
    numbers.sort(key=lambda number: (number.start, -number.end))
    links = (
        [match.span() for match in _LINK.finditer(text)]
        if "://" in text or "www." in text or "@" in text
        else []
    )
    kept: list[Number] = []
    for number in numbers:
        while links and links[0][1] <= number.start:
            links.pop(0)
        if links and links[0][0] <= number.start:
            continue
        if kept and number.start < kept[-1].end:
            continue
        if kept and lang == "ja" and (few := _one_more(text, kept[-1], number)):
            kept[-1] = few
            continue
        if kept and _repeats(text, kept[-1], number):
            kept[-1] = replace(kept[-1], end=number.end + 1)
            continue
        if kept and _continues(text, kept[-1], number):
            last, value = kept[-1], kept[-1].low + number.low
            kept[-1] = replace(last, end=number.end, low=value, high=value)
        else:
            kept.append(number)
    return kept


def _one_more(text: str, last: Number, number: Number) -> Number | None:
    """2、3百億 and 二、三人: a digit and the next one share what stands behind."""
    few = last.end - last.start == 1 and 1 <= last.low < 9
    teens = last.kanji and 10 < last.low < 100 and number.kanji and number.end - number.start == 1
    if teens and text[last.end : number.start] == "、" and number.low == last.low % 10 + 1:
        after = _COUNTER_NEXT.match(text, number.end)
        return (
            replace(number, start=last.start, low=last.low, high=last.low + 1, kanji=False, ranged=True)
            if after
            else None
        )
    if (
        not few
        or text[last.end : number.start] not in ("、", ",", "", "～", "・")
        or number.vague
        or number.ranged
    ):
        return None
    if (
        text[last.start - 1 : last.start] in ("、", ",", ".", "・")
        or text[last.start].isascii() != text[number.start].isascii()
    ):
        return None
    size = number.low / (last.low + 1)
    if size not in _TENS or (size == 1 and not _COUNTER_NEXT.match(text, number.end)):
        return None
    return replace(number, start=last.start, low=last.low * size, kanji=False, ranged=True)


def _repeats(text: str, last: Number, number: Number) -> bool:
    """thirty (30) days, trente (30) jours: a contract writes its numbers twice."""
    return (
        last.words
        and last.low == number.low
        and text[last.end : number.start] == " ("
        and text[number.end : number.end + 1] == ")"
    )


def _continues(text: str, last: Number, number: Number) -> bool:
    """2 milliards 500 millions: a smaller scale behind a larger one adds to it."""
    return bool(
        last.scale > number.scale >= 1000
        and number.low < last.scale
        and not (last.vague or number.vague or last.letters or number.letters)
        and number.start - last.end <= 5
        and _NEXT_PART.fullmatch(text, last.end, number.start)
        and " " not in text[last.end + 1 : number.start]
    )


def _runs(text: str, lang: str) -> Iterator[Number]:
    for match in _RUN.finditer(text):
        start, run = match.start(), match[0].rstrip()
        if (
            text[start - 1 : start].isalpha()
            and text[start - 1 : start].isascii()
            and not _behind_code(text, start)
            and not _SCALED.match(run)
            and run[0] != "数"
        ):
            continue
        if _SPACED_YEAR.match(run):  # 2024 500 is a year and a number
            run = run[:4]
        if not run[0].isdigit() or "数" in run or "余" in run or "何" in run or "幾" in run:
            vague = any(sign in run for sign in "数何幾")
            if vague:
                found = _vague_japanese(start, run)
                if found:
                    yield found
                continue
        if power := _POWER.match(text, start) or _EXPONENT.match(text, start):
            size = Decimal(power["times"].replace(",", ".") if power["times"] else 1) * Decimal(10) ** int(
                power["by"]
            )
            yield Number(start, power.end(), size, size)
            continue
        about = "余" in run  # 百余億
        parsed = parse_japanese(run.replace("余", ""), lang)
        if parsed:
            value, scale = parsed
            if text[start + len(run) : start + len(run) + 1] == "余" and _COUNTER_NEXT.match(
                text, start + len(run) + 1
            ):
                run, about = run + "余", True  # 八十余名
            kanji = not any(character.isdigit() and character.isascii() for character in run)
            number = Number(start, start + len(run), value, value, scale, kanji=kanji, about=about)
            if spoken := _IN_KATAKANA.match(text, number.end):  # 五・六ビリオンドル
                size = _KATAKANA_SCALES[spoken["scale"]]
                yield Number(start, spoken.end(), value * size, value * size, size)
            else:
                yield number if scale != ONE else _with_scale(text, _with_part(text, number), lang)


def _behind_code(text: str, start: int) -> bool:
    """USD5m, GPU2万枚, SFr95: three capitals that are a currency or a machine, or a sign in letters, and no letter before."""
    code = text[start - 3 : start] in (codes() | _COUNTED)
    return bool(
        (code and not _LETTER.match(text[max(0, start - 4) : start - 3]))
        or _SIGN.search(text, max(0, start - 4), start)
    )


def _vague_japanese(start: int, run: str) -> Number | None:
    """数十億 is 2 to 9 times 十億; 十数億 is 12 to 19 times 億."""
    before, _, unit = run.replace("何", "数").replace("幾", "数").partition("数")
    if unit[:1] in LARGE:
        unit = "一" + unit
    parsed = parse_japanese(unit, "ja") if unit else (ONE, ONE)
    tens = before in ("十", "10")
    if before and not tens and unit[:1] in SMALL:  # 百数十億, 二百数十
        whole, rest = parse_japanese(before, "ja"), parse_japanese("一" + unit[1:], "ja")
        if not whole or not rest:
            return None
        low, high = ((whole[0] + some * SMALL[unit[0]]) * rest[0] for some in (2, 9))
        return Number(start, start + len(run), low, high, rest[1], vague=True, kanji=True)
    if not parsed or (before and not tens):
        return None
    size = parsed[0]
    low, high = (12 * size, 19 * size) if before else (2 * size, 9 * size)
    return Number(start, start + len(run), low, high, size, vague=True, kanji=True)


def _with_part(text: str, number: Number) -> Number:
    """5 1/2 and 5½ are 5.5; a 1/2 alone is a date or a score."""
    part = _PART.match(text, number.end)
    if not part:
        return number
    more = _PARTS[part["sign"]] if part["sign"] else Decimal(part["top"]) / Decimal(part["bottom"])
    return (
        replace(number, end=part.end(), low=number.low + more, high=number.high + more)
        if more < 1
        else number
    )


def _with_scale(text: str, number: Number, lang: str) -> Number:
    found = scale_behind(text, number.start, number.end, lang)
    if (
        found
        and found.letters == "m"
        and lang == "ja"
        and text[number.start - 1 : number.start] not in _CURRENCY_SIGNS
    ):
        return number  # 5m先
    if found:
        scale = Decimal(10) ** found.power
        number = replace(
            number,
            end=found.end,
            low=number.low * scale,
            high=number.high * scale,
            scale=scale,
            letters=found.letters,
        )
    half = _HALF_BEHIND.match(text, number.end)
    if half and not number.letters:  # 2 milliards et demi, 2 and a half million
        word = half[0].split()[-1].removesuffix("s").lower()
        scale = Decimal(10) ** _AND_A_HALF.get(word, 0)
        if number.scale == ONE:
            return replace(
                number,
                end=half.end(),
                low=(number.low + ONE / 2) * scale,
                high=(number.high + ONE / 2) * scale,
                scale=scale,
            )
        if word in ("half", "demi", "demie"):
            return replace(
                number, end=half.end(), low=number.low + number.scale / 2, high=number.high + number.scale / 2
            )
    return number


def _spelled(text: str, lang: str) -> Iterator[Number]:
    for start, end, low, high, scale, about in find_words(text, lang):
        yield Number(start, end, low, high, scale, vague=low != high, about=about, words=True)
