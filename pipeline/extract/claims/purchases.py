"""Purchases: a text's roles and amounts in, the amounts that are paid for a whole company out, each with the company bought.

The price of a takeover is said of what is bought, not of who buys: a stake, a round or machines are the buyer's. A purchase
that is told without its price (Xを買収すると発表した) waits for it in the sentences that follow (買収額は).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from pipeline.extract.claims.pairings import is_conversion
from pipeline.extract.claims.roles import Cast, Role
from pipeline.extract.claims.standing import OTHER
from pipeline.extract.sentences import Sentences
from pipeline.records import Kind, Metric

_BEFORE, _BEHIND = 170, 90
"""Characters between a company bought and its price, which stands behind it or before."""
_LEAST = 500_000
"""Nobody buys a company for less, in whatever currency."""
_WAITS = 3
"""Sentences in which the price of a purchase may still be told."""
_ABOUT = r"(?:(?:about|around|roughly|some|nearly|almost|up to|as much as|over|more than|just|only|an estimated|a reported|a|the|environ|près d[e'’]|plus d[e'’]|quelque|jusqu['’]à|une?|les|seulement|un total de)\s?){0,3}"
_TAKEN_OVER: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:buy|buys|bought|buying|acquir(?:e|es|ed|ing)|takes? over|took over|taking over|swallow(?:s|ed|ing)?|snap(?:s|ped|ping)? up|purchas(?:es|ed|ing)|gobbl(?:es|ed) up|scoop(?:s|ed) up|pick(?:s|ed) up"
        r"|(?:acquisition|takeover|purchase|buyout|control|ownership) of|(?:deal|agreement|offer|bid)s? for|talks (?:over|about)|pounc(?:es|ed) on|got(?=\s[A-Z])|swoop(?:s|ed)? (?:on|for))"
        r"\s(?:all of |the whole of |the rest of |the |a |its |his |rival |fellow )?(?:(?!(?:in|of|for|by|and|from|to|with|at|shares?|stakes?|chips?|GPUs?)\b)[A-Za-zà-ÿ]+(?:'s|-based|-owned)?\s){0,4}\Z",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?:\b(?:rach(?:ète|etait|eté|ètent|eter|ètera|etant)|acqu(?:iert|is|érir|ièrent)|aval(?:e|er|é|ait)|croqu(?:e|er|é)|absorb(?:e|er|é)|ramass(?:e|er|é|ant)|mett?(?:re|ent|rait)? la main sur|mis la main sur|prend(?:re)? le contrôle|pris le contrôle|jet(?:te|é|er) son dévolu sur"
        r"|(?:rachat|acquisition|prise de contrôle|reprise|achat|emplettes?)|(?:emparée?|emparer|emparent|offre(?: de rachat| d['’]achat)?) (?:de|sur|pour)|achète|acheter|acheté)|[Ss]['’](?:est |était )?(?:offert|offre|offrir|offrait|empare|emparait))"
        r"\s?(?:de |d['’]|du |des |sur )?(?:l['’]ensemble (?:de |d['’]|du )|la totalité (?:de |d['’]))?(?:l['’]|le |la |les |son |sa |ses )?(?:(?!(?:de|du|des|par|pour|dans|en|chez|à|actions|parts|puces)\b)[a-zà-ÿ-]+\s){0,4}\Z",
        re.IGNORECASE,
    ),
    "ja": re.compile(r"(?:買収(?:した|する)|買った|手に入れた)[「『]?\Z"),
}
"""Right before a company that is taken over."""
_IS_TAKEN_OVER: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:,| which| that|\s\w+,)?\s(?:which |who |itself )?(?:(?:was|is|has been|had been|is being|will be|being|to be|got)\s(?:just |recently |later |also |once )?(?:bought|acquired|taken over|swallowed|snapped up|sold|purchased)|sold itself (?:to|for)|went to|goes to)\b"
        r"|\s(?:purchase|takeover|acquisition|buyout)\b"
        r"|,\s(?:bought|acquired|purchased|sold|taken over|snapped up)\s(?:by|for|in|last|this|earlier|only|just)\b"
        r"|[^.;\n]{0,30}?\s(?:that|which)\s\w+\s(?:just |had |has )?(?:bought|acquired|snapped up|is buying)\b"
    ),
    "fr": re.compile(
        r"(?:,| qui)?\s?(?:est |a été |sera |avait été |vient d['’]être |fut )?(?:désormais |depuis )?(?:rachetée?|acquise?|avalée?|reprise?|absorbée?|payée?|vendue?|cédée? à|achetée?)\b"
    ),
    "ja": re.compile(
        r"[」』]?(?:社|グループ|HD|ホールディングス|側)?(?:[(（][^()（）\n]{1,24}[)）])?(?:全体|そのもの)?(?:を|も(?=[^。、\n]{2,20}で(?:買|手に入れ))|の(?=(?:完全)?(?:買収|子会社化|取得[をに])))[^。\n]{0,40}?(?:買収|買っ|買う|買い(?:取|入れ)|取得|傘下に|(?:完全)?子会社(?:化|に)|手に入れ|のみ込|飲み込)"
    ),
}
"""Right behind it."""
_STAKE = re.compile(
    r"\b(?:stakes?|shares? (?:in|of)|minority|holding|interest in|participation|parts? d[ue]|actions|coentreprise|joint venture|tranche|branche|activité|division|unit|plants?|factory|usine)\b"
    r"|[%％]|株式の|持ち分|持分|出資比率|議決権|株を|工場|割を|の株式(?:を\d|の)",
    re.IGNORECASE,
)
"""Between the verb and the amount: then it is not the whole company."""
_PRICE_BEFORE: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        rf"(?:\b(?:for|at|worth|(?:deal|offer|bid|takeover|transaction) (?:was |is )?valued at|priced at|of|offering|paying|pays?|paid|bid|bidding|offered|price(?: tag)? (?:said to be|of|was|is|at|put at))|[:(–—]|,)\s?{_ABOUT}\Z",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        rf"(?:\b(?:pour|moyennant|contre|à|montant de|valeur de|prix de|hauteur de|mett?(?:re|ait|rait)?|met|payée?|payer|offre|proposait?|propose|dépensé|débourse[r]?)|[:(–—]|,)\s?{_ABOUT}\Z",
        re.IGNORECASE,
    ),
    "ja": re.compile(
        r"(?:[をに、へ]|総額|金額は|額は|価格は|最大|約|[\s　:：(（]|円|を約|わずか|当時|なんと)(?:約|およそ|総額|最大|推定)?[\s　]?\Z"
    ),
}
_PAID_FOR: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\s(?:(?:in|of) (?:cash|stock|shares)(?: and (?:cash|stock|shares))? )?(?:(?:bid|offer|deal|takeover|acquisition|purchase|buyout|check|cheque|agreement)\s)?(?:for|to buy|to acquire|on|of)\s(?:control of |all of |the |a |its |rival )?(?:[A-Za-z-]+(?:'s|-based)?\s(?!in\b|of\b|for\b)){0,3}\Z",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\s(?:sur la table |en cash |en numéraire )?(?:pour|afin de|du rachat de|de l['’]acquisition de)\s(?:s['’]offrir |mettre la main sur |racheter |acquérir |s['’]emparer d[eu']\s?|avaler |prendre le contrôle d[eu]\s?)?(?:l['’]|le |la |son |sa )?(?:[a-zà-ÿ-]+\s){0,3}\Z",
        re.IGNORECASE,
    ),
    "ja": re.compile(
        r"(?:を投じて|を払って|で|を支払い|で、|かけて)(?:[米英独仏中韓]|(?:新興)?(?:企業|会社)の)?[^。、はがも\n]{0,12}[「『]?\Z"
    ),
}
"""Between an amount and the company that it buys."""
_BOUGHT_BY = re.compile(
    r"(?:\A|[\n.»”\"]\s?|\A\s*)(?:[Rr]achetée?|[Aa]cquise?|[Bb]ought|[Aa]cquired|[Tt]aken over|[Ss]old)[^.;\n]{0,60}(?:pour|for|à|moyennant)\s?(?:[a-z]+ ){0,2}\Z"
)
_FRONTED = re.compile(r"(?: (?:en|in|last) \w+)?,\s(?:the |l['’]|la |le )?(?:[a-zà-ÿ]+\s){0,3}")
"""Bought by Y for $3bn, X …"""
_VALUED = re.compile(
    r"(?<!deal )(?<!offer )(?<!transaction )\b(?:was |is )?(?:valued|worth)\b(?<!deal worth)(?<!offer worth)|\b(?:valorisée?|évaluée?|estimée?)\b"
)
"""Of a company bought: what it was worth before."""
_PAYS = re.compile(
    r"\b(?:paid|pays?|paying|bids?|bidding|offer(?:s|ed|ing)?|acqui\w+|b(?:uy|uys|ought|uying)|takeover|purchase\w*|splash\w*|shell\w* out|fork\w* out"
    r"|rach\w+|débours\w+|pay\w+|mett?\w*|met|acqui\w+|offr\w+|dépens\w+|a suivi|suit)\b|買収|買[いうっ]|取得",
    re.IGNORECASE,
)
_OF_THE_DEAL = re.compile(
    r"(?:買収|取得|譲渡)(?:総|金)?(?:額|価格|価額|代金|費用)(?:は|が|を)?|取引(?:総)?額は|(?<=。)総額は"
    r"|\b(?:the (?:deal|transaction|purchase|acquisition|takeover)(?: price)? (?:is |was |has been )?(?:worth|valued at|price|comes to|came to)|purchase price|acquisition price|price tag|of (?:the|that) (?:total|sum|price)|[Tt]hey paid|the price)\b"
    r"|\b(?:le montant (?:de|du) (?:l['’]opération|la transaction|rachat|l['’]acquisition)|le prix (?:d['’]achat|du rachat|de vente)?|l['’]opération (?:se monte|s['’]élève|est estimée|est évaluée)|la transaction|montant)\b",
    re.IGNORECASE,
)
"""What begins the price of a purchase that was told before."""
_DEAL_BEHIND = re.compile(
    r"\s(?:deal|takeover|purchase|acquisition|transaction|buyout)\b(?! (?:with|between))"
)
_OPEN: frozenset[Metric] = frozenset(
    ("investment", "cost", "other", "price", "cash", "funding", "valuation", "capex")
)
"""Metrics that a purchase may turn out to be; `worth $1bn` is no valuation where somebody buys for it."""
_NOT_THE_PRICE = re.compile(
    r"\b(?:valuation|valued the|market value|raised|raising|revenues?|sales|debt|invest(?:ed|s|ment)|stake|levé|chiffre d['’]affaires|valorisation|ventes|dette|investi)\b|評価額|企業価値|時価総額|調達|売上|負債|出資|投資"
)
_FOR_WHICH_IT_BUYS = re.compile(
    r"(?:前後|ほど|程度|余り|超|規模)?で[^。、をがは\n]{0,8}(?:買う|買い(?:取|たい|そう)|買収|手に入れ|取得する)"
)
_BUYER = re.compile(r"[」』]?(?:社|グループ|側|など)?が")
_FOR_THINGS = re.compile(r"を(?:充て|投じ)|分|相当")
"""買収に65億ドルを充てる is the buyer's; 300億ドル分を買う buys no company."""


class _Figure(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def amount(self) -> tuple[object, object]: ...
    @property
    def metric(self) -> Metric: ...


def purchases(
    text: str, lang: str, sentences: Sentences, cast: Cast, figures: Sequence[_Figure]
) -> dict[int, str]:
    """Of the figures that are the price of a takeover, by index, the company or product bought."""
    bought = [role for role in cast.roles if is_bought(text, lang, role)]
    places = [role.start for role in bought]
    prices: dict[int, str] = {}
    for index, figure in enumerate(figures):
        if figure.kind != "money":
            continue
        before = figures[index - 1] if index else None
        if before and index - 1 in prices and is_conversion(text, before, figure):
            prices[index] = prices[index - 1]
            continue
        if figure.metric not in _OPEN or _size(figure) < _LEAST:
            continue
        floor, ceiling = sentences.around(figure.start)
        found = _behind(text, lang, cast, figure, floor, ceiling) or _before(
            text, lang, bought, places, figure, floor
        )
        found = found or _awaited(text, sentences, bought, places, figure, floor)
        found = found or (_of_topic(text, cast, figure, floor) if lang == "ja" else None)
        if found:
            prices[index] = found.entity
    return prices


def is_bought(text: str, lang: str, role: Role) -> bool:
    """Whether this is a company or product that somebody takes over."""
    if role.type not in ("organization", "product") or not role.entity or role.public:
        return False
    if _TAKEN_OVER[lang].search(text, max(0, role.start - 90), role.start):
        return True
    return _IS_TAKEN_OVER[lang].match(text, role.end, role.end + 80) is not None


def _before(
    text: str, lang: str, bought: Sequence[Role], places: Sequence[int], figure: _Figure, floor: int
) -> Role | None:
    """The company bought that stands before its price in the same sentence."""
    index = bisect_right(places, figure.start) - 1
    if index < 0 or bought[index].start < max(floor, figure.start - _BEFORE):
        return None
    role = bought[index]
    between = text[role.end : figure.start]
    near = text[max(floor, role.start - 60) : role.start]
    if (
        _VALUED.search(between[-30:])
        or _STAKE.search(between)
        or _STAKE.search(near[-30:])
        or _NOT_THE_PRICE.search(between)
    ):
        return None
    if lang == "ja" and _FOR_THINGS.match(text, figure.end):
        return None
    return role if _PRICE_BEFORE[lang].search(text, max(role.end, figure.start - 40), figure.start) else None


def _behind(text: str, lang: str, cast: Cast, figure: _Figure, floor: int, ceiling: int) -> Role | None:
    """The company that stands behind its price: paid $3bn for X."""
    for role in cast.within(figure.end, min(ceiling, figure.end + _BEHIND))[:2]:
        if role.type not in ("organization", "product") or not role.told or role.public:
            continue
        fronted = _FRONTED.fullmatch(text, figure.end, role.start)
        if fronted and _BOUGHT_BY.search(text, floor, figure.start):
            return role
        if not _PAID_FOR[lang].fullmatch(text, figure.end, role.start):
            return None
        before = text[max(floor, figure.start - 70) : figure.start]
        taken = _PAYS.search(before) or _PAYS.search(text, figure.end, role.start)
        return (
            role if taken and not _NOT_THE_PRICE.search(before) and not _STAKE.search(before[-30:]) else None
        )
    return None


def _of_topic(text: str, cast: Cast, figure: _Figure, floor: int) -> Role | None:
    """Xですが、Yが16億ドルで買う: what the sentence began with is bought, for nothing else is named as what is."""
    if not _FOR_WHICH_IT_BUYS.match(text, figure.end):
        return None
    roles = [role for role in cast.within(max(floor, figure.start - 80), figure.start) if role.entity]
    if len(roles) < 2 or roles[-1].type != "organization" or "を" in text[roles[-1].end : figure.start]:
        return None
    if not _BUYER.match(text, roles[-1].end):
        return None
    return next((role for role in roles if role.standing <= OTHER and role.entity != roles[-1].entity), None)


def _awaited(
    text: str,
    sentences: Sentences,
    bought: Sequence[Role],
    places: Sequence[int],
    figure: _Figure,
    floor: int,
) -> Role | None:
    """The company whose purchase was told in the sentences before, where this one tells the price."""
    told = _OF_THE_DEAL.search(text, max(floor, figure.start - 60), figure.start)
    if not (told or _DEAL_BEHIND.match(text, figure.end)):
        return None
    if _NOT_THE_PRICE.search(text, max(floor, figure.start - 60), figure.start):
        return None
    index = bisect_right(places, figure.start) - 1
    if index < 0 or sentences.count_between(places[index], figure.start) > _WAITS:
        return None
    return bought[index]


def _size(figure: _Figure) -> Decimal:
    """The amount, its upper bound if it has two; nothing where it is open."""
    high = figure.amount[1] if isinstance(figure.amount[1], Decimal) else figure.amount[0]
    return high if isinstance(high, Decimal) else Decimal(_LEAST)
