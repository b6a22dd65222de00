"""What an amount measures that hardly says it: amounts with what their own words tell and how far these are in, metrics out.

It measures what the same amount does where it is said best, or what the amount before it does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.amounts.find import Amount
from pipeline.extract.claims.nearest_cue import FAR
from pipeline.extract.claims.pairings import is_conversion
from pipeline.extract.sentences import Sentences
from pipeline.records import Metric

UNSURE = 60.0
"""From this cost of its cue on, an amount takes the metric of the same amount where it is said more clearly."""


def carried(
    text: str, amounts: Sequence[Amount], sentences: Sentences, found: Sequence[tuple[Metric, float]]
) -> list[Metric]:
    """What an amount measures that hardly says it: what it does where it is said best, or what the one before measures."""
    told: dict[tuple[object, ...], tuple[Metric, float]] = {}
    for amount, (metric, cost) in zip(amounts, found, strict=True):
        if metric != "other" and cost < told.get(_value(amount), ("other", FAR))[1]:
            told[_value(amount)] = (metric, cost)
    so_far: list[Metric] = []
    for index, (amount, (metric, cost)) in enumerate(zip(amounts, found, strict=True)):
        before = amounts[index - 1] if index else None
        if before and so_far and is_conversion(text, before, amount):
            so_far.append(so_far[-1])
            continue
        if before and so_far and so_far[-1] in _OF_PEOPLE and _part_of_what(text, before, amount):
            so_far.append(so_far[-1])
            continue
        if before and so_far and so_far[-1] != "other" and _is_changed_to(text, before, amount):
            so_far.append(so_far[-1])
            continue
        if amount.kind == "multiple" and metric == "other":
            so_far.append(_compared(text, amounts, sentences, so_far, index))
            continue
        best = told.get(_value(amount))
        if best and cost > UNSURE and amount.kind == "money":
            metric, cost = best
        if before and so_far and cost > (UNSURE if _same_sentence(before, amount, sentences) else FAR - 1):
            metric = _before(text, amounts, sentences, so_far, index) or metric
        if amount.onward and cost > UNSURE:
            metric = _of_the_same(amounts, so_far, index) or metric
        so_far.append(metric)
    return so_far


def _part_of_what(text: str, before: Amount, amount: Amount) -> bool:
    """社員は50人ほど、そのうち3分の2: a part of what was counted measures what that does."""
    counted = before.kind == "count" and amount.kind == "percent"
    return counted and bool(_OF_WHICH.fullmatch(text, before.end, amount.start))


def _is_changed_to(text: str, before: Amount, amount: Amount) -> bool:
    """`went from $1m a year ago to $73m`: the second measures what the first does."""
    if _BACK.fullmatch(text, before.end, amount.start):
        return (before.kind, before.unit) == (amount.kind, amount.unit)
    if _TO_IN_JAPANESE.fullmatch(text, before.end, amount.start):
        return (before.kind, before.unit) == (amount.kind, amount.unit)
    return (
        (before.kind, before.unit) == (amount.kind, amount.unit)
        and bool(_TO.fullmatch(text, before.end, amount.start))
        and bool(_FROM.search(text, max(0, before.start - 8), before.start))
    )


_OF_PEOPLE: frozenset[Metric] = frozenset(("employees", "users", "subscribers"))
_OF_WHICH = re.compile(
    r".{0,12}?[、,;]? ?(?:その)?うち(?:の)?(?:約|実に)?|.{0,6}[,;(]? ?(?:dont|of which|of whom|of them) (?:about |some |around |quelque |environ )?"
)
_FROM = re.compile(r"\b(?:from|de|d['’])\s?\Z", re.IGNORECASE)
_BACK = re.compile(
    r",? (?:up |down )?(?:from|against|versus|contre) (?:about |around |just |only |environ |seulement )?"
)
_TO_IN_JAPANESE = re.compile(r"から(?:一気に|約|およそ)?")
_TO = re.compile(
    r"[^.;:!?\n]{0,40} to (?:about |around |nearly )?|(?: [a-zà-ÿ']+){0,2} à (?:environ |près de |plus de )?"
)


def _compared(
    text: str, amounts: Sequence[Amount], sentences: Sentences, metrics: Sequence[Metric], index: int
) -> Metric:
    """What `thirty-six times less` measures: what the latest amount of this sentence or the one before does."""
    amount = amounts[index]
    start, end = max(0, amount.start - 12), amount.end + 24
    if not _COMPARING.search(text, start, end):
        return "other"
    for back in range(index - 1, max(-1, index - 5), -1):
        if sentences.count_between(amounts[back].start, amount.start) > 1:
            break
        if metrics[back] in _COMPARABLE:
            return metrics[back]
    return "other"


def _of_the_same(amounts: Sequence[Amount], metrics: Sequence[Metric], index: int) -> Metric | None:
    """What the amount measures of which this is one more: `four billion in the pot, which makes eight`."""
    for back in range(index - 1, max(-1, index - 4), -1):
        if (amounts[back].kind, amounts[back].unit) == (amounts[index].kind, amounts[index].unit):
            return metrics[back]
    return None


def _same_sentence(before: Amount, amount: Amount, sentences: Sentences) -> bool:
    return sentences.count_between(before.start, amount.start) == 0


def once(amount: Amount) -> tuple[object, object]:
    """What makes two amounts the same; some billions are not the same as other billions."""
    return (amount.start, "vague") if amount.bound == "vague" else (amount.low, amount.high)


def _value(amount: Amount) -> tuple[object, ...]:
    return (amount.kind, amount.unit, *once(amount))


def _before(
    text: str, amounts: Sequence[Amount], sentences: Sentences, metrics: Sequence[Metric], index: int
) -> Metric | None:
    """The metric of the latest money in this sentence or the one before, for money without a cue and for `half as much`."""
    amount = amounts[index]
    compared = amount.kind in ("percent", "multiple") and _COMPARED.match(text, amount.end)
    if amount.kind == "percent" and not compared:
        return _percent_before(amounts, sentences, metrics, index)
    if amount.kind != "money" and not compared:
        return None
    forecast = _FORECAST.search(text, max(0, amount.start - 40), amount.end + 14)
    for back in range(index - 1, max(-1, index - 6), -1):
        away = sentences.count_between(amounts[back].start, amount.start)
        if away > (3 if forecast else 1) or _ENDS_A_LIST.search(text, amounts[back].end, amount.start):
            break
        if amounts[back].kind == "money":
            return metrics[back] if metrics[back] in _CARRIED else None
    return None


def _percent_before(
    amounts: Sequence[Amount], sentences: Sentences, metrics: Sequence[Metric], index: int
) -> Metric | None:
    """Scores come in pairs: the second goes without its cue; so does what stands close by: 5 % au lieu de 7 %."""
    for back in range(index - 1, max(-1, index - 4), -1):
        if sentences.count_between(amounts[back].start, amounts[index].start) > 2:
            break
        if amounts[back].kind == "percent":
            same = _same_sentence(amounts[back], amounts[index], sentences)
            close = same and amounts[index].start - amounts[back].end <= _BESIDE
            return metrics[back] if close or metrics[back] == "benchmark" else None
    return None


_ENDS_A_LIST = re.compile(r"\n(?![・•*-]?\s?(?:うち|of which|including|dont))")
_BESIDE = 16
_COMPARED = re.compile(r"\s(?:moins|plus|less|more|cheaper|of the old|of what)\b")
_COMPARING = re.compile(
    r"\b(?:less|more|cheaper|dearer|as (?:much|many|big|large)|the (?:size|price|cost|rate|figure|number|going)|that of|what|than|larger|bigger|smaller|higher|lower"
    r"|moins|plus|celui|celle|davantage|le prix|la taille|autant)\b|開き|差|違|以上|以下|多[いくか]|少な|高[いくか]|安[いくか]|大き|相当|に(?:上る|のぼる|当たる|達)"
)
_COMPARABLE: frozenset[Metric] = frozenset(
    (
        "revenue",
        "profit",
        "loss",
        "capex",
        "investment",
        "funding",
        "valuation",
        "price",
        "cost",
        "cash",
        "employees",
        "users",
        "subscribers",
    )
)
_FORECAST = re.compile(r"見込|予想|計画|\bexpects?\b|\bforecast|\bguid|\bprévoit|\btable sur|\bvise")
_CARRIED: frozenset[Metric] = frozenset(
    ("revenue", "profit", "loss", "capex", "investment", "funding", "valuation", "price", "cost", "cash")
)
