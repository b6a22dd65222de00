"""Metrics of money: an amount of money in its sentence in, what it measures and how far the word is that says so out.

A price is small and what a company spends is not: the amount tells `costs $20` from `costs $20 million`.
"""

from __future__ import annotations

import re

from pipeline.extract.claims.metric_cues import Patterns
from pipeline.extract.claims.metrics_share import FINED
from pipeline.extract.claims.nearest_cue import FAR, VAGUE, Place, Reading, nearest
from pipeline.records import Metric

_DEAR, _CHEAP = 1e5, 1e3
"""Dollars, roughly: below _CHEAP money is a price, from _DEAR on none that a customer pays."""
_TO_THE_DOLLAR = {"JPY": 140, "KRW": 1300, "TWD": 30, "CNY": 7, "INR": 80, "RUB": 90}
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
    r"|電気代|家賃|人件費|給与|給料|年俸|年収|制裁金|罰金|(?:学習|訓練|開発)(?:費|コスト)"
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
_BOUGHT_FOR = re.compile(r"で(?:買う|買った|買っちゃ|買い(?:ま|取)|手に入れ)")
_WORTH_OF = re.compile(r"分(?:の(?!\d|[一二三四五六七八九])|を|も|、| ?買)")
"""300億ドル分を買う is spent on what is bought."""
_TOPS = re.compile(r"\b(?:tops?|topped|crosses|surpasses|dépasse|franchit les?)\s(?:the )?\Z")


def of_money(reading: Reading, at: Place, cues: Patterns) -> tuple[Metric, float]:
    """A price is small and what a company spends is not: the amount tells `costs $20` from `costs $20 million`."""
    text, dollars = reading.text, at.most / _TO_THE_DOLLAR.get(at.unit, 1)
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
    if metric in ("other", "investment", "funding", "price") and _WORTH_OF.match(text, at.end):
        return "cost", cost
    if _VALUED_AT.search(text, max(at.floor, at.start - 40), at.start) and metric in ("other", "funding"):
        return "valuation", cost
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


def _said_before(reading: Reading, at: Place, cues: Patterns) -> Metric:
    """The last cue of what was said just before, in the same paragraph: `AはBに出資。前者は50億ドルを`."""
    floor = max(
        reading.text.rfind("\n", max(0, at.floor - _JUST_BEFORE), at.floor) + 1, at.floor - _JUST_BEFORE, 0
    )
    said = [(high, metric) for _, high, metric in reading.cues(cues, floor, at.floor) if metric != "price"]
    return max(said)[1] if said else "other"
