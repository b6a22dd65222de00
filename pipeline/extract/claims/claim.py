"""Claims: a text's amounts, names and sentences in, whose each amount is and what it measures out.

borders of clauses → what each amount measures → names and pronouns with their standing → whose each is → capex and carrying
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from pipeline.extract.amounts.find import Amount
from pipeline.extract.claims.cast import cast_of
from pipeline.extract.claims.clauses import clauses_of
from pipeline.extract.claims.items import told_by_items
from pipeline.extract.claims.metrics import metric_of
from pipeline.extract.claims.nearest_cue import FAR, Place, Reading
from pipeline.extract.claims.owned_by import owned_as
from pipeline.extract.claims.owner_costs import Owned
from pipeline.extract.claims.pairings import is_conversion
from pipeline.extract.claims.purchases import purchases
from pipeline.extract.claims.spending import spent_as
from pipeline.extract.claims.subjects import subjects_of
from pipeline.extract.claims.suits import damages
from pipeline.extract.named import Named
from pipeline.extract.sentences import Sentences, trimmed
from pipeline.records import EntityType, Metric

CLAUSE = 120
"""Characters of its sentence, on each side of a figure, in which a word may say what it measures."""
UNSURE = 60.0
"""From this cost of its cue on, an amount takes the metric of the same amount where it is said more clearly."""
BESIDE = 8
"""Amounts on each side that may stand between an amount and its cue."""
BETWEEN = 150
"""Characters on each side in which another amount may part an amount from its cue."""
NEAR = 400
"""Characters in which other figures and names may bear on a figure."""


class Placed(Protocol):
    """Anything with a start."""

    @property
    def start(self) -> int: ...


T = TypeVar("T", bound=Placed)


class _Span(Protocol):
    """Anything with a start and an end."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Claim:
    """Whose an amount is (an entity's id, None where the text does not say) and what it measures."""

    subject: str | None
    metric: Metric


def claims_of(
    text: str,
    lang: str,
    amounts: Sequence[Amount],
    names: Sequence[Named],
    sentences: Sentences,
) -> list[Claim]:
    """The claim of each amount, in order. `lang` is ja, en or fr; names and amounts are sorted by start."""
    if not amounts:
        return []
    clauses = clauses_of(text, lang, _inside([*amounts, *names]))
    reading = Reading(text, lang, clauses)
    found = [_metric(reading, amounts, index, sentences) for index in range(len(amounts))]
    metrics = told_by_items(text, amounts, _carried(text, amounts, sentences, found))
    owned = [
        Owned(
            amount.start, amount.end, amount.kind, amount.unit, _once(amount), _owned_as(text, amount, metric)
        )
        for amount, metric in zip(amounts, metrics, strict=True)
    ]
    cast = cast_of(text, lang, sentences, clauses, names)
    bought = purchases(text, lang, sentences, cast, owned)
    metrics = ["price" if index in bought else metric for index, metric in enumerate(metrics)]
    owned = [
        replace(one, metric=metric) if index in bought else one
        for index, (one, metric) in enumerate(zip(owned, metrics, strict=True))
    ]
    told = damages(text, cast, owned) | bought
    subjects = subjects_of(text, lang, sentences, clauses, cast, owned, told)
    types: dict[str, EntityType] = {role.entity: role.type for role in cast.roles}
    return [
        Claim(
            subject,
            spent_as(
                text,
                amount,
                owned_as(amount, metric, types.get(subject or "")),
                types.get(subject or ""),
                clause_around(text, amount.start, amount.end, sentences),
            ),
        )
        for amount, metric, subject in zip(amounts, metrics, subjects, strict=True)
    ]


def clause_around(text: str, start: int, end: int, sentences: Sentences) -> tuple[int, int]:
    """What may bear on [start, end): its sentence, at most CLAUSE characters on each side."""
    first, last = trimmed(text, sentences.around(start))
    return max(first, start - CLAUSE), min(last, end + CLAUSE)


def near(items: Sequence[T], start: int, end: int) -> Sequence[T]:
    """The items, sorted by start, that begin within NEAR characters of [start, end)."""
    first = bisect_left(items, start - NEAR, key=lambda item: item.start)
    last = bisect_left(items, end + NEAR, key=lambda item: item.start)
    return items[first:last]


def _inside(spans: Sequence[_Span]) -> Callable[[int], bool]:
    """Whether a position lies inside a name or an amount, whose commas are none."""
    ordered = sorted((span.start, span.end) for span in spans)
    starts = [start for start, _ in ordered]

    def covered(position: int) -> bool:
        index = bisect_right(starts, position) - 1
        return index >= 0 and position < ordered[index][1]

    return covered


def _metric(
    reading: Reading, amounts: Sequence[Amount], index: int, sentences: Sentences
) -> tuple[Metric, float]:
    amount = amounts[index]
    start, end = sentences.around(amount.start)
    if end - start > 2 * CLAUSE:
        # in steps, so that the amounts of one stretch share its cues
        start = max(start, (amount.start // CLAUSE - 1) * CLAUSE)
        end = min(end, (amount.end // CLAUSE + 2) * CLAUSE)
    around = (*amounts[max(0, index - BESIDE) : index], *amounts[index + 1 : index + 1 + BESIDE])
    others = [
        (other.start, other.end, other.kind)
        for other in around
        if start <= other.start < end and amount.start - BETWEEN <= other.start <= amount.end + BETWEEN
    ]
    most = float(amount.high if amount.high is not None else amount.low or 0)
    limit = amount.bound == "max"
    return metric_of(
        reading, Place(amount.start, amount.end, amount.kind, amount.unit, start, end, most, limit, others)
    )


def _carried(
    text: str, amounts: Sequence[Amount], sentences: Sentences, found: Sequence[tuple[Metric, float]]
) -> list[Metric]:
    """What an amount measures that hardly says it: what it does where it is said best, or what the one before measures."""
    told: dict[tuple[object, ...], tuple[Metric, float]] = {}
    for amount, (metric, cost) in zip(amounts, found, strict=True):
        if metric != "other" and cost < told.get(_value(amount), ("other", FAR))[1]:
            told[_value(amount)] = (metric, cost)
    carried: list[Metric] = []
    for index, (amount, (metric, cost)) in enumerate(zip(amounts, found, strict=True)):
        before = amounts[index - 1] if index else None
        if before and carried and is_conversion(text, before, amount):
            carried.append(carried[-1])
            continue
        if before and carried and carried[-1] in _OF_PEOPLE and _part_of_what(text, before, amount):
            carried.append(carried[-1])
            continue
        if before and carried and carried[-1] != "other" and _is_changed_to(text, before, amount):
            carried.append(carried[-1])
            continue
        if amount.kind == "multiple" and metric == "other":
            carried.append(_compared(text, amounts, sentences, carried, index))
            continue
        best = told.get(_value(amount))
        if best and cost > UNSURE and amount.kind == "money":
            metric, cost = best
        if before and carried and cost > (UNSURE if _same_sentence(before, amount, sentences) else FAR - 1):
            metric = _before(text, amounts, sentences, carried, index) or metric
        if amount.onward and cost > UNSURE:
            metric = _of_the_same(amounts, carried, index) or metric
        carried.append(metric)
    return carried


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


def _owned_as(text: str, amount: Amount, metric: Metric) -> Metric:
    """The metric that tells who may own it: the price of a share is the company's, as its valuation is."""
    if amount.kind == "duration":
        return "other"  # how long something lasts tells nothing of whose it is
    if metric == "price" and _OF_STOCK.match(text, amount.end):
        return "valuation"
    if amount.kind == "percent" and _STOCK.search(text, max(0, amount.start - 50), amount.start):
        return "valuation"
    return metric


_OF_STOCK = re.compile(r"\s(?:a|per|each|apiece|l['’]|par)\s?(?:share|action|titre)\b")
_STOCK = re.compile(r"\b(?:shares?|stock|market value|l['’]action|le titre|en Bourse)\b[^.;\n]*\Z")


def _once(amount: Amount) -> tuple[object, object]:
    """What makes two amounts the same; some billions are not the same as other billions."""
    return (amount.start, "vague") if amount.bound == "vague" else (amount.low, amount.high)


def _value(amount: Amount) -> tuple[object, ...]:
    return (amount.kind, amount.unit, *_once(amount))


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
