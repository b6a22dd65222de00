"""Metrics of money: an amount of money in its sentence in, what it measures and how far the word is that says so out.

A price is small and what a company spends is not: the amount tells `costs $20` from `costs $20 million`.
"""

from __future__ import annotations

import re

from pipeline.extract.claims.metric_cues import Patterns
from pipeline.extract.claims.metrics_share import FINED
from pipeline.extract.claims.nearest_cue import FAR, VAGUE, Place, Reading, nearest
from pipeline.extract.claims.told_beside import TO_THE_DOLLAR
from pipeline.records import Metric

_DEAR, _CHEAP = 1e5, 1e3
"""Dollars, roughly: below _CHEAP money is a price, from _DEAR on none that a customer pays."""
_BUYING = re.compile(
    r"\bbought\b|\bacqui\w+|\bbuys?\b|\btakeover\b|\bstake\b|\bholding\b|\brach\w+|\baval(?:e|er|é)\b|\bs['’]offr\w+|\babsorber\b|\bs['’]empar\w+|\bmettre la main\b|買収"
)
_PAYING = re.compile(
    r"\b(?:pay|pays|paid|cost)\b|\b(?:pay|pai|vers|débours)(?:e|é|er|era|erait)\b|\bdépens\w+|支払"
)
_JUST_BEFORE = 60
_PAID_BEHIND = 20
_GIVEN_FROM = re.compile(r"(?<![想年期点月日円ルた])から(?:は|も)?(?:当初|総額|最大|計|約|さらに)?\s?\Z")
_GIVEN_BY = re.compile(r"からの(?:(?:出資|投資)(?:総?額)?[はがも](?:総額|最大|約|計)?)?\s?\Z")
_SPENT = re.compile(
    r"\bloyers?\b|\b(?:la|une|les|sa|leur|notre) factures?\b|\bsalaires?\b|\bcoûte à\b|\b(?:nous|lui|leur|me) coûte|\bdépens[eé]|\bwages\b|\bsalar(?:y|ies)\b"
    r"|電気代|家賃|人件費|給与|給料|年俸|年収|制裁金|罰金|(?:学習|訓練|開発|構築|建設|整備|維持)(?:費|コスト)"
)
"""Small money all the same, and no price: what somebody pays."""
_COSTS = re.compile(r"\bcosts?\b|\bcoûte\w*|費用|かかる")
_EACH = re.compile(
    r"\s?(?:(?:a|per|each|every|par)\s(?:month|seat|user|mois|utilisateur|(?:million|thousand|1,000)\s(?:\w+\s)?tokens?)\b|le\smillion\b|[/／]\s?(?:月|month|mois|user))",
    re.IGNORECASE,
)
_APIECE = re.compile(
    r"(?:1|１|一)\s?(?:台|個|枚|本|回|席|時間|曲|コマ)(?:当たり|あたり|につき)?(?:約|およそ|だいたい)?\s?\d"
)
_PER_SHARE = re.compile(
    r"\bEPS\b|\bearnings\b|\b[Ee]arned\b|\bbénéfice(?: net)? par action\b|\bBPA\b|1株(?:当たり|あたり)?(?:の)?(?:純|当期)?利益|ＥＰＳ|(?<![A-Z])EPS"
)
"""A profit that is told by the share."""
_VALUED_AT = re.compile(
    r"(?:illions?|\d[bmn]{1,2}|[Mm]ds?)(?: (?:de )?(?:dollars|euros|pounds))?(?: (?:in|last|this|en|d['’])\s?\w+)?,? (?:at|on) (?:an? )?(?:valuation of )?(?:about |around |roughly |just |some |over )?\Z"
)
"""They got 750 million at 6.9 billion."""
_PRICE_TAG = re.compile(r"(?:値段|値札|お値段)(?:は|が|も)(?:約|なんと)?\s?\Z|\bprice tag\b[^.\n]{0,8}\Z")
_A_SHARE = re.compile(
    r"(?:1|１|一)株(?:当たり|あたり|につき)?(?:の(?:評価|価格|買付価格))?(?:は|を|が)?(?:約)?\s?\Z"
)
_BOUGHT_FOR = re.compile(r"で(?:買[うおいっわ]|手に入れ|譲り受け|取得|落札|買収)")
_WORTH_OF = re.compile(r"分(?:の(?!\d|[一二三四五六七八九])|を|も|、| ?買)")
"""300億ドル分を買う is spent on what is bought."""
_PAID_TO = re.compile(
    r"\b(?:pays?|paid|pa[iy]e(?:nt|ra|r)?|verse(?:nt)?) (?:à )?[A-ZÀ-Ý][\w-]+,? (?:(?!pour|for|to)[a-zà-ÿ]+ ){0,3}\Z"
)
"""What a named supplier is paid."""
_SOLD_FOR = re.compile(
    r"\b(?:sell(?:s|ing)?|sold|bought|buy(?:s|ing)?|acquir(?:e|ed|es|ing)|snapped up|took over|taken over)\b[^.;:\n$€£]{0,50} for (?:about |around |some |nearly |roughly |almost |up to |more than |just )?\Z"
    r"|\b(?:vend|cèd|céd|rach|acqui|repri)\w*\b[^.;:\n€$]{0,50} (?:pour|contre) (?:environ |près de |quelque |plus de )?\Z"
)
"""What is bought and sold as a whole has a price, however dear: sold the unit for $3 billion."""
_OWNED_FOR = re.compile(
    r"\b(?:employee|secondary|own) shares\b|\bstakes?\b|\bshares\b|\bactions\b|\bparts?\b|\bparticipation\b|%|株"
)
_OF_SHARES = re.compile(
    r"(?: dollars| euros)?(?: worth)? (?:of|d['’e])\s?(?:its |their |the )?(?:\w+ )?(?:shares|stock|bonds|actions|titres|obligations)\b"
)
_TERSE = re.compile(r"(?:[.:;–—•·\n|-] ?|\A)(?:about |around |some |nearly |roughly |another |a further )?\Z")
_FROM_GIVER = re.compile(
    r",? (?:\([^)]{1,20}\) )?(?:from|led by|via|courtesy of|in a round|auprès d|menés? par|emmenés? par|chez) ?(?:['’])?(?:the )?[A-ZÀ-Ý]"
)
"""`$400m from Founders Fund` without a verb: what is given."""
_AT_BEHIND_GIVER = re.compile(
    r"(?:illions?|\d ?[bmn]{1,2}|[Mm]ds?|M[€$£])\b[^.;:\n]{0,10} (?:from|led by|via|auprès d)[^.;:\n$€£]{2,60},? (?:at|on|à)(?: an?)? (?:valuation of )?(?:about |around |roughly |just |some |over )?\Z"
    r"|(?:illions?|\d ?[bmn]{1,2}|[Mm]ds?|M[€$£])\b[^.;:\n]{0,24}, (?:but |mais |and |et )?(?:only |seulement )?(?:at|à) (?:only |just |seulement )?\Z"
)
"""`$400m from Founders Fund and friends at $10.2bn`, « 200 millions, mais à 3,7 milliards »."""
_OF_CONTRACT = re.compile(
    r"(?: dollars| euros| pounds)? (?:(?:over|across|during|through) (?:the (?:life|term|course|next)|its (?:life|term)|(?:\w+|\d+) years\b)|sur (?:la durée|toute la durée|\w+ ans))"
)
_AGREED = re.compile(
    r"\bcontracts?\b|\bdeals?\b|\bagreements?\b|\borders?\b|\bcontrats?\b|\baccords?\b|\bcommandes?\b"
)
_MARKET = re.compile(
    r"\bmarkets?\b(?! (?:cap|value|leader))[^.;:\n$€£]{0,60}\b(?:be|is|was|being) worth (?:about |around |some |nearly |more than |up to )?\Z"
    r"|\bmarché\b[^.;:\n]{0,60}\b(?:vau(?:t|dra|drait)|pèse\w*|pèserait) (?:environ |près de |quelque |plus de )?\Z"
)
"""A market is worth what is sold there in a year."""
_OFFER = re.compile(r"\b(?:offers?|bids?|bidding)(?: of| worth)? (?:about |around |some |nearly )?\Z")
_FOR_ALL = re.compile(
    r"(?: dollars| euros)?(?: in cash| all in cash| in stock)? for (?!\w{0,5} ?(?:\d|stake|share|percent|%))"
)
_GUIDED = re.compile(r"\bguid(?:es|ed|ing|ance) (?:to|of) (?:about |around |between )?\Z")
"""What a company guides to, where it does not say of what."""
_CONTRACT_BEHIND = re.compile(
    r"(?:[ -][\w-]+){0,2} (?:contracts?|orders?)\b|,? (?:of|in|de|en) (?:new |firm |\w+ )?(?:contracts|orders|contrats|commandes)\b"
)
_CONTRACT_WORTH = re.compile(
    r"\b(?:contracts?|orders?|pacts?|tenders?|contrats?|commandes?|marché public)\b[^.;:\n$€£]{0,44}\b(?:worth|valued at|of|de|sur|pour|à) (?:as much as |up to |about |around |more than |some |nearly |quelque |environ |près de |plus de |jusqu'à )?\Z"
)
"""What a contract is worth is what the seller takes in."""
_FROM_IT = re.compile(
    r"[\"”»]? (?:from (?:it|this|that|them|the (?:deal|contract|agreement|partnership|order))\b|grâce à (?:ce|cet|cette) )"
)
_DEAR_PRICE = re.compile(r"\b(?:[Tt]he price|priced (?:it )?at|[Ll]e prix)\b,? ?(?:about |around )?\Z")
_FOR_A_SHARE = re.compile(
    r"(?: dollars| euros)? (?:for|pour|in (?:return|exchange) for|contre|en échange de) (?:(?:a|an|some|about|just under|over|près de|environ|une part de) )?\Z"
)
_SHARE_FOR = re.compile(
    r"(?: (?:of|d[eu']) ?(?:the |la |l['’])?[\w'’-]+){0,2},? (?:for|pour|contre) (?:about |around |some |environ |près de |quelque )?"
)
"""2,9 % pour un milliard."""
_TOPS = re.compile(r"\b(?:tops?|topped|crosses|surpasses|dépasse|franchit les?)\s(?:the )?\Z")


def of_money(reading: Reading, at: Place, cues: Patterns) -> tuple[Metric, float]:
    """A price is small and what a company spends is not: the amount tells `costs $20` from `costs $20 million`."""
    text, dollars = reading.text, at.most / TO_THE_DOLLAR.get(at.unit, 1)
    metric, cost = nearest(reading, at, cues)
    low, high = max(at.floor, at.start - _JUST_BEFORE), min(at.ceiling, at.end + _PAID_BEHIND)
    if metric in ("revenue", "other", "cost") and FINED.search(text, max(at.floor, at.start - 90), at.start):
        return "cost", cost
    if metric in ("cost", "price") and _SPENT.search(text, low, high):
        return "cost", cost
    if dollars < _CHEAP and _PER_SHARE.search(text, low, at.start):
        return "profit", 0.0
    if dollars < _DEAR and (_EACH.match(text, at.end) or _A_SHARE.search(text, low, at.start)):
        return "price", 0.0
    if (
        metric in ("other", "investment", "cost")
        and dollars >= _DEAR * 10
        and _BOUGHT_FOR.match(text, at.end)
    ):
        return "price", 0.0
    if dollars < _CHEAP and _PAID_TO.search(text, max(at.floor, at.start - 50), at.start):
        return "cost", cost
    if metric in ("other", "investment", "funding", "price") and _WORTH_OF.match(text, at.end):
        return "cost", cost
    if metric in ("other", "funding", "investment") and (
        _VALUED_AT.search(text, max(at.floor, at.start - 40), at.start)
        or (dollars >= _DEAR * 100 and _AT_BEHIND_GIVER.search(text, max(at.floor, at.start - 90), at.start))
    ):
        return "valuation", min(cost, VAGUE)
    if (
        metric in ("other", "investment", "price")
        and dollars >= _DEAR
        and _FROM_GIVER.match(text, at.end)
        and (cost > VAGUE or _TERSE.search(text, max(0, at.start - 12), at.start))
    ):
        return "funding", min(cost, VAGUE)
    if metric in ("valuation", "other") and dollars >= _DEAR:
        agreed = _AGREED.search(text, low, min(at.ceiling, at.end + 44))
        if agreed and _OF_CONTRACT.match(text, at.end):
            return "revenue", min(cost, VAGUE)
    if (
        metric in ("valuation", "other")
        and dollars >= _DEAR
        and (
            _CONTRACT_BEHIND.match(text, at.end)
            or _CONTRACT_WORTH.search(text, max(at.floor, at.start - 70), at.start)
        )
    ):
        return "revenue", min(cost, VAGUE)
    if metric in ("valuation", "other") and _MARKET.search(text, max(at.floor, at.start - 90), at.start):
        return "revenue", min(cost, VAGUE)
    if (
        metric in ("investment", "other", "cost", "valuation")
        and dollars >= _DEAR * 100
        and _OFFER.search(text, low, at.start)
        and _FOR_ALL.match(text, at.end)
    ):
        return "price", min(cost, VAGUE)
    if metric == "other" and _GUIDED.search(text, low, at.start):
        return "revenue", VAGUE
    if metric in ("profit", "other") and _FROM_IT.match(text, at.end):
        return "revenue", min(cost, VAGUE)
    if metric == "price" and dollars >= _DEAR * 500 and _DEAR_PRICE.search(text, low, at.start):
        return "valuation", cost
    if metric == "valuation" and dollars < _DEAR / 2 and reading.lang == "fr":
        return "price", cost  # le G1 en vaut 16 000
    if (
        metric in ("other", "investment", "cost", "price", "revenue")
        and dollars >= _DEAR * 10
        and (sold := _SOLD_FOR.search(text, max(at.floor, at.start - 90), at.start))
        and not _OWNED_FOR.search(text, max(at.floor, sold.start() - 50), at.start)
        and not _OF_SHARES.match(text, at.end)
    ):
        return "price", 0.0
    if metric in ("cost", "other", "price") and dollars >= _DEAR * 10 and _pays_for_share(text, at):
        return "investment", min(cost, VAGUE)
    if (
        metric == "price"
        and dollars >= _DEAR * 100
        and _PRICE_TAG.search(text, max(at.floor, at.start - 16), at.start)
    ):
        return "valuation", cost
    if (
        cost > VAGUE
        and dollars >= _DEAR * 2000
        and _TOPS.search(text, max(at.floor, at.start - 16), at.start)
    ):
        return "valuation", VAGUE
    if dollars < _CHEAP and (metric in ("cost", "other", "investment") or cost > VAGUE):
        return "price", min(cost, FAR - 2) if metric == "other" and reading.lang == "ja" else cost
    if metric in ("cost", "investment"):
        own = [cues_of for cues_of in cues if cues_of[0] == "capex"]
        if nearest(reading, at, own)[1] <= VAGUE:
            return "capex", cost
    if metric == "cost" and dollars < _DEAR and _COSTS.search(text, at.floor, at.ceiling):
        return "price", cost
    if metric == "cost" and _PAYING.search(text, max(at.floor, at.start - 40), at.start):
        return ("investment" if _BUYING.search(text, at.floor, at.ceiling) else metric), cost
    if cost > VAGUE and _GIVEN_FROM.search(text, max(at.floor, at.start - 8), at.start):
        return "funding", VAGUE
    if metric == "other" and dollars < _DEAR and _APIECE.search(text, max(at.floor, at.start - 8), at.end):
        return "price", VAGUE
    if metric == "other":
        return _said_before(reading, at, cues), FAR
    if metric == "investment" and _GIVEN_BY.search(text, max(at.floor, at.start - 14), at.start):
        return "funding", cost
    if metric == "price" and dollars >= _DEAR * 20:
        other = nearest(reading, at, cues, but="price")
        return other if other[1] < FAR else (metric, cost)
    return metric, cost


def _pays_for_share(text: str, at: Place) -> bool:
    """`il a payé 14,3 milliards pour 49 % de Scale`."""
    return any(
        kind == "percent"
        and (
            (0 < start - at.end < 40 and _FOR_A_SHARE.fullmatch(text, at.end, start))
            or (0 < at.start - end < 40 and _SHARE_FOR.fullmatch(text, end, at.start))
        )
        for start, end, kind in at.others
    )


def _said_before(reading: Reading, at: Place, cues: Patterns) -> Metric:
    """The last cue of what was said just before, in the same paragraph: `AはBに出資。前者は50億ドルを`."""
    floor = max(
        reading.text.rfind("\n", max(0, at.floor - _JUST_BEFORE), at.floor) + 1, at.floor - _JUST_BEFORE, 0
    )
    said = [(high, metric) for _, high, metric in reading.cues(cues, floor, at.floor) if metric != "price"]
    return max(said)[1] if said else "other"
