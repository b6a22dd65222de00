"""Figures: a text in, its amounts out, each with kind, unit and bounds in base units.

    numbers → a unit before or behind each → main + sub units and ranges joined → the words that bound it

A number without a unit or a thing counted is no figure; that alone leaves out dates, ordinals, versions and list numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.bounds import bounded
from pipeline.extract.amounts.carried import carried
from pipeline.extract.amounts.currencies_local import localized
from pipeline.extract.amounts.elided_sizes import taken_over
from pipeline.extract.amounts.fraction import Fraction
from pipeline.extract.amounts.fractions import find_fractions
from pipeline.extract.amounts.joined import joined
from pipeline.extract.amounts.measured import Measured, measure
from pipeline.extract.amounts.measures import Unit
from pipeline.extract.amounts.named_again import named_again
from pipeline.extract.amounts.none_french import is_none_in_french
from pipeline.extract.amounts.nouns_meant import meant
from pipeline.extract.amounts.numerals import Number, find_numbers
from pipeline.extract.amounts.shared_units import from_first
from pipeline.extract.amounts.signs_french import unsigned
from pipeline.extract.amounts.steps_ja import step_behind
from pipeline.extract.amounts.tables import find_headers, is_header, tabled
from pipeline.extract.tokens import Token
from pipeline.records import Bound

_NARROW = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)} | {
    ord(wide): ord(narrow)
    for wide, narrow in zip("\u00a0\u2007\u2009\u202f\u3000〜～–—−‐‑’￥￡￠", "     ~~-----'¥£¢", strict=True)
}

__all__ = ["Amount", "find_amounts"]

_KILOMETRE = 1000
LARGEST = Decimal("1e300")
"""From here on a float may be infinite."""
_PER = re.compile(
    r"(?:日|時|年|月|表示|再生|配信|実行|呼び出し|処理|検索|送信|撮影|生成)?(?:あたり|当たり|当り|につき|ごと|毎に)"
)
_RATED = re.compile(r"[=は]?約?[\d一二三四五六七八九十百]")
_UNIT_OF_TABLE = re.compile(r"(?:[(（]|単位[:：は]?)\Z")
_PRICE_NEXT = re.compile(r"円(?![一-鿿])|ドル|ユーロ|ウォン")
"""Behind Chinese numerals that are told as a price, whatever the words around them run into: 月三千円."""
_PART_OF_ONE = re.compile(r"[\d十百千万億兆]分の\Z")
_ASKED = re.compile(r"(?:まで|代)?の(?:男女|人を対象|ユーザーを対象|会社員を対象)|を対象に")
"""Behind the ages of those who are asked: 20~69歳の男女."""
_OVER = re.compile(r"over\b", re.IGNORECASE)
_PER_BEFORE = re.compile(
    r"(?:\b(?:(?:[Pp]rices?|[Rr]ates|[Tt]ariffs)(?: are| is|,)?(?: all)?(?: quoted| given)? (?:for|by)|per|(?<!commencer )par)\s|[/／])\Z",
    re.IGNORECASE,
)
_BASE_OF_PRICE = re.compile(
    r"(?:の(?:入力|出力|処理|利用|生成)(?:料金?|費用?)?)?(?:で|が|は)(?:約|およそ|たった|わずか)?[\d,.]+(?:万|億)?(?:ドル|円|セント|ユーロ)|[\d,.]+(?:ドル|円|セント|ユーロ)"
)
_PRICED_BEFORE = re.compile(
    r"(?:\b(?:dollars?|euros?|cents?|centimes?|balles|sous|roupies|yuans?|yens?|francs)|[€$]) (?:[a-zà-ÿ-]+ ){0,2}(?:le|du|the|a|pour un) \Z",
    re.IGNORECASE,
)
_COSTS = re.compile(
    r" (?:(?:would |will |now |still )?(?:costs?|cost|runs|goes for|sells for|is priced at|are priced at)|(?:me |leur |lui |en )?(?:revien\w+|coût\w+|factur\w+|vau(?:t|drait))|(?:est|sont) factur\w+|se (?:paie|paye|vend|facture|négocie)\w*)\b"
)
"""Behind a round number of what is bought by it: un million de tokens revient à 2 euros."""
_PRICE_OF = re.compile(
    r"\b(?:coûte(?:nt)?|coûtait|coûtera|coût|prix|tarifs?|factur\w+|vend\w*|vaut) (?:(?:vraiment|réellement|donc|aujourd['’]hui|désormais|encore|moyen|au|du|le|pour|par|de) )*(?:d['’])?\Z"
)
"""Before a round number of what is bought: le prix d'un million de tokens."""
_EACH_MILLION = re.compile(r"(?:\b(?:dollars?|cents?|euros?|pence)|[€$£]\d[\d.,]*|\dp) (?:for )?\Z")
"""Before `a million tokens`, of which so much is the price."""
_MOST_BOUGHT = 10**9  # of more tokens no price is quoted
_SAYING = re.compile(r"[ -](?:dollar|euro) (?:question|idea|smile|man)\b")
_BOUGHT = frozenset(("token", "query", "request", "character", "word", "call", "page", "image", "message"))
_NOT_ONE = re.compile(
    r"(?i:\b(?:pas|sans|jamais|ni|not|without|parié|never)(?: (?:encore|même|even|produit|versé|touché|gagné|vu|spent|paid|put in))*) \Z"
)
"""Before one of something that nobody gave: pas un euro, not a cent."""
_IS_WORTH = re.compile(
    r" (?:of (?:[a-z-]+ ){1,3}|(?:up|down|over|out)? ?(?:here|there) |[a-z]+ed )?(?:now |still |would |could |typically |usually |has |have |had )*(?:averag\w+|fetch\w+|sells? for|sold for|goes for|went for|rents? for|runs? to|means|brings in|earns|yields|feeds|employs|takes)\b| (?:[a-zà-ÿ]{3,16}(?:é|is|it|u|aire) |de plus |de calcul |of (?:[a-z-]+ ){1,3}(?:now |still |would |could )?)?(?:c['’]est|coûte|revient|vaut|représente|n['’]est|ce n['’]est|is worth|costs?|is about)\b"
)
"""Behind one of what so much is told: un gigawatt coûte 50 milliards."""
_BASE_OF_RATE = re.compile(r"[ ,]{1,2}(?:for |per )?(?:each |every )?\Z")
"""Between a price and what it is the price of: $11 million a megawatt."""
_FAR_OFF = re.compile(
    r" (?:(?:to the )?(?:north|south|east|west)(?:[- ]?(?:east|west))?(?:ern)?\b|(?:away|upstream|downstream|inland|offshore|up the road|down the road|outside|beyond)\b|(?:up|down) the (?:road|coast|river|valley)|from (?:here|there|my|the (?:sea|coast|border|nearest)))"
)
"""Behind how far off a place is, which no table holds: 250 kilometres north of my desk."""
_COIN = re.compile(r"(?:玉|硬貨|コイン|札|ショップ|均一|寿司|切手)")
"""Behind the money that a coin or a note is: 500円玉."""
_IDIOM = re.compile(
    r"(?: ?%| ?percent| per ?cent| pour cent) (?:d'accord|dédiée?s?|sûr\w*|certaine?s?|sure|certain|agree\w*|confident|committed|behind|honest)\b",
    re.IGNORECASE,
)


def find_amounts(text: str, lang: str, tokens: Sequence[Token] = ()) -> list[Amount]:
    """The amounts of a text of this language, in order, none overlapping another.

    `tokens` (Japanese only) tell numerals from words: 千葉, 一方, 十分.
    """
    narrow = text.translate(_NARROW)  # one code point for one: offsets stay
    numbers = find_numbers(narrow, lang)
    if tokens:
        starts = [token.start for token in tokens]
        numbers = [
            number
            for number in numbers
            if not number.kanji
            or number.vague
            or number.about
            or _is_numeral(number, tokens, starts)
            or (number.end - number.start > 1 and _PRICE_NEXT.match(narrow, number.end))
        ]
    measured = joined(narrow, _measured(narrow, numbers, list(find_fractions(narrow, lang)), lang), lang)
    headers = find_headers(narrow)
    currencies = [(one.start, one.unit.unit) for one in measured if one.unit and one.unit.kind == "money"]
    amounts: list[Amount] = []
    bare: Measured | None = None
    for one in measured:
        if is_header(one.start, one.end, headers):
            continue
        first, bare = bare, None
        unit = (
            one.unit
            or tabled(narrow, one.start, one.end, headers)
            or carried(narrow, one, amounts, lang, currencies)
        )
        if unit is None:
            bare = one
        if unit and one.unit is None and first and (began := from_first(narrow, first, one, unit, lang)):
            amounts.append(
                replace(_amount(narrow, began, unit, amounts[-1].end if amounts else 0), onward=True)
            )
        none = unit and lang == "fr" and is_none_in_french(narrow, one.start, unit, one.low * unit.factor)
        if unit and not none and not _is_no_amount(narrow, one, unit, amounts[-1] if amounts else None):
            said = one if one.unit else taken_over(one, unit)
            unit = named_again(narrow, said, unit, amounts)
            amount = _amount(narrow, said, unit, amounts[-1].end if amounts else 0)
            amount = unsigned(amount) if lang == "fr" else amount
            if amount.kind == "count" and lang != "ja":
                thing = meant(narrow, amount, one.low, lang)
                amount = amount if thing == amount.unit else replace(amount, unit=thing)
            if _is_finite(amount):
                amounts.append(amount if one.unit else replace(amount, onward=True))
    return localized(narrow, amounts)


def _measured(text: str, numbers: Sequence[Number], fractions: list[Fraction], lang: str) -> list[Measured]:
    """Numbers with their units and the fractions between them, in order."""
    measured: list[Measured] = []
    for number in numbers:
        while fractions and fractions[0].end <= number.start:
            fraction = fractions.pop(0)
            if not measured or fraction.start >= measured[-1].end:
                measured.append(_whole(fraction))
        if fractions and fractions[0].start < number.end:
            continue
        taken = measured[-1].end if measured else 0
        if number.start >= taken:
            one = measure(text, number, taken, lang)
            if measured and one.start <= measured[-1].start:
                measured.pop()  # six to eight figures
            measured.append(one)
    taken = measured[-1].end if measured else 0
    return [*measured, *(_whole(one) for one in fractions if one.start >= taken)]


def _whole(fraction: Fraction) -> Measured:
    low, high = fraction.value, fraction.most or fraction.value
    number = Number(fraction.start, fraction.end, low, high, about=fraction.about, vague=low != high)
    return Measured(fraction.start, fraction.end, number, fraction.unit, low, high)


def _is_finite(amount: Amount) -> bool:
    """Whether it is a number as JSON has them; four hundred digits are none."""
    return all(one is None or abs(one) < LARGEST for one in (amount.low, amount.high))


def _is_numeral(number: Number, tokens: Sequence[Token], starts: Sequence[int]) -> bool:
    """Whether the words at this place are numerals and not a word that holds one."""
    token = tokens[max(0, bisect_right(starts, number.start) - 1)]
    if token.start == number.start and token.pos[:2] == ("名詞", "数詞"):
        return True
    return number.scale >= 10000 and number.end - number.start > 2  # 四十万 is a name too


def _is_no_amount(text: str, one: Measured, unit: Unit, last: Amount | None) -> bool:
    """`per million tokens`, 100万トークンあたり: the base of a price, not an amount of its own; and `100 % d'accord`."""
    if one.number.words and one.number.low == 1 and one.number.scale == 1:
        if unit.kind in ("power", "energy") and _IS_WORTH.match(text, one.end):
            return True
        if _NOT_ONE.search(text, max(0, one.start - 24), one.start):
            return True
        if (
            last
            and last.kind == "money"
            and unit.kind in ("power", "energy", "data", "mass", "area", "length")
            and _BASE_OF_RATE.fullmatch(text, last.end, one.start)
            and text.startswith(("a ", "an ", "le ", "la "), one.start)
        ):
            return True
    if one.number.low == 1 and one.end > one.number.end and _RATED.match(text, one.end):
        return True  # 1ドル150円, 1時間65ルピー
    if (
        one.number.kanji
        and _UNIT_OF_TABLE.search(text, max(0, one.start - 4), one.start)
        and text[one.end : one.end + 1] in ")）\n"
    ):
        return len(text[one.start : one.number.end].strip("百千万億兆十")) == 0  # 営業利益（百万円）
    if (
        unit.unit in _BOUGHT
        and text.startswith(("a ", "one "), one.start)
        and (
            _EACH_MILLION.search(text, max(0, one.start - 20), one.start)
            or (last and last.kind == "money" and _BASE_OF_RATE.fullmatch(text, last.end, one.start))
        )
    ):
        return True
    if text[one.start - 1 : one.start] == "の" and _PART_OF_ONE.search(
        text, max(0, one.start - 4), one.start
    ):
        return True  # 10億分の1メートル
    if text[one.start - 1 : one.start] == "#":
        return True  # #218 of a series
    if unit.kind == "money" and _COIN.match(text, one.end):
        return True
    if unit.kind == "money" and _SAYING.match(text, one.number.end):
        return True  # the million-dollar question
    if unit.kind == "length" and one.low >= _KILOMETRE and _FAR_OFF.match(text, one.end):
        return True
    if unit.kind == "percent":
        return bool(one.low == 100 and _IDIOM.match(text, one.number.end))
    if unit.kind == "multiple":
        if one.number.vague and (text.startswith("も", one.end) or text.startswith("何", one.start)):
            return True  # 財布の何倍もの買い物
        return one.low == 1 and text[one.end - 1] in "xX×倍"  # 1X is a name
    if unit.kind == "age":
        return bool(_ASKED.match(text, one.end))
    if _PER.match(text, one.end):
        return True
    if unit.unit == "token" and _is_power(one.low) and _BASE_OF_PRICE.match(text, one.end):
        return True  # 100万トークンで2ドル50セント
    if unit.unit in _BOUGHT and _is_power(one.low) and 1000 <= one.low <= _MOST_BOUGHT:
        priced = _COSTS.match(text, one.end) or _PRICE_OF.search(text, max(0, one.start - 48), one.start)
        if priced:
            return True  # le prix d'un million de tokens
    if unit.kind == "count" and _PRICED_BEFORE.search(text, max(0, one.start - 36), one.start):
        return True  # 75 dollars le million de tokens
    per = _PER_BEFORE.search(text, max(0, one.start - 32), one.start)
    if per and per[0].lower().startswith("par") and not _is_power(one.low):
        return False  # adopté par 523 voix
    paired = last is not None and last.kind == unit.kind and last.end + 1 == one.start
    return per is not None and not (
        per[0] in "/／" and (unit.kind == "data" or paired)
    )  # 64GB/512GB, 5ドル/25ドル


def _is_power(value: Decimal) -> bool:
    """Whether it is 1, 10, 100 …"""
    return value > 0 and value.normalize().as_tuple().digits == (1,)


def _amount(text: str, one: Measured, unit: Unit, taken: int) -> Amount:
    shade, start, end = bounded(text, one.start, one.end)
    start = max(start, taken)
    if unit.kind == "duration" and shade != "exact" and _OVER.match(text, start):
        shade, start = "exact", one.start  # over four years: from the first to the last
    if one.ranged or one.number.ranged:
        return Amount(
            max(one.start, taken), end, unit.kind, _plain(one.low), _plain(one.high), unit.unit, "range"
        )
    if step := step_behind(text, one.end, one.low, one.number.scale, unit.kind):
        return Amount(start, step.end, unit.kind, _plain(step.low), _plain(step.high), unit.unit, step.bound)
    low: Decimal | None = _plain(min(one.low, one.high))
    high: Decimal | None = _plain(max(one.low, one.high))
    bound: Bound = "vague" if one.number.vague else shade
    if one.number.about and bound == "exact":
        bound = "approx"
    if bound == "min":
        high = None
    elif bound == "max":
        low = None
    return Amount(start, end, unit.kind, low, high, unit.unit, bound)


def _plain(value: Decimal) -> Decimal:
    return value.normalize()
