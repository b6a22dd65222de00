"""Currencies: what the CLDR and the street call them in, ISO 4217 out, for a place before or behind a number.

`$` alone is USD (the news of the industry is), ¥ and the backslash of Japanese keyboards are JPY, 元 is CNY. A name in full
wins over a bare one: 香港ドル before ドル, `Canadian dollars` before `dollars`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from babel.core import get_global
from babel.numbers import get_currency_name

from pipeline.extract.amounts.phrases import Phrases, phrases_of

_CENT = Decimal("0.01")
_ONE = Decimal(1)
_WORDS_TOO = frozenset(
    ("ALL", "AMD", "COP", "CUP", "TOP", "SOS", "BAM", "PEN", "MAD", "LAK", "MOP", "GEL", "ANG")
)
"""Codes that are words or companies in capitals: their names are read, the codes are not."""
_CODES_TOO = ("RMB", "CNH", "NTD")
"""What is written like a code and is none of ISO 4217."""
_MEANT = {"RMB": "CNY", "CNH": "CNY", "NTD": "TWD"}

_SIGNS = {
    "$": "USD", "US$": "USD", "U.S.$": "USD", "USD$": "USD", "A$": "AUD", "AU$": "AUD", "AUD$": "AUD", "C$": "CAD",
    "CA$": "CAD", "CAD$": "CAD", "CDN$": "CAD", "HK$": "HKD", "NT$": "TWD", "T$": "TWD", "S$": "SGD", "SG$": "SGD", "R$": "BRL",
    "NZ$": "NZD", "MX$": "MXN", "Mex$": "MXN", "€": "EUR", "£": "GBP", "UK£": "GBP", "¥": "JPY", "JP¥": "JPY", "\\": "JPY", "CN¥": "CNY",
    "RMB¥": "CNY", "₩": "KRW", "₹": "INR", "Rs.": "INR", "Rs": "INR", "₽": "RUB", "₫": "VND", "₺": "TRY", "₴": "UAH",
    "₪": "ILS", "฿": "THB", "₦": "NGN", "₱": "PHP", "₵": "GHS", "₸": "KZT", "₾": "GEL", "₼": "AZN", "₡": "CRC",
    "₲": "PYG", "₮": "MNT", "₭": "LAK", "৳": "BDT", "Rp": "IDR", "RM": "MYR", "kr": "SEK", "zł": "PLN", "Kč": "CZK",
    "Ft": "HUF", "лв": "BGN", "Fr.": "CHF", "SFr.": "CHF", "SFr": "CHF", "S/": "PEN", "KSh": "KES", "Dhs": "AED", "Dh": "AED",
}  # fmt: skip
_SIGNS_BEHIND = {
    "$": "USD", "$US": "USD", "US$": "USD", "$CA": "CAD", "$ CA": "CAD", "$ US": "USD", "$HK": "HKD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW",
    "₹": "INR", "₽": "RUB", "₫": "VND", "₺": "TRY", "₴": "UAH", "₪": "ILS", "฿": "THB", "₦": "NGN", "₱": "PHP",
    "₸": "KZT", "kr": "SEK", "kr.": "DKK", "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "лв": "BGN", "DH": "MAD",
}  # fmt: skip
_NAMES = {
    "USD": "dollar dollars u.s._dollar u.s._dollars us_dollar us_dollars american_dollar american_dollars buck bucks greenbacks dollar_américain dollars_américains"
    " dollar_us dollars_us dollars_des_états-unis ドル ㌦ 米㌦ 米ドル アメリカドル 米国ドル 弗 美元 USドル",
    "EUR": "euro euros balles ユーロ 欧州ユーロ",
    "JPY": "yen yens japanese_yen yen_japonais yens_japonais 円 日本円 えん",
    "CNY": "yuan yuans renminbi renminbis chinese_yuan chinese_renminbi yuan_chinois yuans_chinois 元 人民元 中国元 中国人民元",
    "GBP": "pound pounds pound_sterling pounds_sterling british_pound british_pounds quid livre_sterling livres_sterling livre_britannique"
    " livres_britanniques ポンド 英ポンド 英国ポンド イギリスポンド スターリングポンド",
    "KRW": "won wons korean_won south_korean_won won_sud-coréen wons_sud-coréens won_coréens wons_coréens ウォン 韓国ウォン",
    "INR": "rupee rupees indian_rupee indian_rupees roupie roupies roupies_indiennes ルピー インドルピー",
    "CHF": "franc francs swiss_franc swiss_francs franc_suisse francs_suisses スイスフラン フラン",
    "AED": "dirham dirhams emirati_dirham emirati_dirhams uae_dirham uae_dirhams dirhams_émiratis dirhams_des_émirats ディルハム UAEディルハム",
    "SAR": "riyal riyals rial_saoudien riyals_saoudiens saudi_riyal saudi_riyals saudi_rials リヤル リアル サウジリヤル サウジアラビアリヤル",
    "HKD": "hong_kong_dollar hong_kong_dollars dollar_de_hong_kong dollars_de_hong_kong dollar_de_hongkong dollars_de_hongkong dollar_hongkongais dollars_hongkongais 香港ドル 港ドル",
    "TWD": "taiwan_dollar taiwan_dollars taiwanese_dollars new_taiwan_dollar new_taiwan_dollars dollar_taïwanais dollars_taïwanais"
    " nouveaux_dollars_taïwanais 台湾ドル 新台湾ドル 台湾元 新台湾元",
    "SGD": "singapore_dollar singapore_dollars singaporean_dollars dollar_de_singapour dollars_de_singapour dollars_singapouriens シンガポールドル 星ドル",
    "CAD": "canadian_dollar canadian_dollars dollar_canadien dollars_canadiens カナダドル 加ドル",
    "AUD": "australian_dollar australian_dollars aussie_dollars dollar_australien dollars_australiens dollars_d'Australie 豪ドル オーストラリアドル",
    "NZD": "new_zealand_dollars kiwi_dollars dollars_néo-zélandais ニュージーランドドル NZドル",
    "RUB": "ruble rubles rouble roubles roubles_russes ルーブル ロシアルーブル",
    "BRL": "reais reals brazilian_real brazilian_reais réal réals reals_brésiliens réaux レアル ブラジルレアル",
    "MXN": "peso pesos mexican_pesos pesos_mexicains ペソ メキシコペソ",
    "ZAR": "rand rands south_african_rand ランド 南アフリカランド 南アランド",
    "SEK": "krona kronor kronas swedish_krona swedish_kronor swedish_crowns couronne couronnes couronnes_suédoises クローナ スウェーデンクローナ",
    "NOK": "norwegian_krone norwegian_kroner norwegian_crowns couronnes_norvégiennes ノルウェークローネ",
    "DKK": "krone kroner danish_krone danish_kroner danish_crowns couronnes_danoises クローネ デンマーククローネ",
    "CZK": "koruna korunas czech_crowns couronnes_tchèques コルナ チェココルナ",
    "TRY": "lira liras turkish_lira turkish_liras livre_turque livres_turques リラ トルコリラ",
    "PLN": "zloty zlotys zlotych złoty ズロチ ズウォティ ポーランドズロチ",
    "ILS": "shekel shekels israeli_shekels shekels_israéliens シェケル シェケル イスラエルシェケル",
    "VND": "dong vietnamese_dong dongs ドン ベトナムドン",
    "IDR": "rupiah rupiahs ルピア インドネシアルピア",
    "THB": "baht bahts バーツ タイバーツ",
    "EGP": "egyptian_pounds livres_égyptiennes エジプトポンド",
    "KES": "kenyan_shillings shillings_kényans ケニアシリング",
    "KWD": "kuwaiti_dinars dinars_koweïtiens クウェートディナール",
    "ARS": "argentine_pesos argentinian_pesos pesos_argentins アルゼンチンペソ",
    "MYR": "リンギ リンギット マレーシアリンギ マレーシアリンギット", "HUF": "フォリント", "KZT": "テンゲ", "UAH": "フリヴニャ フリブナ",
    "XOF": "francs_cfa cfa_francs francs_CFA",
}  # fmt: skip
_SUB_UNITS = {
    "USD": "cent cents us_cent us_cents u.s._cents american_cents セント 米セント", "HKD": "hong_kong_cents 香港セント", "CAD": "canadian_cents", "AUD": "australian_cents",
    "SGD": "singapore_cents", "NZD": "new_zealand_cents", "ZAR": "south_african_cents", "JPY": "銭", "GBP": "pence penny ペンス", "EUR": "centime centimes cts ユーロセント eurocents centimes_d'euro",
    "RUB": "kopeck kopecks kopek kopeks コペイカ", "INR": "paise paisa", "PLN": "grosz groszy", "SEK": "öre", "DKK": "øre", "BRL": "centavos",
}  # fmt: skip
_COMMON_HEADS = frozenset(("mark", "pound", "dollar", "franc", "peso", "sol", "som", "real", "dram", "lev", "leu", "lek", "won", "rand", "kip", "ruble",
                           "unit", "units", "rights", "gold", "silver", "bond", "peseta", "escudo"))  # fmt: skip


class Currency(NamedTuple):
    """ISO 4217, and how much of it one of these is (a cent is 0.01)."""

    code: str
    factor: Decimal


@cache
def codes() -> frozenset[str]:
    """The codes that are money somewhere today, and what is written like one."""
    territories = get_global("territory_currencies")
    tender = {code for uses in territories.values() for code, _, end, legal in uses if end is None and legal}
    return frozenset(tender - _WORDS_TOO).union(_CODES_TOO)


@cache
def before() -> re.Pattern[str]:
    """A sign or a code that ends at a place (match with search and an end), in group `sign`."""
    signs = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z])(?P<sign>{signs}|[A-Z]{{3}})[ ]?\Z")


def named_before(sign: str) -> Currency | None:
    """The currency of a sign or code that stands before an amount."""
    code = _SIGNS.get(sign) or (_MEANT.get(sign, sign) if sign in codes() else None)
    return Currency(code, _ONE) if code else None


@cache
def signs_behind() -> Phrases[Currency]:
    """Signs and codes that stand behind an amount; case counts."""
    signs = ((sign, Currency(code, _ONE)) for sign, code in _SIGNS_BEHIND.items())
    known = ((code, Currency(_MEANT.get(code, code), _ONE)) for code in sorted(codes()))
    return phrases_of([*signs, *known], exact_case=True)


@cache
def names_behind() -> Phrases[Currency]:
    """Names that stand behind an amount: ours first, then those of the CLDR, then their heads where only one has it."""
    ours = [
        (name.replace("_", " "), Currency(code, factor))
        for table, factor in ((_NAMES, _ONE), (_SUB_UNITS, _CENT))
        for code, names in table.items()
        for name in names.split()
    ]
    full = [(name, code) for lang in ("en", "ja", "fr") for name, code in _cldr(lang)]
    heads: dict[str, set[str]] = defaultdict(set)
    for name, code in (*_cldr("en"), *_cldr("ja")):  # French puts the head first
        _, space, head = name.rpartition(" ")
        if space and head.isalpha():
            heads[head.lower()].add(code)
    alone = [
        (head, Currency(min(of), _ONE))
        for head, of in heads.items()
        if len(of) == 1 and (len(head) > 3 or head[0] > "\u3000") and head not in _COMMON_HEADS
    ]
    named = [
        (form, Currency(code, _ONE))
        for name, code in full
        for form in {name, name.replace(" ", "") if name[0] > "\u3000" else name}
    ]
    return phrases_of([*ours, *named, *alone])


def _cldr(lang: str) -> Iterator[tuple[str, str]]:
    """Every name of a currency that is in use, singular and plural, in a language."""
    current = codes() | _WORDS_TOO
    for code in sorted(current):
        for count in (None, 1, 2):
            yield get_currency_name(code, count, locale=lang), code
