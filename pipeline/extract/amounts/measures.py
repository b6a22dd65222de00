"""Measures: nothing in, the words and symbols of units out, each with its kind, base unit and factor (tests/gold/GUIDE.md).

Prefixes are put before words and symbols by rule (kilo, メガ, G), so that none is forgotten. Factors are exact by definition
(international yard and pound of 1959, NIST SP 811); °F has an offset too, K another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pipeline.extract.amounts import currencies
from pipeline.extract.amounts.phrases import Phrases, phrases_of
from pipeline.records import Kind


@dataclass(frozen=True, slots=True)
class Unit:
    """A kind, its base unit, how many base units one of these is, and what to add to the number first (°F: -32)."""

    kind: Kind
    unit: str
    factor: Decimal = Decimal(1)
    shift: Decimal = Decimal(0)


PERCENT = Unit("percent", "%")
AGE = Unit("age", "year")
_PREFIXES = {"k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18, "Z": 21}
_PREFIX_WORDS = {
    3: ("kilo", "キロ"), 6: ("mega", "méga", "メガ"), 9: ("giga", "ギガ"), 12: ("tera", "téra", "テラ"),
    15: ("peta", "péta", "ペタ"), 18: ("exa", "エクサ"), 21: ("zetta", "ゼタ"), -2: ("centi", "センチ"), -3: ("milli", "ミリ"),
    -6: ("micro", "マイクロ"), -9: ("nano", "ナノ"),
}  # fmt: skip
_WHOLE, _PARTS = (3, 6, 9, 12, 15, 18, 21), (-2, -3, -6, -9)

# kind, base unit, factor, powers of ten that prefixes may give it, names (_ is a space)
_NAMED: list[tuple[Kind, str, str, tuple[int, ...], str]] = [
    ("percent", "%", "1", (), "percent per_cent percentage_point percentage_points percents pct pour_cent pourcent"
     " point_de_pourcentage points_de_pourcentage パー パーセント パーセントポイント ﾊﾟｰｾﾝﾄ プロセント"),
    ("percent", "%", "0.01", (), "basis_point basis_points point_de_base points_de_base ベーシスポイント"),
    ("energy", "Wh", "1", _WHOLE, "watt-hour watt-hours watt_hour watt_hours watthour watthours wattheure wattheures watt-heure"
     " watt-heures ワット時 ワットアワー"),
    ("energy", "Wh", str(Decimal(1) / Decimal(3600)), (3, 6, 9, 12, 15), "joule joules ジュール"),
    ("energy", "Wh", "1.163", (), "kcal kilocalorie kilocalories キロカロリー"),
    ("power", "W", "1", (*_WHOLE, -3), "watt watts ワット"),
    ("power", "W", "745.69987158227022", (), "horsepower"),
    ("power", "W", "735.49875", (), "馬力 chevaux-vapeur chevaux"),
    ("data", "B", "1", _WHOLE, "byte bytes octet octets バイト"),
    ("data", "B", "1e9", (), "giga gigas gigs ギガ"),
    ("data", "B", "1e12", (), "téras テラ"),
    ("data", "B", "1e6", (), "メガ"),
    ("length", "m", "1e-9", (), "ナノ"),
    ("data", "B", "0.125", _WHOLE, "bits bit ビット"),
    ("length", "m", "1", (*_PARTS, 3), "meter meters metre metres mètre mètres メートル"),
    ("length", "m", "1609.344", (), "mile miles マイル"),
    ("length", "m", "1852", (), "nautical_mile nautical_miles mille_marin milles_marins milles_nautiques 海里"),
    ("length", "m", "0.9144", (), "yard yards ヤード"),
    ("length", "m", "0.3048", (), "foot feet pied pieds フィート"),
    ("length", "m", "0.0254", (), "inch inches pouce pouces インチ"),
    ("length", "m", "1000", (), "キロメーター"),
    ("length", "m", "0.01", (), "センチ"),
    ("length", "m", "0.001", (), "ミリ"),
    ("area", "m2", "1", (), "square_meter square-meter square-metre square_meters square_metre square_metres mètre_carré mètres_carrés sq_m sq._m sqm 平方メートル 平米"),
    ("area", "m2", "1e6", (), "square_kilometer square_kilometers square_kilometre square_kilometres kilomètre_carré kilomètres_carrés"
     " sq_km square_km sq._km square_kms 平方キロ 平方キロメートル"),
    ("area", "m2", "1e-4", (), "square_centimeters square_centimetres centimètres_carrés 平方センチ 平方センチメートル"),
    ("area", "m2", "1e-6", (), "square_millimeters square_millimetres millimètres_carrés 平方ミリ 平方ミリメートル"),
    ("area", "m2", "0.09290304", (), "square_foot square_feet square-foot sq_ft sq._ft sq._ft. sqft sq-ft pied_carré pieds_carrés 平方フィート"),
    ("area", "m2", "2589988.110336", (), "square_mile square_miles sq_mi sq._mi sq._miles sq_miles 平方マイル"),
    ("area", "m2", "0.83612736", (), "square_yard square_yards"),
    ("area", "m2", "10000", (), "hectare hectares ヘクタール"),
    ("area", "m2", str(Decimal(400) / Decimal(121)), (), "坪"),
    ("area", "m2", "4046.8564224", (), "acre acres エーカー"),
    ("mass", "g", "1e6", (3, 6, 9), "tonne tonnes ton tons metric_ton metric_tons metric_tonnes トン"),
    ("mass", "g", "1", (-3, -6, -9, 3), "gram grams gramme grammes グラム"),
    ("mass", "g", "1000", (), "kilo kilos"),
    ("mass", "g", "453.59237", (), "lb lbs 重量ポンド"),
    ("mass", "g", "28.349523125", (), "ounce ounces oz onces オンス"),
    ("temperature", "Cel", "1", (), "degree_celsius degrees_celsius degree_centigrade degrees_centigrade degrees_c deg_c deg_celsius celsius degré_celsius"
     " degrés_celsius degrés_c degrés_centigrades 度c"),
    ("multiple", "x", "1", (), "倍 fold -fold"),
]  # fmt: skip
_JOULE = Decimal(1) / Decimal(3600)
_FAHRENHEIT = "degree_fahrenheit deg_fahrenheit deg_f degrees_fahrenheit degrees_f degrés_fahrenheit degré_fahrenheit fahrenheit"
_KELVIN = "kelvin kelvins degrees_kelvin ケルビン"
FAHRENHEIT = Unit("temperature", "Cel", Decimal(5) / Decimal(9), Decimal(-32))
_SIGNED = {
    "%": PERCENT, "％": PERCENT, "‰": Unit("percent", "%", Decimal("0.1")), "bps": Unit("percent", "%", Decimal("0.01")), "pc": PERCENT,
    "km": Unit("length", "m", Decimal(1000)), "cm": Unit("length", "m", Decimal("0.01")), "mm": Unit("length", "m", Decimal("0.001")),
    "µm": Unit("length", "m", Decimal("1e-6")), "μm": Unit("length", "m", Decimal("1e-6")), "nm": Unit("length", "m", Decimal("1e-9")),
    "m": Unit("length", "m"), "ft": Unit("length", "m", Decimal("0.3048")), "yd": Unit("length", "m", Decimal("0.9144")),
    "mi": Unit("length", "m", Decimal("1609.344")), "nmi": Unit("length", "m", Decimal(1852)),
    "m²": Unit("area", "m2"), "m2": Unit("area", "m2"), "m^2": Unit("area", "m2"), "㎡": Unit("area", "m2"),
    **dict.fromkeys(("km²", "km2", "km^2", "㎢"), Unit("area", "m2", Decimal("1e6"))),
    **dict.fromkeys(("cm²", "cm2"), Unit("area", "m2", Decimal("1e-4"))),
    **dict.fromkeys(("mm²", "mm2"), Unit("area", "m2", Decimal("1e-6"))),
    **dict.fromkeys(("ft²", "ft2"), Unit("area", "m2", Decimal("0.09290304"))),
    "ha": Unit("area", "m2", Decimal(10000)),
    "kg": Unit("mass", "g", Decimal(1000)), "g": Unit("mass", "g"), "mg": Unit("mass", "g", Decimal("0.001")),
    "µg": Unit("mass", "g", Decimal("1e-6")), "μg": Unit("mass", "g", Decimal("1e-6")), "kt": Unit("mass", "g", Decimal("1e9")),
    "Mt": Unit("mass", "g", Decimal("1e12")), "Gt": Unit("mass", "g", Decimal("1e15")), "㎏": Unit("mass", "g", Decimal(1000)),
    "㎞": Unit("length", "m", Decimal(1000)), "㎝": Unit("length", "m", Decimal("0.01")), "㎜": Unit("length", "m", Decimal("0.001")),
    **dict.fromkeys(("℃", "°C", "° C", "ºC", "º C"), Unit("temperature", "Cel")),
    **dict.fromkeys(("℉", "°F", "° F", "ºF"), Unit("temperature", "Cel", Decimal(5) / Decimal(9), Decimal(-32))),
    "㌫": PERCENT, "㌧": Unit("mass", "g", Decimal("1e6")), "㌘": Unit("mass", "g"), "㌔㌘": Unit("mass", "g", Decimal(1000)),
    "㍍": Unit("length", "m"), "㌔㍍": Unit("length", "m", Decimal(1000)), "㌢": Unit("length", "m", Decimal("0.01")),
    "㌢㍍": Unit("length", "m", Decimal("0.01")), "㍉": Unit("length", "m", Decimal("0.001")), "㍉㍍": Unit("length", "m", Decimal("0.001")),
    "㌶": Unit("area", "m2", Decimal(10000)), "平方㍍": Unit("area", "m2"), "平方㌔": Unit("area", "m2", Decimal("1e6")),
    "㍗": Unit("power", "W"), "㌔㍗": Unit("power", "W", Decimal(1000)), "㌔㍗時": Unit("energy", "Wh", Decimal(1000)),
    "x": Unit("multiple", "x"), "×": Unit("multiple", "x"), "X": Unit("multiple", "x"),
    "hp": Unit("power", "W", Decimal("745.69987158227022")),
}  # fmt: skip
_ONLY_PREFIXED = frozenset(("bit", "ビット"))
"""A 64-bit processor is no amount of data; a gigabit is."""


@cache
def symbols(lang: str) -> Phrases[Unit]:
    """Symbols; case counts (MW is not mW). Go, To and Mo are octets in French alone."""
    money = (
        (sign, Unit("money", one.code, one.factor)) for sign, one in currencies.signs_behind().meaning.items()
    )
    return phrases_of(
        [*money, *_SIGNED.items(), *_prefixed_symbols(("B", "iB", "o") if lang == "fr" else ("B", "iB"))],
        exact_case=True,
    )


def _prefixed_symbols(bytes_too: tuple[str, ...]) -> Iterator[tuple[str, Unit]]:
    yield from (
        ("W", Unit("power", "W")),
        ("Wh", Unit("energy", "Wh")),
        ("MWe", Unit("power", "W", Decimal("1e6"))),
    )
    yield from (("mW", Unit("power", "W", Decimal("0.001"))), ("mWh", Unit("energy", "Wh", Decimal("0.001"))))
    for prefix, power in _PREFIXES.items():
        yield f"{prefix}W", Unit("power", "W", Decimal(10) ** power)
        yield f"{prefix}Wh", Unit("energy", "Wh", Decimal(10) ** power)
        yield f"{prefix}J", Unit("energy", "Wh", Decimal(10) ** power * _JOULE)
        for shown in {prefix, prefix.upper()}:
            yield from ((f"{shown}{byte}", Unit("data", "B", Decimal(10) ** power)) for byte in bytes_too)
            yield from (
                (f"{shown}{bit}", Unit("data", "B", Decimal(10) ** power / 8)) for bit in ("b", "bit", "bits")
            )


@cache
def names() -> Phrases[Unit]:
    """Words; case does not count."""
    return phrases_of(
        [
            *_measures(),
            *(
                (name, Unit("money", one.code, one.factor))
                for name, one in currencies.names_behind().meaning.items()
            ),
        ]
    )


def _measures() -> Iterator[tuple[str, Unit]]:
    for kind, base, factor, powers, names in _NAMED:
        for name in names.split():
            if name not in _ONLY_PREFIXED:
                yield name.replace("_", " "), Unit(kind, base, Decimal(factor))
            for power in powers:
                unit = Unit(kind, base, Decimal(factor).scaleb(power))
                yield from (
                    (prefix + name.replace("_", " "), unit)
                    for prefix in _PREFIX_WORDS[power]
                    if (prefix > "\u3000") == (name > "\u3000")
                )
    for names, scale, shift in (
        (_FAHRENHEIT, Decimal(5) / Decimal(9), Decimal(-32)),
        (_KELVIN, Decimal(1), Decimal("-273.15")),
    ):
        yield from (
            (name.replace("_", " "), Unit("temperature", "Cel", scale, shift)) for name in names.split()
        )
