"""No amounts: an amount with its unit and the one before it in, whether it is only the base of a price, a saying or a mark out.

`per million tokens`, 100万トークンあたり; `100 % d'accord`, `the million-dollar question`, #218, five hundred miles north of here.
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.amounts.amount import Amount
from pipeline.extract.amounts.measured import Measured
from pipeline.extract.amounts.measures import Unit

_KILOMETRE = 1000
_PER = re.compile(
    r"(?:日|時|年|月|表示|再生|配信|実行|呼び出し|処理|検索|送信|撮影|生成)?(?:あたり|当たり|当り|につき|ごと|毎に)"
)
_RATED = re.compile(r"[=は]?約?(?!(?:19|20)\d\d年)[\d一二三四五六七八九十百]")
_UNIT_OF_TABLE = re.compile(r"(?:[(（]|単位[:：は]?)\Z")
_PART_OF_ONE = re.compile(r"[\d十百千万億兆]分の\Z")
_ASKED = re.compile(r"(?:まで|代)?の(?:男女|人を対象|ユーザーを対象|会社員を対象)|を対象に")
"""Behind the ages of those who are asked: 20~69歳の男女."""
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
    r" (?:(?:would |will |now |still )?(?:costs?|cost|runs|goes for|sells for|is priced at|are priced at|(?:will be|is|are) (?:billed|charged|priced|sold) at)|(?:me |leur |lui |en )?(?:revien\w+|coût\w+|factur\w+|vau(?:t|drait))|(?:est|sont) factur\w+|se (?:paie|paye|vend|facture|négocie)\w*)\b"
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
_EACH_OF = re.compile(r"\b(?:[Ee]ach|[Ee]very) \Z")
_BASE_OF_RATE = re.compile(r"[ ,]{1,2}(?:for |per )?(?:each |every )?\Z")
"""Between a price and what it is the price of: $11 million a megawatt."""
_FAR_OFF = re.compile(
    r" (?:(?:to the )?(?:north|south|east|west)(?:[- ]?(?:east|west))?(?:ern)?\b|(?:away|upstream|downstream|inland|offshore|up the road|down the road|outside|beyond)\b|(?:up|down) the (?:road|coast|river|valley)|from (?:here|there|my|the (?:sea|coast|border|nearest)))"
)
"""Behind how far off a place is, which no table holds: 20 kilometres east of the river."""
_COIN = re.compile(r"(?:玉|硬貨|コイン|札|ショップ|均一|寿司|切手)")
"""Behind the money that a coin or a note is: 500円玉."""
_IDIOM = re.compile(
    r"(?: ?%| ?percent| per ?cent| pour cent) (?:d'accord|dédiée?s?|sûr\w*|certaine?s?|sure|certain|agree\w*|confident|committed|behind|honest)\b",
    re.IGNORECASE,
)


def is_no_amount(text: str, one: Measured, unit: Unit, last: Amount | None) -> bool:
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
    if (
        unit.kind == "money"
        and _is_power(one.low)
        and _EACH_OF.search(text, max(0, one.start - 8), one.start)
    ):
        return True  # of every thousand euros
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
    bracketed = text[one.start - 1 : one.start] in ("(", "（") and text[one.end : one.end + 1] in (")", "）")
    if unit.unit == "token" and bracketed and last and last.kind == "money" and last.end == one.start - 1:
        return True  # 出力12ドル（100万トークン）
    if unit.unit == "token" and _is_power(one.low) and _BASE_OF_PRICE.match(text, one.end):
        return True  # 100万トークンで3ドル20セント
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
