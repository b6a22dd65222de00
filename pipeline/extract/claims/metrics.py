"""Metrics: what a figure measures. In: its sentence, kind and unit, the other figures there. Out: one of GUIDE.md's metrics.

The nearest cue word of its kind (metric_cues.py) decides. Near is counted in characters, in borders of clauses, and in other
figures of the same kind that stand between, since those have a cue of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.extract.claims.clauses import Clauses
from pipeline.extract.claims.metric_cues import BY_COUNTED, CUES, DATA_READ, OPEN_COUNTS, Patterns
from pipeline.records import Kind, Metric

FAR = 1000.0
"""The cost of a cue that there is not."""
_CROSSING, _CROSSING_OTHER = 44.0, 6.0
"""Characters that a cue counts as farther away for each other figure between, of the figure's kind or of another."""
_BORDER = 9.0
"""And for each border of clauses between."""
_MOTION = 8.0
"""Growth words say less than the thing that grows: 消費電力を4割減らす is of power."""
_OF_THINGS: dict[Metric, float] = {"price": -10.0, "power-use": -10.0}
_NEXT = 30.0
"""Behind a figure, `, profit was` and 、純利益が begin what is said of the next one."""
_SHARE_OF = 70.0
"""Beyond this, what a percentage is of is not told by a cue."""
_VAGUE = 55.0
_BESIDE_ANOTHER = 24.0
"""A cue that touches another figure of the same kind (`at a valuation of $9bn`, 売上高10億円) is said of that one."""
_TOUCHING = 5
_MOST_READ = 2e7
"""So many tokens at most are read at once; a training text has billions."""
_MULTITUDE = 2e6
"""So many people work for nobody."""
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
_A_SHARE = re.compile(r"(?:1|１|一)株(?:当たり|あたり|につき)?(?:の(?:評価|価格|買付価格))?(?:は|を|が)?(?:約)?\s?\Z")
_WORTH_OF = re.compile(r"分(?:の(?!\d|[一二三四五六七八九])|を|も|、| ?買)")
"""300億ドル分を買う is spent on what is bought."""
_TOPS = re.compile(r"\b(?:tops?|topped|crosses|surpasses|dépasse|franchit les?)\s(?:the )?\Z")
_GROWN = re.compile(
    r"\s(?:fois )?plus\b(?! cher)|(?:以上|超|強|近く)?[にへ](?:[、。]|な|増|膨|拡大|伸|引き上げ|高め)|[増減]|の伸び|伸び|\s(?:more than|the figure|what\b|that\b|the size|larger|bigger|higher|celle?|celui|son prix|sa valeur|its price|plus grand)",
    re.IGNORECASE,
)
_GROWN_BY = re.compile(r"(?:以上|超|強|弱|程度|ほど|近く)?(?:の)?(?:増|減|伸|積み増|引き上げ|引き下げ)")
_FASTER = re.compile(r"\s(?:faster|quicker|plus (?:vite|rapide)|as fast)\b|(?:も|ほど)?(?:高速|速[いくか])")
_MOVING = re.compile(
    r"\b(?:clips?|videos?|footage|films?|songs?|tracks?|vidéos?|séquences?|plans|morceaux?|chansons?)\b|動画|映像|クリップ|楽曲|音声",
    re.IGNORECASE,
)
"""Seconds of these are how long they last."""
_TIMES_EARNINGS = re.compile(
    r"\s(?:its |their |the |ses |les |leurs |next year's |this year's |expected |estimated |projected |annual(?:ised|ized)? |forward |trailing )*"
    r"(?:earnings|revenues?|sales|profits?|EBITDA|l['’]excédent brut|l['’]Ebitda|bénéfices?|ventes|chiffre d['’]affaires|résultats?)\b"
)
_PRICE_EARNINGS = re.compile(
    r"PER|ＰＥＲ|株価収益率|\bP/E\b|price-to-|trades? (?:at|on)|traded (?:at|on)|se paie|se paye",
    re.IGNORECASE,
)
_FINED = re.compile(
    r"\bfine[sd]?\b|\bfining\b|\bpenalt\w+|\bamendes?\b|\bsanctions?\b|\bastreintes?\b|罰金|制裁金|課徴金|過料|反則金",
    re.IGNORECASE,
)
_OF_TURNOVER = re.compile(
    r"(?:\s(?:of|du|de (?:son|leur|leurs|ses|l['’])|de)\s?)(?:\w+ ){0,3}(?:turnover|revenues?|sales|chiffre d['’]affaires|recettes)"
)
_TURNOVERS = re.compile(r"(?:売上高?|売り上げ|年商)の(?:最大|約)?\s?\Z")
_OF_TASKS = re.compile(
    r"\s(?:of|des|du|de)\s(?:the |all |its |les |ses )?(?:\w+ )?(?:time|cases?|tasks?|tests?|questions?|problems?|exams?|answers?|tâches|cas|problèmes|réponses|exercices|temps)\b"
)
_TRADES = re.compile(
    r"\b(?:trad(?:es?|ed|ing) (?:at|on)|fetch(?:es|ed)|valued at|s'échange(?:nt)? à|se (?:paie|négocie|traite)(?:nt)?) (?:\w+ ){0,2}\Z"
)
"""Behind and before a multiple by which a company is valued."""
_TWOFOLD = re.compile(r"(?<![\d一-鿿])倍\Z")
"""Twice, by the bare word."""
_MADE = re.compile(r"に(?:する|した)")
"""Made so many times as big; 10分の1にする is of time and cost as often."""
_SINCE = re.compile(
    r"(?:前年?|前の期|昨年|前期|従来|当時|現在)の(?:約|およそ|実に)?\s?\Z|multipliée? par\s\Z|\bfois\s\Z"
    r"|\b(?:fell|rose|grew|dropped|jumped|shrank|soared|climbed|increased|multiplied)\s(?:by\s|about\s|almost\s)?\Z"
)
_PART_OF = re.compile(r"\s(?:of|du|de l['’]|des)\s|の(?:電力|電気)を?")
_PART_OF_ITS = re.compile(
    r"\s(?:of|de|du)\s(?:its|their|our|ses|leurs|son|nos|notre)\s(?:total\s)?(?:sales|revenues?|turnover|profits?|ventes|revenus|recettes|chiffre d['’]affaires|commandes|clients|customers)\b"
)
"""A third of its sales is a share, whatever grew beside it."""
_FEWER = re.compile(r"\b(?:perdu?|perdre|lost|lose[sd]?|shed)\s(?:[a-zà-ÿ]+\s)?\Z")
_SIGNED = re.compile(r"[+＋▲△]")
_WITH = re.compile(
    r"(?:\bwith(?: what)?|\bavec|\bc['’]est|\bteam of|\b(?:équipe|pousse|entreprise|société|start-up|boîte) de)\s(?:\w+ )?\Z"
)
_AHEAD_IN_JAPANESE = re.compile(r"(?:高|額|金|数)?(?:は|が|も|[:：])")
_AHEAD = re.compile(
    r"\s(?:is|was|were|has|had|came|rose|fell|jumped|reached|hit|stood|dropped|grew|passed|topped|of\s[\d$€£]|a atteint|atteint)\b"
    r"|\s(?:[a-zà-ÿ]+\s){0,2}?(?:est|a|s['’]élève|s['’]établit|ressort|recul\w*|progress\w+|bondi\w*|grimp\w+|tomb\w+|pass\w+|dépass\w+|avoisin\w+|culmin\w+|plafonn\w+|représent\w+|de (?:près de |plus de |quelque )?\d+)\b"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A figure in its sentence: [start, end), kind and unit; [floor, ceiling) may bear on it.

    `most`: its upper bound in base units. `limit`: whether that is said as a limit (up to, 最大). `others`: the figures there.
    """

    start: int
    end: int
    kind: Kind
    unit: str
    floor: int
    ceiling: int
    most: float
    limit: bool
    others: Sequence[tuple[int, int, Kind]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text that is read for metrics: its language, its clauses, and the cues found so far by sentence."""

    text: str
    lang: str
    clauses: Clauses
    found: dict[tuple[int, int, int], list[tuple[int, int, Metric]]] = field(default_factory=dict)

    def cues(self, patterns: Patterns, floor: int, ceiling: int) -> list[tuple[int, int, Metric]]:
        """Start, end and metric of each cue in [floor, ceiling); figures of one sentence share them."""
        key = (id(patterns), floor, ceiling)
        if key not in self.found:
            self.found[key] = [
                (*match.span(), metric)
                for metric, pattern in patterns
                for match in pattern.finditer(self.text, floor, ceiling)
            ]
        return self.found[key]


def metric_of(reading: Reading, at: Place) -> tuple[Metric, float]:
    """What the figure at this place measures, and how far its cue is; `other` where no word tells."""
    metric, cost = _told(reading, at)
    if metric == "other" or (cost >= FAR - 2 and at.kind in ("money", "multiple")):
        asked = _asked_for(reading, at)
        return (asked, 0.0) if asked else (metric, cost)
    return metric, cost


def _asked_for(reading: Reading, at: Place) -> Metric | None:
    """What the question in the line before asks for, where the figure stands at the beginning of the answer."""
    text = reading.text
    line = text.rfind("\n", max(0, at.start - _ANSWER), at.start)
    if line < 0:
        return None
    question = text[max(0, line - _QUESTION) : line].rstrip().rpartition("\n")[2]
    cues = CUES[reading.lang]
    patterns = {"money": cues.money, "count": cues.persons}.get(at.kind)
    if patterns is None or not _ASKS.search(question):
        return None
    end = max(0, line - _QUESTION) + len(text[max(0, line - _QUESTION) : line].rstrip())
    said = [(high, metric) for _, high, metric in reading.cues(patterns, end - len(question), end)]
    return max(said)[1] if said else None


_ANSWER, _QUESTION = 70, 160
_ASKS = re.compile(r"[?？][»”\"」]?\Z|\A\s*[―—–-]{1,2}.*[。は]\Z")


def _told(reading: Reading, at: Place) -> tuple[Metric, float]:
    cues = CUES[reading.lang]
    if at.kind in ("power", "energy"):
        return "power-use", 0.0
    if at.kind == "length":
        return "length", 0.0
    if at.kind == "money":
        return _money(reading, at, cues.money)
    if at.kind == "percent" and _SIGNED.search(reading.text, max(at.floor, at.start - 2), at.start + 1):
        return "growth", 0.0
    if at.kind == "percent" and _PART_OF_ITS.match(reading.text, at.end):
        if _FEWER.search(reading.text, max(at.floor, at.start - 16), at.start):
            return "growth", 0.0
        return "share", 0.0
    if at.kind == "percent" and _is_fine(reading, at):
        return "cost", 0.0
    if at.kind == "percent":
        metric, cost = _within(_SHARE_OF, _nearest(reading, at, cues.percent), "share")
        if metric == "investment" and _GROWN_BY.match(reading.text, at.end):
            return "growth", 0.0
        part = metric in ("power-use", "benchmark") and _PART_OF.match(reading.text, at.end)
        if part and metric == "benchmark" and _OF_TASKS.match(reading.text, at.end):
            part = None
        return ("share" if part else metric), cost
    if at.kind == "multiple":
        if at.most > 1 and (
            _TIMES_EARNINGS.match(reading.text, at.end)
            or _PRICE_EARNINGS.search(reading.text, max(at.floor, at.start - 24), at.start)
            or _TRADES.search(reading.text, max(at.floor, at.start - 24), at.start)
        ):
            return "valuation", 0.0
        if _FASTER.match(reading.text, at.end):
            return "benchmark", 0.0
        if at.most == 2 and _TWOFOLD.search(reading.text, at.start, at.end):
            return "growth", 0.0
        if at.most >= 1 and _MADE.match(reading.text, at.end):
            return "growth", 0.0
        if _GROWN.match(reading.text, at.end) or _SINCE.search(
            reading.text, max(at.floor, at.start - 16), at.start
        ):
            return "growth", 0.0
        return _within(_SHARE_OF, _nearest(reading, at, cues.multiple), "other")
    if at.kind == "data":
        read = DATA_READ.search(reading.text, max(at.floor, at.start - 40), min(at.ceiling, at.end + 40))
        return ("other" if read else "hardware"), 0.0
    if at.kind == "count":
        return _counted(reading, at), 0.0
    if at.kind == "duration" and at.unit in ("s", "min", "minute", "second"):
        near = reading.text[max(at.floor, at.start - 40) : min(at.ceiling, at.end + 24)]
        return ("length" if _MOVING.search(near) else "other"), 0.0
    return "other", FAR


def _money(reading: Reading, at: Place, cues: Patterns) -> tuple[Metric, float]:
    """A price is small and what a company spends is not: the amount tells `costs $20` from `costs $20 million`."""
    text, dollars = reading.text, at.most / _TO_THE_DOLLAR.get(at.unit, 1)
    metric, cost = _nearest(reading, at, cues)
    low, high = max(at.floor, at.start - _JUST_BEFORE), min(at.ceiling, at.end + _PAID_BEHIND)
    if metric in ("revenue", "other", "cost") and _FINED.search(text, max(at.floor, at.start - 90), at.start):
        return "cost", cost
    if metric in ("cost", "price") and _SPENT.search(text, low, high):
        return "cost", cost
    if dollars < _CHEAP and _PER_SHARE.search(text, low, at.start):
        return "profit", 0.0
    if dollars < _DEAR and (_EACH.match(text, at.end) or _A_SHARE.search(text, low, at.start)):
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
        cost > _VAGUE
        and dollars >= _DEAR * 2000
        and _TOPS.search(text, max(at.floor, at.start - 16), at.start)
    ):
        return "valuation", _VAGUE
    if dollars < _CHEAP and (metric in ("cost", "other", "investment") or cost > _VAGUE):
        return "price", min(cost, FAR - 2) if metric == "other" and reading.lang == "ja" else cost
    if metric in ("cost", "investment"):
        own = [cues_of for cues_of in cues if cues_of[0] == "capex"]
        if _nearest(reading, at, own)[1] <= _VAGUE:
            return "capex", cost
    if metric == "cost" and dollars < _DEAR and _COSTS.search(text, at.floor, at.ceiling):
        return "price", cost
    if metric == "cost" and _PAYING.search(text, max(at.floor, at.start - 40), at.start):
        return ("investment" if _BUYING.search(text, at.floor, at.ceiling) else metric), cost
    if cost > _VAGUE and _GIVEN_FROM.search(text, max(at.floor, at.start - 8), at.start):
        return "funding", _VAGUE
    if metric == "other" and dollars < _DEAR and _APIECE.search(text, max(at.floor, at.start - 8), at.end):
        return "price", _VAGUE
    if metric == "other":
        return _said_before(reading, at, cues), FAR
    if metric == "investment" and _GIVEN_BY.search(text, max(at.floor, at.start - 14), at.start):
        return "funding", cost
    if metric == "price" and dollars >= _DEAR * 20:
        other = _nearest(reading, at, cues, but="price")
        return other if other[1] < FAR else (metric, cost)
    return metric, cost


def _is_fine(reading: Reading, at: Place) -> bool:
    """Whether a percentage is that of a turnover that a fine may take."""
    of_turnover = _OF_TURNOVER.match(reading.text, at.end) or _TURNOVERS.search(
        reading.text, max(at.floor, at.start - 14), at.start
    )
    beside = any(kind == "money" and at.start - 30 <= end <= at.start for _, end, kind in at.others)
    return bool((of_turnover or beside) and _FINED.search(reading.text, at.floor, at.ceiling))


def _said_before(reading: Reading, at: Place, cues: Patterns) -> Metric:
    """The last cue of what was said just before, in the same paragraph: `AはBに出資。前者は50億ドルを`."""
    floor = max(
        reading.text.rfind("\n", max(0, at.floor - _JUST_BEFORE), at.floor) + 1, at.floor - _JUST_BEFORE, 0
    )
    said = [(high, metric) for _, high, metric in reading.cues(cues, floor, at.floor) if metric != "price"]
    return max(said)[1] if said else "other"


def _counted(reading: Reading, at: Place) -> Metric:
    cues = CUES[reading.lang]
    unit = at.unit.lower().rsplit("-", 1)[-1]
    if unit == "token":
        few = at.limit or at.most <= _MOST_READ
        return _within(FAR - 1, _nearest(reading, at, cues.tokens), "context" if few else "tokens")[0]
    if unit not in OPEN_COUNTS and unit in BY_COUNTED:
        return BY_COUNTED[unit]
    open_ = unit in OPEN_COUNTS and unit not in BY_COUNTED
    if open_ and _WITH.search(reading.text, max(at.floor, at.start - 24), at.start):
        return "employees"
    if at.most >= _MULTITUDE and unit in ("person", "people"):
        return "users"
    reach = FAR - 1 if unit in OPEN_COUNTS else _VAGUE
    return _within(reach, _nearest(reading, at, cues.persons), BY_COUNTED.get(unit, "other"))[0]


def _within(reach: float, found: tuple[Metric, float], default: Metric) -> tuple[Metric, float]:
    return found if found[1] <= reach else (default, FAR)


def _nearest(reading: Reading, at: Place, cues: Patterns, but: Metric | None = None) -> tuple[Metric, float]:
    """The metric of the cheapest cue in [floor, ceiling), with its cost."""
    best: tuple[Metric, float] = ("other", FAR)
    for low, high, metric in reading.cues(cues, at.floor, at.ceiling):
        if metric == but:
            continue
        if high <= at.start:
            cost = _cost(reading, at, high, at.start)
        elif low >= at.end:
            cost = _cost(reading, at, at.end, low)
            ahead = _AHEAD_IN_JAPANESE if reading.lang == "ja" else _AHEAD
            cost += _NEXT if ahead.match(reading.text, high) else 0
        else:
            cost = 0.0
        cost += _BESIDE_ANOTHER if _touches_another(at, low, high) else 0
        cost += _MOTION if metric == "growth" else _OF_THINGS.get(metric, 0.0) if at.kind == "percent" else 0
        if cost < best[1]:
            best = (metric, cost)
    return best


def _touches_another(at: Place, low: int, high: int) -> bool:
    """Whether the cue at [low, high) stands right before another figure of this kind, and this one does not stand there."""
    if at.start - high <= _TOUCHING and low - at.end <= _TOUCHING:
        return False
    return any(kind == at.kind and 0 <= start - high <= _TOUCHING for start, _, kind in at.others)


def _cost(reading: Reading, at: Place, first: int, second: int) -> float:
    """How far a cue is of which `first` to `second` parts the figure. Japanese says it behind rather than before."""
    before = second == at.start
    slope = (1.2 if before else 1.0) if reading.lang == "ja" else (1.0 if before else 1.3)
    cost = slope * (second - first) + _BORDER * reading.clauses.between(first, second)
    for start, end, kind in at.others:
        if first <= start and end <= second:
            cost += _CROSSING if kind == at.kind else _CROSSING_OTHER
    return cost
