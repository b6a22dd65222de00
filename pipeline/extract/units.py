"""Units: what may stand before or behind a number in, its kind, base unit and factor out (tests/gold/GUIDE.md's units).

Money is ISO 4217; `$` alone is USD. The longest name wins: 香港ドル before ドル, 人民元 before 元.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from pipeline.extract.numerals import CURRENCY_CODES
from pipeline.records import Kind


@dataclass(frozen=True, slots=True)
class Unit:
    """A kind, its base unit, and how many base units one of these is."""

    kind: Kind
    unit: str
    factor: Decimal = Decimal(1)


_SIGNS = {"US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "NT$": "TWD", "S$": "SGD",
          "R$": "BRL", "NZ$": "NZD", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "\\": "JPY", "₩": "KRW",
          "₹": "INR", "CN¥": "CNY", "RMB": "CNY"} | {code: code for code in CURRENCY_CODES if code != "RMB"}  # fmt: skip
_CURRENCIES = {
    "USD": "ドル|米ドル|アメリカドル|弗|(?:u\\.?s\\.? )?dollars?|dollars? américains?|bucks",
    "EUR": "ユーロ|欧州ユーロ|euros?",
    "JPY": "円|日本円|yens?",
    "CNY": "元|人民元|中国元|yuans?|renminbi",
    "GBP": "ポンド|英ポンド|pounds?(?: sterling)?|livres? sterling",
    "KRW": "ウォン|韓国ウォン|wons?",
    "INR": "ルピー|インドルピー|rupees?|roupies?",
    "CHF": "スイスフラン|(?:swiss )?francs?(?: suisses?)?",
    "AED": "ディルハム|(?:emirati )?dirhams?",
    "SAR": "リヤル|サウジリヤル|(?:saudi )?ri[yj]als?",
    "HKD": "香港ドル|hong kong dollars?|dollars? (?:de )?hong[- ]kong",
    "TWD": "台湾ドル|新台湾ドル|(?:new )?taiwan dollars?|dollars? taïwanais",
    "SGD": "シンガポールドル|singapore dollars?|dollars? (?:de )?singapour(?:iens?)?",
    "CAD": "カナダドル|加ドル|canadian dollars?|dollars? canadiens?",
    "AUD": "豪ドル|オーストラリアドル|australian dollars?|dollars? australiens?",
    "NZD": "ニュージーランドドル|new zealand dollars?",
    "RUB": "ルーブル|rou?bles?",
    "BRL": "レアル|reais|réals?",
    "SEK": "スウェーデンクローナ|swedish kron[ao]r?",
}
_SUB_UNITS = {"USD": "セント|cents?", "JPY": "銭", "GBP": "ペンス|pence", "EUR": "ユーロセント|centimes?"}
_K = (
    ("キロ|kilo", 3),
    ("メガ|m[eé]ga", 6),
    ("ギガ|giga", 9),
    ("テラ|t[eé]ra", 12),
    ("ペタ|p[eé]ta", 15),
    ("エクサ|exa", 18),
)

_MEASURES: list[tuple[Kind, str, str, str]] = [
    # kind, base unit, factor, pattern (words; case does not count)
    (
        "percent",
        "%",
        "1",
        r"%(?![A-Za-z0-9])|パーセント(?:ポイント)?|per ?cent(?:age points?)?\b|pct\b|pour ?cent\b",
    ),
    ("energy", "Wh", "1", r"ワット(?:時|アワー)|watt[- ]?(?:hours?|heures?)\b"),
    ("power", "W", "1", r"ワット|watts?\b"),
    ("data", "B", "1", r"バイト|bytes?\b|octets?\b"),
    ("length", "m", "1000", r"キロメートル|kilom(?:eters?|etres?|ètres?)\b"),
    ("length", "m", "0.01", r"センチメートル|センチ|centim(?:eters?|etres?|ètres?)\b"),
    ("length", "m", "0.001", r"ミリメートル|ミリ(?!オン|タ)|millim(?:eters?|etres?|ètres?)\b"),
    ("length", "m", "0.000000001", r"ナノメートル|nanom(?:eters?|etres?|ètres?)\b"),
    ("length", "m", "1", r"メートル|met(?:er|re)s?\b|mètres?\b"),
    ("length", "m", "1609.344", r"マイル|miles?\b"),
    ("length", "m", "0.3048", r"フィート|feet\b|foot\b|pieds?\b"),
    ("length", "m", "0.0254", r"インチ|inch(?:es)?\b|pouces?\b"),
    ("area", "m2", "1", r"平方メートル|平米|square met(?:er|re)s?\b|mètres? carrés?\b"),
    ("area", "m2", "1000000", r"平方キロ(?:メートル)?|square kilomet(?:er|re)s?\b|kilomètres? carrés?\b"),
    ("area", "m2", "0.09290304", r"平方フィート|square f(?:ee|oo)t\b|sq\.? ?ft\b|pieds? carrés?\b"),
    ("area", "m2", "2589988.110336", r"平方マイル|square miles?\b"),
    ("area", "m2", "10000", r"ヘクタール|hectares?\b"),
    ("area", "m2", "4046.8564224", r"エーカー|acres?\b"),
    ("mass", "g", "1000000", r"トン|tonnes?\b|(?:metric )?tons?\b"),
    ("mass", "g", "1000", r"キログラム|kilogram(?:me)?s?\b|kilos?\b"),
    ("mass", "g", "1", r"グラム|gram(?:me)?s?\b"),
    ("mass", "g", "453.59237", r"lbs?\b"),
    ("temperature", "Cel", "1", r"℃|°C\b|degrees? celsius\b|degrés? celsius\b|度C"),
    (
        "multiple",
        "x",
        "1",
        r"倍|[-‐]?fold\b|fois (?:plus|moins)\b|times (?=as\b|more|less|faster|slower|bigger|larger|cheaper"
        r"|better|higher|greater|the\b|its\b|their\b|what\b|that\b|smaller|over\b)",
    ),
]
_SYMBOLS: list[tuple[Kind, str, str, str]] = [
    # case counts: MW is not mW
    *(("energy", "Wh", f"1e{power}", rf"{sign}Wh\b") for sign, power in zip(["", "k", "M", "G", "T"], range(0, 15, 3), strict=True)),
    *(("power", "W", f"1e{power}", rf"{sign}W\b") for sign, power in zip(["", "k", "M", "G", "T"], range(0, 15, 3), strict=True)),
    *(("data", "B", f"1e{power}", rf"(?:{sign}[Bo]|{sign}iB)\b(?!/s|ps)")
      for sign, power in zip(["[kK]", "M", "G", "T", "P", "E", "Z"], range(3, 24, 3), strict=True)),
    ("length", "m", "1000", r"km\b(?![²2/]|\^)"),
    ("length", "m", "0.01", r"cm\b"),
    ("length", "m", "0.001", r"mm\b"),
    ("length", "m", "0.000000001", r"nm\b"),
    ("area", "m2", "1", r"m(?:²|2\b|\^2)|㎡"),
    ("area", "m2", "1000000", r"km(?:²|2\b|\^2)|㎢"),
    ("area", "m2", "10000", r"ha\b"),
    ("mass", "g", "1000", r"kg\b"),
    ("multiple", "x", "1", r"[x×](?![\w×])"),
]  # fmt: skip
# A process node is the name of a technology.
_NOT_BEHIND = {
    "length": re.compile(
        r"[^\S\n]?(?:プロセス|世代|ノード|級|製程|process|node|class|chip|gravure)", re.IGNORECASE
    ),
}


def _behind() -> tuple[re.Pattern[str], dict[str, Unit]]:
    """One pattern for all units behind a number, longest words first, and what each of its groups is."""
    units: dict[str, Unit] = {}
    words: list[tuple[str, str]] = []
    symbols: list[tuple[str, str]] = []

    def put(target: list[tuple[str, str]], unit: Unit, pattern: str) -> None:
        name = f"u{len(units)}"
        units[name] = unit
        target.append((name, pattern))

    for code, pattern in _CURRENCIES.items():
        for alternative in pattern.split("|"):
            put(
                words,
                Unit("money", code),
                alternative if not alternative[-1].isascii() else alternative + r"\b",
            )
    for code, pattern in _SUB_UNITS.items():
        put(words, Unit("money", code, Decimal("0.01")), rf"(?:{pattern})(?![A-Za-z])")
    for sign, code in _SIGNS.items():
        put(symbols, Unit("money", code), re.escape(sign) + (r"\b" if sign.isalpha() else r"(?![\d.])"))
    for kind, base, factor, pattern in _MEASURES:
        put(words, Unit(kind, base, Decimal(factor)), pattern)
        if base in ("W", "Wh", "B"):
            for prefix, power in _K:
                put(words, Unit(kind, base, Decimal(factor).scaleb(power)), rf"(?:{prefix})(?:{pattern})")
    for kind, base, factor, pattern in _SYMBOLS:
        put(symbols, Unit(kind, base, Decimal(factor)), pattern)
    words.sort(key=lambda item: -len(item[1]))
    symbols.sort(key=lambda item: -len(item[1]))
    alternatives = [f"(?P<{name}>{pattern})" for name, pattern in symbols]
    alternatives += [f"(?i:(?P<{name}>{pattern}))" for name, pattern in words]
    alternatives = [
        one.replace(r"\b", "(?![A-Za-zÀ-ÿ0-9])") for one in alternatives
    ]  # kana behind is no letter
    return re.compile(rf"[ -]?(?:of (?:a |an )?|d[e'] ?)?(?:{'|'.join(alternatives)})"), units


_BEHIND, _UNITS = _behind()
_BEFORE = re.compile(
    rf"(?<![A-Za-z])(?P<sign>{'|'.join(re.escape(s) for s in sorted(_SIGNS, key=len, reverse=True))}) ?\Z"
)
_HALF_SHARE = re.compile(r"割(?!合|り当|当|安|高|引き?当)(?:(?P<tenth>[\d一二三四五六七八九])分)?")


def unit_behind(text: str, position: int) -> tuple[Unit, int] | None:
    """The unit that begins at a position (a space or de/of may stand between) and where it ends."""
    match = _BEHIND.match(text, position)
    if not match or not match.lastgroup:
        return None
    unit = _UNITS[match.lastgroup]
    unwanted = _NOT_BEHIND.get(unit.kind)
    if unwanted and unwanted.match(text, match.end()):
        return None
    return unit, match.end()


def currency_before(text: str, position: int) -> tuple[Unit, int] | None:
    """The currency sign or code that ends at a position, and where it begins."""
    match = _BEFORE.search(text, max(0, position - 5), position)
    return (Unit("money", _SIGNS[match["sign"]]), match.start()) if match else None


def tenths_behind(text: str, position: int) -> tuple[Decimal, int] | None:
    """3割5分 is 35 %: the percent that 割 adds behind a number of tenths, and where it ends."""
    match = _HALF_SHARE.match(text, position)
    if not match:
        return None
    tenth = match["tenth"]
    return Decimal(
        "123456789".find(tenth) + 1 or "一二三四五六七八九".find(tenth) + 1 if tenth else 0
    ), match.end()
