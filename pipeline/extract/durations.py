"""Durations and ages: a number with time words around it in, its unit out, if it is a plan, a limit or an age.

Elapsed time (過去3年間, three years ago) is no figure, nor are dates and clock times (tests/gold/GUIDE.md).
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.extract.units import Unit

_UNITS: list[tuple[str, str, str]] = [
    ("year", "1", r"年間|カ年|か年|年(?![月頃代度生前々号内])|years?\b|-year\b|ans\b|années?\b"),
    ("month", "1", r"(?:カ|か|ヶ|ヵ|ケ|箇)月間?|months?\b|-month\b|mois\b"),
    ("week", "1", r"週間|weeks?\b|-week\b|semaines?\b"),
    ("day", "1", r"日間|日(?=以内|前後で)|days?\b|-day\b|jours?\b"),
    ("s", "3600", r"時間|hours?\b|-hour\b|heures?\b"),
    ("s", "60", r"分間|分(?=以内|未満|で(?:完|済|終))|minutes?\b|-minute\b"),
    ("s", "1", r"秒間?|seconds?\b|secondes?\b"),
]
_UNIT = re.compile(
    "[ -]?(?:" + "|".join(f"(?P<d{i}>{p})" for i, (_, _, p) in enumerate(_UNITS)) + ")", re.IGNORECASE
)
_AGE_BEHIND = re.compile(
    r"[歳才](?!入|出|月)|[ -]years?[ -]old\b|[ -]year-olds?\b|(?: ans(?= et (?:plus|moins)\b))", re.IGNORECASE
)
_AGE_BEFORE = re.compile(r"(?:\baged?(?: of)?|\bâgée?s? d[e']|\bl'âge d[e'])\s*\Z", re.IGNORECASE)
_PLAN_BEFORE = re.compile(
    r"(?:今後|向こう|この先|これから|次の|最大で?|最長で?|少なくとも|以降|期間は?|契約は?|\b(?:next|coming|within|over|for|up to|at least|least|than|under"
    r"|in|through|of|every)|\b(?:sur|d'ici|pendant|pour|prochaine?s?|moins de|plus de|dans les?|d'au moins|jusqu'à|en))\s*(?:the |a |les? |about |約)*\Z",
    re.IGNORECASE,
)
_PLAN_BEHIND = re.compile(
    r"(?:で(?![はも])|以内|にわた|に渡|かけて|計画|契約|以上|未満|以下|まで|の期限|分の|を期限|を見込)|-?[ ](?:plan|deal|contract|agreement|roadmap|period|term|lease|commitment|warranty)",
    re.IGNORECASE,
)
_ELAPSED_BEFORE = re.compile(
    r"(?:過去|ここ|直近|この|last|past|previous|recent|il y a|depuis|dernière?s?|derniers)\s*\Z",
    re.IGNORECASE,
)
_ELAPSED_BEHIND = re.compile(
    r"\s?(?:前|ぶり|以来|連続|目|ago\b|earlier\b|later\b|before\b|old\b|plus tôt|plus tard|après|avant)",
    re.IGNORECASE,
)


def duration_behind(text: str, start: int, end: int, value: Decimal) -> tuple[Unit, int] | None:
    """The unit of the duration or age whose number is [start, end), and where it ends."""
    age = _AGE_BEHIND.match(text, end)
    if age:
        return Unit("age", "year"), age.end()
    match = _UNIT.match(text, end)
    if not match or not match.lastgroup:
        return None
    if _AGE_BEFORE.search(text, max(0, start - 14), start):
        return Unit("age", "year"), match.end()
    if value > 100 and text[match.start() : match.end()].lstrip(" -").startswith("年"):
        return None
    if _ELAPSED_BEFORE.search(text, max(0, start - 12), start) or _ELAPSED_BEHIND.match(text, match.end()):
        return None
    if not (_PLAN_BEFORE.search(text, max(0, start - 16), start) or _PLAN_BEHIND.match(text, match.end())):
        return None
    unit, factor, _ = _UNITS[int(match.lastgroup[1:])]
    return Unit("duration", unit, Decimal(factor)), match.end()
