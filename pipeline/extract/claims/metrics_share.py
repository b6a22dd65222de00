"""Metrics of percentages and multiples: one in its sentence in, what it measures and how far the word is that says so out."""

from __future__ import annotations

import re

from pipeline.extract.claims.metric_cues import Patterns
from pipeline.extract.claims.nearest_cue import Place, Reading, nearest, within
from pipeline.records import Metric

FINED = re.compile(
    r"\bfine[sd]?\b|\bfining\b|\bpenalt\w+|\bamendes?\b|\bsanctions?\b|\bastreintes?\b|罰金|制裁金|課徴金|過料|反則金",
    re.IGNORECASE,
)
_SHARE_OF = 70.0
"""Beyond this, what a percentage is of is not told by a cue."""
_GROWN = re.compile(
    r"\s(?:fois )?plus\b(?! (?:cher|bas|faible|économe|léger|petit|lent))|(?:以上|超|強|近く)?[にへ](?:[、。]|な|増|膨|拡大|伸|引き上げ|高め)|[増減]|の伸び|伸び|\s(?:more than|the figure|what\b|that\b|the size|larger|bigger|higher|celle?|celui|son prix|sa valeur|its price|plus grand)",
    re.IGNORECASE,
)
_GROWN_BY = re.compile(r"(?:以上|超|強|弱|程度|ほど|近く)?(?:の)?(?:増|減|伸|積み増|引き上げ|引き下げ)")
_FASTER = re.compile(
    r"\s(?:faster|quicker|(?:fois )?(?:plus )?(?:vite|rapide\w*)|as fast)\b|(?:も|ほど)?(?:高速|速[いくか])"
)
_TIMES_EARNINGS = re.compile(
    r"\s(?:its |their |the |ses |les |leurs |next year's |this year's |expected |estimated |projected |annual(?:ised|ized)? |forward |trailing )*"
    r"(?:earnings|revenues?|sales|profits?|EBITDA|l['’]excédent brut|l['’]Ebitda|bénéfices?|ventes|chiffre d['’]affaires|résultats?)\b"
)
_PRICE_EARNINGS = re.compile(
    r"(?-i:\bPER\b|PER(?=[\d１-９は約が]))|ＰＥＲ|株価収益率|\bP/E\b|price-to-|trades? (?:at|on)|traded (?:at|on)|se paie|se paye",
    re.IGNORECASE,
)
_OF_TURNOVER = re.compile(
    r"(?:\s(?:of|du|de (?:son|leur|leurs|ses|l['’])|de)\s?)(?:\w+ ){0,3}(?:turnover|revenues?|sales|chiffre d['’]affaires|recettes)"
)
_TURNOVERS = re.compile(r"(?:売上高?|売り上げ|年商)の(?:最大|約)?\s?\Z")
_OF_TASKS = re.compile(
    r"\s(?:of|des|du|de|on)\s(?:the |all |its |les |ses |an? |un |une )?(?:[\w-]+ ){0,3}(?:time|cases?|tasks?|tests?|questions?|problems?|exams?|answers?|tâches|cas|problèmes|réponses|exercices|temps)\b"
)
_TRADES = re.compile(
    r"\b(?:trad(?:es?|ed|ing) (?:at|on)|fetch(?:es|ed)|valued at|s'échange(?:nt)? à|se (?:paie|négocie|traite)(?:nt)?) (?:\w+ ){0,2}\Z"
)
"""Behind and before a multiple by which a company is valued."""
_TWOFOLD = re.compile(r"(?<![\d一-鿿])倍\Z")
"""Twice, by the bare word."""
_GREW = re.compile(r"(?:-?fold|doubled|tripled|trebled|upled|(?:doubl|tripl|upl)é(?:e?s?)?|ra)\Z")
"""A verb that says so: the revenue doubled."""
_MADE = re.compile(r"に(?:する|した)")
"""Made so many times as big; 10分の1にする is of time and cost as often."""
_SINCE = re.compile(
    r"(?:前年?|前の期|昨年|前期|従来|当時|現在)の(?:約|およそ|実に)?\s?\Z|(?:multipliée?|divisée?)s? par\s\Z|\bfois\s\Z"
    r"|\b(?:fell|rose|grew|dropped|jumped|shrank|soared|climbed|increased|multiplied)\s(?:by\s|about\s|almost\s)?\Z"
)
_OF_WHOM = re.compile(
    r"\s(?:of|des|de (?:ses|leurs|nos))\s(?:the |all |its |their |our )?(?:clients|customers|users|companies|firms|people|employees|workers|developers|respondents|households|utilisateurs|entreprises|sociétés|salariés|développeurs|sondés|foyers|Français|Américains)\b"
)
"""Of people and firms a percentage is a share, whatever they spend."""
_PART_OF = re.compile(r"\s(?:of|du|de l['’]|des)\s|の(?:電力|電気)を?")
_PART_OF_ITS = re.compile(
    r"\s(?:of|de|du)\s(?:its|their|our|ses|leurs|son|nos|notre)\s(?:total\s)?(?:sales|revenues?|turnover|profits?|ventes|revenus|recettes|chiffre d['’]affaires|commandes|clients|customers)\b"
)
"""A third of its sales is a share, whatever grew beside it."""
_SEEN = re.compile(
    r"\s?(?:of|des|de la|du|de)\s(?:the |all |ses |les )?[^\W\d]+(?: [^\W\d]+)? (?:(?:were |was |are |sont |étaient )?(?:correctly |bien )?(?:recogni[sz]ed|detected|spotted|identified|reconnue?s?|détectée?s?|identifiée?s?|repérée?s?)|right|correct(?:ly)?)\b"
)
"""94 % des adventices reconnues: how well something is told from something else."""
_ERRORS = re.compile(
    r"\b(?:errors?|mistakes?|wrong|hallucinat\w+|erreurs?|se trompe\w*)\s(?:(?:in|on|of|for|about|only|just|rate|sur|dans|de|that is)\s){1,2}\Z",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:finish\w*|complet\w+|solv\w+|answer\w*|pass\w*|clear\w*|handl\w+|manag\w+|réuss\w+|répond\w*|résou\w+|résolu\w*|termin\w+|achèv\w+)\s(?:\w+\s){0,2}\Z"
)
_SHARE_IS = re.compile(
    r"\b(?:share|slice) of (?:the |its |their )?[^.;:,\n]{2,40} (?:is|was|(?:fell|rose|grew|climbed|dropped|slipped|shrank|jumped) to|stands at|stood at|reached|hit) (?:about |around |just |only |nearly )?\Z"
    r"|\bpart (?:de|du|des|d['’]) ?[^.;:,\n]{2,40} (?:est|était|atteint|tombe à|tombée à|monte à|passe à|passée à) (?:environ |près de )?\Z"
)
_OF_WORKERS = re.compile(r"(?:従業員|社員|人員|スタッフ)の(?:うち)?、?(?:の)?(?:約|実に|およそ)?\Z")
_FEWER = re.compile(r"\b(?:perdu?|perdre|lost|lose[sd]?|shed)\s(?:[a-zà-ÿ]+\s)?\Z")
_SIGNED = re.compile(r"[+＋▲△]")


def of_percentage(reading: Reading, at: Place, cues: Patterns) -> tuple[Metric, float]:
    """What a percentage measures: growth by its sign or its words, else a share of something."""
    if _SIGNED.search(reading.text, max(at.floor, at.start - 2), at.start + 1):
        return "growth", 0.0
    if _SEEN.match(reading.text, at.end):
        return "benchmark", 0.0
    if _ERRORS.search(reading.text, max(at.floor, at.start - 30), at.start):
        return "benchmark", 0.0
    if _DONE.search(reading.text, max(at.floor, at.start - 30), at.start) and _OF_TASKS.match(
        reading.text, at.end
    ):
        return "benchmark", 0.0
    if _SHARE_IS.search(reading.text, max(at.floor, at.start - 70), at.start):
        return "share", 0.0
    if _OF_WORKERS.search(reading.text, max(at.floor, at.start - 14), at.start):
        return "employees", 0.0
    if _PART_OF_ITS.match(reading.text, at.end):
        if _FEWER.search(reading.text, max(at.floor, at.start - 16), at.start):
            return "growth", 0.0
        return "share", 0.0
    if _is_fine(reading, at):
        return "cost", 0.0
    metric, cost = within(_SHARE_OF, nearest(reading, at, cues), "share")
    if metric == "investment" and _GROWN_BY.match(reading.text, at.end):
        return "growth", 0.0
    if metric in ("cost", "price", "investment") and _OF_WHOM.match(reading.text, at.end):
        return "share", cost
    part = metric in ("power-use", "benchmark") and _PART_OF.match(reading.text, at.end)
    if part and metric == "benchmark" and _OF_TASKS.match(reading.text, at.end):
        part = None
    return ("share" if part else metric), cost


def of_multiple(reading: Reading, at: Place, cues: Patterns) -> tuple[Metric, float]:
    """What `three times` measures: a valuation in earnings, speed, growth, or what its cue says."""
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
    if _GREW.search(reading.text, at.start, at.end):
        return "growth", 0.0
    if at.most >= 1 and _MADE.match(reading.text, at.end):
        return "growth", 0.0
    if _GROWN.match(reading.text, at.end) or _SINCE.search(
        reading.text, max(at.floor, at.start - 16), at.start
    ):
        return "growth", 0.0
    return within(_SHARE_OF, nearest(reading, at, cues), "other")


def _is_fine(reading: Reading, at: Place) -> bool:
    """Whether a percentage is that of a turnover that a fine may take."""
    of_turnover = _OF_TURNOVER.match(reading.text, at.end) or _TURNOVERS.search(
        reading.text, max(at.floor, at.start - 14), at.start
    )
    beside = any(kind == "money" and at.start - 30 <= end <= at.start for _, end, kind in at.others)
    return bool((of_turnover or beside) and FINED.search(reading.text, at.floor, at.ceiling))
